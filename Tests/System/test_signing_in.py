"""Signing in as a person does it: the real binary, the real database, codes out of the development inbox."""

import signal
import time
from collections.abc import Iterator

import httpx
import jwt
import pytest

from harness.server import Server
from harness.signing_in import (
    NO_LIMITS,
    Flow,
    another,
    bearer,
    check,
    inbox,
    log_in,
    message_ids,
    new_email,
    new_phone,
    refresh,
    refused,
    register,
    start,
)
from harness.waiting import until

STEP = {
    "flow_id", "flow_key", "purpose", "next", "channel", "sent_to", "delivery", "code", "expires_in", "resend_in",
}  # fmt: skip
SIGNED_IN = {
    "next", "purpose", "account_created", "access_token", "token_type", "expires_in", "refresh_token",
    "refresh_expires_in", "device_token", "session_id", "user",
}  # fmt: skip
USER = {"id", "name", "profile", "contacts", "has_password", "roles", "disabled", "created_at"}
PASSWORD = "correct horse battery staple"


@pytest.fixture(scope="module")
def server(module_programs) -> Server:
    return module_programs.server(**NO_LIMITS)


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with server.client() as client:
        yield client


def arrival(flow: Flow) -> str:
    """What becomes of the message, once it has left the queue."""
    told = []
    until(lambda: told.append(flow.call("status").json()["delivery"]) or told[-1] != "queued", "the message leaves", 10)
    return told[-1]


def with_password(client: httpx.Client) -> tuple[str, dict]:
    contact = new_email()
    account = register(client, contact)
    answer = client.put("/v1/me/password", headers=bearer(account), json={"password": PASSWORD})
    assert answer.status_code == 204, answer.text
    return contact, account


# Registering


@pytest.mark.parametrize("channel", ["email", "phone"])
def test_registering_proves_a_contact_and_makes_an_account(client: httpx.Client, channel: str):
    contact = new_email() if channel == "email" else new_phone()
    flow = start(client, "register", contact, profile={"name": "Example"})
    assert flow.step.keys() == STEP
    assert flow.step["code"] == {"length": 4, "alphabet": "digits", "tries_left": 3}
    told = {name: flow.step[name] for name in ("purpose", "next", "channel", "delivery", "sent_to")}
    masked = "p•••@e•••.com" if channel == "email" else f"+12•••{contact[-2:]}"
    assert told == {
        "purpose": "register",
        "next": "code",
        "channel": channel,
        "delivery": "queued",
        "sent_to": masked,
    }
    assert 295 <= flow.step["expires_in"] <= 300
    assert 25 <= flow.step["resend_in"] <= 30
    assert flow.answer.headers["cache-control"] == "no-store"
    answer = flow.send(flow.code())
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    signed_in = answer.json()
    assert signed_in.keys() == SIGNED_IN
    assert (signed_in["next"], signed_in["purpose"], signed_in["account_created"]) == ("done", "register", True)
    assert (signed_in["token_type"], signed_in["expires_in"], signed_in["refresh_expires_in"]) == (
        "Bearer",
        900,
        604800,
    )
    user = signed_in["user"]
    assert user.keys() == USER
    assert (user["name"], user["profile"], user["has_password"], user["roles"]) == (
        "Example",
        {"name": "Example"},
        False,
        [],
    )
    (proven,) = user["contacts"]
    assert (proven["kind"], proven["value"]) == (channel, contact)
    assert client.get("/v1/me", headers=bearer(signed_in)).json() == user
    assert check(client, signed_in).json()["amr"] == [channel]


def test_the_status_says_when_the_message_is_sent(client: httpx.Client):
    flow = start(client, "register", new_email())
    assert arrival(flow) in ("sent", "delivered")
    flow.message()
    assert flow.call("status").json().keys() == STEP


def test_registering_an_address_that_has_an_account_signs_its_owner_in(client: httpx.Client):
    contact = new_email()
    first = register(client, contact, profile={"name": "First"})
    again = register(client, contact, profile={"name": "Second"})
    assert again["account_created"] is False
    assert again["user"]["id"] == first["user"]["id"]
    assert again["user"]["name"] == "First"
    assert again["session_id"] != first["session_id"]


# Codes


def test_three_wrong_codes_spend_the_flow(client: httpx.Client):
    flow = start(client, "register", new_email())
    code = flow.code()
    for left in (2, 1, 0):
        assert refused(flow.send(another(code)), 401, "wrong_code")["tries_left"] == left
    refused(flow.send(code), 410, "tries_spent")
    status = flow.call("status")
    assert status.status_code == 200
    assert status.json()["code"]["tries_left"] == 0


@pytest.mark.parametrize("change", [lambda c: c[:3], lambda c: c + "0", lambda c: "", lambda c: c[:3] + "x"])
def test_a_malformed_code_costs_nothing(client: httpx.Client, change):
    flow = start(client, "register", new_email())
    code = flow.code()
    problem = refused(flow.send(change(code)), 422, "invalid_field")
    assert problem["errors"][0]["field"] == "code"
    assert flow.call("status").json()["code"]["tries_left"] == 3
    assert flow.send(f"{code[:1]} {code[1:2]}-{code[2:]}").status_code == 200


def test_a_resend_has_to_wait(client: httpx.Client):
    flow = start(client, "register", new_email())
    answer = flow.call("resend")
    problem = refused(answer, 429, "resend_too_early")
    assert 25 <= int(answer.headers["retry-after"]) <= 30
    assert problem["retry_after"] == int(answer.headers["retry-after"])


def test_a_resend_brings_the_same_code(start_server):
    server = start_server(code_resend_after="1s", **NO_LIMITS)
    with server.client() as client:
        flow = start(client, "register", new_email())
        code, before = flow.code(), message_ids(client, flow.contact)
        answers = []
        until(lambda: answers.append(flow.call("resend")) or answers[-1].status_code == 202, "a resend is taken")
        assert flow.code(before) == code
        assert flow.send(code).status_code == 200


# Signing in


def test_signing_in_to_nothing_looks_like_signing_in(client: httpx.Client):
    known, unknown = new_email(), new_email()
    register(client, known)
    for purpose in ("login", "reset"):
        real, decoy = start(client, purpose, known), start(client, purpose, unknown)
        assert real.answer.status_code == decoy.answer.status_code
        assert [name for name, _ in real.answer.headers.multi_items()] == [
            name for name, _ in decoy.answer.headers.multi_items()
        ]
        assert len(real.answer.content) == len(decoy.answer.content)
        assert list(real.step) == list(decoy.step)
        for name in set(real.step) - {"flow_id", "flow_key"}:
            assert real.step[name] == decoy.step[name], name
        code = real.code()
        refusals = [(flow.send(another(code)), flow.send("12")) for flow in (real, decoy)]
        assert [[one.json() for one in pair] for pair in refusals[:1]] == [
            [one.json() for one in pair] for pair in refusals[1:]
        ]
        for left in (1, 0):
            assert refused(decoy.send(code), 401, "wrong_code")["tries_left"] == left
        refused(decoy.send(code), 410, "tries_spent")
    assert all("code" not in message for message in inbox(client, unknown))


def test_the_owner_of_an_address_without_an_account_is_told_so_by_mail_and_not_by_sms(client: httpx.Client):
    email, phone = new_email(), new_phone()
    flow = start(client, "login", email)
    silent = start(client, "login", phone)
    assert "code" not in flow.message()
    assert arrival(silent) != "failed"
    assert inbox(client, phone) == []


def test_an_accepted_code_may_be_repeated(client: httpx.Client):
    flow = start(client, "register", new_email())
    code = flow.code()
    first, again = flow.send(code), flow.send(code)
    assert (first.status_code, again.status_code) == (200, 200), again.text
    for name in ("session_id", "refresh_token", "device_token"):
        assert first.json()[name] == again.json()[name]
    refused(flow.send(another(code)), 404, "flow_not_found")
    assert refresh(client, first.json()["refresh_token"]).status_code == 200
    refused(flow.send(code), 404, "flow_not_found")


def test_a_cancelled_flow_is_dead(client: httpx.Client):
    flow = start(client, "register", new_email())
    code = flow.code()
    assert flow.call("cancel").status_code == 204
    refused(flow.send(code), 404, "flow_not_found")
    refused(flow.call("status"), 404, "flow_not_found")


# Passwords


def test_a_reset_sets_a_password_ends_every_session_and_signs_nobody_in(client: httpx.Client):
    contact = new_email()
    sessions = [register(client, contact), log_in(client, contact)]
    choosing = start(client, "reset", contact).proceed()
    assert (choosing.step["purpose"], choosing.step["next"]) == ("reset", "new_password")
    assert "code" not in choosing.step
    for weak in ("short", "a" * 12, contact):
        refused(choosing.password(weak), 422, "weak_password")
    done = choosing.password(PASSWORD)
    assert done.status_code == 200
    assert done.json()["next"] == "done"
    assert not done.json().keys() & {"flow_key", "code", "access_token", "refresh_token", "session_id"}
    for session in sessions:
        refused(check(client, session), 401, "token_invalid")
        refused(refresh(client, session["refresh_token"]), 401, "refresh_invalid")
    asked = start(client, "login", contact).proceed()
    assert asked.step["next"] == "password"
    signed_in = asked.password(PASSWORD)
    assert signed_in.status_code == 200
    assert signed_in.json()["user"]["has_password"] is True
    assert check(client, signed_in.json()).json()["amr"] == ["email", "pwd"]


def test_a_wrong_password_is_counted_and_three_spend_the_flow(client: httpx.Client):
    contact, _ = with_password(client)
    asked = start(client, "login", contact).proceed()
    for left in (2, 1, 0):
        assert refused(asked.password(f"{PASSWORD}{left}"), 401, "wrong_password")["tries_left"] == left
    refused(asked.password(PASSWORD), 410, "tries_spent")
    assert asked.call("status").status_code == 200


def test_registering_an_address_with_a_password_asks_for_it(client: httpx.Client):
    contact, account = with_password(client)
    asked = start(client, "register", contact).proceed()
    assert asked.step["next"] == "password"
    signed_in = asked.password(PASSWORD).json()
    assert (signed_in["account_created"], signed_in["user"]["id"]) == (False, account["user"]["id"])


def test_old_flow_keys_are_refused(client: httpx.Client):
    contact, _ = with_password(client)
    flow = start(client, "login", contact)
    code = flow.code()
    asked = Flow(client, contact, flow.send(code))
    assert asked.key != flow.key
    repeated = flow.send(code)
    assert (repeated.status_code, repeated.json()["flow_key"]) == (200, asked.key)
    for call in ("status", "resend", "cancel"):
        refused(flow.call(call), 404, "flow_not_found")
    refused(flow.password(PASSWORD), 404, "flow_not_found")
    refused(flow.send(another(code)), 404, "flow_not_found")
    assert refused(asked.send(code), 409, "wrong_step")["next"] == "password"
    assert asked.password(PASSWORD).status_code == 200


# Sessions and tokens


def test_a_confirmation_renews_the_time_of_the_proof_alone(client: httpx.Client):
    contact = new_email()
    account = register(client, contact)
    before = check(client, account).json()
    until(lambda: time.time() >= before["auth_time"] + 1.1, "the clock goes on by a second")
    known = message_ids(client, contact)
    answer = client.post("/v1/me/confirm", headers=bearer(account))
    assert answer.status_code == 202
    assert answer.json()["purpose"] == "confirm"
    confirmed = Flow(client, contact, answer, known).finish()
    assert confirmed["session_id"] == account["session_id"]
    assert not confirmed.keys() & {"refresh_token", "refresh_expires_in", "device_token"}
    assert check(client, confirmed).json()["auth_time"] > before["auth_time"]
    assert refresh(client, account["refresh_token"]).status_code == 200


def test_a_refresh_rotates_and_may_be_repeated(client: httpx.Client):
    account = register(client, new_email())
    first = refresh(client, account["refresh_token"])
    assert first.status_code == 200
    assert first.json().keys() == SIGNED_IN - {"account_created", "device_token", "purpose"}
    assert first.json()["refresh_token"] != account["refresh_token"]
    again = refresh(client, account["refresh_token"])
    assert again.json()["refresh_token"] == first.json()["refresh_token"]
    assert again.json()["session_id"] == account["session_id"]
    assert check(client, first.json()).status_code == 200


def test_the_reuse_of_an_older_token_ends_the_session(client: httpx.Client):
    account = register(client, new_email())
    second = refresh(client, account["refresh_token"]).json()
    third = refresh(client, second["refresh_token"]).json()
    refused(refresh(client, account["refresh_token"]), 401, "refresh_reused")
    refused(refresh(client, third["refresh_token"]), 401, "refresh_invalid")
    refused(check(client, third), 401, "token_invalid")


def test_another_program_may_not_repeat_a_refresh(client: httpx.Client):
    account = register(client, new_email())
    second = refresh(client, account["refresh_token"], User_Agent="first").json()
    refused(refresh(client, account["refresh_token"], User_Agent="second"), 401, "refresh_reused")
    refused(check(client, second), 401, "token_invalid")


def test_a_revoked_token_is_gone_and_an_unknown_one_is_not_told_apart(client: httpx.Client):
    account = register(client, new_email())
    for token in (account["refresh_token"], account["refresh_token"], "unknown", account["device_token"]):
        answer = client.post("/v1/token/revoke", json={"refresh_token": token})
        assert (answer.status_code, answer.content) == (204, b"")
    refused(refresh(client, account["refresh_token"]), 401, "refresh_invalid")
    refused(check(client, account), 401, "token_invalid")


def test_signing_out_ends_the_access_token_at_once(client: httpx.Client):
    account = register(client, new_email())
    assert check(client, account).status_code == 200
    assert client.post("/v1/logout", headers=bearer(account)).status_code == 204
    refused(check(client, account), 401, "token_invalid")
    refused(client.get("/v1/me", headers=bearer(account)), 401, "token_invalid")
    refused(refresh(client, account["refresh_token"]), 401, "refresh_invalid")


def test_a_check_names_who_calls(client: httpx.Client):
    account = register(client, new_email())
    answer = check(client, account)
    said = answer.json()
    assert said.keys() == {"active", "sub", "sid", "roles", "exp", "auth_time", "amr"}
    assert (said["active"], said["sub"], said["sid"]) == (True, account["user"]["id"], account["session_id"])
    assert answer.headers["x-auth-user"] == said["sub"]
    assert answer.headers["x-auth-session"] == said["sid"]
    assert answer.headers["x-auth-roles"] == ""
    refused(check(client, account, role="reader"), 403, "role_missing")
    refused(client.get("/v1/check"), 401, "token_invalid")
    refused(client.get("/v1/check", headers={"Authorization": "Bearer forged"}), 401, "token_invalid")
    refused(check(client, account, colour="red"), 400, "malformed_request")


def test_a_jwt_library_verifies_our_token(server: Server, client: httpx.Client):
    account = register(client, new_email())
    answer = client.get("/.well-known/jwks.json")
    assert "public" in answer.headers["cache-control"]
    token = account["access_token"]
    head = jwt.get_unverified_header(token)
    assert (head["alg"], head["typ"]) == ("ES256", "at+jwt")
    key = jwt.PyJWKSet.from_dict(answer.json())[head["kid"]]
    required = ["iss", "aud", "sub", "sid", "jti", "iat", "exp", "auth_time", "amr", "roles"]
    claims = jwt.decode(
        token, key, algorithms=["ES256"], audience="latchkey", issuer=server.url, options={"require": required}
    )
    assert claims.keys() == set(required)
    assert (claims["sub"], claims["sid"]) == (account["user"]["id"], account["session_id"])
    assert claims["exp"] - claims["iat"] == 900
    signed, signature = token.rsplit(".", 1)
    forged = f"{signed}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}"
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(forged, key, algorithms=["ES256"], audience="latchkey")
    refused(check(client, account | {"access_token": forged}), 401, "token_invalid")


def test_sessions_are_listed_and_ended(client: httpx.Client):
    contact = new_email()
    first, second, third = register(client, contact), log_in(client, contact), log_in(client, contact)
    stranger = register(client, new_email())
    rows = client.get("/v1/me/sessions", headers=bearer(third)).json()["items"]
    assert [row["id"] for row in rows] == [one["session_id"] for one in (third, second, first)]
    assert [row["current"] for row in rows] == [True, False, False]
    for row in rows:
        assert row.keys() >= {"id", "browser", "system", "address", "created_at", "seen_at", "amr", "current"}
        assert (row["address"], row["amr"]) == ("127.0.0.1", ["email"])
    path = f"/v1/me/sessions/{second['session_id']}"
    refused(client.delete(path, headers=bearer(stranger)), 404, "not_found")
    assert client.delete(path, headers=bearer(third)).status_code == 204
    refused(client.delete(path, headers=bearer(third)), 404, "not_found")
    refused(check(client, second), 401, "token_invalid")
    assert check(client, first).status_code == 200
    assert client.delete("/v1/me/sessions?keep=current", headers=bearer(third)).status_code == 204
    refused(check(client, first), 401, "token_invalid")
    assert check(client, third).status_code == 200
    assert client.delete("/v1/me/sessions", headers=bearer(third)).status_code == 204
    refused(check(client, third), 401, "token_invalid")
    assert check(client, stranger).status_code == 200


def test_the_history_lists_the_newest_first(client: httpx.Client):
    contact = new_email()
    account = register(client, contact)
    client.post("/v1/logout", headers=bearer(log_in(client, contact)))
    page = client.get("/v1/me/history", headers=bearer(account)).json()
    kinds = [row["kind"] for row in page["items"]]
    assert kinds[:2] == ["signed_out", "signed_in"]
    assert kinds[-1] == "registered"
    times = [row["time"] for row in page["items"]]
    assert times == sorted(times, reverse=True)
    assert "next" not in page
    one = client.get("/v1/me/history?limit=1", headers=bearer(account)).json()
    assert one["items"] == page["items"][:1]
    rest = client.get("/v1/me/history", params={"after": one["next"]}, headers=bearer(account)).json()
    assert rest["items"] == page["items"][1:]


# What is refused


@pytest.mark.parametrize("path", ["/v1/register", "/v1/login", "/v1/reset"])
@pytest.mark.parametrize(
    "body",
    [
        {},
        {"email": "person1@example.com", "phone": "+12025550123"},
        {"email": "person1@example.com", "colour": "red"},
        {"email": 1},
    ],
)
def test_a_start_names_one_contact_and_nothing_unknown(client: httpx.Client, path: str, body: dict):
    refused(client.post(path, json=body), 400, "malformed_request")


@pytest.mark.parametrize("phone", ["+49301234567", "+442079460123", "+19005550123", "+18005550123", "2025550177", "x"])
def test_only_mobile_numbers_are_taken(client: httpx.Client, phone: str):
    answer = client.post("/v1/register", json={"phone": phone})
    refused(answer, 422, "invalid_phone")
    assert phone == "x" or phone not in answer.text


@pytest.mark.parametrize("email", ["", "person", "a b@example.com", "person@example.com\r\nBcc: other@example.com"])
def test_only_addresses_are_taken(client: httpx.Client, email: str):
    refused(client.post("/v1/register", json={"email": email}), 422, "invalid_email")


@pytest.mark.parametrize(
    "fields",
    [
        {"Forwarded": "for=203.0.113.9"},
        {"X-Forwarded-For": "203.0.113.9"},
        {"X-Forwarded-Host": "login.example.com"},
        {"X-Forwarded-Proto": "https"},
        {"X-Real-IP": "203.0.113.9"},
        {"Host": "login.example.com"},
        {"Host": "127.0.0.1.example.com"},
        {"Host": "localhost.example.com:8080"},
    ],
)
@pytest.mark.parametrize("path", ["/dev/messages", "/dev/inbox"])
def test_the_inbox_answers_this_machine_alone(client: httpx.Client, path: str, fields: dict[str, str]):
    assert client.get(path).status_code == 200
    assert client.get(path, headers={"Host": "localhost:8080"}).status_code == 200
    refused(client.get(path, headers=fields), 404, "not_found")


# What guessing costs


@pytest.mark.parametrize("has_account", [True, False])
def test_the_eleventh_wrong_guess_makes_the_code_longer(client: httpx.Client, has_account: bool):
    contact = new_email()
    if has_account:
        register(client, contact)
    purpose = "login" if has_account else "register"
    for _ in range(3):
        flow = start(client, purpose, contact)
        for left in (2, 1, 0):
            assert refused(flow.guess_wrong(), 401, "wrong_code")["tries_left"] == left
    flow = start(client, purpose, contact)
    assert flow.step["code"]["length"] == 4
    assert refused(flow.guess_wrong(), 401, "wrong_code")["tries_left"] == 2
    short, before = flow.code(), message_ids(client, contact)
    step = refused(flow.send(another(short)), 409, "code_upgraded")["step"]
    assert step["code"] == {"length": 8, "alphabet": "digits", "tries_left": 3}
    refused(flow.send(short), 422, "invalid_field")
    long = flow.code(before)
    assert len(long) == 8
    answer = client.post("/v1/flows/code", json={"flow_key": step["flow_key"], "code": long})
    assert answer.status_code == 200, answer.text
    # A success gives back the guesses of its own flow alone: with the nine of the others one is left.
    flow = start(client, "login", contact)
    assert flow.step["code"]["length"] == 4
    refused(flow.guess_wrong(), 401, "wrong_code")
    refused(flow.guess_wrong(), 409, "code_upgraded")


def test_a_decoy_grows_a_longer_code_too(client: httpx.Client):
    contact = new_email()
    for _ in range(3):
        flow = start(client, "login", contact)
        for _ in range(3):
            refused(flow.send("0000"), 401, "wrong_code")
    flow = start(client, "login", contact)
    refused(flow.send("0000"), 401, "wrong_code")
    step = refused(flow.send("0000"), 409, "code_upgraded")["step"]
    assert step["code"] == {"length": 8, "alphabet": "digits", "tries_left": 3}


def test_a_known_device_has_guesses_of_its_own(client: httpx.Client):
    contact = new_email()
    device = register(client, contact)["device_token"]
    for _ in range(3):
        flow = start(client, "login", contact)
        for _ in range(3):
            refused(flow.guess_wrong(), 401, "wrong_code")
    flow = start(client, "login", contact)
    flow.guess_wrong()
    assert start(client, "login", contact).step["code"]["length"] == 8
    assert start(client, "login", contact, device_token=device).step["code"]["length"] == 4


def test_guesses_spread_over_many_contacts_make_every_unknown_device_type_more(start_server):
    server = start_server(**NO_LIMITS | {"guesses_spray_floor": "6"})
    with server.client() as client:
        owner = new_email()
        device = register(client, owner)["device_token"]
        for _ in range(2):
            flow = start(client, "register", new_email())
            for _ in range(3):
                refused(flow.guess_wrong(), 401, "wrong_code")
        assert start(client, "login", owner).step["code"]["length"] == 8
        assert start(client, "register", new_email()).step["code"]["length"] == 8
        assert start(client, "login", owner, device_token=device).step["code"]["length"] == 4


def test_a_server_that_is_killed_carries_on(programs, tmp_path):
    files = {"store_url": f"sqlite:{tmp_path}/kept.db", "secret_file": f"{tmp_path}/kept-secret"}
    first = programs.server(**files, **NO_LIMITS)
    with first.client() as client:
        signed_in = register(client, new_email())
        flow = start(client, "register", new_email())
        code = flow.code()
        assert refused(flow.send(another(code)), 401, "wrong_code")["tries_left"] == 2
        programs.expect_end(first)
        first.signal(signal.SIGKILL)
        assert first.wait() == -signal.SIGKILL
    second = programs.server(**files, public_url=first.url, **NO_LIMITS)
    with second.client() as client:
        flow.client = client
        assert flow.call("status").json()["code"]["tries_left"] == 2
        assert refused(flow.send(another(code)), 401, "wrong_code")["tries_left"] == 1
        assert flow.send(code).json()["account_created"] is True
        assert check(client, signed_in).status_code == 200
        assert refresh(client, signed_in["refresh_token"]).status_code == 200


@pytest.mark.parametrize("new_contact", [new_email, new_phone])
def test_the_delivery_of_a_decoy_looks_like_any_other(client: httpx.Client, new_contact):
    known, unknown = new_contact(), new_contact()
    register(client, known)
    for purpose in ("login", "login", "reset"):
        assert arrival(start(client, purpose, unknown)) == arrival(start(client, purpose, known))
