"""What answers at short and former addresses, and the pages and files that belong to no item."""

from collections.abc import Iterable, Iterator

from generator.model.committee import Compound, FormerCompound
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.cards import title_of
from generator.plan.context import Context
from generator.plan.issue_boards import issue_board_of, issue_places, of_former
from generator.plan.lifetime import is_published
from generator.plan.pictures import plan_picture
from generator.plan.posters import poster_links
from generator.plan.views import AssetView, Head, NotFoundPage, RedirectPage


def plan_redirects(context: Context) -> Iterator[Artifact]:
    """Plan the short addresses: of compounds, also those that were merged, items and boards."""
    for compound in context.board.compounds:
        target = addresses.of_compound(compound.id)
        yield _redirect(context, addresses.of_short_page(compound.id), compound.name, target)
        for former in compound.merged_from:
            yield _redirect(context, addresses.of_compound(former.id), compound.name, target)
            yield _redirect(context, addresses.of_short_page(former.id), compound.name, target)
            yield from _former_board(context, compound, former)
            yield from _former_posters(context, compound, former)
    for item in (*context.board.items, *context.revived):
        if is_published(item, context.today):
            path = addresses.of_short_page(item.code)
            yield _redirect(context, path, title_of(item), addresses.of_item(item))
    for review in context.reviews:
        street, path = review.street, addresses.of_short_page(review.street.code)
        yield _redirect(context, path, street.title, addresses.of_review(street.year))
    for place in issue_places(context):
        path = addresses.of_short_page(place.code)
        yield _redirect(context, path, place.name, place.address)


def _former_board(
    context: Context, compound: Compound, former: FormerCompound
) -> Iterator[Artifact]:
    """Yield what answers at the page and the printed code of a former compound's issues."""
    target = issue_board_of(context, compound)
    if target is None:
        return
    old = of_former(former)
    yield _redirect(context, old.address, compound.name, target)
    yield _redirect(context, addresses.of_short_page(old.code), compound.name, target)


def _former_posters(
    context: Context, compound: Compound, former: FormerCompound
) -> Iterator[Artifact]:
    """Yield what answers where a former compound's posters were shown: the same of its successor.

    Their PDFs cannot lead on, nor do the cards of its buildings, which others have the numbers of.
    """
    old, new = addresses.of_posters(former.id), addresses.of_posters(compound.id)
    for poster in poster_links(context, compound):
        if poster.twin.startswith(new):
            path = old + poster.twin.removeprefix(new)
            yield _redirect(context, path, compound.name, poster.twin)


def _redirect(context: Context, path: str, title: str, target: str) -> Artifact:
    site = context.board.site
    view = RedirectPage(language=site.language, title=title, target=target, site_url=site.url)
    return context.page(path, view)


def plan_not_found(context: Context) -> Iterator[Artifact]:
    """Plan the page that a web server shows for an address that does not exist."""
    head = Head(title="", description=context.board.site.name, listed=False)
    yield context.page(addresses.NOT_FOUND, NotFoundPage(frame=context.frame, head=head))


def plan_assets(context: Context, assets: Iterable[tuple[str, bytes]]) -> Iterator[Artifact]:
    """Plan the theme's assets (address, bytes)."""
    for path, data in assets:
        yield make_artifact(path, Kind.FILE, AssetView(data), context.stamps)


def plan_pictures(context: Context) -> Iterator[Artifact]:
    """Plan the pictures of bodies."""
    # Two files with the same bytes are one picture.
    for file in {file.digest: file for file in context.shown_pictures}.values():
        for path, version in plan_picture(file):
            yield make_artifact(path, Kind.PICTURE, version, context.stamps)
