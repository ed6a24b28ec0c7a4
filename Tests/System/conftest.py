"""Fixtures: each starts a real program, and fails the test if that program does not end cleanly."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from harness.nginx import Nginx
from harness.process import Process
from harness.server import Server
from harness.upstream import Upstream

_running: list[Process] = []


class Programs:
    """Starts programs in folders of their own and stops them in the reverse order."""

    def __init__(self, directory: Path):
        self._directory = directory
        self._started: list[Process] = []
        self._ending: set[Process] = set()
        self._folders = 0

    def server(self, under: Sequence[str] = (), **settings: str) -> Server:
        return self._keep(Server.start(self._folder(), under, **settings))

    def nginx(self, latchkey_port: int, application_port: int) -> Nginx:
        return self._keep(Nginx.start(self._folder(), latchkey_port, application_port))

    def expect_end(self, process: Process) -> None:
        """The test ends this one itself, and looks itself at how it ends."""
        self._ending.add(process)

    def stop_all(self) -> None:
        failures = []
        for process in reversed(self._started):
            try:
                if process not in self._ending:
                    process.stop()
            except AssertionError as failure:
                failures.append(str(failure))
            process.kill()
            _running.remove(process)
        assert not failures, "\n".join(failures)

    def _folder(self) -> Path:
        self._folders += 1
        folder = self._directory / str(self._folders)
        folder.mkdir(parents=True)
        return folder

    def _keep(self, process):
        self._started.append(process)
        _running.append(process)
        return process


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[Programs]:
    started = Programs(tmp_path)
    yield started
    started.stop_all()


@pytest.fixture(scope="module")
def module_programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programs]:
    started = Programs(tmp_path_factory.mktemp("programs"))
    yield started
    started.stop_all()


@pytest.fixture
def start_server(programs: Programs) -> Callable[..., Server]:
    """`start_server(limits_request_per_address="[]")` starts one with that setting."""
    return programs.server


@pytest.fixture(scope="module")
def server(module_programs: Programs) -> Server:
    """One server for all tests of a file that leave it as they found it."""
    return module_programs.server()


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with Upstream() as running:
        yield running


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.failed:
        for process in _running:
            report.sections.append((f"{process.name} log, its end", process.log_tail()))
    return report
