"""A certificate of our own making for the names that a test serves."""

import ssl
import subprocess
from pathlib import Path

from . import PATIENCE
from .programs import program


class Certificate:
    def __init__(self, directory: Path, *names: str):
        self.chain = directory / "fullchain.pem"
        self.key = directory / "privkey.pem"
        command = [program("openssl", "openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt"]
        command += ["ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", f"/CN={names[0]}"]
        command += ["-addext", "subjectAltName=" + ",".join(f"DNS:{name}" for name in names)]
        command += ["-keyout", str(self.key), "-out", str(self.chain)]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)

    def client_context(self) -> ssl.SSLContext:
        """Trusts this certificate and no other."""
        return ssl.create_default_context(cafile=str(self.chain))
