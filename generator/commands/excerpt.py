"""One line of a file as a terminal shows it, with a caret under some of its words.

A terminal counts columns, a problem counts characters: a Chinese character takes two columns, an
accent none, an emoji of five characters two.
"""

import shutil
import sys
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

_USUAL_WIDTH = 100
_NARROWEST = 40
_WITH_WIDE_SIGNS = ("gb", "cp936", "big5", "cp950", "euc", "shift", "cp932", "cp949")
"""Consoles of these encodings give “ and … two columns, as their faces do (UAX #11)."""
_AROUND = 600
"""How many characters around the words are looked at; no terminal shows more."""
_ELLIPSIS = "…"
_TAB = "→"
_UNSEEN = "�"
_JOINERS = ("\u200d", "\ufe0e", "\ufe0f")
"""They join emoji or choose their form; not shown, for terminals disagree on what comes of it."""


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide a line is, and whether signs such as “ are as wide as Chinese characters."""

    width: int = _USUAL_WIDTH
    wide_signs: bool = False

    def columns(self, text: str) -> int:
        """Return how many columns a text takes that has no control characters."""
        return _columns(text, 2 if self.wide_signs else 1)


@cache
def _columns(text: str, sign: int) -> int:
    from wcwidth import wcswidth  # noqa: PLC0415 - large tables; most reports quote nothing

    return max(wcswidth(text, ambiguous_width=sign), 0)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What is shown for one character, and how many columns it takes."""

    text: str
    columns: int


def find_screen(margin: int = 0) -> Screen:
    """Return how a line of output is shown, less a margin; as usual if it goes to no terminal."""
    width = _USUAL_WIDTH
    if sys.stdout.isatty():
        width = shutil.get_terminal_size((width, 0)).columns
    wide_signs = (sys.stdout.encoding or "").lower().startswith(_WITH_WIDE_SIGNS)
    return Screen(max(width, _NARROWEST) - margin, wide_signs)


def draw_excerpt(line: str, column: int, width: int, screen: Screen) -> tuple[str, str]:
    """Return a line, and below it carets under `width` characters from `column` (from 1) on.

    A line that is too long for the screen is cut on both sides of the words.
    """
    first = max(column - 1 - _AROUND, 0)
    cells = _make_cells(line[first : column - 1 + _AROUND], screen)
    start = min(column - 1 - first, len(cells))
    end = min(start + max(width, 1), len(cells))
    cut_left, cut_right = first > 0, len(line) > column - 1 + _AROUND
    mark = _Cell(_ELLIPSIS, screen.columns(_ELLIPSIS))
    low, high = 0, len(cells)
    if cut_left or cut_right or _total(cells) > screen.width:
        low, high = _choose(cells, start, end, screen.width - 2 * mark.columns)
        cut_left, cut_right = cut_left or low > 0, cut_right or high < len(cells)
    left, right = [mark] * cut_left, [mark] * cut_right
    before = _total([*left, *cells[low:start]])
    under = _total(cells[start : min(end, high)])
    shown = "".join(cell.text for cell in [*left, *cells[low:high], *right])
    return shown, " " * before + "^" * max(under, 1)


def _choose(cells: list[_Cell], start: int, end: int, room: int) -> tuple[int, int]:
    """Return from where to where cells are shown: the words, something before them, and more."""
    sums = [0, *accumulate(cell.columns for cell in cells)]
    low, high = start, start
    while low > 0 and sums[start] - sums[low - 1] <= room // 4:
        low -= 1
    while high < end and sums[high + 1] - sums[low] <= room:
        high += 1
    grown = True
    while grown:
        grown = False
        if low > 0 and sums[high] - sums[low - 1] <= room:
            low, grown = low - 1, True
        if high < len(cells) and sums[high + 1] - sums[low] <= room:
            high, grown = high + 1, True
    return low, high


def _total(cells: list[_Cell]) -> int:
    return sum(cell.columns for cell in cells)


def _make_cells(text: str, screen: Screen) -> list[_Cell]:
    """Return a cell for each character; those that belong to one sign share its columns."""
    from wcwidth import iter_graphemes  # noqa: PLC0415 - as above

    cells = []
    for sign in iter_graphemes("".join(map(_replace, text))):
        cells.append(_Cell(sign[0], screen.columns(sign)))
        cells += [_Cell(character, 0) for character in sign[1:]]
    shown = iter(cells)
    return [_Cell("", 0) if character in _JOINERS else next(shown) for character in text]


def _replace(character: str) -> str:
    """Return what is shown of a character: nothing that could move the cursor."""
    if character in _JOINERS:
        return ""
    if character == "\t":
        return _TAB
    if character.isprintable() or character == "\u3000":
        return character
    return " " if character.isspace() and character not in "\r\n\v\f" else _UNSEEN
