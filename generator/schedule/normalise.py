"""One spelling for many: full-width, Traditional, odd dashes and spaces, with a map back.

What comes out has half-width punctuation (`,` `;` `(` `)` `:` and `-` for every dash), Simplified
characters where the vocabulary needs them, lower-case Latin, and no spaces except between digits,
where leaving one out would join two numbers. `、` stays.
"""

import unicodedata
from functools import lru_cache

from generator.frozen import Frozen
from generator.schedule.vocabulary import TRADITIONAL

_PUNCTUATION = {
    **dict.fromkeys("，﹐", ","),
    **dict.fromkeys("；﹔\n\r。\u2028\u2029\x0b\x0c\x85", ";"),
    **dict.fromkeys("（【〔［[﹙「『〈《{｛", "("),
    **dict.fromkeys("）】〕］]﹚」』〉》}｝", ")"),
    **dict.fromkeys("：∶﹕︰", ":"),
    **dict.fromkeys("～〜⁓~—–―−‐‑‒﹣－ー", "-"),
    **dict.fromkeys("﹑､", "、"),
}
_DROPPED = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\"'“”‘’*_`")
_DIGITS = frozenset("0123456789")


class Plain(Frozen):
    """The one spelling of a phrase. Character `i` stands at `places[i]` in `original`."""

    text: str
    places: tuple[int, ...]
    original: str
    ends: tuple[int, ...] = ()
    """Where the original words of each character end, if that is not the next place."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return offset and length in the original of characters `start` to `end` of `text`.

        An empty span becomes one character, or none at the end of the phrase.
        """
        if start >= len(self.text):
            return len(self.original), 0
        last = min(max(end, start + 1), len(self.text)) - 1
        offset = self.places[start]
        end = self.ends[last] if self.ends else self.places[last] + 1
        return offset, max(end - offset, 1)

    def words(self, start: int, end: int) -> str:
        """Return the original words of characters `start` to `end` of `text`."""
        if end <= start:
            return ""
        offset, length = self.span(start, end)
        return self.original[offset : offset + length]


@lru_cache(maxsize=4096)
def _plain_character(char: str) -> str:
    """Return the one spelling of a character; empty to drop it, a space for any space."""
    if char in _PUNCTUATION:
        return _PUNCTUATION[char]
    if char in _DROPPED or unicodedata.category(char) in {"Mn", "Cc", "Cf"}:
        return " " if char == "\t" else ""
    if char.isspace():
        return " "
    compatible = unicodedata.normalize("NFKC", char)
    char = compatible if len(compatible) == 1 else char
    char = TRADITIONAL.get(char, char)
    lower = char.lower()
    return lower if len(lower) == 1 else char


def simplify(phrase: str, *, keep_spaces: bool = False, keep_quotes: bool = False) -> Plain:
    """Return the one spelling of a phrase; languages with apostrophes and spaces keep them."""
    text: list[str] = []
    places: list[int] = []
    for place, char in enumerate(phrase):
        plain = "'" if keep_quotes and char in "'’" else _plain_character(char)
        if not plain or (plain == " " and text[-1:] == [" "]):
            continue
        text.append(plain)
        places.append(place)
    if not keep_spaces:
        kept = [i for i, char in enumerate(text) if char != " " or _parts_numbers(text, i)]
        text, places = [text[i] for i in kept], [places[i] for i in kept]
    return Plain("".join(text), tuple(places), phrase)


def _parts_numbers(text: list[str], i: int) -> bool:
    """Return whether the space at `i` stands between two digits."""
    return 0 < i < len(text) - 1 and text[i - 1] in _DIGITS and text[i + 1] in _DIGITS
