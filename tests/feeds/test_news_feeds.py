"""Feeds of everything new, and all other feeds, as a program reads them that is not ours."""

import io
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.board import Board
from generator.plan.artifact import Artifact
from generator.plan.context import Context
from generator.plan.news_feeds import plan_news_feeds
from generator.plan.views import AtomFeed, Several, make_share
from generator.read import read_board
from generator.render.feeds import FeedPress
from generator.render.theme import Theme
from tests.sites_for_tests import STAMPS, TODAY, plan, sample_board, small_board

PRESS = FeedPress(Theme(Path(__file__).parents[2] / "themes" / "linli"))
LATER = date(2026, 12, 1)
SHOWN = ("feeds/committees/jian-er/news.xml", "feeds/compounds/hexie/news.xml")
TITLE = "元宵猜灯谜"
WORDLESS = {
    "a": "类别: 招募\n报名截止: 2026年3月31日17:00前\n做什么: [巡楼, 报修]",
    "b": "类别: 表格\n用途: 只用于送餐\n栏目: [{名称: 门牌}]",
    "c": "类别: 停水停电\n原因: 换水管\n起止: 2026年3月4日9:00-16:00\n电话: 021-0123 4500",
}


def read(view: AtomFeed) -> Any:
    return feedparser.parse(io.BytesIO(PRESS.render(view)))


def feeds(board: Board, today: date = TODAY) -> dict[str, Any]:
    """The feeds of everything new, by path."""
    artifacts = plan_news_feeds(Context(board, today, STAMPS))
    return {a.path: read(a.view) for a in artifacts if isinstance(a.view, AtomFeed)}


@cache
def sample_plan() -> dict[str, Artifact]:
    return plan(sample_board(), LATER, posters=False)


@cache
def sample_feeds(about: str = "news") -> dict[str, Any]:
    """Some of the sample site's feeds: reading one takes a tenth of a second."""
    views = {a.path: a.view for a in sample_plan().values() if isinstance(a.view, AtomFeed)}
    paths = [path for path, view in views.items() if view.about == about]
    chosen = {*paths[::9], f"feeds/{about}.xml", *SHOWN} & set(paths)
    return {path: read(views[path]) for path in sorted(chosen)}


def ids(feed: Any) -> list[str]:
    return [entry.id for entry in feed.entries]


def kinds(feed: Any) -> set[str]:
    return {entry.id.split(":")[2].partition("/")[0] for entry in feed.entries}


def with_event(**changes: Any) -> Board:
    """The small site whose only event of the east committee was changed."""
    board = small_board()
    events = tuple(
        event.model_copy(update=changes) if event.title == TITLE else event
        for event in board.events
    )
    return replace(board, events=events)


@pytest.mark.parametrize("about", ["news", "notices", "issues"])
def test_every_feed_is_read_without_complaint(about: str) -> None:
    found = sample_feeds(about)
    assert len(found) > 2
    for path, feed in found.items():
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.version == "atom10"
        assert feed.feed.title
        assert feed.feed.language == "zh-CN"
        assert {link.rel for link in feed.feed.links} == {"self", "alternate"}
        for entry in feed.entries:
            assert entry.title
            assert entry.summary
            assert entry.author
            assert entry.updated_parsed >= entry.published_parsed


def test_links_lead_to_pages_of_the_site() -> None:
    paths = sample_plan()
    for feed in sample_feeds().values():
        for entry in feed.entries:
            assert urlsplit(entry.link).path.lstrip("/") in paths


def test_street_committee_and_compound_have_one_each() -> None:
    found = sample_feeds()
    assert "feeds/news.xml" in found
    assert "feeds/committees/jian-er/news.xml" in found
    assert "feeds/compounds/hexie/news.xml" in found
    assert kinds(found["feeds/news.xml"]) == {"notices", "events", "services", "issues"}
    committee = found["feeds/committees/jian-er/news.xml"]
    assert {entry.author for entry in committee.entries} == {"建二居委"}


def test_a_former_compound_goes_on_as_its_successor() -> None:
    found = feeds(small_board())
    old, new = (found[f"feeds/compounds/{name}/news.xml"] for name in ("he-yuan-1", "he-yuan"))
    assert ids(old) == ids(new)
    assert old.feed.id == new.feed.id


def test_the_same_news_has_one_id_in_all_feeds() -> None:
    everything = set(ids(sample_feeds()["feeds/news.xml"]))
    for about in ("notices", "issues"):
        newest = ids(sample_feeds(about)[f"feeds/{about}.xml"])[0]
        assert newest in everything


def test_pages_name_their_feeds() -> None:
    artifacts = sample_plan()
    for path in ("index.html", "compounds/hexie.html", "committees/jian-er.html"):
        view: Any = artifacts[path].view
        assert view.feed == view.head.feeds[0].address
        assert all(link.address in artifacts for link in view.head.feeds)


def test_an_event_is_news_two_weeks_before_or_when_it_says() -> None:
    (event,) = (e for e in small_board().events if e.title == TITLE)
    assert event.source.named_day == date(2026, 3, 3)
    told = dict.fromkeys(("before", "since", "announced"), False)
    cases = {
        "before": (with_event(), date(2026, 2, 16)),
        "since": (with_event(), date(2026, 2, 17)),
        "announced": (with_event(announced=date(2026, 1, 5)), date(2026, 1, 5)),
    }
    for name, (board, today) in cases.items():
        found = feeds(board, today).get("feeds/committees/dong/news.xml")
        told[name] = any("events/" in each for each in ids(found)) if found else False
    assert told == {"before": False, "since": True, "announced": True}


def test_what_is_cancelled_or_changed_is_news_again() -> None:
    def event_entry(board: Board) -> Any:
        (entry,) = (
            e for e in feeds(board)["feeds/committees/dong/news.xml"].entries if "元宵" in e.title
        )
        return entry

    plain, cancelled = event_entry(with_event()), event_entry(with_event(cancelled="下雨"))
    revised = event_entry(with_event(revision=1, updated=date(2026, 3, 1)))
    assert len({plain.id, cancelled.id, revised.id}) == 3
    assert "已取消" in cancelled.title
    assert "下雨" in cancelled.summary
    assert revised.updated.startswith("2026-03-01")
    assert revised.published == plain.published


def test_what_has_no_words_of_its_own_is_told_by_its_parts(tmp_path: Path) -> None:
    notices = tmp_path / "committees/dong/notices"
    notices.mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("名称: 街道\n网址: https://board.example/\n", "utf-8")
    office = "代号: dong\n名称: 东居委\n小区: [{代号: a, 名称: 甲}]\n"
    (notices.parent / "committee.yaml").write_text(office, "utf-8")
    for name, text in WORDLESS.items():
        matter = f"---\n标题: 一件事\n发布: 2026-03-01\n{text}\n---\n"
        (notices / f"{name}.md").write_text(matter, "utf-8")
    board = read_board(tmp_path).board
    assert board
    (feed,) = (f for path, f in feeds(board).items() if "committees/dong" in path)
    assert {entry.summary for entry in feed.entries} >= {"巡楼；报修", "只用于送餐"}
    (outage,) = (entry for entry in feed.entries if entry.title.startswith("停水停电"))
    assert outage.summary.endswith("换水管")


def test_a_service_that_was_changed_is_news_of_its_last_check() -> None:
    board = small_board()
    service = board.services[0]
    changed = service.model_copy(update={"revision": 1, "checked": date(2026, 3, 1)})
    again = replace(board, services=(changed, *board.services[1:]))

    def entry(each: Board) -> Any:
        found = feeds(each)["feeds/committees/dong/news.xml"]
        return next(e for e in found.entries if "services/" in e.id)

    assert entry(again).id == entry(board).id + "-1"
    assert "有变动" in entry(again).title
    assert entry(again).published.startswith("2026-03-01")


def test_an_event_without_a_beginning_is_no_news() -> None:
    weekly = [e for e in sample_board().events if not e.source.named_day]
    told = "\n".join(ids(sample_feeds()["feeds/news.xml"]))
    assert all(event.code not in told for event in weekly)


def test_no_news_is_of_tomorrow_and_the_newest_comes_first() -> None:
    for feed in sample_feeds().values():
        days = [entry.published[:10] for entry in feed.entries]
        assert days == sorted(days, reverse=True)
        assert max(days) <= LATER.isoformat()


def test_without_an_address_there_is_no_feed() -> None:
    small = small_board()
    nowhere = replace(small, site=small.site.model_copy(update={"url": None}))
    assert feeds(nowhere) == {}
    view: Any = plan(nowhere, posters=False)["index.html"].view
    assert (view.feed, view.head.feeds) == (None, ())


@given(
    text=st.text("aé居&<>\"' \t", min_size=1), topic=st.none() | st.text("&<\"'\t\n>", min_size=1)
)
@settings(max_examples=30)
def test_whatever_a_text_says_is_read_as_it_is(text: str, topic: str | None) -> None:
    view = next(v for a in sample_plan().values() if isinstance(v := a.view, AtomFeed))
    entry = replace(
        next(iter(view.entries)), author=text, link=f"https://e.org/{text}", topic=topic
    )
    written = PRESS.render(replace(view, entries=Several(make_share((entry, entry)))))
    feed = ElementTree.fromstring(written)  # noqa: S314 - our own
    for found in feed.findall("{*}entry"):
        assert found.findtext("{*}author/{*}name") == text
        assert found.find("{*}link[@href]").attrib["href"] == entry.link  # type: ignore[union-attr]
        assert [each.attrib["term"] for each in found.findall("{*}category")] == [topic] * bool(
            topic
        )
