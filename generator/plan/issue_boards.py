"""Boards of issues: pages for the street, committees and compounds, and posters for the yard."""

from collections.abc import Iterator

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.model.committee import Committee, Compound, FormerCompound
from generator.model.issue import Issue
from generator.model.item import make_code
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.issues import count_issues, issue_rows
from generator.plan.lifetime import is_published, steps_done
from generator.plan.poster_frames import compound_frame, street_frame
from generator.plan.previews import offer_posters
from generator.plan.views import (
    Head,
    IssueBoardPage,
    IssueBoardPoster,
    IssueRow,
    Link,
    PosterFrame,
    PosterLink,
    Variant,
)

_LARGE = "A3"
"""The paper of the street's board, and of a compound's that has a notice board of this size."""


class IssuePlace(Frozen):
    """Whose issues stand on one board: the street's, a committee's or a compound's."""

    level: str
    id: str | None
    name: str
    crumbs: tuple[Link, ...]
    issues: tuple[Issue, ...]
    compound: Compound | None = None

    @property
    def address(self) -> str:
        """The page of the board."""
        return addresses.of_issue_board(self.level, self.id)

    @property
    def code(self) -> str:
        """The code of the board's short address."""
        return make_code("issue-board", self.level, self.id or "")


def issue_places(context: Context) -> Iterator[IssuePlace]:
    """Yield the boards that have at least one issue which may be seen."""
    board = context.board
    places = [IssuePlace("street", None, board.site.name, (), board.issues)]
    places += [_of_committee(context, committee) for committee in board.committees]
    places += [_of_compound(context, compound) for compound in board.compounds]
    yield from (place for place in places if _shown(context, place))


def issue_board_of(context: Context, where: Committee | Compound | None) -> str | None:
    """Return the address of a board, of the street's for None; None if nothing stands on it."""
    if isinstance(where, Compound):
        place = _of_compound(context, where)
    elif where is not None:
        place = _of_committee(context, where)
    else:
        place = IssuePlace("street", None, "", (), context.board.issues)
    return place.address if _shown(context, place) else None


def _of_committee(context: Context, committee: Committee) -> IssuePlace:
    crumb = Link(committee.name, addresses.of_committee(committee.id))
    issues = tuple(issue for issue in context.board.issues if issue.owner == committee.id)
    return IssuePlace("committee", committee.id, committee.name, (crumb,), issues)


def of_former(former: FormerCompound) -> IssuePlace:
    """Return where the board of a former compound was, which has nothing on it any more."""
    return IssuePlace("compound", former.id, former.name, (), ())


def _of_compound(context: Context, compound: Compound) -> IssuePlace:
    crumb = Link(compound.name, addresses.of_compound(compound.id))
    issues = context.board.in_scope(compound, Issue)
    return IssuePlace("compound", compound.id, compound.name, (crumb,), issues, compound)


def _shown(context: Context, place: IssuePlace) -> list[Issue]:
    return [issue for issue in place.issues if is_published(issue, context.today)]


def plan_issue_boards(context: Context) -> Iterator[Artifact]:
    """Plan the boards of all places."""
    for place in issue_places(context):
        rows = issue_rows(context, place.issues)
        yield context.page(place.address, _page(context, place, rows))


def plan_issue_posters(context: Context) -> Iterator[Artifact]:
    """Plan the posters of the boards that have one."""
    for place in issue_places(context):
        view = _poster(context, place, issue_rows(context, place.issues))
        if view:
            path = addresses.of_issues_poster(place.id)
            yield make_artifact(path, Kind.POSTER, view, context.stamps)


def _page(context: Context, place: IssuePlace, rows: tuple[IssueRow, ...]) -> IssueBoardPage:
    total, topics = count_issues(rows)
    closed = [row for row in rows if row.closed]
    site = context.board.site
    return IssueBoardPage(
        frame=context.frame,
        head=Head(title="", description=place.name, crumbs=(context.home, *place.crumbs)),
        today=context.today,
        name=place.name,
        level=place.level,
        open=tuple(row for row in rows if not row.closed),
        closed_this_year=tuple(r for r in closed if r.since.year == context.today.year),
        closed_before=tuple(r for r in closed if r.since.year != context.today.year),
        counts=total,
        topics=topics,
        limits=tuple((step.name, step.limit) for step in site.steps[:-1] if step.limit),
        posters=offer_posters(context, _links(context, place)),
        feed=addresses.of_issue_feed(place.level, place.id) if site.url else None,
    )


def issue_poster_links(context: Context, compound: Compound) -> Iterator[PosterLink]:
    """Yield the link to the issue board of a compound, if it has one."""
    yield from _links(context, _of_compound(context, compound))


def _links(context: Context, place: IssuePlace) -> Iterator[PosterLink]:
    view = _poster(context, place, issue_rows(context, place.issues))
    if view:
        yield PosterLink(
            title="",
            address=addresses.of_issues_poster(place.id),
            kind="issues",
            month=None,
            paper=view.frame.variant.paper,
            compound=view.frame.compound,
            last_day=None,
        )


def _poster(
    context: Context, place: IssuePlace, rows: tuple[IssueRow, ...]
) -> IssueBoardPoster | None:
    """Return the poster of a board; None if nothing is open and nothing was closed this year."""
    year = context.today.year
    listed = [row for row in rows if not row.closed or row.since.year == year]
    if place.level == "committee" or not listed:
        return None
    return IssueBoardPoster(
        frame=_poster_frame(context, place),
        year=year,
        open=tuple(row for row in listed if not row.closed),
        closed_this_year=tuple(row for row in listed if row.closed),
        counts=count_issues(rows)[0],
    )


def _poster_frame(context: Context, place: IssuePlace) -> PosterFrame:
    shown = _shown(context, place)
    dated = max(step.day for issue in shown for step in steps_done(issue, context.today))
    if place.compound is None:
        variant = Variant(paper=_LARGE)
        return street_frame(
            context, code=place.code, page=place.address, variant=variant, dated=dated
        )
    frame = compound_frame(
        context, place.compound, code=place.code, page=place.address, dated=dated
    )
    if any(board.size.paper == _LARGE for board in place.compound.boards):
        return replace(frame, variant=replace(frame.variant, paper=_LARGE))
    return frame
