"""Frozen records: what the board's model, schedules and views are made of."""

from typing import dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Frozen(msgspec.Struct, frozen=True, array_like=True, tag=True, gc=False):
    """A record that nobody changes, equal to every other of its class with the same values.

    It is declared like a dataclass and is one in all but its machinery, which is not Python's: a
    site of ten thousand items makes some millions of them. `msgspec.structs.replace` returns a copy
    with some values changed. As a record cannot hold itself, the garbage collector need not look
    for it (`gc`); with `dict=True, gc=True` it may have cached properties.
    """
