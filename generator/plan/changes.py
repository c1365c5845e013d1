"""When the site next says something else: the day for which it has to be built again.

The date of today and what takes place every week change each page each day, and a script sees to
that; this is about what nobody expects who saw the pages yesterday. It is read from the board, for
to build the site of every day to come would take too long.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.event import Event
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import Announcement, Notice, Outage, Recruitment
from generator.model.service import ServiceSchedule
from generator.plan.cards import title_of
from generator.plan.context import DAYS_AHEAD
from generator.plan.digests import iterate_weeks
from generator.plan.lifetime import NEXT_SCHEDULE, is_cancelled, is_published, last_day
from generator.plan.month_posters import iterate_months

_TOMORROW = timedelta(days=1)
_FOUR_WEEKS = timedelta(days=28)
_WEEKLY = 4


class News(Frozen):
    """One thing that changes.

    `kind` is `takes-place`, `published`, `over`, `closed` (to objections or registrations),
    `schedule` (one begins, or is suspended or resumed), `step` (of an issue) or `posters`; those
    have no title if they are a month's or a week's.
    """

    kind: str
    title: str


class Change(Frozen):
    """A day on which something changes, and what."""

    day: date
    news: tuple[News, ...]


def find_next_change(board: Board, today: date) -> Change | None:
    """Return the first day after today that changes something; None if none is in sight."""
    horizon = today + timedelta(days=DAYS_AHEAD)
    days: dict[date, list[News]] = {}
    found = (pair for item in board.items for pair in _item_news(item, board, today))
    for day, news in chain(found, _poster_news(today, horizon)):
        if today < day <= horizon:
            days.setdefault(day, []).append(news)
    if not days:
        return None
    first = min(days)
    told = {news.title: news for news in reversed(days[first])}  # of one thing, what comes first
    return Change(first, tuple(reversed(told.values())))


def _item_news(item: Item, board: Board, today: date) -> Iterator[tuple[date, News]]:
    """Yield the days on which something about an item changes; some may have gone by."""
    title = title_of(item)
    if is_published(item, today):
        for day, kind in (*_own_days(item, board, today), *_end(item, board, today)):
            yield day, News(kind, title)
    elif isinstance(item, Notice):
        yield item.published, News("published", title)
    elif isinstance(item, Issue):
        yield item.opened, News("published", title)


def _own_days(item: Item, board: Board, today: date) -> Iterator[tuple[date, str]]:
    match item:
        case Event() | Outage():
            yield from _occasions(item, board, today)
        case ServiceSchedule():
            yield item.valid.first - NEXT_SCHEDULE, "published"
            yield item.valid.first, "schedule"
            for suspension in item.suspensions:
                yield suspension.days.first, "schedule"
                yield suspension.days.last + _TOMORROW, "schedule"
        case Announcement():
            yield item.period.first, "schedule"
            yield item.period.last + _TOMORROW, "closed"
        case Recruitment():
            yield item.deadline.day + _TOMORROW, "closed"
        case Issue():
            yield from ((step.day, "step") for step in item.steps)


def _occasions(item: Event | Outage, board: Board, today: date) -> Iterator[tuple[date, str]]:
    """Yield the days on which an item takes place, and that on which its poster is made.

    What comes back every week is no news.
    """
    ahead = timedelta(days=DAYS_AHEAD)
    found = item.when.occurrences(today, today + 2 * ahead, board.calendar)
    days = [one.day for one in found]
    if sum(day < today + _FOUR_WEEKS for day in days) < _WEEKLY:
        yield from ((day, "takes-place") for day in days)
    if days and isinstance(item, Event) and not is_cancelled(item):
        yield days[0] - ahead, "posters"


def _end(item: Item, board: Board, today: date) -> Iterator[tuple[date, str]]:
    end = last_day(item, board, today)
    if end is not None and not isinstance(item, Issue):
        yield end + _TOMORROW, "over"


def _poster_news(today: date, horizon: date) -> Iterator[tuple[date, News]]:
    """Yield the days on which there are posters of other months or weeks than the day before."""
    day, hung = today, _month_and_week_posters(today)
    while day < horizon:
        day, before = day + _TOMORROW, hung
        hung = _month_and_week_posters(day)
        if hung != before:
            yield day, News("posters", "")


def _month_and_week_posters(today: date) -> tuple[tuple[date, ...], tuple[date, ...]]:
    return tuple(iterate_months(today)), tuple(iterate_weeks(today))
