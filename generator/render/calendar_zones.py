"""Time zones of calendars: what Python knows of one as a VTIMEZONE (RFC 5545, 3.6.5)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.render.content_lines import write_moment, write_offset

_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2037, 12, 31, tzinfo=UTC)
"""Zones are told for these days: fixed, so that the same feed has the same bytes."""
_STEP = timedelta(weeks=1)
"""No zone sets its clocks twice within less."""
_PRECISION = timedelta(seconds=1)


class _Observance(NamedTuple):
    """How clocks are set, and from where they came."""

    before: timedelta
    after: timedelta
    name: str
    is_standard: bool


def write_zone(name: str) -> Iterator[str]:
    """Yield the lines of a VTIMEZONE; `name` is a key of the IANA time zone database."""
    zone = ZoneInfo(name)
    onsets: dict[_Observance, list[str]] = {}
    before = _FIRST.astimezone(zone).utcoffset() or timedelta()
    for moment in _find_onsets(zone):
        there = moment.astimezone(zone)
        after = there.utcoffset() or timedelta()
        observance = _Observance(before, after, there.tzname() or name, not there.dst())
        # An onset is told in the time that the clocks had until then.
        onsets.setdefault(observance, []).append(write_moment(moment + before))
        before = after
    yield from ("BEGIN:VTIMEZONE", f"TZID:{name}")
    for observance, (first, *others) in onsets.items():
        yield from _write_observance(observance, first, others)
    yield "END:VTIMEZONE"


def _write_observance(observance: _Observance, first: str, others: list[str]) -> Iterator[str]:
    kind = "STANDARD" if observance.is_standard else "DAYLIGHT"
    yield from (f"BEGIN:{kind}", f"DTSTART:{first}")
    if others:
        yield f"RDATE:{','.join(others)}"
    yield f"TZNAME:{observance.name}"
    yield f"TZOFFSETFROM:{write_offset(observance.before)}"
    yield f"TZOFFSETTO:{write_offset(observance.after)}"
    yield f"END:{kind}"


def _find_onsets(zone: ZoneInfo) -> Iterator[datetime]:
    """Yield the beginning of the zone's first day, and each moment at which clocks are set."""
    yield _FIRST - (_FIRST.astimezone(zone).utcoffset() or timedelta())
    moments = (_FIRST + _STEP * number for number in range((_LAST - _FIRST) // _STEP + 1))
    for (early, old), (late, new) in pairwise((each, _state(each, zone)) for each in moments):
        if old != new:
            yield _find_onset(early, late, zone)


def _find_onset(early: datetime, late: datetime, zone: ZoneInfo) -> datetime:
    """Return the first second at which the clocks are as they are at the later moment."""
    while late - early > _PRECISION:
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        if _state(middle, zone) == _state(late, zone):
            late = middle
        else:
            early = middle
    return late


def _state(moment: datetime, zone: ZoneInfo) -> tuple[object, ...]:
    there = moment.astimezone(zone)
    return there.utcoffset(), there.dst(), there.tzname()
