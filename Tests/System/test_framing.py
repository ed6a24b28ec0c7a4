"""Ambiguous framing against a real socket, and the same bytes through nginx: nobody is served a hidden request.

`Tests/Vectors/framing.json` is a list of {"name", "raw", "expect"}: each character of `raw` is one byte, `expect` is
{"status": N} where the connection must be refused, or {"accept": N} where N requests must be answered.
"""

import json
import secrets

import pytest

from harness import REPOSITORY
from harness.nginx import LOGIN, Nginx
from harness.raw import Closed, Connection
from harness.server import Server
from harness.waiting import until

VECTORS = REPOSITORY / "Tests/Vectors/framing.json"
# Counts every request that the server understood as one, whatever it answered.
SERVED = "latchkey_http_requests_total"


def vectors() -> list[dict]:
    return json.loads(VECTORS.read_text())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "vector" in metafunc.fixturenames:
        cases = vectors()
        metafunc.parametrize("vector", cases, ids=[case["name"] for case in cases])


def test_there_are_vectors_of_both_kinds():
    kinds = {kind for vector in vectors() for kind in vector["expect"]}
    assert kinds == {"status", "accept"}


def test_the_server_takes_each_vector_as_it_should(server: Server, vector: dict):
    server.assert_alive()
    raw = vector["raw"].encode("latin-1")
    with Connection(server.port) as client:
        client.send(raw)
        if "status" in vector["expect"]:
            refused(client, vector["expect"]["status"])
        else:
            accepted(client, raw, vector["expect"]["accept"])
    with server.client() as other:
        assert other.get("/livez").status_code == 200


def refused(client: Connection, status: int) -> None:
    """One answer, or none where the closing overtook it; then the end."""
    try:
        answer = client.response()
    except Closed:
        return
    assert answer.status == status
    assert client.rest() == b"", "something follows the refusal"


def accepted(client: Connection, raw: bytes, count: int) -> None:
    """So many answers, and not one more before the answer to a request of our own."""
    for number in range(1, count + 1):
        # Only the first may be a HEAD: where a later one begins is the server's to find.
        answer = client.response("HEAD" if number == 1 and raw.lstrip(b"\r\n").startswith(b"HEAD ") else "GET")
        assert answer.status not in (400, 408, 413, 431, 501, 505), answer
        if answer.closes:
            assert number == count, "closed before the last request was answered"
            assert client.rest() == b"", "an answer that nobody asked for"
            return
    mark = f"probe-{secrets.token_hex(8)}"
    client.send(closing_request(mark, "localhost"))
    try:
        answer = client.response()
    except Closed as closed:
        assert closed.unread == b"", "an answer that nobody asked for"
        return
    assert answer.fields["x-request-id"] == mark, "an answer that nobody asked for"
    assert client.rest() == b""


def closing_request(identifier: str, host: str) -> bytes:
    return (
        f"GET /livez HTTP/1.1\r\nHost: {host}\r\nX-Request-Id: {identifier}\r\nConnection: close\r\n\r\n"
    ).encode()


@pytest.fixture(scope="module")
def site(module_programs, server: Server) -> Nginx:
    # The application's side is not asked anything here.
    return module_programs.nginx(server.port, server.port)


def test_nginx_in_front_lets_no_vector_hide_a_request(site: Nginx, server: Server, vector: dict):
    server.assert_alive()
    served, passed_on, understood = server.metric(SERVED), site.forwarded(), site.forwarded(besides="400")
    tls = site.certificate.client_context()
    with Connection(site.tls_port, tls, LOGIN) as client:
        # A request behind it, so that nginx ends the connection by itself whatever it made of the vector.
        client.send(vector["raw"].encode("latin-1") + closing_request("probe-behind-a-vector", LOGIN))
        client.rest()
    # Whoever comes next over the same kept connection gets the answer to its own question.
    for _ in range(2):
        mark = f"probe-{secrets.token_hex(8)}"
        with Connection(site.tls_port, tls, LOGIN) as next_caller:
            next_caller.send(closing_request(mark, LOGIN))
            answer = next_caller.response()
        assert (answer.status, answer.fields["x-request-id"]) == (200, mark)
    # nginx writes its log line after the answer, hence the wait. What the server itself refused as malformed may be
    # missing from its count; a hidden request would stand in it for good, with nothing on nginx's side.
    until(
        lambda: max(2, site.forwarded(besides="400") - understood)
        <= server.metric(SERVED) - served
        <= site.forwarded() - passed_on,
        "the server has seen exactly the requests that nginx passed on",
    )
