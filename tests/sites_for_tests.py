"""The small site of the tests, read once."""

from datetime import date
from functools import cache
from pathlib import Path

from msgspec.structs import astuple, replace

from generator.model.board import Board
from generator.model.values import FOREVER
from generator.plan import Artifact, Stamps, plan_site
from generator.plan.views import Several, View
from generator.read import read_board

SMALL = Path(__file__).parent / "sites" / "small"
SAMPLE = Path(__file__).parents[1]
TODAY = date(2026, 3, 2)
STAMPS = Stamps(page="page", poster="poster")


@cache
def small_board() -> Board:
    """The board of `sites/small`."""
    board = read_board(SMALL).board
    assert board is not None
    return board


@cache
def lasting_board() -> Board:
    """The board of `sites/small` with notices that hang for ever."""
    board = small_board()
    hanging = (notice.model_copy(update={"take_down": FOREVER}) for notice in board.notices)
    return replace(board, notices=tuple(hanging))


@cache
def sample_board() -> Board:
    """The board of the project's own content."""
    board = read_board(SAMPLE).board
    assert board is not None
    return board


def plan(board: Board, today: date = TODAY, *, posters: bool = True) -> dict[str, Artifact]:
    """All artifacts of a board by path."""
    return {a.path: a for a in plan_site(board, today, STAMPS, posters=posters)}


def words_of(view: View) -> str:
    """All that a view says, also what it tells apart by digests alone."""
    values = astuple(view)
    return f"{view!r}{[list(value) for value in values if isinstance(value, Several)]!r}"
