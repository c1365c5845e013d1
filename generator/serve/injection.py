"""What the server adds to a page on its way, and the page that stands where there is none."""

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from generator.frozen import Frozen

RESERVED = "-/serve/"
"""Below it stands what belongs to the server; no page of a site begins so."""
_HEAD = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)


class Addition(Frozen, kw_only=True):
    """What the scripts need to know of the page that they are put into."""

    path: str
    digest: str
    """What the page was when it was sent; another one means that it has to be loaded again."""
    day: date | None
    """The day that was asked for; None for the usual one."""
    days_off: int
    """How far the day that is shown is from today."""

    def to_html(self) -> bytes:
        """Return the elements for the head: first the clock, for the page's own scripts ask it."""
        day = self.day.isoformat() if self.day else ""
        clock = f'<script src="/{RESERVED}clock.js" data-days="{self.days_off}"></script>'
        style = f'<link rel="stylesheet" href="/{RESERVED}page.css">'
        facts = f'data-page="{escape(self.path)}" data-digest="{self.digest}" data-day="{day}"'
        script = f'<script src="/{RESERVED}panel.js" {facts}></script>'
        return f"{clock if self.days_off else ''}{style}{script}".encode()


def inject(page: bytes, addition: Addition) -> bytes:
    """Return a page with the server's own elements at the start of its head."""
    found = _HEAD.search(page)
    place = found.end() if found else 0
    return page[:place] + addition.to_html() + page[place:]


def make_empty_page(language: str, title: str, lines: Iterable[str], texts: Iterable[str]) -> bytes:
    """Return a page that has nothing to show but sentences, and reports of what is wrong."""
    sentences = "".join(f"<p>{escape(line)}</p>" for line in lines)
    reports = "".join(f"<pre>{escape(text)}</pre>" for text in texts)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="/{RESERVED}empty.css"><title>{escape(title)}</title></head>'
        f"<body><main><h1>{escape(title)}</h1>{sentences}{reports}</main></body></html>\n"
    ).encode()
