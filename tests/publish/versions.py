"""Small sites as a build leaves them, in versions that follow one another, and a look at links."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.publish import Source, open_source
from generator.publish.links import find_links
from generator.publish.record import RECORD
from generator.write import open_staging

OURS = (".linli-", ".~tmp~")


def page(*links: str, text: str = "") -> bytes:
    """A page with these links."""
    anchors = "".join(f'<a href="{link}">{link}</a>' for link in links)
    return f'<!doctype html><link rel=stylesheet href="/site.css">{anchors}{text}'.encode()


FIRST: dict[str, bytes] = {
    "index.html": page("news/", "events/a.html", "search.html", text="<img src='pictures/1.webp'>"),
    "news/index.html": page("../index.html", "../events/a.html", "../feeds/news.xml"),
    "events/a.html": page("../index.html", "../pictures/1.webp", "a.ics"),
    "events/a.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "search.html": page("search/index-1.js"),
    "search/index-1.js": b'find("events/a.html")',
    "feeds/news.xml": b"<feed>events/a.html</feed>",
    "sitemap.xml": b"<urlset/>",
    "site.css": b"body{}",
    "pictures/1.webp": bytes(range(256)) * 400,
    "posters/a.pdf": b"%PDF-1.7 " + bytes(70_000),
}
SECOND = FIRST | {
    "index.html": page("news/", "events/b.html", "search.html", text="<img src='pictures/2.webp'>"),
    "news/index.html": page("../index.html", "../events/b.html", "../events/c.html"),
    "events/b.html": page("../index.html", "c.html", "../pictures/2.webp"),
    "events/c.html": page("../index.html", "b.html"),
    "search/index-1.js": b'find("events/b.html")',
    "feeds/news.xml": b"<feed>events/b.html</feed>",
    "pictures/2.webp": bytes(reversed(range(256))) * 500,
    "posters/b.pdf": b"%PDF-1.7 " + bytes(90_000),
}
for _path in ("events/a.html", "events/a.ics", "pictures/1.webp", "posters/a.pdf"):
    SECOND = {path: data for path, data in SECOND.items() if path != _path}


def build(output: Path, files: Mapping[str, bytes]) -> Source:
    """Write a version as a build would."""
    with open_staging(output) as staging:
        for path, data in files.items():
            staging.put(path, "key", "page", data)
        staging.commit()
    return open_source(output)


def read_tree(root: Path) -> dict[str, bytes]:
    """All files below a folder but Linli's own."""
    return {
        path: file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
        and not any(sign in (path := file.relative_to(root).as_posix()) for sign in OURS)
    }


def find_dangling(root: Path, known: Iterable[str]) -> list[str]:
    """Links to nothing, from the front page on and from all `known` pages that are there."""
    waiting = {path for path in ("index.html", *known) if path.endswith(".html")}
    waiting = {path for path in waiting if (root / path).is_file()}
    seen, dangling = set[str](), []
    while waiting:
        path = waiting.pop()
        seen.add(path)
        for link in find_links(path, (root / path).read_bytes()):
            if not (root / link).is_file():
                dangling.append(f"{path} → {link}")
            elif link.endswith(".html") and link not in seen:
                waiting.add(link)
    return dangling


def has_record(root: Path) -> bool:
    """Whether a publish has left its record."""
    return (root / RECORD).is_file()
