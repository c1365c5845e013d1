"""The annual review: themes, and figures of two years side by side."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.model.record import Figure
from generator.model.review import (
    Review,
    ReviewEntry,
    ReviewSource,
    StreetReview,
    Theme,
    compare_reviews,
)
from generator.read import read_board

SITE = Path(__file__).parents[1] / "sites" / "reviews"


def two_years() -> tuple[Review, Review]:
    board = read_board(SITE).board
    assert board is not None
    earlier, later = board.reviews
    return earlier, later


def pairs(earlier: Review, later: Review) -> list[tuple[str | None, str, str, str]]:
    return [
        (c.later.owner, c.later.figure.name, c.earlier.figure.value, c.later.figure.value)
        for c in compare_reviews(earlier, later)
    ]


def test_what_both_years_have_is_compared_as_written() -> None:
    assert pairs(*two_years()) == [
        (None, "志愿者", "约600人", "650余人"),
        ("dong", "送餐", "约890人次", "1200人次"),
        ("dong", "受益", "十余户", "二十余户"),
    ]


def make_review(year: int, *entries: tuple[str, str, list[tuple[str, str]]]) -> Review:
    theme = Theme(number="1", name="甲")
    street = StreetReview(
        title="回顾", year=year, origin=ReviewSource(name="年报"), themes=(theme,)
    )
    return Review(
        street,
        tuple(
            ReviewEntry(
                owner=owner, slug=project, year=year, theme="1", project=project, summary="好",
                figures=tuple(Figure(name=name, value=value) for name, value in figures),
            )
            for owner, project, figures in entries
        ),
    )  # fmt: skip


def test_one_name_in_two_projects_is_compared_project_by_project() -> None:
    earlier = make_review(2024, ("dong", "甲", [("次", "1次")]), ("dong", "乙", [("次", "2次")]))
    later = make_review(2025, ("dong", "乙", [("次", "4次")]), ("dong", "丙", [("次", "5次")]))
    assert pairs(earlier, later) == [("dong", "次", "2次", "4次")]


def test_another_committee_or_another_name_is_not_compared() -> None:
    earlier = make_review(2024, ("dong", "甲", [("人次", "1次")]))
    assert pairs(earlier, make_review(2025, ("xi", "甲", [("人次", "1次")]))) == []
    assert pairs(earlier, make_review(2025, ("dong", "甲", [("场次", "1次")]))) == []


names = st.sampled_from("ab")
entries = st.tuples(
    st.sampled_from(["dong", "xi"]), names, st.lists(st.tuples(names, st.text("12", max_size=2)))
)
years = st.lists(entries, max_size=4)


@given(years, years)
def test_a_comparison_is_of_one_committee_and_one_name_and_loses_no_words(
    before: list[tuple[str, str, list[tuple[str, str]]]],
    now: list[tuple[str, str, list[tuple[str, str]]]],
) -> None:
    earlier = make_review(2024, *((o, p, [(n, f"{v}次") for n, v in f]) for o, p, f in before))
    later = make_review(2025, *((o, p, [(n, f"{v}次") for n, v in f]) for o, p, f in now))
    known = [list(review.figures) for review in (earlier, later)]
    compared = compare_reviews(earlier, later)
    for pair in compared:
        assert pair.earlier in known[0]
        assert pair.later in known[1]
        assert pair.earlier.owner == pair.later.owner
        assert pair.earlier.figure.name == pair.later.figure.name
    assert len({id(pair.later) for pair in compared}) == len(compared)
