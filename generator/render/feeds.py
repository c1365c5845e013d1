"""Atom feeds: a view as RFC 4287, by the standard library's XML writer.

Every day is midnight of the site's time zone; no text depends on when or where it is written.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cached_property
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import jinja2

from generator.plan.views import AtomFeed, NewsEntry
from generator.render.theme import Theme

NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "xml:lang"


class FeedPress:
    """Makes feeds; their words come from the theme's `feeds/words.txt`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def render(self, view: AtomFeed) -> bytes:
        """Return the feed as UTF-8. Raises jinja2.TemplateError for a fault of the theme."""
        zone = ZoneInfo(view.time_zone)
        feed = ElementTree.Element("feed", {"xmlns": NAMESPACE, _LANGUAGE: view.language})
        _add_texts(
            feed,
            [
                ("id", view.source),
                ("title", self._say("name", view)),
                ("updated", _moment(max(map(_updated, view.entries)), zone)),
            ],
        )
        _add_link(feed, "self", view.source, "application/atom+xml")
        _add_link(feed, "alternate", view.page, "text/html")
        for entry in view.entries:
            self._add_entry(feed, entry, zone)
        ElementTree.indent(feed)
        text = ElementTree.tostring(feed, encoding="unicode")
        return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()

    def _add_entry(self, feed: ElementTree.Element, view: NewsEntry, zone: ZoneInfo) -> None:
        entry = ElementTree.SubElement(feed, "entry")
        _add_texts(
            entry,
            [
                ("id", view.id),
                ("title", self._say("title", view)),
                ("updated", _moment(_updated(view), zone)),
                ("published", _moment(view.day, zone)),
            ],
        )
        _add_link(entry, "alternate", view.link, "text/html")
        _add_texts(ElementTree.SubElement(entry, "author"), [("name", view.author)])
        if view.topic:
            ElementTree.SubElement(entry, "category", {"term": view.topic})
        summary = ElementTree.SubElement(entry, "summary", {"type": "text"})
        summary.text = self._say("summary", view)

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


def _add_texts(parent: ElementTree.Element, texts: Iterable[tuple[str, str]]) -> None:
    for name, text in texts:
        ElementTree.SubElement(parent, name).text = text


def _add_link(parent: ElementTree.Element, relation: str, address: str, kind: str) -> None:
    attributes = {"rel": relation, "type": kind, "href": address}
    ElementTree.SubElement(parent, "link", attributes)


def _moment(day: date, zone: ZoneInfo) -> str:
    """Return the midnight at which a day begins (RFC 3339)."""
    return datetime.combine(day, time(), zone).isoformat()
