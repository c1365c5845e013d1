"""Water and power cuts: whether people are told until when they have to wait."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.model.notice import Outage
from generator.model.record import name_field
from generator.problems import Problem, Severity


def check_outages(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find outages without a last day, and those whose last day has no time of restoration."""
    for notice in board.notices:
        if not isinstance(notice, Outage):
            continue
        place = notice.source.place("when")
        restored = notice.restored(board.calendar)
        if restored is None:
            yield Problem(place=place, code="outage-endless")
        elif restored[1] is None:
            yield Problem(
                place=place,
                code="outage-restore-missing",
                severity=Severity.WARNING,
                facts={"field": name_field(Outage, "revision", english=notice.source.english)},
            )
