"""The annual reviews: a street's year, each committee's part of it, and the figures as a table."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from generator.model.record import Figure
from generator.model.review import ComparedFigure, OwnedFigure, Review, ReviewEntry, compare_reviews
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context, figure_views
from generator.plan.review_parts import (
    charts_of,
    charts_of_owner,
    missing_committees,
    owner_link,
    review_card,
    theme_views,
)
from generator.plan.review_posters import posters_of_owner, posters_of_review
from generator.plan.views import (
    CommitteeReviewPage,
    ComparedView,
    ComparisonView,
    Link,
    ReviewPage,
    TableView,
    YearLink,
)

COLUMNS = ("year", "theme", "committee", "project", "name", "value", "start", "remark", "source")
"""Of the table of a year's figures; the theme has a word for each."""


def plan_reviews(context: Context) -> Iterator[Artifact]:
    """Plan the pages and the table of each year."""
    for review in context.reviews:
        year = review.street.year
        yield context.page(addresses.of_review(year), _review_page(context, review))
        for owner in review.owners:
            path = addresses.of_review_part(owner, year)
            yield context.page(path, _committee_page(context, review, owner))
        table = _make_table(context, review)
        if table.rows:
            path = addresses.of_review_table(year)
            yield make_artifact(path, Kind.TABLE, table, context.stamps)


def _review_page(context: Context, review: Review) -> ReviewPage:
    street = review.street
    return ReviewPage(
        frame=context.frame,
        head=replace(
            context.head(street.title, street.origin.name), changed=_source_day(context, review)
        ),
        year=street.year,
        title=street.title,
        source=street.origin.name,
        source_day=street.origin.day,
        figures=figure_views(street.figures),
        themes=theme_views(context, review),
        missing=missing_committees(context, review),
        years=tuple(
            _year_link(other, review, addresses.of_review(other.street.year))
            for other in context.reviews
        ),
        comparison=_compare(context, review, None),
        charts=charts_of(context, review),
        table=addresses.of_review_table(street.year) if any(review.figures) else None,
        posters=posters_of_review(context, review),
    )


def _committee_page(context: Context, review: Review, owner: str | None) -> CommitteeReviewPage:
    street, entries = review.street, review.of(owner)
    whole = Link(street.title, addresses.of_review(street.year))
    committee = owner_link(context, owner)
    return CommitteeReviewPage(
        frame=context.frame,
        head=replace(
            context.head(f"{committee.text} {street.year}", entries[0].summary, whole),
            changed=_source_day(context, review),
        ),
        committee=committee,
        year=street.year,
        review=whole,
        source=street.origin.name,
        source_day=street.origin.day,
        cards=tuple(review_card(context, review, entry) for entry in entries),
        years=tuple(
            _year_link(other, review, addresses.of_review_part(owner, other.street.year))
            for other in context.reviews
            if other.of(owner)
        ),
        comparison=_compare(context, review, entries),
        charts=charts_of_owner(entries),
        posters=posters_of_owner(context, review, owner),
        short_url=context.short_url(entries[0].code),
    )


def _source_day(context: Context, review: Review) -> date | None:
    """Return the day of a review's source, once it has come."""
    day = review.published
    return day if day and day <= context.today else None


def _year_link(review: Review, here: Review, address: str) -> YearLink:
    return YearLink(year=review.street.year, address=address, here=review is here)


def _compare(
    context: Context, review: Review, entries: tuple[ReviewEntry, ...] | None
) -> ComparisonView | None:
    """Return a year beside the one before it that there is; of all figures or of some entries'."""
    before = [r for r in context.reviews if r.street.year < review.street.year]
    if not before:
        return None
    compared = compare_reviews(before[-1], review)
    if entries is not None:
        compared = tuple(pair for pair in compared if pair.later.entry in entries)
    if not compared:
        return None
    return ComparisonView(
        earlier_year=before[-1].street.year,
        later_year=review.street.year,
        figures=tuple(_compared_view(context, pair) for pair in compared),
    )


def _compared_view(context: Context, pair: ComparedFigure) -> ComparedView:
    earlier, later = figure_views((pair.earlier.figure, pair.later.figure))
    owner = owner_link(context, pair.later.owner)
    return ComparedView(owner=owner, name=later.name, earlier=earlier, later=later)


def _make_table(context: Context, review: Review) -> TableView:
    rows = tuple(_row(context, review, one) for one in review.figures)
    return TableView(columns=COLUMNS, rows=rows)


def _row(context: Context, review: Review, one: OwnedFigure) -> tuple[str, ...]:
    street, figure = review.street, one.figure
    theme = review.theme_of(one.entry) if one.entry else None
    committee = owner_link(context, one.owner).text
    project = one.entry.project if one.entry else ""
    known = (str(street.year), theme.name if theme else "", committee, project)
    return (*known, *_cells(figure), street.origin.name)


def _cells(figure: Figure) -> tuple[str, ...]:
    return (figure.name, figure.value, figure.start or "", figure.remark or "")
