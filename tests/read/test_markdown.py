"""Markdown bodies."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.prose import Prose, TargetKind
from generator.read import markdown
from generator.read.commonmark import make_parser
from tests.cases.cases import Case, load_cases

SPEC = Path(__file__).parents[1] / "data" / "commonmark-0.31.2.json"
EXAMPLES: list[dict[str, str]] = json.loads(SPEC.read_text(encoding="utf-8"))


def read_prose(text: str, path: str, first_line: int) -> Prose:
    """A body that no problem keeps from being read."""
    return markdown.read_prose(text, path, first_line)[0]


def to_html(prose: Prose) -> str:
    """A body with the targets' own paths as addresses."""
    html = prose.pieces[0]
    for target, piece in zip(prose.targets, prose.pieces[1:], strict=True):
        html += target.path + piece
    return html


def test_the_whole_specification_is_there() -> None:
    assert len(EXAMPLES) == 652


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e['example']}")
def test_commonmark(example: dict[str, str]) -> None:
    assert make_parser(html=True).render(example["markdown"]) == example["html"]


@pytest.mark.parametrize("case", load_cases("markdown.md"), ids=lambda case: case.title)
def test_body(case: Case) -> None:
    assert to_html(read_prose(case.given, "content/events/a.md", 1)) == case.expected


def test_link_to_a_content_file_is_open_and_placed() -> None:
    text = "第一段\n\n见[公示](../notices/gong-shi.md#yi-jian)。"
    prose = read_prose(text, "content/committees/a/events/e.md", 10)
    (target,) = prose.targets
    assert target.kind is TargetKind.FILE
    assert target.path == "content/committees/a/notices/gong-shi.md"
    assert target.fragment == "yi-jian"
    assert (target.place.line, target.place.column) == (12, 7)
    assert len(prose.pieces) == 2


def test_picture() -> None:
    (target,) = read_prose("![灯](图/灯.jpg)", "content/events/e.md", 1).targets
    assert target.kind is TargetKind.IMAGE
    assert target.path == "content/events/图/灯.jpg"


@pytest.mark.parametrize("scheme", ["http", "https", "mailto", "tel"])
def test_web_links_stay(scheme: str) -> None:
    address = f"{scheme}://x.example" if scheme.startswith("http") else f"{scheme}:x"
    (target,) = read_prose(f"[a]({address})", "content/e.md", 1).targets
    assert target.kind is TargetKind.WEB
    assert target.path == address


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScript:x", "data:text/html,x", "//host/x", "/etc", "file:///x",
     "vbscript:x", "intent:x", "blob:x", "ms-msdt:x", "\\\\host"],
)  # fmt: skip
def test_other_links_become_plain_text(address: str) -> None:
    for text in (f"[a]({address})", f"![a]({address})", f"<{address}>"):
        html = to_html(read_prose(text, "content/e.md", 1))
        assert "href" not in html
        assert "src" not in html


def test_words_alone() -> None:
    prose = read_prose("# 头\n\n**粗**字\n下一行 [链](https://a.example/)", "content/e.md", 1)
    assert prose.text == "头 粗字下一行 链"


@given(st.text(alphabet="甲乙（）：，。“” *_`[](!)#>-|\n\tab<&\uf8ff0", max_size=200))
def test_any_body_is_read(text: str) -> None:
    prose = read_prose(text, "content/e.md", 1)
    assert len(prose.pieces) == len(prose.targets) + 1
    assert "\uf8ff" not in "".join(prose.pieces)
