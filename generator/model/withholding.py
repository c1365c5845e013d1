"""A record without some of its fields, for what must not be published of a site's own files.

An item with an error is left out whole. The site's and the committees' files cannot be, for all
else hangs on them; so they lose the one telephone number, grid or sentence in which the error is.
"""

import dataclasses
from collections.abc import Collection
from typing import Any, TypeVar

from msgspec.structs import replace

from generator.model.board import Board
from generator.model.committee import Compound
from generator.model.places import Keys
from generator.model.record import Record
from generator.problems import Place

RecordT = TypeVar("RecordT", bound=Record)


def withhold_fields(board: Board, places: Collection[Place]) -> Board:
    """Return the board without what stands at these places of the site's and committees' files."""
    if not places:
        return board
    committees = tuple(_withhold_all(committee, places) for committee in board.committees)
    return replace(board, site=_withhold_all(board.site, places), committees=committees)


def _withhold_all(record: Any, places: Collection[Place]) -> Any:
    spots = {_bare(place) for place in places}  # a report has the cells masked
    found = {e.keys for e in record.source.personal if _bare(e.place) in spots}
    # From the last on, so that the positions of those before stay what they were.
    for keys in sorted(found, key=_order, reverse=True):
        record = withhold(record, keys) or record
    return record


def _order(keys: Keys) -> list[tuple[bool, int, str]]:
    return [(isinstance(k, int), k if isinstance(k, int) else 0, str(k)) for k in keys]


def withhold(record: RecordT, keys: Keys) -> RecordT | None:
    """Return a record without what stands at `keys`; None if it cannot do without that.

    What cannot do without a part of itself goes as a whole, but for compounds: everything that is
    for their residents would go with them.
    """
    if not keys:
        return None
    attribute, *inner = keys
    name = str(attribute)
    value = getattr(record, name, None)
    left = _withhold_part(value, tuple(inner)) if inner else None
    if left is None:
        info = type(record).model_fields[name]
        if info.is_required():
            return None
        left = info.get_default(call_default_factory=True)
    return record.model_copy(update={name: left})


def _withhold_part(value: Any, keys: Keys) -> Any:
    """Return a value without one part of it; None if the whole value has to go."""
    match value:
        case Record():
            return withhold(value, keys)
        case tuple():
            number, *inner = keys
            return _withhold_element(value, int(number), tuple(inner))
        case dict():
            return {key: each for key, each in value.items() if key != keys[0]}
        case _:
            return None


def _withhold_element(values: tuple[Any, ...], number: int, keys: Keys) -> Any:
    if number >= len(values):
        return None
    element = values[number]
    left = _withhold_part(element, keys) if keys else None
    if left is None and isinstance(element, Compound):
        return None
    kept = () if left is None else (left,)
    return values[:number] + kept + values[number + 1 :]


def _bare(place: Place) -> Place:
    return dataclasses.replace(place, cells=())
