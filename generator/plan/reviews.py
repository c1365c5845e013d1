"""The annual reviews: a street's year as themes with one card for each committee."""

from collections.abc import Iterator

from generator.model.review import Review, ReviewEntry
from generator.plan import addresses
from generator.plan.artifact import Artifact
from generator.plan.context import Context, figure_views
from generator.plan.views import Link, ReviewCard, ReviewPage, ThemeView


def plan_reviews(context: Context) -> Iterator[Artifact]:
    """Plan one page for each year."""
    for review in context.board.reviews:
        yield context.page(addresses.of_review(review.street.year), _review_page(context, review))


def _review_page(context: Context, review: Review) -> ReviewPage:
    street = review.street
    reported = {entry.owner for entry in review.entries}
    return ReviewPage(
        frame=context.frame,
        head=context.head(street.title, street.origin.name),
        year=street.year,
        title=street.title,
        source=street.origin.name,
        source_day=street.origin.day,
        themes=tuple(
            ThemeView(
                number=theme.number,
                name=theme.name,
                cards=tuple(_card(context, entry) for entry in review.under(theme)),
            )
            for theme in street.themes
        ),
        missing=tuple(
            Link(committee.name, addresses.of_committee(committee.id))
            for committee in context.board.committees
            if committee.id not in reported
        ),
        other_years=tuple(
            Link(str(other.street.year), addresses.of_review(other.street.year))
            for other in context.board.reviews
            if other is not review
        ),
    )


def _card(context: Context, entry: ReviewEntry) -> ReviewCard:
    return ReviewCard(
        anchor=entry.owner or addresses.STREET,
        committee=context.owner(entry),
        project=entry.project,
        summary=entry.summary,
        figures=figure_views(entry.figures),
        body=context.prose(entry.body),
    )
