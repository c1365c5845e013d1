"""Results 结果 of services: what a draft of the annual review would count twice."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.problems import Problem, Severity


def check_results(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find results of a whole schedule that one of its services has under the same name."""
    for schedule in board.services:
        for name in schedule.results:
            services = [s.name for s in schedule.public_services if name in s.results]
            if services:
                yield Problem(
                    place=schedule.source.place("results", name),
                    code="result-twice",
                    severity=Severity.WARNING,
                    facts={"value": name, "services": "\n".join(services)},
                )
