"""The archive: years and months of what is over."""

from datetime import date
from typing import ClassVar

from generator.frozen import Frozen
from generator.plan.views.head import Head
from generator.plan.views.pieces import Card, Frame
from generator.plan.views.several import Several


class ArchiveMonth(Frozen, kw_only=True):
    """A month in which something was over for the last time."""

    first: date
    address: str
    count: int


class ArchiveYear(Frozen, kw_only=True):
    """A year, its months with the newest first."""

    year: int
    count: int
    months: tuple[ArchiveMonth, ...]


class ArchivePage(Frozen, kw_only=True):
    """All years and months, and what the newest month has."""

    template: ClassVar[str] = "archive.html"
    frame: Frame
    head: Head
    years: tuple[ArchiveYear, ...]
    """The newest first."""
    cards: Several[Card]
    """Of the newest month, to be looped over; what came down last comes first."""


class ArchiveMonthPage(Frozen, kw_only=True):
    """Everything that was over in one month."""

    template: ClassVar[str] = "archive_month.html"
    frame: Frame
    head: Head
    month: ArchiveMonth
    cards: Several[Card]
    """To be looped over; what came down last comes first."""
    earlier: ArchiveMonth | None
    later: ArchiveMonth | None
