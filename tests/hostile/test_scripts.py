"""No text of a volunteer becomes a script, an element, or a request, wherever it is published.

The same texts run dozens of scripts and ask dozens of times for files of another server where they
are put into a page as they are: that is the control, without which silence would prove nothing.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest
from msgspec.structs import replace

from generator.plan.views import (
    AtomEntry,
    AtomFeed,
    CalendarFeed,
    EventPage,
    FeedEvent,
    Head,
    IndexPart,
    Link,
    PhoneView,
    ProseView,
    Recurrence,
    RedirectPage,
    SearchDocument,
    SearchIndex,
    SearchPage,
    Several,
    TwinPage,
    make_share,
)
from generator.read.characters import find_refused
from generator.render.calendars import CalendarPress
from generator.render.feeds import NAMESPACE, FeedPress
from generator.render.pages import PagePress
from generator.render.search import render_search
from generator.render.theme import find_theme
from generator.render.twins import TwinPress
from tests.hostile.chromium import Stage, open_stage
from tests.hostile.planting import WAYS, join_bodies, plant, read_bodies, texts_of
from tests.hostile.vectors import HOST, Vector, make_vectors
from tests.pages.sample_views import full_pages
from tests.posters.samples import all_kinds

pytestmark = [pytest.mark.browser]

VECTORS = make_vectors()
ATOM = f"{{{NAMESPACE}}}"
THEMES = ("linli", "plain")
PAGES = full_pages()
LEADS = """
return [...document.querySelectorAll('.prose a, .prose img')]
  .map(e => new URL(e.href || e.src).protocol)
"""
SUSPICIOUS = """
const elements = [...document.querySelectorAll('.prose *')];
return elements.filter(e =>
  e.id || e.name || [...e.attributes].some(a => /^on|^style$/.test(a.name)) ||
  !/^(p|h[2-6]|ul|ol|li|blockquote|pre|code|em|strong|a|br|hr|table|thead|tbody|tr|th|td|span|del)$/i.test(e.tagName)
).map(e => e.outerHTML);
"""
"""What no body can have."""
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# Not held by a policy, but by escaping: what leads away from a page, and what ends it.
LEADING = re.compile(
    r"http-equiv|<base|<form|<a |ping=|<frameset|xlink:href|<math href|<xmp|<plaintext",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with open_stage(tmp_path_factory.mktemp("hostile")) as opened:
        for name in THEMES:
            for address, data in find_theme(name, Path()).assets():
                opened.write(f"{name}/{address}", data)
        yield opened


def is_silent(stage: Stage, pages: list[str]) -> None:
    """Assert that nothing in pages runs, asks another server, or even needs the policy."""
    shown = stage.show(pages)
    assert shown.fired == []
    assert stage.asked == []
    assert shown.refused == []


def press(theme: str) -> PagePress:
    return PagePress(find_theme(theme, Path()))


def body_page(body: ProseView) -> EventPage:
    """An event's page with a body."""
    page = next(view for view in PAGES.values() if isinstance(view, EventPage))
    return replace(page, item=replace(page.item, body=body))


def test_there_are_enough() -> None:
    assert len({vector.text for vector in VECTORS}) == len(VECTORS) >= 700
    assert [vector.number for vector in VECTORS] == list(range(1, len(VECTORS) + 1))


def run_unsafe(stage: Stage, vectors: list[Vector]) -> tuple[int, int]:
    """Put texts into pages as they are; return how many ran, and how many asked the server."""
    raw = [vector.text.replace(HOST, stage.host) for vector in vectors]
    shown = stage.show(raw, raw=True, together=200)
    return len(shown.fired), len(set(stage.asked))


def test_unsafe_pages_run_them(stage: Stage) -> None:
    """The control: some of those that need nobody to touch them."""
    families = ("handler", "script", "mutation", "load")
    ran, asked = run_unsafe(stage, [v for v in VECTORS if v.family in families][::2])
    assert ran >= 50
    assert asked >= 10


@pytest.mark.exhaustive
def test_unsafe_pages_run_all_that_can(stage: Stage) -> None:
    ran, asked = run_unsafe(stage, VECTORS)
    assert ran >= 300
    assert asked >= 60


@pytest.mark.parametrize("theme", THEMES)
def test_texts_of_every_page(stage: Stage, theme: str) -> None:
    """Titles, names, places, alternative texts, linked data, share data: each text of each view."""
    next_text = texts_of(VECTORS, stage.host)
    prose = read_bodies(VECTORS[:30], stage.host, 1)
    addresses = list[str]()
    for path, view in PAGES.items():
        if isinstance(view, RedirectPage):
            continue
        planted = plant(view, next_text, lambda: prose[len(addresses) % len(prose)])
        page = press(theme).render(path, planted)
        addresses.append(stage.write(f"{theme}/{path}", page))
    is_silent(stage, addresses)


@pytest.mark.parametrize(
    "count", [2, pytest.param(len(WAYS), marks=pytest.mark.exhaustive)], ids=["some", "all"]
)
def test_bodies(stage: Stage, count: int) -> None:
    """As words, titles and addresses of links, pictures, headings, lists, tables, code."""
    bodies = read_bodies(VECTORS, stage.host, count)
    pages = []
    for start in range(0, len(bodies), 600):
        view = body_page(join_bodies(bodies[start : start + 600]))
        page = press("linli").render("committees/a/events/b.html", view)
        pages.append(stage.write(f"linli/committees/a/events/b{start}.html", page))
    is_silent(stage, pages)
    for address in pages:
        stage.browser.get(address)
        found = stage.browser.execute_script(SUSPICIOUS)
        assert len(found) == 0
        leads = stage.browser.execute_script(LEADS)
        assert {"https:", "http:"} <= set(leads) <= {"http:", "https:", "mailto:", "tel:"}


def test_titles_one_by_one(stage: Stage) -> None:
    """Titles end up in <title>, headings, attributes, linked data and share data at once."""
    frame = body_page(ProseView(("",), (), ""))
    texts = [vector.text.replace(HOST, stage.host) for vector in VECTORS]
    pages = []
    for start in range(0, len(texts), 125):
        share = texts[start : start + 125]
        head = Head(
            title=" ".join(share),
            description="".join(share),
            crumbs=tuple(Link(text, "index.html") for text in share),
            image=frame.head.image,
        )
        view = replace(frame, head=head, item=replace(frame.item, title=" ".join(reversed(share))))
        page = press("linli").render("committees/a/events/b.html", view)
        pages.append(stage.write(f"linli/committees/a/events/title{start}.html", page))
        (data,) = LINKED_DATA.findall(page.decode())
        assert not set(data) & set("<>\u2028\u2029")
        told = json.loads(data)["@graph"][-1]["itemListElement"]
        assert [step["name"] for step in told[: len(share)]] == list(share)
    is_silent(stage, pages)


def test_what_escaping_let_through_is_stopped_by_the_policy(stage: Stage) -> None:
    """Behind all else: bodies that are the vectors as they are, as if nothing was ever escaped."""
    raw = [v.text.replace(HOST, stage.host) for v in VECTORS if not LEADING.search(v.text)]
    ends = (
        "</script></style></title></textarea></noscript></template></select></iframe></svg>-->]]>"
    )
    pages = []
    for start in range(0, len(raw), 90):
        body = ends.join(raw[start : start + 90])
        view = body_page(ProseView((body,), (), "x"))
        page = press("linli").render("committees/a/events/b.html", view)
        pages.append(stage.write(f"linli/committees/a/events/raw{start}.html", page))
    shown = stage.show(pages)
    assert shown.fired == []
    assert stage.asked == []
    assert len(shown.refused) >= 50, "else the policy had nothing to do"


def test_search(stage: Stage) -> None:
    documents = tuple(
        SearchDocument(
            address=f"x/{vector.number}.html",
            title=f"找{vector.text}",
            kind="event",
            names=(vector.text,),
            owner=vector.text,
            place=vector.text,
            texts=(vector.text,),
        )
        for vector in VECTORS
    )
    view = PAGES["search.html"]
    assert isinstance(view, SearchPage)
    view = replace(view, parts=(IndexPart("assets/part-1.js", "1"),))
    stage.write("linli/search.html", press("linli").render("search.html", view))
    index = SearchIndex(Several(make_share(documents)))
    stage.write("linli/assets/part-1.js", render_search(index))
    queries = ("canary", "%3Csvg%20onload%3Dcanary(1)%3E", "javascript")
    is_silent(stage, [f"{stage.address}linli/search.html?q={query}" for query in queries])
    stage.browser.get(f"{stage.address}linli/search.html?q=canary")
    found = stage.browser.execute_script("return document.querySelector('main').textContent")
    assert "canary(" in found, "else nothing was shown that could have run"


def test_feeds_say_what_was_written_and_nothing_else(stage: Stage) -> None:
    """As XML in a browser, and read back by a parser that knows no entities but XML's own."""
    writable = [vector for vector in VECTORS if not find_refused(vector.text)]
    entry = AtomEntry(
        id="tag:a,2026:1", number="1", title="", step="收集", note="", day=date(2026, 3, 1),
        link="https://board.example/a.html", author="", topic=None, period_first=None,
        period_last=None,
    )  # fmt: skip
    texts = [vector.text.replace(HOST, stage.host) for vector in writable]
    view = AtomFeed(
        name="".join(texts[:20]), source="https://board.example/a.xml",
        page="https://board.example/", time_zone="Asia/Shanghai", language="zh-CN",
        entries=Several(make_share(tuple(
            replace(entry, title=t, note=t, author=t, topic=t) for t in texts
        ))),
    )  # fmt: skip
    data = FeedPress(find_theme("linli", Path())).render(view)
    is_silent(stage, [stage.write("linli/feed.xml", data)])
    root = ElementTree.fromstring(data)  # noqa: S314 - our own
    names = {element.tag.removeprefix(ATOM) for element in root.iter()}
    assert names == {"feed", "id", "title", "updated", "link", "entry", "published", "author",
                     "name", "category", "summary"}  # fmt: skip
    authors = [name.text for name in root.iter(f"{ATOM}name")]
    assert authors == [re.sub("\r\n?", "\n", text) for text in texts]
    leads = {link.get("href") for link in root.iter(f"{ATOM}link")}
    assert leads == {"https://board.example/a.html", view.source, view.page}


def test_calendars_say_what_was_written_and_nothing_else(stage: Stage) -> None:
    event = FeedEvent(
        uid="", kind="event", summary="", location="", url=None, start=540, end=600,
        recurrence=Recurrence(dtstart=date(2026, 3, 3)), dtstamp=date(2026, 3, 1), sequence=0,
        reading="", contact=PhoneView("", None),
    )  # fmt: skip
    texts = [v.text.replace(HOST, stage.host) for v in VECTORS[::3] if not find_refused(v.text)]
    events = tuple(
        replace(event, uid=f"{number}@a", summary=f"甲{text}乙", location=f"甲{text}乙",
                reading=f"甲{text}乙", contact=PhoneView(text, None))
        for number, text in enumerate(texts)
    )  # fmt: skip
    view = CalendarFeed(
        name=texts[0],
        time_zone="Asia/Shanghai",
        url=None,
        source=None,
        events=Several(make_share(events)),
    )
    data = CalendarPress(find_theme("linli", Path())).render(view)
    calendar = icalendar.Calendar.from_ical(data)
    known = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION",
             "CATEGORIES", "LAST-MODIFIED", "SEQUENCE", "STATUS", "TRANSP"}  # fmt: skip
    made = calendar.walk("VEVENT")
    assert len(made) == len(texts)
    for component, text in zip(made, texts, strict=True):
        assert set(component) <= known
        assert not component.subcomponents
        spoken = re.sub(r"\s+", "", f"甲{text}乙")
        assert re.sub(r"\s+", "", str(component["LOCATION"])) == spoken


def test_no_text_is_a_template(stage: Stage) -> None:
    """What template languages would reckon is nowhere in what was written."""
    products = {str(7001 * vector.number) for vector in VECTORS if vector.family == "template"}
    made = 0
    for path in sorted(stage.folder.rglob("*.html")):
        text = path.read_text("utf-8", errors="replace")
        made += "7001" in text
        assert not [product for product in products if product in text]
    assert made >= 3, "else no such text was published above"


def test_twins_of_posters(stage: Stage) -> None:
    next_text = texts_of(VECTORS, stage.host)
    bodies = read_bodies(VECTORS[::9], stage.host, 2)
    body = join_bodies(bodies)
    made = TwinPress(find_theme("linli", Path()))
    pages = []
    for name, view in all_kinds().items():
        path = f"posters/x/{name}.html"
        twin = TwinPage(
            poster=plant(view, next_text, lambda: body), pdf=None, image=None, site_url=None
        )
        pages.append(stage.write(f"linli/{path}", made.render(path, twin)))
    is_silent(stage, pages)
