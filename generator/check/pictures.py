"""Pictures of bodies that cannot be shown, told at the lines that show them."""

import posixpath
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from generator.model.board import Board, targets_of
from generator.model.picture import PictureFlaw
from generator.model.prose import Target, TargetKind
from generator.problems import Fact, Problem, Severity


def check_pictures(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find pictures whose file is no picture, those of other sites, and those without words.

    The page is published with the words in the place of the picture.
    """
    flaws = {
        file.path: file.content for file in board.pictures if isinstance(file.content, PictureFlaw)
    }
    for item in board.everything:
        for target in targets_of(item):
            if target.kind is TargetKind.IMAGE:
                yield from _check_picture(target, flaws.get(target.path))


def _check_picture(target: Target, flaw: PictureFlaw | None) -> Iterator[Problem]:
    value = posixpath.basename(target.path)
    if is_elsewhere(target):
        yield _warn(target, "image-elsewhere", {})
    elif target.is_foreign:
        yield _warn(target, "image-foreign", {"value": value})
    elif flaw:
        yield _warn(target, flaw.code, {"value": value, **flaw.facts})
    if not target.words:
        yield _warn(target, "image-wordless", {"value": value})


def _warn(target: Target, code: str, facts: Mapping[str, Fact]) -> Problem:
    return Problem(place=target.place, code=code, severity=Severity.WARNING, facts=facts)


def is_elsewhere(target: Target) -> bool:
    """Whether a picture is on another site, from which nothing is ever loaded."""
    return bool(urlsplit(target.path).scheme)
