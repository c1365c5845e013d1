"""Service windows: open today, next, suspended, changed this month, and what is cooked."""

from datetime import date
from typing import Any

import pytest

from generator.model.board import Board
from generator.model.menu import MenuWeek
from generator.model.record import Contact
from generator.model.service import Errand, Service, ServiceSchedule, Suspension
from generator.plan.context import Context
from generator.plan.views import CommitteePage, CompoundPage, ServicePage, TimetablePoster
from generator.plan.windows import (
    later_menu,
    make_window,
    meals_on,
    menu_views,
    month_changes,
    week_menus,
)
from generator.schedule import DayRange, Schedule, parse_schedule
from tests.sites_for_tests import STAMPS, TODAY, plan, sample_board, small_board, words_of

HAIRCUT = "每周三上午9点至11点"
JUNE = date(2026, 6, 1)


def when(phrase: str) -> Schedule:
    schedule = parse_schedule(phrase)
    assert isinstance(schedule, Schedule)
    return schedule


def make(phrase: str = HAIRCUT, today: date = JUNE, **more: Any) -> tuple[Context, ServiceSchedule]:
    """A board with one schedule of one service, on a day."""
    service = Service(name="理发", when=when(phrase), menu=more.pop("menu", ()))
    item = ServiceSchedule(
        title="便民服务", services=(service,), slug="a", contact=Contact(name="居委会"),
        valid=DayRange(date(2026, 1, 1), date(2026, 12, 31)), checked=date(2026, 5, 2), **more,
    )  # fmt: skip
    board = Board(site=small_board().site, calendar=small_board().calendar, services=(item,))
    return Context(board, today, STAMPS), item


def test_open_today_and_on_every_wednesday_of_two_months() -> None:
    context, item = make(today=date(2026, 6, 3))
    window = make_window(context, item, item.services[0])
    assert [(h.start, h.end) for h in window.today] == [(540, 660)]
    assert window.next is not None
    assert window.next.day == date(2026, 6, 10)
    assert window.on == "2026-06-02 540-660@1,8,15,22,29,36,43,50,57"
    assert window.known_until == date(2026, 8, 4)


def test_closed_today() -> None:
    context, item = make()
    window = make_window(context, item, item.services[0])
    assert window.today == ()
    assert not window.suspended
    assert window.next is not None
    assert window.next.day == date(2026, 6, 3)


def test_suspended_with_its_reason_and_the_next_day_after() -> None:
    stop = Suspension(days=DayRange(JUNE, date(2026, 6, 5)), reason="检修")
    context, item = make(suspensions=(stop,))
    window = make_window(context, item, item.services[0])
    assert (window.suspended, window.suspended_until, window.reason) == (
        True, date(2026, 6, 5), "检修",
    )  # fmt: skip
    assert window.next is not None
    assert window.next.day == date(2026, 6, 10)
    assert [(s.first, s.reason) for s in month_changes(context, item, JUNE).stops] == [
        (JUNE, "检修")
    ]


def test_a_suspension_that_hits_nothing_is_no_change() -> None:
    stop = Suspension(days=DayRange(JUNE, date(2026, 6, 2)), reason="检修")
    context, item = make(suspensions=(stop,))
    assert not month_changes(context, item, JUNE)


def test_a_moved_day_is_a_change_of_its_month() -> None:
    context, item = make("每月19日下午2点至4点，节假日顺延")  # 19 June 2026 is 端午节
    (moved,) = month_changes(context, item, JUNE).moved
    assert (moved.moved_from, moved.day) == (date(2026, 6, 19), date(2026, 6, 22))
    assert not month_changes(context, item, date(2026, 8, 1))


@pytest.mark.parametrize(("revision", "month", "expected"), [(0, 5, None), (1, 5, 2), (1, 6, None)])
def test_a_revision_counts_in_the_month_it_was_checked(
    revision: int, month: int, expected: int | None
) -> None:
    context, item = make(revision=revision)
    revised = month_changes(context, item, date(2026, month, 1)).revised
    assert (revised.day if revised else None) == expected


WEEKS = (
    MenuWeek(days=DayRange(JUNE, JUNE), meal="午餐", monday=("带鱼",), friday=("面",)),
    MenuWeek(days=DayRange(JUNE, date(2026, 6, 5)), meal="晚餐", monday=("粥",)),
    MenuWeek(days=DayRange(date(2026, 6, 10), date(2026, 6, 10)), tuesday=("鸡",)),
)


def test_meals_of_a_day_stand_together() -> None:
    _, item = make(menu=WEEKS)
    (menu,) = menu_views(item, JUNE, date(2026, 6, 30))
    assert [(week.first, [d.day.day for d in week.days]) for week in menu.weeks] == [
        (JUNE, [1, 5]), (date(2026, 6, 8), [9]),
    ]  # fmt: skip
    meals = meals_on(item, item.services[0], JUNE)
    assert [(m.name, m.dishes) for m in meals] == [("午餐", ("带鱼",)), ("晚餐", ("粥",))]
    assert meals_on(item, item.services[0], date(2026, 6, 2)) == ()
    assert menu_views(item, date(2026, 6, 15), date(2026, 6, 30)) == ()


def test_nothing_is_cooked_while_the_canteen_is_suspended() -> None:
    painting = Suspension(days=DayRange(JUNE, date(2026, 6, 3)), reason="粉刷")
    _, item = make(menu=WEEKS, suspensions=(painting,))
    service = item.services[0]
    (menu,) = menu_views(item, JUNE, date(2026, 6, 7))
    monday, friday = menu.weeks[0].days
    assert (monday.meals, monday.reason) == ((), "粉刷")
    assert [meal.dishes for meal in friday.meals] == [("面",)]
    assert meals_on(item, service, JUNE) == ()
    assert [each.day.day for each in later_menu(item, service, date(2026, 5, 30), friday.day)] == [
        5
    ]
    _, days = next(iter(week_menus(item, JUNE)))
    assert days == menu.weeks[0].days


def test_an_errand_may_be_its_name() -> None:
    assert Errand.model_validate("代缴水费") == Errand(name="代缴水费")


# The sample street ----------------------------------------------------------------------------

FIGURES = ["社会保险代办", "生活费用代缴"]
"""The two of ten errands that the report names."""


def test_the_canteen_of_the_sample_cooks_for_four_weeks() -> None:
    artifacts = plan(sample_board(), posters=True)
    page = artifacts["committees/jian-liu/services/qing-he-ju.html"].view
    assert isinstance(page, ServicePage)
    (menu,) = page.menus
    assert [week.first.day for week in menu.weeks] == [2, 9, 16, 23]
    assert all(len(week.days) == 5 for week in menu.weeks)
    compound = artifacts["compounds/qing-he-ju.html"].view
    assert isinstance(compound, CompoundPage)
    lines = {line.name: line for card in compound.services for line in card.lines}
    assert [meal.name for meal in lines["大食堂"].meals] == ["午餐", "晚餐"]
    assert lines["四点半学校"].window is not None
    assert lines["四点半学校"].window.today != ()  # 2 March 2026 is the first Monday of term
    poster = artifacts["posters/qing-he-ju/timetable-2026-03.pdf"].view
    assert isinstance(poster, TimetablePoster)
    assert poster.checked is not None
    assert poster.checked <= TODAY


def test_after_school_hours_follow_the_school_calendar() -> None:
    artifacts = plan(sample_board(), date(2026, 2, 27), posters=False)
    page = artifacts["committees/jian-liu/services/qing-he-ju.html"].view
    assert isinstance(page, ServicePage)
    line = next(line for line in page.lines if line.name == "四点半学校")
    assert line.window is not None
    assert line.window.next is not None
    assert line.window.next.day == TODAY


def test_errands_and_private_services_of_the_sample() -> None:
    artifacts = plan(sample_board(), posters=False)
    page = artifacts["committees/jian-er.html"].view
    assert isinstance(page, CommitteePage)
    lines = {line.name: line for card in page.services for line in card.lines}
    assert [errand.name for errand in lines["代办"].errands] == FIGURES
    assert "上门探望" not in words_of(artifacts["committees/jian-liu.html"].view)
