"""Characters that no text may have, in every kind of file."""

import pytest

from generator.read.characters import find_refused, find_refused_code
from generator.read.markdown import read_prose
from generator.read.tables.csv_text import read_csv
from generator.read.tables.sheet import Cell, TableRefusedError, number_rows, refuse_characters
from generator.read.yaml_nodes import Scalar
from generator.read.yaml_text import YamlRefusedError, parse_yaml

REFUSED = [*map(chr, (*range(9), 0xB, 0xC, *range(0xE, 0x20), 0x7F, 0x85, 0x9B)),
           "\u2028", "\u2029", "\u202e", "\ud800", "\udfff", "\uf8ff", "\ufffe",
           "\uffff"]  # fmt: skip
WANTED = "\t\n aé 甲，\u3000👨\u200d👩\u200c…—😀𠮷\u00a0\ufe0f\ue000"


@pytest.mark.parametrize("character", REFUSED, ids=lambda c: f"{ord(c):04X}")
def test_refused_everywhere(character: str) -> None:
    assert find_refused(f"甲{character}")
    _, problems = read_prose(f"甲\n乙{character}", "a.md", 5)
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [
        ("character-refused", 6, 2)
    ]
    with pytest.raises(YamlRefusedError) as refusal:
        parse_yaml(f"甲: 乙{character}", "a.yaml")
    assert refusal.value.code == "character-refused"
    with pytest.raises(TableRefusedError):
        refuse_characters(number_rows([[Cell("甲"), Cell(f"乙{character}")]]), "a.xlsx")


def test_a_cell_is_told() -> None:
    with pytest.raises(TableRefusedError) as refusal:
        read_csv("甲,乙\n1,2\x07", "a.csv")
    place = refusal.value.problem.place
    assert (place.line, place.column) == (2, 2)


@pytest.mark.parametrize(
    "escape", ["\\x07", "\\u202e", "\\u202a", "\\u2066", "\\u2028", "\\uf8ff", "\\a"]
)
def test_escapes_of_yaml_make_none(escape: str) -> None:
    with pytest.raises(YamlRefusedError) as refusal:
        parse_yaml(f'甲: "乙{escape}"', "a.yaml")
    assert refusal.value.code in ("character-refused", "yaml-syntax")


@pytest.mark.parametrize(
    "code", ["&#7;", "&#0;", "&#x202E;", "&#X202e;", "&#8238;", "&#x2067;", "&#xD800;", "&#xf8ff;",
             "&#x110000;", "&#9999999;"])  # fmt: skip
def test_numbers_of_html_make_none(code: str) -> None:
    assert find_refused_code(f"甲{code}")
    for text in (code, f"[a](x '{code}')", f"[a](x{code})", f"```{code}\n```", f"![{code}](x.png)"):
        prose, problems = read_prose(text, "a.md", 1)
        assert not prose
        assert [problem.code for problem in problems] == ["character-refused"]


def test_others_are_fine() -> None:
    assert not find_refused(WANTED)
    assert not find_refused_code("&#10;&#9;&#x7532;&amp;&#38;&#x1F600;")
    root = parse_yaml('"a\\tb\\u7532"', "a.yaml")
    assert isinstance(root, Scalar)
    assert root.text == "a\tb甲"
