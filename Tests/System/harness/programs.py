"""The programs that the tests run beside Latchkey. A missing one is a failure, never a skip."""

import shutil

import pytest


def program(name: str, package: str) -> str:
    # nginx lies in /usr/sbin, which is not on every user's PATH.
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    if found is None:
        pytest.fail(f"{name} is missing: install the Debian package {package}, or run `make test`.", pytrace=False)
    return found
