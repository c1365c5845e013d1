"""Artifacts to bytes: pages in this process, posters in several if there are enough of them."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import cast

from generator.plan.artifact import Artifact, Kind
from generator.plan.views import (
    AssetView,
    AtomFeed,
    CalendarFeed,
    FileView,
    PageView,
    PosterView,
    SearchIndex,
    TableView,
    TwinPage,
)
from generator.problems import Problem
from generator.render.calendars import CalendarPress
from generator.render.feeds import FeedPress
from generator.render.fonts import Faces, cache_folder, find_faces, prepare_faces
from generator.render.pages import PagePress
from generator.render.posters import PosterFault, PosterPress
from generator.render.search import render_search
from generator.render.tables import TablePress
from generator.render.theme import Theme
from generator.render.thumbnails import Preview, draw_thumbnail
from generator.render.twins import TwinPress

Progress = Callable[[int, int], None]
"""Told how many artifacts are done, of how many."""


def no_progress(done: int, total: int) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True)
class PrintedPoster:
    """A poster as PDF, what it looks like, and which parts had no room on it."""

    pdf: bytes
    preview: Preview
    left_out: tuple[str, ...] = ()


Rendered = tuple[Artifact, PrintedPoster | Problem]
"""A poster that was printed, or why it could not be."""

_ENOUGH = 12
"""So many posters are worth the start of another process, which takes about a second."""
_BATCH = 4


@dataclass(frozen=True, slots=True)
class Kit:
    """What a process needs to print posters; it pickles."""

    theme: Theme
    faces: Faces
    print_shop: bool

    def make_press(self) -> PosterPress:
        """Return a press of this process's own."""
        return PosterPress(self.theme, self.faces, print_shop=self.print_shop)


def render_pages(artifacts: Iterable[Artifact], theme: Theme) -> Iterator[tuple[Artifact, bytes]]:
    """Yield pages, twins, calendars and files with their bytes.

    Raises jinja2.TemplateError for a fault of the theme, OSError for a file that went away.
    """
    press, calendars, twins = PagePress(theme), CalendarPress(theme), TwinPress(theme)
    tables, feeds = TablePress(theme), FeedPress(theme)
    for artifact in artifacts:
        if artifact.kind is Kind.FILE:
            yield artifact, _read_file(cast("FileView | AssetView", artifact.view))
        elif artifact.kind is Kind.CALENDAR:
            yield artifact, calendars.render(cast("CalendarFeed", artifact.view))
        elif artifact.kind is Kind.FEED:
            yield artifact, feeds.render(cast("AtomFeed", artifact.view))
        elif artifact.kind is Kind.SEARCH:
            yield artifact, render_search(cast("SearchIndex", artifact.view))
        elif artifact.kind is Kind.TABLE:
            yield artifact, tables.render(cast("TableView", artifact.view))
        elif artifact.kind is Kind.TWIN:
            yield artifact, twins.render(artifact.path, cast("TwinPage", artifact.view))
        else:
            yield artifact, press.render(artifact.path, cast("PageView", artifact.view))


def _read_file(view: FileView | AssetView) -> bytes:
    return view.data if isinstance(view, AssetView) else Path(view.location).read_bytes()


def render_posters(
    posters: list[Artifact], theme: Theme, workers: int | None, *, print_shop: bool = False
) -> Iterator[Rendered]:
    """Yield posters, in their order, as PDF with a small picture, or with what is wrong with them.

    `workers` is the number of processes; None lets the machine decide. The machine must have what
    posters need (`missing_requirements`). For a `print_shop` they have bleed and crop marks.
    """
    if not posters:
        return
    kit = _make_kit(theme, posters, print_shop=print_shop)
    processes = min(workers or os.cpu_count() or 1, len(posters) // _ENOUGH + 1)
    if processes == 1:
        press = kit.make_press()
        yield from (_render_poster(press, poster) for poster in posters)
        return
    # A fresh interpreter for each: WeasyPrint's libraries do not survive a fork of threads.
    with ProcessPoolExecutor(processes, get_context("spawn"), _start, (kit,)) as executor:
        yield from _spread(executor, posters)


def _make_kit(theme: Theme, posters: list[Artifact], *, print_shop: bool) -> Kit:
    """Return what these posters are printed with, the faces cut for their characters."""
    found = find_faces()
    if found is None:
        raise ValueError("posters were planned without a face")
    characters = set[str]().union(*(repr(poster.view) for poster in posters))
    faces = prepare_faces(found, cache_folder(), "".join(sorted(characters)))
    return Kit(theme, faces, print_shop)


def _spread(executor: Executor, posters: list[Artifact]) -> Iterator[Rendered]:
    batches = [posters[start : start + _BATCH] for start in range(0, len(posters), _BATCH)]
    yield from chain.from_iterable(executor.map(_render_batch, batches))


_press: PosterPress | None = None


def _start(kit: Kit) -> None:
    """Make this process's own press; runs once in every worker."""
    global _press  # noqa: PLW0603 - a worker has no other place to keep it
    _press = kit.make_press()


def _render_batch(posters: list[Artifact]) -> list[Rendered]:
    assert _press is not None  # noqa: S101 - `_start` ran in this process
    return [_render_poster(_press, poster) for poster in posters]


def _render_poster(press: PosterPress, artifact: Artifact) -> Rendered:
    try:
        pdf = press.render(artifact.path, cast("PosterView", artifact.view))
    except PosterFault as fault:
        return artifact, fault.problem
    left_out = press.left_out.get(artifact.path, ())
    return artifact, PrintedPoster(pdf, draw_thumbnail(pdf), left_out)
