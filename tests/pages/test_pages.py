"""Every page of the theme: it renders, says what it must, and escapes what it is given."""

import gzip
import html
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

import pytest
from msgspec.structs import replace

from generator.plan.views import EventPage, PageView, RedirectPage
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.pages import sample_views

THEME = Theme(Path(__file__).parents[2] / "themes" / "linli")
PAGES: dict[str, tuple[str, PageView]] = {
    f"{kind} {path}": (path, view)
    for kind, pages in (
        ("full", sample_views.full_pages()),
        ("bare", sample_views.bare_pages()),
    )
    for path, view in pages.items()
}
STEP_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@cache
def press() -> PagePress:
    return PagePress(THEME)


@cache
def page(name: str) -> str:
    path, view = PAGES[name]
    return press().render(path, view).decode()


class Outline(HTMLParser):
    """The start tags of a page with their attributes, and its text outside of the head."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def values(self, attribute: str) -> Iterator[tuple[str, str]]:
        for tag, attributes in self.tags:
            value = attributes.get(attribute)
            if value is not None:
                yield tag, value


@pytest.fixture(params=sorted(PAGES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_page_has_one_h1_and_headings_in_order(name: str) -> None:
    levels = [int(tag[1]) for tag, _ in Outline(page(name)).tags if tag in STEP_TAGS]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_page_says_its_language_and_is_no_more_than_html(name: str) -> None:
    outline = Outline(page(name))
    assert page(name).startswith("<!doctype html>\n<html lang=")
    assert ("html", {"lang": "zh-CN"}) in outline.tags
    assert not list(outline.values("style"))
    assert not {"style", "iframe", "base"} & {tag for tag, _ in outline.tags}
    scripts = [attributes for tag, attributes in outline.tags if tag == "script"]
    programs = [each for each in scripts if each.get("type") != "application/ld+json"]
    assert all(attributes["src"] for attributes in programs), "no script stands in a page"
    assert not [attrs for _, attrs in outline.tags for key in attrs if key.startswith("on")]


def test_page_can_be_zoomed_and_named(name: str) -> None:
    source = page(name)
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in source
    title = re.search(r"<title>(.+)</title>", source)
    assert title is not None
    assert title[1].partition(" - ")[0].strip()


def test_ids_are_unique_and_fragments_exist(name: str) -> None:
    outline = Outline(page(name))
    ids = [value for _, value in outline.values("id")]
    assert len(ids) == len(set(ids))
    fragments = {value[1:] for _, value in outline.values("href") if value.startswith("#")}
    assert fragments <= set(ids)


def test_no_text_of_python_is_seen(name: str) -> None:
    text = re.sub(r"<[^>]*>", " ", page(name))
    assert "None" not in text
    assert "Undefined" not in text
    assert "datetime.date" not in text
    assert "　　" not in text


def addresses_of(name: str) -> set[str]:
    """Return all links of a page that are of this site, resolved against the page's own path."""
    path, _ = PAGES[name]
    found = set()
    for attribute in ("href", "src"):
        for tag, value in Outline(page(name)).values(attribute):
            parts = urlsplit(value)
            if not parts.scheme and parts.path and tag != "link":
                found.add(normpath(f"{dirname(path)}/{unquote(parts.path)}".lstrip("/")))
    return found


def test_links_are_relative_and_stay_in_the_site(name: str) -> None:
    path, _ = PAGES[name]
    if path == "404.html":
        pytest.skip("its links are absolute")
    for address in addresses_of(name):
        assert not address.startswith(("/", "..")), address
        assert address.endswith((".html", ".pdf", ".ics", ".png", ".csv", ".xml", ".js")), address


@pytest.mark.parametrize(
    ("path", "style", "home"),
    [
        ("index.html", "assets/site.css", "index.html"),
        ("compounds/hexie.html", "../assets/site.css", "../index.html"),
        (
            "committees/jian-er/events/2026-03-05-xue-lei-feng.html",
            "../../../assets/site.css",
            "../../../index.html",
        ),
        ("404.html", "/assets/site.css", "/index.html"),
    ],
)
def test_links_fit_the_depth_of_the_page(path: str, style: str, home: str) -> None:
    source = page(f"full {path}")
    assert f'<link rel="stylesheet" href="{style}">' in source
    assert f'<a class="site-name" href="{home}">' in source


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("compounds/hexie.html", "../calendars/compounds/hexie.ics"),
        ("committees/jian-er.html", "../calendars/committees/jian-er.ics"),
        (
            "committees/jian-er/events/2026-03-05-xue-lei-feng.html",
            "2026-03-05-xue-lei-feng.ics",
        ),
        ("committees/jian-er/services/lin-li-yi-zhan.html", "lin-li-yi-zhan.ics"),
    ],
)
def test_calendar_can_be_subscribed_to(path: str, link: str) -> None:
    assert f'<a href="{link}" type="text/calendar">' in page(f"full {path}")


def test_redirect_leads_on_in_three_ways() -> None:
    source = page("full x/k7f2/index.html")
    target = "../../committees/jian-er/events/2026-03-05-xue-lei-feng.html"
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in source
    assert f'href="{target}"' in source
    assert f'<link rel="canonical" href="https://board.example/{target[6:]}">' in source
    assert '<meta name="robots" content="noindex">' in source


def test_canonical_only_where_the_site_has_an_address() -> None:
    home = page("full index.html")
    assert '<link rel="canonical" href="https://board.example/">' in home
    assert "canonical" not in page("bare index.html")
    assert "canonical" not in page("full 404.html")


def test_nothing_comes_from_another_host(name: str) -> None:
    for tag, attributes in Outline(page(name)).tags:
        address = attributes.get("src" if tag in ("img", "source") else "href") or ""
        if urlsplit(address).scheme in ("http", "https"):
            own = address.startswith("https://board.example/")
            assert tag == "a" or (own and attributes.get("rel") == "canonical")


def test_assets_load_nothing() -> None:
    assets = dict(THEME.assets())
    for data in assets.values():
        text = data.decode().replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "://" not in text
        assert "url(" not in text
        assert "@import" not in text
    assert 0 < len(gzip.compress(assets["assets/site.css"])) <= 14_000
    assert 0 < len(gzip.compress(assets["assets/site.js"])) <= 10_000


def test_text_is_escaped_wherever_it_stands() -> None:
    evil = "<script>alert(1)</script>\"'&"
    for path, view in sample_views.full_pages().items():
        poisoned = poison(view, evil)
        source = press().render(path, poisoned).decode()
        assert "<script>" not in source, path
        assert evil in html.unescape(source), path


def poison(view: PageView, words: str) -> PageView:
    """Return the page with its titles and names replaced."""
    if isinstance(view, RedirectPage):
        return replace(view, title=words)
    view = replace(view, head=replace(view.head, title=words, description=words))
    view = replace(view, frame=replace(view.frame, site_name=words, footer=words))
    if isinstance(view, EventPage):
        parts = replace(view.parts, place=words, programme=(words,), rain=words)
        view = replace(view, item=replace(view.item, title=words), parts=parts)
    return view


def test_bare_pages_say_what_is_missing() -> None:
    compound = page("bare compounds/a.html")
    assert "今天没有安排" in compound
    assert "本周没有别的活动" in compound
    assert "现在没有通知" in compound
    assert "还没有往期内容" in page("bare archive.html")


def test_compound_page_keeps_the_order_residents_need() -> None:
    source = page("full compounds/hexie.html")
    sections = ["today", "week", "coming", "services", "announcements", "notices", "issues",
                "phones", "posters", "calendar", "groups", "about"]  # fmt: skip
    places = [source.index(f'<section id="{section}"') for section in sections]
    assert places == sorted(places)
    assert source.index('class="urgent"') < source.index("<h1") < places[0]
    assert "1–4、6号楼、甲楼" in source
    assert "农历正月十四" in source


def test_phones_dial() -> None:
    source = page("full compounds/hexie.html")
    assert '<a class="phone" href="tel:02101234501">' in source
    assert '<a class="phone" href="tel:12345">' in source
    assert "tel:" not in page("bare compounds/a.html")


def test_times_are_marked_up_and_read_as_chinese_notices_do() -> None:
    source = page("full index.html")
    assert '<time datetime="2026-03-05T09:00">9:00</time>' in source
    assert '<time datetime="2026-03-04T00:30">次日0:30</time>' in source
    assert "全天" in source
    assert "由3月1日（周日）</time>顺延" in re.sub(r"<time[^>]*>", "", source)
    assert "假期安排待公布" in source
    assert "明天" in source


def test_a_service_of_nearly_every_day_stands_once() -> None:
    week = page("full index.html").partition('id="week"')[2].partition("</section>")[0]
    assert "几乎每天都有" in week
    assert week.count("大食堂</a>") == 1


def test_hours_of_one_thing_share_a_row() -> None:
    today = page("full compounds/hexie.html").partition('id="today"')[2].partition("</section>")[0]
    assert today.count("大食堂</a>") == 1
    assert "16:30" in today


@pytest.mark.parametrize(
    ("category", "words"),
    [
        ("notice", "通知"),
        ("tip", "请记住"),
        ("outage", "清洗水箱"),
        ("recruitment", "每月能抽出4小时"),
        ("announcement", "还剩<b>9</b>天"),
        ("result", "相关议题"),
        ("form", "搬走后销毁"),
    ],
)
def test_each_category_of_notice_shows_its_own_parts(category: str, words: str) -> None:
    source = page(f"full committees/fu-san/notices/{category}.html")
    assert words in source
    assert "居委会值班" in source or category == "announcement"


def test_an_event_that_is_over_or_cancelled_says_so() -> None:
    assert "活动已经结束" in page("bare committees/a/events/over.html")
    assert "活动取消</b>　下雨" in page("bare committees/a/events/cancelled.html")
    coming = page("full committees/jian-er/events/2026-03-05-xue-lei-feng.html")
    assert '<p class="banner" hidden data-show-after="2026-03-05"><b>活动已经结束' in coming


def test_issue_marks_the_step_it_stands_at() -> None:
    source = page("full committees/fu-san/issues/2026-001.html")
    timeline = source.partition('class="plain timeline"')[2].partition("</ol>")[0]
    assert timeline.count('aria-current="step"') == 1
    assert timeline.count("is-done") == 2
    assert timeline.count("is-ahead") == 2
    assert "预计" in timeline


def test_review_prints_figures_as_written() -> None:
    source = page("full reviews/2018.html")
    assert "500余人" in source
    assert source.count('class="theme"') == 4
    assert source.count("review-card") == 16
    assert "按原文，不由程序推算" in source
