"""A thousand clients that are slow on purpose: everybody else is served as before, and they are shown out in time."""

import contextlib
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness import PATIENCE
from harness.programs import program
from harness.raw import Connection
from harness.server import Server
from harness.waiting import until

OPEN = ("latchkey_http_connections", 'server="site"')
CLIENTS = 1000
ASKED = 200
# Whoever waits behind a slow client waits for its deadline, and the shortest is 5 s. A second is what a busy machine
# may take to give this process and the server their turns; it says nothing about slow clients.
NOISE = 1.0


@pytest.fixture(scope="module")
def server(module_programs) -> Server:
    return module_programs.server(limits_request_per_address="[]")


@pytest.fixture(scope="module", autouse=True)
def reader_that_stopped(module_programs) -> Iterator[Server]:
    """A server of its own for a client that asks and asks and reads nothing; it stands still while the others run."""
    server = module_programs.server(limits_request_per_address="[]")
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(1)
        client.connect(("127.0.0.1", server.port))
        with contextlib.suppress(TimeoutError):
            while True:
                client.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n" * 1000)
        yield server


@contextlib.contextmanager
def attack(server: Server, log: Path, *options: str) -> Iterator[subprocess.Popen]:
    command = [program("slowhttptest", "slowhttptest"), "-c", str(CLIENTS), "-r", str(CLIENTS), "-p", "5", *options]
    with log.open("wb") as output:
        running = subprocess.Popen(
            [*command, "-u", f"{server.url}/livez"], stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def report(log: Path) -> str:
    """What slowhttptest says, without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", log.read_text(errors="replace"))


def slowest_of_hundred(server: Server) -> float:
    """The 99th percentile of the time that a new client waits for its answer."""
    times = []
    for _ in range(ASKED):
        begun = time.monotonic()
        with Connection(server.port) as client:
            client.send(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            assert client.response().status == 200
        times.append(time.monotonic() - begun)
    return sorted(times)[ASKED * 99 // 100 - 1]


@pytest.fixture(scope="module")
def quiet(server: Server) -> float:
    return slowest_of_hundred(server)


def assert_unharmed(server: Server, quiet: float) -> None:
    slowest = slowest_of_hundred(server)
    assert slowest <= max(3 * quiet, NOISE), f"{slowest:.3f} s, and {quiet:.3f} s when it is quiet"


@pytest.mark.parametrize(
    "options, deadline",
    [(["-H", "-i", "1"], 5), (["-B", "-i", "1", "-s", "8192"], 15)],
    ids=["slow heads", "slow bodies"],
)
def test_slow_senders_are_shown_out_at_their_deadline(
    server: Server, quiet: float, tmp_path: Path, options: list[str], deadline: int
):
    log = tmp_path / "slowhttptest.log"
    begun = time.monotonic()
    with attack(server, log, *options, "-l", "60") as slow:
        # More than half at once, however long a busy machine takes to make them.
        until(lambda: server.metric(*OPEN) > CLIENTS / 2, "the slow clients are in")
        assert_unharmed(server, quiet)
        slow.wait(PATIENCE)
    assert time.monotonic() - begun >= deadline
    assert "No open connections left" in report(log)
    assert "NO" not in re.findall(r"service available:\s+(\w+)", report(log))
    until(lambda: server.metric(*OPEN) == 0, "every connection is given back")


def test_a_thousand_overlapping_ranges_are_requests_like_any(server: Server, quiet: float, tmp_path: Path):
    log = tmp_path / "slowhttptest.log"
    before = server.metric("latchkey_http_requests_total", 'server="site"')
    with attack(server, log, "-R", "-l", "10") as slow:
        assert_unharmed(server, quiet)
        slow.wait(PATIENCE)
    assert server.metric("latchkey_http_requests_total", 'server="site"') - before >= CLIENTS
    until(lambda: server.metric(*OPEN) == 0, "every connection is given back")


def test_slow_readers_take_nothing_from_the_others(server: Server, quiet: float, tmp_path: Path):
    log = tmp_path / "slowhttptest.log"
    with attack(server, log, "-X", "-w", "1", "-y", "1", "-n", "1", "-z", "1", "-k", "10", "-l", "6") as slow:
        until(lambda: server.metric(*OPEN) > CLIENTS / 2, "the slow clients are in")
        assert_unharmed(server, quiet)
        slow.wait(PATIENCE)
    assert "NO" not in re.findall(r"service available:\s+(\w+)", report(log))
    until(lambda: server.metric(*OPEN) == 0, "every connection is given back")


def test_a_reader_that_stopped_is_shown_out_though_it_stays(reader_that_stopped: Server):
    # Last in this file: its 30 seconds have passed by now, or nearly.
    until(lambda: reader_that_stopped.metric(*OPEN) == 0, "the connection is given back")
    reader_that_stopped.assert_alive()
