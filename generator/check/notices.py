"""Notices that lack what people need of their kind: words, whom to call, what a form is for."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.model.notice import Form, Notice, Recruitment, Result
from generator.model.record import name_field
from generator.problems import Fact, Problem, Severity

_WORDS_ONLY = (Notice, Result)
"""Notices without parts of their own: what they say stands in the points or the body."""


def check_notice_parts(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find notices that say nothing, calls without a phone, and forms that hide their purpose."""
    for notice in board.notices:
        if type(notice) in _WORDS_ONLY and not (notice.points or notice.body):
            yield _warn(notice, "notice-wordless", "title", "points")
        if isinstance(notice, Recruitment) and not (notice.tear_off or notice.contact):
            other = name_field(Recruitment, "tear_off", english=notice.source.english)
            yield _warn(notice, "recruitment-no-phone", "title", "contact", other=other)
        if isinstance(notice, Form) and notice.purpose is None:
            yield _warn(notice, "form-purpose-missing", "fields", "purpose")


def _warn(notice: Notice, code: str, at: str, missing: str, **more: Fact) -> Problem:
    """Return a warning at one field about another that is missing."""
    field = name_field(type(notice), missing, english=notice.source.english)
    facts = {"field": field} | more
    place = notice.source.place(at)
    return Problem(place=place, code=code, severity=Severity.WARNING, facts=facts)
