"""Front matter keeps its line numbers."""

import pytest

from generator.read.front_matter import Document, Unsplit, split_front_matter


def test_split() -> None:
    document = split_front_matter("---\n标题: 甲\n---\n正文\n第二行\n")
    assert document == Document("标题: 甲", 2, "正文\n第二行\n", 4)


def test_blank_lines_before() -> None:
    document = split_front_matter("\n\n---\na: 1\n---  \nb")
    assert document == Document("a: 1", 4, "b", 6)


def test_empty_matter_and_rule_in_the_body() -> None:
    assert split_front_matter("---\n---\n甲\n\n---\n乙") == Document("", 2, "甲\n\n---\n乙", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("标题: 甲\n", Unsplit("front-matter-missing", 1)),
        ("\n\n正文", Unsplit("front-matter-missing", 3)),
        ("----\na: 1\n---\n", Unsplit("front-matter-missing", 1)),
        ("---\n标题: 甲\n正文", Unsplit("front-matter-unclosed", 1)),
        ("", Unsplit("front-matter-missing", 1)),
    ],
)
def test_unsplit(text: str, expected: Unsplit) -> None:
    assert split_front_matter(text) == expected
