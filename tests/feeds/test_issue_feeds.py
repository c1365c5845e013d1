"""Atom feeds of issues: sound by RFC 4287, permanent, and the same bytes every time."""

import re
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from generator.model.board import Board
from generator.plan.views import AtomEntry, AtomFeed, Several, make_share
from generator.render.feeds import NAMESPACE, FeedPress
from generator.render.theme import Theme
from tests.sites_for_tests import TODAY, plan, sample_board, small_board

PRESS = FeedPress(Theme(Path(__file__).parents[2] / "themes" / "linli"))
ATOM = f"{{{NAMESPACE}}}"
TAG = re.compile(r"tag:[a-z0-9.\-]+,\d{4}(?:-\d{2}){0,2}:[A-Za-z0-9/%\-._~]+")


def views(board: Board, today: date = TODAY) -> dict[str, AtomFeed]:
    artifacts = plan(board, today).values()
    found = [(a.path, a.view) for a in artifacts if isinstance(a.view, AtomFeed)]
    return {path: view for path, view in found if view.about == "issues"}


def feeds(board: Board, today: date = TODAY) -> dict[str, ElementTree.Element]:
    return {
        path: ElementTree.fromstring(PRESS.render(view))  # noqa: S314 - we wrote it
        for path, view in views(board, today).items()
    }


def text(parent: ElementTree.Element, name: str) -> str:
    (found,) = parent.findall(f"{ATOM}{name}")
    return found.text or ""


def links(parent: ElementTree.Element) -> dict[str | None, str]:
    return {link.get("rel"): link.get("href", "") for link in parent.findall(f"{ATOM}link")}


FEEDS = feeds(sample_board(), date(2026, 12, 1))
OWN = {
    f"feeds/compounds/{former.id}/issues.xml": f"feeds/compounds/{compound.id}/issues.xml"
    for compound in sample_board().compounds
    for former in compound.merged_from
}
"""Feeds of former compounds go on as that of their successor, and name it as their own address."""


def test_every_board_has_one() -> None:
    assert set(feeds(small_board())) == {
        "feeds/issues.xml", "feeds/committees/dong/issues.xml",
        "feeds/compounds/dong-yuan/issues.xml", "feeds/compounds/he-yuan/issues.xml",
        "feeds/compounds/he-yuan-1/issues.xml",
    }  # fmt: skip
    assert len(FEEDS) > 10


@pytest.mark.parametrize("path", sorted(FEEDS))
def test_a_feed_has_what_the_standard_wants(path: str) -> None:
    feed = FEEDS[path]
    assert feed.tag == f"{ATOM}feed"
    assert text(feed, "title")
    assert text(feed, "id") == links(feed)["self"] == f"https://board.example/{OWN.get(path, path)}"
    entries = feed.findall(f"{ATOM}entry")
    moments = [datetime.fromisoformat(text(entry, "updated")) for entry in entries]
    assert all(moment.utcoffset() for moment in moments)
    assert all(one >= two for one, two in pairwise(moments))
    assert text(feed, "updated") == max(moments).isoformat()
    ids = [text(entry, "id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert TAG.fullmatch(text(entry, "id"))
        assert text(entry, "title")
        assert text(entry, "summary")
        (author,) = entry.findall(f"{ATOM}author")
        assert text(author, "name")


def test_links_are_absolute_and_lead_into_the_site() -> None:
    pages = plan(sample_board(), date(2026, 12, 1), posters=False)
    for feed in FEEDS.values():
        for parent in (feed, *feed.findall(f"{ATOM}entry")):
            for address in links(parent).values():
                parts = urlsplit(address)
                assert parts.scheme == "https"
                assert parts.path.lstrip("/") in pages


def test_one_entry_for_each_step_that_was_done() -> None:
    (entry, *others) = feeds(small_board())["feeds/issues.xml"].findall(f"{ATOM}entry")
    assert [text(e, "title") for e in (entry, *others)] == [
        "车棚漏雨：公示", "车棚漏雨：整理", "车棚漏雨：收集"]  # fmt: skip
    assert "公示期3月1日至3月10日" in text(entry, "summary")
    assert "\n" not in text(entry, "summary")


def test_ids_stay_when_the_days_go_on() -> None:
    def ids(today: date) -> set[str]:
        feed = feeds(sample_board(), today)["feeds/issues.xml"]
        return {text(entry, "id") for entry in feed.findall(f"{ATOM}entry")}

    assert ids(date(2026, 3, 2)) < ids(date(2026, 12, 1))


def test_the_same_bytes_on_every_day_without_news() -> None:
    monday, tuesday = (views(small_board(), date(2026, 3, day)) for day in (9, 10))
    assert monday == tuesday
    one = monday["feeds/issues.xml"]
    again = FeedPress(Theme(Path(__file__).parents[2] / "themes" / "linli"))
    assert PRESS.render(one) == again.render(one)


def test_text_is_escaped() -> None:
    view = views(small_board())["feeds/issues.xml"]
    odd = '<b> & "甲" ]]> \''
    first = cast("AtomEntry", next(iter(view.entries)))
    entry = replace(first, title=odd, note=odd, author=odd, topic=odd)
    changed = replace(view, entries=Several(make_share((entry,))))
    feed = ElementTree.fromstring(PRESS.render(changed))  # noqa: S314
    (made,) = feed.findall(f"{ATOM}entry")
    assert text(made, "title").startswith(odd)
    assert odd in text(made, "summary")


def test_without_an_address_there_is_no_feed() -> None:
    small = small_board()
    nowhere = replace(small, site=small.site.model_copy(update={"url": None}))
    assert views(nowhere) == {}
    assert "feeds/" not in repr(plan(nowhere)["issues.html"].view)
