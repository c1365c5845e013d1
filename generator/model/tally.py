"""What a committee's own files say of a year: counts by theme, with the items behind each.

Before: a board, a committee and the days that count. After: numbers that a review can begin with.
They are for people to look through: what was recorded in words that cannot be added up, or belongs
to two years, stands beside them and not in them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.event import Event
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.measure import Measure, parse_measure
from generator.model.review import Theme
from generator.model.service import Service, ServiceSchedule

_BARE_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,4})?")
_UNIT_OF_NAME = re.compile(r"(?:人次|户次|场次|人|户|场|次|件|份)$")
_YEAR = timedelta(days=366)


class What(StrEnum):
    """What is counted."""

    EVENTS = "events"
    """Events that took place."""
    EVENT_TIMES = "event-times"
    """How often they did."""
    SERVICES = "services"
    """Services that were offered, by their names."""
    SERVICE_TIMES = "service-times"
    """How often they were, by their schedules."""
    ISSUES = "issues"
    """Issues that were raised."""
    ISSUES_CLOSED = "issues-closed"
    """Issues that came to their last step."""
    RESULTS = "results"
    """What was recorded of events and services, under one name and in one unit."""


class Part(Frozen):
    """What one item adds to a count; `written` is what its file says, `name` a service's."""

    item: Item
    amount: Decimal = Decimal(1)
    written: str = ""
    name: str = ""
    exact: bool = True


class Count(Frozen):
    """A number and what it is made of; `name` and `unit` are a result's."""

    what: What
    parts: tuple[Part, ...]
    name: str = ""
    unit: str = ""

    @property
    def total(self) -> Decimal:
        """The sum of its parts."""
        return sum((part.amount for part in self.parts), Decimal(0))

    @property
    def exact(self) -> bool:
        """Whether no part says 约, 余 or the like."""
        return all(part.exact for part in self.parts)


class ThemeTally(Frozen):
    """What counts under one theme; None for items that name no theme of the year."""

    theme: Theme | None
    counts: tuple[Count, ...]
    left_out: tuple[Part, ...]
    """Results that cannot be added up, or of an event or a schedule that is of two years."""

    @property
    def size(self) -> int:
        """How many items it has."""
        parts = [part for count in self.counts for part in count.parts] + [*self.left_out]
        return len({part.item.source.path for part in parts})


_Counted = Event | ServiceSchedule | Issue
_Found = tuple[Count, tuple[Part, ...]]
"""A count of one item, and what could not be counted."""


def tally_year(
    board: Board, owner: str | None, themes: Iterable[Theme], first: date, last: date
) -> tuple[ThemeTally, ...]:
    """Count what a committee (None: the street office) did between two days of one year.

    In the order of `themes`, then what belongs to none; themes without anything are left out.
    """
    found: dict[str, list[_Found]] = {}
    by_name = {key: theme for theme in themes for key in (theme.name, theme.number)}
    items: tuple[_Counted, ...] = (*board.events, *board.services, *board.issues)
    for item in items:
        if item.owner == owner:
            theme = by_name.get(_theme_name(board, item))
            found.setdefault(theme.number if theme else "", []).extend(
                _count_item(board, item, first, last)
            )
    order = [*dict.fromkeys(by_name.values()), None]
    tallies = (_add_up(theme, found.get(theme.number if theme else "", [])) for theme in order)
    return tuple(tally for tally in tallies if tally.size)


def _theme_name(board: Board, item: _Counted) -> str:
    """Return the theme that an item names, or the first of its groups that names one."""
    if item.theme or isinstance(item, Issue):
        return item.theme or ""
    groups = (board.find_group(name, item.owner) for name in item.groups)
    return next((group.theme for group in groups if group and group.theme), "")


def _count_item(board: Board, item: _Counted, first: date, last: date) -> Iterator[_Found]:
    if isinstance(item, Event) and item.cancelled is None:
        yield from _count_event(board, item, first, last)
    elif isinstance(item, ServiceSchedule):
        yield from _count_schedule(board, item, first, last)
    elif isinstance(item, Issue):
        yield from _count_issue(board, item, first, last)


def _count_event(board: Board, event: Event, first: date, last: date) -> Iterator[_Found]:
    times = len(event.when.occurrences(first, last, board.calendar))
    if not times:
        return
    yield Count(What.EVENTS, (Part(event),)), ()
    yield Count(What.EVENT_TIMES, (Part(event, Decimal(times)),)), ()
    begin, end = date(first.year, 1, 1), date(last.year, 12, 31)
    around = (begin - _YEAR, begin - timedelta(1)), (end + timedelta(1), end + _YEAR)
    one_year = not any(event.when.occurrences(*days, board.calendar) for days in around)
    yield from _count_results(event, event.results, one_year=one_year)


def _count_results(
    item: Event | ServiceSchedule, results: Mapping[str, str], *, one_year: bool, service: str = ""
) -> Iterator[_Found]:
    """Yield what was recorded; unless all of it is of `one_year`, it only stands beside."""
    for name, value in results.items():
        measure = _parse_result(name, value) if one_year else None
        if measure is None:
            of = f"{service} {name}".strip()
            yield Count(What.RESULTS, ()), (Part(item, written=value, name=of),)
        else:
            part = Part(item, measure.amount, value, service, exact=measure.exact)
            yield Count(What.RESULTS, (part,), name, measure.unit), ()


def _parse_result(name: str, value: str) -> Measure | None:
    """Return a result as a magnitude; a bare number has the unit that its name ends in, if any."""
    if _BARE_NUMBER.fullmatch(value):
        unit = _UNIT_OF_NAME.search(name)
        return Measure(Decimal(value), unit[0] if unit else "")
    return parse_measure(value)


def _count_schedule(
    board: Board, schedule: ServiceSchedule, first: date, last: date
) -> Iterator[_Found]:
    valid = schedule.valid
    if valid.first > last or valid.last < first:
        return
    one_year = valid.first.year == valid.last.year
    for service in schedule.public_services:
        yield from _count_service(board, schedule, service, first, last)
        yield from _count_results(
            schedule, service.results, one_year=one_year, service=service.name
        )
    yield from _count_results(schedule, schedule.results, one_year=one_year)


def _count_service(
    board: Board, schedule: ServiceSchedule, service: Service, first: date, last: date
) -> Iterator[_Found]:
    times = sum(1 for _ in schedule.occurrences(service, first, last, board.calendar))
    if times:
        yield Count(What.SERVICES, (Part(schedule, name=service.name),)), ()
        yield Count(What.SERVICE_TIMES, (Part(schedule, Decimal(times), name=service.name),)), ()


def _count_issue(board: Board, issue: Issue, first: date, last: date) -> Iterator[_Found]:
    if first <= issue.opened <= last:
        yield Count(What.ISSUES, (Part(issue),)), ()
    end = issue.steps[-1]
    if end.name == board.site.step_names[-1] and first <= end.day <= last:
        yield Count(What.ISSUES_CLOSED, (Part(issue),)), ()


def _add_up(theme: Theme | None, found: list[_Found]) -> ThemeTally:
    sums: dict[tuple[What, str, str], list[Part]] = {}
    for count, _ in found:
        sums.setdefault((count.what, count.name, count.unit), []).extend(count.parts)
    order = list(What)
    counts = [
        Count(what, tuple(_each_once(parts) if what is What.SERVICES else parts), name, unit)
        for (what, name, unit), parts in sums.items()
        if parts
    ]
    counts.sort(key=lambda count: order.index(count.what))
    return ThemeTally(theme, tuple(counts), tuple(part for _, left in found for part in left))


def _each_once(parts: list[Part]) -> list[Part]:
    """Return the services without those that a later schedule offers again."""
    return list({part.name: part for part in reversed(parts)}.values())[::-1]
