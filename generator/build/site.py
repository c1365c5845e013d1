"""One build from end to end, as the six stages one after another."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast

from generator.build.checking import (
    check_site,
    collect_failures,
    distinct,
    find_obstacle,
    sound_board,
    stops,
)
from generator.build.remarks import place_character, tell_left_out
from generator.build.rendering import Progress, no_progress, render_pages, render_posters
from generator.build.stamps import make_stamps
from generator.model.board import Board
from generator.plan import Artifact, Kind, Stamps, plan_site, printing_list
from generator.plan.views import PosterView, StaffPage, Thumbnail
from generator.problems import Problem
from generator.read import Reading, find_content
from generator.render.theme import DEFAULT_THEME, Theme, find_theme
from generator.render.thumbnails import draw_thumbnail
from generator.write import OutputError, Staging, open_staging


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for."""

    site: Path
    output: Path
    today: date
    posters: bool = True
    workers: int | None = None
    progress: Progress = no_progress


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
    """Paths of posters that are not printed yet, or changed since; if none ever was, those that
    are new or changed since the last build."""
    left_out: list[str] = field(default_factory=list)
    """Content files with errors."""


def build_site(reading: Reading, options: BuildOptions) -> BuildResult:
    """Check, plan, render and write a site that was read.

    Mistakes of volunteers and an unusable output become problems of the result; OSError means that
    the machine failed, and then too the output is as it was.
    """
    result = BuildResult(check_site(reading, options.today))
    sound = sound_board(reading, result.problems)
    if sound is None:
        return result
    board, result.left_out = sound
    with collect_failures(result.problems):
        _check_place(options)
        theme = find_theme(DEFAULT_THEME, options.site)
        with open_staging(options.output) as staging:
            _fill(staging, board, theme, options, result)
            if not stops(result.problems):
                staging.commit()
                result.published = True
    return result


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
    obstacle = find_obstacle() if options.posters else None
    if obstacle:
        result.problems.append(obstacle)
    posters = options.posters and not obstacle
    job = _Job(staging, board, theme, make_stamps(theme, posters=posters), options, result)
    artifacts = job.plan(posters=posters)
    job.total = len(artifacts)
    unprintable = job.print(artifacts)
    if unprintable:
        artifacts = job.plan(posters=posters, unprintable=unprintable)
    job.render([a for a in artifacts if a.kind not in (Kind.POSTER, Kind.THUMBNAIL)])
    result.problems[:] = distinct(result.problems)  # one item's poster fails in each compound
    _count(staging, artifacts, result)


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
        assets = self.theme.assets()
        today = self.options.today
        planned = plan_site(
            self.board, today, self.stamps, assets, posters=posters, unprintable=unprintable
        )
        return list(planned)

    def print(self, artifacts: list[Artifact]) -> frozenset[str]:
        """Make the posters and their pictures; return the paths of those that could not be made."""
        posters = [a for a in artifacts if a.kind is Kind.POSTER]
        pictures = {
            cast("Thumbnail", a.view).poster: a for a in artifacts if a.kind is Kind.THUMBNAIL
        }
        fresh = self._keep(posters)
        failed = []
        for artifact, outcome in render_posters(fresh, self.theme, self.options.workers):
            picture = pictures.pop(artifact.path)
            if isinstance(outcome, Problem):
                self.result.problems.append(self._place(outcome))
                failed.append(artifact.path)
            else:
                pages = outcome.preview.pages
                self._put(artifact, outcome.pdf, pages=pages, left_out=outcome.left_out)
                self._put(picture, outcome.preview.picture)
        for picture in self._keep(list(pictures.values())):
            poster = self.staging.read(cast("Thumbnail", picture.view).poster)
            self._put(picture, draw_thumbnail(poster).picture)
        self._tell_left_out(posters)
        return frozenset(failed)

    def _place(self, problem: Problem) -> Problem:
        if problem.code != "glyph-missing":
            return problem
        return place_character(problem, self.board, self.options.site)

    def _tell_left_out(self, posters: list[Artifact]) -> None:
        """Note what has no room on posters, also on those that an earlier build made."""
        left_out: dict[str, set[str]] = {}
        for poster in posters:
            if poster.path in self.staging.files:
                source = cast("PosterView", poster.view).frame.source
                left_out.setdefault(source, set()).update(self.staging.files[poster.path].left_out)
        self.result.problems += tell_left_out(self.board, left_out)

    def render(self, artifacts: list[Artifact]) -> None:
        """Make the pages and copy the files."""
        for artifact, data in render_pages(self._keep(artifacts), self.theme):
            self._put(artifact, data)

    def _keep(self, artifacts: list[Artifact]) -> list[Artifact]:
        """Take over what has not changed; return the rest."""
        fresh = [a for a in artifacts if not self.staging.keep(a.path, a.key)]
        self.done += len(artifacts) - len(fresh)
        self.result.kept += len(artifacts) - len(fresh)
        return fresh

    def _put(
        self, artifact: Artifact, data: bytes, *, pages: int = 0, left_out: tuple[str, ...] = ()
    ) -> None:
        written = (artifact.path, artifact.key, artifact.kind, data)
        self.staging.put(*written, pages=pages, left_out=left_out)
        self.done += 1
        self.options.progress(self.done, self.total)


def _count(staging: Staging, artifacts: list[Artifact], result: BuildResult) -> None:
    kinds = [written.kind for written in staging.files.values()]
    result.pages = kinds.count(Kind.PAGE)
    result.posters = kinds.count(Kind.POSTER)
    staff = next(a.view for a in artifacts if isinstance(a.view, StaffPage))
    # Who does not print by Linli is told what has changed since the last build.
    due = printing_list(staff) if staff.recorded else staging.changed()
    printed = {path for path, written in staging.files.items() if written.kind == Kind.POSTER}
    result.to_print = [path for path in due if path in printed]
