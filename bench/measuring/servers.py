"""The servers that are compared: the release binary, the bench server on the same core, and nginx."""

import os
import subprocess
from pathlib import Path

from .programs import REPOSITORY, Missing, Server, free_port, program

# What our answers carry, so that nginx sends about as much. It adds Server and Connection of its own.
_FIELDS = """
        add_header X-Request-Id $request_id;
        add_header X-Content-Type-Options nosniff;
        add_header Referrer-Policy no-referrer;
        add_header X-Frame-Options DENY;
        add_header Content-Security-Policy "default-src 'none'; frame-ancestors 'none'";
        add_header Cross-Origin-Resource-Policy same-origin;
        add_header Cache-Control no-store;
"""

_NGINX = """
daemon off; master_process off; pid nginx.pid; worker_processes 1; error_log stderr crit; {user}
worker_rlimit_nofile 20000;
events {{ worker_connections 16384; }}
http {{
    access_log off; keepalive_requests 1000000000; keepalive_timeout 60s; server_tokens off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
    default_type application/json;
    server {{
        listen 127.0.0.1:{port} {tls};
        {certificate}
        {fields}
        location = /livez {{ return 200 '{{"status":"alive"}}'; }}
        location = /json {{ return 200 '{{"email":"someone@example.com","locale":"en"}}'; }}
    }}
}}
"""


def binary(name: str) -> str:
    path = REPOSITORY / ".build/release" / name
    if not os.access(path, os.X_OK):
        raise Missing(f"{path} is not there; run `make bench`")
    return str(path)


class Certificate:
    """Made for this run, on P-256 as most sites have it."""

    def __init__(self, directory: Path):
        self.chain, self.key = directory / "chain.pem", directory / "key.pem"
        command = [program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        command += ["-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        command += ["-keyout", str(self.key), "-out", str(self.chain)]
        subprocess.run(command, check=True, capture_output=True, timeout=20)


def latchkey(directory: Path, certificate: Certificate | None = None) -> Server:
    port = free_port()
    settings = {
        "LATCHKEY_LISTEN": f"127.0.0.1:{port}",
        "LATCHKEY_LOG_LEVEL": "warning",
        "LATCHKEY_METRICS_LISTEN": "",
    }
    if certificate:
        settings["LATCHKEY_PUBLIC_URL"] = f"https://localhost:{port}"
        settings["LATCHKEY_TLS_CERTIFICATE"] = str(certificate.chain)
        settings["LATCHKEY_TLS_KEY"] = str(certificate.key)
    name = "latchkey-tls" if certificate else "latchkey"
    return Server(name, port, [binary("latchkey"), "serve"], directory, **settings)


def bench_server(directory: Path) -> Server:
    port = free_port()
    return Server("BenchServer", port, [binary("BenchServer"), str(port)], directory)


def nginx(directory: Path, certificate: Certificate | None = None) -> Server:
    port = free_port()
    name = "nginx-tls" if certificate else "nginx"
    home = directory / name
    home.mkdir()
    lines = ""
    if certificate:
        lines = f"ssl_certificate {certificate.chain}; ssl_certificate_key {certificate.key};"
        lines += " ssl_protocols TLSv1.2 TLSv1.3;"
    (home / "nginx.conf").write_text(_NGINX.format(
        user="user root;" if os.geteuid() == 0 else "", port=port, tls="ssl" if certificate else "",
        certificate=lines, fields=_FIELDS,
    ))
    return Server(name, port, [program("nginx"), "-p", f"{home}/", "-c", "nginx.conf", "-e", "stderr"], home)
