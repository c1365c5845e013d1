"""Which items are long over, so that nothing but an edit can change what they say."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.attachment import Attachment
from generator.model.board import Board
from generator.model.event import Event
from generator.model.notice import Announcement, Category, Notice, Outage, Result
from generator.model.places import Places
from generator.model.prose import Prose, Target, TargetKind
from generator.model.record import Source
from generator.model.service import ServiceSchedule
from generator.plan.context import Context
from generator.plan.long_over import file_item, find_long_over
from generator.problems import Place
from tests.sites_for_tests import STAMPS, sample_board

LATE = date(2030, 1, 1)
PLACE = Place(path="a.md")


def stems(board: Board, today: date = LATE) -> set[str]:
    return {item.source.stem for item in find_long_over(board, today)}


def over(kind: type[Any]) -> Any:
    """The first item of a kind in the sample that is long over once upon a time."""
    return next(item for item in find_long_over(sample_board(), LATE) if isinstance(item, kind))


def board_of(item: Event) -> Board:
    return replace(sample_board(), events=(item,), services=(), notices=())


@pytest.mark.parametrize("kind", [Event, ServiceSchedule, Notice])
def test_there_are_some_of_each_kind(kind: type[Any]) -> None:
    assert over(kind)


def test_one_is_long_over_after_a_month() -> None:
    event = over(Event)
    board = board_of(event)
    last = event.last_day(board.calendar)
    assert stems(board, last + timedelta(days=31)) == set()
    assert stems(board, last + timedelta(days=32)) == {event.source.stem}


CHANGES: dict[str, Callable[[Event], dict[str, Any]]] = {
    "a day of its own to come": lambda _: {"updated": LATE},
    "a day of a field in it": lambda _: {"announced": LATE - timedelta(days=31)},
    "a document": lambda _: {"attachments": (Attachment(file="b.pdf"),)},
    "a table beside it": lambda event: {
        "source": Source(event.source.path, Places(elsewhere=((("when",), Place(path="b.csv")),)))
    },
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_could_change_is_not(name: str) -> None:
    event = over(Event)
    assert stems(board_of(event)) == {event.source.stem}
    changed = event.model_copy(update=CHANGES[name](event))
    assert stems(board_of(changed)) == set()


def test_an_outage_that_comes_down_before_the_cut_is_not() -> None:
    board = sample_board()
    outage = next(notice for notice in board.notices if isinstance(notice, Outage))
    restored = outage.natural_end(board.calendar)
    assert restored
    today = restored + timedelta(days=31)
    early = outage.model_copy(update={"take_down": restored - timedelta(days=3)})
    alone = replace(board, events=(), services=(), notices=(early,))
    assert stems(alone, today) == set()
    assert stems(alone, today + timedelta(days=1)) == {outage.source.stem}


TARGETS = tuple(Target(kind=kind, path=f"b.{kind}", place=PLACE) for kind in TargetKind)


def test_links_and_pictures_are_kept_but_those_of_the_web_which_cannot_change() -> None:
    event = over(Event).model_copy(update={"body": Prose(("",) * 4, TARGETS)})
    assert stems(board_of(event)) == {event.source.stem}
    filed = file_item(Context(board_of(event), LATE, STAMPS), event, "")
    assert {target.kind for target in filed.targets} == {TargetKind.FILE, TargetKind.IMAGE}


def test_what_an_issue_names_is_not() -> None:
    board, notice = sample_board(), over(Notice)
    issue = board.issues[0]
    step = issue.steps[0].model_copy(update={"announcement": notice.source.stem})
    naming = issue.model_copy(update={"steps": (step,)})
    assert notice.source.stem in stems(board)
    assert notice.source.stem not in stems(replace(board, issues=(naming,)))


def test_an_announcement_that_names_an_issue_is_not_but_a_result_is() -> None:
    board = sample_board()
    naming = [n for n in board.notices if isinstance(n, Announcement | Result) and n.issue]
    alone = replace(board, issues=(), notices=tuple(naming))
    assert {notice.category for notice in naming} == {Category.ANNOUNCEMENT, Category.RESULT}
    long_over = [notice for notice in find_long_over(alone, LATE) if notice in naming]
    assert long_over
    assert all(isinstance(notice, Result) for notice in long_over)
