"""TLS by the server itself: versions, ALPN, a certificate that is replaced while it serves, and a scanner's verdict."""

import contextlib
import json
import os
import signal
import socket
import ssl
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.authority import Authority
from harness.programs import program
from harness.raw import Connection
from harness.server import Server
from harness.waiting import until

ASK = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
# What shows that each part of the scan did run: the versions, the ciphers, the certificate, the known holes.
SECTIONS = {"TLS1", "TLS1_2", "TLS1_3", "cipherlist_NULL", "cipherorder_TLSv1_2", "cert_chain_of_trust", "cert_trust"}
SECTIONS |= {"heartbleed", "CCS", "ROBOT", "secure_renego", "SWEET32", "LUCKY13", "RC4"}
# A scan takes half a minute of work on an idle machine, and several on a busy one.
SCAN_LIMIT = 400


class Site:
    def __init__(self, programs, directory: Path):
        self.authority = Authority(directory)
        self.certificate, self.key = directory / "certificate.pem", directory / "key.pem"
        self.authority.sign(self.certificate, self.key)
        self.tls = self.authority.client_context()
        self.server: Server = programs.server(
            tls_certificate=str(self.certificate), tls_key=str(self.key), limits_request_per_address="[]"
        )

    @contextlib.contextmanager
    def session(self, context: ssl.SSLContext | None = None) -> Iterator[ssl.SSLSocket]:
        with socket.create_connection(("127.0.0.1", self.server.port), 60) as plain:
            with (context or self.tls).wrap_socket(plain, server_hostname="localhost") as session:
                yield session

    def shown(self) -> bytes:
        """The certificate that a new connection sees, verified."""
        with self.session() as session:
            return session.getpeercert(binary_form=True)

    def kept(self) -> bytes:
        """The certificate that lies on the disk."""
        return ssl.PEM_cert_to_DER_cert(self.certificate.read_text())


@pytest.fixture
def site(programs, tmp_path) -> Site:
    return Site(programs, tmp_path)


@pytest.fixture(scope="module")
def scanned(module_programs, tmp_path_factory) -> Site:
    return Site(module_programs, tmp_path_factory.mktemp("scanned"))


@pytest.fixture(scope="module", autouse=True)
def scan(scanned: Site, tmp_path_factory) -> Iterator["Scan"]:
    """Runs while the other tests of this file do."""
    with Scan(scanned, tmp_path_factory.mktemp("scan")) as running:
        yield running


class Scan:
    def __init__(self, site: Site, directory: Path):
        self._site, self._directory, self._runs = site, directory, 0

    def __enter__(self) -> "Scan":
        self._start()
        return self

    def __exit__(self, *_) -> None:
        self._end()

    def findings(self) -> list[dict[str, str]]:
        """What it found; it is run once more if it did not get through all of its parts."""
        found = self._wait()
        if not SECTIONS <= {finding["id"] for finding in found}:
            self._start()
            found = self._wait()
        return found

    def _start(self) -> None:
        self._runs += 1
        command = [program("testssl", "testssl.sh"), "--quiet", "--warnings", "off", "--color", "0", "--nodns", "none"]
        command += ["--ip", "127.0.0.1", "--connect-timeout", "30", "--openssl-timeout", "30"]
        command += ["--add-ca", str(self._site.authority.certificate), "--jsonfile", str(self._result)]
        command += ["-p", "-s", "-f", "-P", "-S", "-U", f"https://localhost:{self._site.server.port}"]
        with (self._directory / "testssl.log").open("ab") as log:
            self._running = subprocess.Popen(
                command, cwd=self._directory, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    @property
    def _result(self) -> Path:
        return self._directory / f"{self._runs}.json"

    def _wait(self) -> list[dict[str, str]]:
        try:
            self._running.wait(SCAN_LIMIT)
            return json.loads(self._result.read_text())
        except (subprocess.TimeoutExpired, OSError, ValueError):
            self._end()
            return []

    def _end(self) -> None:
        """Ends it with all that it has started."""
        if self._running.poll() is None:
            os.killpg(self._running.pid, signal.SIGKILL)
            self._running.wait()


def only(version: ssl.TLSVersion) -> ssl.SSLContext:
    """A client that speaks nothing else, and would speak even that old version if the server did."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = version
    return context


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_old_versions_are_refused(scanned: Site, version: ssl.TLSVersion):
    # The server's alert, not our own library's unwillingness.
    with pytest.raises(ssl.SSLError, match="(?i)alert protocol version"), scanned.session(only(version)):
        pass


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_new_versions_are_served(scanned: Site, version: ssl.TLSVersion):
    context = only(version)
    with Connection(scanned.server.port, context) as client:
        client.send(ASK)
        assert client.response().status == 200


def test_http_1_1_is_chosen_where_others_are_offered(scanned: Site):
    context = scanned.authority.client_context()
    context.set_alpn_protocols(["h2", "http/1.1"])
    with scanned.session(context) as session:
        assert session.selected_alpn_protocol() == "http/1.1"


def test_a_client_that_speaks_only_h2_is_told_so(scanned: Site):
    context = scanned.authority.client_context()
    context.set_alpn_protocols(["h2"])
    with pytest.raises(ssl.SSLError, match="(?i)no application protocol"), scanned.session(context):
        pass


def test_plain_text_on_the_tls_port_harms_nobody(scanned: Site):
    before = scanned.server.metric("latchkey_http_tls_handshakes_failed_total", 'server="site"')
    with Connection(scanned.server.port) as plain:
        plain.send(ASK)
        assert b"HTTP/1.1 200" not in plain.rest()
    until(
        lambda: scanned.server.metric("latchkey_http_tls_handshakes_failed_total", 'server="site"') > before,
        "the failed handshake is counted",
    )
    assert scanned.shown() == scanned.kept()


def test_a_new_certificate_is_shown_after_sighup_and_old_connections_live_on(site: Site):
    first = site.shown()
    with Connection(site.server.port, site.tls) as old:
        old.send(ASK)
        assert old.response().status == 200
        site.authority.sign(site.certificate, site.key)
        assert site.shown() == first, "it is read at the signal and not before"
        site.server.signal(signal.SIGHUP)
        until(lambda: site.shown() == site.kept(), "the new certificate is shown")
        assert site.kept() != first
        old.send(ASK)
        assert old.response().status == 200


@pytest.mark.parametrize("broken", ["certificate", "key of another"])
def test_a_broken_certificate_changes_nothing_and_is_reported(site: Site, broken: str):
    first = site.shown()
    if broken == "certificate":
        site.certificate.write_text("not a certificate\n")
    else:
        site.authority.sign(site.certificate.with_name("other.pem"), site.key)
    site.server.signal(signal.SIGHUP)
    until(lambda: "the old certificate stays" in site.server.log(), "the log says so")
    assert site.shown() == first
    site.authority.sign(site.certificate, site.key)
    site.server.signal(signal.SIGHUP)
    until(lambda: site.shown() == site.kept(), "a good one is taken again")


@pytest.mark.timeout(2 * SCAN_LIMIT + 60)
def test_a_scanner_finds_nothing_above_low(scanned: Site, scan: Scan):
    found = scan.findings()
    missing = SECTIONS - {finding["id"] for finding in found}
    assert not missing, f"the scan did not get to {missing}"
    # WARN is what the scanner says of its own troubles, such as a connection that a busy machine made too late.
    faults = [finding for finding in found if finding["severity"] in ("MEDIUM", "HIGH", "CRITICAL")]
    assert faults == []
    scanned.server.assert_alive()
