"""SIGTERM under load: what was taken is answered, what comes later is turned away, and the end comes in time."""

import contextlib
import json
import secrets
import signal
import socket
import threading
import time

from harness import PATIENCE
from harness.raw import Closed, Connection
from harness.server import Server
from harness.waiting import until

# How long the server lets what runs finish, and what a busy machine may add to it.
GRACE, NOISE = 10.0, 5.0


class Caller(threading.Thread):
    """Asks over kept connections, one question at a time, until nobody listens any more."""

    def __init__(self, port: int):
        super().__init__(daemon=True)
        self._port = port
        self.answered: list[str] = []
        # Sent, and the connection ended without one byte of an answer.
        self.unanswered: list[str] = []
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            while self._ask_until_closed():
                pass
        except BaseException as failure:
            self.failure = failure

    def _ask_until_closed(self) -> bool:
        try:
            connection = Connection(self._port)
        except ConnectionRefusedError:
            return False
        except ConnectionResetError:
            return True
        with connection:
            while self._ask(connection):
                pass
        return True

    def _ask(self, connection: Connection) -> bool:
        mark = f"drain-{secrets.token_hex(8)}"
        connection.send(f"GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: {mark}\r\n\r\n".encode())
        try:
            answer = connection.response()
        except Closed as closed:
            assert closed.unread == b"", "an answer that breaks off"
            self.unanswered.append(mark)
            return False
        assert (answer.status, answer.fields["x-request-id"]) == (200, mark)
        assert answer.body, "an answer without its body"
        self.answered.append(mark)
        return not answer.closes


def finished(server: Server) -> set[str]:
    """The requests that the server took, by its own account."""
    lines = [json.loads(line) for line in server.log().splitlines() if line.startswith("{")]
    ends = [line for line in lines if line["message"] == "request finished" and line["request"].startswith("drain-")]
    assert not any(line.get("aborted") for line in ends), "a request was taken and not answered"
    return {line["request"] for line in ends}


def nobody_listens(server: Server) -> bool:
    try:
        socket.create_connection(("127.0.0.1", server.port), PATIENCE).close()
        return False
    except (ConnectionRefusedError, ConnectionResetError):
        return True


def test_no_request_that_was_taken_is_lost(programs, start_server):
    server = start_server(limits_request_per_address="[]")
    callers = [Caller(server.port) for _ in range(8)]
    for caller in callers:
        caller.start()
    until(lambda: all(len(caller.answered) >= 50 for caller in callers), "every caller is served")
    programs.expect_end(server)
    begun = time.monotonic()
    server.signal(signal.SIGTERM)
    assert server.wait() == 0, server.log_tail()
    assert time.monotonic() - begun < GRACE
    for caller in callers:
        caller.join(PATIENCE)
        assert not caller.is_alive() and caller.failure is None, caller.failure
    assert finished(server) == {mark for caller in callers for mark in caller.answered}
    # Their question and the end of their connection crossed, or their connection and the end of all.
    assert all(len(caller.unanswered) <= 2 for caller in callers)


def test_what_had_arrived_before_the_signal_is_answered(programs, start_server):
    server = start_server(limits_request_per_address="[]")
    ask = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with contextlib.ExitStack() as closing:
        kept = [closing.enter_context(Connection(server.port)) for _ in range(20)]
        for client in kept:
            client.send(ask)
            assert client.response().status == 200
        programs.expect_end(server)
        # Asleep, it learns of the questions and of the signal at once.
        server.signal(signal.SIGSTOP)
        new = [closing.enter_context(Connection(server.port)) for _ in range(200)]
        for client in kept + new:
            client.send(ask)
        server.signal(signal.SIGTERM)
        server.signal(signal.SIGCONT)
        for client in kept + new:
            assert client.response().status == 200
            assert client.rest() == b""
    assert server.wait() == 0, server.log_tail()


def test_a_body_under_way_is_received_and_answered(programs, start_server):
    server = start_server()
    with Connection(server.port) as client:
        client.send(b"POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhello")
        until(lambda: server.metric("latchkey_http_connections", 'server="site"') >= 1, "the client is in")
        programs.expect_end(server)
        server.signal(signal.SIGTERM)
        until(lambda: nobody_listens(server), "nobody new is let in")
        client.send(b"world")
        answer = client.response()
        assert answer.status == 405
        assert answer.closes
        assert client.rest() == b""
    assert server.wait() == 0, server.log_tail()


def test_a_client_that_reads_nothing_holds_the_end_for_ten_seconds_at_most(programs, start_server):
    server = start_server(limits_request_per_address="[]")
    with socket.socket() as stuck:
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stuck.settimeout(2)
        stuck.connect(("127.0.0.1", server.port))
        questions = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n" * 1000
        try:
            # The server reads on only while its answers are taken.
            while True:
                stuck.sendall(questions)
        except TimeoutError:
            pass
        programs.expect_end(server)
        begun = time.monotonic()
        server.signal(signal.SIGTERM)
        assert server.wait() == 0, server.log_tail()
        took = time.monotonic() - begun
    assert took < GRACE + NOISE, f"{took:.1f} s"
    # Where the kernel had room for one more answer the client got its goodbye, and was waited for only briefly.
    assert took < GRACE - 1 or "closed before they had finished" in server.log()


def test_a_request_that_never_ends_is_cut_off_after_ten_seconds(programs, start_server):
    server = start_server()
    with Connection(server.port) as client:
        # Its own time-out, 15 s, is longer than the patience at the end.
        client.send(b"POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhello")
        until(lambda: server.metric("latchkey_http_connections", 'server="site"') >= 1, "the client is in")
        programs.expect_end(server)
        begun = time.monotonic()
        server.signal(signal.SIGTERM)
        assert server.wait() == 0, server.log_tail()
        took = time.monotonic() - begun
    assert GRACE - 1 < took < GRACE + NOISE, f"{took:.1f} s"
    assert "closed before they had finished" in server.log()
