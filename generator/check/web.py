"""What the site needs to be found, and what it looks like."""

from collections.abc import Iterator
from datetime import date

from generator.model.accent import is_red
from generator.model.board import Board
from generator.model.record import name_field
from generator.model.site import Site
from generator.problems import Problem, Severity


def check_site_address(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Say that posters have no code while the site has no address."""
    if board.site.url is None:
        source = board.site.source
        yield Problem(
            place=source.place(),
            code="site-address-missing",
            severity=Severity.WARNING,
            facts={"field": name_field(Site, "url", english=source.english)},
        )


def check_accent(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Warn of an accent that takes from urgent notices what they stand out by."""
    source = board.site.source
    if is_red(board.site.accent):
        yield Problem(
            place=source.place("accent"),
            code="accent-red",
            severity=Severity.WARNING,
            facts={"field": name_field(Site, "accent", english=source.english)},
        )
