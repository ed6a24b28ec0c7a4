"""A person who signs in over the API, and reads the own messages in the development inbox."""

import itertools
from dataclasses import dataclass, field

import httpx

from .waiting import until

# The tests start more sign-ins than one person ever would, and guess more than a fleet's alarm would bear.
NO_LIMITS = {
    f"limits_{name}": "[]"
    for name in ("start_per_contact_and_network", "start_per_contact", "start_per_network", "request_per_address")
} | {"guesses_spray_floor": "10000"}

# The courier takes a message at once; a retry would come within 2 s.
SECONDS_TO_ARRIVE = 10

_numbers = itertools.count(100)


def new_email() -> str:
    """An address that nobody used before; all of them are of one length, so answers can be compared."""
    return f"person{next(_numbers)}@example.com"


def new_phone() -> str:
    """A number out of those that are set aside for examples."""
    return f"+120255501{next(_numbers) % 100:02}"


def another(code: str) -> str:
    """A code that looks like this one and is not it."""
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}}"


@dataclass
class Flow:
    """A sign-in under way: the last step, and the messages that were there before it."""

    client: httpx.Client
    contact: str
    answer: httpx.Response
    before: set[str] = field(default_factory=set)

    @property
    def step(self) -> dict:
        return self.answer.json()

    @property
    def key(self) -> str:
        return self.step["flow_key"]

    def code(self, before: set[str] | None = None) -> str:
        """The newest code that came for this flow."""
        return self.message(before, "code")["code"]

    def message(self, before: set[str] | None = None, holding: str = "text") -> dict:
        """The newest message that came since; a warning about guesses may stand before the one that is waited for."""
        known = self.before if before is None else before
        found: list[dict] = []

        def arrived() -> bool:
            found[:] = [row for row in inbox(self.client, self.contact) if row["id"] not in known and holding in row]
            return bool(found)

        until(arrived, "the message arrives", SECONDS_TO_ARRIVE)
        return found[0]

    def send(self, code: str) -> httpx.Response:
        return self.client.post("/v1/flows/code", json={"flow_key": self.key, "code": code})

    def guess_wrong(self) -> httpx.Response:
        return self.send(another(self.code()))

    def password(self, password: str) -> httpx.Response:
        return self.client.post("/v1/flows/password", json={"flow_key": self.key, "password": password})

    def call(self, name: str, **more: str) -> httpx.Response:
        return self.client.post(f"/v1/flows/{name}", json={"flow_key": self.key} | more)

    def finish(self) -> dict:
        """Sends the right code, and is signed in."""
        answer = self.send(self.code())
        assert answer.status_code == 200, answer.text
        return answer.json()

    def proceed(self) -> "Flow":
        """Sends the right code, and goes on with the step that is next."""
        answer = self.send(self.code())
        assert answer.status_code == 200, answer.text
        return Flow(self.client, self.contact, answer, self.before)


def inbox(client: httpx.Client, contact: str) -> list[dict]:
    answer = client.get("/dev/messages", params={"to": contact})
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def message_ids(client: httpx.Client, contact: str) -> set[str]:
    return {row["id"] for row in inbox(client, contact)}


def named(contact: str) -> dict[str, str]:
    return {"email" if "@" in contact else "phone": contact}


def start(client: httpx.Client, purpose: str, contact: str, **more) -> Flow:
    before = message_ids(client, contact)
    answer = client.post(f"/v1/{purpose}", json=named(contact) | more)
    assert answer.status_code == 202, answer.text
    return Flow(client, contact, answer, before)


def register(client: httpx.Client, contact: str, **more) -> dict:
    return start(client, "register", contact, **more).finish()


def log_in(client: httpx.Client, contact: str) -> dict:
    return start(client, "login", contact).finish()


def bearer(signed_in: dict) -> dict[str, str]:
    return {"Authorization": f"Bearer {signed_in['access_token']}"}


def refresh(client: httpx.Client, token: str, **fields: str) -> httpx.Response:
    names = {name.replace("_", "-"): value for name, value in fields.items()}
    return client.post("/v1/token/refresh", json={"refresh_token": token}, headers=names)


def check(client: httpx.Client, signed_in: dict, **query: str) -> httpx.Response:
    return client.get("/v1/check", headers=bearer(signed_in), params=query)


def refused(answer: httpx.Response, status: int, code: str) -> dict:
    """The problem, which must be this one."""
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == status
    return answer.json()
