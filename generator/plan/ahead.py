"""Two months ahead, in rows: how a page that nobody builds again still knows what is on."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from generator.model.item import Item
from generator.plan.agenda import Dated, find_ahead
from generator.plan.context import Context, ask_once
from generator.plan.views import AheadView, DayView, Entry, EntryKey, RowView
from generator.plan.views.spans import write_spans

_OFTEN_DAYS = 5
_OFTEN_SHARE = 0.55
"""On more than half of the days from its first to its last: Monday to Thursday is enough."""

_Days = dict[date, list[Entry]]


def look_ahead(context: Context, items: Iterable[Item]) -> AheadView:
    """Return what is on from today to the horizon, and what of last night is not over yet."""
    rows = (row for item in items for row in _rows_of_item(context, item))
    return AheadView(
        first=context.today,
        last=context.horizon,
        days=context.days_ahead,
        rows=tuple(sorted(rows, key=_row_order)),
    )


@ask_once
def _rows_of_item(context: Context, item: Item) -> tuple[RowView, ...]:
    """Return the rows of one item; what else is on makes no difference to them."""
    dated = find_ahead(context.agenda.of(item), context.today, context.horizon)
    return make_rows(dated, context.today - timedelta(days=1))


def make_rows(dated: Iterable[Dated], first: date) -> tuple[RowView, ...]:
    """Return one row for each thing and each set of hours that it has on a day.

    `first` is the day that `RowView.on` counts from; nothing may be dated before it.
    """
    things: dict[Entry, _Days] = {}
    for day, entry in dated:
        things.setdefault(_timeless(entry), {}).setdefault(day, []).append(entry)
    often = _find_routine(things)
    rows = [row for days in things.values() for row in _rows_of(days, first, often)]
    return tuple(sorted(rows, key=_row_order))


def leave_out_routine(days: Iterable[DayView], ahead: AheadView) -> tuple[DayView, ...]:
    """Return days without the services that take place on most of them."""
    routine = {key for key in ahead.routine if key[0] == "service"}
    kept = []
    for day in days:
        entries = tuple(entry for entry in day.entries if entry.key not in routine)
        if entries:
            kept.append(replace(day, entries=entries))
    return tuple(kept)


def arrange_today(day: DayView, ahead: AheadView) -> DayView:
    """Return a day with what is special before what is routine, as the script arranges it too."""

    def order(entry: Entry) -> tuple[int, tuple[bool, int, int, str]]:
        service = entry.kind == "service"
        rank = service + (service and entry.key in ahead.routine)
        return rank, _clock_order(entry)

    return replace(day, entries=tuple(sorted(day.entries, key=order)))


def _timeless(entry: Entry) -> Entry:
    return replace(entry, start=None, end=None, part="")


def _rows_of(days: _Days, first: date, often: set[EntryKey]) -> Iterator[RowView]:
    by_hours: dict[tuple[Entry, ...], list[date]] = {}
    for day, entries in days.items():
        times = tuple(sorted(dict.fromkeys(entries), key=_clock_order))
        by_hours.setdefault(times, []).append(day)
    for times, on in by_hours.items():
        yield RowView(
            entry=times[0],
            times=times,
            first=min(on),
            on=write_spans(first, ((day, e.start, e.end) for day in on for e in times)),
            routine=times[0].key in often,
        )


def _find_routine(things: dict[Entry, _Days]) -> set[EntryKey]:
    days_of: dict[EntryKey, set[date]] = {}
    for thing, days in things.items():
        if thing.kind != "outage":
            days_of.setdefault(thing.key, set()).update(days)
    return {key for key, days in days_of.items() if _is_often(days)}


def _is_often(days: set[date]) -> bool:
    span = (max(days) - min(days)).days + 1
    return len(days) >= _OFTEN_DAYS and len(days) > _OFTEN_SHARE * span


def _row_order(row: RowView) -> tuple[bool, int, int, str]:
    return _clock_order(row.entry)


def _clock_order(entry: Entry) -> tuple[bool, int, int, str]:
    """Order by the clock; a service that has no hours is there all day, and can wait."""
    late = entry.start is None and not entry.part and entry.kind == "service"
    return late, entry.start or 0, entry.end or 0, entry.title
