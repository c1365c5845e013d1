"""A phrase that was understood, and what can be asked of it."""

from datetime import date
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar

from generator.frozen import Frozen
from generator.schedule import write_en, write_zh
from generator.schedule.calendars import Calendar
from generator.schedule.expand import bounded, cautions, expand
from generator.schedule.records import Deadline, Note, Occurrence
from generator.schedule.rules import ONE_DAY
from generator.schedule.segment import DaysOff, Rain, Segment


class Schedule(Frozen, kw_only=True):
    """What a phrase means.

    `phrase` is as it was typed. `notes` say what was inferred and what is risky. `deadline` is set
    by 6月30日17:00前, which has no occurrences. `text_only`: words such as 另行通知 that are
    shown but name no day; no segments then.
    """

    phrase: str
    segments: tuple[Segment, ...] = ()
    notes: tuple[Note, ...] = ()
    deadline: Deadline | None = None
    text_only: bool = False

    def occurrences(self, first: date, last: date, calendar: Calendar) -> tuple[Occurrence, ...]:
        """Return the occurrences from `first` to `last`, both days included, in order.

        The range is cut off after twenty years, and lies inside 1902–2098.
        """
        first, last = bounded(first, last)
        if first > last:
            return ()
        found = (o for part in self.segments for o in expand(part, first, last, calendar))
        once: dict[tuple[date, int | None, int | None, str], Occurrence] = {}
        for occurrence in sorted(found, key=attrgetter("sort_key")):
            once.setdefault(
                (occurrence.day, occurrence.start, occurrence.end, occurrence.part), occurrence
            )
        return tuple(once.values())

    def cautions(self, first: date, last: date, calendar: Calendar) -> tuple[Note, ...]:
        """Return the warnings that need a calendar: make-up workdays, unknown holidays."""
        first, last = bounded(first, last)
        found: list[Note] = []
        for part in self.segments if first <= last else ():
            found_here = expand(part, first, last, calendar)
            occurrences = tuple(sorted(found_here, key=attrgetter("sort_key")))
            found += cautions(part, occurrences, (first, last), calendar)
        return tuple(dict.fromkeys(found))

    def last_day(self, calendar: Calendar) -> date | None:
        """Return the last day on which anything takes place, or of the deadline.

        `None` when there is no end, or nothing but words.
        """
        limits = [part.selection.last_day for part in self.segments]
        ends = [day for day in limits if day is not None]
        if len(ends) < len(limits):
            return None
        if not ends:
            return self.deadline.day if self.deadline else None
        limit = max(ends)
        found = self.occurrences(limit - ONE_DAY * 400, limit + ONE_DAY * 15, calendar)
        days = [found[-1].day if found else limit]
        return max([*days, self.deadline.day]) if self.deadline else days[0]

    @property
    def days_off(self) -> DaysOff | None:
        """What the phrase says about days off, if all its parts agree."""
        return _common([part.days_off for part in self.segments])

    @property
    def rain(self) -> Rain | None:
        """What the phrase says about rain, if all its parts agree."""
        return _common([part.rain for part in self.segments])

    def reading(self, language: str = "zh") -> str:
        """Return the meaning in plain words: `zh`, or `en` for anything else."""
        if self.text_only:
            return self.phrase.strip()
        return _write_reading(self.segments, self.deadline, language)

    def canonical(self) -> str:
        """Return a phrase that parses to the same occurrences, whatever day it is written on."""
        if self.text_only:
            return self.phrase.strip()
        return write_zh.CANONICAL.write(self.segments, self.deadline)


@lru_cache(maxsize=1 << 14)  # pages, lists, posters and checks all ask for it
def _write_reading(segments: tuple[Segment, ...], deadline: Deadline | None, language: str) -> str:
    writer = write_zh.READING if language == "zh" else write_en.READING
    return writer.write(segments, deadline)


_Item = TypeVar("_Item", bound=StrEnum)


def _common(values: list[_Item | None]) -> _Item | None:
    return values[0] if values and len(set(values)) == 1 else None
