"""What pages tell to programs: JSON-LD in the words of schema.org, Open Graph, canonical addresses.

The vocabulary below is written down from schema.org by hand, so that a property that a type does
not have, or a value of the wrong form, is found without the code that wrote it.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace

from generator.model.board import Board
from generator.plan.artifact import Kind
from generator.plan.previews import _THUMBNAIL
from generator.plan.structured_data import weekly_hours
from generator.plan.views import Head, OccurrenceData, PageView, PublisherData
from generator.render.pages import PagePress
from generator.render.structured_data import PageDescriber
from generator.render.theme import Theme
from generator.render.thumbnails import WIDTH
from generator.schedule import Refusal, parse_schedule
from tests.sites_for_tests import plan, sample_board, small_board

PRESS = PagePress(Theme(Path(__file__).parents[2] / "themes" / "linli"))
SITE = "https://board.example/"
TEXT, URL, TIME, DAY, CLOCK, FLAG, NUMBER = [
    "text",
    "url",
    "time",
    "day",
    "clock",
    "flag",
    "number",
]
VOCABULARY: dict[str, dict[str, str]] = {
    "WebSite": {"name": TEXT, "url": URL, "publisher": "GovernmentOrganization",
                "potentialAction": "SearchAction"},
    "SearchAction": {"target": "EntryPoint", "query-input": TEXT},
    "EntryPoint": {"urlTemplate": URL},
    "GovernmentOrganization": {"name": TEXT, "url": URL, "telephone": TEXT},
    "GovernmentOffice": {"name": TEXT, "url": URL, "telephone": TEXT, "address": TEXT,
                         "areaServed": "Place",
                         "openingHoursSpecification": "OpeningHoursSpecification"},
    "OpeningHoursSpecification": {"dayOfWeek": URL, "opens": CLOCK, "closes": CLOCK,
                                  "validFrom": DAY, "validThrough": DAY},
    "Event": {"name": TEXT, "description": TEXT, "url": URL, "image": URL, "startDate": TIME,
              "endDate": TIME, "previousStartDate": TIME, "eventStatus": URL,
              "eventAttendanceMode": URL, "location": "Place",
              "organizer": "GovernmentOrganization", "isAccessibleForFree": FLAG,
              "offers": "Offer"},
    "Offer": {"price": NUMBER, "priceCurrency": TEXT, "url": URL},
    "Place": {"name": TEXT, "address": TEXT},
    "GovernmentService": {"name": TEXT, "url": URL, "provider": "GovernmentOrganization",
                          "areaServed": "Place", "audience": "Audience", "offers": "Offer",
                          "availableChannel": "ServiceChannel",
                          "hoursAvailable": "OpeningHoursSpecification"},
    "Audience": {"audienceType": TEXT},
    "ServiceChannel": {"serviceLocation": "Place", "servicePhone": "ContactPoint"},
    "ContactPoint": {"telephone": TEXT},
    "Article": {"headline": TEXT, "description": TEXT, "mainEntityOfPage": URL, "image": URL,
                "datePublished": DAY, "dateModified": DAY, "author": "Organization",
                "publisher": "GovernmentOrganization"},
    "Organization": {"name": TEXT},
    "BreadcrumbList": {"itemListElement": "ListItem"},
    "ListItem": {"position": NUMBER, "name": TEXT, "item": URL},
}  # fmt: skip
WANTED = {
    "Event": {"name", "startDate", "location", "eventStatus", "organizer"},
    "GovernmentService": {"name", "provider"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Article": {"headline", "datePublished", "author"},
    "Place": {"name"},
}
NARROWER = {"GovernmentOrganization": "Organization"}


class Meta(HTMLParser):
    """The metadata of a page: its `<meta>` by name, its `<link>` by relation, its JSON-LD."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.data: list[str] = []
        self._in_data = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_data = tag == "script" and given.get("type") == "application/ld+json"
        if tag == "meta":
            self.meta[given.get("property") or given.get("name", "")] = given.get("content", "")
        if tag == "link":
            self.links.setdefault(given["rel"], given["href"])

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)


@cache
def sample_pages() -> dict[str, PageView]:
    planned = plan(sample_board(), date(2026, 3, 2))
    return {p: cast("PageView", a.view) for p, a in planned.items() if a.kind is Kind.PAGE}


@cache
def meta_of(path: str) -> Meta:
    return Meta(PRESS.render(path, sample_pages()[path]).decode())


def graph_of(path: str) -> list[dict[str, Any]]:
    (text,) = meta_of(path).data
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return list(document["@graph"])


def complaints(node: Any, wanted: str = "") -> Iterator[str]:
    """Yield what is not as schema.org has it."""
    kind = node.get("@type")
    if wanted and wanted not in (kind, NARROWER.get(kind)):
        yield f"{kind} in the place of {wanted}"
    yield from (f"{kind} lacks {name}" for name in WANTED.get(kind, set()) - set(node))
    for name, value in node.items():
        form = VOCABULARY[kind].get(name) if name != "@type" else TEXT
        if form is None:
            yield f"{kind} has no {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            if form in VOCABULARY:
                yield from complaints(each, form)
            elif not is_of(form, each):
                yield f"{kind}.{name}: {each}"


def is_of(form: str, value: Any) -> bool:
    """Whether a value has a form; ValueError for a wrong day."""
    checks: dict[str, Callable[[Any], Any]] = {
        NUMBER: lambda v: isinstance(v, int),
        FLAG: lambda v: isinstance(v, bool),
        URL: lambda v: re.fullmatch(r"https://(schema\.org|board\.example)/\S*", v),
        DAY: date.fromisoformat,
        CLOCK: lambda v: re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", v),
        TIME: lambda v: len(v) == 10 or datetime.fromisoformat(v).utcoffset() is not None,
        TEXT: lambda v: isinstance(v, str) and v.strip(),
    }
    return bool(checks[form](value))


EVENT = "committees/jian-er/events/2026-03-05-xue-lei-feng.html"
SERVICE = "committees/jian-er/services/lin-li-yi-zhan.html"
KINDS = {
    "index.html": {"WebSite"},
    "compounds/hexie.html": {"BreadcrumbList"},
    "committees/jian-er.html": {"GovernmentOffice", "BreadcrumbList"},
    EVENT: {"Event", "BreadcrumbList"},
    SERVICE: {"GovernmentService", "BreadcrumbList"},
    "street/notices/2026-03-02-jiang-wen.html": {"Article", "BreadcrumbList"},
    "reviews/2018.html": {"BreadcrumbList"},
    "committees/jian-er/reviews/2018.html": {"BreadcrumbList"},
    "issues.html": {"BreadcrumbList"},
    "archive.html": {"BreadcrumbList"},
    "search.html": {"BreadcrumbList"},
}


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_tells_what_it_is_about(path: str) -> None:
    assert {node["@type"] for node in graph_of(path)} == KINDS[path]


def test_everything_is_as_schema_org_has_it() -> None:
    found = 0
    for path, view in sample_pages().items():
        if getattr(view, "head", None) and meta_of(path).data:
            for node in graph_of(path):
                assert not list(complaints(node)), path
                found += 1
    assert found > 250


def test_every_page_below_home_has_breadcrumbs_that_lead_to_it() -> None:
    pages = sample_pages()
    below = [p for p, v in pages.items() if getattr(v, "head", None) and v.head.crumbs]  # type: ignore[union-attr]
    assert len(below) > 150
    for path in set(below) - {"staff.html"}:
        crumbs = next(n for n in graph_of(path) if n["@type"] == "BreadcrumbList")
        steps = crumbs["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["item"] == SITE
        assert steps[-1]["item"] == f"{SITE}{path}"
        for step in steps[1:]:
            assert urlsplit(step["item"]).path.lstrip("/") in pages


def test_an_event_is_told_with_its_hours_and_the_offset_of_its_zone() -> None:
    (event, _) = graph_of(EVENT)
    assert (event["startDate"], event["endDate"]) == (
        "2026-03-05T09:00+08:00", "2026-03-05T11:00+08:00")  # fmt: skip
    assert event["location"]["name"] == "邻里驿站"
    assert event["location"]["address"] == "和谐小区中心花园旁", "where the place's own file has it"
    assert event["offers"]["price"] == 0
    assert event["eventStatus"] == "https://schema.org/EventScheduled"


def test_an_event_that_is_far_ahead_is_told_too() -> None:
    nodes = graph_of("committees/jian-er/events/2026-12-05-zhi-yuan-zhe-ji-shi.html")
    assert [n["startDate"][:10] for n in nodes if n["@type"] == "Event"] == ["2026-12-05"]


def event_with(today: date = date(2026, 3, 2), **changes: Any) -> list[dict[str, Any]]:
    board: Board = small_board()
    events = tuple(event.model_copy(update=changes) for event in board.events)
    artifacts = plan(replace(board, events=events), today, posters=False)
    path = next(path for path in artifacts if "/events/" in path and path.endswith(".html"))
    source = PRESS.render(path, cast("PageView", artifacts[path].view)).decode()
    (text,) = Meta(source).data
    return [node for node in json.loads(text)["@graph"] if node["@type"] == "Event"]


def test_a_cancelled_event_says_so_and_offers_nothing() -> None:
    (event,) = event_with(cancelled="下雨", fee="免费")
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert "offers" not in event


@pytest.mark.parametrize(("fee", "free"), [("免费", True), ("5元", False), ("部分免费", False),
                                           (None, False), ("Free", True)])  # fmt: skip
def test_only_what_is_said_to_be_free_is(fee: str | None, free: bool) -> None:
    (event,) = event_with(fee=fee)
    assert ("offers" in event) == ("isAccessibleForFree" in event) == free


def test_an_event_that_a_holiday_moved_tells_when_it_was_to_be() -> None:
    when = parse_schedule("每月1日上午9点至11点，节假日顺延")
    assert not isinstance(when, Refusal)
    moved = [e for e in event_with(date(2026, 4, 20), when=when) if "previousStartDate" in e]
    assert moved[0]["previousStartDate"] == "2026-05-01T09:00+08:00"
    assert moved[0]["startDate"] > "2026-05-05"
    assert moved[0]["eventStatus"] == "https://schema.org/EventRescheduled"


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("每周三上午9点至11点", (2,)),
        ("周一至周五上午8点半至下午5点", (0, 1, 2, 3, 4)),
        ("工作日上午9点至11点", (0, 1, 2, 3, 4)),
        ("每天上午9点至11点", (0, 1, 2, 3, 4, 5, 6)),
        ("每周三上午", None),
        ("每周三上午9点", None),
        ("每两周周三上午9点至11点，从2026年3月4日起", None),
        ("每月5日上午9点至11点", None),
        ("每周三上午9点至11点，春节放假暂停", None),
        ("7月至8月每周三上午9点至11点", None),
    ],
)
def test_hours_of_a_week_are_told_only_where_they_say_it_all(
    phrase: str, days: tuple[int, ...] | None
) -> None:
    schedule = parse_schedule(phrase, published=date(2026, 3, 2))
    assert not isinstance(schedule, Refusal), schedule
    hours = weekly_hours(schedule)
    assert (hours[0].weekdays if hours else None) == days


def test_nothing_in_a_text_ends_the_script() -> None:
    odd = "</script><script>alert(1)</script><!-- & '\""
    (event,) = event_with(title=odd, place=odd)
    assert event["name"] == event["location"]["name"] == odd


def test_midnight_is_the_end_of_a_day() -> None:
    publisher = PublisherData("甲", "a.html", None)
    data = OccurrenceData(
        start="2026-03-05", end=None, moved_from=None, cancelled=False, place="乙",
        place_address=None, organizer=publisher, free=False,
    )  # fmt: skip
    head = Head(title="丙", description="", data=(data,))
    node = PageDescriber(SITE, "a b/c.html", "丙", head).describe()
    assert node is not None
    assert not list(complaints(node["@graph"][0]))
    assert node["@graph"][0]["url"] == f"{SITE}a%20b/c.html"


def test_what_is_shared_has_a_picture_with_its_size_and_its_words() -> None:
    meta = meta_of(EVENT).meta
    image = meta["og:image"].removeprefix(SITE)
    assert image in plan(sample_board(), date(2026, 3, 2))
    assert (meta["og:image:width"], meta["og:image:height"]) == tuple(map(str, _THUMBNAIL))
    assert meta["og:image:alt"] == meta["og:title"] == "学雷锋便民服务日"
    assert meta["og:locale"] == "zh_CN"
    assert _THUMBNAIL[0] == WIDTH


def test_without_posters_a_page_is_shared_with_its_picture() -> None:
    planned = plan(sample_board(), date(2026, 3, 2), posters=False)
    view: Any = planned[EVENT].view
    image = view.head.image
    picture: Any = planned[image.address].view
    assert picture.format in {"jpeg", "png"}
    assert (image.width, image.height) == (picture.width, picture.height)
    assert image.words


def test_a_text_of_a_day_is_an_article_with_its_days() -> None:
    notice = meta_of("street/notices/2026-03-02-jiang-wen.html").meta
    assert notice["og:type"] == "article"
    assert notice["article:published_time"] == "2026-03-02"
    assert meta_of("index.html").meta["og:type"] == "website"


def test_addresses_that_others_read_are_canonical() -> None:
    assert meta_of("index.html").links["canonical"] == SITE
    assert meta_of(EVENT).links["canonical"] == meta_of(EVENT).meta["og:url"] == f"{SITE}{EVENT}"


def test_a_site_without_an_address_says_nothing_that_needs_one() -> None:
    small = small_board()
    nowhere = replace(small, site=small.site.model_copy(update={"url": None}))
    view: Any = plan(nowhere, posters=False)["index.html"].view
    meta = Meta(PRESS.render("index.html", view).decode())
    assert not meta.data
    assert "canonical" not in meta.links
    assert not {"og:url", "og:image"} & set(meta.meta)


def test_what_is_over_is_not_to_be_listed() -> None:
    for path, view in sample_pages().items():
        head: Head | None = getattr(view, "head", None)
        if head and path not in ("404.html", "staff.html"):
            assert (meta_of(path).meta.get("robots") == "noindex") != head.listed, path
