"""Free loopback ports, outside the range from which the kernel gives ports to outgoing connections."""

import random
import socket
from pathlib import Path

_given: set[int] = set()


def free_port() -> int:
    """A port that nobody listens on now and that this run has not given away before."""
    low, high = 10_000, 60_000
    ephemeral = Path("/proc/sys/net/ipv4/ip_local_port_range")
    if ephemeral.exists():
        first = int(ephemeral.read_text().split()[0])
        high = first if first > low + 1_000 else high
    while True:
        port = random.randrange(low, high)
        if port in _given:
            continue
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        _given.add(port)
        return port
