"""Outlines of glyphs: cubic curves (CFF) made quadratic (TrueType).

A poster with TrueType outlines is a quarter smaller than one with CFF, and is cut out of its face
in half the time. No point of a curve moves by more than a thousandth of the type size, which no
printer shows. Formats: OpenType 1.9, tables `glyf`, `loca`, `maxp` and `hmtx`.
"""

import struct
from dataclasses import dataclass, field
from typing import Any

from generator.frozen import Frozen

_TOLERANCE = 0.001
"""In type sizes."""
_ON_CURVE, _X_SHORT, _Y_SHORT, _X_SAME, _Y_SAME = 1, 2, 4, 16, 32
_SHORT = 256

_Point = tuple[float, float, bool]
"""x, y, and whether it is on the curve."""


class Glyphs(Frozen):
    """The glyphs of a face as TrueType tables hold them, all integers big-endian."""

    glyf: bytes
    loca: bytes
    """Offsets into `glyf` of 32 bits, one more than there are glyphs."""
    left_bearings: tuple[int, ...]
    most_points: int
    most_contours: int


@dataclass(slots=True)
class _Pen:
    """Collects the contours that HarfBuzz draws."""

    tolerance: float
    contours: list[list[_Point]] = field(default_factory=list)

    def move(self, x: float, y: float) -> None:
        self.contours.append([(x, y, True)])

    def line(self, x: float, y: float) -> None:
        self.contours[-1].append((x, y, True))

    def curve(self, *numbers: float) -> None:
        from fontTools.cu2qu.cu2qu import curve_to_quadratic  # noqa: PLC0415 - seldom needed

        contour = self.contours[-1]
        points = [contour[-1][:2], numbers[0:2], numbers[2:4], numbers[4:6]]
        for x, y in curve_to_quadratic(points, self.tolerance)[1:-1]:
            contour.append((x, y, False))
        contour.append((numbers[4], numbers[5], True))


def convert_outlines(face: Any) -> Glyphs:
    """Return the glyphs of a `uharfbuzz.Face` with cubic outlines, in its own order."""
    import uharfbuzz as hb  # noqa: PLC0415 - posters alone need it

    font = hb.Font(face)
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, pen: pen.move(x, y))
    funcs.set_line_to_func(lambda x, y, pen: pen.line(x, y))
    funcs.set_cubic_to_func(lambda *a: a[-1].curve(*a[:-1]))
    funcs.set_close_path_func(lambda pen: None)  # noqa: ARG005 - TrueType closes by itself
    glyf, offsets, bearings = bytearray(), [0], []
    most_points = most_contours = 0
    for glyph in range(face.glyph_count):
        pen = _Pen(_TOLERANCE * face.upem)
        font.draw_glyph(glyph, funcs, pen)
        contours = [contour for contour in map(_round, pen.contours) if len(contour) > 1]
        glyf += _pack(contours)
        offsets.append(len(glyf))
        bearings.append(min((x for contour in contours for x, _, _ in contour), default=0))
        most_points = max(most_points, sum(map(len, contours)))
        most_contours = max(most_contours, len(contours))
    loca = struct.pack(f">{len(offsets)}I", *offsets)
    return Glyphs(bytes(glyf), loca, tuple(bearings), most_points, most_contours)


def _round(contour: list[_Point]) -> list[tuple[int, int, bool]]:
    """Return a contour in whole units, without the points that TrueType implies.

    A point on the curve that lies half-way between two that are not is implied.
    """
    points = [(round(x), round(y), on) for x, y, on in contour]
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    around = zip(points[-1:] + points[:-1], points, points[1:] + points[:1], strict=True)
    return [
        (x, y, on)
        for (x0, y0, on0), (x, y, on), (x1, y1, on1) in around
        if not (on and not on0 and not on1 and 2 * x == x0 + x1 and 2 * y == y0 + y1)
    ]


def _pack(contours: list[list[tuple[int, int, bool]]]) -> bytes:
    """Return a simple glyph description, of an even number of 32-bit words."""
    if not contours:
        return b""
    points = [point for contour in contours for point in contour]
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    flags, across, up = bytearray(), bytearray(), bytearray()
    last_x = last_y = 0
    for x, y, on in points:
        flags.append(
            (_ON_CURVE if on else 0)
            | _add(across, x - last_x, _X_SHORT, _X_SAME)
            | _add(up, y - last_y, _Y_SHORT, _Y_SAME)
        )
        last_x, last_y = x, y
    ends, end = [], -1
    for contour in contours:
        end += len(contour)
        ends.append(end)
    head = struct.pack(">5h", len(contours), min(xs), min(ys), max(xs), max(ys))
    no_instructions = struct.pack(f">{len(ends)}HH", *ends, 0)
    data = head + no_instructions + flags + across + up
    return data + bytes(-len(data) % 4)


def _add(numbers: bytearray, step: int, short: int, same: int) -> int:
    """Add a coordinate, as the step from the last one, and return what its flag says of it."""
    if step == 0:
        return same
    if abs(step) < _SHORT:
        numbers.append(abs(step))
        return short | (same if step > 0 else 0)
    numbers += struct.pack(">h", step)
    return 0
