"""What the system tests start, talk to and stop: the real binary and the real programs around it."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
# `make prove` runs every test with its full figures.
PROVE = os.environ.get("PROVE", "") not in ("", "0")
# A bound for what answers in milliseconds on an idle machine; only a hang reaches it on a busy one.
PATIENCE = 60.0
