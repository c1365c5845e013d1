"""What comes before anything is made: reading and checking. Failures become problems."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinja2 import TemplateError

from generator.build.cluster_error import ClusterError
from generator.build.collector import hold_collector
from generator.check import check_board
from generator.model.board import Board
from generator.model.personal import mask_problem
from generator.model.site import Site
from generator.model.withholding import withhold_fields
from generator.problems import Fact, Fault, Place, Problem, Severity
from generator.read import Memory, Reading, read_board
from generator.render.fonts import missing_requirements
from generator.render.theme import ThemeMissingError
from generator.write import OutputError


def read_site(site: Path, memory: Memory | None = None) -> Reading:
    """Read the content of a site's folder; `memory` spares reading what has not changed."""
    with hold_collector():
        return read_board(site, memory)


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


def find_obstacle() -> Problem | None:
    """Return why this machine cannot print posters, as a warning; None if it can."""
    missing = missing_requirements()
    if not missing:
        return None
    return Problem(
        place=Place(path=""),
        code="posters-impossible",
        severity=Severity.WARNING,
        facts={"missing": "\n".join(missing)},
    )


@contextmanager
def collect_failures(problems: list[Problem], site: Site) -> Iterator[None]:
    """Turn what is wrong with theme, output folder or cluster into a problem and go on after it."""
    try:
        yield
    except ThemeMissingError as error:
        facts = {"name": error.name, "known": "\n".join(sorted(error.known))}
        place = site.source.place("theme")
        problems.append(replace(site_problem("theme-missing", **facts), place=place))
    except TemplateError as error:
        template = getattr(error, "filename", None) or getattr(error, "name", None) or "themes/"
        facts = {"reason": str(error.message), "template": str(template)}
        problems.append(site_problem("theme-broken", **facts))
    except (OutputError, ClusterError) as error:
        problems.append(site_problem(error.code, **error.facts))


def site_problem(code: str, **facts: Fact) -> Problem:
    """Return a problem that nothing can be made with, and that stands in no file."""
    return Problem(place=Place(path=""), code=code, fault=Fault.SITE, facts=facts)
