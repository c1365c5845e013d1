"""Dividing a title into lines: at words, about equally long.

Chinese writes no spaces, so words are looked up in a list that the theme has for its own kind of
titles; a title is short and its subjects are few, which a list of some hundred words covers better
than a dictionary of the whole language. Where no word is known, punctuation and particles decide.
"""

import re
from collections.abc import Collection
from functools import cached_property, lru_cache

_WIDE = re.compile(r"[^\x00-ɏ]")
_LATIN_WIDTH = 0.56
_CLOSING = "，、：；！？。）》”’」』】—–-"
_OPENING = "（《“‘「『【"
_TOGETHER = (
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?"
    r"|\d+(?:号楼|弄|[年月日号点个条户楼层人元])?"
    r"|第[一二三四五六七八九十\d]+(?:个(?:周|星期)[一二三四五六日])?|[A-Za-z0-9.:–—-]+"
)
"""A date, a number with what it counts, a Latin word."""
_PARTICLES = "的了与和及或"

_NO_BREAK = 100.0
_TOO_WIDE = 20.0
_AFTER_MARK = -2.5
_AFTER_PARTICLE = -0.8
_BEFORE_PARTICLE = 2.0
_AMONG_UNKNOWN = 0.7
"""A break may stand between two characters of a word that the list lacks; known words are safer."""
_ROOM = 1.1


@lru_cache(maxsize=1 << 12)  # a sheet is laid out again and again with the same words
def width_in_ems(text: str) -> float:
    """Return about how wide a text is: a Chinese character is 1, a Latin one a bit over half."""
    return sum(1.0 if _WIDE.match(character) else _LATIN_WIDTH for character in text)


class TitleLines:
    """Divides titles at words of a vocabulary."""

    def __init__(self, vocabulary: Collection[str]) -> None:
        self._vocabulary = vocabulary

    def __call__(self, title: str, widest: float) -> tuple[str, ...]:
        """Divide a title into the fewest lines of at most `widest` ems, about equally long.

        Never inside a number, a date or a Latin word, nor before a closing mark.
        """
        count = max(1, -(-int(width_in_ems(title) * 100) // int(widest * 100)))
        lines: list[str] = []
        rest = self.split(title.strip())
        for remaining in range(count, 1, -1):
            target = width_in_ems("".join(rest)) / remaining
            cuts = range(1, len(rest))
            cut = min(cuts, key=lambda i: _badness(rest, i, target, widest), default=len(rest))
            lines.append("".join(rest[:cut]).strip())
            rest = rest[cut:]
        lines.append("".join(rest).strip())
        return tuple(line for line in lines if line)

    def split(self, title: str) -> list[str]:
        """Return the words of a title; characters of words that are not known stand alone."""
        return self._pattern.findall(title)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = sorted(self._vocabulary, key=lambda word: (-len(word), word))
        return re.compile("|".join([_TOGETHER, *map(re.escape, words), "."]), re.DOTALL)


def read_vocabulary(text: str) -> frozenset[str]:
    """Return the words of a theme's list, in which lines that begin with `#` explain."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split())


def _badness(words: list[str], cut: int, target: float, widest: float) -> float:
    """Return how bad a break before the word at `cut` is, in ems of unevenness."""
    before, after = words[cut - 1], words[cut]
    width = width_in_ems("".join(words[:cut]))
    bad = abs(width - target) + (_TOO_WIDE if width > widest * _ROOM else 0)
    if after in _CLOSING or before in _OPENING:
        return bad + _NO_BREAK
    if before in _CLOSING or after in _OPENING or after.isspace():
        return bad + _AFTER_MARK
    if before in _PARTICLES:
        return bad + _AFTER_PARTICLE
    if after in _PARTICLES:
        return bad + _BEFORE_PARTICLE
    return bad + (_AMONG_UNKNOWN if len(before) == 1 or len(after) == 1 else 0)
