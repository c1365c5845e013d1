"""A place in a phrase that moves forward, and the way to stop with a refusal."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from generator.pattern import Pattern
from generator.schedule.normalise import Plain
from generator.schedule.records import Fact, Facts, Note, Refusal
from generator.schedule.vocabulary import KNOWN_WORDS, STOP

RISKY_NOTES = frozenset(
    {
        "time-fifth-weekday",
        "time-month-day-rare",
        "time-month-count",
        "time-midnight-twelve",
        "time-no-clock",
        "time-small-hours",
        "time-little-new-year",
        "time-one-day-beside",
        "time-tail-last-only",
    }
)
"""Notes that are warnings: somebody should look whether this is meant."""


class Stop(Exception):  # noqa: N818 - it ends the reading; it is no error of the program
    """Ends the reading of a phrase; never leaves the package."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


@lru_cache(maxsize=256)
def words(choices: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(choices, key=len, reverse=True))) + ")"


class Reader:
    """Reads one phrase from left to right; `pos` counts characters of the one spelling."""

    def __init__(self, plain: Plain, published: date | None) -> None:
        self.plain = plain
        self.text = plain.text
        self.pos = 0
        self.asked_published = False
        """Whether anything of the phrase depends on the day on which it was written."""
        self.notes: list[Note] = []
        self.latest: date | None = None
        """The date read last; a following date without a year does not go back before it."""

        self._published = published
        self._before: date | None = None

    @property
    def published(self) -> date | None:
        """The day on which the phrase was written, if that is known."""
        self.asked_published = True
        return self._published

    def leave(self, *, excluded: bool) -> None:
        """Leave a clause; the dates of one that takes days out say nothing about later years."""
        if excluded:
            self.latest = self._before
        self._before = self.latest

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.pos >= len(self.text)

    def take(self, pattern: Pattern | re.Pattern[str]) -> re.Match[str] | None:
        """Go past `pattern` if it is next."""
        match = pattern.match(self.text, self.pos)
        if match is not None:
            self.pos = match.end()
        return match

    def sees(self, pattern: Pattern | re.Pattern[str]) -> bool:
        """Return whether `pattern` is next."""
        return pattern.match(self.text, self.pos) is not None

    def note(
        self,
        code: str,
        start: int,
        end: int | None = None,
        more: Mapping[str, Fact] | None = None,
        **facts: Fact,
    ) -> None:
        """Remember what was inferred from, or is risky about, `start` to `end`."""
        end = self.pos if end is None else end
        offset, length = self.plain.span(start, end)
        facts.update(more or {})
        facts.setdefault("word", self.plain.words(start, end))
        note = Note(code, offset, length, Facts(facts), risky=code in RISKY_NOTES)
        if note not in self.notes:
            self.notes.append(note)

    def refuse(
        self,
        code: str,
        start: int,
        end: int | None = None,
        suggestions: Iterable[str] = (),
        **facts: Fact,
    ) -> Stop:
        """Return the exception that refuses the phrase because of `start` to `end`."""
        end = self.pos if end is None else end
        offset, length = self.plain.span(start, end)
        chosen = tuple(dict.fromkeys(suggestions))
        facts.setdefault("word", self.plain.words(start, end))
        facts.setdefault("phrase", self.plain.original.strip())
        facts.setdefault("suggestions", "\n".join(chosen))
        return Stop(Refusal(code, offset, length, Facts(facts), chosen))

    def unknown(self) -> Stop:
        """Return the refusal of what comes next, up to the next word that means something."""
        dated = _DATE_LIKE.match(self.text, self.pos)
        if dated is not None:
            return self.refuse("time-word-unknown", self.pos, dated.end())
        end = self.pos + 1
        if self.text[self.pos].isalpha() and self.text[self.pos].isascii():
            while end < len(self.text) and self.text[end].isalpha() and self.text[end].isascii():
                end += 1
            return self.refuse("time-word-unknown", self.pos, end)
        while end < len(self.text) and not _BOUNDARY.match(self.text, end):
            end += 1
        return self.refuse("time-word-unknown", self.pos, end)


STOPS = words(STOP)
EXCLUDING = Pattern(rf"[^,;()]*?{STOPS}")
"""A stretch up to the next comma that takes its days out."""
_DATE_LIKE = Pattern(r"(?:[0-9]+[年月日号点时:.]?)+")
_BOUNDARY = Pattern(rf"[0-9,;()、:\-]|{words(KNOWN_WORDS)}|[一二两三四五六七八九十]+[点时月日号]")
