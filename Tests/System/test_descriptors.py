"""Few descriptors: the server waits for some to come free; it neither dies nor spins, and serves whom it has."""

import os
import socket
import time
from pathlib import Path

from harness import PATIENCE
from harness.programs import program
from harness.raw import Connection
from harness.server import Server
from harness.waiting import until

OPEN = ("latchkey_http_connections", 'server="site"')


def limited(start_server, soft: int, hard: int) -> Server:
    return start_server(under=[program("prlimit", "util-linux"), f"--nofile={soft}:{hard}"])


def cpu_seconds(pid: int) -> float:
    user, system = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def test_the_limit_is_raised_as_far_as_it_goes(start_server):
    server = limited(start_server, 256, 4096)
    assert server.metric("process_max_fds") == 4096


def test_more_clients_than_descriptors(start_server):
    server = limited(start_server, 128, 128)
    clients = [socket.create_connection(("127.0.0.1", server.port), PATIENCE) for _ in range(300)]
    try:
        until(lambda: "accepting paused" in server.log(), "the server stops accepting")
        before = cpu_seconds(server.pid)
        time.sleep(2)
        used = cpu_seconds(server.pid) - before
        # A loop that spins uses a whole core, or half of one on a busy machine.
        assert used < 0.4, f"{used:.2f} s of CPU time in 2 s without a request"
        server.assert_alive()
        assert len(os.listdir(f"/proc/{server.pid}/fd")) < 128, "nothing is left for the store and for mail"
    finally:
        for client in clients:
            client.close()
    with Connection(server.port) as healthy:
        healthy.send(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert healthy.response().status == 200
        assert healthy.rest() == b""
    until(lambda: server.metric(*OPEN) == 0, "no connection of those that left is kept")
    assert server.metric("latchkey_http_accept_pauses_total", 'server="site"') >= 1


def test_who_is_in_is_served_while_others_wait_and_room_is_given_on(start_server):
    server = limited(start_server, 128, 128)
    insiders = []
    while "accepting paused" not in server.log():
        insiders.append(Connection(server.port))
        assert len(insiders) < 300, "more connections than descriptors"
    ask = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
    insiders[0].send(ask)
    assert insiders[0].response().status == 200
    with Connection(server.port) as outsider:
        outsider.send(ask)
        # Those before it in the queue come first.
        for insider in insiders[:60]:
            insider.close()
        assert outsider.response().status == 200
    for insider in insiders:
        insider.close()
