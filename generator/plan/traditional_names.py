"""The names of a board that its edition in traditional characters has to know."""

from collections.abc import Iterable

from generator.model.board import Board
from generator.model.committee import Committee, Compound
from generator.plan.views import TraditionalNames


def collect_names(board: Board) -> TraditionalNames:
    """Return the names of a board that converting could get wrong.

    The site's own list has the last word on each.
    """
    places: tuple[Committee | Compound, ...] = (*board.committees, *board.compounds)
    former = (former for compound in board.compounds for former in compound.merged_from)
    given = {place.name: place.traditional_name for place in places if place.traditional_name}
    forms = given | board.site.traditional_names
    contacts = (getattr(item, "contact", None) for item in board.items)
    filed = (item.contact for item in board.filed if item.contact)
    return TraditionalNames(
        forms=tuple(sorted(forms.items())),
        places=_unique(place.name for place in (*places, *former)),
        people=_unique((*(contact.name for contact in contacts if contact), *filed)),
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
