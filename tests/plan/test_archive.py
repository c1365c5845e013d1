"""The archive: by year and month, everything that is over and nothing that is not."""

from datetime import date
from itertools import pairwise
from typing import cast

import pytest
from msgspec.structs import replace

from generator.model.notice import Announcement, Notice
from generator.plan.artifact import Artifact
from generator.plan.lifetime import is_over, is_published, last_day
from generator.plan.views import ArchiveMonthPage, ArchivePage, PageView, RedirectPage, Several
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.sites_for_tests import SAMPLE, plan, sample_board, small_board, words_of

PRESS = PagePress(Theme(SAMPLE / "themes" / "linli"))
DAYS = [date(2026, 1, 1), date(2026, 3, 2), date(2026, 12, 1), date(2027, 3, 20), date(2029, 1, 1)]


def html(artifacts: dict[str, Artifact], path: str) -> str:
    return PRESS.render(path, cast("PageView", artifacts[path].view)).decode()


def months(artifacts: dict[str, Artifact]) -> dict[str, ArchiveMonthPage]:
    return {p: a.view for p, a in artifacts.items() if isinstance(a.view, ArchiveMonthPage)}


@pytest.mark.parametrize("today", DAYS)
def test_months_hold_what_is_over_and_counts_agree(today: date) -> None:
    board, artifacts = sample_board(), plan(sample_board(), today, posters=False)
    pages, index = months(artifacts), cast("ArchivePage", artifacts["archive.html"].view)
    over: dict[str, int] = {}
    for item in (*board.events, *board.services, *board.notices, *board.issues):
        end = last_day(item, board, today)
        if end is not None and end < today and is_published(item, today):
            path = f"archive/{end:%Y-%m}.html"
            over[path] = over.get(path, 0) + 1
    assert {path: len(page.cards) for path, page in pages.items()} == over
    told = {month.address: month.count for year in index.years for month in year.months}
    assert told == over
    assert [year.count for year in index.years] == [
        sum(month.count for month in year.months) for year in index.years
    ]
    newest = index.years[0].months[0].address if index.years else None
    assert index.cards == (pages[newest].cards if newest else Several())


def test_months_follow_one_another() -> None:
    pages = months(plan(sample_board(), DAYS[3], posters=False))
    newest_first = [pages[address] for address in sorted(pages, reverse=True)]
    for later, earlier in pairwise(newest_first):
        assert later.earlier == earlier.month
        assert earlier.later == later.month
    assert newest_first[0].later is None
    assert newest_first[-1].earlier is None


def test_what_is_over_says_so_and_is_not_indexed() -> None:
    today, board = DAYS[3], sample_board()
    artifacts = plan(board, today, posters=False)
    noindex = '<meta name="robots" content="noindex">'
    seen = set()
    for item in (*board.events, *board.services, *board.notices, *board.issues):
        path = f"committees/{item.owner}" if item.owner else "street"
        path = f"{path}/{item.folder}/{item.slug}.html"
        if path not in artifacts:
            continue
        page, over = html(artifacts, path), is_over(item, board, today)
        seen.add((item.folder, over))
        assert (noindex in page) == over, path
        if over:
            end = last_day(item, board, today)
            assert end
            banner = page[page.index('class="banner') :]
            assert end.isoformat() in banner[:400] or getattr(item, "cancelled", None), path
    assert {folder for folder, over in seen if over} == {"events", "services", "notices", "issues"}
    assert noindex in html(artifacts, "archive/2026-12.html")
    assert noindex not in html(artifacts, "archive.html")
    assert noindex not in html(artifacts, "index.html")


def test_a_schedule_that_has_not_begun_is_not_called_over() -> None:
    board = sample_board()
    (later,) = [s for s in board.services if s.source.stem == "qing-he-ju-2027"]
    artifacts = plan(board, date(2026, 6, 1), posters=False)
    page = html(artifacts, f"committees/{later.owner}/services/{later.slug}.html")
    assert "还没有开始" in page
    assert "已经过期" not in page


def test_the_archive_names_how_each_thing_ended() -> None:
    board = small_board()
    (event,) = board.events
    gone = replace(board, events=(event.model_copy(update={"cancelled": "下雨"}),))
    artifacts = plan(gone, date(2026, 5, 1), posters=False)
    page = html(artifacts, "archive/2026-03.html")
    assert "已取消" in page
    assert "公示期满" in page
    assert "已结束" not in page


def test_an_empty_archive() -> None:
    artifacts = plan(small_board(), date(2020, 1, 1), posters=False)
    assert not months(artifacts)
    assert "还没有往期内容" in html(artifacts, "archive.html")


@pytest.mark.parametrize("down", ["2026-03-02", "2026-03-05", None])
def test_an_announcement_hangs_until_its_period_is_over(down: str | None) -> None:
    board = small_board()
    notices: list[Notice] = []
    for notice in board.notices:
        early = date.fromisoformat(down) if down else None
        is_one = isinstance(notice, Announcement)
        notices.append(notice.model_copy(update={"take_down": early}) if is_one else notice)
    changed = replace(board, notices=tuple(notices))
    path = "committees/dong/notices/gong-shi.html"
    poster = "posters/dong-yuan/notice-dong-gong-shi.pdf"
    last = plan(changed, date(2026, 3, 10))
    assert poster in last
    assert "关于修车棚的公示" in words_of(last["compounds/dong-yuan.html"].view)
    assert "关于修车棚的公示" not in words_of(last["archive.html"].view)
    assert "noindex" not in html(last, path)
    after = plan(changed, date(2026, 3, 11))
    assert poster not in after
    assert "关于修车棚的公示" not in words_of(after["compounds/dong-yuan.html"].view)
    assert "关于修车棚的公示" in words_of(after["archive/2026-03.html"].view)
    assert "公示期已满" in html(after, path)


def test_short_addresses_of_what_is_over_still_answer() -> None:
    board = sample_board()
    artifacts = plan(board, DAYS[4], posters=False)
    for item in (*board.events, *board.notices):
        assert isinstance(artifacts[f"x/{item.code}/index.html"].view, RedirectPage)
