"""Which sheets go where: weight, room, copies, what is replaced and what comes down."""

from datetime import date
from typing import cast

import pytest
from msgspec.structs import replace

from generator.model.event import Event
from generator.model.printed import PrintRecord
from generator.plan import plan_site
from generator.plan.packs import NO_ROOM, Order, Pack, plan_pack, plan_take_down
from generator.plan.sheets import sheet_key, vary_paper
from generator.plan.views import BoardWork, CoverSheet, StaffPage
from tests.packs.boards import (
    ANNOUNCEMENT,
    DONG,
    EVENT,
    TIMETABLE,
    URGENT,
    board_with,
    compound_of,
    pack_of,
    stock_of,
)
from tests.sites_for_tests import STAMPS, TODAY

CHANGED = Order(changed=True)


def works(pack: Pack | None) -> tuple[BoardWork, ...]:
    assert pack
    return cast("CoverSheet", pack.cover.view).boards


def printed_record(*cases: tuple[str, str, int]) -> PrintRecord:
    pack = pack_of(board_with(*cases))
    assert pack
    return pack.record


def test_what_matters_most_hangs_first() -> None:
    pack = pack_of(board_with(("南门", "A4", 4)))
    assert pack
    assert pack.sheets == (URGENT, ANNOUNCEMENT, TIMETABLE, EVENT)


def test_what_has_no_room_is_said() -> None:
    pack = pack_of(board_with(("南门", "A4", 2)))
    assert pack
    (work,) = works(pack)
    assert [line.sheet.title for line in work.put_up] == ["防冻", "关于修车棚的公示"]
    assert "元宵猜灯谜" in [sheet.title for sheet in work.no_room]
    assert EVENT in {link.address for link in pack.no_room}


def test_a_large_sheet_takes_the_room_of_two() -> None:
    board = board_with(("北门", "A3", 1))
    context, stock = stock_of(board)
    large = tuple(vary_paper(sheet, STAMPS, paper="A3") for sheet in stock.on_boards)
    for sheets, expected in ((stock.on_boards, 2), (large, 1)):
        pack = plan_pack(
            context, compound_of(board), replace(stock, on_boards=sheets), board.printed, Order()
        )
        assert pack
        assert len(pack.sheets) == expected


def test_a_poster_of_two_pages_takes_the_room_of_two() -> None:
    board = board_with(("南门", "A4", 4))
    context, stock = stock_of(board)
    stock = replace(stock, pages={URGENT: 3})
    pack = plan_pack(context, compound_of(board), stock, board.printed, Order())
    assert pack
    assert pack.sheets == (URGENT, ANNOUNCEMENT)


def test_each_board_has_its_own_copy_and_papers_come_apart() -> None:
    pack = pack_of(board_with(("南门", "A4", 1), ("北门", "A3", 9)))
    assert pack
    assert pack.sheets.count(URGENT) == 2
    assert pack.sheets[0] == URGENT
    papers = ["A3" if "/issues" in path or "review-2025" in path else "A4" for path in pack.sheets]
    assert papers == sorted(papers, reverse=True)


def test_without_boards_everything_is_printed_once() -> None:
    pack = pack_of(board_with())
    assert pack
    assert len(pack.sheets) == len(set(pack.sheets)) == len(stock_of(board_with())[1].sheets)
    assert not pack.no_room


def test_one_board_alone() -> None:
    board = board_with(("南门", "A4", 1), ("北门", "A4", 2))
    pack = pack_of(board, Order(board="北门"))
    assert [work.name for work in works(pack)] == ["北门"]
    assert pack
    assert list(pack.record.boards[DONG]) == ["北门"]


def test_nothing_has_changed() -> None:
    record = printed_record(("南门", "A4", 3))
    assert pack_of(board_with(("南门", "A4", 3), printed=record), CHANGED) is None
    again = pack_of(board_with(("南门", "A4", 3), printed=record))
    assert again
    assert all(line.replaces for line in works(again)[0].put_up)


def test_only_the_poster_that_says_something_else_is_printed() -> None:
    record = printed_record(("南门", "A4", 9))
    board = board_with(("南门", "A4", 9), printed=record)
    (event,) = board.events
    moved = event.model_copy(update={"place": "南门广场"})
    pack = pack_of(replace(board, events=(moved,)), CHANGED)
    assert pack
    assert [path for path in pack.sheets if "/digest-" not in path] == [EVENT]
    (work,) = works(pack)
    assert all(line.replaces for line in work.put_up)
    assert pack.record.boards[DONG]["南门"][EVENT].key != record.boards[DONG]["南门"][EVENT].key


def test_a_new_theme_or_face_is_no_reason_to_print() -> None:
    board = board_with()
    (artifact, *_) = stock_of(board)[1].sheets
    other = replace(artifact.artifact, key="of another theme")
    assert sheet_key(other) == artifact.key


def test_what_is_over_comes_down() -> None:
    record = printed_record(("南门", "A4", 9))
    board = board_with(("南门", "A4", 9), printed=record)
    pack = pack_of(board, CHANGED, date(2026, 3, 4))
    (work,) = works(pack)
    assert [sheet.title for sheet in work.take_down] == ["元宵猜灯谜"]
    assert pack
    assert EVENT not in pack.record.boards[DONG]["南门"]


def test_what_was_cancelled_comes_down() -> None:
    record = printed_record(("南门", "A4", 9))
    board = board_with(("南门", "A4", 9), printed=record)
    cancelled: Event = board.events[0].model_copy(update={"cancelled": "下雨"})
    (work,) = works(pack_of(replace(board, events=(cancelled,)), CHANGED))
    assert [sheet.title for sheet in work.take_down] == ["元宵猜灯谜"]


def test_what_cannot_be_printed_stays_as_it_hangs() -> None:
    record = printed_record(("南门", "A4", 9))
    board = board_with(("南门", "A4", 9), printed=record)
    context, stock = stock_of(board)
    failed = replace(stock, failed=frozenset({EVENT}))
    pack = plan_pack(context, compound_of(board), failed, record, Order())
    assert pack
    assert EVENT not in pack.sheets
    assert pack.record.boards[DONG]["南门"][EVENT] == record.boards[DONG]["南门"][EVENT]
    assert not works(pack)[0].take_down


def test_weeks_say_what_comes_down_when() -> None:
    (work,) = works(pack_of(board_with(("南门", "A4", 4))))
    this, following = work.weeks
    assert (this.first, this.last, following.last) == (TODAY, date(2026, 3, 8), date(2026, 3, 15))
    assert [sheet.title for sheet in this.sheets] == ["元宵猜灯谜", "防冻"]
    assert [sheet.title for sheet in following.sheets] == ["关于修车棚的公示"]


def test_the_take_down_list_knows_what_really_hangs() -> None:
    record = printed_record(("南门", "A4", 4))
    board = board_with(("南门", "A4", 4), printed=record)
    context, stock = stock_of(board, date(2026, 3, 4))
    cover = plan_take_down(context, compound_of(board), stock, record, Order())
    assert cover
    view = cast("CoverSheet", cover.view)
    (work,) = view.boards
    assert [sheet.title for sheet in work.take_down] == ["元宵猜灯谜"]
    assert [sheet.title for sheet in work.weeks[0].sheets] == ["防冻"]
    assert view.lists_only
    assert not work.put_up


def staff_of(record: PrintRecord, today: date = TODAY) -> StaffPage:
    board = board_with(("南门", "A4", 4), printed=record)
    (view,) = [a.view for a in plan_site(board, today, STAMPS) if isinstance(a.view, StaffPage)]
    return view


def test_staff_see_everything_before_the_first_pack() -> None:
    view = staff_of(PrintRecord())
    assert not view.recorded
    dong = next(compound for compound in view.compounds if compound.id == DONG)
    assert EVENT in {link.address for link in dong.fresh}


def test_staff_see_what_is_left_to_do() -> None:
    record = printed_record(("南门", "A4", 4))
    dong = next(c for c in staff_of(record, date(2026, 3, 4)).compounds if c.id == DONG)
    (board,) = dong.boards
    assert board.name == "南门"
    assert [sheet.title for sheet in board.take_down] == ["元宵猜灯谜"]
    assert not dong.fresh, "what has no room was known when the pack was printed"
    assert NO_ROOM in record.boards[DONG]


@pytest.mark.parametrize("kind", ["issues", "review"])
def test_kinds_with_a_paper_of_their_own_keep_it(kind: str) -> None:
    sheets = [s for s in stock_of(board_with())[1].sheets if s.link.kind == kind]
    assert sheets
    for sheet in sheets:
        assert vary_paper(sheet, STAMPS, paper="A4").link.paper == sheet.link.paper
