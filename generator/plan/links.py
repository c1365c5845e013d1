"""What answers at short and former addresses, and the pages and files that belong to no item."""

from collections.abc import Iterable, Iterator

from generator.model.review import ReviewEntry
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.cards import title_of
from generator.plan.context import Context
from generator.plan.lifetime import is_published
from generator.plan.views import FileView, Head, NotFoundPage, RedirectPage


def plan_redirects(context: Context) -> Iterator[Artifact]:
    """Plan the short address of each compound and item, and those of compounds that were merged."""
    for compound in context.board.compounds:
        target = addresses.of_compound(compound.id)
        yield _redirect(context, addresses.of_short_page(compound.id), compound.name, target)
        for former in compound.merged_from:
            yield _redirect(context, addresses.of_compound(former.id), compound.name, target)
            yield _redirect(context, addresses.of_short_page(former.id), compound.name, target)
    for item in context.board.items:
        if is_published(item, context.today) and not isinstance(item, ReviewEntry):
            path = addresses.of_short_page(item.code)
            yield _redirect(context, path, title_of(item), addresses.of_item(item))


def _redirect(context: Context, path: str, title: str, target: str) -> Artifact:
    site = context.board.site
    view = RedirectPage(language=site.language, title=title, target=target, site_url=site.url)
    return context.page(path, view)


def plan_not_found(context: Context) -> Iterator[Artifact]:
    """Plan the page that a web server shows for an address that does not exist."""
    head = Head(title="", description=context.board.site.name)
    yield context.page(addresses.NOT_FOUND, NotFoundPage(frame=context.frame, head=head))


def plan_files(context: Context, assets: Iterable[tuple[str, FileView]]) -> Iterator[Artifact]:
    """Plan the theme's assets (address, file) and the pictures of the content."""
    for path, view in assets:
        yield make_artifact(path, Kind.FILE, view, context.stamps)
    for file in context.board.files:
        view = FileView(location=file.location, digest=file.digest)
        yield make_artifact(addresses.of_content_file(file.path), Kind.FILE, view, context.stamps)
