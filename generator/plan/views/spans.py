"""The notation in which a page tells its script when something takes place.

    2026-03-01 510-690,810-1020@1-4,7;*@12

First a day, then groups of hours with the days on which they hold, counted from that first day.
Hours are minutes after midnight by the site's clock. They may exceed 1440; `540-` has no known end,
and `*` stands for a whole day, or for a part of one that has no clock time.
"""

from collections.abc import Iterable, Iterator
from datetime import date

Span = tuple[date, int | None, int | None]
"""A day with a beginning and an end, as in an `Entry`."""


def write_spans(first: date, spans: Iterable[Span]) -> str:
    """Return spans, none of them before `first`, in the notation; empty for none."""
    hours_of: dict[date, list[str]] = {}
    for day, start, end in spans:
        hours_of.setdefault(day, []).append(_write_hours(start, end))
    days_of: dict[str, list[int]] = {}
    for day in sorted(hours_of):
        hours = ",".join(dict.fromkeys(hours_of[day]))
        days_of.setdefault(hours, []).append((day - first).days)
    groups = (f"{hours}@{','.join(_write_runs(days))}" for hours, days in days_of.items())
    return f"{first.isoformat()} {';'.join(groups)}" if days_of else ""


def _write_hours(start: int | None, end: int | None) -> str:
    if start is None:
        return "*"
    return f"{start}-" if end is None or end == start else f"{start}-{end}"


def _write_runs(days: list[int]) -> Iterator[str]:
    """Yield numbers in ascending order, those that follow one another as 1-4."""
    begin = None
    for number, following in zip(days, [*days[1:], None], strict=True):
        begin = number if begin is None else begin
        if following != number + 1:
            yield str(begin) if begin == number else f"{begin}-{number}"
            begin = None
