"""Whom to call: the offices behind each building, as a choice on the web and as cards on paper.

Only what has grids gets cards: without them there is nothing to say that the committee's own
posters do not say already. There are roles and office phones here, and nobody's name.
"""

from collections.abc import Iterator
from itertools import groupby

from generator.model.committee import Committee, Compound
from generator.model.slug import make_slug
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.poster_frames import compound_frame
from generator.plan.previews import offer_posters
from generator.plan.variants import poster_variant
from generator.plan.views import (
    BuildingCardPoster,
    BuildingView,
    ContactCardPoster,
    CoverageView,
    GridView,
    NeighboursView,
    OfficeView,
    PhoneView,
    PosterLink,
)

_ON_CARD = 6
"""So many phones are large enough to be read from a door; the others stand in a line."""


def plan_contact_cards(context: Context) -> Iterator[Artifact]:
    """Plan the card of each compound with grids, and of each building in one."""
    for compound in context.board.compounds:
        if not compound.grids:
            continue
        view = _compound_card(context, compound)
        path = addresses.of_contact_card(compound.id)
        yield make_artifact(path, Kind.POSTER, view, context.stamps)
        for building, slug in name_buildings(compound).items():
            if compound.grid_of(building):
                card = _building_card(context, compound, building)
                path = addresses.of_contact_card(compound.id, slug)
                yield make_artifact(path, Kind.POSTER, card, context.stamps)


def contact_card_links(context: Context, compound: Compound) -> Iterator[PosterLink]:
    """Yield the link to a compound's card, if it has one. Buildings' cards hang in their doors."""
    if compound.grids:
        yield _card_link(context, compound, addresses.of_contact_card(compound.id))


def _card_link(context: Context, compound: Compound, address: str) -> PosterLink:
    return PosterLink(
        title="",
        address=address,
        kind="contacts",
        month=None,
        paper=poster_variant(context.board, compound).paper,
        compound=compound.name,
        last_day=None,
    )


def neighbours(context: Context, compound: Compound) -> tuple[NeighboursView, ...]:
    """Return the buildings of a compound with grids, those with the same offices together."""
    if not compound.grids:
        return ()

    slugs = name_buildings(compound)

    def share(building: str) -> tuple[str | None, tuple[OfficeView, ...]]:
        grid = compound.grid_of(building)
        return grid.number if grid else None, _own_offices(context, compound, building)

    return tuple(
        NeighboursView(
            buildings=tuple(
                _building_view(context, compound, building, slugs[building]) for building in found
            ),
            grid=grid,
            offices=offices,
        )
        for (grid, offices), found in groupby(compound.all_buildings, key=share)
    )


def coverage(committee: Committee) -> tuple[CoverageView, ...]:
    """Return how far the grids reach in a committee's compounds; nothing if it has no grids.

    Compounds without a grid are among them then, unless they list no buildings.
    """
    if not any(compound.grids or compound.grid_count for compound in committee.compounds):
        return ()
    return tuple(
        CoverageView(
            compound=compound.name,
            address=addresses.of_compound(compound.id),
            grids=len(compound.grids) or compound.grid_count or 0,
            covered=sum(compound.grid_of(b) is not None for b in compound.all_buildings),
            buildings=len(compound.buildings),
        )
        for compound in committee.compounds
        if compound.grids or compound.grid_count or compound.buildings
    )


def grid_views(compound: Compound) -> tuple[GridView, ...]:
    """Return the grids of a compound."""
    return tuple(
        GridView(number=g.number, buildings=g.buildings, team=g.team, phone=g.phone)
        for g in compound.grids
    )


def _building_view(context: Context, compound: Compound, building: str, slug: str) -> BuildingView:
    card = None
    if compound.grid_of(building):
        link = _card_link(context, compound, addresses.of_contact_card(compound.id, slug))
        (offered,) = offer_posters(context, [link])
        card = offered.address
    return BuildingView(name=building, anchor=f"building-{slug}", card=card)


def _compound_card(context: Context, compound: Compound) -> ContactCardPoster:
    offices, others = _choose(
        [*_committee_office(context, compound), *_other_offices(context, compound)]
    )
    return ContactCardPoster(
        frame=compound_frame(
            context, compound, code=compound.id, page=addresses.of_compound(compound.id)
        ),
        offices=offices,
        others=others,
        grids=grid_views(compound),
    )


def _building_card(context: Context, compound: Compound, building: str) -> BuildingCardPoster:
    offices, others = _choose(
        [*_own_offices(context, compound, building), *_other_offices(context, compound)]
    )
    grid = compound.grid_of(building)
    return BuildingCardPoster(
        frame=compound_frame(
            context, compound, code=compound.id, page=addresses.of_compound(compound.id)
        ),
        building=building,
        grid=grid.number if grid else None,
        offices=offices,
        others=others,
    )


def _own_offices(context: Context, compound: Compound, building: str) -> tuple[OfficeView, ...]:
    """Return the offices that answer for one building, the nearest first."""
    found = []
    lead, grid = compound.lead_of(building), compound.grid_of(building)
    if lead:
        hours = lead.hours.reading(context.board.site.speech) if lead.hours else None
        found.append(OfficeView(role="lead", name="", phone=lead.phone, hours=hours))
    if grid and grid.phone:
        found.append(OfficeView(role="grid", name=grid.team or "", phone=grid.phone))
    return (*found, *_committee_office(context, compound))


def _committee_office(context: Context, compound: Compound) -> Iterator[OfficeView]:
    office = context.board.committee(compound.owner)
    if office.phone:
        hours = office.hours.reading(context.board.site.speech) if office.hours else None
        yield OfficeView(role="committee", name=office.name, phone=office.phone, hours=hours)


def _other_offices(context: Context, compound: Compound) -> Iterator[OfficeView]:
    for line in (*compound.phones, *context.board.site.hotlines):
        yield OfficeView(role="other", name=line.name, phone=line.phone)


def _choose(offices: list[OfficeView]) -> tuple[tuple[OfficeView, ...], tuple[PhoneView, ...]]:
    """Return the first few offices, each phone once, and the rest as a line."""
    by_phone: dict[str, OfficeView] = {}
    for office in offices:
        by_phone.setdefault(office.phone, office)
    once = tuple(by_phone.values())
    rest = tuple(PhoneView(office.name, office.phone) for office in once[_ON_CARD:])
    return once[:_ON_CARD], rest


def name_buildings(compound: Compound) -> dict[str, str]:
    """Return an ASCII name for each building, no two the same (甲楼 and 佳楼 are both jia-lou)."""
    slugs: dict[str, str] = {}
    for building in compound.all_buildings:
        slug, taken, count = make_slug(building), set(slugs.values()), 2
        while slug in taken:
            slug, count = f"{make_slug(building)}-{count}", count + 1
        slugs[building] = slug
    return slugs
