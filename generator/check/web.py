"""What the site needs to be found."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.problems import Problem, Severity


def check_site_address(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Say that posters have no code while the site has no address."""
    if board.site.url is None:
        yield Problem(
            place=board.site.source.place(), code="site-address-missing", severity=Severity.WARNING
        )
