"""Posters on this machine, in as many processes as are worth their start.

A poster is printed with a kit, of which each process makes one press. A poster that takes too much
time or memory is given up together with its process, and the others go on (`generator.supervised`).
`build.cluster` sends batches of posters to other machines.
"""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import closing
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar, cast

from generator.frozen import Frozen
from generator.plan.artifact import Artifact
from generator.plan.views import PosterView
from generator.problems import Fact, Place, Problem
from generator.render.theme import Theme
from generator.render.thumbnails import Preview, draw_thumbnail
from generator.supervised import Limits, Reason, SupervisedExecutor, TaskStoppedError

if TYPE_CHECKING:
    from generator.render.fonts import Faces
    from generator.render.posters import PosterPress

_ENOUGH = 12
"""So many posters are worth the start of another process, which takes about a second."""
_AHEAD = 8
"""Posters that wait for each process: none is idle, and few results wait to be written."""
LIMITS = Limits()
"""What a poster may take."""
_STOPPED = {
    Reason.TIME: "poster-too-slow",
    Reason.MEMORY: "poster-too-large",
    Reason.DIED: "poster-broke-off",
}

Batch = TypeVar("Batch")
Result = TypeVar("Result")


class Kit(Frozen):
    """What a process needs to print posters; it pickles."""

    theme: Theme
    faces: "Faces"
    print_shop: bool


class PrintedPoster(Frozen):
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

    `workers` is the number of processes; None lets the machine decide. Raises OSError if none can
    be started.
    """
    processes = min(workers or os.cpu_count() or 1, len(posters) // _ENOUGH + 1)
    with SupervisedExecutor(processes, LIMITS) as executor:
        yield from spread_posters(executor, kit, posters, ahead=processes * _AHEAD)


def spread_posters(
    executor: Executor, kit: Kit, posters: list[Artifact], *, ahead: int
) -> Iterator[Rendered]:
    """Yield posters, in their order, as the processes of an executor print them.

    Once one had to be stopped, no further poster of the same source is printed: each would take as
    long, and a notice has one for each compound.
    """
    stopped: dict[str, Problem] = {}

    def send(poster: Artifact) -> Future[Outcome]:
        if _source_of(poster) not in stopped:
            return executor.submit(_print, kit, poster)
        return Future[Outcome]()  # nobody will wait for it

    with closing(spread(send, posters, ahead)) as made:
        for poster, future in zip(posters, made, strict=True):
            source = _source_of(poster)
            if source in stopped:
                future.cancel()
                yield poster, stopped[source]
                continue
            try:
                outcome = future.result()
            except (TaskStoppedError, RecursionError) as error:
                reason = error.reason if isinstance(error, TaskStoppedError) else Reason.DIED
                outcome = _tell_stopped(poster, reason)
                if source:
                    stopped[source] = outcome
            yield poster, outcome


def _source_of(poster: Artifact) -> str:
    return cast("PosterView", poster.view).frame.source


def _tell_stopped(poster: Artifact, reason: Reason) -> Problem:
    facts: dict[str, Fact] = {"poster": poster.path}
    if reason is Reason.TIME:
        facts["seconds"] = f"{LIMITS.seconds:g}"
    if reason is Reason.MEMORY:
        facts["limit"] = LIMITS.memory >> 20
    return Problem(place=Place(path=_source_of(poster)), code=_STOPPED[reason], facts=facts)


def cut_batches(posters: list[Artifact], size: int) -> Iterator[list[Artifact]]:
    """Yield the posters in batches of this size, the last one of what is left."""
    return (posters[start : start + size] for start in range(0, len(posters), size))


def spread(
    submit: Callable[[Batch], Future[Result]], batches: Iterable[Batch], ahead: int
) -> Generator[Future[Result]]:
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
    """Return what comes of each poster, printed one after another."""
    return [outcome for _, outcome in print_here(kit, posters, 1)]


def _print(kit: Kit, artifact: Artifact) -> Outcome:
    """Print a poster with this process's own press."""
    from generator.render.posters import PosterFault  # noqa: PLC0415

    press = _press(kit)
    try:
        pdf = press.render(artifact.path, cast("PosterView", artifact.view))
    except PosterFault as fault:
        return fault.problem
    left_out = press.left_out.get(artifact.path, ())
    return PrintedPoster(pdf, draw_thumbnail(pdf), left_out)


@lru_cache(maxsize=1)
def _press(kit: Kit) -> "PosterPress":
    """Return this process's own press, which is made for its first poster."""
    from generator.render.posters import PosterPress  # noqa: PLC0415

    return PosterPress(kit.theme, kit.faces, print_shop=kit.print_shop)
