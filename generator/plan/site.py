"""The plan of a site: its planners, and what follows from what they have planned.

Each planner below is one function from a `Context` to artifacts; a new kind of page is one more
line. A plan reads no file and no clock: the same board and day give the same artifacts.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from generator.model.board import Board
from generator.plan import addresses
from generator.plan.archive import plan_archive
from generator.plan.artifact import Artifact, Kind, Stamps
from generator.plan.attachments import plan_attachments
from generator.plan.calendars import plan_calendars
from generator.plan.contacts import plan_contact_cards
from generator.plan.context import Context
from generator.plan.discovery import list_page, plan_icons, plan_sitemap
from generator.plan.issue_boards import plan_issue_boards, plan_issue_posters
from generator.plan.issue_feeds import plan_issue_feeds
from generator.plan.items import plan_items
from generator.plan.links import plan_assets, plan_not_found, plan_pictures, plan_redirects
from generator.plan.long_over import find_filed_entries
from generator.plan.news_feeds import plan_news_feeds
from generator.plan.notice_feeds import plan_notice_feeds
from generator.plan.overviews import plan_committees, plan_compounds, plan_home
from generator.plan.posters import plan_posters
from generator.plan.previews import preview_poster
from generator.plan.retention import retire_contacts
from generator.plan.review_posters import plan_review_posters
from generator.plan.reviews import plan_reviews
from generator.plan.search import plan_search
from generator.plan.search_documents import SearchEntry, describe_page, make_entry
from generator.plan.staff import plan_staff
from generator.plan.traditional import plan_traditional
from generator.plan.views import TRADITIONAL, SitemapEntry

PLANNERS: tuple[Callable[[Context], Iterator[Artifact]], ...] = (
    plan_home,
    plan_compounds,
    plan_committees,
    plan_items,
    plan_attachments,
    plan_issue_boards,
    plan_issue_feeds,
    plan_notice_feeds,
    plan_news_feeds,
    plan_reviews,
    plan_archive,
    plan_not_found,
    plan_redirects,
    plan_calendars,
)
POSTER_PLANNERS = (plan_posters, plan_issue_posters, plan_contact_cards, plan_review_posters)

_PAGE_PLANNERS = (plan_home, plan_compounds, plan_committees, plan_items)
"""What a preview asks for one by one."""
_POSTERS = "posters/"


def make_context(
    board: Board,
    today: date,
    stamps: Stamps,
    *,
    posters: bool = True,
    unprintable: frozenset[str] = frozenset(),
    wanted: str | None = None,
) -> Context:
    """Return what planners are given of a site as it is on `today`.

    Without `posters` these exist as pages only; `unprintable` are the paths of those that turned
    out not to fit, which then do too. `wanted` is the one page that is asked for, if not all are.
    """
    return Context(retire_contacts(board, today), today, stamps, posters, unprintable, wanted)


def plan_site(
    board: Board,
    today: date,
    stamps: Stamps,
    assets: Iterable[tuple[str, bytes]] = (),
    *,
    posters: bool = True,
    unprintable: frozenset[str] = frozenset(),
) -> Iterator[Artifact]:
    """Yield the artifacts of a site as it is on `today`; see `make_context`.

    `assets` are the theme's files with their addresses. What every page asks for comes first: a
    preview plans no further than it is asked to.
    """
    context = make_context(board, today, stamps, posters=posters, unprintable=unprintable)
    yield from plan_pictures(context)
    yield from plan_rest(context, assets)


def plan_prints(context: Context) -> list[Artifact]:
    """Return the posters of a site, without what follows from them."""
    return [poster for planner in POSTER_PLANNERS for poster in planner(context)]


def plan_rest(
    context: Context,
    assets: Iterable[tuple[str, bytes]] = (),
    prints: Iterable[Artifact] | None = None,
) -> Iterator[Artifact]:
    """Yield everything but the pictures, each page followed by its other edition.

    `prints` are the posters, where they have been planned already. What is yielded is not kept
    here, so a site may have more pages than would fit into memory.
    """
    for artifact in _plan_rest(context, assets, prints):
        yield artifact
        yield from plan_traditional(context, artifact)


def plan_page(
    board: Board, today: date, stamps: Stamps, path: str, *, posters: bool = True
) -> Artifact | None:
    """Return the artifact at `path` without planning the site, where that is possible.

    It is the same as that of `plan_site`. None for what follows from other pages, and where there
    is nothing; a front page, a compound, a committee, an item, a poster and its twin are planned.
    """
    wanted = path.removeprefix(TRADITIONAL)
    context = make_context(board, today, stamps, posters=posters, wanted=wanted)
    if wanted.startswith(_POSTERS):
        made = (each for planner in POSTER_PLANNERS for each in planner(context))
        near = (each for each in made if each.path.startswith(wanted.rpartition(".")[0]))
        found = (each for poster in near for each in preview_poster(context, poster))
    else:
        found = (each for planner in _PAGE_PLANNERS for each in planner(context))
    both = (each for one in found for each in (one, *plan_traditional(context, one)))
    return next((each for each in both if each.path == path), None)


def _plan_rest(
    context: Context, assets: Iterable[tuple[str, bytes]], prints: Iterable[Artifact] | None
) -> Iterator[Artifact]:
    """Yield everything but the pictures and the editions that follow from the pages."""
    own = dict(assets)
    yield from plan_assets(context, own.items())
    if addresses.ICON in own:
        yield from plan_icons(context, own[addresses.ICON])
    listed: list[SitemapEntry] = []
    entries: list[SearchEntry] = []
    for planner in PLANNERS:
        for artifact in planner(context):
            if artifact.kind is Kind.PAGE:
                listed += list_page(artifact)
                entries += map(make_entry, describe_page(artifact))
            yield artifact
    entries += find_filed_entries(context)
    posters = plan_prints(context) if prints is None else prints
    yield from (each for poster in posters for each in preview_poster(context, poster))
    yield from plan_sitemap(context, listed)
    yield from plan_search(context, entries)
    yield from plan_staff(context, {poster.path: poster for poster in posters})
