"""Links and pictures of bodies that lead to files which are not there."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.model.prose import TargetKind
from generator.problems import Problem, Severity, near_misses


def check_links(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find links to content files that do not exist; the page shows their words without a link."""
    pages = {item.source.path for item in board.items}
    pages |= {committee.source.path for committee in board.committees}
    pages |= {review.street.source.path for review in board.reviews}
    images = {file.path for file in board.files}
    for item in board.items:
        for target in item.body.targets:
            known = images if target.kind is TargetKind.IMAGE else pages | images
            if target.kind is TargetKind.WEB or target.path in known:
                continue
            code = "image-missing" if target.kind is TargetKind.IMAGE else "link-broken"
            near = near_misses(target.path, sorted(known))
            facts = {"value": target.path, "near": near[0] if near else "—"}
            yield Problem(place=target.place, code=code, severity=Severity.WARNING, facts=facts)
