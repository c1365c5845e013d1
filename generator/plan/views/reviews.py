"""The annual review: its pages, its charts, its posters."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from generator.packed import packed
from generator.plan.views.head import Head
from generator.plan.views.pieces import FigureView, Frame, Link, PosterLink, ProseView
from generator.plan.views.poster_frame import PosterFrame


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
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


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """Figures of one unit, the largest first; `name` says what they count if all count that."""

    unit: str
    name: str
    bars: tuple[BarView, ...]


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedView:
    """A figure that two years have, as each wrote it."""

    owner: Link
    name: str
    earlier: FigureView
    later: FigureView


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """Two years side by side."""

    earlier_year: int
    later_year: int
    figures: tuple[ComparedView, ...]


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class YearLink:
    """A year of the reviews; `address` is empty where that year has nothing to show."""

    year: int
    address: str
    here: bool


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCard:
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


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """A theme of the year with its cards."""

    number: str
    name: str
    cards: tuple[ReviewCard, ...]


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
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


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeReviewPage:
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


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class StreetReviewPoster:
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


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeReviewPoster:
    """One committee's year on one sheet of A4."""

    template: ClassVar[str] = "posters/committee-review.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    year: int
    source: str
    cards: tuple[ReviewCard, ...]
    charts: tuple[ChartView, ...]
