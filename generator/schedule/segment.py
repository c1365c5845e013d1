"""One part of a schedule: which days, at what times, and what becomes of days off and of rain."""

from enum import StrEnum

from generator.frozen import Frozen
from generator.schedule.selection import Selection


class DaysOff(StrEnum):
    """What a phrase says about occurrences that fall on days off."""

    KEEP = "keep"
    """照常: they take place."""
    LATER = "later"
    """顺延: on the next working day."""
    EARLIER = "earlier"
    """提前: on the working day before."""


class Rain(StrEnum):
    """What a phrase says about rain; nobody knows the weather, so it is only shown."""

    KEEP = "keep"
    """风雨无阻."""
    LATER = "later"
    """遇雨顺延."""
    CANCEL = "cancel"
    """遇雨取消."""


class TimeSpan(Frozen):
    """Minutes after midnight; `end` `None` is not given, and past 1440 is on a later day.

    With `part` (下午, without a clock time) there is no `start`.
    """

    start: int | None = None
    end: int | None = None
    part: str = ""


class Segment(Frozen):
    """One part of a schedule. No `times`: all day, which `round_the_clock` says expressly."""

    selection: Selection
    times: tuple[TimeSpan, ...] = ()
    exclusions: tuple[Selection, ...] = ()
    days_off: DaysOff | None = None
    rain: Rain | None = None
    label: str = ""
    round_the_clock: bool = False
