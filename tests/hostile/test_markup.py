"""Rendered bodies: a sanitiser would change nothing, and nothing that was written is lost."""

import html
import json
import re
import shutil
import time
from collections import Counter
from pathlib import Path

import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from generator.model.prose import WEB_SCHEMES, Prose, TargetKind
from generator.plan.views import PictureVersion
from generator.problems import Severity
from generator.read import read_board
from generator.read.markdown import read_prose
from generator.read.markup_limits import MAX_CELLS, MAX_COLUMNS, MAX_DEPTH
from tests.cases.cases import load_cases
from tests.cases.mistakes import load_site_mistakes
from tests.hostile.planting import WAYS
from tests.hostile.vectors import make_vectors
from tests.sites_for_tests import SMALL, plan, sample_board

PATH = "content/committees/dong/events/a.md"
SPEC = Path(__file__).parents[1] / "data" / "commonmark-0.31.2.json"
TAGS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em",
        "strong", "a", "br", "hr", "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "code": {"class"}, "table": {"class"},
              "th": {"class"}, "td": {"class"}}  # fmt: skip
CELL = re.compile(r"<[^>]*>")


def fill(prose: Prose) -> str:
    """A body with its links, those of the site as a page has them; pictures left out."""
    markup = prose.pieces[0]
    for target, piece in zip(prose.targets, prose.pieces[1:], strict=True):
        address = target.path if target.kind is TargetKind.WEB else "../a.html"
        markup += html.escape("" if target.kind is TargetKind.IMAGE else address) + piece
    return markup


def is_clean(text: str) -> None:
    prose, _ = read_prose(re.sub("\r\n?", "\n", text), PATH, 1)  # as in files that were read
    markup = fill(prose)
    cleaned = nh3.clean(markup, tags=TAGS, attributes=ATTRIBUTES, url_schemes=set(WEB_SCHEMES),
                        link_rel=None, strip_comments=True)  # fmt: skip
    assert normalise(cleaned) == normalise(markup)


def normalise(markup: str) -> str:
    """Markup without what a parser may write in one way or another."""
    text = re.sub(r"<(br|hr) ?/?>", r"<\1>", markup)
    return re.sub(r"\s*\n\s*", "\n", html.unescape(text)).strip()


def test_sanitiser_changes_nothing_in_the_sample() -> None:
    bodies = [item.body for item in sample_board().items if item.body]
    assert len(bodies) > 50
    for body in bodies:
        markup = fill(body)
        cleaned = nh3.clean(markup, tags=TAGS, attributes=ATTRIBUTES,
                            url_schemes=set(WEB_SCHEMES), link_rel=None)  # fmt: skip
        assert normalise(cleaned) == normalise(markup)


def test_sanitiser_changes_nothing_in_cases_and_the_specification() -> None:
    for case in load_cases("markdown.md"):
        is_clean(case.given)
    for site in load_site_mistakes():
        for path, data in site.files.items():
            if path.endswith(".md"):
                is_clean(data.decode("utf-8", errors="ignore").replace("\0", ""))
    for spec in json.loads(SPEC.read_text("utf-8")):
        is_clean(spec["markdown"])


def test_sanitiser_changes_nothing_in_vectors() -> None:
    for vector in make_vectors():
        is_clean(WAYS[vector.number % len(WAYS)].replace("{}", vector.text))


PIECES = ("*", "**", "_", "`", "```\n", "[", "](", ")", "](<", ">", "<", "<b>", "</a>", "![", "\n",
          "\n\n", "> ", "- ", "1. ", "# ", "|", "\n|-|-|\n", "\\", "&", "&lt;", "&#x3c;", "\"", "'",
          " ", "    ", "http://a.b/", "javascript:", "//", "<!--", "-->", "[r]: ", "甲", "（乙）",
          "。", "style=", "onload=x", "<script>", "~~", "---\n", "***",
          "<http://a.b>", "\t")  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(MARKDOWN)
def test_sanitiser_changes_nothing_in_any_body(text: str) -> None:
    is_clean(text)


WORDS = st.lists(
    st.sampled_from([*PIECES, *(f"字{number}字" for number in range(40))]), max_size=24
).map("".join)


def seen(prose: Prose) -> str:
    """What a reader can find of a body: its words, titles, addresses, and words of pictures."""
    markup = "".join(prose.pieces)
    attributes = re.findall(r'="([^"]*)"', markup)
    targets = [f"{target.path} {target.fragment} {target.words}" for target in prose.targets]
    starts = [f"{start}." for start in re.findall(r'<ol start="(\d+)"', markup)]
    return html.unescape(" ".join([CELL.sub("", markup), *attributes, *targets, *starts]))


@given(WORDS)
@example("[字1字]: 字2字")
@example("| 字1字 | 字2字 |\n|-|-|\n| a | b | 字3字 |")
@example("``` 字1字 字2字\nx\n```")
@example('![字1字](a.png "字2字")')
@example(">" * 30 + "字1字")
@example("\n".join("  " * n + f"- 字{n}字" for n in range(20)))
@example("<!-- 字1字 -->")
@example("[a]: b '字1字'\n\n[a]: c '字2字'\n\n[a]")
@example("[字1字](a.md?字2字)")
def test_no_word_is_lost_without_a_problem(text: str) -> None:
    prose, problems = read_prose(text, PATH, 1)
    written = Counter(re.findall("字[0-9]+字", text))
    shown = Counter(re.findall("字[0-9]+字", seen(prose)))
    lost = {word for word, count in written.items() if shown[word] < min(count, 1)}
    assert not lost or problems


BOMBS = {
    "quotations": ">" * 60_000,
    "lists in one line": "- " * 30_000 + "a",
    "lists in many lines": "\n".join("  " * n + "- a" for n in range(240)),
    "brackets": "[" * 60_000,
    "pictures": "![" * 30_000,
    "pictures closed": "![" * 2000 + "](x)" * 2000,
    "table": "|" * 250 + "\n" + "|-" * 250 + "|\n" + "a\n" * 250,
    "narrow table": "a|b\n-|-\n" + "a\n" * 1100,
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_what_would_grow_is_refused_before_it_is_parsed(name: str) -> None:
    start = time.process_time()
    prose, problems = read_prose(BOMBS[name], PATH, 1)
    assert not prose or name == "lists in many lines"
    assert {problem.code for problem in problems} <= {"markup-too-deep", "markup-table-large"}
    assert [p for p in problems if p.severity is Severity.ERROR]
    assert time.process_time() - start < 2


HEAVY = {
    "emphasis": "*a " * 20_000, "stars": "*" * 60_000, "tags": "<a " * 20_000,
    "comments": "<!--" * 15_000, "backslashes": "\\" * 60_000, "ampersands": "&" * 60_000,
    "underscores": "_a__b" * 12_000, "backticks": "".join("`" * n + " " for n in range(340)),
    "addresses": "<http:" * 10_000, "parentheses": "[a](" * 40 + "(" * 60_000,
    "heading": "# " + " " * 60_000 + "#", "lines": "a\n" * 30_000, "digits": "9" * 60_000 + ".",
    "bold": "**a " * 15_000, "masks": "1****" * 12_000 + "a", "folders": "[a](" + "../" * 20_000,
    "points": "- a\n\n" * 12_000, "rule": "| a |\n" + "| -" * 20, "numbers": "1. a\n" * 12_000,
}  # fmt: skip


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", sorted(HEAVY))
def test_nothing_of_64_kilobytes_takes_long(name: str) -> None:
    start = time.process_time()
    read_prose(HEAVY[name], PATH, 1)
    assert time.process_time() - start < 10


def test_the_largest_that_may_be_is_read() -> None:
    deep = "".join("> " for _ in range(MAX_DEPTH)) + "甲"
    wide = "|" + "甲|" * MAX_COLUMNS + "\n|" + "-|" * MAX_COLUMNS
    rows = MAX_CELLS // MAX_COLUMNS - 1
    large = f"{wide}\n" + "|" + "\n|".join("乙|" * MAX_COLUMNS for _ in range(rows))
    for text in (deep, wide, large):
        prose, problems = read_prose(text, PATH, 1)
        assert not problems
        assert "甲" in prose.text


def test_no_page_shows_a_picture_of_another_committee(tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    event = next(site.glob("content/committees/*/活动/*.md"))
    own = event.with_name("zi-ji.png")
    foreign = site / "content/committees/xi/bie-ren.png"
    for picture, colour in ((own, "red"), (foreign, "blue")):
        Image.new("RGB", (30, 30), colour).save(picture)
    far = f"../../xi/{foreign.name}"
    with event.open("a", encoding="utf-8") as file:
        file.write(f"\n\n![甲]({own.name})\n\n![乙]({far})\n\n[丙]({far})\n")
    board = read_board(site).board
    assert board is not None
    shown = [
        Path(artifact.view.original.location).name
        for artifact in plan(board).values()
        if isinstance(artifact.view, PictureVersion)
    ]
    assert own.name in shown
    assert foreign.name not in shown
