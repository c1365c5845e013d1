"""更新: the day on which an item was last changed is told to readers, so it has to be possible."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.model.item import ContactItem, SignedItem
from generator.model.notice import Notice
from generator.problems import Problem, Severity


def check_updates(board: Board, today: date) -> Iterator[Problem]:
    """Find items that were changed before they were published, or in the future."""
    for item in board.items:
        if not isinstance(item, SignedItem) or item.updated is None:
            continue
        published = _published(item)
        if item.updated > today:
            yield _warn(item, "updated-ahead", {"day": item.updated})
        elif published and item.updated < published:
            yield _warn(item, "updated-early", {"day": item.updated, "published": published})


def _published(item: SignedItem) -> date | None:
    if isinstance(item, Notice):
        return item.published
    return item.announced if isinstance(item, ContactItem) else None


def _warn(item: SignedItem, code: str, facts: dict[str, date]) -> Problem:
    return Problem(
        place=item.source.place("updated"), code=code, severity=Severity.WARNING, facts={**facts}
    )
