"""The staff view: what has to be printed and taken down, board by board, from today's facts."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.model.committee import Compound
from generator.model.event import Event
from generator.model.notice import Notice
from generator.model.printed import BoardSheets, PrintedSheet
from generator.plan import addresses
from generator.plan.artifact import Artifact
from generator.plan.cards import title_of
from generator.plan.context import Context
from generator.plan.packs import DOORS, NO_ROOM, pack_posters
from generator.plan.sheets import Sheet, hung_sheet, list_weeks
from generator.plan.views import HungSheet, StaffBoard, StaffCompound, StaffPage

_OF_ITEMS = ("event", "notice")
"""Kinds of posters that have the title of one item."""


def plan_staff(context: Context, posters: Mapping[str, Artifact]) -> Iterator[Artifact]:
    """Plan the page for those who print and hang; `posters` are all artifacts of that kind."""
    compounds = [_compound(context, c, posters) for c in context.board.compounds]
    busy = tuple(view for view in compounds if view)
    yield context.page(
        addresses.STAFF,
        StaffPage(
            frame=context.frame,
            head=replace(context.head("", context.board.site.name), listed=False),
            today=context.today,
            recorded=bool(context.board.printed),
            compounds=busy,
            quiet=len(compounds) - len(busy),
        ),
    )


def _compound(
    context: Context, compound: Compound, posters: Mapping[str, Artifact]
) -> StaffCompound | None:
    record = context.board.printed
    sheets = {s.path: s for s in pack_posters(context, compound, posters).sheets}
    known = {path for _, path, _ in record.of_compound(compound.id)}
    boards = tuple(
        _board(context, name, hung, sheets)
        for name, hung in record.boards.get(compound.id, {}).items()
    )
    if not known:
        weeks = list_weeks((hung_sheet(s.link) for s in sheets.values()), context.today)
        boards = (StaffBoard(name="", doors=False, replace=(), take_down=(), weeks=weeks),)
    boards = tuple(board for board in boards if _is_busy(board))
    fresh = tuple(sheet.link for path, sheet in sheets.items() if path not in known)
    if not fresh and not boards:
        return None
    address = addresses.of_compound(compound.id)
    return StaffCompound(
        name=compound.name, address=address, id=compound.id, fresh=fresh, boards=boards
    )


def _board(
    context: Context, name: str, hung: BoardSheets, sheets: Mapping[str, Sheet]
) -> StaffBoard:
    kept = {path: sheets[path] for path in hung if path in sheets}
    gone = [old for path, old in hung.items() if path not in sheets]
    is_board = name not in (DOORS, NO_ROOM)
    return StaffBoard(
        name=name if is_board else "",
        doors=name == DOORS,
        replace=tuple(s.link for path, s in kept.items() if s.key != hung[path].key),
        take_down=tuple(_name_gone(context, old) for old in gone) if name != NO_ROOM else (),
        weeks=list_weeks((hung_sheet(s.link) for s in kept.values()), context.today)
        if name != NO_ROOM
        else (),
    )


def _name_gone(context: Context, old: PrintedSheet) -> HungSheet:
    """Return a sheet that comes down; without its title if nothing on the board is called so.

    What was withdrawn must not go on being read on the web. Those who take it down have its title
    on paper, in what `linli print` makes.
    """
    board, folders = context.board, (Event.folder, Notice.folder)
    filed = (item.title for item in board.filed if item.folder in folders)
    titles = (*map(title_of, (*board.events, *board.notices)), *filed)
    is_known = old.kind not in _OF_ITEMS or old.title in titles
    return hung_sheet(old if is_known else replace(old, title=""))


def _is_busy(board: StaffBoard) -> bool:
    return bool(board.replace or board.take_down or any(week.sheets for week in board.weeks))


def printing_list(view: StaffPage) -> list[str]:
    """Return the addresses of the posters that the page asks to print."""
    return sorted(
        {link.address for compound in view.compounds for link in compound.fresh}
        | {
            link.address
            for compound in view.compounds
            for board in compound.boards
            for link in board.replace
        }
    )
