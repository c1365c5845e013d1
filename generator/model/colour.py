"""Colours: how pages write them, how light they are to the eye, and how they stand out.

Written out here: it is two matrices, and a library for it would be the slowest import of a start.
"""

import re
from math import atan2, cbrt, cos, hypot, sin

from generator.frozen import Frozen

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_Triple = tuple[float, float, float]
_Matrix = tuple[_Triple, _Triple, _Triple]

# Björn Ottosson's Oklab, https://bottosson.github.io/posts/oklab/: linear sRGB to cones and back.
_TO_CONES: _Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_FROM_CONES: _Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_TO_LAB: _Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: _Matrix = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)


class Colour(Frozen):
    """A colour of sRGB, its channels from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """How much light it gives, from 0 for black to 1 for white (WCAG 2.2)."""
        red, green, blue = self._linear()
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: "Colour") -> float:
        """Return how two colours stand out from each other, from 1 to 21 (WCAG 2.2)."""
        low, high = sorted((self.luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)

    def oklch(self) -> "Oklch":
        """Return it as lightness, chroma and hue."""
        cones = _apply(_TO_CONES, self._linear())
        lightness, a, b = _apply(_TO_LAB, (cbrt(cones[0]), cbrt(cones[1]), cbrt(cones[2])))
        return Oklch(lightness, hypot(a, b), atan2(b, a))

    def _linear(self) -> _Triple:
        return _linear(self.red), _linear(self.green), _linear(self.blue)


class Oklch(Frozen):
    """A colour as the eye sees it (CSS Color 4): equal steps of a number look equal.

    `lightness` is 0 to 1, `chroma` 0 for grey to about 0.3, `hue` an angle in radians.
    """

    lightness: float
    chroma: float
    hue: float

    def colour(self) -> Colour:
        """Return the colour of sRGB; what screens cannot show is made greyer until they can."""
        low, high = 0.0, self.chroma
        if _is_shown(self._channels(high)):
            low = high
        else:
            for _ in range(12):
                middle = (low + high) / 2
                low, high = (middle, high) if _is_shown(self._channels(middle)) else (low, middle)
        red, green, blue = (_encode(channel) for channel in self._channels(low))
        return Colour(red, green, blue)

    def _channels(self, chroma: float) -> _Triple:
        """Return linear sRGB, which may lie outside of 0 to 1."""
        lab = (self.lightness, chroma * cos(self.hue), chroma * sin(self.hue))
        cones = _apply(_FROM_LAB, lab)
        return _apply(_FROM_CONES, (cones[0] ** 3, cones[1] ** 3, cones[2] ** 3))


def parse_colour(text: str) -> Colour | None:
    """Return the colour that `#0b5345`, `0B5345` or `#fff` writes; None for anything else."""
    found = _HEX.fullmatch(text)
    if not found:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return Colour(int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def _apply(matrix: _Matrix, vector: _Triple) -> _Triple:
    first, second, third = (
        row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] for row in matrix
    )
    return first, second, third


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _encode(value: float) -> int:
    value = min(max(value, 0.0), 1.0)
    curved = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(255 * curved)


def _is_shown(channels: _Triple) -> bool:
    return all(-1e-4 <= channel <= 1 + 1e-4 for channel in channels)
