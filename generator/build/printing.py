"""Posters in batches, on this machine: alone, or in as many processes as are worth their start.

A batch is printed with a kit, of which each process makes one press. Batches go to any
`concurrent.futures.Executor`; `build.cluster` sends them to other machines.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar, cast

from generator.plan.artifact import Artifact
from generator.plan.views import PosterView
from generator.problems import Problem
from generator.render.theme import Theme
from generator.render.thumbnails import Preview, draw_thumbnail

if TYPE_CHECKING:
    from generator.render.fonts import Faces
    from generator.render.posters import PosterPress

_ENOUGH = 12
"""So many posters are worth the start of another process, which takes about a second."""
_BATCH = 4
_AHEAD = 4
"""Batches that wait for each process: none is idle, and few results wait to be written."""

Batch = TypeVar("Batch")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Kit:
    """What a process needs to print posters; it pickles."""

    theme: Theme
    faces: "Faces"
    print_shop: bool


@dataclass(frozen=True, slots=True)
class PrintedPoster:
    """A poster as PDF, what it looks like, and which parts had no room on it."""

    pdf: bytes
    preview: Preview
    left_out: tuple[str, ...] = ()


Outcome = PrintedPoster | Problem
"""A poster that was printed, or why it could not be."""
Rendered = tuple[Artifact, Outcome]


def make_kit(theme: Theme, posters: list[Artifact], *, print_shop: bool) -> Kit:
    """Return what these posters are printed with, the faces cut for their characters."""
    from generator.render.fonts import cache_folder, find_faces, prepare_faces  # noqa: PLC0415

    found = find_faces()
    if found is None:
        raise ValueError("posters were planned without a face")
    characters = set[str]().union(*(repr(poster.view) for poster in posters))
    faces = prepare_faces(found, cache_folder(), "".join(sorted(characters)))
    return Kit(theme, faces, print_shop)


def print_here(kit: Kit, posters: list[Artifact], workers: int | None) -> Iterator[Rendered]:
    """Yield posters, in their order, with what came of them, printed on this machine.

    `workers` is the number of processes; None lets the machine decide.
    """
    processes = min(workers or os.cpu_count() or 1, len(posters) // _ENOUGH + 1)
    if processes == 1:
        yield from ((poster, print_batch(kit, [poster])[0]) for poster in posters)
        return
    # A fresh interpreter for each: WeasyPrint's libraries do not survive a fork of threads.
    with ProcessPoolExecutor(processes, get_context("spawn")) as executor:
        yield from spread_posters(executor, kit, posters, ahead=processes * _AHEAD)


def spread_posters(
    executor: Executor, kit: Kit, posters: list[Artifact], *, ahead: int
) -> Iterator[Rendered]:
    """Yield posters, in their order, as the processes of any executor print them in batches."""
    batches = cut_batches(posters, _BATCH)
    made = spread(lambda batch: executor.submit(print_batch, kit, batch), batches, ahead)
    outcomes = (outcome for future in made for outcome in future.result())
    yield from zip(posters, outcomes, strict=True)


def cut_batches(posters: list[Artifact], size: int) -> Iterator[list[Artifact]]:
    """Yield the posters in batches of this size, the last one of what is left."""
    return (posters[start : start + size] for start in range(0, len(posters), size))


def spread(
    submit: Callable[[Batch], Future[Result]], batches: Iterable[Batch], ahead: int
) -> Iterator[Future[Result]]:
    """Yield what `submit` returns for each batch, in their order, never more than `ahead` early.

    So neither batches nor results pile up in memory, however many there are. What nobody waits for
    any more is cancelled.
    """
    waiting = deque[Future[Result]]()
    try:
        for batch in batches:
            waiting.append(submit(batch))
            if len(waiting) >= ahead:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()
    finally:
        for future in waiting:
            future.cancel()


def print_batch(kit: Kit, posters: list[Artifact]) -> list[Outcome]:
    """Return what comes of each poster, with this process's own press."""
    return [_print(_press(kit), poster) for poster in posters]


@lru_cache(maxsize=1)
def _press(kit: Kit) -> "PosterPress":
    """Return this process's own press, which is made for its first poster."""
    from generator.render.posters import PosterPress  # noqa: PLC0415

    return PosterPress(kit.theme, kit.faces, print_shop=kit.print_shop)


def _print(press: "PosterPress", artifact: Artifact) -> Outcome:
    from generator.render.posters import PosterFault  # noqa: PLC0415

    try:
        pdf = press.render(artifact.path, cast("PosterView", artifact.view))
    except PosterFault as fault:
        return fault.problem
    left_out = press.left_out.get(artifact.path, ())
    return PrintedPoster(pdf, draw_thumbnail(pdf), left_out)
