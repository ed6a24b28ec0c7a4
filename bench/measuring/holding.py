"""Holds many connections open: `python3 -m measuring.holding PORT PATH COUNT ANSWERED`, until its input ends.

A process of its own, so that its descriptors do not count against those of the measurement.
"""

import resource
import socket
import sys


def main(port: int, path: str, count: int, answered: bool) -> None:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n".encode()
    held = []
    while len(held) < count:
        some = [_open(port, request) for _ in range(min(100, count - len(held)))]
        if answered and not all(connection.recv(4096) for connection in some):
            sys.exit("a connection was closed")
        held += some
    # The loop takes its events in order: once this is answered, all before it have been taken.
    with _open(port, request.replace(path.encode(), b"/livez")) as last:
        last.recv(4096)
    print("held", flush=True)
    sys.stdin.read()


def _open(port: int, request: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), 20)
    connection.sendall(request)
    return connection


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "answered")
