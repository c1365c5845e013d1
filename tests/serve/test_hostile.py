"""What is sent to the server by whoever is no browser of the person who runs it."""

import socket
from contextlib import closing

import pytest

from tests.serve.conftest import Running

HOST = b"Host: 127.0.0.1:PORT\r\n"
GET = b"GET / HTTP/1.1\r\n"

HOSTILE: dict[str, tuple[bytes, int]] = {
    # out of the site
    "dots": (b"GET /../../etc/passwd HTTP/1.1\r\n" + HOST, 400),
    "dots-encoded": (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + HOST, 400),
    "dots-slash-encoded": (b"GET /..%2f..%2fetc%2fpasswd HTTP/1.1\r\n" + HOST, 400),
    "dots-twice-encoded": (b"GET /%252e%252e/etc/passwd HTTP/1.1\r\n" + HOST, 404),
    "dots-overlong": (b"GET /%c0%ae%c0%ae/etc/passwd HTTP/1.1\r\n" + HOST, 400),
    "dots-below-own": (b"GET /-/serve/../../../site.yaml HTTP/1.1\r\n" + HOST, 400),
    "dots-below-own-encoded": (b"GET /-/serve/..%2f..%2fpreview.py HTTP/1.1\r\n" + HOST, 400),
    "dot": (b"GET /./index.html HTTP/1.1\r\n" + HOST, 400),
    "backslash": (b"GET /..\\..\\site.yaml HTTP/1.1\r\n" + HOST, 400),
    "backslash-encoded": (b"GET /..%5c..%5csite.yaml HTTP/1.1\r\n" + HOST, 400),
    "drive": (b"GET /C:/Windows/win.ini HTTP/1.1\r\n" + HOST, 404),
    "absolute-path": (b"GET //etc/passwd HTTP/1.1\r\n" + HOST, 404),
    "device": (b"GET /CON HTTP/1.1\r\n" + HOST, 404),
    "device-with-ending": (b"GET /aux.html HTTP/1.1\r\n" + HOST, 404),
    "stream": (b"GET /index.html::$DATA HTTP/1.1\r\n" + HOST, 404),
    "trailing-dot": (b"GET /index.html. HTTP/1.1\r\n" + HOST, 404),
    "content": (b"GET /content/site.yaml HTTP/1.1\r\n" + HOST, 404),
    "record": (b"GET /.linli/printed.json HTTP/1.1\r\n" + HOST, 404),
    "listing": (b"GET /assets HTTP/1.1\r\n" + HOST, 404),
    "listing-slash": (b"GET /assets/ HTTP/1.1\r\n" + HOST, 404),
    "own-code": (b"GET /-/serve/__init__.py HTTP/1.1\r\n" + HOST, 404),
    # characters
    "nul": (b"GET /\0 HTTP/1.1\r\n" + HOST, 400),
    "nul-encoded": (b"GET /index.html%00.png HTTP/1.1\r\n" + HOST, 400),
    "line-break-encoded": (b"GET /%0d%0aSet-Cookie:a=b HTTP/1.1\r\n" + HOST, 400),
    "not-utf8": (b"GET /%ff%fe HTTP/1.1\r\n" + HOST, 400),
    "raw-bytes": (b"GET /\xe4\xb8\xad HTTP/1.1\r\n" + HOST, 400),
    "direction-override": (b"GET /%E2%80%AEgpj.html HTTP/1.1\r\n" + HOST, 400),
    "fragment": (b"GET /index.html#a HTTP/1.1\r\n" + HOST, 400),
    # who is meant
    "other-host": (GET + b"Host: evil.example\r\n", 421),
    "other-host-same-port": (GET + b"Host: evil.example:PORT\r\n", 421),
    "host-without-port": (GET + b"Host: 127.0.0.1\r\n", 421),
    "host-within-another": (GET + b"Host: 127.0.0.1:PORT.evil.example\r\n", 421),
    "host-with-user": (GET + b"Host: evil@127.0.0.1:PORT\r\n", 421),
    "host-empty": (GET + b"Host:\r\n", 421),
    "no-host": (GET, 400),
    "no-host-old": (b"GET / HTTP/1.0\r\n", 421),
    "two-hosts": (GET + HOST + b"Host: evil.example\r\n", 400),
    "two-same-hosts": (GET + HOST + HOST, 400),
    "absolute-elsewhere": (b"GET http://evil.example/ HTTP/1.1\r\n" + HOST, 421),
    "absolute-user": (b"GET http://127.0.0.1:PORT@evil.example/ HTTP/1.1\r\n" + HOST, 421),
    "absolute-scheme": (b"GET file:///etc/passwd HTTP/1.1\r\n" + HOST, 421),
    "absolute-dots": (b"GET http://127.0.0.1:PORT/../a HTTP/1.1\r\n" + HOST, 400),
    "absolute-bracket": (b"GET http://[::1/ HTTP/1.1\r\n" + HOST, 400),
    "authority": (b"CONNECT evil.example:443 HTTP/1.1\r\n" + HOST, 405),
    "asterisk": (b"GET * HTTP/1.1\r\n" + HOST, 421),
    # methods and bodies
    "post": (b"POST / HTTP/1.1\r\nContent-Length: 0\r\n" + HOST, 405),
    "put": (b"PUT /index.html HTTP/1.1\r\nContent-Length: 2\r\n" + HOST, 405),
    "delete": (b"DELETE /index.html HTTP/1.1\r\n" + HOST, 405),
    "options": (b"OPTIONS / HTTP/1.1\r\nOrigin: http://evil.example\r\n" + HOST, 405),
    "trace": (b"TRACE / HTTP/1.1\r\n" + HOST, 405),
    "lower-case": (b"get / HTTP/1.1\r\n" + HOST, 405),
    "body": (GET + b"Content-Length: 4\r\n" + HOST, 413),
    "chunks": (GET + b"Transfer-Encoding: chunked\r\n" + HOST, 413),
    "two-lengths": (GET + b"Content-Length: 0\r\nContent-Length: 5\r\n" + HOST, 400),
    "length-and-chunks": (
        GET + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n" + HOST, 413,
    ),
    "unknown-coding": (GET + b"Transfer-Encoding: x, chunked\r\n" + HOST, 501),
    "length-negative": (GET + b"Content-Length: -1\r\n" + HOST, 400),
    # messages that are none
    "space-before-colon": (GET + b"Host : 127.0.0.1:PORT\r\n", 400),
    "name-of-nothing": (GET + b": a\r\n" + HOST, 400),
    "nul-in-header": (GET + b"A: \0\r\n" + HOST, 400),
    "version": (b"GET / HTTP/9.9\r\n" + HOST, 505),
    "no-version": (b"GET /\r\n", 400),
    "tls": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"a" * 40 + b"\r\n", 400),
    "long-line": (b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n" + HOST, 431),
    "long-header": (GET + HOST + b"A: " + b"a" * 40_000 + b"\r\n", 431),
    "many-headers": (GET + HOST + b"".join(b"A%d: b\r\n" % n for n in range(3000)), 431),
    # days
    "no-day": (b"GET /?today=heute HTTP/1.1\r\n" + HOST, 400),
    "day-out-of-time": (b"GET /?today=0001-01-01 HTTP/1.1\r\n" + HOST, 400),
    "many-parameters": (b"GET /?" + b"a=b&" * 99 + b" HTTP/1.1\r\n" + HOST, 400),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_refused(running: Running, name: str) -> None:
    request, status = HOSTILE[name]
    data = request.replace(b"PORT", str(running.port).encode()) + b"\r\n"
    head, _, body = running.send(data).partition(b"\r\n\r\n")
    assert int(head.split()[1]) == status, head
    assert b"root:" not in body
    assert b"Access-Control" not in head
    assert b"X-Content-Type-Options: nosniff" in head


def test_one_request_a_connection(running: Running) -> None:
    """What comes behind a request is not answered, so nothing can be smuggled there."""
    request = (GET + HOST + b"\r\n").replace(b"PORT", str(running.port).encode())
    answer = running.send(request + b"GET /staff.html HTTP/1.1\r\nHost: evil\r\n\r\n")
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"Connection: close" in answer


def test_a_range_is_not_needed(running: Running) -> None:
    status, _, body = running.get("/assets/site.css", "Range: bytes=0-3,5-99999999999")
    assert status == 200
    assert body == running.get("/assets/site.css")[2]


def test_half_open_connections_keep_nobody_waiting(running: Running) -> None:
    """Others are answered while somebody has sent half a request."""
    slow = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(20)]
    try:
        for connection in slow:
            connection.sendall(b"GET / HTTP/1.1\r\nHo")
        assert running.get("/")[0] == 200
    finally:
        for connection in slow:
            connection.close()


def test_more_connections_than_there_is_room_for(running: Running) -> None:
    """They are closed at once, and those that come later are answered again."""
    many = [socket.create_connection(("127.0.0.1", running.port), 20) for _ in range(80)]
    try:
        assert many[-1].recv(1) == b""
    finally:
        for connection in many:
            connection.close()
    assert running.get("/")[0] == 200


def test_a_client_that_goes_away(running: Running) -> None:
    with closing(socket.create_connection(("127.0.0.1", running.port))) as connection:
        request = (GET + HOST + b"\r\n").replace(b"PORT", str(running.port).encode())
        connection.sendall(request)
    assert running.get("/")[0] == 200
