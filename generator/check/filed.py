"""What is said of items that are filed: their files are not read, so it is said again.

An item that is long over can be filed if all that is said of it stays the same as long as its file
does, or is found without its record.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.board import Board
from generator.problems import Problem, Severity

_FOUND_ANEW = frozenset(
    {"link-broken", "image-missing", "image-elsewhere", "image-foreign", "image-wordless"}
)
"""What the checks of links and pictures say of `FiledItem.targets` in each build."""
_LASTING = frozenset(
    {
        *("event-before-file", "updated-early", "notice-late", "period-begun"),
        *("take-down-soon", "take-down-in-period", "notice-wordless", "recruitment-no-phone"),
        *("form-purpose-missing", "outage-restore-missing", "result-twice", "menu-week-twice"),
        *("personal-address", "personal-name", "personal-account"),
        *("group-unknown", "theme-of-no-year"),
        *("time-from-published", "time-year-inferred", "time-start-inferred"),
        *("time-clock-inferred", "time-crosses-noon", "time-no-clock", "time-small-hours"),
        *("time-midnight-twelve", "time-little-new-year", "time-one-day-beside"),
        *("time-fifth-weekday", "time-month-day-rare", "time-month-count", "time-tail-last-only"),
    }
)
"""What checks say of one file, whatever the day: by its own words, and by what everything filed has
in common (`build.filing.find_basis`), such as the calendar, groups and themes."""


def check_filed(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Say again what was said of the files of what is filed."""
    for item in board.filed:
        yield from item.remarks


def find_lasting(said: Iterable[Problem], read: Iterable[Problem]) -> tuple[Problem, ...] | None:
    """Return what has to be said again of an item that is long over; None if nobody can tell.

    `said` is all that was said of its file, and `read` what reading it has said of that, which
    always knows this one file alone.
    """
    kept = [problem for problem in said if problem.code not in _FOUND_ANEW]
    lasting = _LASTING | {problem.code for problem in read}
    if all(p.code in lasting and p.severity is not Severity.ERROR for p in kept):
        return tuple(kept)
    return None
