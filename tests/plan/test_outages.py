"""Water and power cuts: in red at the top, in feeds and calendars, with the time of restoration."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any, cast

import icalendar
import pytest

from generator.model.board import Board
from generator.model.notice import Outage
from generator.plan.artifact import Artifact
from generator.plan.views import (
    AtomFeed,
    CalendarFeed,
    CommitteePage,
    CompoundPage,
    HomePage,
    NoticePage,
    NoticePoster,
    PageView,
    RestoreView,
)
from generator.read import read_board
from generator.render.calendars import CalendarPress
from generator.render.feeds import FeedPress
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.sites_for_tests import SAMPLE, SMALL, plan

THEME = Theme(SAMPLE / "themes" / "linli")
PAGE = "committees/dong/notices/ting-shui.html"


def board_with(tmp_path: Path, when: str, more: str = "") -> Board:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content/committees/东居委/通知/ting-shui.md").write_text(
        "---\n类别: 停水停电\n标题: 东苑停水\n发布: 2026-03-02\n原因: 换水管\n范围: [dong-yuan]\n"
        f'起止: {when}\n电话: "021-0123 4500"\n{more}---\n先接好水。\n',
        "utf-8",
    )
    board = read_board(tmp_path).board
    assert board is not None
    return board


def html(artifacts: dict[str, Artifact], path: str) -> str:
    return PagePress(THEME).render(path, cast("PageView", artifacts[path].view)).decode()


def titles(artifacts: dict[str, Artifact], path: str) -> list[str]:
    return [c.title for c in cast("HomePage | CompoundPage", artifacts[path].view).urgent]


@pytest.mark.parametrize(
    ("when", "expected"),
    [("2026年3月5日9:00-16:00", (date(2026, 3, 5), 960)),
     ("2026年3月5日晚上10点至次日6点", (date(2026, 3, 6), 360)),
     ("2026年3月5日9:00至3月6日17:00", (date(2026, 3, 6), 1020)),
     ("2026年3月5日8点至12点、3月7日13点至17点", (date(2026, 3, 7), 1020)),
     ("2026年3月5日晚上8点至12点", (date(2026, 3, 5), 1440)),
     ("2026年3月5日", (date(2026, 3, 5), None)),
     ("每周三9:00-11:00", None)],
)  # fmt: skip
def test_when_all_is_as_before(
    tmp_path: Path, when: str, expected: tuple[date, int | None] | None
) -> None:
    board = board_with(tmp_path, when)
    (outage,) = [n for n in board.notices if isinstance(n, Outage)]
    assert outage.restored(board.calendar) == expected


def test_from_its_publication_to_its_restoration_it_stands_at_the_top(tmp_path: Path) -> None:
    board = board_with(tmp_path, "2026年3月5日晚上10点至次日6点")
    for today, shown in (
        (date(2026, 3, 1), False), (date(2026, 3, 2), True), (date(2026, 3, 6), True),
        (date(2026, 3, 7), False),
    ):  # fmt: skip
        artifacts = plan(board, today, posters=False)
        for path in ("index.html", "compounds/dong-yuan.html"):
            assert ("东苑停水" in titles(artifacts, path)) == shown, (today, path)
        assert "东苑停水" not in titles(artifacts, "compounds/he-yuan.html")
    home = html(plan(board, date(2026, 3, 2), posters=False), "index.html")
    strip = home[home.index('class="urgent"') :][:900]
    assert "停水停电" in strip
    assert "预计" in strip
    assert "6:00" in strip


def test_the_committees_page_has_it_too_and_once(tmp_path: Path) -> None:
    board = board_with(tmp_path, "2026年3月5日9:00-16:00")
    artifacts = plan(board, date(2026, 3, 3), posters=False)
    view = cast("CommitteePage", artifacts["committees/dong.html"].view)
    assert "东苑停水" in [card.title for card in view.urgent]
    assert "东苑停水" not in [card.title for card in view.notices]
    assert 'class="urgent"' in html(artifacts, "committees/dong.html")
    over = plan(board, date(2026, 3, 6), posters=False)
    assert "东苑停水" not in html(over, "committees/dong.html")


CANCELLED = "取消: 天气不好，改期再通知\n要点: [先接好水]\n"


def test_a_cut_that_is_cancelled_says_so_on_every_page(tmp_path: Path) -> None:
    artifacts = plan(board_with(tmp_path, "2026年3月5日9:00-16:00", CANCELLED), date(2026, 3, 3))
    for path in ("index.html", "compounds/dong-yuan.html", "committees/dong.html"):
        page = html(artifacts, path)
        strip = page[page.index('class="urgent"') :][:900]
        assert "已取消" in strip
        assert "天气不好，改期再通知" in strip
        assert "先接好水" not in strip
        assert "恢复" not in strip
    (entry,) = [
        entry
        for day in cast("CompoundPage", artifacts["compounds/dong-yuan.html"].view).this_week
        for entry in day.entries
        if entry.title == "东苑停水"
    ]
    assert entry.cancelled
    page = html(artifacts, PAGE)
    assert "停水停电取消" in page
    assert "这次不停了" in page
    assert "恢复" not in page


def test_the_poster_of_a_cancelled_cut_is_another_one(tmp_path: Path) -> None:
    path, when = "posters/dong-yuan/notice-dong-ting-shui.pdf", "2026年3月5日9:00-16:00"
    before = plan(board_with(tmp_path, when), date(2026, 3, 3))[path]
    after = plan(board_with(tmp_path, when, CANCELLED), date(2026, 3, 3))[path]
    assert before.key != after.key
    view = cast("NoticePoster", after.view)
    assert view.parts.cancelled == "天气不好，改期再通知"
    assert (view.parts.restore, view.parts.points, view.body.text) == (None, (), "")


def test_feeds_and_calendars_take_a_cancelled_cut_back(tmp_path: Path) -> None:
    when, today = "2026年3月5日9:00-16:00", date(2026, 3, 3)
    entries, events = [], []
    for more in ("", CANCELLED):
        artifacts = plan(board_with(tmp_path, when, more), today, posters=False)
        news = cast("AtomFeed", artifacts["feeds/compounds/dong-yuan/notices.xml"].view)
        entries += [entry for entry in news.entries if entry.title == "东苑停水"]
        view = cast("CalendarFeed", artifacts["calendars/compounds/dong-yuan.ics"].view)
        feed: Any = icalendar.Calendar.from_ical(CalendarPress(THEME).render(view))
        events += [e for e in feed.walk("VEVENT") if "东苑停水" in str(e["summary"])]
    assert entries[0].id != entries[1].id
    text = FeedPress(THEME).render(news).decode()
    assert "（已取消）停水停电：东苑停水" in text
    assert "预计" not in text
    before, after = events
    assert before["uid"] == after["uid"]
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert after["sequence"] > before["sequence"]
    assert "已取消：天气不好，改期再通知" in str(after["description"])


def test_the_page_tells_the_expected_time_and_later_what_should_have_been(tmp_path: Path) -> None:
    board = board_with(tmp_path, "2026年3月5日9:00-16:00")
    during = html(plan(board, date(2026, 3, 5), posters=False), PAGE)
    assert '<p class="restore" data-hide-after="2026-03-05T16:00">预计<b>' in during
    assert '<p class="restore" hidden data-show-after="2026-03-05T16:00">按通知，应已在' in during
    after = html(plan(board, date(2026, 3, 6), posters=False), PAGE)
    assert "按通知，应已在" in after
    assert "2026年3月5日" in after
    assert "预计" not in after


def test_the_poster_has_it_too(tmp_path: Path) -> None:
    board = board_with(tmp_path, "2026年3月5日9:00-16:00")
    poster = plan(board, date(2026, 3, 3))["posters/dong-yuan/notice-dong-ting-shui.pdf"].view
    assert cast("NoticePoster", poster).parts.restore == RestoreView(date(2026, 3, 5), 960)


@pytest.mark.parametrize(("more", "sequence"), [("", 0), ("修订: 2\n", 2)])
def test_calendars_have_the_outage_and_notice_its_changes(
    tmp_path: Path, more: str, sequence: int
) -> None:
    board = board_with(tmp_path, "2026年3月5日9:00-16:00", more)
    artifacts = plan(board, date(2026, 3, 3), posters=False)
    view = cast("CalendarFeed", artifacts["calendars/compounds/dong-yuan.ics"].view)
    feed: Any = icalendar.Calendar.from_ical(CalendarPress(THEME).render(view))
    (event,) = [e for e in feed.walk("VEVENT") if "东苑停水" in str(e["summary"])]
    assert event["sequence"] == sequence
    assert event["dtend"].dt.isoformat() == "2026-03-05T16:00:00+08:00"
    assert "预计恢复：3月5日16:00" in str(event["description"])


def test_feeds_have_it_as_news_and_again_once_it_was_changed(tmp_path: Path) -> None:
    first = board_with(tmp_path, "2026年3月5日9:00-16:00")
    again = board_with(tmp_path, "2026年3月5日9:00-18:00", "修订: 1\n")
    ids = set()
    for board in (first, again):
        artifacts = plan(board, date(2026, 3, 3), posters=False)
        for path in ("feeds/notices.xml", "feeds/compounds/dong-yuan/notices.xml"):
            view = cast("AtomFeed", artifacts[path].view)
            (entry,) = [e for e in view.entries if e.title == "东苑停水"]
            ids.add(entry.id)
            text = FeedPress(THEME).render(view).decode()
            assert "停水停电：东苑停水" in text
            assert "预计3月5日1" in text
        other = artifacts.get("feeds/compounds/he-yuan/notices.xml")
        assert other is None or "东苑停水" not in repr(other.view)
    assert len(ids) == 2


def test_pages_lead_to_the_feed(tmp_path: Path) -> None:
    artifacts = plan(board_with(tmp_path, "2026年3月5日9:00-16:00"), date(2026, 3, 3))
    assert "../feeds/compounds/dong-yuan/notices.xml" in html(artifacts, "compounds/dong-yuan.html")
    assert "feeds/notices.xml" in html(artifacts, "index.html")


def test_a_call_past_its_deadline_hangs_on_without_strips(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content/committees/东居委/通知/zhao-mu.md").write_text(
        "---\n类别: 招募\n标题: 招人\n发布: 2026-03-01\n撤下: 2026-03-20\n"
        '报名截止: 2026年3月10日17:00前\n撕条: {文字: 报名, 电话: "021-0123 4500"}\n---\n来吧。\n',
        "utf-8",
    )
    board = read_board(tmp_path).board
    assert board is not None
    poster, page = "posters/dong-yuan/notice-dong-zhao-mu.pdf", PAGE.replace("ting-shui", "zhao-mu")
    strips = []
    for day in (10, 11, 20):
        artifacts = plan(board, date(2026, 3, day))
        strips.append(cast("NoticePoster", artifacts[poster].view).parts.strips)
        assert ("报名已截止" in html(artifacts, page)) == (day > 10)
    assert strips == [8, 0, 0]
    gone = plan(board, date(2026, 3, 21))
    assert poster not in gone
    assert cast("NoticePage", gone[page].view).item.over
