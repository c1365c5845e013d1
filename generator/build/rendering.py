"""Artifacts to bytes: pages in this process, posters in several if there are enough of them."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import cast

from generator.plan.artifact import Artifact, Kind
from generator.plan.views import CalendarFeed, FileView, PageView, PosterView
from generator.problems import Problem
from generator.render.calendars import CalendarPress
from generator.render.fonts import Faces
from generator.render.pages import PagePress
from generator.render.posters import PosterFault, PosterPress
from generator.render.theme import Theme

Rendered = tuple[Artifact, bytes | Problem]
"""An artifact with its bytes, or with why it could not be made."""

_ENOUGH = 12
"""So many posters are worth the start of another process, which takes about a second."""
_BATCH = 4


@dataclass(frozen=True, slots=True)
class Kit:
    """What a process needs to render anything; it pickles."""

    theme: Theme
    faces: Faces | None


def render_pages(artifacts: Iterable[Artifact], kit: Kit) -> Iterator[tuple[Artifact, bytes]]:
    """Yield pages, calendars and files with their bytes.

    Raises jinja2.TemplateError for a fault of the theme, OSError for a file that went away.
    """
    press, calendars = PagePress(kit.theme), CalendarPress(kit.theme)
    for artifact in artifacts:
        if artifact.kind is Kind.FILE:
            yield artifact, Path(cast("FileView", artifact.view).location).read_bytes()
        elif artifact.kind is Kind.CALENDAR:
            yield artifact, calendars.render(cast("CalendarFeed", artifact.view))
        else:
            yield artifact, press.render(artifact.path, cast("PageView", artifact.view))


def render_posters(posters: list[Artifact], kit: Kit, workers: int | None) -> Iterator[Rendered]:
    """Yield posters, in their order, as PDF or with what is wrong with them.

    `workers` is the number of processes; None lets the machine decide.
    """
    if not posters:
        return
    processes = min(workers or os.cpu_count() or 1, len(posters) // _ENOUGH + 1)
    if processes == 1:
        press = _make_press(kit)
        yield from (_render_poster(press, poster) for poster in posters)
        return
    # A fresh interpreter for each: WeasyPrint's libraries do not survive a fork of threads.
    with ProcessPoolExecutor(processes, get_context("spawn"), _start, (kit,)) as executor:
        yield from _spread(executor, posters)


def _spread(executor: Executor, posters: list[Artifact]) -> Iterator[Rendered]:
    batches = [posters[start : start + _BATCH] for start in range(0, len(posters), _BATCH)]
    yield from chain.from_iterable(executor.map(_render_batch, batches))


_press: PosterPress | None = None


def _start(kit: Kit) -> None:
    """Make this process's own press; runs once in every worker."""
    global _press  # noqa: PLW0603 - a worker has no other place to keep it
    _press = _make_press(kit)


def _render_batch(posters: list[Artifact]) -> list[Rendered]:
    assert _press is not None  # noqa: S101 - `_start` ran in this process
    return [_render_poster(_press, poster) for poster in posters]


def _make_press(kit: Kit) -> PosterPress:
    if kit.faces is None:
        raise ValueError("posters were planned without a face")
    return PosterPress(kit.theme, kit.faces)


def _render_poster(press: PosterPress, artifact: Artifact) -> Rendered:
    try:
        return artifact, press.render(artifact.path, cast("PosterView", artifact.view))
    except PosterFault as fault:
        return artifact, fault.problem
