"""The release binary, running on loopback ports of its own in a directory of its own."""

import contextlib
import http.client
import os
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest

from . import PATIENCE, REPOSITORY
from .ports import free_port
from .process import Process
from .waiting import until

_PORT_TAKEN = 69


def binary() -> str:
    path = Path(os.environ.get("LATCHKEY_BIN", REPOSITORY / ".build/release/latchkey")).resolve()
    if not os.access(path, os.X_OK):
        pytest.fail(f"{path} is missing: run `make build`, or name the binary in LATCHKEY_BIN.", pytrace=False)
    return str(path)


def clean_environment(**settings: str) -> dict[str, str]:
    """The caller's environment without any setting of Latchkey's, and then the settings given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LATCHKEY_")}
    # After a crash Swift's backtracer may hold the dead process for minutes.
    kept["SWIFT_BACKTRACE"] = "enable=no"
    return kept | settings


class Server(Process):
    """`Server.start(directory, email_url="smtp://…")` sets LATCHKEY_EMAIL_URL."""

    port: int
    metrics_port: int
    scheme: str

    @classmethod
    def start(cls, directory: Path, under: Sequence[str] = (), **overrides: str) -> "Server":
        """Starts, by way of the command `under` if one is given, and waits for /readyz.

        Picks new ports if another program took ours in between.
        """
        for _ in range(5):
            server = cls._launch(directory, under, overrides)
            try:
                until(lambda: server.exit_code is not None or server._is_ready(), "latchkey answers /readyz with 200")
            except AssertionError as failure:
                server.kill()
                raise AssertionError(f"{failure}; its log:\n{server.log_tail()}") from None
            if server.exit_code is None:
                return server
            if server.exit_code != _PORT_TAKEN:
                break
        raise AssertionError(f"latchkey did not start, exit code {server.exit_code}; its log:\n{server.log_tail()}")

    @classmethod
    def _launch(cls, directory: Path, under: Sequence[str], overrides: dict[str, str]) -> "Server":
        port, metrics_port = free_port(), free_port()
        scheme = "https" if "tls_certificate" in overrides else "http"
        settings = {
            "LATCHKEY_LISTEN": f"127.0.0.1:{port}",
            "LATCHKEY_PUBLIC_URL": f"{scheme}://127.0.0.1:{port}",
            "LATCHKEY_METRICS_LISTEN": f"127.0.0.1:{metrics_port}",
            "LATCHKEY_STORE_URL": f"sqlite:{directory}/latchkey.db",
            "LATCHKEY_SECRET_FILE": f"{directory}/secret",
            "LATCHKEY_LOG_FORMAT": "json",
        }
        settings |= {f"LATCHKEY_{name.upper()}": value for name, value in overrides.items()}
        server = cls("latchkey", [*under, binary(), "serve"], directory, clean_environment(**settings))
        server.port, server.metrics_port, server.scheme = port, metrics_port, scheme
        return server

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    @property
    def metrics_url(self) -> str:
        return f"http://127.0.0.1:{self.metrics_port}/metrics"

    def client(self, **options) -> httpx.Client:
        """A client with a generous bound, and no proxy taken from the environment."""
        # To load the system's certificates would only cost time, and ours is not among them.
        return httpx.Client(base_url=self.url, timeout=PATIENCE, trust_env=False, verify=False, **options)

    def metric(self, name: str, label: str = "") -> float:
        """The sum over all samples of one metric, or over those that have the label; fails if there is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.metrics_port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", "/metrics")
            text = connection.getresponse().read().decode()
        samples = [line for line in text.splitlines() if line.startswith((f"{name} ", f"{name}{{")) and label in line]
        assert samples, f"no metric {name} {label} in:\n{text}"
        return sum(float(line.rsplit("}", 1)[-1].replace(name, "").split()[0]) for line in samples)

    def _is_ready(self) -> bool:
        try:
            with self.client() as client:
                return client.get("/readyz").status_code == 200
        except httpx.TransportError:
            return False
