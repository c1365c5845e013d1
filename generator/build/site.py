"""One build from end to end, as the six stages one after another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import TemplateError

from generator.build.rendering import Kit, render_pages, render_posters
from generator.build.stamps import make_stamps
from generator.check import check_board
from generator.model.board import Board
from generator.plan import Artifact, Kind, Stamps, plan_site
from generator.plan.views import FileView
from generator.problems import Fact, Fault, Place, Problem, Severity
from generator.read import Reading, find_content, read_board
from generator.render.fonts import (
    Faces,
    cache_folder,
    find_faces,
    missing_requirements,
    prepare_faces,
)
from generator.render.theme import DEFAULT_THEME, Theme, ThemeMissingError, find_theme
from generator.write import OutputError, Staging, open_staging
from generator.write.manifest import digest_of

Progress = Callable[[int, int], None]
"""Told how many artifacts are done, of how many."""


def _no_progress(done: int, total: int) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for."""

    site: Path
    output: Path
    today: date
    posters: bool = True
    workers: int | None = None
    progress: Progress = _no_progress


@dataclass(slots=True)
class BuildResult:
    """What a build did. With `published` false the output is as it was."""

    problems: list[Problem] = field(default_factory=list)
    published: bool = False
    pages: int = 0
    posters: int = 0
    kept: int = 0
    """Files taken over from the last build."""
    to_print: list[str] = field(default_factory=list)
    """Paths of posters that are new or changed."""
    left_out: list[str] = field(default_factory=list)
    """Content files with errors."""


def read_site(site: Path) -> Reading:
    """Read the content of a site's folder."""
    return read_board(site)


def check_site(reading: Reading, today: date) -> list[Problem]:
    """Return all problems of a site, in the order of a report."""
    found = list(reading.problems)
    if reading.board:
        found += check_board(reading.board, today)
    return sorted(_without_twins(found), key=lambda problem: problem.sort_key)


def _without_twins(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those that say the same of the same place."""
    return list({(p.sort_key, str(p.facts)): p for p in problems}.values())


def build_site(reading: Reading, options: BuildOptions) -> BuildResult:
    """Check, plan, render and write a site that was read.

    Mistakes of volunteers and an unusable output become problems of the result; OSError means that
    the machine failed, and then too the output is as it was.
    """
    result = BuildResult(check_site(reading, options.today))
    if reading.board is None or any(_stops(problem) for problem in result.problems):
        return result
    board = _without_faulty(reading.board, result)
    try:
        _check_place(options)
        theme = find_theme(DEFAULT_THEME, options.site)
        with open_staging(options.output) as staging:
            _fill(staging, board, theme, options, result)
            if not any(_stops(problem) for problem in result.problems):
                staging.commit()
                result.published = True
    except ThemeMissingError as error:
        _report(result, "theme-missing", places=str(error))
    except TemplateError as error:
        template = getattr(error, "filename", None) or getattr(error, "name", None) or "themes/"
        _report(result, "theme-broken", reason=str(error.message), template=str(template))
    except OutputError as error:
        _report(result, error.code, **error.facts)
    return result


def _stops(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.fault is Fault.SITE


def _report(result: BuildResult, code: str, **facts: Fact) -> None:
    result.problems.append(Problem(place=Place(path=""), code=code, fault=Fault.SITE, facts=facts))


def _without_faulty(board: Board, result: BuildResult) -> Board:
    """Return the board without the items that have errors, and note which those are."""
    faulty = {p.place.path for p in result.problems if p.severity is Severity.ERROR}
    result.left_out = sorted(faulty | set(board.withheld))
    return board.without(faulty)


def _check_place(options: BuildOptions) -> None:
    """Refuse an output that is the content or lies around it."""
    output, content = options.output.resolve(), find_content(options.site).resolve()
    if content.is_relative_to(output) or output.is_relative_to(content):
        raise OutputError("output-overlaps", options.output)


def _fill(
    staging: Staging, board: Board, theme: Theme, options: BuildOptions, result: BuildResult
) -> None:
    """Put every artifact into the staging folder: taken over, or rendered.

    Posters come first, for a page must not link to one that could not be made.
    """
    posters = options.posters and _can_print(result)
    job = _Job(staging, board, theme, make_stamps(theme, posters=posters), options, result)
    artifacts = job.plan(posters=posters)
    job.total = len(artifacts)
    unprintable = job.print([a for a in artifacts if a.kind is Kind.POSTER])
    if unprintable:
        artifacts = job.plan(posters=posters, unprintable=unprintable)
    job.render([a for a in artifacts if a.kind is not Kind.POSTER])
    result.problems = _without_twins(result.problems)  # one item's poster fails in each compound
    _count(staging, result)


@dataclass(slots=True)
class _Job:
    """The parts of one build that its steps share."""

    staging: Staging
    board: Board
    theme: Theme
    stamps: Stamps
    options: BuildOptions
    result: BuildResult
    total: int = 0
    done: int = 0

    def plan(self, *, posters: bool, unprintable: frozenset[str] = frozenset()) -> list[Artifact]:
        assets = [
            (address, FileView(location=str(path), digest=digest_of(path.read_bytes())))
            for address, path in self.theme.assets()
        ]
        today = self.options.today
        planned = plan_site(
            self.board, today, self.stamps, assets, posters=posters, unprintable=unprintable
        )
        return list(planned)

    def print(self, posters: list[Artifact]) -> frozenset[str]:
        """Make the posters; return the paths of those that could not be made."""
        fresh = self._keep(posters)
        kit = Kit(self.theme, _prepare_faces(fresh))
        failed = []
        for artifact, outcome in render_posters(fresh, kit, self.options.workers):
            if isinstance(outcome, Problem):
                self.result.problems.append(outcome)
                failed.append(artifact.path)
            else:
                self._put(artifact, outcome)
        return frozenset(failed)

    def render(self, artifacts: list[Artifact]) -> None:
        """Make the pages and copy the files."""
        for artifact, data in render_pages(self._keep(artifacts), Kit(self.theme, None)):
            self._put(artifact, data)

    def _keep(self, artifacts: list[Artifact]) -> list[Artifact]:
        """Take over what has not changed; return the rest."""
        fresh = [a for a in artifacts if not self.staging.keep(a.path, a.key)]
        self.done += len(artifacts) - len(fresh)
        self.result.kept += len(artifacts) - len(fresh)
        return fresh

    def _put(self, artifact: Artifact, data: bytes) -> None:
        self.staging.put(artifact.path, artifact.key, artifact.kind, data)
        self.done += 1
        self.options.progress(self.done, self.total)


def _can_print(result: BuildResult) -> bool:
    missing = missing_requirements()
    if missing:
        result.problems.append(
            Problem(
                place=Place(path=""),
                code="posters-impossible",
                severity=Severity.WARNING,
                facts={"missing": "\n".join(missing)},
            )
        )
    return not missing


def _prepare_faces(artifacts: list[Artifact]) -> Faces | None:
    """Cut the faces for the posters to be made; none if there are none."""
    views = [a.view for a in artifacts if a.kind is Kind.POSTER]
    found = find_faces() if views else None
    if found is None:
        return None
    characters = set[str]().union(*(repr(view) for view in views))
    return prepare_faces(found, cache_folder(), "".join(sorted(characters)))


def _count(staging: Staging, result: BuildResult) -> None:
    kinds = [written.kind for written in staging.files.values()]
    result.pages = kinds.count(Kind.PAGE)
    result.posters = kinds.count(Kind.POSTER)
    result.to_print = [
        path for path in staging.changed() if staging.files[path].kind == Kind.POSTER
    ]
