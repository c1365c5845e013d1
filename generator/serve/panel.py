"""What a page is told beside itself: what is wrong, what expires this week, what to print."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.item import Item
from generator.plan import addresses
from generator.plan.agenda import week_end
from generator.plan.cards import title_of
from generator.plan.lifetime import is_published, last_day
from generator.plan.views import PosterLink, StaffPage
from generator.privacy import mask_text
from generator.problems import Problem, Severity
from generator.serve.preview import Preview, Shown

_WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Voice(Frozen, kw_only=True):
    """The words for people, in the language of the site that was read last."""

    words: Callable[[], Mapping[str, str]]
    """Those of the panel, by their names in its script."""
    describe: Callable[[Problem], Mapping[str, str | int]]
    """A problem as `linli check` tells it: `word`, `position`, `message`, `excerpt`, `help`."""
    name_day: Callable[[date], str]
    name_poster: Callable[[str, date | None, date | None], str]
    """One without a title, by its kind and the first day of its month or week."""


def describe_state(preview: Preview, shown: Shown, page: str, voice: Voice) -> str:
    """Return what the script in a page is told, as JSON. `page` is the digest of the page."""
    pages = _pages_by_source(shown.site.board) if shown.site else {}
    staff = shown.site.staff if shown.site else None
    problems = sorted(shown.problems, key=lambda problem: _WEIGHTS.index(problem.severity))
    state = {
        "number": preview.number,
        "page": page,
        "day": shown.day.isoformat(),
        "dayName": voice.name_day(shown.day),
        "isUsualDay": shown.day == preview.usual_day(),
        "isOld": shown.is_old,
        "errors": sum(problem.severity is Severity.ERROR for problem in shown.problems),
        "problems": [_problem(problem, pages, voice) for problem in problems],
        "expiring": _expiring(shown, voice),
        "printing": _printing(staff, voice) if staff else None,
        "words": dict(voice.words()),
    }
    return json.dumps(state, ensure_ascii=False)


def _problem(problem: Problem, pages: Mapping[str, str], voice: Voice) -> dict[str, Any]:
    return {
        **voice.describe(problem),
        "severity": problem.severity.value,
        "code": problem.code,
        "page": pages.get(problem.place.path),
    }


def _pages_by_source(board: Board) -> dict[str, str]:
    """Return the page that shows what a content file says, by the file's path."""
    table = {board.site.source.path: addresses.HOME}
    table |= {c.source.path: addresses.of_committee(c.id) for c in board.committees}
    table |= {r.street.source.path: addresses.of_review(r.street.year) for r in board.reviews}
    return table | {item.source.path: addresses.of_item(item) for item in board.items}


def _expiring(shown: Shown, voice: Voice) -> list[dict[str, str]]:
    """Return what has its last day from today to Sunday, in that order."""
    if shown.site is None:
        return []
    board, today = shown.site.board, shown.day
    found: list[tuple[date, str, Item]] = []
    for item in board.items:
        end = last_day(item, board, today)
        if end and today <= end <= week_end(today) and is_published(item, today):
            found.append((end, title_of(item), item))
    return [
        {
            "title": title,
            "day": voice.name_day(end),
            "page": addresses.of_item(item),
            "file": mask_text(item.source.path),
        }
        for end, title, item in sorted(found, key=lambda entry: entry[:2])
    ]


def _printing(staff: StaffPage, voice: Voice) -> dict[str, Any]:
    """Return what has to be printed in each compound, as the page for staff has it."""
    compounds = []
    for compound in staff.compounds:
        links = {link.twin: link for link in compound.fresh}
        links |= {link.twin: link for board in compound.boards for link in board.replace}
        if links:
            compounds.append(
                {"name": compound.name, "posters": _posters(list(links.values()), voice)}
            )
    return {"recorded": staff.recorded, "page": addresses.STAFF, "compounds": compounds}


def _posters(links: Sequence[PosterLink], voice: Voice) -> list[dict[str, str]]:
    return [
        {
            "title": link.title or voice.name_poster(link.kind, link.month, link.week),
            "page": link.twin,
        }
        for link in links
    ]
