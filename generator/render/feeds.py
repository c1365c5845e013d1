"""Atom feeds: a view as RFC 4287.

Every day is midnight of the site's time zone; no text depends on when or where it is written.
"""

import html
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

import jinja2

from generator.plan.views import AtomFeed, NewsEntry
from generator.render.theme import Theme

NAMESPACE = "http://www.w3.org/2005/Atom"
_IN_ATTRIBUTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"} | {c: f"&#{ord(c)};" for c in "\t\n\r"}
)


class FeedPress:
    """Makes feeds; their words come from the theme's `feeds/words.txt`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._entries: dict[tuple[NewsEntry, str], str] = {}

    def render(self, view: AtomFeed) -> bytes:
        """Return the feed as UTF-8. Raises jinja2.TemplateError for a fault of the theme."""
        zone, entries = ZoneInfo(view.time_zone), tuple(view.entries)
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="{NAMESPACE}" xml:lang="{_escape_attribute(view.language)}">',
            "  " + _write("id", view.source),
            "  " + _write("title", self._say("name", view)),
            "  " + _write("updated", _moment(max(map(_updated, entries)), zone)),
            "  " + _write_link("self", view.source, "application/atom+xml"),
            "  " + _write_link("alternate", view.page, "text/html"),
            *(self._entry(entry, zone) for entry in entries),
            "</feed>\n",
        ]
        return "\n".join(lines).encode()

    def _entry(self, view: NewsEntry, zone: ZoneInfo) -> str:
        """Return an entry; most stand in several feeds, so they are kept."""
        key = view, zone.key
        written = self._entries.get(key)
        if written is None:
            written = self._entries[key] = "\n".join(self._write_entry(view, zone))
        return written

    def _write_entry(self, view: NewsEntry, zone: ZoneInfo) -> Iterator[str]:
        yield "  <entry>"
        yield "    " + _write("id", view.id)
        yield "    " + _write("title", self._say("title", view))
        yield "    " + _write("updated", _moment(_updated(view), zone))
        yield "    " + _write("published", _moment(view.day, zone))
        yield "    " + _write_link("alternate", view.link, "text/html")
        yield "    <author>"
        yield "      " + _write("name", view.author)
        yield "    </author>"
        if view.topic:
            yield "    " + _write("category", term=view.topic)
        yield "    " + _write("summary", self._say("summary", view), type="text")
        yield "  </entry>"

    @cached_property
    def _words(self) -> jinja2.Template:
        plain = self._theme.environment().overlay(autoescape=False)
        return plain.get_template("feeds/words.txt")

    def _say(self, what: str, view: AtomFeed | NewsEntry) -> str:
        """Return what the theme's macro `what` says of a feed or an entry, in one line."""
        return " ".join(str(getattr(self._words.module, what)(view)).split())


def _updated(entry: NewsEntry) -> date:
    """Return the day since which an entry says what it says."""
    return max(entry.day, entry.changed or entry.day)


def _write(name: str, text: str = "", **attributes: str) -> str:
    said = "".join(f' {key}="{_escape_attribute(value)}"' for key, value in attributes.items())
    return (
        f"<{name}{said}>{html.escape(text, quote=False)}</{name}>" if text else f"<{name}{said} />"
    )


def _write_link(relation: str, address: str, kind: str) -> str:
    return _write("link", rel=relation, type=kind, href=address)


def _escape_attribute(value: str) -> str:
    """Return the value of an attribute; readers would take ends of lines for spaces."""
    return value.translate(_IN_ATTRIBUTES)


def _moment(day: date, zone: ZoneInfo) -> str:
    """Return the midnight at which a day begins (RFC 3339)."""
    return datetime.combine(day, time(), zone).isoformat()
