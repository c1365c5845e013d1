"""Timetables and digests: of whole months and weeks, whatever the day of building."""

from datetime import date, timedelta
from functools import cache
from typing import cast

import pytest
from msgspec.structs import replace

from generator.model.board import Board
from generator.plan import addresses
from generator.plan.artifact import Artifact
from generator.plan.context import Context
from generator.plan.month_posters import month_links, plan_month_posters
from generator.plan.views import DigestPoster, MenuPoster, TimetablePoster
from tests.sites_for_tests import STAMPS, TODAY, lasting_board, plan, sample_board, small_board

WEEK = "posters/hexie/digest-2026-W10.pdf"


@cache
def sample(today: date) -> dict[str, Artifact]:
    return plan(sample_board(), today)


def digest(path: str, today: date) -> DigestPoster:
    return cast("DigestPoster", sample(today)[path].view)


def timetable(path: str, today: date) -> TimetablePoster:
    return cast("TimetablePoster", sample(today)[path].view)


@pytest.mark.parametrize(
    ("today", "weeks"),
    [
        (date(2026, 3, 2), ["2026-W10"]),
        (date(2026, 3, 5), ["2026-W10"]),
        (date(2026, 3, 6), ["2026-W10", "2026-W11"]),
        (date(2026, 3, 8), ["2026-W10", "2026-W11"]),
        (date(2026, 12, 31), ["2026-W53"]),
        (date(2027, 1, 1), ["2026-W53", "2027-W01"]),
    ],
)
def test_next_week_is_made_from_friday(today: date, weeks: list[str]) -> None:
    paths = [path for path in plan(lasting_board(), today) if path.endswith(".pdf")]
    found = [p for p in paths if p.startswith("posters/dong-yuan/digest-") and "-W" in p]
    assert found == [f"posters/dong-yuan/digest-{week}.pdf" for week in weeks]


def test_week_is_from_monday_to_sunday() -> None:
    view = digest(WEEK, date(2026, 3, 4))
    assert (view.first, view.last) == (date(2026, 3, 2), date(2026, 3, 8))
    assert [day.day for day in view.days] == [view.first + timedelta(days=n) for n in range(7)]
    assert view.frame.take_down == date(2026, 3, 8)
    titles = {entry.title for day in view.days for entry in day.entries}
    assert "量血压" in titles
    assert "代办" in {line.name for line in view.daily}
    assert "代办" not in titles


@pytest.mark.parametrize("monday", [date(2026, 3, 2), date(2026, 6, 29)])
def test_week_is_the_same_on_every_day_it_is_made(monday: date) -> None:
    compounds = {compound.id: compound for compound in sample_board().compounds}
    path = addresses.of_week_poster(compounds["hexie"], "digest", monday)
    days = [monday + timedelta(days=number) for number in (-3, 0, 2, 6)]
    artifacts = {sample(day)[path].key for day in days}
    assert len(artifacts) == 1


def test_a_weeks_menu_is_made_where_there_is_one_and_from_friday() -> None:
    path = "posters/qing-he-ju/menu-2026-W{}.pdf"
    assert path.format(10) in sample(date(2026, 3, 5))
    assert path.format(11) not in sample(date(2026, 3, 5))
    assert path.format(11) in sample(date(2026, 3, 6))
    menus = [p for p in sample(date(2026, 3, 5)) if "/menu-" in p and p.endswith(".pdf")]
    assert menus == [path.format(10)]
    view = sample(date(2026, 3, 5))[path.format(10)].view
    assert isinstance(view, MenuPoster)
    (canteen,) = view.canteens
    assert canteen.line.name == "大食堂"
    assert [len(day.meals) for day in canteen.days] == [2] * 5
    assert view.frame.take_down == date(2026, 3, 8)
    keys = {sample(date(2026, 3, day))[path.format(11)].key for day in (6, 9, 12)}
    assert len(keys) == 1


def test_no_empty_sheet_is_made_where_nothing_is_on() -> None:
    def digests(board: Board) -> set[str]:
        context = Context(board, TODAY, STAMPS)
        yard = board.compounds_by_name["东苑"]
        made = {a.path for a in plan_month_posters(context, yard) if "/digest-" in a.path}
        assert made == {k.address for k in month_links(context, yard) if k.kind == "digest"}
        return made

    board = small_board()
    assert len(digests(board)) == 2
    silent = replace(board, events=(), services=(), notices=())
    assert digests(silent) == set()
    assert len(digests(replace(silent, services=board.services))) == 1


def test_links_name_the_week() -> None:
    view = plan(small_board(), date(2026, 3, 6))["compounds/dong-yuan.html"].view
    assert "week=datetime.date(2026, 3, 2)" in repr(view)
    assert "week=datetime.date(2026, 3, 9)" in repr(view)


def test_suspended_services_stay_in_the_list() -> None:
    view = timetable("posters/hexie/timetable-2026-02.pdf", date(2026, 2, 10))
    suspended = {
        (day.day, entry.note) for day in view.days for entry in day.entries if entry.cancelled
    }
    assert suspended
    assert all(15 <= day.day <= 23 and note == "春节放假" for day, note in suspended)
    spans = {(span.first, span.last, span.reason) for span in view.suspensions}
    assert (date(2026, 2, 15), date(2026, 2, 23), "春节放假") in spans


def test_holidays_and_workdays_in_exchange_are_told() -> None:
    view = timetable("posters/hexie/timetable-2026-02.pdf", date(2026, 2, 10))
    assert [(h.name, h.first.day, h.last.day) for h in view.holidays] == [("春节", 15, 23)]
    assert view.workdays == (date(2026, 2, 14), date(2026, 2, 28))
    days = {day.day: day for day in view.days}
    assert any(day.holiday for day in view.days)
    assert all(day.holiday == (15 <= day.day.day <= 23) for day in view.days)
    assert days[date(2026, 2, 14)].workday
    assert not days[date(2026, 2, 14)].holiday


def test_changes_from_the_month_before_are_told() -> None:
    path = "posters/qing-he-ju/timetable-2026-07.pdf"
    changes = timetable(path, date(2026, 7, 2)).changes
    assert "坐坐说说" in changes.new
    assert "大食堂" not in (*changes.new, *changes.changed, *changes.ended)
