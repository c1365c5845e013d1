"""Whom to call: by building on the web, and as contact cards on paper. Offices and roles only."""

from typing import ClassVar

from generator.frozen import Frozen
from generator.plan.views.pieces import GridView, PhoneView
from generator.plan.views.poster_frame import PosterFrame


class OfficeView(Frozen, kw_only=True):
    """An office that answers a phone."""

    role: str
    """`lead`, `grid`, `committee`, or `other` for one that goes by its name alone."""
    name: str
    """Empty for a building's lead, who has no name here."""
    phone: str
    hours: str | None = None


class BuildingView(Frozen, kw_only=True):
    """A building in a resident's choice of buildings."""

    name: str
    anchor: str
    """The id of its place on the page; ASCII."""
    card: str | None
    """The address of its contact card, if there is one."""


class NeighboursView(Frozen, kw_only=True):
    """Buildings whose residents call the same offices."""

    buildings: tuple[BuildingView, ...]
    grid: str | None
    """The number of their grid; None if they are in none."""
    offices: tuple[OfficeView, ...]


class CoverageView(Frozen, kw_only=True):
    """How far the grids of a compound reach."""

    compound: str
    address: str
    grids: int
    """0 for a compound that has none yet."""
    covered: int
    buildings: int
    """All buildings; 0 if they are not listed."""


class ContactCardPoster(Frozen, kw_only=True):
    """Six phones for a compound, with its grids."""

    template: ClassVar[str] = "posters/contact-card.html"
    one_page: ClassVar[bool] = False
    frame: PosterFrame
    offices: tuple[OfficeView, ...]
    """At most six."""
    others: tuple[PhoneView, ...]
    """Further numbers, in one line."""
    grids: tuple[GridView, ...]


class BuildingCardPoster(Frozen, kw_only=True):
    """Six phones for one building."""

    template: ClassVar[str] = "posters/building-card.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    building: str
    grid: str | None
    offices: tuple[OfficeView, ...]
    """At most six."""
    others: tuple[PhoneView, ...]
    """Further numbers, in one line."""
