"""Before: a `Board` and a day. After: what is wrong with it although every file can be read.

A check is a function from a board and a day to problems; `CHECKS` is the table of them.
"""

from collections.abc import Callable, Iterator
from datetime import date

from generator.check.attachments import check_attachments
from generator.check.events import check_events_over
from generator.check.filed import check_filed
from generator.check.grids import check_grids
from generator.check.identity import check_addresses, check_codes, check_ids, check_issue_numbers
from generator.check.links import check_links
from generator.check.menus import check_menus
from generator.check.names import (
    check_groups,
    check_issue_names,
    check_permissions,
    check_reach,
    check_scopes,
    check_themes,
)
from generator.check.notices import check_notice_days, check_notice_parts
from generator.check.outages import check_outages
from generator.check.pictures import check_pictures
from generator.check.privacy import check_privacy
from generator.check.results import check_results
from generator.check.steps import check_announcements, check_procedure, check_steps
from generator.check.times import (
    check_freshness,
    check_gregorian,
    check_readings,
)
from generator.check.traditional import check_traditional_edition, check_traditional_names
from generator.check.updates import check_updates
from generator.check.web import check_accent, check_site_address
from generator.model.board import Board
from generator.problems import Problem

CHECKS: tuple[Callable[[Board, date], Iterator[Problem]], ...] = (
    check_site_address,
    check_accent,
    check_ids,
    check_addresses,
    check_codes,
    check_issue_numbers,
    check_scopes,
    check_reach,
    check_permissions,
    check_groups,
    check_issue_names,
    check_themes,
    check_links,
    check_pictures,
    check_attachments,
    check_procedure,
    check_steps,
    check_announcements,
    check_grids,
    check_privacy,
    check_readings,
    check_gregorian,
    check_events_over,
    check_notice_days,
    check_updates,
    check_freshness,
    check_menus,
    check_outages,
    check_results,
    check_notice_parts,
    check_traditional_edition,
    check_traditional_names,
    check_filed,
)


def check_board(board: Board, today: date) -> Iterator[Problem]:
    """Yield the problems that all checks find."""
    for check in CHECKS:
        yield from check(board, today)
