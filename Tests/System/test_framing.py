"""Ambiguous framing against a real socket, and the same bytes through nginx: nobody is served a hidden request.

`Tests/Vectors/framing.json` is a list of probes: `raw` is what a client sends, each character one byte, a long one as a
list of pieces of which a pair is repeated; `requests` is how many requests it holds; `status` is how it is refused
after them; `waits` says that the last request is not complete.
"""

import json
import secrets
import ssl

import pytest

from harness import REPOSITORY
from harness.nginx import LOGIN, Nginx
from harness.raw import Closed, Connection
from harness.server import Server
from harness.waiting import until

PROBES = json.loads((REPOSITORY / "Tests/Vectors/framing.json").read_text())
# Counts every request that the server understood as one, whatever it answered; that of the metrics is not among them.
SERVED = ("latchkey_http_requests_total", 'server="site"')
# How the server answers what it does not take for a request; it need not count these.
REFUSALS = frozenset({"400", "408", "413", "414", "431", "503"})

each_probe = pytest.mark.parametrize("probe", PROBES, ids=[probe["name"] for probe in PROBES])


@pytest.fixture(scope="module")
def server(module_programs) -> Server:
    # More requests a second than a person sends.
    return module_programs.server(limits_request_per_address="[]")


@pytest.fixture(scope="module")
def site(module_programs, server: Server) -> Nginx:
    # The application's side is not asked anything here.
    return module_programs.nginx(server.port, server.port)


@pytest.fixture(scope="module")
def tls(site: Nginx) -> ssl.SSLContext:
    return site.certificate.client_context()


def bytes_of(probe: dict) -> bytes:
    raw = probe["raw"]
    pieces = [raw] if isinstance(raw, str) else raw
    return "".join(p if isinstance(p, str) else p[0] * p[1] for p in pieces).encode("latin-1")


def closing_request(identifier: str, host: str) -> bytes:
    return (
        f"GET /livez HTTP/1.1\r\nHost: {host}\r\nX-Request-Id: {identifier}\r\nConnection: close\r\n\r\n"
    ).encode()


def new_mark() -> str:
    return f"probe-{secrets.token_hex(8)}"


def test_there_are_probes_of_each_kind():
    assert {key for probe in PROBES for key in probe} == {"name", "raw", "requests", "status", "waits"}


@each_probe
def test_the_server_takes_each_probe_as_it_should(server: Server, probe: dict):
    server.assert_alive()
    raw = bytes_of(probe)
    with Connection(server.port) as client:
        client.send(raw)
        closed = answers(client, raw, probe["requests"])
        if "status" in probe:
            assert not closed, "closed before the refusal"
            refused(client, probe["status"])
        elif "waits" in probe:
            assert not closed, "closed before the request was complete"
            gave_up(client)
        else:
            asked = b"HTTP/1.0" in raw or b"close" in raw.lower()
            assert asked or not closed, "closed though it was asked to stay open"
            ended_or_in_step(client, may_end=asked)
    with Connection(server.port) as other:
        other.send(closing_request(new_mark(), "localhost"))
        assert other.response().status == 200


def answers(client: Connection, raw: bytes, count: int) -> bool:
    """Reads so many answers; whether the last one ends the connection."""
    for number in range(1, count + 1):
        # Only the first may be a HEAD: where a later one begins is the server's to find.
        answer = client.response("HEAD" if number == 1 and raw.lstrip(b"\r\n").startswith(b"HEAD ") else "GET")
        if answer.closes:
            assert number == count, f"closed with {answer.status} before the last request was answered"
            return True
    return False


def refused(client: Connection, status: int) -> None:
    """One answer, or none where the closing overtook it; then the end."""
    try:
        answer = client.response()
    except Closed as closed:
        assert closed.unread == b""
        return
    assert answer.status == status
    assert client.rest() == b"", "something follows the refusal"


def gave_up(client: Connection) -> None:
    """What ends in the middle of a request is not answered as if it were one."""
    client.finish_sending()
    try:
        answer = client.response()
    except Closed as closed:
        assert closed.unread == b""
        return
    assert answer.status in (400, 408)
    assert client.rest() == b""


def ended_or_in_step(client: Connection, may_end: bool) -> None:
    """The next answer is the one to the next question; or the connection was asked to end, and no answer follows."""
    mark = new_mark()
    client.send(closing_request(mark, "localhost"))
    try:
        answer = client.response()
    except Closed as closed:
        assert may_end and closed.unread == b""
        return
    assert answer.fields["x-request-id"] == mark, "an answer that nobody asked for"
    assert client.rest() == b""


@each_probe
def test_nginx_in_front_lets_no_probe_hide_a_request(
    site: Nginx, tls: ssl.SSLContext, server: Server, probe: dict
):
    server.assert_alive()
    served, passed_on, understood = server.metric(*SERVED), site.forwarded(), site.forwarded(besides=REFUSALS)
    with Connection(site.tls_port, tls, LOGIN) as client:
        client.send(bytes_of(probe))
        client.finish_sending()
        client.rest()
    # Whoever comes next over the same kept connection gets the answer to its own question.
    mark = new_mark()
    with Connection(site.tls_port, tls, LOGIN) as next_caller:
        next_caller.send(closing_request(mark, LOGIN))
        answer = next_caller.response()
    assert (answer.status, answer.fields["x-request-id"]) == (200, mark)
    # nginx writes its log line after the answer, hence the wait. What the server itself refused may be missing from
    # its count; a hidden request would stand in it for good, with nothing on nginx's side.
    until(
        lambda: max(1, site.forwarded(besides=REFUSALS) - understood)
        <= server.metric(*SERVED) - served
        <= site.forwarded() - passed_on,
        "the server has seen exactly the requests that nginx passed on",
    )
