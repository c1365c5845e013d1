"""What a feed says and how: names, identities, words, lines, zones."""

import pickle
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.board import Board
from generator.model.event import Event, Registration
from generator.model.record import Contact, Source
from generator.plan import Artifact, Kind
from generator.plan.calendars import feed_events
from generator.plan.views import (
    CalendarFeed,
    CommitteePage,
    CompoundPage,
    EventPage,
    FeedEvent,
    PhoneView,
    Recurrence,
    ServicePage,
)
from generator.render.calendars import CalendarPress
from tests.calendars.reading import THEME, feed_of, make_context, press, read, read_item
from tests.sites_for_tests import TODAY, plan, sample_board, small_board, words_of

EVENT = "committees/dong/events/2026-03-03-yuan-xiao.ics"
SERVICE = "committees/dong/services/bian-min.ics"
COMPOUND = "calendars/compounds/dong-yuan.ics"
SAMPLE_EVENT = FeedEvent(
    uid="k3f9qb@board.example", kind="event", summary="猜灯谜", location="中心花园", url=None,
    start=540, end=600, recurrence=Recurrence(dtstart=date(2026, 3, 3)),
    dtstamp=date(2026, 3, 1), sequence=0, reading="2026年3月3日 上午9:00–10:00",
    contact=PhoneView("值班", None),
)  # fmt: skip


def feeds(board: Board, today: date = TODAY) -> dict[str, Artifact]:
    artifacts = plan(board, today, posters=False)
    return {path: a for path, a in artifacts.items() if a.kind is Kind.CALENDAR}


def view_of(artifact: Artifact) -> CalendarFeed:
    assert isinstance(artifact.view, CalendarFeed)
    return artifact.view


@cache
def written() -> dict[str, bytes]:
    """The feeds of the sample site."""
    return {path: press().render(view_of(a)) for path, a in feeds(sample_board()).items()}


def lines(data: bytes) -> list[str]:
    """The unfolded lines of a feed."""
    return data.decode().replace("\r\n ", "").split("\r\n")


def small_event(**update: object) -> Event:
    return small_board().events[0].model_copy(update=update)


def with_event(event: Event) -> Board:
    return replace(small_board(), events=(event,))


def test_feeds_of_the_small_site() -> None:
    assert set(feeds(small_board())) == {
        EVENT, SERVICE, COMPOUND, "calendars/committees/dong.ics", "calendars/committees/xi.ics",
        "calendars/compounds/he-yuan.ics", "calendars/compounds/he-yuan-1.ics",
        "calendars/compounds/xi-yuan.ics",
    }  # fmt: skip


def test_every_item_committee_and_compound_of_the_sample_site_has_one() -> None:
    board = sample_board()
    former = sum(len(compound.merged_from) for compound in board.compounds)
    owners = len(board.committees) + len(board.compounds) + former
    assert len(written()) == owners + len(board.events) + len(board.services)


def test_who_subscribed_to_a_former_compound_gets_its_successor() -> None:
    small = feeds(small_board())
    former, successor = (small[f"calendars/compounds/{i}.ics"] for i in ("he-yuan-1", "he-yuan"))
    assert former.view == successor.view


def test_pages_link_to_their_feeds() -> None:
    for board in (small_board(), sample_board()):
        artifacts = plan(board, posters=False)
        kinds = (EventPage, ServicePage, CommitteePage, CompoundPage)
        pages = [a.view for a in artifacts.values() if isinstance(a.view, kinds)]
        linked = {page.calendar for page in pages}
        assert None not in linked
        assert linked <= set(feeds(board))


def test_head_of_a_feed() -> None:
    found = lines(written()["calendars/compounds/hexie.ics"])
    for line in (
        "BEGIN:VCALENDAR", "VERSION:2.0", "CALSCALE:GREGORIAN", "NAME:和谐小区",
        "X-WR-CALNAME:和谐小区", "X-WR-TIMEZONE:Asia/Shanghai",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
        "URL:https://board.example/compounds/hexie.html",
        "SOURCE;VALUE=URI:https://board.example/calendars/compounds/hexie.ics",
    ):  # fmt: skip
        assert found.count(line) == 1, line
    assert sum(line.startswith("PRODID:-//Linli//") for line in found) == 1
    assert not any(line.startswith("METHOD") for line in found)  # RFC 5546 wants an ORGANIZER then


def test_a_site_without_an_address_has_no_absolute_links() -> None:
    board = small_board()
    board = replace(board, site=board.site.model_copy(update={"url": None}))
    view = view_of(feeds(board)[COMPOUND])
    assert (view.url, view.source) == (None, None)
    assert {event.uid.partition("@")[2] for event in view.events} == {"linli"}
    assert "://" not in press().render(view).decode()


@pytest.mark.parametrize(
    "path", ["calendars/compounds/hexie.ics", "calendars/committees/da-hua.ics"]
)
def test_time_zone_is_told_and_used(path: str) -> None:
    found = lines(written()[path])
    assert found.count("BEGIN:VTIMEZONE") == found.count("TZID:Asia/Shanghai") == 1
    assert found.count("TZOFFSETTO:+0800") == 1
    assert found.index("END:VTIMEZONE") < found.index("BEGIN:VEVENT")
    zones = {m[1] for line in found if (m := re.search(r";TZID=([^:;]+)", line))}
    assert zones == {"Asia/Shanghai"}
    assert not any(line.startswith("COMMENT") for line in found)


def test_lines_are_folded_and_end_as_they_must() -> None:
    for path, data in written().items():
        assert data.endswith(b"END:VCALENDAR\r\n"), path
        assert b"\n" not in data.replace(b"\r\n", b""), path
        assert b"\r" not in data.replace(b"\r\n", b""), path
        for line in data.split(b"\r\n"):
            assert len(line) <= 75, (path, line)
            line.decode()  # no character is torn apart


def test_uids_are_unique_and_one_item_has_the_same_in_every_feed() -> None:
    seen: dict[str, FeedEvent] = {}
    for artifact in feeds(sample_board()).values():
        events = view_of(artifact).events
        assert len({event.uid for event in events}) == len(events)
        for event in events:
            assert seen.setdefault(event.uid, event) == event


def all_uids(board: Board, today: date = TODAY) -> set[str]:
    return {e.uid for a in feeds(board, today).values() for e in view_of(a).events}


def test_uids_stay_when_the_day_or_another_item_comes() -> None:
    board = small_board()
    uids = all_uids(board)
    assert len(uids) == 2
    assert all_uids(board, date(2026, 12, 31)) == uids
    assert all_uids(board, date(2027, 1, 1)) == uids
    other = small_event(slug="other", source=Source("content/events/2026-03-04-other.md"))
    schedule = board.services[0]
    first = schedule.services[0].model_copy(update={"name": "修鞋"})
    more = schedule.model_copy(update={"services": (first, *schedule.services)})
    grown = replace(board, events=(other, *board.events), services=(more,))
    assert all_uids(grown) > uids
    assert len(all_uids(grown)) == 4


def test_two_services_of_one_name_are_told_apart() -> None:
    schedule = small_board().services[0]
    twice = schedule.model_copy(update={"services": (schedule.services[0],) * 2})
    uids = [event.uid for event in feed_events(make_context(small_board()), twice)]
    assert len(set(uids)) == 2
    assert uids[0] == feed_events(make_context(small_board()), schedule)[0].uid


def test_feeds_do_not_change_with_the_day() -> None:
    """Else every subscriber would fetch everything every night."""
    days = [date(2026, 4, 1), date(2026, 4, 2), date(2026, 11, 1)]
    for one, two in pairwise([feeds(sample_board(), day) for day in days[:2]]):
        assert {p: a.key for p, a in one.items()} == {p: a.key for p, a in two.items()}
    items = [feeds(sample_board(), day) for day in days[1:]]
    for path in items[0]:
        if not path.startswith("calendars/"):  # those also get notices as they are published
            assert items[0][path].key == items[1][path].key, path


def test_what_is_long_over_is_left_out() -> None:
    assert EVENT in feeds(small_board(), date(2027, 12, 31))
    later = plan(small_board(), date(2028, 1, 1), posters=False)
    assert EVENT not in later
    page = later[EVENT.replace(".ics", ".html")].view
    assert isinstance(page, EventPage)
    assert page.calendar is None
    assert not view_of(later[COMPOUND]).events
    assert read(press().render(view_of(later[COMPOUND]))) == []


def test_an_event_says_what_people_ask() -> None:
    event = small_event(
        fee="免费", audience="60岁以上", rain="改在活动室",
        registration=Registration(how="到居委会登记"),
        contact=Contact(name="值班", phone="021-0123 4501"),
    )  # fmt: skip
    (found,) = read_item(small_board(), event)
    assert found.summary == "元宵猜灯谜"
    assert found.location == event.place
    assert found.categories == ["活动"]
    assert found.url == f"https://board.example/{EVENT.replace('.ics', '.html')}"
    assert found.description == "\n".join((
        f"时间：{event.when.reading()}", "费用：免费", "对象：60岁以上", "报名：到居委会登记",
        "下雨：改在活动室", "联系：值班 021-0123 4501",
    ))  # fmt: skip
    assert found.dtstamp == found.last_modified == datetime(2026, 3, 3, tzinfo=UTC)
    assert (found.sequence, found.status, found.transparency) == (0, "CONFIRMED", "TRANSPARENT")


def test_a_service_and_an_outage_say_what_they_are() -> None:
    (service,) = read(press().render(view_of(feeds(small_board())[SERVICE])))
    assert service.categories == ["便民服务"]
    assert service.dtstamp == datetime(2026, 2, 20, tzinfo=UTC)
    feed = written()["calendars/committees/jian-er.ics"]
    assert "CATEGORIES:便民服务" in lines(feed)
    outages = [n for n in sample_board().notices if n.category.value == "outage"]
    context = make_context(sample_board(), outages[0].published)
    (outage,) = read(press().render(feed_of(feed_events(context, outages[0]))))
    assert outage.categories == ["停水停电"]
    assert outage.dtstamp == datetime.combine(outages[0].published, time(), UTC)
    assert "原因：" in str(outage.description)


@pytest.mark.parametrize(
    ("reason", "revision", "status", "sequence"),
    [(None, 0, "CONFIRMED", 0), (None, 2, "CONFIRMED", 2), ("下雨", 0, "CANCELLED", 1),
     ("下雨", 2, "CANCELLED", 3)],
)  # fmt: skip
def test_revisions_and_cancellations(
    reason: str | None, revision: int, status: str, sequence: int
) -> None:
    event = small_event(cancelled=reason, revision=revision)
    (found,) = read(press().render(view_of(feeds(with_event(event))[EVENT])))
    assert (found.status, found.sequence) == (status, sequence)
    assert str(found.summary).startswith("（已取消）") == (reason is not None)
    assert str(found.description).startswith("已取消：下雨\n") == (reason is not None)
    assert found.uid == f"{event.code}@board.example"


def test_unknown_holidays_are_said() -> None:
    service = small_board().services[0]
    longer = service.model_copy(update={"valid": replace(service.valid, last=date(2027, 6, 30))})
    (found,) = read_item(small_board(), longer)
    assert str(found.description).endswith("\n2027年假期安排待公布，日期可能调整")
    assert "待公布" not in written()["calendars/compounds/hexie.ics"].decode().partition("2027")[0]


def test_a_private_service_is_in_no_feed() -> None:
    for data in written().values():
        text = "".join(lines(data))
        assert "上门探望" not in text
    assert "密" not in "".join(words_of(a.view) for a in feeds(small_board()).values())


def test_the_same_view_gives_the_same_bytes() -> None:
    fresh = CalendarPress(THEME)
    for path, artifact in feeds(sample_board()).items():
        view = pickle.loads(pickle.dumps(view_of(artifact)))  # noqa: S301 - our own bytes
        assert repr(view) == repr(artifact.view)
        assert fresh.render(view) == written()[path]


texts = st.text(
    st.one_of(
        st.sampled_from(",;:\\\"'\n%=^👵🏻🎉é①　"),
        st.characters(exclude_categories=["C", "Zl", "Zp"]),
    ),
    min_size=1,
    max_size=120,
).map(lambda text: "\n".join(line.strip() for line in text.splitlines() if line.strip()))


@settings(deadline=None, max_examples=200)
@given(texts.filter(bool), texts.filter(bool))
def test_any_text_comes_back(summary: str, location: str) -> None:
    view = replace(
        SAMPLE_EVENT, summary=summary, location=location, contact=PhoneView(summary, None)
    )
    data = press().render(feed_of([view]))
    (found,) = read(data)
    assert found.summary == summary
    assert found.location == location
    assert str(found.description).endswith(f"联系：{summary}")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_escapes_are_those_of_the_rfc() -> None:
    view = replace(SAMPLE_EVENT, summary="米、面,油;盐\\糖", location="一楼\n二楼")
    found = lines(press().render(feed_of([view])))
    assert "SUMMARY:米、面\\,油\\;盐\\\\糖" in found
    assert "LOCATION:一楼\\n二楼" in found


def every_property(data: bytes) -> Iterator[str]:
    for line in lines(data):
        yield re.split("[:;]", line)[0]


def test_properties_that_must_be_there_once() -> None:
    """RFC 5545, section 3.6.1."""
    for path, data in written().items():
        events = data.split(b"BEGIN:VEVENT\r\n")[1:]
        for event in events:
            names = list(every_property(event.partition(b"END:VEVENT")[0]))
            for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"):
                assert names.count(name) == 1, (path, name)
            assert names.count("RRULE") <= 1
            assert names.count("DTEND") <= 1
