"""The edition in traditional characters: phrases as data, and what may never change."""

import re
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plan.artifact import Artifact, Kind
from generator.plan.views import TraditionalNames, TraditionalPage, is_mirrored
from generator.render.editions import render_traditional
from generator.render.pages import PagePress
from generator.render.theme import find_theme
from generator.render.traditional import make_converter, simplified_forms
from tests.sites_for_tests import plan, sample_board

CASES = Path(__file__).parents[1] / "cases"
NAMES = TraditionalNames(
    forms=(("星光栏里", "星光欄里"), ("臺灣路", "臺灣路")),
    places=("丰裕里", "建国里小区", "复三里"),
    people=("于海燕", "余量器具租借站", "值班电话"),
)
CONVERT = make_converter(NAMES)


def read_pairs(name: str) -> list[tuple[str, str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(one, other) for one, other in rows]


@pytest.mark.parametrize(("text", "expected"), read_pairs("hant.tsv"))
def test_phrase(text: str, expected: str) -> None:
    assert CONVERT(text) == expected


@pytest.mark.parametrize("expected", [expected for _, expected in read_pairs("hant.tsv")])
def test_what_is_converted_is_found_by_the_simplified_word(expected: str) -> None:
    forms = simplified_forms()
    simplified = "".join(forms.get(character, character) for character in expected)
    assert not set(simplified) & set(forms)


def convert_page(html: str, page: str = "committees/dong/events/a.html") -> str:
    view = TraditionalPage(page=page, page_key="", site_url="https://board.example/b/", names=NAMES)
    return render_traditional(html.encode(), view).decode()


@pytest.mark.parametrize(("html", "expected"), read_pairs("hant-markup.tsv"))
def test_markup(html: str, expected: str) -> None:
    assert convert_page(html) == expected


KEPT = st.sampled_from("0123456789 -+:/.@\nabcXYZ&;").map(str)
HAN = st.sampled_from("发面里只后干台钟于复系丰和谐老师的一。，")


@settings(max_examples=30)
@given(st.lists(KEPT | HAN, max_size=30).map("".join))
def test_figures_letters_and_signs_stay(text: str) -> None:
    without = re.compile("[\u4e00-\u9fff]")
    assert without.sub("", CONVERT(text)) == without.sub("", text)


@settings(max_examples=30)
@given(st.lists(HAN | st.sampled_from([form for _, form in NAMES.forms]), max_size=12))
def test_converting_again_changes_nothing_that_is_kept(parts: list[str]) -> None:
    for form in (form for _, form in NAMES.forms):
        text = "。".join([form, *parts])
        assert CONVERT(CONVERT(text)).count(form) >= CONVERT(text).count(form) >= 1


class Facts(HTMLParser):
    """What no edition changes on a page, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[tuple[str, str, str]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        for key in ("id", "class", "for", "name", "datetime", "aria-labelledby"):
            if key in facts:
                self.kept.append((tag, key, facts[key] or ""))
        for key in ("href", "src", "action", "data-address"):
            link = facts.get(key) or ""
            if link.startswith(("tel:", "mailto:", "sms:")):
                self.kept.append((tag, key, link))
            elif link and "hreflang" not in facts and not urlsplit(link).scheme:
                self.links.append(link)


def read_facts(html: bytes) -> Facts:
    facts = Facts()
    facts.feed(html.decode())
    return facts


@pytest.fixture(scope="module")
def artifacts() -> dict[str, Artifact]:
    return plan(sample_board(), posters=False)


def test_every_page_is_there_once_in_each_edition(artifacts: dict[str, Artifact]) -> None:
    pages = {a.path for a in artifacts.values() if a.kind is Kind.PAGE}
    mirrored = {a.path for a in artifacts.values() if a.kind is Kind.TRADITIONAL}
    assert mirrored == {f"hant/{path}" for path in pages if is_mirrored(path)}
    once = {path for path in pages if not is_mirrored(path)}
    assert {path for path in once if not path.startswith(("x/", "posters/"))} == {"404.html"}
    shared = (a.path for a in artifacts.values() if a.kind not in (Kind.PAGE, Kind.SEARCH))
    assert not [path for path in shared if not path.startswith("hant/") and is_mirrored(path)]


def test_a_page_says_the_same_in_both(artifacts: dict[str, Artifact]) -> None:
    """Of each kind of page one: ids and phones are the same, and every link leads somewhere."""
    press = PagePress(find_theme("linli", Path()))
    examples = {type(a.view): a for a in artifacts.values() if a.kind is Kind.PAGE}
    for page in examples.values():
        if not is_mirrored(page.path):
            continue
        twin = artifacts[f"hant/{page.path}"]
        assert isinstance(twin.view, TraditionalPage)
        html = press.render(page.path, page.view)  # type: ignore[arg-type]
        one, other = read_facts(html), read_facts(render_traditional(html, twin.view))
        assert one.kept == other.kept
        for old, new in zip(one.links, other.links, strict=True):
            target = find_target(page.path, old)
            expected = f"hant/{target}" if is_mirrored(target) else target
            assert find_target(twin.path, new) == expected, (page.path, old)


def find_target(page: str, link: str) -> str:
    """Return the path from the root that a link leads to; the page itself for its own places."""
    path = unquote(urlsplit(link).path)
    return normpath(join(dirname(page), path)) if path else page
