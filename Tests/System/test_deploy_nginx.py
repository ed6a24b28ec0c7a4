"""The nginx site that is shipped, run by a real nginx: what it passes on, and what it keeps out."""

import re

import httpx
import pytest

from harness import PATIENCE
from harness.nginx import APPLICATION, LOGIN, Nginx
from harness.raw import Connection
from harness.signing_in import bearer, new_email, register
from harness.upstream import Upstream

ALLOWED = {"X-Auth-User": "user-1", "X-Auth-Session": "session-1", "X-Auth-Roles": "reader,writer"}


@pytest.fixture
def check():
    """A stand-in for Latchkey that answers what a test tells it to."""
    with Upstream() as running:
        running.answer_fields = dict(ALLOWED)
        yield running


@pytest.fixture
def site(programs, check: Upstream, upstream: Upstream) -> Nginx:
    """The shipped site in front of the stand-in and of an application that notes what reaches it."""
    return programs.nginx(check.port, upstream.port)


def get(site: Nginx, host: str, path: str, method: str = "GET", **fields: str) -> httpx.Response:
    """A request to the name that the site serves, at the address where it serves it here."""
    names = {name.replace("_", "-"): value for name, value in fields.items()}
    with httpx.Client(verify=site.certificate.client_context(), timeout=PATIENCE, trust_env=False) as client:
        request = client.build_request(method, f"https://127.0.0.1:{site.tls_port}{path}", headers=names | {"Host": host})
        request.extensions["sni_hostname"] = host
        return client.send(request)


def test_the_real_server_answers_through_the_site(programs, start_server, upstream):
    server = start_server(public_url=f"https://{LOGIN}", trusted_proxies='["127.0.0.1/32"]')
    site = programs.nginx(server.port, upstream.port)
    answer = get(site, LOGIN, "/livez", X_Request_Id="checkout-7f3a9c21")
    assert answer.status_code == 200
    assert answer.headers["x-request-id"] == "checkout-7f3a9c21"
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    assert len(get(site, LOGIN, "/livez").headers["x-request-id"]) >= 8


def test_nobody_reaches_the_application_past_the_real_server(programs, start_server, upstream):
    server = start_server(public_url=f"https://{LOGIN}", trusted_proxies='["127.0.0.1/32"]')
    site = programs.nginx(server.port, upstream.port)
    for token in ("", "Bearer forged"):
        answer = get(site, APPLICATION, "/secret", Authorization=token, X_Auth_User="admin")
        assert answer.status_code >= 400
    assert upstream.seen == []


def test_the_real_server_lets_in_who_is_signed_in(programs, start_server, upstream):
    server = start_server()
    site = programs.nginx(server.port, upstream.port)
    with server.client() as client:
        account = register(client, new_email())
        authorization = bearer(account)["Authorization"]
        assert get(site, APPLICATION, "/things").status_code == 401
        assert upstream.seen == []
        answer = get(site, APPLICATION, "/things", Authorization=authorization, X_Auth_User="admin")
        assert answer.status_code == 200
        (seen,) = upstream.seen
        assert seen.fields["x-auth-user"] == [account["user"]["id"]]
        assert seen.fields["x-auth-session"] == [account["session_id"]]
        assert client.post("/v1/logout", headers=bearer(account)).status_code == 204
        assert get(site, APPLICATION, "/things", Authorization=authorization).status_code == 401
        assert len(upstream.seen) == 1


def test_plain_http_is_sent_to_https(site: Nginx):
    with Connection(site.http_port) as plain:
        plain.send(f"GET /login?next=%2F HTTP/1.1\r\nHost: {LOGIN}\r\n\r\n".encode())
        answer = plain.response()
    assert answer.status == 301
    assert answer.fields["location"] == f"https://{LOGIN}/login?next=%2F"


@pytest.mark.parametrize("path", ["/v1/me", "/v1/pairings/p1?wait=25"])
def test_latchkey_is_told_who_calls(site: Nginx, check: Upstream, path: str):
    get(site, LOGIN, path, X_Forwarded_For="203.0.113.9", X_Forwarded_Proto="http", X_Request_Id="checkout-7f3a9c21")
    (seen,) = check.seen
    assert seen.target == path
    assert seen.fields["host"] == [LOGIN]
    # What the caller claimed about itself is replaced, not added to.
    assert seen.fields["x-forwarded-for"] == ["127.0.0.1"]
    assert seen.fields["x-forwarded-proto"] == ["https"]
    assert seen.fields["x-request-id"] == ["checkout-7f3a9c21"]


@pytest.mark.parametrize("caller", [{}, {"X_Request_Id": "no good id"}])
def test_a_request_id_is_made_where_the_caller_has_none(site: Nginx, check: Upstream, caller: dict[str, str]):
    get(site, LOGIN, "/v1/me", **caller)
    (identifier,) = check.seen[0].fields["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", identifier)


def test_a_signed_in_caller_reaches_the_application_with_a_name(site: Nginx, check: Upstream, upstream: Upstream):
    answer = get(
        site, APPLICATION, "/things?page=2", Authorization="Bearer good", X_Auth_User="admin", X_Auth_Roles="admin"
    )
    assert answer.status_code == 200
    (asked,) = check.seen
    assert asked.method == "GET"
    assert asked.target == "/v1/check"
    assert asked.fields["authorization"] == ["Bearer good"]
    assert asked.fields["x-forwarded-for"] == ["127.0.0.1"]
    assert asked.fields["x-forwarded-proto"] == ["https"]
    (seen,) = upstream.seen
    assert seen.target == "/things?page=2"
    assert seen.fields["host"] == [APPLICATION]
    for name, value in ALLOWED.items():
        assert seen.fields[name.lower()] == [value]
    for name in ("x-forwarded-for", "x-forwarded-proto", "x-request-id"):
        assert len(seen.fields[name]) == 1
    assert seen.fields["x-request-id"] == asked.fields["x-request-id"]


def test_what_a_caller_says_of_itself_goes_nowhere_if_latchkey_names_nobody(
    site: Nginx, check: Upstream, upstream: Upstream
):
    check.answer_fields = {}
    get(site, APPLICATION, "/things", X_Auth_User="admin", X_Auth_Session="s", X_Auth_Roles="admin")
    (seen,) = upstream.seen
    for name in ALLOWED:
        assert name.lower() not in seen.fields


@pytest.mark.parametrize("status, answered", [(401, 401), (403, 403), (503, 500), (404, 500)])
def test_who_is_refused_does_not_reach_the_application(
    site: Nginx, check: Upstream, upstream: Upstream, status: int, answered: int
):
    check.status = status
    assert get(site, APPLICATION, "/things").status_code == answered
    assert upstream.seen == []


def test_the_check_itself_cannot_be_called_from_outside(site: Nginx, check: Upstream):
    assert get(site, APPLICATION, "/_latchkey_check").status_code == 404
    assert check.seen == []


def test_an_event_arrives_while_its_stream_goes_on(site: Nginx, check: Upstream):
    tls = site.certificate.client_context()
    with Connection(site.tls_port, tls, LOGIN) as device:
        device.send(f"GET /v1/pairings/p1/events HTTP/1.0\r\nHost: {LOGIN}\r\n\r\n".encode())
        # The upstream sends its second event only when the first has been read here.
        received = device.read_until(b"event: waiting\n\n")
        assert b"scanned" not in received
        check.go_on.set()
        assert b"event: scanned" in device.rest()
