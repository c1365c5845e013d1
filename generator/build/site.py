"""One build from end to end, as the six stages one after another."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from typing import cast

from msgspec.structs import replace

from generator.build.checking import check_site, distinct, read_site, stops
from generator.build.clippings import Clippings, Published, file_away
from generator.build.collector import ease_collector
from generator.build.failures import collect_failures, find_obstacle, site_problem
from generator.build.filing import FilingLostError
from generator.build.kept_views import KeptViews, Setting
from generator.build.last_good import open_last_good
from generator.build.memory import SiteMemory
from generator.build.options import BuildOptions, BuildResult
from generator.build.pictures import digest_of_original, draw_pictures, mark_damaged
from generator.build.printing import Rendered
from generator.build.quarantine import find_sound
from generator.build.remarks import place_character, tell_left_out
from generator.build.rendering import make_renderer, render_posters
from generator.build.stamps import find_site_theme, make_stamps
from generator.build.unchanged import Start, leave_note
from generator.check.pictures import check_pictures
from generator.model.board import Board
from generator.model.folders import committee_folder
from generator.model.record import NOWHERE
from generator.plan import Artifact, Kind, find_next_change, printing_list
from generator.plan.ahead import look_ahead
from generator.plan.bylines import find_neighbouring_items
from generator.plan.context import Context
from generator.plan.links import plan_pictures
from generator.plan.long_over import find_stale
from generator.plan.previews import preview_poster
from generator.plan.site import make_context, plan_prints, plan_rest
from generator.plan.views import PosterView, StaffPage, Thumbnail
from generator.problems import Problem, Severity
from generator.read import Reading, find_content
from generator.render.theme import Theme
from generator.render.thumbnails import draw_thumbnail
from generator.write import OutputError, Staging, open_staging
from generator.write.guard import guard_folder

_PRINTED = (Kind.POSTER, Kind.THUMBNAIL)


def build_site(
    reading: Reading,
    options: BuildOptions,
    memory: SiteMemory | None = None,
    start: Start | None = None,
) -> BuildResult:
    """Check, plan, render and write a site that was read.

    Mistakes of volunteers and an unusable output become problems of the result; OSError means that
    the machine failed, and then too the output is as it was. With `start` a note is left by which
    the next build finds out that nothing changed; with `memory` it may find that only the words of
    a body have, and need not plan what is long over.
    """
    with ease_collector():
        try:
            return _build(reading, options, memory, start)
        except FilingLostError:  # then it is read as if nothing were filed
            if memory:
                memory.views.drop()
            return _build(read_site(options.site, memory), options, memory, start)


def _build(
    reading: Reading, options: BuildOptions, memory: SiteMemory | None, start: Start | None
) -> BuildResult:
    result = BuildResult(check_site(reading, options.today))
    result.in_chinese, result.known = reading.in_chinese, reading.board is not None
    if _is_stopped(result, options):
        return result
    if not _may_write(options, result):
        return result
    place = (options.site, options.output)
    sound = find_sound(reading, result.problems, place, options.today, memory)
    if sound is None:
        return result
    result.left_out, result.standing = sound.left_out, sound.standing
    board, changed = sound.board, sound.board is not reading.board
    if memory and board.filed and changed and not memory.filing.fits(board, options.today):
        raise FilingLostError  # its pages may lead to a group that is left out
    with collect_failures(result.problems, board.site):
        theme = find_site_theme(board.site, options.site)
        with open_staging(options.output) as staging:
            context, clippings = _fill(staging, board, theme, options, result, memory)
            if not _is_stopped(result, options):
                with open_last_good(options.output) as store:
                    sources = sound.good_sources()
                    store.replace(sources, sound.standing, options.site, options.today)
                staging.commit()
                result.published = True
                _look_ahead(board, options, result)
                keys = {path: written.key for path, written in staging.files.items()}
                said = tuple(result.problems)
                published = Published(reading, board, context, keys, said)
                if start:
                    _leave_notes(result, options, start, memory, (published, clippings))
    if memory and not result.published:
        memory.views.drop()
    return result


def _leave_notes(
    result: BuildResult,
    options: BuildOptions,
    start: Start,
    memory: SiteMemory | None,
    found: tuple[Published, Clippings],
) -> None:
    """Leave for the next build what it may use of this one."""
    with suppress(OSError):  # it is published; a note only spares time
        output = leave_note(result, options, start, found[0].board.site.time_zone)
        if memory:
            memory.views.finish(output)
            file_away(memory.filing, *found, start.program)


def _look_ahead(board: Board, options: BuildOptions, result: BuildResult) -> None:
    """Note when the site has to be built again, for what the board says already."""
    change = find_next_change(board, options.today)
    if change:
        result.next_change = change.day
        result.next_in = (change.day - options.today).days
        result.next_news = [(news.kind, news.title) for news in change.news]


def _is_stopped(result: BuildResult, options: BuildOptions) -> bool:
    """Whether nothing may be published, for what has been found so far."""
    has_error = any(problem.severity is Severity.ERROR for problem in result.problems)
    return stops(result.problems) or (options.strict and has_error)


def _may_write(options: BuildOptions, result: BuildResult) -> bool:
    """Whether the output is a folder of its own; if not, that becomes a problem of the result."""
    try:
        guard_folder(options.output, options.site, find_content(options.site))
    except OutputError as error:
        result.problems.append(site_problem(error.code, **error.facts))
        return False
    return True


def _fill(
    staging: Staging,
    board: Board,
    theme: Theme,
    options: BuildOptions,
    result: BuildResult,
    memory: SiteMemory | None,
) -> tuple[Context, Clippings]:
    """Put every artifact into the staging folder: taken over, or made.

    Pictures and posters come first, for a page must not show what could not be made.
    """
    obstacle = find_obstacle() if options.posters else None
    if obstacle:
        result.problems.append(obstacle)
    posters = options.posters and not obstacle
    stamps = make_stamps(theme, posters=posters)
    context = make_context(board, options.today, stamps, posters=posters)
    if memory:
        context = replace(context, filing=memory.filing)
        memory.views.begin(_describe(context))
    # As many as last time; at first a page, a short address and a calendar for each item.
    expected = len(staging.previous.files) or 3 * len(list(board.items))
    views = memory.views if memory else None
    job = _Job(staging, context, theme, options, result, views, expected)
    job.keep_filed()
    job.draw()
    prints = plan_prints(job.context)
    if posters:
        job.print(prints)
    staff = job.render(prints)
    result.problems[:] = distinct(result.problems)  # one item's poster fails in each compound
    _count(staging, staff, result)
    return job.context, job.clippings


def _describe(context: Context) -> Setting:
    """Return what all pages have in common, for builds that do without the board."""
    owners = {
        folder: committee.id
        for committee in context.board.committees
        if (folder := committee_folder(committee.source.path))
    }
    # Where its values come from tells what of its file was withheld.
    site = context.board.site.model_copy(update={"source": NOWHERE})
    days = look_ahead(context, ()).days
    return Setting(site, owners, context.frame, days, context.traditional_names)


@dataclass(slots=True)
class _Job:
    """The parts of one build that its steps share."""

    staging: Staging
    context: Context
    theme: Theme
    options: BuildOptions
    result: BuildResult
    views: KeptViews | None
    expected: int
    """How many files there will be, about."""
    done: int = 0
    clippings: Clippings = field(default_factory=Clippings)

    def keep_filed(self) -> None:
        """Take over the files of what is filed; what cannot be taken over is planned again."""
        around = find_neighbouring_items(self.context)
        context = self.context = replace(self.context, neighbours=around)
        stale = find_stale(context)
        fresh = [item for item in context.board.filed if item.path not in stale]
        files = {item.path: context.files_of(item).keys for item in fresh}
        lost = set(self.staging.keep_those(dict(chain.from_iterable(files.values()))))
        kept = self.staging.files
        self.done += len(kept)
        self.result.kept += len(kept)
        if self.views:
            self.views.keep(kept)
        damaged = {item for item, keys in files.items() if any(path in lost for path, _ in keys)}
        if stale or damaged:
            self.context = replace(context, again=stale | damaged)

    def draw(self) -> None:
        """Make the pictures; what comes after does without those that are damaged."""
        pictures = self._keep(list(plan_pictures(self.context)))
        damaged = set[str]()
        for artifact, data in draw_pictures(pictures, self.options.workers):
            if data is None:
                damaged.add(digest_of_original(artifact))
            else:
                self._put(artifact, data)
        if damaged:
            board = mark_damaged(self.context.board, frozenset(damaged))
            self.context = replace(self.context, board=board)
            self.result.problems += check_pictures(board, self.options.today)

    def print(self, posters: list[Artifact]) -> None:
        """Make the posters and their pictures; the rest does without those that do not fit."""
        previews = (each for poster in posters for each in preview_poster(self.context, poster))
        pictures = {
            cast("Thumbnail", a.view).poster: a for a in previews if a.kind is Kind.THUMBNAIL
        }
        fresh = self._keep(posters)
        failed = []
        for artifact, outcome in self._render_posters(fresh):
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
        if self.views:
            for printed in posters:
                if printed.path in self.staging.files:
                    self.views.note(printed)
        if failed:
            self.context = replace(self.context, unprintable=frozenset(failed))

    def _render_posters(self, posters: list[Artifact]) -> Iterator[Rendered]:
        address, workers = self.options.dask, self.options.workers
        if not address:
            return render_posters(posters, self.theme, workers)
        from generator.build.cluster import Cluster  # noqa: PLC0415 - few have one

        cluster = Cluster(address, self.result.problems)
        return render_posters(posters, self.theme, workers, cluster=cluster)

    def _place(self, problem: Problem) -> Problem:
        if problem.code != "glyph-missing":
            return problem
        return place_character(problem, self.context.board, self.options.site)

    def _tell_left_out(self, posters: list[Artifact]) -> None:
        """Note what has no room on posters, also on those that an earlier build made."""
        left_out: dict[str, set[str]] = {}
        for poster in posters:
            if poster.path in self.staging.files:
                source = cast("PosterView", poster.view).frame.source
                left_out.setdefault(source, set()).update(self.staging.files[poster.path].left_out)
        self.result.problems += tell_left_out(self.context.board, left_out)

    def render(self, prints: list[Artifact]) -> StaffPage:
        """Make all that is left, one after another as it is planned; return the staff's page."""
        staff: StaffPage | None = None
        render = make_renderer(self.theme, self.staging.read)
        for artifact in plan_rest(self.context, self.theme.assets(), prints):
            if isinstance(artifact.view, StaffPage):
                staff = artifact.view
            if artifact.kind in _PRINTED:
                continue
            if self.views:
                self.views.note(artifact)
                self.clippings.cut(artifact)
            if self._keep([artifact]):
                self._put(artifact, render(artifact))
        assert staff is not None  # noqa: S101 - every plan has this page
        return staff

    def _keep(self, artifacts: list[Artifact]) -> list[Artifact]:
        """Take over what has not changed; return the rest."""
        if self.options.full:
            return artifacts
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
        self.options.progress(self.done, max(self.done, self.expected))


def _count(staging: Staging, staff: StaffPage, result: BuildResult) -> None:
    files = staging.files
    pages = [path for path, written in files.items() if written.kind == Kind.PAGE]
    result.pages = sum(path.endswith(".html") for path in pages)
    printed = {path for path, written in files.items() if written.kind == Kind.POSTER}
    result.posters = len(printed)
    result.files = len(files)
    # Who does not print by Linli is told what has changed since the last build.
    result.recorded = staff.recorded
    due = printing_list(staff) if staff.recorded else staging.changed()
    result.to_print = [path for path in due if path in printed]
