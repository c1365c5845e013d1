"""Two months ahead: the notation of hours, the rows of a page, what is routine."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.board import Board
from generator.model.event import Event
from generator.model.item import Item
from generator.model.record import Contact
from generator.model.service import Service, ServiceSchedule
from generator.plan.ahead import arrange_today, leave_out_routine, look_ahead
from generator.plan.context import Context
from generator.plan.views import AheadView, RowView
from generator.plan.views.spans import Span, write_spans
from generator.schedule import DayRange, Schedule, parse_schedule
from tests.sites_for_tests import STAMPS, TODAY, small_board

CONTACT = Contact(name="居委会")
YEAR = DayRange(date(2026, 1, 1), date(2026, 12, 31))


def when(phrase: str) -> Schedule:
    schedule = parse_schedule(phrase)
    assert isinstance(schedule, Schedule)
    return schedule


def event(title: str, phrase: str) -> Event:
    return Event(title=title, when=when(phrase), place="广场", contact=CONTACT, slug=title)


def schedule(**services: str) -> ServiceSchedule:
    return ServiceSchedule(
        title="便民服务", slug="a", contact=CONTACT, valid=YEAR, checked=TODAY,
        services=tuple(Service(name=name, when=when(each)) for name, each in services.items()),
    )  # fmt: skip


def look(*items: Item, today: date = TODAY) -> tuple[Context, AheadView]:
    placed = [
        item.model_copy(update={"source": replace(item.source, path=f"{number}")})
        for number, item in enumerate(items)
    ]
    board = Board(
        site=small_board().site,
        calendar=small_board().calendar,
        events=tuple(item for item in placed if isinstance(item, Event)),
        services=tuple(item for item in placed if isinstance(item, ServiceSchedule)),
    )
    context = Context(board, today, STAMPS)
    return context, look_ahead(context, placed)


def row(ahead: AheadView, title: str) -> RowView:
    (found,) = [row for row in ahead.rows if row.entry.title == title]
    return found


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], ""),
        ([(0, 540, 660)], "2026-03-02 540-660@0"),
        ([(0, 540, 660), (0, 840, 960), (1, 540, 660), (1, 840, 960)],
         "2026-03-02 540-660,840-960@0-1"),
        ([(0, 540, 660), (1, 540, 660), (2, 540, 660), (5, 540, 660), (7, None, None)],
         "2026-03-02 540-660@0-2,5;*@7"),
        ([(3, 540, None), (4, 540, 540)], "2026-03-02 540-@3-4"),
        ([(3, 1200, 1500)], "2026-03-02 1200-1500@3"),
    ],
)  # fmt: skip
def test_the_notation(spans: list[tuple[int, int | None, int | None]], expected: str) -> None:
    dated = ((TODAY + timedelta(days=number), start, end) for number, start, end in spans)
    assert write_spans(TODAY, dated) == expected


def read_back(text: str) -> set[Span]:
    """Read the notation as its description says."""
    if not text:
        return set()
    first, groups = text.split(" ")
    found: set[Span] = set()
    for group in groups.split(";"):
        hours, runs = group.split("@")
        for run in runs.split(","):
            begin, _, end = run.partition("-")
            for number in range(int(begin), int(end or begin) + 1):
                day = date.fromisoformat(first) + timedelta(days=number)
                for each in hours.split(","):
                    start, _, stop = each.partition("-")
                    known = None if start == "*" else int(start)
                    found.add((day, known, int(stop) if stop else None))
    return found


HOURS = st.one_of(
    st.just((None, None)),
    st.tuples(st.integers(0, 1439), st.none()),
    st.integers(0, 1439).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, start + 700))
    ),
)


@settings(max_examples=60)
@given(st.sets(st.tuples(st.integers(0, 70), HOURS), max_size=12))
def test_the_notation_says_it_all(spans: set[tuple[int, tuple[int | None, int | None]]]) -> None:
    dated: set[Span] = {(TODAY + timedelta(days=number), *hours) for number, hours in spans}
    assert read_back(write_spans(TODAY, sorted(dated, key=repr))) == dated


def test_hours_of_a_day_are_one_row_and_other_hours_another() -> None:
    _, ahead = look(schedule(代办="工作日上午9点至11点、下午2点至4点，周六上午9点至10点"))
    saturdays, weekdays = ahead.rows
    assert [(e.start, e.end) for e in weekdays.times] == [(540, 660), (840, 960)]
    assert weekdays.on.startswith("2026-03-01 540-660,840-960@1-5,8-12,15-19")
    assert saturdays.on.startswith("2026-03-01 540-600@6,13,20")
    assert weekdays.routine
    assert saturdays.routine, "it is the same thing"


def test_every_day_has_its_lunar_date() -> None:
    _, ahead = look()
    assert (ahead.first, ahead.last) == (TODAY, TODAY + timedelta(days=62))
    assert [day.day for day in ahead.days] == [TODAY + timedelta(days=n) for n in range(63)]
    assert ahead.days[1].occasion == "元宵节"


@pytest.mark.parametrize(
    ("phrase", "routine"),
    [
        ("每天上午9点", True), ("工作日上午9点", True), ("每周一至周四上午9点", True),
        ("每周一、三、五上午9点", False), ("每周三上午9点", False), ("每月5日上午9点", False),
        ("2026年3月9日至3月20日上午9点", True), ("2026年3月9日至3月12日上午9点", False),
    ],
)  # fmt: skip
def test_what_is_routine(phrase: str, *, routine: bool) -> None:
    _, ahead = look(event("唱歌", phrase))
    assert row(ahead, "唱歌").routine is routine


def test_what_goes_on_past_midnight_is_known_the_day_after() -> None:
    night = event("夜市", "2026年3月1日晚上8点至次日1点")
    evening = event("晚会", "2026年3月1日晚上8点至9点")
    for today, seen in ((date(2026, 3, 1), 2), (TODAY, 1), (date(2026, 3, 3), 0)):
        _, ahead = look(night, evening, today=today)
        assert len(ahead.rows) == seen, today
    _, ahead = look(night)
    assert row(ahead, "夜市").on == "2026-03-01 1200-1500@0"


def test_special_things_stand_before_routine_ones() -> None:
    services = schedule(自助机="每天", 代办="每天上午8点至9点", 理发="2026年3月2日下午2点至3点")
    context, ahead = look(services, event("义诊", "2026年3月2日下午4点至5点"))
    (today,) = context.agenda.days(context.board.items, TODAY, TODAY)
    arranged = arrange_today(today, ahead)
    assert [e.title for e in arranged.entries] == ["义诊", "理发", "代办", "自助机"]
    (left,) = leave_out_routine([today], ahead)
    assert {e.title for e in left.entries} == {"义诊", "理发"}
    assert [r.entry.title for r in ahead.rows] == ["代办", "理发", "义诊", "自助机"]


def test_hours_of_the_same_thing_stand_together() -> None:
    walks = event("健走", "2026年3月2日上午8点至9点，下午4点至5点")
    context, _ = look(walks, event("义诊", "2026年3月2日上午9点至10点"))
    (today,) = context.agenda.days(context.board.items, TODAY, TODAY)
    together = [[(entry.title, entry.start) for entry in times] for times in today.things]
    assert together == [[("健走", 480), ("健走", 960)], [("义诊", 540)]]


def test_routine_of_some_days_is_named_once() -> None:
    context, ahead = look(schedule(代办="每天上午8点至9点", 理发="工作日下午2点至3点"))
    monday, sunday = TODAY, TODAY + timedelta(days=6)
    week = context.agenda.days(context.board.items, monday, sunday)
    assert [entry.title for entry in ahead.routine_on(week)] == ["代办", "理发"]
    assert [entry.title for entry in ahead.routine_on(week[-1:])] == ["代办"]
    assert ahead.routine_on(()) == []


def test_days_ahead_are_found_by_the_first_and_known_by_all() -> None:
    _, ahead = look()
    days = ahead.days_ahead
    assert {days: "said"}[ahead.days_ahead] == "said"
    other = replace(ahead, days=(*ahead.days[:-1], replace(ahead.days[-1], occasion="元宵节")))
    assert hash(other.days_ahead) == hash(days)
    assert other.days_ahead != days
