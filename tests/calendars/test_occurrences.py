"""A feed, read back and expanded, is what the pages show."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.board import Board
from generator.model.event import Event
from generator.model.item import Item, make_code
from generator.model.notice import Outage
from generator.model.record import Source
from generator.model.service import Service, ServiceSchedule, Suspension
from generator.plan.agenda import expand_item, expand_service
from generator.plan.calendars import feed_events, feed_span, item_span
from generator.plan.views import CalendarFeed
from generator.schedule import DayRange, Schedule, parse_schedule
from tests.calendars.reading import (
    Times,
    expand,
    expected,
    make_context,
    press,
    read,
    read_item,
    write_and_read,
)
from tests.schedule.samples import CALENDAR, PUBLISHED, read_cases
from tests.schedule.test_properties import phrases
from tests.sites_for_tests import TODAY, plan, sample_board, small_board

BOARD = replace(small_board(), calendar=CALENDAR)
SAMPLE = sample_board()
HORIZON = feed_span(TODAY).last
LATER = HORIZON + timedelta(days=3 * 365)
UNDERSTOOD = [
    row[0] for name in ("times.tsv", "times-more.tsv") for row in read_cases(name)
    if isinstance(parse_schedule(row[0], published=PUBLISHED), Schedule)
]  # fmt: skip
validities = st.builds(
    lambda first, length: DayRange(first, first + timedelta(days=length)),
    st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    st.integers(0, 1500),
)
suspensions = st.lists(
    st.builds(
        lambda first, length: DayRange(first, first + timedelta(days=length)),
        st.dates(date(2025, 6, 1), date(2028, 3, 1)),
        st.integers(0, 30),
    ),
    max_size=2,
)


def understood(phrase: str) -> Schedule:
    when = parse_schedule(phrase, published=PUBLISHED)
    assert isinstance(when, Schedule), (phrase, when)
    return when


def event_at(phrase: str) -> Event:
    """The small site's event at other times, in a file of the first of March."""
    source = Source("content/events/2026-03-01-x.md")
    return BOARD.events[0].model_copy(update={"when": understood(phrase), "source": source})


def service_at(phrase: str, valid: DayRange, stops: list[DayRange]) -> ServiceSchedule:
    """The small site's services with one service at other times."""
    schedule = BOARD.services[0]
    service = schedule.services[0].model_copy(update={"when": understood(phrase)})
    pauses = tuple(Suspension(days=days) for days in stops)
    update = {"services": (service,), "valid": valid, "suspensions": pauses}
    return schedule.model_copy(update=update)


def shown(board: Board, item: Event | Outage, last: date = HORIZON) -> list[Times]:
    first = item_span(item, TODAY).first
    return expected(expand_item(item, first, last, board.calendar), last)


def shown_service(board: Board, item: ServiceSchedule, service: Service) -> list[Times]:
    first = item_span(item, TODAY).first
    return expected(expand_service(item, service, first, HORIZON, board.calendar), HORIZON)


@pytest.mark.parametrize("event", SAMPLE.events, ids=lambda event: event.slug)
def test_events_of_the_sample_site(event: Event) -> None:
    assert expand(read_item(SAMPLE, event), HORIZON) == shown(SAMPLE, event)
    assert shown(SAMPLE, event)


@pytest.mark.parametrize("item", SAMPLE.services, ids=lambda item: item.slug)
def test_services_of_the_sample_site(item: ServiceSchedule) -> None:
    events = read_item(SAMPLE, item)
    found = 0
    for service in item.public_services:
        code = f"{item.code}.{make_code(service.name)}"
        own = [e for e in events if str(e.uid).split("@", maxsplit=1)[0].startswith(code)]
        found += len(own)
        assert expand(own, HORIZON) == shown_service(SAMPLE, item, service)
        assert own
        assert {e.summary for e in own} == {service.name}
    assert found == len(events)


@pytest.mark.parametrize("number", range(3))
def test_outages_of_the_sample_site(number: int) -> None:
    outage = [notice for notice in SAMPLE.notices if isinstance(notice, Outage)][number]
    on_its_day = write_and_read(feed_events(make_context(SAMPLE, outage.published), outage))
    assert expand(on_its_day, HORIZON) == shown(SAMPLE, outage)
    before = make_context(SAMPLE, outage.published - timedelta(days=1))
    assert feed_events(before, outage) == ()


@pytest.mark.parametrize("month", range(1, 13))
def test_a_compound_feed_has_what_its_page_lists(month: int) -> None:
    """All that the agenda of the page knows of a month, under the same titles."""
    today = date(2026, month, 1)
    context = make_context(SAMPLE, today)
    compound = SAMPLE.compounds_by_name["hexie"]
    items: list[Item] = [
        *SAMPLE.in_scope(compound, Event),
        *SAMPLE.in_scope(compound, ServiceSchedule),
    ]
    end = today + timedelta(days=27)
    days = context.agenda.days(items, today, end)
    pairs = [(e.title, d.day, e) for d in days for e in d.entries]
    artifact = plan(SAMPLE, today, posters=False)["calendars/compounds/hexie.ics"]
    assert isinstance(artifact.view, CalendarFeed)
    events = read(press().render(artifact.view))
    for title in {title for title, _, _ in pairs}:
        wanted = expected([(day, entry) for name, day, entry in pairs if name == title], end)
        own = [event for event in events if event.summary == title]
        first = str(expand(own, HORIZON)[0][0])  # pages do not ask when a habit began
        found = [times for times in expand(own, end) if str(times[0]) >= str(today)]
        assert found == [times for times in wanted if str(times[0]) >= first], title


@pytest.mark.parametrize("phrase", UNDERSTOOD)
def test_phrases_of_the_tables(phrase: str) -> None:
    event = event_at(phrase)
    assert expand(read_item(BOARD, event), HORIZON) == shown(BOARD, event)


@settings(deadline=None, max_examples=100)
@given(phrases)
def test_any_event(phrase: str) -> None:
    event = event_at(phrase)
    assert expand(read_item(BOARD, event), HORIZON) == shown(BOARD, event)


@settings(deadline=None, max_examples=70)
@given(phrases, validities, suspensions)
def test_any_service(phrase: str, valid: DayRange, stops: list[DayRange]) -> None:
    item = service_at(phrase, valid, stops)
    wanted = shown_service(BOARD, item, item.services[0])
    assert expand(read_item(BOARD, item), HORIZON) == wanted


@settings(deadline=None, max_examples=50)
@given(phrases)
def test_what_goes_on_beyond_the_horizon_is_right(phrase: str) -> None:
    """Nothing is guessed: a rule that does not end is one that nothing unknown can change."""
    event = event_at(phrase)
    later = [times for times in shown(BOARD, event, LATER) if str(times[0])[:10] > str(HORIZON)]
    found = expand(read_item(BOARD, event), LATER)
    beyond = [times for times in found if str(times[0])[:10] > str(HORIZON)]
    assert [times for times in beyond if times not in later] == []


@pytest.mark.parametrize(
    ("phrase", "rule"),
    [
        ("每周三14:00", "FREQ=WEEKLY;BYDAY=WE"),
        ("每月第二个周六上午9点至11点", "FREQ=MONTHLY;BYDAY=2SA"),
        ("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每月5日、20日9:00", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
        ("每天7:00-8:30", "FREQ=DAILY"),
        ("每年3月5日9:00", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5"),
        ("每年妇女节9:00", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8"),
        ("3月4日起，隔周三14:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("单月15日9:00", "FREQ=MONTHLY;BYMONTHDAY=15;BYMONTH=1,3,5,7,9,11"),
        ("每周三14:00，2026年5月1日至5日暂停", "FREQ=WEEKLY;BYDAY=WE"),
    ],
)
def test_plain_rules_go_on(phrase: str, rule: str) -> None:
    (event,) = feed_events(make_context(BOARD), event_at(phrase))
    assert event.recurrence.rrule == rule
    assert event.recurrence.until is None
    assert event.recurrence.rdate == ()


@pytest.mark.parametrize(
    "phrase", ["农历初一、十五9:00", "重阳节9:00", "立春9:00", "除夕下午3点", "每月首个工作日9:00"]
)
def test_what_no_rule_says_is_a_list(phrase: str) -> None:
    (event,) = feed_events(make_context(BOARD), event_at(phrase))
    assert event.recurrence.rrule is None
    assert event.recurrence.exdate == ()
    assert event.recurrence.dtstart > date(2026, 2, 28)


def test_holidays_are_taken_out_and_moved_days_put_in() -> None:
    (event,) = feed_events(make_context(BOARD), event_at("每月5日9:00，节假日顺延"))
    assert event.recurrence.rrule == "FREQ=MONTHLY;BYMONTHDAY=5"
    assert date(2026, 4, 5) in event.recurrence.exdate
    assert date(2026, 4, 7) in event.recurrence.rdate
    assert event.recurrence.until == date(2027, 11, 5)
    assert event.tentative == (2027,)


def test_a_first_day_outside_the_rule_stands_alone() -> None:
    """RFC 5545 leaves open what RRULE means where it does not have DTSTART."""
    item = service_at("工作日9:00-11:00", DayRange(date(2026, 1, 1), date(2026, 12, 31)), [])
    rule, before = feed_events(make_context(BOARD), item)
    assert rule.recurrence.dtstart == date(2026, 1, 5)
    assert before.recurrence.dtstart == date(2026, 1, 4)  # a Sunday on which people work
    assert before.uid == rule.uid.replace("@", ".before@")


def test_validity_bounds_a_rule_beyond_the_horizon() -> None:
    valid = DayRange(date(2026, 3, 1), date(2029, 6, 30))
    (event,) = feed_events(make_context(BOARD), service_at("每周三14:00", valid, []))
    assert event.recurrence.until == date(2029, 6, 30)
    stops = [DayRange(date(2028, 2, 1), date(2028, 2, 9))]
    (event,) = feed_events(make_context(BOARD), service_at("每周三14:00", valid, stops))
    assert event.recurrence.until == date(2027, 12, 29)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("3月7日20:00-24:00", "2026-03-07 20:00:00", "2026-03-08 00:00:00"),
        ("3月7日晚上7点至次日1点", "2026-03-07 19:00:00", "2026-03-08 01:00:00"),
        ("3月7日半夜12点", "2026-03-08 00:00:00", "None"),
        ("3月7日9:00", "2026-03-07 09:00:00", "None"),
        ("3月7日", "2026-03-07", "None"),
        ("3月7日下午", "2026-03-07", "None"),
    ],
)
def test_times_of_day(phrase: str, start: str, end: str) -> None:
    events = read_item(BOARD, event_at(phrase))
    ((begins, over),) = expand(events, HORIZON)
    assert (str(begins), str(over)) == (start, end)
    assert (events[0].dtend is None) == (end == "None")


def test_several_times_a_day_are_several_events() -> None:
    events = feed_events(make_context(BOARD), event_at("每周三8:30-11:30、13:30-17:00"))
    assert [(e.start, e.end) for e in events] == [(510, 690), (810, 1020)]
    code = BOARD.events[0].code
    assert [e.uid for e in events] == [f"{code}@board.example", f"{code}.2@board.example"]


@pytest.mark.parametrize(
    ("zone", "hour"), list(product(["Europe/Berlin", "America/New_York", "UTC"], [9, 23]))
)
def test_local_times_stay_in_zones_with_summer_time(zone: str, hour: int) -> None:
    event = event_at(f"每周三{hour}:00-{hour}:30，2026年5月1日至5日暂停")
    found = expand(write_and_read(feed_events(make_context(BOARD), event), zone), HORIZON)
    assert found == shown(BOARD, event)


def test_words_without_a_day_have_no_event() -> None:
    assert feed_events(make_context(BOARD), event_at("时间另行通知")) == ()
