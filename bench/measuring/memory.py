"""What an idle connection, and a parked request, cost in resident memory of the server."""

import subprocess
import sys

from .programs import REPOSITORY, Missing, Server, cores, program


def per_connection(server: Server, path: str, count: int, answered: bool) -> float:
    """Bytes a connection, of `count` that are open at once."""
    # The first few bring in what is made once and stays.
    _hold(server, path, 64, answered)
    before = server.resident_bytes()
    return (_hold(server, path, count, answered) - before) / count


def _hold(server: Server, path: str, count: int, answered: bool) -> int:
    """The resident memory while `count` connections are open; gives them up again."""
    command = [program("taskset"), "-c", str(cores()[1]), sys.executable, "-m", "measuring.holding"]
    command += [str(server.port), path, str(count), "answered" if answered else "parked"]
    with subprocess.Popen(
        command, cwd=REPOSITORY / "bench", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as client:
        try:
            if client.stdout.readline() != "held\n":
                raise Missing(f"{count} open connections")
            return server.resident_bytes()
        finally:
            client.stdin.close()
            client.wait(60)
