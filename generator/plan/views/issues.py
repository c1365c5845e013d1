"""Boards of issues, on the web and on paper: one row for each issue, one place for each step."""

from datetime import date
from typing import ClassVar

from generator.frozen import Frozen
from generator.plan.views.head import Head
from generator.plan.views.pieces import Frame, Link, PosterLink, StepView
from generator.plan.views.poster_frame import PosterFrame


class IssueRow(Frozen, kw_only=True):
    """An issue on a board. It holds days and no counts of days, which would change every night."""

    number: str
    title: str
    address: str
    topic: str | None
    office: Link
    """Who answers."""
    phone: str | None
    compounds: tuple[str, ...]
    """Whom it concerns; empty for all of its office's compounds."""
    steps: tuple[StepView, ...]
    """All steps of the site's own order."""
    step: str
    """The step that it is in."""
    since: date
    """The day on which it came to that step."""
    due: date | None
    """The last day for that step by the site's own limit; None without one, or once closed."""
    limit: int | None
    """The days that the step may take."""
    next_name: str | None
    next_day: date | None
    opened: date
    closed: bool
    duration: int | None
    """How many days it took from the first to the last step; None while it is open."""


class IssueCounts(Frozen, kw_only=True):
    """The list of problems 问题清单 in figures."""

    topic: str | None
    """The category that is counted; None for all issues."""
    collected: int
    open: int
    closed: int


class IssueBoardPage(Frozen, kw_only=True):
    """The issues of a compound, a committee or the street."""

    template: ClassVar[str] = "issues.html"
    frame: Frame
    head: Head
    today: date
    name: str
    """Of the compound or committee; the site's for the street."""
    level: str
    """`compound`, `committee` or `street`."""
    open: tuple[IssueRow, ...]
    """Those that have waited longest come first."""
    closed_this_year: tuple[IssueRow, ...]
    closed_before: tuple[IssueRow, ...]
    counts: IssueCounts
    topics: tuple[IssueCounts, ...]
    """By category, the largest first; empty if no issue has one."""
    limits: tuple[tuple[str, int], ...]
    """Steps with the days that they may take."""
    posters: tuple[PosterLink, ...]
    feed: str | None = None
    """The address of its Atom feed."""


class IssueBoardPoster(Frozen, kw_only=True):
    """The issues of a compound or the street on paper; continues on further pages."""

    template: ClassVar[str] = "posters/issues.html"
    one_page: ClassVar[bool] = False
    frame: PosterFrame
    year: int
    """The year whose closed issues are listed."""
    open: tuple[IssueRow, ...]
    closed_this_year: tuple[IssueRow, ...]
    counts: IssueCounts
