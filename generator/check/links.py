"""Links and pictures of bodies that lead nowhere, and pictures that nothing leads to."""

import posixpath
from collections.abc import Iterator
from datetime import date

from generator.check.pictures import is_elsewhere
from generator.model.board import Board, path_of, targets_of
from generator.model.prose import TargetKind
from generator.problems import Place, Problem, Severity, near_misses


def check_links(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find links to files that do not exist, and pictures that no body shows.

    A link without its file becomes plain words on the page. A picture that a wrong link was likely
    meant for is not reported as well, and none is while a body could not be read.
    """
    pages = {path_of(item) for item in board.everything} | set(board.withheld)
    pages |= {committee.source.path for committee in board.committees}
    pages |= {review.street.source.path for review in board.reviews}
    images = {file.path for file in board.pictures}
    files = pages | images
    used = set()
    for item in board.everything:
        for target in targets_of(item):
            known = images if target.kind is TargetKind.IMAGE else files
            used.add(target.path)
            if target.kind is TargetKind.WEB or target.path in known or is_elsewhere(target):
                continue
            near = near_misses(target.path, sorted(known))
            used.update(near)
            yield Problem(
                place=target.place,
                code="image-missing" if target.kind is TargetKind.IMAGE else "link-broken",
                severity=Severity.WARNING,
                facts={
                    "value": _as_linked(target.path, path_of(item)),
                    "near": _as_linked(near[0], path_of(item)) if near else "—",
                },
            )
    if not any(path.lower().endswith(".md") for path in board.withheld):
        yield from _find_unused(images - used)


def _find_unused(images: set[str]) -> Iterator[Problem]:
    for path in sorted(images):
        yield Problem(
            place=Place(path=path),
            code="image-unused",
            severity=Severity.WARNING,
            facts={"value": posixpath.basename(path)},
        )


def _as_linked(path: str, source: str) -> str:
    """Return how the file `source` names a file of the content."""
    return posixpath.relpath(path, posixpath.dirname(source))
