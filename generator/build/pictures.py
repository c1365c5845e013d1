"""The pictures of the content, each decoded once for all its sizes; many in several processes."""

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import cast

from msgspec.structs import replace

from generator.model.board import Board
from generator.model.picture import PictureFlaw
from generator.plan.artifact import Artifact
from generator.plan.views import PictureVersion
from generator.render.pictures import PictureDamagedError, draw_versions

Drawn = tuple[Artifact, bytes | None]
"""A picture in one size; None if its pixels cannot be made out."""

_ENOUGH = 8
"""So many photographs are worth the start of another process."""


def draw_pictures(artifacts: Iterable[Artifact], workers: int | None) -> Iterator[Drawn]:
    """Yield pictures with their bytes, those of one original together.

    `workers` is the number of processes; None lets the machine decide. Raises OSError for a file
    that went away.
    """
    ordered = sorted(artifacts, key=digest_of_original)
    groups = [list(group) for _, group in groupby(ordered, digest_of_original)]
    processes = min(workers or os.cpu_count() or 1, len(groups) // _ENOUGH + 1)
    if processes == 1:
        for group in groups:
            yield from _draw(group)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most builds draw few
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(processes, get_context("spawn")) as executor:
        for drawn in executor.map(_draw, groups):
            yield from drawn


def mark_damaged(board: Board, digests: frozenset[str]) -> Board:
    """Return the board with the pictures of these digests as ones that cannot be shown."""
    flaw = PictureFlaw("image-damaged")
    marked = (replace(f, content=flaw) if f.digest in digests else f for f in board.pictures)
    return replace(board, pictures=tuple(marked))


def digest_of_original(artifact: Artifact) -> str:
    """Return the digest of the file that a picture is made from."""
    return cast("PictureVersion", artifact.view).original.digest


def _draw(group: list[Artifact]) -> list[Drawn]:
    try:
        drawn = draw_versions([cast("PictureVersion", artifact.view) for artifact in group])
    except PictureDamagedError:
        return [(artifact, None) for artifact in group]
    return list(zip(group, drawn, strict=True))
