"""What comes before anything is made: reading and checking."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.build.collector import hold_collector
from generator.build.filing import key_of
from generator.build.memory import SiteMemory
from generator.check import check_board
from generator.model.board import Board
from generator.model.personal import mask_problem
from generator.model.withholding import withhold_fields
from generator.problems import Fault, Problem, Severity
from generator.read import Memory, Reading, read_board


def read_site(site: Path, memory: Memory | None = None) -> Reading:
    """Read the content of a site's folder; `memory` spares reading what has not changed."""
    with hold_collector():
        return read_board(site, memory)


def read_unfiled(site: Path, memory: SiteMemory, program: str, today: date) -> Reading:
    """Read the content of a site's folder, but for what earlier builds have filed of it.

    That counts only if it was filed by the same `program` and fits with the rest.
    """
    with hold_collector():
        filed = memory.filing.open(program, today)
        reading = read_board(site, memory, filed=filed)
    if reading.board is None or not reading.board.filed:
        return reading
    if not memory.filing.fits(reading.board, today):
        return read_site(site, memory)
    for item in reading.board.filed:
        memory.keep(key_of(item))
    return reading


def check_site(reading: Reading, today: date) -> list[Problem]:
    """Return all problems of a site, in the order of a report, with all that is personal masked."""
    found = list(reading.problems)
    if reading.board:
        found += check_board(reading.board, today)
    masked = map(mask_problem, distinct(found))
    return sorted(masked, key=lambda problem: problem.sort_key)


def distinct(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those that say the same of the same place."""
    return list({(p.sort_key, str(p.facts)): p for p in problems}.values())


def stops(problems: Iterable[Problem]) -> bool:
    """Whether there is a problem that nothing can be made with."""
    return any(p.severity is Severity.ERROR and p.fault is Fault.SITE for p in problems)


def sound_board(reading: Reading, problems: Iterable[Problem]) -> tuple[Board, list[str]] | None:
    """Return the board without the items that have errors, and the files these stand in.

    None if nothing can be made of the site at all.
    """
    found = list(problems)
    if reading.board is None or stops(found):
        return None
    faulty = {p.place.path for p in found if p.severity is Severity.ERROR}
    withheld = {p.place for p in found if p.severity is Severity.ERROR}
    board = withhold_fields(reading.board.without(faulty), withheld)
    return board, sorted(faulty | set(reading.board.withheld))
