"""Child processes of the measurement: pinned, watched through /proc, ended by their own process id."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE = 20


class Missing(Exception):
    """Something that the measurement needs is not there."""


def program(name: str) -> str:
    # nginx lies in /usr/sbin, which is not on every user's PATH.
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    if found is None:
        raise Missing(f"{name} is not installed")
    return found


def cores() -> tuple[int, int]:
    """The core that servers run on, and the one that load comes from."""
    available = sorted(os.sched_getaffinity(0))
    if len(available) < 2:
        raise Missing("a second core: server and load would take turns on one")
    return available[0], available[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One server process on the servers' core."""

    def __init__(self, name: str, port: int, command: list[str], directory: Path, **settings: str):
        self.name, self.port = name, port
        kept = {key: value for key, value in os.environ.items() if not key.startswith("LATCHKEY_")}
        self._log = directory / f"{name}.log"
        with self._log.open("wb") as log:
            self._child = subprocess.Popen(
                [program("taskset"), "-c", str(cores()[0]), *command],
                cwd=directory, env=kept | settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )
        self.pid = self._child.pid

    def wait_until_it_listens(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self._child.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise Missing(f"{self.name} did not start; its log:\n{self._log.read_text(errors='replace')}")

    def cpu_microseconds(self) -> float:
        """What all its threads have used so far, in user and system mode."""
        nanoseconds = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            nanoseconds += int((task / "schedstat").read_text().split()[0])
        return nanoseconds / 1000

    def resident_bytes(self) -> int:
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise Missing(f"the memory of {self.name}")

    def stop(self) -> None:
        if self._child.poll() is None:
            self._child.terminate()
            try:
                self._child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()
