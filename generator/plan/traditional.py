"""The edition in traditional characters: every page again, below `hant/`, made of the page's bytes.

Nothing is planned twice: what a page says in the one edition it says in the other.
"""

from collections.abc import Iterator

from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.views import TraditionalPage, is_mirrored


def plan_traditional(context: Context, page: Artifact) -> Iterator[Artifact]:
    """Yield what the edition has of a page: one file, or none where all editions share it."""
    names = context.traditional_names
    if names and page.kind is Kind.PAGE and is_mirrored(page.path):
        site_url = context.board.site.url
        view = TraditionalPage(page=page.path, page_key=page.key, site_url=site_url, names=names)
        path = addresses.of_traditional(page.path)
        yield make_artifact(path, Kind.TRADITIONAL, view, context.stamps)
