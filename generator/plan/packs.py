"""Print packs: for one compound, which sheets are printed, for which board, and what comes down.

Boards are filled by weight until they are full; what has no room is said. The record of what was
printed before tells what can stay and what has to go.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from generator.frozen import Frozen
from generator.model.committee import Compound, NoticeBoard
from generator.model.printed import BoardSheets, PrintedSheet, PrintRecord
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.posters import poster_links
from generator.plan.previews import offer_posters
from generator.plan.sheets import Sheet, hung_sheet, list_weeks, make_sheet, make_sheets, units_of
from generator.plan.views import (
    BoardWork,
    BuildingCardPoster,
    CoverSheet,
    FreshSheet,
    PosterFrame,
    PosterLink,
    PosterView,
    Variant,
)

DOORS, NO_ROOM = "*doors", "*none"
"""Stand for a board's name in the record: the doors of the buildings; no board had room."""
_PAPERS = ("A4", "A3")
"""In this order they come out of the printer."""


class Order(Frozen, kw_only=True):
    """What is asked for."""

    board: str | None = None
    """Only the board of this name."""
    changed: bool = False
    """Only what is not hanging already, in the words it has today."""


class Stock(Frozen, kw_only=True):
    """The posters of a compound: those for its boards by weight, those for its buildings' doors."""

    on_boards: tuple[Sheet, ...]
    doors: tuple[Sheet, ...]
    pages: Mapping[str, int] = msgspec.field(default_factory=dict)
    """How many pages a poster has, by its path, if not one."""
    failed: frozenset[str] = frozenset()
    """The paths of posters that could not be printed: what hangs of them stays."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All posters."""
        return self.on_boards + self.doors


class Pack(Frozen, kw_only=True):
    """One compound's pack, and the record as it is once the pack was printed."""

    compound: Compound
    cover: Artifact
    sheets: tuple[str, ...]
    """Paths of the posters behind the cover, one for each copy, in the order of printing."""
    no_room: tuple[PosterLink, ...]
    """The posters for which no board has room."""
    record: PrintRecord


class _Slot(Frozen):
    """A place for sheets: a board, all boards of a compound that names none, or the doors."""

    name: str
    board: NoticeBoard | None
    sheets: tuple[Sheet, ...]

    def fill(self, pages: Mapping[str, int]) -> tuple[list[Sheet], list[Sheet]]:
        """Return what hangs here and what has no room."""
        if self.board is None:
            return list(self.sheets), []
        free = self.board.size.sheets * units_of(self.board.size.paper)
        hung, left = [], []
        for sheet in self.sheets:
            units = sheet.units(pages)
            if units <= free:
                free -= units
                hung.append(sheet)
            else:
                left.append(sheet)
        return hung, left


def pack_posters(context: Context, compound: Compound, posters: Mapping[str, Artifact]) -> Stock:
    """Return the posters of a compound. `posters` are all artifacts of that kind by path."""
    on_boards = make_sheets(poster_links(context, compound), posters)
    linked = {sheet.path for sheet in on_boards}
    folder = addresses.of_posters(compound.id)
    doors = [a for path, a in posters.items() if path.startswith(folder) and path not in linked]
    return Stock(
        on_boards=tuple(on_boards),
        doors=tuple(_door_sheet(context, compound, artifact) for artifact in doors),
    )


def plan_pack(
    context: Context,
    compound: Compound,
    stock: Stock,
    record: PrintRecord,
    order: Order,
) -> Pack | None:
    """Return the pack of a compound; None if there is nothing to put up and nothing to take down.

    `record` tells what hangs there before.
    """
    works: list[BoardWork] = []
    printed: list[tuple[str, str]] = []
    waiting = {s.path: s for s in stock.sheets if s.path not in stock.failed}
    for slot in _slots(compound, stock):
        if order.board not in (None, slot.name):
            continue
        hung, left = slot.fill(stock.pages)
        hanging = record.of_board(compound.id, slot.name)
        before = {path: sheet for path, sheet in hanging.items() if path not in stock.failed}
        spared = {path: sheet for path, sheet in hanging.items() if path in stock.failed}
        fresh = [sheet for sheet in hung if _is_due(sheet, before, order)]
        works.append(_work(context, slot, (hung, left, fresh), before, stock.pages))
        printed += [(sheet.link.paper, sheet.path) for sheet in fresh]
        for sheet in hung:
            waiting.pop(sheet.path, None)
        after = _after(hung, fresh, before, context.today)
        record = record.hang(compound.id, slot.name, after | spared)
    if order.board is None:
        waits = {path: sheet.print_on(context.today) for path, sheet in waiting.items()}
        record = record.hang(compound.id, NO_ROOM, waits)
    works = [work for work in works if _is_worth_a_line(work)]
    if not printed and not any(work.take_down for work in works):
        return None
    return Pack(
        compound=compound,
        cover=_cover(context, compound, tuple(works)),
        sheets=tuple(path for paper in _PAPERS for size, path in printed if size == paper),
        no_room=tuple(sheet.link for sheet in waiting.values()) if order.board is None else (),
        record=record,
    )


def plan_take_down(
    context: Context, compound: Compound, stock: Stock, record: PrintRecord, order: Order
) -> Artifact | None:
    """Return a sheet that says what comes down at a compound's boards; None if nothing does.

    What hangs is what the record says; for a compound that is not in it, everything.
    """
    known = record.boards.get(compound.id)
    sheets = {sheet.path: sheet for sheet in stock.sheets}
    works = []
    for slot in _slots(compound, stock):
        if order.board not in (None, slot.name):
            continue
        paths = record.of_board(compound.id, slot.name) if known else [s.path for s in slot.sheets]
        kept = [sheets[path] for path in paths if path in sheets]
        gone = (
            {}
            if not known
            else {
                path: sheet
                for path, sheet in record.of_board(compound.id, slot.name).items()
                if path not in sheets
            }
        )
        work = _work(context, slot, (kept, [], []), gone, {})
        if _is_worth_a_line(work):
            works.append(replace(work, stays=0))
    return _cover(context, compound, tuple(works), lists_only=True) if works else None


def _slots(compound: Compound, stock: Stock) -> Iterator[_Slot]:
    on_boards = tuple(sheet for sheet in stock.on_boards if sheet.path not in stock.failed)
    doors = tuple(sheet for sheet in stock.doors if sheet.path not in stock.failed)
    for board in compound.boards:
        yield _Slot(board.name, board, on_boards)
    if not compound.boards:
        yield _Slot("", None, on_boards)
    if doors:
        yield _Slot(DOORS, None, doors)


def _after(
    hung: list[Sheet], fresh: list[Sheet], before: BoardSheets, today: date
) -> dict[str, PrintedSheet]:
    """Return what hangs on a board once the fresh sheets are up."""
    printed = {sheet.path: sheet.print_on(today) for sheet in fresh}
    return {sheet.path: printed.get(sheet.path) or before[sheet.path] for sheet in hung}


def _is_due(sheet: Sheet, before: BoardSheets, order: Order) -> bool:
    return not order.changed or sheet.path not in before or before[sheet.path].key != sheet.key


def _is_worth_a_line(work: BoardWork) -> bool:
    in_weeks = any(week.sheets for week in work.weeks)
    return bool(work.put_up or work.take_down or work.no_room or in_weeks)


def _work(
    context: Context,
    slot: _Slot,
    sheets: tuple[list[Sheet], list[Sheet], list[Sheet]],
    before: BoardSheets,
    pages: Mapping[str, int],
) -> BoardWork:
    hung, left, fresh = sheets
    staying = {sheet.path for sheet in hung}
    size = slot.board.size if slot.board else None
    return BoardWork(
        name="" if slot.name == DOORS else slot.name,
        doors=slot.name == DOORS,
        size=f"{size.paper}×{size.sheets}" if size else "",
        put_up=tuple(
            FreshSheet(
                sheet=hung_sheet(sheet.link),
                paper=sheet.link.paper,
                pages=pages.get(sheet.path, 1),
                replaces=sheet.path in before,
            )
            for sheet in fresh
        ),
        take_down=tuple(hung_sheet(old) for path, old in before.items() if path not in staying),
        stays=len(hung) - len(fresh),
        no_room=tuple(hung_sheet(sheet.link) for sheet in left),
        weeks=list_weeks((hung_sheet(sheet.link) for sheet in hung), context.today),
    )


def _door_sheet(context: Context, compound: Compound, artifact: Artifact) -> Sheet:
    """Return a sheet that no page links to: what hangs in one building's door."""
    view = artifact.view
    assert isinstance(view, PosterView)  # noqa: S101 - posters have a frame
    link = PosterLink(
        title=view.building if isinstance(view, BuildingCardPoster) else view.frame.title,
        address=artifact.path,
        kind="door",
        month=None,
        paper=view.frame.variant.paper,
        compound=compound.name,
        last_day=view.frame.take_down,
    )
    return make_sheet(artifact, *offer_posters(context, [link]))


def _cover(
    context: Context,
    compound: Compound,
    boards: tuple[BoardWork, ...],
    *,
    lists_only: bool = False,
) -> Artifact:
    site = context.board.site
    frame = PosterFrame(
        source="",
        site_name=site.name,
        language=site.language,
        committee=context.board.committee(compound.owner).name,
        compound=compound.name,
        title="",
        published=None,
        take_down=None,
        office_phone=None,
        footer="",
        url=None,
        short_url=None,
        variant=Variant(monochrome=True),
        dated=context.today,
    )
    view = CoverSheet(frame=frame, today=context.today, boards=boards, lists_only=lists_only)
    path = addresses.of_cover(compound.id)
    return make_artifact(path, Kind.POSTER, view, context.stamps)


def find_compounds(compounds: Iterable[Compound], words: Iterable[str]) -> list[Compound]:
    """Return the compounds with these ids or names, in their order; all if there are no words."""
    wanted = set(words)
    return [c for c in compounds if not wanted or {c.id, c.name} & wanted]
