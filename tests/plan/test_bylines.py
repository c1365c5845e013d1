"""Bylines: who a text is from and when; what comes before it and after it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.board import Board
from generator.model.byline import Byline
from generator.plan import addresses
from generator.plan.bylines import find_neighbouring_items
from generator.plan.context import Context
from generator.plan.lifetime import is_published
from generator.plan.views import BylineView, NoticePage
from generator.read import read_board
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.pages import sample_views
from tests.sites_for_tests import STAMPS, TODAY, plan, sample_board, small_board

PRESS = PagePress(Theme(Path(__file__).parents[2] / "themes" / "linli"))
NOTICE = "street/notices/2026-03-01-fang-dong.html"


def small_with(**changes: Any) -> Board:
    """The small site with its street's notice changed."""
    board = small_board()
    notices = (n.model_copy(update=changes) if n.owner is None else n for n in board.notices)
    return replace(board, notices=tuple(notices))


def byline_of(board: Board, today: date = TODAY) -> BylineView:
    view: Any = plan(board, today, posters=False)[NOTICE].view
    assert isinstance(view, NoticePage)
    return view.item.byline


def test_a_text_is_its_publishers_unless_it_says_otherwise() -> None:
    assert byline_of(small_board()) == BylineView(
        origin="测试街道公告栏", author=None, editor=None,
        published=date(2026, 3, 1), changed=None,
    )  # fmt: skip
    byline = Byline(origin="社区晨报", author="甲", editor="乙")
    found = byline_of(small_with(byline=byline, updated=date(2026, 3, 2)))
    assert (found.origin, found.author, found.editor) == ("社区晨报", "甲", "乙")
    assert found.changed == date(2026, 3, 2)


def test_the_same_day_is_not_told_twice() -> None:
    assert byline_of(small_with(updated=date(2026, 3, 1))).changed is None


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("署名: 居委会宣传组", Byline(author="居委会宣传组")),
        (
            "署名: {来源: 晨报, 作者: 甲, 编辑: 乙}",
            Byline(origin="晨报", author="甲", editor="乙"),
        ),
        ("byline: {origin: 甲报, 责任编辑: 乙}", Byline(origin="甲报", editor="乙")),
    ],
)  # fmt: skip
def test_a_byline_is_a_name_or_its_parts(tmp_path: Path, lines: str, wanted: Byline) -> None:
    folder = tmp_path / "content/committees/a"
    (folder / "events").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("名称: 甲\n", "utf-8")
    (folder / "committee.yaml").write_text(
        "代号: a\n名称: 甲居委\n小区: [{代号: b, 名称: 乙里}]\n", "utf-8"
    )
    (folder / "events/2026-03-05-a.md").write_text(
        "---\n标题: 甲\n时间: 3月5日上午9点\n地点: 乙\n联系: {称呼: 丙}\n"
        f"发布: 2026-02-20\n更新: 2月25日\n{lines}\n---\n",
        "utf-8",
    )
    reading = read_board(tmp_path)
    assert not [p for p in reading.problems if p.code != "year-inferred"], reading.problems
    assert reading.board is not None
    (event,) = reading.board.events
    assert event.byline == wanted
    assert (event.announced, event.updated) == (date(2026, 2, 20), date(2026, 2, 25))


def test_what_is_kept_no_longer_names_nobody_who_wrote_it() -> None:
    board = small_with(byline=Byline(origin="社区晨报", author="甲", editor="乙"))
    years_later = byline_of(board, date(2029, 3, 1))
    assert (years_later.origin, years_later.author, years_later.editor) == ("社区晨报", None, None)


def test_neighbours_are_of_one_kind_and_publisher_in_the_order_of_days() -> None:
    around = find_neighbouring_items(Context(sample_board(), date(2027, 3, 1), STAMPS))
    folder = "committees/jian-er/events/"
    names = ("2026-03-05-xue-lei-feng", "2026-12-05-zhi-yuan-zhe-ji-shi", "2027-03-05-xue-lei-feng")
    paths = [f"{folder}{name}.html" for name in names]
    found = [tuple(link and link.address for link in around[path]) for path in paths]
    assert found == [(None, paths[1]), (paths[0], paths[2]), (paths[1], None)]


def test_what_may_not_be_seen_yet_is_nobodys_neighbour() -> None:
    board = sample_board()
    around = find_neighbouring_items(Context(board, TODAY, STAMPS))
    hidden = {addresses.of_item(i) for i in board.items if not is_published(i, TODAY)}
    assert hidden
    named = {link.address for pair in around.values() for link in pair if link}
    assert not hidden & (named | set(around))


def test_the_line_under_the_title_is_that_of_a_news_page() -> None:
    pages = {
        "full": sample_views.full_pages()["committees/jian-er/events/2026-03-05-xue-lei-feng.html"],
        "bare": next(v for p, v in sample_views.bare_pages().items() if "/events/" in p),
    }
    full, bare = (PRESS.render("a/b/c.html", view).decode() for view in pages.values())
    line = full.partition('class="byline"')[2].partition("</p>")[0]
    for words in ("来源：社区晨报", "作者：居委会宣传组", "编辑：街道办公室", "发布：", "更新："):
        assert words in line
    line = bare.partition('class="byline"')[2].partition("</p>")[0]
    assert "来源：建二居委" in line
    assert "作者" not in line
    assert 'class="turn' not in bare


def test_the_code_of_a_page_needs_the_sites_address() -> None:
    pages = sample_views.full_pages(), sample_views.bare_pages()
    with_address, without = (PRESS.render("index.html", p["index.html"]).decode() for p in pages)
    assert "本页二维码" in with_address
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in with_address
    assert "本页二维码" not in without
    assert "本页二维码" not in PRESS.render("404.html", pages[0]["404.html"]).decode()
