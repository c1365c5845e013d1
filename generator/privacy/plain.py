"""A text as its reader takes it: compatibility characters plain, what nobody sees left out.

１３８ and 𝟏𝟑𝟖 are 138 (NFKC, Unicode Standard Annex 15); a zero-width space within a number hides
it from a search and from nobody else. Ordinary text has neither, and is given back as it is.
"""

import re
import unicodedata
from functools import cache

_COMMON = "，：；！？（）～　…"
"""Compatibility characters that are ordinary in Chinese; rules that meet one know it."""
_ORDINARY = re.compile(rf"[\x00-\x7f\u4e00-\u9fff{_COMMON}\u3001-\u3029\u3030-\u3035“”‘’—–·×]*")
"""What nearly every line is made of, in few ranges, for these are quick to look through."""
_UNSEEN_CATEGORIES = frozenset({"Cf", "Mn"})
"""Format characters (zero-width ones among them), and marks without width of their own."""

_BLOCKS = (
    (0x00A0, 0x036F),
    (0x061C, 0x061C),
    (0x1D2C, 0x24FF),
    (0x2C7C, 0x2C7D),
    (0xA7F1, 0xA7F9),
    (0x3000, 0x33FF),
    (0xF900, 0xFFFF),
    (0x10780, 0x107BF),
    (0x1D400, 0x1D7FF),
    (0x1F100, 0x1F2FF),
    (0x1FBF0, 0x1FBF9),
    (0x2F800, 0x2FA1F),
    (0xE0000, 0xE01EF),
)
"""Where such characters are that can stand for letters, digits and Chinese characters, or are not
seen: looking through all of Unicode would take longer than most builds. A test holds it."""


class PlainText:
    """A text in plain characters, and the way back to the places of the one that was given."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None
        if _ORDINARY.fullmatch(text) or not _unusual().search(text):
            return
        pieces: list[str] = []
        starts: list[int] = []
        for place, character in enumerate(text):
            plain = _plain(character)
            pieces.append(plain)
            starts += [place] * len(plain)
        self.text = "".join(pieces)
        self._starts = starts

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters of the plain text (at least one) stand in the given one."""
        if self._starts is None:
            return start, end
        return self._starts[start], self._starts[end - 1] + 1


@cache
def _plain(character: str) -> str:
    if unicodedata.category(character) in _UNSEEN_CATEGORIES:
        return ""
    return unicodedata.normalize("NFKC", character)


@cache
def _unusual() -> re.Pattern[str]:
    """Return a pattern of all characters that the plain text would not have as they are."""
    unusual = [
        code
        for first, last in _BLOCKS
        for code in range(first, last + 1)
        if chr(code) not in _COMMON and _plain(chr(code)) != chr(code)
    ]
    return re.compile(f"[{''.join(map(_range, _runs(unusual)))}]")


def _runs(codes: list[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as runs: first and last."""
    runs: list[tuple[int, int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return runs


def _range(run: tuple[int, int]) -> str:
    return "-".join(f"\\U{code:08x}" for code in dict.fromkeys(run))
