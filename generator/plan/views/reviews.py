"""The annual review: its pages, its charts, its posters."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from generator.frozen import Frozen
from generator.plan.views.head import Head
from generator.plan.views.pieces import FigureView, Frame, Link, PosterLink, ProseView
from generator.plan.views.poster_frame import PosterFrame


class BarView(Frozen, kw_only=True):
    """A bar of a chart: how long it is, and what is written at it."""

    label: str
    """Whose figure it is; empty where the whole chart is one committee's."""
    name: str
    """What the figure counts."""
    written: str
    amount: Decimal
    start_written: str | None = None
    start_amount: Decimal | None = None
    """What the figure grew from."""


class ChartView(Frozen, kw_only=True):
    """Figures of one unit, the largest first; `name` says what they count if all count that."""

    unit: str
    name: str
    bars: tuple[BarView, ...]


class ComparedView(Frozen, kw_only=True):
    """A figure that two years have, as each wrote it."""

    owner: Link
    name: str
    earlier: FigureView
    later: FigureView


class ComparisonView(Frozen, kw_only=True):
    """Two years side by side."""

    earlier_year: int
    later_year: int
    figures: tuple[ComparedView, ...]


class YearLink(Frozen, kw_only=True):
    """A year of the reviews; `address` is empty where that year has nothing to show."""

    year: int
    address: str
    here: bool


class ReviewCard(Frozen, kw_only=True):
    """One committee's entry; `anchor` is the id of its place on a page."""

    anchor: str
    committee: Link
    theme: str
    """The theme's number and name, with a space between."""
    project: str
    address: str
    """The committee's own page of that year."""
    summary: str
    figures: tuple[FigureView, ...]
    body: ProseView


class ThemeView(Frozen, kw_only=True):
    """A theme of the year with its cards."""

    number: str
    name: str
    cards: tuple[ReviewCard, ...]


class ReviewPage(Frozen, kw_only=True):
    """The street's year."""

    template: ClassVar[str] = "review.html"
    frame: Frame
    head: Head
    year: int
    title: str
    source: str
    source_day: date | None
    figures: tuple[FigureView, ...]
    """The whole street's."""
    themes: tuple[ThemeView, ...]
    missing: tuple[Link, ...]
    """Committees without an entry."""
    years: tuple[YearLink, ...]
    """All years, this one too, in their order."""
    comparison: ComparisonView | None
    charts: tuple[ChartView, ...]
    table: str | None
    """The address of its figures as CSV; None if it has no figures."""
    posters: tuple[PosterLink, ...]


class CommitteeReviewPage(Frozen, kw_only=True):
    """One committee's year, or the street office's own part of it."""

    template: ClassVar[str] = "committee-review.html"
    frame: Frame
    head: Head
    committee: Link
    year: int
    review: Link
    """The whole street's year."""
    source: str
    source_day: date | None
    cards: tuple[ReviewCard, ...]
    years: tuple[YearLink, ...]
    """Years with an entry of this committee, this one too."""
    comparison: ComparisonView | None
    charts: tuple[ChartView, ...]
    posters: tuple[PosterLink, ...]
    short_url: str | None


class StreetReviewPoster(Frozen, kw_only=True):
    """The street's year on one sheet of A3, landscape."""

    template: ClassVar[str] = "posters/street-review.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    year: int
    source: str
    figures: tuple[FigureView, ...]
    themes: tuple[ThemeView, ...]
    missing: tuple[str, ...]
    chart: ChartView | None
    """The one with the most bars, the longest of them."""
    bars_left_out: int


class CommitteeReviewPoster(Frozen, kw_only=True):
    """One committee's year on one sheet of A4."""

    template: ClassVar[str] = "posters/committee-review.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    year: int
    source: str
    cards: tuple[ReviewCard, ...]
    charts: tuple[ChartView, ...]
