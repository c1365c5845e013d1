"""What a page knows of the next two months, for the script that keeps it up to date."""

from collections.abc import Iterable
from datetime import date

from generator.frozen import Frozen
from generator.plan.views.pieces import DayView, Entry, EntryKey


class RowView(Frozen, kw_only=True):
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


class DaysAhead(tuple[DayView, ...]):
    """Days in a row without entries, at least one. They are the same on all pages of a site."""

    __slots__ = ()

    def __hash__(self) -> int:
        """Return the hash of the first day: that of all takes longer than to compare them."""
        return hash(self[0].day)


class AheadView(Frozen, kw_only=True):
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

    @property
    def days_ahead(self) -> DaysAhead:
        """The days, for what remembers by them."""
        return DaysAhead(self.days)

    def routine_on(self, days: Iterable[DayView]) -> list[Entry]:
        """Return what is routine and takes place on one of some days, each thing once."""
        here = {entry.key for day in days for entry in day.entries}
        found: dict[EntryKey, Entry] = {}
        for row in self.rows:
            if row.routine and row.entry.key in here:
                found.setdefault(row.entry.key, row.entry)
        return list(found.values())
