"""Calendars as they are written, held against what the package `icalendar` writes."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.plan import Kind
from generator.plan.views import CalendarFeed, FeedEvent, PhoneView, Recurrence
from generator.render.calendar_zones import write_zone
from generator.render.content_lines import join_lines, write_offset, write_text
from tests.calendars.reading import feed_of, press
from tests.sites_for_tests import plan, sample_board

ZONE = "Asia/Shanghai"
FIRST, LAST = date(2000, 1, 1), date(2037, 12, 31)

texts = st.text(
    st.one_of(
        st.sampled_from(",;:\\\"'\n^👵🏻é①　"), st.characters(codec="utf-8", categories=["L"])
    ),
    max_size=90,
).filter(lambda text: "\\N" not in text)  # which the package takes for the end of a line
names = st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=90)
"""Of feeds: the package does not escape them, as RFC 7986 asks for."""
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
several_days = st.lists(days, max_size=12, unique=True).map(sorted).map(tuple)
minutes = st.integers(0, 1439)
RULES = (None, "FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
         "FREQ=MONTHLY;BYDAY=-1SU,1WE", "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1,15")  # fmt: skip
recurrences = st.builds(
    Recurrence, dtstart=days, rrule=st.sampled_from(RULES), until=st.none() | days,
    exdate=several_days, rdate=several_days,
)  # fmt: skip
events = st.builds(
    FeedEvent, uid=texts, kind=st.sampled_from(("event", "service", "outage")), summary=texts,
    location=st.none() | texts, url=st.none() | st.just("https://board.example/a/b.html"),
    start=st.none() | minutes, end=st.none() | st.integers(0, 4000), recurrence=recurrences,
    dtstamp=days, sequence=st.integers(0, 9), reading=texts,
    contact=st.builds(PhoneView, texts, st.none()), cancelled=st.none() | texts,
)  # fmt: skip


def write_by_package(view: CalendarFeed) -> bytes:
    """The same feed by the package; what the theme says of an event is read from ours."""
    ours: Any = icalendar.Calendar.from_ical(press().render(view))
    feed = icalendar.Calendar()
    feed.add("prodid", "-//Linli//Community notice boards//ZH")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("name", view.name)
    feed.add("x-wr-calname", view.name)
    feed.add("x-wr-timezone", view.time_zone)
    feed.add("refresh-interval", timedelta(hours=12), {"VALUE": "DURATION"})
    feed.add("x-published-ttl", "PT12H")
    if view.url:
        feed.add("url", view.url)
    if view.source:
        feed.add("source", view.source, {"VALUE": "URI"})
    feed.add_component(zone_by_package(view.time_zone))
    for event, said in zip(view.events, ours.walk("VEVENT"), strict=True):
        feed.add_component(event_by_package(event, said, ZoneInfo(view.time_zone)))
    return bytes(feed.to_ical())


def zone_by_package(name: str) -> icalendar.Timezone:
    zone = icalendar.Timezone.from_tzid(name, first_date=FIRST, last_date=LAST)
    zone.pop("comment", None)
    return zone


def event_by_package(view: FeedEvent, said: Any, zone: ZoneInfo) -> icalendar.Event:
    event = icalendar.Event()
    stamp = datetime.combine(view.dtstamp, time(), UTC)
    for name, value in (
        ("uid", view.uid), ("dtstamp", stamp), ("last-modified", stamp),
        ("sequence", view.sequence), ("transp", "TRANSPARENT"),
        ("status", "CONFIRMED" if view.cancelled is None else "CANCELLED"),
        ("summary", str(said["summary"])), ("description", str(said["description"])),
        ("categories", said["categories"].cats), ("location", view.location or None),
        ("url", view.url), ("dtstart", moment(view.recurrence.dtstart, view.start, zone)),
    ):  # fmt: skip
        if value is not None:
            event.add(name, value)
    if view.start is not None and view.end is not None and view.end > view.start:
        event.add("dtend", moment(view.recurrence.dtstart, view.end, zone))
    add_recurrence(event, view, zone)
    return event


def add_recurrence(event: icalendar.Event, view: FeedEvent, zone: ZoneInfo) -> None:
    recurrence = view.recurrence
    if recurrence.rrule is not None:
        rule = icalendar.vRecur.from_ical(recurrence.rrule)
        if recurrence.until is not None:
            until = moment(recurrence.until, view.start, zone)
            rule["UNTIL"] = [until.astimezone(UTC) if isinstance(until, datetime) else until]
        event.add("rrule", rule)
    parameters = {"VALUE": "DATE"} if view.start is None else {}
    for name, dates in (("exdate", recurrence.exdate), ("rdate", recurrence.rdate)):
        if dates:
            event.add(name, [moment(day, view.start, zone) for day in dates], parameters)


def moment(day: date, minute: int | None, zone: ZoneInfo) -> date:
    if minute is None:
        return day
    return datetime.combine(day, time(), zone) + timedelta(minutes=minute)


@settings(deadline=None, max_examples=30)
@given(events, names, st.none() | st.just("https://board.example/c/d.html"))
def test_a_feed_is_the_same_to_the_byte(event: FeedEvent, name: str, url: str | None) -> None:
    view = replace(feed_of([event]), name=name, url=url, source=url and f"{url}.ics")
    assert press().render(view) == write_by_package(view)


def test_the_feeds_of_the_sample_site_are() -> None:
    views = [
        a.view for a in plan(sample_board(), posters=False).values() if a.kind is Kind.CALENDAR
    ]
    assert len(views) > 10
    for view in views:
        assert isinstance(view, CalendarFeed)
        assert press().render(view) == write_by_package(view)


@settings(max_examples=200)
@given(texts)
def test_lines_are_folded_alike(text: str) -> None:
    line = write_text(text)
    assert (
        join_lines([f"X:{line}"])
        == icalendar.Event({"X": text}).to_ical().split(b"\r\n", 1)[1][: -len(b"END:VEVENT\r\n")]
    )


def test_names_of_feeds_are_escaped() -> None:
    head = press().render(replace(feed_of([]), name="米,面;油")).decode()
    assert "\r\nNAME:米\\,面\\;油\r\nX-WR-CALNAME:米\\,面\\;油\r\n" in head


def test_a_backslash_before_a_letter_stays_one() -> None:
    """The package takes it for the end of a line."""
    assert write_text("C:\\New") == "C:\\\\New"


@pytest.mark.parametrize("name", ["Asia/Shanghai", "Asia/Taipei", "Asia/Kathmandu", "UTC"])
def test_a_zone_whose_clocks_stay_is_the_same(name: str) -> None:
    assert join_lines(write_zone(name)) == zone_by_package(name).to_ical()


def onsets(name: str) -> Iterable[tuple[datetime, timedelta]]:
    """When clocks are set, in UTC, and what they show from then on, as a VTIMEZONE says."""
    zone: Any = icalendar.Timezone.from_ical(join_lines(write_zone(name)))
    for part in zone.subcomponents:
        before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        others = part["RDATE"].dts if "RDATE" in part else []
        for onset in [part["DTSTART"], *others]:
            yield (onset.dt - before).replace(tzinfo=UTC), after


@pytest.mark.parametrize(
    "name",
    ["Europe/Berlin", "America/Sao_Paulo", "Africa/Casablanca", "Australia/Lord_Howe",
     pytest.param("", marks=pytest.mark.exhaustive)],
)  # fmt: skip
def test_a_zone_tells_when_its_clocks_are_set(name: str) -> None:
    """To the second: before an onset they show what the onset before it said."""
    for key in [name] if name else available_timezones():
        zone, before = ZoneInfo(key), None
        for onset, after in sorted(onsets(key)):
            assert onset.astimezone(zone).utcoffset() == after, (key, onset)
            if before is not None:
                assert (onset - timedelta(seconds=1)).astimezone(zone).utcoffset() == before
            before = after
        assert datetime(2037, 12, 30, tzinfo=UTC).astimezone(zone).utcoffset() == before, key


def test_offsets() -> None:
    assert write_offset(timedelta(hours=8)) == "+0800"
    assert write_offset(timedelta(hours=-3, minutes=-30)) == "-0330"
    assert write_offset(timedelta(minutes=19, seconds=32)) == "+001932"
