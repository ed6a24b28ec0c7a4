"""What an operator and a monitor see: health, metrics, request ids, start, stop and exit codes."""

import re
import signal
import subprocess

import pytest

from harness import PATIENCE
from harness.ports import free_port
from harness.programs import program
from harness.raw import Closed, Connection
from harness.server import Server, binary, clean_environment

USAGE, NO_INPUT, TAKEN, CONFIGURATION = 64, 66, 69, 78


def latchkey(directory, *arguments: str, **settings: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [binary(), *arguments],
        cwd=directory,
        env=clean_environment(**settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_a_healthy_server_says_so(server: Server, path: str):
    with server.client() as client:
        assert client.get(path).status_code == 200


def test_the_metrics_satisfy_prometheus(server: Server):
    with server.client() as client:
        answer = client.get(server.metrics_url)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    checked = subprocess.run(
        [program("promtool", "prometheus"), "check", "metrics"],
        input=answer.content,
        capture_output=True,
        timeout=PATIENCE,
    )
    assert checked.returncode == 0, (checked.stdout + checked.stderr).decode()
    assert answer.text.strip(), "promtool is content with no metric at all; a monitor is not"


def test_the_metrics_are_not_on_the_public_address(server: Server):
    with server.client() as client:
        answer = client.get("/metrics")
    assert answer.status_code == 404
    assert "# TYPE" not in answer.text


def test_a_sane_request_id_is_taken_over(server: Server):
    with server.client() as client:
        answer = client.get("/livez", headers={"X-Request-Id": "checkout-7f3a9c21"})
    assert answer.headers["x-request-id"] == "checkout-7f3a9c21"


@pytest.mark.parametrize("caller", [None, "", "with space", "<script>", "x" * 2000])
def test_without_a_sane_request_id_a_new_one_is_made(server: Server, caller: str | None):
    with server.client() as client:
        fields = {} if caller is None else {"X-Request-Id": caller}
        made = [client.get("/livez", headers=fields).headers["x-request-id"] for _ in range(2)]
    assert made[0] != made[1]
    for identifier in made:
        assert identifier != caller
        assert re.fullmatch(r"[A-Za-z0-9._-]{8,64}", identifier)


def test_an_unknown_path_is_a_problem(server: Server):
    with server.client() as client:
        answer = client.get("/no/such/path")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.headers["x-request-id"]
    problem = answer.json()
    assert problem["code"] == "not_found"
    assert problem["status"] == 404
    assert {"type", "title", "detail"} <= problem.keys()


def test_a_wrong_method_names_the_right_ones(server: Server):
    with server.client() as client:
        answer = client.delete("/livez")
    assert answer.status_code == 405
    assert answer.json()["code"] == "method_not_allowed"
    assert "GET" in answer.headers["allow"]


def test_sigterm_ends_idle_connections_and_exits_cleanly(start_server, programs):
    server = start_server()
    with Connection(server.port) as idle:
        idle.send(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert idle.response().status == 200
        programs.expect_end(server)
        server.signal(signal.SIGTERM)
        assert idle.rest() == b""
    assert server.wait() == 0, server.log_tail()
    with pytest.raises(OSError):
        Connection(server.port)


def test_sigterm_does_not_wait_for_a_client_that_never_finishes(start_server, programs):
    server = start_server()
    with Connection(server.port) as slow:
        slow.send(b"GET /livez HTTP/1.1\r\nHost: local")
        programs.expect_end(server)
        server.signal(signal.SIGTERM)
        assert server.wait() == 0, server.log_tail()
        # Whatever it was told (nothing, a timeout, "busy"), it was not let in.
        try:
            assert slow.response().status != 200
        except Closed:
            pass


def test_the_version_is_printed(tmp_path):
    answer = latchkey(tmp_path, "version")
    assert answer.returncode == 0
    assert re.fullmatch(r"latchkey \d+\.\d+\.\d+\S*", answer.stdout.splitlines()[0])


def test_an_unknown_command_is_a_usage_error(tmp_path):
    answer = latchkey(tmp_path, "swerve")
    assert answer.returncode == USAGE
    assert "swerve" in answer.stderr
    assert answer.stdout == ""


def test_a_wrong_value_stops_the_start_and_is_named(tmp_path):
    answer = latchkey(tmp_path, "serve", LATCHKEY_LISTEN="not an address")
    assert answer.returncode == CONFIGURATION
    assert "LATCHKEY_LISTEN" in answer.stderr


def test_a_missing_configuration_file_is_named(tmp_path):
    answer = latchkey(tmp_path, "serve", "--config", "absent.json5")
    assert answer.returncode == NO_INPUT
    assert "absent.json5" in answer.stderr


def test_a_second_server_on_the_same_port_says_so_in_one_line(server: Server, tmp_path):
    address = f"127.0.0.1:{server.port}"
    answer = latchkey(
        tmp_path,
        "serve",
        LATCHKEY_LISTEN=address,
        LATCHKEY_PUBLIC_URL=server.url,
        LATCHKEY_METRICS_LISTEN=f"127.0.0.1:{free_port()}",
        LATCHKEY_STORE_URL=f"sqlite:{tmp_path}/latchkey.db",
        LATCHKEY_SECRET_FILE=f"{tmp_path}/secret",
    )
    assert answer.returncode == TAKEN, answer.stderr
    said = [line for line in answer.stderr.splitlines() if address in line]
    assert len(said) == 1, answer.stderr
    with server.client() as client:
        assert client.get("/livez").status_code == 200, "the first server is unharmed"
