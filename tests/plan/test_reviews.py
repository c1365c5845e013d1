"""Planning reviews: the street and each committee, years side by side, charts, posters."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.board import Board
from generator.model.measure import parse_measure, scale_of
from generator.model.record import Figure
from generator.model.review import Review
from generator.plan import Kind
from generator.plan.charts import count_bars, make_charts
from generator.plan.views import (
    CommitteePage,
    CommitteeReviewPage,
    CommitteeReviewPoster,
    CompoundPage,
    HomePage,
    RedirectPage,
    ReviewPage,
    StreetReviewPoster,
    TableView,
)
from generator.read import read_board
from tests.sites_for_tests import plan, sample_board

SITE = Path(__file__).parents[1] / "sites" / "reviews"
PUBLISHED = date(2026, 2, 12)
STREET_POSTER = "posters/street/review-2025.pdf"
DONG_POSTER = "posters/committees/dong/review-2025.pdf"


@cache
def two_years() -> Board:
    reading = read_board(SITE)
    assert reading.problems == ()
    assert reading.board
    return reading.board


def review_page(board: Board, year: int) -> ReviewPage:
    return cast("ReviewPage", plan(board)[f"reviews/{year}.html"].view)


def test_a_page_for_the_street_and_one_for_each_committee_with_an_entry() -> None:
    paths = {path for path in plan(two_years(), posters=False) if "/reviews/" in f"/{path}"}
    assert paths == {
        "reviews/2024.html", "reviews/2024.csv", "reviews/2025.html", "reviews/2025.csv",
        "committees/dong/reviews/2024.html", "committees/dong/reviews/2025.html",
        "committees/xi/reviews/2025.html",
    }  # fmt: skip


def test_a_missing_committee_is_listed() -> None:
    assert [link.text for link in review_page(two_years(), 2025).missing] == ["南居委"]
    assert [link.text for link in review_page(two_years(), 2024).missing] == ["南居委", "西居委"]


def test_a_committees_page_says_of_which_year_each_entry_is_the_newest_first() -> None:
    page = plan(two_years())["committees/dong.html"].view
    assert isinstance(page, CommitteePage)
    assert [(card.year, card.address) for card in page.reviews] == [
        (2025, "committees/dong/reviews/2025.html"), (2024, "committees/dong/reviews/2024.html"),
    ]  # fmt: skip


def test_years_lead_to_one_another() -> None:
    years = review_page(two_years(), 2025).years
    assert [(y.year, y.address, y.here) for y in years] == [
        (2024, "reviews/2024.html", False), (2025, "reviews/2025.html", True),
    ]  # fmt: skip
    page = plan(two_years())["committees/xi/reviews/2025.html"].view
    assert [y.year for y in cast("CommitteeReviewPage", page).years] == [2025]


def test_the_year_before_stands_beside_as_written() -> None:
    comparison = review_page(two_years(), 2025).comparison
    assert comparison
    assert (comparison.earlier_year, comparison.later_year) == (2024, 2025)
    assert [(f.name, f.earlier.value, f.later.value) for f in comparison.figures] == [
        ("志愿者", "约600人", "650余人"),
        ("送餐", "约890人次", "1200人次"),
        ("受益", "十余户", "二十余户"),
    ]
    assert review_page(two_years(), 2024).comparison is None


def test_a_committee_compares_its_own_figures_only() -> None:
    page = plan(two_years())["committees/dong/reviews/2025.html"].view
    comparison = cast("CommitteeReviewPage", page).comparison
    assert comparison
    assert [f.name for f in comparison.figures] == ["送餐", "受益"]
    page = plan(two_years())["committees/xi/reviews/2025.html"].view
    assert cast("CommitteeReviewPage", page).comparison is None


def test_only_like_units_share_a_chart() -> None:
    charts = review_page(two_years(), 2025).charts
    assert [(c.unit, [b.written for b in c.bars]) for c in charts] == [
        ("人次", ["1200人次", "360余人次"]),
        ("人", ["40余人"]),
    ]
    assert charts[1].bars[0].start_amount == Decimal(10)


def test_the_charts_of_the_sample_are_of_its_like_figures() -> None:
    charts = review_page(sample_board(), 2018).charts
    assert [(c.unit, [(b.label, b.written) for b in c.bars]) for c in charts] == [
        ("人次", [("孝和居委", "3304人次"), ("建二居委", "约890人次"), ("合一居委", "360余人次")]),
        ("人", [("西成居委", "40余人")]),
    ]


units = st.sampled_from(["人次", "人", "次", "个", "元", "户以上"])
figures = st.lists(
    st.builds(
        Figure,
        name=st.sampled_from(["甲", "乙", "日均"]),
        value=st.builds(lambda n, unit: f"{n}{unit}", st.sampled_from(["3", "约5", "十余"]), units),
        start=st.none() | st.just("1人"),
    ),
    max_size=8,
)


@given(figures)
def test_charts_keep_to_one_scale_and_to_what_is_written(written: list[Figure]) -> None:
    charts = make_charts(("居委", figure) for figure in written)
    for chart in charts:
        assert count_bars(chart) >= 2
        assert [bar.amount for bar in chart.bars] == sorted(
            (bar.amount for bar in chart.bars), reverse=True
        )
        sources = [
            [f for f in written if (f.name, f.value) == (b.name, b.written)] for b in chart.bars
        ]
        assert all(sources)
        assert len({scale_of(found[0]) for found in sources}) == 1
        for bar in chart.bars:
            measure = parse_measure(bar.written)
            assert measure
            assert bar.amount == measure.amount


def test_the_table_has_every_figure_as_written() -> None:
    for board in (two_years(), sample_board()):
        artifacts = plan(board)
        for review in board.reviews:
            table = cast("TableView", artifacts[f"reviews/{review.street.year}.csv"].view)
            at = table.columns.index("value")
            written = [figure.value for figure in review.street.figures]
            written += [f.value for entry in review.entries for f in entry.figures]
            assert sorted(row[at] for row in table.rows) == sorted(written)
            assert all(len(row) == len(table.columns) for row in table.rows)


def test_printed_codes_lead_to_the_pages() -> None:
    artifacts = plan(two_years())
    for path, target in (
        (STREET_POSTER, "reviews/2025.html"),
        (DONG_POSTER, "committees/dong/reviews/2025.html"),
    ):
        view = cast("StreetReviewPoster | CommitteeReviewPoster", artifacts[path].view)
        code = (view.frame.url or "").removeprefix("https://board.example/")
        assert cast("RedirectPage", artifacts[f"{code}index.html"].view).target == target


def test_posters_hang_for_three_months_after_the_review_is_out() -> None:
    def hanging(today: date) -> set[str]:
        page = cast("CompoundPage", plan(two_years(), today)["compounds/dong-yuan.html"].view)
        return {poster.address for poster in page.posters if poster.kind == "review"}

    both = {STREET_POSTER, DONG_POSTER}
    last = PUBLISHED + timedelta(days=91)
    assert hanging(PUBLISHED) == hanging(last) == both
    assert hanging(last + timedelta(days=1)) == set()
    assert both.isdisjoint(hanging(PUBLISHED - timedelta(days=1)))


def test_posters_of_a_review_stay_the_same_for_ever() -> None:
    first, later = plan(two_years(), PUBLISHED), plan(two_years(), date(2030, 1, 1))
    for path in (STREET_POSTER, DONG_POSTER):
        assert first[path].key == later[path].key


def test_the_street_poster_is_wide_a3_and_has_the_longest_bars() -> None:
    view = cast("StreetReviewPoster", plan(sample_board())["posters/street/review-2018.pdf"].view)
    assert (view.frame.variant.paper, view.frame.variant.landscape) == ("A3", True)
    assert [len(theme.cards) for theme in view.themes] == [4, 4, 4, 4]
    assert view.chart
    assert [bar.written for bar in view.chart.bars] == ["3304人次", "约890人次", "360余人次"]
    assert view.bars_left_out == 0


def test_a_year_without_entries_is_not_published() -> None:
    board = two_years()
    empty = Review(board.reviews[1].street.model_copy(update={"year": 2026, "figures": ()}), ())
    artifacts = plan(replace(board, reviews=(*board.reviews, empty)))
    assert not any("2026" in path for path in artifacts if "review" in path)
    home = cast("HomePage", artifacts["index.html"].view)
    assert home.frame.review
    assert home.frame.review.address == "reviews/2025.html"


def test_tables_are_files_of_their_own_kind() -> None:
    assert plan(two_years())["reviews/2025.csv"].kind is Kind.TABLE
