"""Whether an item is to come, current or over on a day."""

from datetime import date, timedelta

from generator.model.board import Board
from generator.model.event import Event
from generator.model.issue import Issue, Step
from generator.model.item import ContactItem, Item, SignedItem
from generator.model.notice import Notice, Outage
from generator.model.service import ServiceSchedule

NEXT_SCHEDULE = timedelta(days=14)
"""A service schedule stands beside the one before it for so long before it begins."""


def own_day(item: Item) -> date | None:
    """Return the day that an item stands for among others of its kind.

    That is the day at the head of its file's name, a notice's or an event's of publication, or the
    first one of an issue or a schedule.
    """
    if isinstance(item, Notice):
        return item.published
    if item.source.named_day:
        return item.source.named_day
    return item.valid.first if isinstance(item, ServiceSchedule) else published_day(item)


def published_day(item: Item) -> date | None:
    """Return the day on which an item says that it was first told of."""
    if isinstance(item, Notice):
        return item.published
    if isinstance(item, Issue):
        return item.opened
    return item.announced if isinstance(item, ContactItem) else None


def last_change(item: Item, today: date) -> date | None:
    """Return the last day until `today` on which an item changed, if it says any."""
    days = [published_day(item), item.updated if isinstance(item, SignedItem) else None]
    if isinstance(item, ServiceSchedule):
        days.append(item.checked)
    if isinstance(item, Issue):
        days += [step.day for step in item.steps]
    return max((day for day in days if day and day <= today), default=None)


def last_day(item: Item, board: Board, today: date) -> date | None:
    """Return the last day an item is current; None if it has no end."""
    if isinstance(item, Event | Notice):
        return board.last_day_of(item)
    if isinstance(item, ServiceSchedule):
        return item.valid.last
    if isinstance(item, Issue) and is_closed(item, board, today):
        return steps_done(item, today)[-1].day
    return None


def steps_done(issue: Issue, today: date) -> tuple[Step, ...]:
    """Return the steps that an issue has gone through."""
    return tuple(step for step in issue.steps if step.day <= today)


def is_closed(issue: Issue, board: Board, today: date) -> bool:
    """Whether an issue has come to the last of the site's steps."""
    done = steps_done(issue, today)
    return bool(done) and done[-1].name == board.site.steps[-1].name


def is_cancelled(item: Item) -> bool:
    """Whether an event, or the cut that an outage tells of, does not take place."""
    return isinstance(item, Event | Outage) and item.cancelled is not None


def is_published(item: Item, today: date) -> bool:
    """Whether an item may be seen at all: a notice and an issue not before their first day."""
    if isinstance(item, Notice):
        return item.published <= today
    return not isinstance(item, Issue) or item.opened <= today


def is_over(item: Item, board: Board, today: date) -> bool:
    """Whether the last day of an item has gone by; what has not begun is not over either."""
    end = last_day(item, board, today)
    return end is not None and end < today


def is_current(item: Item, board: Board, today: date) -> bool:
    """Whether an item belongs on the boards today."""
    if isinstance(item, ServiceSchedule) and item.valid.first > today + NEXT_SCHEDULE:
        return False
    return is_published(item, today) and not is_over(item, board, today)
