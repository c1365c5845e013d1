"""What the pages and the posters of a review share: themes with cards, charts, who is missing."""

from collections.abc import Iterable

from generator.model.review import Review, ReviewEntry
from generator.model.values import STREET
from generator.plan import addresses
from generator.plan.charts import make_charts
from generator.plan.context import Context, figure_views
from generator.plan.views import ChartView, Link, ReviewCard, ThemeView


def theme_views(context: Context, review: Review) -> tuple[ThemeView, ...]:
    """Return the themes of a year with their cards."""
    return tuple(
        ThemeView(
            number=theme.number,
            name=theme.name,
            cards=tuple(review_card(context, review, entry) for entry in review.under(theme)),
        )
        for theme in review.street.themes
    )


def review_card(context: Context, review: Review, entry: ReviewEntry) -> ReviewCard:
    """Return the card of an entry."""
    theme = review.theme_of(entry)
    owner = entry.owner or STREET
    is_first = entry is review.of(entry.owner)[0]
    return ReviewCard(
        anchor=owner if is_first else f"{owner}-{entry.slug}",
        committee=context.owner(entry),
        theme=f"{theme.number} {theme.name}" if theme else "",
        project=entry.project,
        address=addresses.of_item(entry),
        summary=entry.summary,
        figures=figure_views(entry.figures),
        body=context.body(entry, early=is_first),
    )


def charts_of(context: Context, review: Review) -> tuple[ChartView, ...]:
    """Return the charts of a year: committees beside one another, whole streets not among them."""
    figures = (one for one in review.figures if one.entry)
    return make_charts((owner_link(context, one.owner).text, one.figure) for one in figures)


def charts_of_owner(entries: Iterable[ReviewEntry]) -> tuple[ChartView, ...]:
    """Return the charts of one committee, whose bars need not say whose they are."""
    return make_charts(("", figure) for entry in entries for figure in entry.figures)


def owner_link(context: Context, owner: str | None) -> Link:
    """Return the committee with this id or, for None, the street."""
    if owner is None:
        return context.home
    committee = context.board.committee(owner)
    return Link(committee.name, addresses.of_committee(committee.id))


def missing_committees(context: Context, review: Review) -> tuple[Link, ...]:
    """Return the committees that have no entry for a year."""
    return tuple(
        Link(committee.name, addresses.of_committee(committee.id))
        for committee in context.board.committees
        if committee.id not in review.owners
    )
