"""Edits applied to a text, against a slow and plain way of doing the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fix.edits import apply_edits, common_line_end, unify_line_ends
from generator.problems import Edit

TEXTS = st.lists(
    st.tuples(st.text("ab：，\t文", max_size=6), st.sampled_from(["\n", "\r\n", "\r"])), max_size=6
).map(lambda lines: "".join(line + end for line, end in lines))
EDITS = st.builds(
    Edit,
    line=st.integers(0, 7),
    column=st.integers(0, 8),
    length=st.integers(0, 4),
    text=st.text("xyz", max_size=3),
)
GROUPS = st.lists(st.lists(EDITS, min_size=1, max_size=2).map(tuple), max_size=6)


def edit(line: int, column: int, length: int, text: str) -> Edit:
    return Edit(line=line, column=column, length=length, text=text)


def reference(text: str, groups: list[tuple[Edit, ...]]) -> tuple[str, list[int]]:
    """One group after another, each cell of each line remembered with who changed it."""
    lines = re.split(r"(\r\n|\r|\n)", text)[::2]
    taken: set[tuple[int, int, int, str]] = set()
    applied = []
    for number, group in enumerate(groups):
        new = [(e.line, e.column, e.length, e.text) for e in group]
        fits = all(
            1 <= line <= len(lines) and column >= 1 and column - 1 + length <= len(lines[line - 1])
            for line, column, length, _ in new
        )
        if fits and not any(clash(a, b) for a in new for b in taken | set(new)):
            taken |= set(new)
            applied.append(number)
    out = []
    for number, line in enumerate(lines, start=1):
        here = {column - 1: (length, words) for at, column, length, words in taken if at == number}
        made, cell = "", 0
        while cell <= len(line):
            length, words = here.get(cell, (0, ""))
            made += words
            if length:
                cell += length
                if cell in here or cell == len(line):
                    continue
                made += line[cell]
                cell += 1
                continue
            made += line[cell : cell + 1]
            cell += 1
        out.append(made)
    ends = [*re.findall(r"\r\n|\r|\n", text), ""]
    return "".join(line + end for line, end in zip(out, ends, strict=True)), applied


def clash(one: tuple[int, int, int, str], other: tuple[int, int, int, str]) -> bool:
    if one == other or one[0] != other[0]:
        return False
    cells = [{c + 0.5 for c in range(e[1], e[1] + e[2])} for e in (one, other)]
    inside = any(a[1] < b[1] < a[1] + a[2] for a, b in ((one, other), (other, one)))
    return bool(cells[0] & cells[1]) or inside or one[1] == other[1]


@given(TEXTS, GROUPS)
def test_as_the_reference_does(text: str, groups: list[tuple[Edit, ...]]) -> None:
    assert apply_edits(text, groups) == reference(text, groups)


@given(TEXTS, GROUPS)
def test_lines_without_edits_are_as_they_were(text: str, groups: list[tuple[Edit, ...]]) -> None:
    changed, applied = apply_edits(text, groups)
    touched = {one.line for number in applied for one in groups[number]}
    before = text.splitlines(keepends=True)
    after = changed.splitlines(keepends=True)
    for number, line in enumerate(before, start=1):
        if number not in touched:
            assert after[number - 1] == line


@given(TEXTS)
def test_signs_replaced_once_are_replaced_for_good(text: str) -> None:
    once, _ = apply_edits(text, ascii_signs(text))
    assert once == text.replace("：", ": ").replace("，", ", ").replace("\t", "  ")
    assert ascii_signs(once) == []


def ascii_signs(text: str) -> list[tuple[Edit, ...]]:
    """The edits that a reader would propose."""
    better = {"：": ": ", "，": ", ", "\t": "  "}
    lines = re.split(r"\r\n|\r|\n", text)
    return [
        (edit(number, column, 1, better[sign]),)
        for number, line in enumerate(lines, start=1)
        for column, sign in enumerate(line, start=1)
        if sign in better
    ]


def test_of_two_that_meet_the_first_is_made() -> None:
    groups = [(edit(1, 2, 2, "X"),), (edit(1, 3, 2, "Y"),), (edit(1, 5, 1, "Z"),)]
    assert apply_edits("abcde", groups) == ("aXdZ", [0, 2])


def test_a_problem_is_mended_wholly_or_not_at_all() -> None:
    quotes = (edit(1, 1, 1, '"'), edit(1, 4, 1, '"'))
    assert apply_edits("“甲乙”", [quotes]) == ('"甲乙"', [0])
    assert apply_edits("“甲乙”", [(edit(1, 4, 1, "!"),), quotes]) == ("“甲乙!", [0])


def test_two_problems_may_want_the_same() -> None:
    same = (edit(1, 2, 1, ":"),)
    assert apply_edits("a：b", [same, same]) == ("a:b", [0, 1])


def test_an_edit_outside_its_line_is_passed_over() -> None:
    for wrong in (edit(3, 1, 0, "x"), edit(1, 4, 0, "x"), edit(1, 2, 2, "x"), edit(0, 1, 1, "x")):
        assert apply_edits("ab\r\ncd", [(wrong,)]) == ("ab\r\ncd", [])


def test_a_line_more_ends_like_the_others() -> None:
    assert apply_edits("a\r\nb\r\n", [(edit(1, 2, 0, "\n---"),)])[0] == "a\r\n---\r\nb\r\n"


@pytest.mark.parametrize(
    ("text", "common"),
    [("", "\n"), ("a\nb", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\rb\n", "\r"), ("a\nb\r\n", "\n")],
)
def test_the_line_end_of_most(text: str, common: str) -> None:
    assert common_line_end(text) == common
    unified = unify_line_ends(text)
    assert set(re.findall(r"\r\n|\r|\n", unified)) <= {common}
    assert unify_line_ends(unified) == unified
