"""The accent 主题色: the one colour of a site, for what can be followed and for bands.

The colour is used as text, so it must stand out by 7:1 (WCAG 2.2, AAA) from whatever is behind it.
The tint behind chips and notes is the darkest of these grounds, and the dark scheme has a lighter
colour of the same hue with a dark tint.
"""

from math import degrees
from typing import Annotated, Any

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.model.colour import Colour, Oklch, parse_colour
from generator.model.taking import TakenBy
from generator.model.values import half_width, reject, take_text
from generator.problems import Term

CONTRAST = 7.0
_NAMED = (
    (Term("墨绿", "jade"), Colour(0x0B, 0x53, 0x45)),
    (Term("藏青", "navy"), Colour(0x1B, 0x40, 0x72)),
    (Term("孔雀蓝", "teal"), Colour(0x00, 0x4F, 0x63)),
    (Term("绛紫", "plum"), Colour(0x5B, 0x2C, 0x6F)),
    (Term("茶褐", "brown"), Colour(0x5C, 0x3B, 0x1E)),
    (Term("石墨", "graphite"), Colour(0x3A, 0x42, 0x48)),
)
NAMED = {name: colour for term, colour in _NAMED for name in (term.zh, term.en)}
"""Colours that have a name, Linli's own first."""
_STEP = 0.008
"""Of lightness, which hardly anybody sees; at least one level of the channels."""


class Shades(Frozen):
    """The colours of one scheme, light or dark."""

    accent: Colour
    soft: Colour
    """The tint behind words in `accent`; no other ground is nearer to it."""
    band: Colour
    """The ground of the page's head and of badges."""
    on_band: Colour


def light_shades(accent: Colour) -> Shades:
    """Return what goes with the accent on white sheets."""
    return Shades(accent, _tint(accent, 0.945, 0.014), accent, Colour(255, 255, 255))


def dark_shades(accent: Colour) -> Shades:
    """Return what goes with the accent in the dark: the same hue, lighter and less strong."""
    soft = _tint(accent, 0.32, 0.045)
    lit = _tint(accent, 0.84, 0.085)
    while not _reads(lit, soft):
        lit = _move(lit, _STEP)
    return Shades(lit, soft, _tint(accent, 0.265, 0.035), Colour(0xF2, 0xF5, 0xF4))


def rule_shade(accent: Colour) -> Colour:
    """Return the colour of thin lines on paper: a pale accent, not for text."""
    return _tint(accent, 0.76, 0.031)


def readable(accent: Colour) -> Colour:
    """Return the colour itself if it can be read on its tint, else the nearest darker one."""
    nearest = accent
    while not _reads(nearest, light_shades(nearest).soft):
        nearest = _move(nearest, -_STEP)
    return nearest


def is_red(accent: Colour) -> bool:
    """Whether it could be taken for the red of urgent notices."""
    seen = accent.oklch()
    return seen.chroma > 0.1 and 5 < degrees(seen.hue) < 45


def _tint(colour: Colour, lightness: float, chroma: float) -> Colour:
    seen = colour.oklch()
    return Oklch(lightness, min(seen.chroma, chroma), seen.hue).colour()


def _move(colour: Colour, step: float) -> Colour:
    """Return the colour lighter or darker by a step."""
    seen = colour.oklch()
    return replace(seen, lightness=seen.lightness + step).colour()


def _reads(colour: Colour, ground: Colour) -> bool:
    return colour.contrast(ground) >= CONTRAST


def _take_accent(value: Any) -> Colour:
    """Accept a name, or a colour as web pages write it that is dark enough to be read."""
    if isinstance(value, Colour):
        return value
    text = take_text(value)
    colour = NAMED.get(text.lower()) or parse_colour(half_width(text))
    if colour is None:
        spelt = [Term(t.zh, t.en, t.en if text.isascii() else t.zh) for t, _ in _NAMED]
        raise reject("accent-unknown", value=text, known=tuple(spelt))
    nearest = readable(colour)
    if nearest != colour:
        ratio = f"{colour.contrast(light_shades(colour).soft):.1f}"
        raise reject("accent-faint", value=str(colour), ratio=ratio, nearest=str(nearest)[1:])
    return colour


Accent = Annotated[Colour, TakenBy(_take_accent)]
DEFAULT_ACCENT = _NAMED[0][1]
