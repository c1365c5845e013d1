"""What a page knows of the next two months, for the script that keeps it up to date."""

from dataclasses import dataclass
from datetime import date

from generator.packed import packed
from generator.plan.views.pieces import DayView, Entry, EntryKey


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row of an agenda, with all the days on which it stands there with the same hours."""

    entry: Entry
    times: tuple[Entry, ...]
    """The same thing at each of its hours, in their order."""
    first: date
    """The first of these days."""
    on: str
    """Its days and hours, in the notation of `spans`."""
    routine: bool
    """Whether it takes place on most days, so that it is named once and not on each of them."""


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class AheadView:
    """Everything from the day of building to the last day that the page knows of."""

    first: date
    last: date
    days: tuple[DayView, ...]
    """Every day with its lunar date and occasion, without entries."""
    rows: tuple[RowView, ...]
    """In the order of their hours, what has none after the rest."""

    @property
    def routine(self) -> frozenset[EntryKey]:
        """The keys of the rows that are routine."""
        return frozenset(row.entry.key for row in self.rows if row.routine)
