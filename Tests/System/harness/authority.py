"""A certificate authority of our own making, and what it signs for a server on loopback."""

import ssl
import subprocess
from pathlib import Path

from . import PATIENCE
from .programs import program

# Everything that a scanner expects of a certificate from a public authority; the list of revoked ones is never asked.
_CONFIGURATION = """
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, IP:127.0.0.1
crlDistributionPoints = URI:http://127.0.0.1/none.crl
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
"""


class Authority:
    def __init__(self, directory: Path):
        self._configuration = directory / "openssl.cnf"
        self._configuration.write_text(_CONFIGURATION)
        self.certificate, self._key = directory / "authority.pem", directory / "authority.key"
        self._request("authority", "Test authority", self.certificate, self._key)

    def sign(self, certificate: Path, key: Path) -> None:
        """Writes a new certificate for localhost, and its new key, over whatever is there."""
        self._request("server", "localhost", certificate, key, "-CA", str(self.certificate), "-CAkey", str(self._key))

    def client_context(self) -> ssl.SSLContext:
        """Trusts this authority and no other."""
        return ssl.create_default_context(cafile=str(self.certificate))

    def _request(self, extensions: str, name: str, certificate: Path, key: Path, *signer: str) -> None:
        command = [program("openssl", "openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt"]
        command += ["ec_paramgen_curve:P-256", "-nodes", "-days", "90", "-subj", f"/CN={name}"]
        command += ["-config", str(self._configuration), "-extensions", extensions, *signer]
        command += ["-keyout", str(key), "-out", str(certificate)]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
