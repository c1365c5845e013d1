"""Ids, addresses and codes: each may be used once."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.board import Board
from generator.model.item import Item
from generator.problems import Fault, Place, Problem


def check_ids(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find ids of committees and compounds, former ones too, that are used twice."""
    yield from _twice((c.id, c.source.place("id")) for c in board.committees)
    yield from _twice(_compound_ids(board))


def _compound_ids(board: Board) -> Iterator[tuple[str, Place]]:
    for committee in board.committees:
        for number, compound in enumerate(committee.compounds):
            yield compound.id, committee.source.place("compounds", number, "id")
            for position, former in enumerate(compound.merged_from):
                keys = ("compounds", number, "merged_from", position, "id")
                yield former.id, committee.source.place(*keys)


def check_addresses(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find files whose pages would have one address, on any file system."""
    named = [(_address(item), Place(path=item.source.path)) for item in board.items]
    yield from _twice(named, code="address-taken")
    streets = [review.street for review in board.reviews]
    years = ((str(street.year), street.source.place("year")) for street in streets)
    yield from _twice(years, code="review-year-twice")


def check_codes(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find items and reviews whose short address another item or a compound has.

    Files with one address have one code as well; that they need another name was said already.
    """
    places = list(_compound_ids(board))
    first = {(item.code, _address(item)): item for item in reversed(list(board.items))}
    places += [(item.code, item.source.place("pinned_code")) for item in reversed(first.values())]
    places += {r.street.code: r.street.source.place("year") for r in board.reviews}.items()
    yield from _twice(places, code="code-taken", skip=len(list(_compound_ids(board))))


def _address(item: Item) -> str:
    return f"{item.owner}/{item.folder}/{_fold(item.slug)}"


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _twice(
    named: Iterable[tuple[str, Place]], code: str = "id-taken", skip: int = 0
) -> Iterator[Problem]:
    """Report each name after its first use; the first `skip` are only remembered."""
    seen: dict[str, Place] = {}
    for number, (name, place) in enumerate(named):
        first = seen.setdefault(name, place)
        if first is not place and number >= skip:
            other = f"{first.path}:{first.line}" if first.line else first.path
            facts = {"value": name.rpartition("/")[2], "other": other}
            yield Problem(place=place, code=code, fault=Fault.SITE, facts=facts)
