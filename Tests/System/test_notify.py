"""What the service manager is told: ready, reloading, stopping (sd_notify(3)), each once and in its order."""

import os
import signal
import socket
import time

import pytest

from harness import PATIENCE


class Manager:
    """Listens as systemd does, on a path or, with a leading `@`, on an abstract name."""

    def __init__(self, address: str):
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind("\0" + address[1:] if address.startswith("@") else address)
        self._socket.settimeout(PATIENCE)

    def __enter__(self) -> "Manager":
        return self

    def __exit__(self, *_) -> None:
        self._socket.close()

    def told(self) -> dict[str, str]:
        lines = self._socket.recv(4096).decode().splitlines()
        return dict(line.split("=", 1) for line in lines)

    def assert_silent(self) -> None:
        self._socket.setblocking(False)
        with pytest.raises(BlockingIOError):
            self._socket.recv(4096)


@pytest.fixture(params=["path", "abstract name"])
def address(request, tmp_path, monkeypatch) -> str:
    chosen = str(tmp_path / "notify") if request.param == "path" else f"@latchkey-{os.getpid()}-{time.monotonic_ns()}"
    monkeypatch.setenv("NOTIFY_SOCKET", chosen)
    return chosen


def microseconds() -> int:
    return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000


def test_the_manager_follows_the_whole_life(address, programs, start_server):
    with Manager(address) as manager:
        server = start_server()
        assert manager.told() == {"READY": "1"}

        before = microseconds()
        server.signal(signal.SIGHUP)
        reloading = manager.told()
        assert reloading.pop("RELOADING") == "1"
        # The manager tells this reload from an earlier one by the time of its own clock.
        assert before <= int(reloading.pop("MONOTONIC_USEC")) <= microseconds()
        assert reloading == {}
        assert manager.told() == {"READY": "1"}

        programs.expect_end(server)
        server.signal(signal.SIGTERM)
        assert manager.told() == {"STOPPING": "1"}
        assert server.wait() == 0, server.log_tail()
        manager.assert_silent()


def test_a_manager_that_is_not_there_stops_nothing(tmp_path, monkeypatch, start_server):
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "absent"))
    server = start_server()
    server.signal(signal.SIGHUP)
    with server.client() as client:
        assert client.get("/livez").status_code == 200
