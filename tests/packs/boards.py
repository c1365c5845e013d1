"""Small boards with glass cases, and what is planned for them."""

from datetime import date

from msgspec.structs import replace

from generator.model.board import Board
from generator.model.committee import Compound, NoticeBoard
from generator.model.printed import NOTHING_PRINTED, PrintRecord
from generator.model.values import PanelSize
from generator.plan import Artifact, Kind, plan_site
from generator.plan.context import Context
from generator.plan.packs import Order, Pack, Stock, pack_posters, plan_pack
from tests.sites_for_tests import STAMPS, TODAY, small_board

DONG = "dong-yuan"
EVENT = "posters/dong-yuan/event-dong-2026-03-03-yuan-xiao.pdf"
URGENT = "posters/dong-yuan/notice-street-2026-03-01-fang-dong.pdf"
ANNOUNCEMENT = "posters/dong-yuan/notice-dong-gong-shi.pdf"
TIMETABLE = "posters/dong-yuan/timetable-2026-03.pdf"


def board_with(*cases: tuple[str, str, int], printed: PrintRecord = NOTHING_PRINTED) -> Board:
    """The small board, of which one compound has these boards: name, paper, sheets."""
    board = small_board()
    boards = tuple(NoticeBoard(name=name, size=PanelSize(p, n)) for name, p, n in cases)
    committees = tuple(
        committee.model_copy(
            update={
                "compounds": tuple(
                    compound.model_copy(update={"boards": boards})
                    if compound.id == DONG
                    else compound
                    for compound in committee.compounds
                )
            }
        )
        for committee in board.committees
    )
    return replace(board, committees=committees, printed=printed)


def posters_of(board: Board, today: date = TODAY) -> dict[str, Artifact]:
    """All posters by path."""
    planned = plan_site(board, today, STAMPS)
    return {a.path: a for a in planned if a.kind is Kind.POSTER}


def compound_of(board: Board) -> Compound:
    """The compound with the boards."""
    return next(compound for compound in board.compounds if compound.id == DONG)


def stock_of(board: Board, today: date = TODAY) -> tuple[Context, Stock]:
    """The compound's posters, and what they were planned in."""
    context = Context(board, today, STAMPS)
    return context, pack_posters(context, compound_of(board), posters_of(board, today))


def pack_of(board: Board, order: Order = Order(), today: date = TODAY) -> Pack | None:  # noqa: B008
    """The compound's pack."""
    context, stock = stock_of(board, today)
    return plan_pack(context, compound_of(board), stock, board.printed, order)
