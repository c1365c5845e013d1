"""The edition in traditional characters: every page again, below `hant/`, made of the page's bytes.

Nothing is planned twice: what a page says in the one edition it says in the other.
"""

from collections.abc import Iterator

from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, Stamps, make_artifact
from generator.plan.context import Context
from generator.plan.views import TraditionalNames, TraditionalPage, is_mirrored


def plan_traditional(context: Context, page: Artifact) -> Iterator[Artifact]:
    """Yield what the edition has of a page: one file, or none where all editions share it."""
    names = context.traditional_names
    if names:
        yield from mirror_page(page, names, context.board.site.url, context.stamps)


def mirror_page(
    page: Artifact, names: TraditionalNames, site_url: str | None, stamps: Stamps
) -> Iterator[Artifact]:
    """Yield what an edition that keeps these names has of a page."""
    if page.kind is Kind.PAGE and is_mirrored(page.path):
        view = TraditionalPage(page=page.path, page_key=page.key, site_url=site_url, names=names)
        path = addresses.of_traditional(page.path)
        yield make_artifact(path, Kind.TRADITIONAL, view, stamps)
