"""Notices that lack what people need of their kind, or hang at the wrong time for it."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.model.notice import Announcement, Form, Notice, Outage, Recruitment, Result
from generator.model.record import name_field
from generator.problems import Fact, Problem, Severity

_WORDS_ONLY = (Notice, Result, Announcement)
"""Notices that say what they have to say in the points or the body, for want of a field for it."""
_MATTERS = {Announcement: "period", Outage: "when", Recruitment: "deadline"}
"""The field that says until when there is something to object to, to wait for or to sign up for."""


def check_notice_parts(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find notices that say nothing, calls without a phone, and forms that hide their purpose."""
    for notice in board.notices:
        if type(notice) in _WORDS_ONLY and not (notice.points or notice.body):
            yield _warn(notice, "notice-wordless", "title", field=_name(notice, "points"))
        if isinstance(notice, Recruitment) and not (notice.tear_off or notice.contact):
            fields = {"field": _name(notice, "contact"), "other": _name(notice, "tear_off")}
            yield _warn(notice, "recruitment-no-phone", "title", **fields)
        if isinstance(notice, Form) and notice.purpose is None:
            yield _warn(notice, "form-purpose-missing", "fields", field=_name(notice, "purpose"))


def check_notice_days(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find notices that nobody can read in time: put up too late, or taken down too early."""
    for notice in board.notices:
        end = notice.natural_end(board.calendar)
        matter = _MATTERS.get(type(notice), "")
        if end and end < notice.published:
            days: dict[str, Fact] = {"day": end, "published": notice.published}
            yield _warn(notice, "notice-late", matter, **days)
        elif isinstance(notice, Announcement) and notice.period.first < notice.published:
            days = {"first": notice.period.first, "published": notice.published}
            yield _warn(notice, "period-begun", matter, **days)
        if isinstance(notice.take_down, date):
            yield from _check_take_down(notice, notice.take_down, end)


def _check_take_down(notice: Notice, down: date, end: date | None) -> Iterator[Problem]:
    days: dict[str, Fact] = {"day": down}
    if down < notice.published:
        days["published"] = notice.published
        place = notice.source.place("take_down")
        yield Problem(place=place, code="take-down-early", facts=days)
    elif end and down < end:
        code = "take-down-in-period" if isinstance(notice, Announcement) else "take-down-soon"
        yield _warn(notice, code, "take_down", **days, last=end)


def _name(notice: Notice, field: str) -> Fact:
    return name_field(type(notice), field, english=notice.source.english)


def _warn(notice: Notice, code: str, at: str, **facts: Fact) -> Problem:
    """Return a warning at one field of a notice."""
    place = notice.source.place(at)
    return Problem(place=place, code=code, severity=Severity.WARNING, facts=facts)
