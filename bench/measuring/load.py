"""Load by wrk from the other core, in pairs whose order alternates."""

import re
import statistics
import subprocess
import tempfile
from dataclasses import dataclass, field

from .programs import Missing, Server, cores, program

CONNECTIONS = 64

_BROWSER = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
    "Accept-Language": "en-GB,en;q=0.9,ru;q=0.8",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Cache-Control": "max-age=0",
    "Connection": "keep-alive",
    "Cookie": "__Host-session=c2Vzc2lvbg0123456789abcdefghijkl; locale=en",
    "Referer": "http://login.example.com/account",
    "Sec-CH-UA": '\\"Chromium\\";v=\\"126\\", \\"Not.A/Brand\\";v=\\"24\\"',
    "Sec-CH-UA-Mobile": "?0",
    "Sec-CH-UA-Platform": '\\"Linux\\"',
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "same-origin",
}
_BODY = '{\\"email\\":\\"someone@example.com\\",\\"locale\\":\\"en\\"}'


@dataclass(frozen=True)
class Request:
    """What is asked, again and again."""

    path: str
    method: str = "GET"
    fields: dict[str, str] = field(default_factory=dict)
    body: str = ""

    def script(self) -> str:
        lines = [f'wrk.method = "{self.method}"']
        lines += [f'wrk.headers["{name}"] = "{value}"' for name, value in self.fields.items()]
        if self.body:
            lines.append(f'wrk.body = "{self.body}"')
        return "\n".join(lines) + "\n"


SHORT_GET = Request("/livez")
JSON_POST = Request("/json", "POST", {"Content-Type": "application/json"}, _BODY)
# Fifteen fields: these and Host.
BROWSER_GET = Request("/livez", fields=_BROWSER)
CLOSING_GET = Request("/livez", fields={"Connection": "close"})


@dataclass(frozen=True)
class Sample:
    requests_per_second: float
    p99_milliseconds: float
    cpu_microseconds: float


@dataclass
class Pairs:
    ours: list[Sample] = field(default_factory=list)
    theirs: list[Sample] = field(default_factory=list)

    def medians(self, name: str) -> tuple[float, float]:
        return tuple(statistics.median(getattr(s, name) for s in side) for side in (self.ours, self.theirs))

    def spread(self, name: str) -> tuple[float, float]:
        """The quartiles of the pairs' own ratios."""
        ratios = sorted(getattr(a, name) / getattr(b, name) for a, b in zip(self.ours, self.theirs))
        if len(ratios) < 3:
            return ratios[0], ratios[-1]
        low, _, high = statistics.quantiles(ratios, n=4, method="inclusive")
        return low, high


def compare(ours: Server, theirs: Server, request: Request, rounds: int, seconds: int, scheme: str = "http") -> Pairs:
    for server in (ours, theirs):
        _run(server, request, 2, scheme)
    pairs = Pairs()
    for number in range(rounds):
        order = [(ours, pairs.ours), (theirs, pairs.theirs)]
        for server, samples in order if number % 2 == 0 else order[::-1]:
            samples.append(_run(server, request, seconds, scheme))
    return pairs


def _run(server: Server, request: Request, seconds: int, scheme: str) -> Sample:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(request.script())
        script.flush()
        command = [program("taskset"), "-c", str(cores()[1]), program("wrk"), "-t1", f"-c{CONNECTIONS}"]
        command += [f"-d{seconds}s", "--latency", "-s", script.name]
        command.append(f"{scheme}://127.0.0.1:{server.port}{request.path}")
        before = server.cpu_microseconds()
        output = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 30).stdout
        used = server.cpu_microseconds() - before
    count = re.search(r"(\d+) requests in", output)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", output)
    if not (count and rate and p99) or "Non-2xx" in output or int(count[1]) == 0:
        raise Missing(f"wrk has no figures for {server.name}:\n{output}")
    scale = {"us": 0.001, "ms": 1, "s": 1000}[p99[2]]
    return Sample(float(rate[1]), float(p99[1]) * scale, used / int(count[1]))
