"""Before: a `Board` and a day. After: every file that will exist, as `Artifact`s.

Each planner below is one function from a `Context` to artifacts; a new kind of page is one more
line. A plan reads no file and no clock: the same board and day give the same artifacts.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from generator.model.board import Board
from generator.plan.archive import plan_archive
from generator.plan.artifact import Artifact, Kind, Stamps
from generator.plan.calendars import plan_calendars
from generator.plan.context import Context
from generator.plan.items import plan_items
from generator.plan.links import plan_files, plan_not_found, plan_redirects
from generator.plan.overviews import plan_committees, plan_compounds, plan_home
from generator.plan.posters import plan_posters
from generator.plan.reviews import plan_reviews
from generator.plan.views import FileView

PLANNERS: tuple[Callable[[Context], Iterator[Artifact]], ...] = (
    plan_home,
    plan_compounds,
    plan_committees,
    plan_items,
    plan_reviews,
    plan_archive,
    plan_not_found,
    plan_redirects,
    plan_calendars,
    plan_posters,
)


def plan_site(
    board: Board,
    today: date,
    stamps: Stamps,
    assets: Iterable[tuple[str, FileView]] = (),
    *,
    posters: bool = True,
    unprintable: frozenset[str] = frozenset(),
) -> Iterator[Artifact]:
    """Yield the artifacts of a site as it is on `today`.

    `assets` are the theme's files with their addresses. Without `posters` there are none and no
    page links to one; `unprintable` are the paths of those that turned out not to fit.
    """
    context = Context(board, today, stamps, posters, unprintable)
    for planner in PLANNERS:
        yield from planner(context)
    yield from plan_files(context, assets)


__all__ = ["Artifact", "Kind", "Stamps", "plan_site"]
