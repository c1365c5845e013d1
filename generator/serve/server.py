"""HTTP/1.1 for one person at their own machine, or a few in the same room.

A thread for each connection, one request on each, then it is closed: so nothing can hide behind a
first request, and who is slow keeps nobody waiting. h11 reads and writes the messages; it is strict
where `http.server` guesses. Every limit is a number below.
"""

import os
import socket
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from socketserver import BaseRequestHandler, TCPServer, ThreadingMixIn
from threading import BoundedSemaphore, Event
from time import monotonic
from typing import Any

import h11
import msgspec

from generator.frozen import Frozen
from generator.serve.requests import RefusedError, Request, read_request

_HEAD_BYTES = 16 * 1024
"""The request line and the headers together."""
_CONNECTIONS = 64
_READ_SECONDS = 10.0
"""For the whole head of a request."""
_WRITE_SECONDS = 30.0
_DRAIN_BYTES = 64 * 1024

HEADERS = {
    "Cache-Control": "no-store",
    "Connection": "close",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Of every answer. There is no Access-Control-Allow-Origin: no other site may read any of it."""


class Answer(Frozen):
    """What a request gets: bytes, or a stream of them that goes on until the reader leaves."""

    status: int
    media: str
    body: bytes | Iterator[bytes]
    headers: Mapping[str, str] = msgspec.field(default_factory=dict)


class SiteServer(ThreadingMixIn, TCPServer):
    """Answers requests for one of the `hosts`, which are names with their port."""

    allow_reuse_address = os.name != "nt"  # there it would mean that two may share the port
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], respond: Callable[[Request], Answer]) -> None:
        """Take the port, or any free one for 0. Raises OSError."""
        self.respond = respond
        self.hosts: Collection[str] = ()
        self.visit = os.urandom(6).hex()
        self.stopping = Event()
        self._room = BoundedSemaphore(_CONNECTIONS)
        super().__init__(address, _Connection)

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self.server_address[1])

    def allow(self, names: Iterable[str]) -> None:
        """Answer to these names, which are without the port."""
        suffixes = (f":{self.port}", "") if self.port == 80 else (f":{self.port}",)
        self.hosts = frozenset(f"{name}{suffix}".lower() for name in names for suffix in suffixes)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Give a connection its thread, if there is room for one more."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer on a connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: whoever asked has gone."""


class _Connection(BaseRequestHandler):
    """One request and its answer."""

    server: SiteServer
    request: socket.socket

    def handle(self) -> None:
        connection = h11.Connection(h11.SERVER, max_incomplete_event_size=_HEAD_BYTES)
        with suppress(OSError, h11.LocalProtocolError):
            try:
                asked = self._read(connection)
                if asked is None:
                    return
                answer = self.server.respond(asked)
                head_only = asked.head_only
            except RefusedError as refused:
                answer, head_only = refuse(refused.status), False
            self._write(connection, answer, head_only=head_only)
            self._drain()

    def _read(self, connection: h11.Connection) -> Request | None:
        """Return a request; None if there never was a whole one. Raises `RefusedError`."""
        deadline = monotonic() + _READ_SECONDS  # for all of it, not for each of its bytes
        while True:
            try:
                event = connection.next_event()
            except h11.RemoteProtocolError as error:
                raise RefusedError(error.error_status_hint) from None
            if isinstance(event, h11.Request):
                if event.http_version not in (b"1.0", b"1.1"):
                    raise RefusedError(505)
                line = (event.method.decode("ascii"), event.target.decode("ascii"))
                headers = [(k.decode("ascii"), v.decode("latin-1")) for k, v in event.headers]
                return read_request(line, headers, self.server.hosts, self.server.visit)
            if event is not h11.NEED_DATA:
                return None
            self.request.settimeout(max(deadline - monotonic(), 0.001))
            connection.receive_data(self.request.recv(4096))

    def _write(self, connection: h11.Connection, answer: Answer, *, head_only: bool) -> None:
        self.request.settimeout(_WRITE_SECONDS)
        headers = {**HEADERS, "Content-Type": answer.media, **answer.headers}
        body = answer.body
        if isinstance(body, bytes):
            headers["Content-Length"] = str(len(body))
        head = h11.Response(status_code=answer.status, headers=list(headers.items()))
        self._send(connection, head)
        for piece in () if head_only else (body,) if isinstance(body, bytes) else body:
            self._send(connection, h11.Data(piece))
        self._send(connection, h11.EndOfMessage())

    def _send(self, connection: h11.Connection, event: Any) -> None:
        self.request.sendall(connection.send(event) or b"")

    def _drain(self) -> None:
        """Take what is still coming, or the system would throw away what was answered."""
        self.request.shutdown(socket.SHUT_WR)
        self.request.settimeout(0.5)
        for _ in range(_DRAIN_BYTES // 4096):
            if not self.request.recv(4096):
                break


def refuse(status: int) -> Answer:
    """Return an answer that says no more than its status."""
    headers = {"Allow": "GET, HEAD"} if status == 405 else {}
    return Answer(status, "text/plain; charset=utf-8", f"{status}\n".encode(), headers)
