"""Where the values of a file stand, kept small: made for every file, and asked for few."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from generator.frozen import Frozen
from generator.problems import Place

Keys = tuple[str | int, ...]
"""Where a value stands in a record: attribute names and list positions, as `("services", 0)`."""

_Spans = dict[Keys, tuple[int, int, int]]
"""Line, column and width."""


class Places(Frozen):
    """The places of values by their keys.

    Those in the file itself are one text (JSON), for a board of ten thousand items has a hundred
    and fifty thousand, and only what a problem is about is ever looked up.
    """

    spans: str = "[]"
    elsewhere: tuple[tuple[Keys, Place], ...] = ()
    """Those in tables that the file names."""

    @property
    def other_paths(self) -> frozenset[str]:
        """The tables that values stand in."""
        return frozenset(place.path for _, place in self.elsewhere)

    def nearest(self, path: str, keys: Keys) -> Place:
        """Return the place of the value at `keys` of the file `path`, or what is around it."""
        spans, elsewhere = _read_spans(self.spans), dict(self.elsewhere)
        for length in range(len(keys), -1, -1):
            here = keys[:length]
            if here in elsewhere:
                return elsewhere[here]
            if here in spans:
                line, column, width = spans[here]
                return Place(path=path, line=line, column=column, width=width)
        return Place(path=path)


NO_PLACES = Places()
_write_spans = msgspec.json.Encoder().encode
_read_json = msgspec.json.Decoder().decode


def keep_places(path: str, places: Mapping[Keys, Place]) -> Places:
    """Return the places of the file `path`."""
    spans, elsewhere = [], []
    for keys, place in places.items():
        if place.path == path and not place.cells:
            spans.append((keys, place.line, place.column, place.width))
        else:
            elsewhere.append((keys, place))
    return Places(_write_spans(spans).decode(), tuple(elsewhere))


@lru_cache(maxsize=64)  # a check may ask for several fields of a file
def _read_spans(text: str) -> _Spans:
    return {tuple(keys): (line, column, width) for keys, line, column, width in _read_json(text)}
