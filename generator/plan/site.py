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
from generator.plan.discovery import plan_icons, plan_sitemap
from generator.plan.issue_boards import plan_issue_boards
from generator.plan.issue_feeds import plan_issue_feeds
from generator.plan.items import plan_items
from generator.plan.links import plan_files, plan_not_found, plan_redirects
from generator.plan.news_feeds import plan_news_feeds
from generator.plan.notice_feeds import plan_notice_feeds
from generator.plan.overviews import plan_committees, plan_compounds, plan_home
from generator.plan.posters import plan_posters
from generator.plan.previews import preview_poster
from generator.plan.retention import retire_contacts
from generator.plan.review_posters import plan_review_posters
from generator.plan.reviews import plan_reviews
from generator.plan.search import plan_search
from generator.plan.staff import plan_staff
from generator.plan.traditional import plan_traditional
from generator.plan.views import TRADITIONAL

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
    plan_posters,
    plan_contact_cards,
    plan_review_posters,
)

_PAGE_PLANNERS = (plan_home, plan_compounds, plan_committees, plan_items)
_POSTER_PLANNERS = (plan_posters, plan_contact_cards, plan_review_posters)
"""What a preview asks for one by one."""
_POSTERS = "posters/"


def plan_site(
    board: Board,
    today: date,
    stamps: Stamps,
    assets: Iterable[tuple[str, bytes]] = (),
    *,
    posters: bool = True,
    unprintable: frozenset[str] = frozenset(),
) -> Iterator[Artifact]:
    """Yield the artifacts of a site as it is on `today`.

    `assets` are the theme's files with their addresses. Without `posters` these exist as pages
    only; `unprintable` are the paths of those that turned out not to fit, which then do too.
    """
    context = Context(retire_contacts(board, today), today, stamps, posters, unprintable)
    for artifact in _plan_site(context, assets):
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
    context = Context(retire_contacts(board, today), today, stamps, posters, wanted=wanted)
    if wanted.startswith(_POSTERS):
        made = (each for planner in _POSTER_PLANNERS for each in planner(context))
        near = (each for each in made if each.path.startswith(wanted.rpartition(".")[0]))
        found = (each for poster in near for each in preview_poster(context, poster))
    else:
        found = (each for planner in _PAGE_PLANNERS for each in planner(context))
    both = (each for one in found for each in (one, *plan_traditional(context, one)))
    return next((each for each in both if each.path == path), None)


def _plan_site(context: Context, assets: Iterable[tuple[str, bytes]]) -> Iterator[Artifact]:
    """Yield everything but the editions that follow from the pages.

    First what every page asks for: a preview plans no further than it is asked to.
    """
    own = dict(assets)
    yield from plan_files(context, own.items())
    if addresses.ICON in own:
        yield from plan_icons(context, own[addresses.ICON])
    planned: dict[str, Artifact] = {}
    pages: list[Artifact] = []
    for planner in PLANNERS:
        for artifact in planner(context):
            if artifact.kind is Kind.POSTER:
                planned[artifact.path] = artifact
                yield from preview_poster(context, artifact)
            else:
                if artifact.kind is Kind.PAGE:
                    pages.append(artifact)
                yield artifact
    yield from plan_sitemap(context, pages)
    yield from plan_search(context, pages)
    yield from plan_staff(context, planned)
