"""Names that stand for something else: compounds and committees in 范围, groups, issues, themes."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.board import Board, path_of
from generator.model.event import Event
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.notice import Announcement, Notice, Result
from generator.model.record import Source
from generator.model.service import ServiceSchedule
from generator.problems import Fact, Place, Problem, Severity, near_misses


def check_scopes(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find entries of 范围 that name no compound, committee or building."""
    known = [*board.compounds_by_name, *board.committees_by_name]
    for item in board.items:
        for number, entry in enumerate(item.scope):
            compounds = board.find_scope(entry, item.owner)
            buildings = compounds[0].buildings if compounds else ()
            if not compounds:
                place = item.source.place("scope", number)
                yield _unknown("scope-unknown", place, entry.name, known)
            elif entry.building and buildings and entry.building not in buildings:
                facts: dict[str, Fact] = {
                    "value": entry.building,
                    "compound": compounds[0].name,
                    "known": "\n".join(buildings),
                }
                place = item.source.place("scope", number)
                yield Problem(place=place, code="building-unknown", facts=facts)


def check_reach(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find items for compounds of another committee, without leave from the street."""
    offices = {c.id: c for c in board.committees}
    for item in board.items:
        if not item.scope or board.may_leave(item.owner):
            continue
        office = offices[item.owner or ""]
        for number, entry in enumerate(item.scope):
            if any(compound.owner != office.id for compound in board.find_scope(entry, office.id)):
                place = item.source.place("scope", number)
                facts: dict[str, Fact] = {"value": entry.name, "committee": office.name}
                yield Problem(place=place, code="scope-foreign", facts=facts)


def check_permissions(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find names in 可发全街道 that no committee has, so that nobody is allowed anything."""
    for number, name in enumerate(board.site.street_wide):
        if name not in board.committees_by_name:
            place = board.site.source.place("street_wide", number)
            known = board.committees_by_name
            yield _unknown("committee-unknown", place, name, known, Severity.WARNING)


def check_groups(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find names of groups that have no file; the page then shows no link."""
    grouped: tuple[Event | ServiceSchedule | Notice, ...]
    grouped = (*board.events, *board.services, *board.notices)
    for item in grouped:
        for number, name in enumerate(item.groups):
            if name not in board.groups_by_name:
                place = item.source.place("groups", number)
                yield _unknown("group-unknown", place, name, board.groups_by_name, Severity.WARNING)


def check_issue_names(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find notices that name an unknown issue, and steps that name an unknown announcement."""
    numbers = [issue.number for issue in board.issues]
    for notice in board.notices:
        named = isinstance(notice, Announcement | Result) and notice.issue
        if named and named not in numbers:
            place = notice.source.place("issue")
            yield _unknown("issue-unknown", place, named, numbers, Severity.WARNING)
    notices = (item for item in board.everything if item.folder == Notice.folder)
    slugs = [Source(path_of(notice)).stem for notice in notices]
    for issue in board.issues:
        for number, step in enumerate(issue.steps):
            if step.announcement and step.announcement not in slugs:
                place = issue.source.place("steps", number, "announcement")
                yield _unknown(
                    "announcement-unknown", place, step.announcement, slugs, Severity.WARNING
                )


def check_themes(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find entries of a review under a theme that their year does not have, and items alike."""
    for review in board.reviews:
        known = [name for theme in review.street.themes for name in (theme.number, theme.name)]
        for entry in review.entries:
            if entry.theme not in known:
                yield _unknown("theme-unknown", entry.source.place("theme"), entry.theme, known)
    yield from _check_item_themes(board)


def _check_item_themes(board: Board) -> Iterator[Problem]:
    """Find items and groups that name a theme which no year has; drafts then leave it out."""
    themes = [theme for review in board.reviews for theme in review.street.themes]
    known = list(dict.fromkeys(name for theme in themes for name in (theme.number, theme.name)))
    items: tuple[Event | ServiceSchedule | Issue | Group, ...]
    items = (*board.events, *board.services, *board.issues, *board.groups)
    for item in items:
        if known and item.theme and item.theme not in known:
            place = item.source.place("theme")
            yield _unknown("theme-of-no-year", place, item.theme, known, Severity.WARNING)


def _unknown(
    code: str, place: Place, value: str, known: Iterable[str], severity: Severity = Severity.ERROR
) -> Problem:
    """Report a name nobody knows, with the nearest ones that somebody does."""
    near = near_misses(value, known, count=3)
    facts: dict[str, Fact] = {"value": value, "near": "\n".join(near) or "—"}
    return Problem(place=place, code=code, severity=severity, facts=facts)
