"""Posters of the annual review: the street's on A3, each committee's on its own sheet."""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.model.committee import Compound
from generator.model.review import Review
from generator.model.site import fill_footer
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context, bare_url, figure_views
from generator.plan.previews import offer_posters
from generator.plan.review_parts import (
    charts_of,
    charts_of_owner,
    missing_committees,
    review_card,
    theme_views,
)
from generator.plan.variants import make_variant, owner_defaults
from generator.plan.views import (
    CommitteeReviewPoster,
    PosterFrame,
    PosterLink,
    StreetReviewPoster,
    Variant,
)

_KIND = "review"
_MOST_BARS = 4
"""So many have room beside the foot of the street's poster."""


def plan_review_posters(context: Context) -> Iterator[Artifact]:
    """Plan the posters of every year, for a year that is long over may still be asked for."""
    for review in context.reviews:
        path = addresses.of_review_poster(review.street.year)
        view = _street_poster(context, review)
        yield make_artifact(path, Kind.POSTER, view, context.stamps)
        for owner in _committees(review):
            path = addresses.of_review_poster(review.street.year, owner)
            poster = _committee_poster(context, review, owner)
            yield make_artifact(path, Kind.POSTER, poster, context.stamps)


def posters_of_review(context: Context, review: Review) -> tuple[PosterLink, ...]:
    """Return the link to the poster of a street's year."""
    return offer_posters(context, [_street_link(context, review)])


def posters_of_owner(context: Context, review: Review, owner: str | None) -> tuple[PosterLink, ...]:
    """Return the link to the poster of a committee's year; the street office has no such one."""
    links = [_committee_link(context, review, owner)] if owner else []
    return offer_posters(context, links)


def review_links(context: Context, compound: Compound) -> Iterator[PosterLink]:
    """Yield links to the posters that hang in a compound: for some months after a review is out.

    They are not offered yet (`offer_posters`).
    """
    for review in context.reviews:
        published, last = review.published, review.street.last_day
        if (published is None or published <= context.today) and context.today <= last:
            yield _street_link(context, review)
            if compound.owner in review.owners:
                yield _committee_link(context, review, compound.owner)


def _committees(review: Review) -> list[str]:
    return [owner for owner in review.owners if owner]


def _street_link(context: Context, review: Review) -> PosterLink:
    street = review.street
    address = addresses.of_review_poster(street.year)
    return _link(context, review, street.title, address, _variant(context, None))


def _committee_link(context: Context, review: Review, owner: str) -> PosterLink:
    project = review.of(owner)[0].project
    address = addresses.of_review_poster(review.street.year, owner)
    return _link(context, review, project, address, _variant(context, owner))


def _link(
    context: Context, review: Review, title: str, address: str, variant: Variant
) -> PosterLink:
    """Return a link, with the day it comes down unless that is over."""
    last = review.street.last_day
    return PosterLink(
        title=title,
        address=address,
        kind=_KIND,
        month=None,
        paper=variant.paper,
        compound="",
        last_day=last if context.today <= last else None,
    )


def _variant(context: Context, owner: str | None) -> Variant:
    """Return how it is printed: in colour or not as its owner chose, the street's on wide A3."""
    chosen = make_variant(owner_defaults(context.board, owner))
    return chosen if owner else replace(chosen, paper="A3", landscape=True)


def _street_poster(context: Context, review: Review) -> StreetReviewPoster:
    street = review.street
    chart = next(iter(charts_of(context, review)), None)
    bars = chart.bars[:_MOST_BARS] if chart else ()
    return StreetReviewPoster(
        frame=_frame(context, review, None, street.title),
        year=street.year,
        source=street.origin.name,
        figures=figure_views(street.figures),
        themes=theme_views(context, review),
        missing=tuple(link.text for link in missing_committees(context, review)),
        chart=chart and replace(chart, bars=bars),
        bars_left_out=len(chart.bars) - len(bars) if chart else 0,
    )


def _committee_poster(context: Context, review: Review, owner: str) -> CommitteeReviewPoster:
    entries = review.of(owner)
    return CommitteeReviewPoster(
        frame=_frame(context, review, owner, entries[0].project),
        year=review.street.year,
        source=review.street.origin.name,
        cards=tuple(review_card(context, review, entry) for entry in entries),
        charts=charts_of_owner(entries),
    )


def _frame(context: Context, review: Review, owner: str | None, title: str) -> PosterFrame:
    site, street = context.board.site, review.street
    entries = review.of(owner) if owner else ()
    publisher = context.board.committee(owner).name if owner else site.name
    url = context.short_url(entries[0].code if entries else street.code)
    footer = owner_defaults(context.board, owner).footer
    return PosterFrame(
        source=entries[0].source.path if entries else street.source.path,
        site_name=site.name,
        language=site.language,
        committee=publisher,
        compound=publisher,
        title=title,
        published=street.origin.day,
        take_down=street.last_day,
        office_phone=context.office_phone(owner),
        footer=fill_footer(footer, street.origin.day, street.last_day, language=site.language),
        url=url,
        short_url=bare_url(url),
        variant=_variant(context, owner),
        page=addresses.of_review_part(owner, street.year)
        if entries
        else addresses.of_review(street.year),
        dated=street.origin.day,
    )
