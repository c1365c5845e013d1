"""What is done to a PDF before it is written: its boxes are set, its large streams packed."""

import zlib
from collections.abc import Callable
from typing import Any

MARKS = 6.0
"""Millimetres beyond the bleed, for the crop marks to stand clear of it."""
_POINTS_PER_MM = 72 / 25.4
_LEVEL = 5
"""Of zlib. pydyf takes 9, which needs three times as long for files that are 2 % smaller."""
_LARGE = 2048
"""Bytes from which on a stream is worth it."""


def make_finisher(bleed: float) -> Callable[[Any, Any], None]:
    """Return a function for WeasyPrint's `finisher`; `bleed` is that of the sheet in mm."""

    def finish(_: Any, pdf: Any) -> None:
        if bleed:
            _set_boxes(pdf, bleed)
        _pack_streams(pdf)

    return finish


def _set_boxes(pdf: Any, bleed: float) -> None:
    """Set the TrimBox and BleedBox of each page (ISO 32000-2, 14.11.2).

    WeasyPrint forgets the zoom in them, and does not know which part of the margin is for marks.
    Sheets without bleed are as large as their paper, and so are their boxes.
    """
    for page in (
        item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"
    ):
        left, top, right, bottom = (float(side) for side in page["MediaBox"])
        for name, inset in (("TrimBox", bleed + MARKS), ("BleedBox", MARKS)):
            points = inset * _POINTS_PER_MM
            page[name][:] = [left + points, top + points, right - points, bottom - points]


def _pack_streams(pdf: Any) -> None:
    """Compress what is large, which is the faces: half of the time of writing is spent on them."""
    for item in pdf.objects:
        if not getattr(item, "compress", False) or "Filter" in item.extra:
            continue
        data = b"\n".join(part for part in item.stream if isinstance(part, bytes))
        if len(item.stream) == 1 and len(data) >= _LARGE:
            item.stream = [zlib.compress(data, _LEVEL)]
            item.extra["Filter"] = "/FlateDecode"
            item.compress = False
