"""Print packs from end to end: the planned posters, on paper, for each compound and its boards.

Posters that the last build made are taken from the output; the others are printed. The record of
what hangs is written last of all, when every pack is whole.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from generator.build.checking import check_site, distinct
from generator.build.failures import collect_failures, find_obstacle, site_problem
from generator.build.options import Progress, no_progress
from generator.build.quarantine import find_sound
from generator.build.rendering import render_posters
from generator.build.stamps import find_site_theme, make_stamps
from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.committee import Compound
from generator.model.printed import RECORD_PATH
from generator.plan import Artifact
from generator.plan.context import Context
from generator.plan.packs import (
    Order,
    Pack,
    Stock,
    find_compounds,
    pack_posters,
    plan_pack,
    plan_take_down,
)
from generator.plan.sheets import vary_paper
from generator.plan.site import make_context, plan_prints
from generator.problems import Problem
from generator.read import Reading, find_content
from generator.render.packs import merge_pack
from generator.render.posters import PosterFault
from generator.render.theme import Theme
from generator.write.guard import guard_folder, guard_inside
from generator.write.output import Shelf
from generator.write.packs import write_pack, write_whole


class PrintOptions(Frozen, kw_only=True):
    """What is to be printed, and how where that is not as the site says."""

    site: Path
    output: Path
    """Where the last build is; its posters need not be printed twice."""
    folder: Path
    today: date
    compounds: tuple[str, ...] = ()
    """Ids or names; none for all."""
    board: str | None = None
    """Only the board of this name."""
    changed: bool = False
    """Only what is not hanging already, in the words it has today."""
    lists_only: bool = False
    """No posters: one PDF with what comes down at each board this week and next."""
    paper: str | None = None
    monochrome: bool = False
    large_print: bool = False
    print_shop: bool = False
    workers: int | None = None
    progress: Progress = no_progress


class PackFile(Frozen):
    """A pack on disk: the sheets behind its cover, and the posters no board had room for."""

    compound: str
    path: Path
    sheets: int
    no_room: int


@dataclass(slots=True)
class PrintResult:
    """What was printed. Nothing was unless `done`."""

    problems: list[Problem] = field(default_factory=list)
    done: bool = False
    packs: list[PackFile] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Content files with errors."""


def print_packs(reading: Reading, options: PrintOptions) -> PrintResult:
    """Check, plan and print the packs of a site that was read.

    Mistakes become problems of the result; OSError means that the machine failed. In both cases the
    record of printing is as it was.
    """
    result = PrintResult(check_site(reading, options.today))
    place = (options.site, options.output)
    sound = find_sound(reading, result.problems, place, options.today)
    if sound is None:
        return result
    board, result.left_out = sound.board, sound.left_out
    obstacle = find_obstacle()
    if obstacle:
        result.problems.append(site_problem("packs-impossible", **obstacle.facts))
        return result
    compounds = find_compounds(board.compounds, options.compounds)
    wrong = _find_wrong_name(board, compounds, options)
    if wrong:
        result.problems.append(wrong)
        return result
    with collect_failures(result.problems, board.site):
        content = find_content(options.site)
        guard_folder(options.folder, options.site, content, options.output)
        guard_inside(options.site, options.site / RECORD_PATH)
        theme = find_site_theme(board.site, options.site)
        printing = _Printing(board, theme, options, result)
        if options.lists_only:
            printing.list_take_down(compounds)
        else:
            printing.print(compounds)
        result.done = True
    result.problems[:] = distinct(result.problems)
    return result


def _find_wrong_name(
    board: Board, compounds: list[Compound], options: PrintOptions
) -> Problem | None:
    """Return what is wrong with the names that were asked for."""
    known = {name for compound in board.compounds for name in (compound.id, compound.name)}
    for name in options.compounds:
        if name not in known:
            ids = "\n".join(compound.id for compound in board.compounds)
            return site_problem("pack-compound-unknown", name=name, known=ids)
    boards = {board.name for compound in compounds for board in compound.boards}
    if options.board is not None and options.board not in boards:
        facts = {"name": options.board, "known": "\n".join(sorted(boards))}
        return site_problem("pack-board-unknown", **facts)
    return None


@dataclass(slots=True)
class _Printing:
    """One run, and what its steps share."""

    board: Board
    theme: Theme
    options: PrintOptions
    result: PrintResult
    pdfs: dict[str, bytes] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)

    @property
    def _order(self) -> Order:
        return Order(board=self.options.board, changed=self.options.changed)

    def print(self, compounds: list[Compound]) -> None:
        """Make the packs of these compounds, then note what hangs."""
        context, chosen = self._plan(compounds)
        sheets = {sheet.path: sheet for _, stock in chosen for sheet in stock.sheets}
        failed = self._print_posters([sheet.artifact for sheet in sheets.values()])
        record, packs = self.board.printed, list[Pack]()
        for compound, stock in chosen:
            printed = replace(stock, pages=self.pages, failed=failed)
            pack = plan_pack(context, compound, printed, record, self._order)
            if pack:
                packs.append(pack)
                record = pack.record
        self._print_covers([pack.cover for pack in packs])
        for pack in packs:
            self._write(pack)
        if packs:
            write_whole(self.options.site / RECORD_PATH, record.dump())

    def list_take_down(self, compounds: list[Compound]) -> None:
        """Make one PDF of what comes down; nothing is noted."""
        context, chosen = self._plan(compounds)
        record = self.board.printed
        planned = [plan_take_down(context, c, s, record, self._order) for c, s in chosen]
        covers = [cover for cover in planned if cover]
        if covers:
            self._print_covers(covers)
            name = self.board.site.name
            data = merge_pack([self.pdfs[cover.path] for cover in covers], name, name)
            stem = f"take-down-{self.options.today.isoformat()}"
            path = write_pack(self.options.folder, stem, data)
            self.result.packs.append(PackFile(name, path, 0, 0))

    def _plan(self, compounds: list[Compound]) -> tuple[Context, list[tuple[Compound, Stock]]]:
        stamps = make_stamps(self.theme, posters=True)
        context = make_context(self.board, self.options.today, stamps)
        posters = {poster.path: poster for poster in plan_prints(context)}
        stocks = [(c, pack_posters(context, c, posters)) for c in compounds]
        return context, [(c, self._vary(context, stock)) for c, stock in stocks]

    def _vary(self, context: Context, stock: Stock) -> Stock:
        """Return the posters as they are asked for: on other paper, black, in larger type."""
        vary = partial(
            vary_paper,
            stamps=context.stamps,
            paper=self.options.paper,
            monochrome=self.options.monochrome,
            large_print=self.options.large_print,
        )
        return Stock(
            on_boards=tuple(map(vary, stock.on_boards)), doors=tuple(map(vary, stock.doors))
        )

    def _print_posters(self, artifacts: list[Artifact]) -> frozenset[str]:
        """Get all posters, from the output or the press; return the paths of those that failed."""
        options, shelf = self.options, Shelf(self.options.output)
        missing = []
        for artifact in artifacts:
            kept = None if options.print_shop else shelf.take(artifact.path, artifact.key)
            if kept is None:
                missing.append(artifact)
            else:
                self.pdfs[artifact.path], self.pages[artifact.path] = kept
        return self._render(missing)

    def _render(self, artifacts: list[Artifact]) -> frozenset[str]:
        """Print artifacts into `pdfs`; return the paths of those that failed."""
        failed, options = set[str](), self.options
        rendered = render_posters(
            artifacts, self.theme, options.workers, print_shop=options.print_shop
        )
        for done, (artifact, outcome) in enumerate(rendered, start=1):
            options.progress(done, len(artifacts))
            if isinstance(outcome, Problem):
                self.result.problems.append(outcome)
                failed.add(artifact.path)
            else:
                self.pdfs[artifact.path] = outcome.pdf
                self.pages[artifact.path] = outcome.preview.pages
        return frozenset(failed)

    def _print_covers(self, covers: list[Artifact]) -> None:
        for artifact, outcome in render_posters(covers, self.theme, 1):
            if isinstance(outcome, Problem):
                raise PosterFault(outcome)
            self.pdfs[artifact.path] = outcome.pdf

    def _write(self, pack: Pack) -> None:
        """Write one pack into the folder."""
        parts = [self.pdfs[pack.cover.path], *(self.pdfs[path] for path in pack.sheets)]
        author = self.board.committee(pack.compound.owner).name
        data = merge_pack(parts, pack.compound.name, author)
        stem = f"{pack.compound.id}-{self.options.today.isoformat()}"
        path = write_pack(self.options.folder, stem, data)
        sheets = sum(self.pages[path] for path in pack.sheets)
        name, no_room = pack.compound.name, len(pack.no_room)
        self.result.packs.append(PackFile(name, path, sheets, no_room))
