"""One child process with a log of its own, ended by its own process id."""

import os
import signal
import subprocess
from pathlib import Path

from . import PATIENCE


class Process:
    def __init__(self, name: str, command: list[str], directory: Path, environment: dict[str, str]):
        self.name = name
        self.log_path = directory / f"{name}.log"
        with self.log_path.open("ab") as log:
            self._child = subprocess.Popen(
                command, cwd=directory, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative: the signal that ended it."""
        return self._child.poll()

    def log(self) -> str:
        return self.log_path.read_text(errors="replace")

    def log_tail(self, lines: int = 40) -> str:
        return "\n".join(self.log().splitlines()[-lines:])

    def assert_alive(self) -> None:
        if self.exit_code is not None:
            raise AssertionError(f"{self.name} ended by itself with {self.exit_code}; its log:\n{self.log_tail()}")

    def signal(self, number: signal.Signals) -> None:
        # Never after the child was reaped: its number may belong to someone else by then.
        if self.exit_code is None:
            os.kill(self.pid, number)

    def wait(self, seconds: float = PATIENCE) -> int:
        """Its exit code; kills it and fails if it is still there after the time given."""
        try:
            return self._child.wait(seconds)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
            raise AssertionError(
                f"{self.name} had not ended after {seconds:.0f} s; its log:\n{self.log_tail()}"
            ) from None

    def stop(self) -> None:
        """Ends it as an operator would, and fails unless it ends cleanly."""
        self.assert_alive()
        self.signal(signal.SIGTERM)
        code = self.wait()
        if code != 0:
            raise AssertionError(f"{self.name} answered SIGTERM with exit code {code}; its log:\n{self.log_tail()}")

    def kill(self) -> None:
        if self.exit_code is None:
            self._child.kill()
            self._child.wait()
