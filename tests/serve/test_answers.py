"""What the server says to an honest browser."""

import json
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from generator.render.policy import POLICY
from generator.serve.injection import Addition, inject
from generator.serve.posters import PLACEHOLDER
from tests.serve.conftest import EVENT_PAGE, Running


@pytest.mark.parametrize(
    ("target", "media"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        (f"/{EVENT_PAGE}", "text/html; charset=utf-8"),
        ("/x/xi-yuan/", "text/html; charset=utf-8"),
        ("/posters/dong-yuan/issues.html", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/feeds/news.xml", "application/xml; charset=utf-8"),
        ("/reviews/2025.csv", "text/csv; charset=utf-8"),
        ("/favicon.ico", "image/x-icon"),
        ("/pictures/c8f540e9ec006118-8.webp", "image/webp"),
        ("/-/serve/panel.js", "text/javascript; charset=utf-8"),
    ],
)
def test_files(running: Running, target: str, media: str) -> None:
    status, head, body = running.get(target)
    assert status == 200
    assert f"Content-Type: {media}" in head
    assert body
    assert f"Content-Length: {len(body)}" in head


def test_head_is_get_without_the_body(running: Running) -> None:
    _, head, body = running.get("/", method="HEAD")
    assert (head, body) == (running.get("/")[1], b"")


def test_absolute_form(running: Running) -> None:
    """RFC 9112, 3.2.2: servers have to take it."""
    assert running.get(f"http://127.0.0.1:{running.port}/index.html")[0] == 200


def test_headers(running: Running) -> None:
    head = running.get("/")[1]
    for line in (
        "Cache-Control: no-store",
        "Cross-Origin-Resource-Policy: same-origin",
        "X-Frame-Options: DENY",
        "Referrer-Policy: no-referrer",
    ):
        assert line in head
    assert "Server:" not in head


def test_the_404_page(running: Running) -> None:
    status, _, body = running.get("/committees/nowhere.html")
    assert status == 404
    assert b"/-/serve/panel.js" in body


def test_only_pages_get_the_script(running: Running) -> None:
    assert b"/-/serve/panel.js" in running.get("/")[2]
    for target in ("/assets/site.js", "/feeds/news.xml", "/assets/site.css"):
        assert b"/-/serve/" not in running.get(target)[2]


def test_a_poster_that_was_not_printed_has_a_placeholder(running: Running) -> None:
    _, head, body = running.get("/posters/dong-yuan/issues.png")
    assert (body, "Content-Type: image/svg+xml" in head) == (PLACEHOLDER, True)


@pytest.mark.posters
def test_a_poster_is_printed_when_it_is_asked_for(running: Running) -> None:
    status, head, body = running.get("/posters/dong-yuan/issues.pdf")
    assert status == 200, body
    assert "Content-Type: application/pdf" in head
    assert body.startswith(b"%PDF-")
    assert running.get("/posters/dong-yuan/issues.pdf")[2] == body
    with listen(running, "index.html") as events:  # once all is planned its picture is known
        assert next(event for event in events if event["printing"])
    assert running.get("/posters/dong-yuan/issues.png")[2].startswith(b"\x89PNG")


def test_another_day_is_remembered_for_the_visit(running: Running) -> None:
    """And only for this visit: a browser sends its cookies to the next server as well."""
    _, head, body = running.get("/?today=2026-03-05")
    (cookie,) = re.findall(r"Set-Cookie: (linli-today=[^;]+); Path=/; HttpOnly", head)
    assert b'data-days="3"' in body
    assert "5日" in text_of_today(body)
    later = running.get("/", f"Cookie: other=1; {cookie}")[2]
    assert b'data-day="2026-03-05"' in later
    for other in ("linli-today=2026-03-05.another", "linli-today=x", "linli-today"):
        assert b'data-day=""' in running.get("/", f"Cookie: {other}")[2]


def test_back_to_the_usual_day(running: Running) -> None:
    _, head, body = running.get("/?today=", "Cookie: linli-today=2026-03-05.another")
    assert "Set-Cookie: linli-today=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0" in head
    assert b'data-day=""' in body
    assert b"clock.js" not in body


def text_of_today(page: bytes) -> str:
    return re.sub("<[^>]*>", "", page.decode())


def test_what_the_panel_is_told(running: Running) -> None:
    with listen(running, "index.html") as events:
        state = next(event for event in events if event["printing"])
    assert state["day"] == "2026-03-02"
    assert state["errors"] == 0
    assert {item["page"] for item in state["expiring"]} >= {EVENT_PAGE}
    assert all(running.get(f"/{item['page']}")[0] == 200 for item in state["expiring"])
    posters = [p for c in state["printing"]["compounds"] for p in c["posters"]]
    assert posters
    assert all(running.get(f"/{poster['page']}")[0] == 200 for poster in posters)


@contextmanager
def listen(running: Running, page: str) -> Iterator[Iterator[dict[str, Any]]]:
    """The events that a page is sent."""
    with socket.create_connection(("127.0.0.1", running.port), 20) as connection:
        request = f"GET /-/serve/events?page={page} HTTP/1.0\r\nHost: 127.0.0.1:{running.port}"
        connection.sendall(f"{request}\r\n\r\n".encode())
        lines = connection.makefile("r", encoding="utf-8")
        yield (json.loads(line.removeprefix("data: ")) for line in lines if line[:5] == "data:")


def test_a_page_may_listen_to_the_server_and_to_nobody_else() -> None:
    assert "; connect-src 'self';" in POLICY
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    addition = Addition(path='a"b.html', digest="0", day=None, days_off=0)
    page = inject(f"<html><head>\n{meta}</head></html>".encode(), addition).decode()
    assert meta in page
    assert 'data-page="a&quot;b.html"' in page
