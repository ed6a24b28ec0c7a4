"""An upstream that notes what reached it: an application, or a stand-in that answers /v1/check as it is told."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from . import PATIENCE


@dataclass
class Seen:
    method: str
    target: str
    fields: dict[str, list[str]]
    body: bytes


@dataclass
class Upstream:
    port: int = 0
    seen: list[Seen] = field(default_factory=list)
    status: int = 200
    answer_fields: dict[str, str] = field(default_factory=dict)
    # An event stream sends its second event only once this is set.
    go_on: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Upstream":
        upstream = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                fields: dict[str, list[str]] = {}
                for name, value in self.headers.items():
                    fields.setdefault(name.lower(), []).append(value)
                upstream.seen.append(Seen(self.command, self.path, fields, body))
                if self.path.endswith("/events"):
                    self._events()
                    return
                self.send_response(upstream.status)
                for name, value in upstream.answer_fields.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")

            do_GET = do_POST = do_DELETE = handle_one

            def _events(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(b"event: waiting\n\n")
                if upstream.go_on.wait(PATIENCE):
                    self.wfile.write(b"event: scanned\n\n")
                self.close_connection = True

            def log_message(self, *_) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.go_on.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(PATIENCE)
