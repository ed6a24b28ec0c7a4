"""Bounded waits: look again until it is so, or fail and say what never came."""

import time
from collections.abc import Callable

from . import PATIENCE


def until(condition: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {seconds:.0f} s")
        time.sleep(0.02)
