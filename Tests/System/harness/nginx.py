"""The site that `deploy/nginx.conf` ships, run by a real nginx on ports and in a folder of its own."""

import os
import socket
from pathlib import Path

from . import REPOSITORY
from .certificate import Certificate
from .ports import free_port
from .process import Process
from .programs import program
from .waiting import until

LOGIN, APPLICATION = "login.example.com", "app.example.com"

# What an nginx.conf around a site brings. A client that has said all it has to say, and ends, is served all the same:
# so every request that is passed on is also answered and logged.
_AROUND = """
daemon off;
pid nginx.pid;
worker_processes 1;
error_log stderr;
{user}
events {{ worker_connections 512; }}
http {{
    log_format forwarded '$server_name|$upstream_status|$status|$request_id';
    access_log access.log forwarded;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
    proxy_ignore_client_abort on;
    keepalive_timeout 5s;
    client_body_timeout 5s;
    include site.conf;
}}
"""


class Nginx(Process):
    http_port: int
    tls_port: int
    certificate: Certificate

    @classmethod
    def start(cls, directory: Path, latchkey_port: int, application_port: int) -> "Nginx":
        """Starts the shipped site in front of the two; picks new ports if another program took ours in between."""
        certificate = Certificate(directory, LOGIN, APPLICATION)
        user = "user root;" if os.geteuid() == 0 else ""
        (directory / "nginx.conf").write_text(_AROUND.format(user=user))
        for _ in range(5):
            http_port, tls_port = free_port(), free_port()
            site = _site(http_port, tls_port, latchkey_port, application_port, certificate)
            (directory / "site.conf").write_text(site)
            command = [program("nginx", "nginx-light"), "-p", f"{directory}/", "-c", "nginx.conf", "-e", "stderr"]
            nginx = cls("nginx", command, directory, dict(os.environ))
            nginx.http_port, nginx.tls_port, nginx.certificate = http_port, tls_port, certificate
            try:
                until(lambda: nginx.exit_code is not None or _answers(tls_port), "nginx listens")
            except AssertionError:
                nginx.kill()
                raise
            if nginx.exit_code is None:
                return nginx
            if "Address already in use" not in nginx.log():
                break
        raise AssertionError(f"nginx did not start, exit code {nginx.exit_code}; its log:\n{nginx.log_tail()}")

    def forwarded(self, besides: frozenset[str] = frozenset()) -> int:
        """How many requests it has passed on so far, by its own account; not those that got such an answer."""
        log = self.log_path.parent / "access.log"
        rows = [row.split("|") for row in log.read_text().splitlines()] if log.exists() else []
        return sum(row[1] not in besides | {"", "-"} for row in rows)


def _site(http: int, tls: int, latchkey: int, application: int, certificate: Certificate) -> str:
    """The shipped file with ports, addresses and certificates replaced, as its reader is told to do."""
    site = (REPOSITORY / "deploy/nginx.conf").read_text()
    replacements = {
        "    listen [::]:80;\n": "",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80;": f"listen 127.0.0.1:{http};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{tls} ssl http2;",
        "server 127.0.0.1:8080;": f"server 127.0.0.1:{latchkey};",
        "server 127.0.0.1:3000;": f"server 127.0.0.1:{application};",
    }
    for name in (LOGIN, APPLICATION):
        replacements[f"/etc/letsencrypt/live/{name}/fullchain.pem"] = str(certificate.chain)
        replacements[f"/etc/letsencrypt/live/{name}/privkey.pem"] = str(certificate.key)
    for shipped, here in replacements.items():
        assert shipped in site, f"deploy/nginx.conf no longer says {shipped!r}"
        site = site.replace(shipped, here)
    return site


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 5).close()
        return True
    except OSError:
        return False
