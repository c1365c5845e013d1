"""Edits applied to a text: several at once, each only if it does not touch another.

A problem's edits belong together (an opening and a closing quote), so they are made all or not at
all. What is not edited stays as it is, line ends included.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.problems import Edit

_LINE_END = re.compile(r"\r\n|\r|\n")


class _Change(NamedTuple):
    """The characters from `start` to `end` of a whole text become `text`."""

    start: int
    end: int
    text: str


def apply_edits(text: str, groups: Sequence[Sequence[Edit]]) -> tuple[str, list[int]]:
    """Return the changed text, and the positions of the groups that were applied.

    Of groups that meet in one place the first is applied. A group that leaves its line or the
    text is passed over. Line breaks in an edit's text are written as the text writes them.
    """
    lines = _find_lines(text)
    line_end = common_line_end(text)
    taken: list[_Change] = []
    applied = []
    for number, group in enumerate(groups):
        joined = _join(taken, _locate(group, lines, line_end))
        if joined is not None:
            taken = joined
            applied.append(number)
    parts, position = [], 0
    for change in taken:
        parts += [text[position : change.start], change.text]
        position = change.end
    return "".join(parts) + text[position:], applied


def common_line_end(text: str) -> str:
    """Return the line end that a text has most often, of equals the first; LF if it has none."""
    counted = Counter(_LINE_END.findall(text)).most_common(1)
    return counted[0][0] if counted else "\n"


def unify_line_ends(text: str) -> str:
    """Return a text whose lines all end like most of them do."""
    return _LINE_END.sub(lambda _: common, text) if (common := common_line_end(text)) else text


def split_lines(text: str) -> list[str]:
    """Return a text's lines without their ends, counted as problems count them."""
    return _LINE_END.split(text)


def _find_lines(text: str) -> list[tuple[int, int]]:
    """Return where each line begins and ends in the text, its line end left out."""
    ends = list(_LINE_END.finditer(text))
    starts = [0, *(match.end() for match in ends)]
    return list(zip(starts, [*(match.start() for match in ends), len(text)], strict=True))


def _locate(
    group: Sequence[Edit], lines: Sequence[tuple[int, int]], line_end: str
) -> list[_Change]:
    """Return a group's edits as changes of the whole text; nothing if one is not in its line."""
    changes = []
    for edit in group:
        if not 0 < edit.line <= len(lines) or edit.column < 1 or edit.length < 0:
            return []
        first, last = lines[edit.line - 1]
        start = first + edit.column - 1
        if start + edit.length > last:
            return []
        text = edit.text.replace("\n", line_end)
        changes.append(_Change(start, start + edit.length, text))
    return changes


def _join(taken: list[_Change], changes: list[_Change]) -> list[_Change] | None:
    """Return all changes in order; None if there is nothing new, or a new one meets another."""
    joined = list(taken)
    for change in changes:
        at = bisect_left(joined, change)
        around = joined[max(at - 1, 0) : at + 1]
        if change in around:
            continue  # two problems want the same
        if any(_meet(change, other) for other in around):
            return None
        joined.insert(at, change)
    return joined if changes else None


def _meet(one: _Change, other: _Change) -> bool:
    overlap = one.start < other.end and other.start < one.end
    return overlap or one.start == other.start
