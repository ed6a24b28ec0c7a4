"""A socket on which a test sends exactly the bytes it means, and reads one answer at a time. Every wait is bounded."""

import socket
import ssl
import time
from dataclasses import dataclass

from . import PATIENCE


class Closed(Exception):
    """The peer ended the connection where an answer was awaited."""

    def __init__(self, unread: bytes):
        super().__init__(f"closed after {unread!r}")
        self.unread = unread


@dataclass
class Response:
    status: int
    fields: dict[str, str]
    body: bytes = b""

    @property
    def closes(self) -> bool:
        return self.fields.get("connection", "").lower() == "close"


class Connection:
    def __init__(self, port: int, tls: ssl.SSLContext | None = None, name: str = "localhost"):
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        if tls is not None:
            self._socket = tls.wrap_socket(self._socket, server_hostname=name)
        self._buffer = b""

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        self._socket.close()

    def send(self, data: bytes) -> bool:
        """False if the peer closed while it was still being sent to."""
        try:
            self._socket.sendall(data)
            return True
        except (BrokenPipeError, ConnectionResetError, ssl.SSLEOFError):
            return False

    def finish_sending(self) -> None:
        """Tells the peer that nothing more comes. Answers can still be read, over TLS only as `rest`, undeciphered."""
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def response(self, method: str = "GET", seconds: float = PATIENCE) -> Response:
        """The next final answer; interim ones (1xx) are passed over. Raises Closed, or TimeoutError."""
        end = time.monotonic() + seconds
        while True:
            head = self._until(b"\r\n\r\n", end)
            line, *rest = head.decode("latin-1").split("\r\n")
            version, code, *_ = line.split(" ", 2)
            assert version == "HTTP/1.1", f"not a status line: {line!r}"
            fields = {name.lower(): value.strip() for name, _, value in (f.partition(":") for f in rest if f)}
            answer = Response(int(code), fields)
            if answer.status >= 200:
                break
        if method == "HEAD" or answer.status in (204, 304):
            return answer
        if answer.fields.get("transfer-encoding", "").lower() == "chunked":
            answer.body = self._chunks(end)
        elif "content-length" in answer.fields:
            answer.body = self._exactly(int(answer.fields["content-length"]), end)
        else:
            answer.body = self.rest(seconds)
        return answer

    def read_until(self, mark: bytes, seconds: float = PATIENCE) -> bytes:
        """Everything up to the mark, which is not among it."""
        return self._until(mark, time.monotonic() + seconds)

    def rest(self, seconds: float = PATIENCE) -> bytes:
        """Everything up to the end of the connection; TimeoutError if it stays open."""
        end = time.monotonic() + seconds
        while self._fill(end):
            pass
        data, self._buffer = self._buffer, b""
        return data

    def _chunks(self, end: float) -> bytes:
        body = b""
        while True:
            size = int(self._until(b"\r\n", end).split(b";")[0], 16)
            if size == 0:
                while self._until(b"\r\n", end):
                    pass
                return body
            body += self._exactly(size, end)
            assert self._exactly(2, end) == b"\r\n", "a chunk does not end where it says"

    def _until(self, mark: bytes, end: float) -> bytes:
        while mark not in self._buffer:
            if not self._fill(end):
                raise Closed(self._buffer)
        found, self._buffer = self._buffer.split(mark, 1)
        return found

    def _exactly(self, count: int, end: float) -> bytes:
        while len(self._buffer) < count:
            if not self._fill(end):
                raise Closed(self._buffer)
        found, self._buffer = self._buffer[:count], self._buffer[count:]
        return found

    def _fill(self, end: float) -> bool:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError("no answer, and the connection stays open")
        self._socket.settimeout(left)
        try:
            data = self._socket.recv(65536)
        except (ConnectionResetError, ssl.SSLEOFError):
            return False
        self._buffer += data
        return bool(data)
