"""When pages or posters next say something else."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from generator.model.board import Board
from generator.model.event import Event
from generator.model.record import Contact
from generator.model.service import Service, ServiceSchedule, Suspension
from generator.plan.changes import Change, find_next_change
from generator.schedule import DayRange, Schedule, parse_schedule
from tests.sites_for_tests import TODAY, plan, small_board

CONTACT = Contact(name="居委会")


def when(phrase: str) -> Schedule:
    schedule = parse_schedule(phrase)
    assert isinstance(schedule, Schedule)
    return schedule


def bare(**items: object) -> Board:
    return replace(
        Board(site=small_board().site, calendar=small_board().calendar),
        **items,
    )


def kinds(change: Change | None) -> set[tuple[str, str]]:
    assert change
    return {(news.kind, news.title) for news in change.news}


@pytest.mark.parametrize(
    ("today", "day", "expected"),
    [
        ("2026-02-27", "2026-02-28", None),
        ("2026-02-28", "2026-03-01", {("published", "防冻"), ("published", "关于修车棚的公示")}),
        ("2026-03-02", "2026-03-03", {("takes-place", "元宵猜灯谜")}),
        ("2026-03-03", "2026-03-04", {("over", "元宵猜灯谜")}),
        ("2026-03-04", "2026-03-05", {("schedule", "便民服务")}),
        ("2026-03-08", "2026-03-09", {("over", "防冻")}),
        ("2026-03-10", "2026-03-11", {("closed", "关于修车棚的公示")}),
    ],
)
def test_the_small_site(today: str, day: str, expected: set[tuple[str, str]] | None) -> None:
    change = find_next_change(small_board(), date.fromisoformat(today))
    assert change
    if expected is None:
        assert change.day > date.fromisoformat(today)
        return
    assert change.day == date.fromisoformat(day)
    assert expected <= kinds(change)


def test_an_empty_board_changes_with_the_posters_of_weeks_and_months() -> None:
    """A week's are made on the Friday before, a month's seven days before it begins."""
    days = []
    today = TODAY
    while today < date(2026, 3, 31):
        change = find_next_change(bare(), today)
        assert kinds(change) == {("posters", "")}
        assert change
        today = change.day
        days.append(today.day)
    assert days == [6, 9, 13, 16, 20, 23, 25, 27, 30, 1]


def test_what_comes_every_week_is_no_news() -> None:
    for phrase, news in (("每周三上午9点", False), ("每月第一个周三上午9点", True)):
        event = Event(title="唱歌", when=when(phrase), place="广场", contact=CONTACT, slug="a")
        change = find_next_change(bare(events=(event,)), TODAY)
        assert (("takes-place", "唱歌") in kinds(change)) is news


def test_a_poster_that_comes_within_two_months() -> None:
    event = Event(
        title="节", when=when("2026年5月4日上午9点"), place="广场", contact=CONTACT, slug="a"
    )
    assert kinds(find_next_change(bare(events=(event,)), TODAY)) == {("posters", "节")}
    gone = event.model_copy(update={"cancelled": "下雨"})
    assert kinds(find_next_change(bare(events=(gone,)), TODAY)) == {("posters", "")}


def test_suspensions_begin_and_end() -> None:
    stop = Suspension(days=DayRange(date(2026, 3, 4), date(2026, 3, 4)), reason="装修")
    item = ServiceSchedule(
        title="便民", slug="a", contact=CONTACT, checked=TODAY, suspensions=(stop,),
        services=(Service(name="理发", when=when("每周三上午9点")),),
        valid=DayRange(date(2026, 1, 1), date(2026, 12, 31)),
    )  # fmt: skip
    board = bare(services=(item,))
    for today, day in ((2, 4), (4, 5)):
        change = find_next_change(board, date(2026, 3, today))
        assert change
        assert change.day.day == day
        assert kinds(change) == {("schedule", "便民")}


def test_nothing_but_the_date_changes_before() -> None:
    """On the days until then, the pages of events, notices and issues say the same."""
    board, today = small_board(), date(2026, 3, 16)
    change = find_next_change(board, today)
    assert change
    quiet = [today + timedelta(days=n) for n in range(1, (change.day - today).days)]
    assert len(quiet) == 3
    before = plan(board, today, posters=False)
    steady = [path for path in before if any(f"/{k}/" in path for k in ("events", "notices"))]
    assert steady
    for day in quiet:
        after = plan(board, day, posters=False)
        assert set(after) == set(before)
        assert [path for path in steady if after[path].key != before[path].key] == []
