"""Colours, the accent that a site may choose, and what follows from it."""

from math import degrees

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.accent import (
    DEFAULT_ACCENT,
    NAMED,
    dark_shades,
    is_red,
    light_shades,
    readable,
)
from generator.model.colour import Colour, Oklch, parse_colour
from generator.model.site import Site
from generator.plan.palette import make_palette
from generator.plan.views import JADE

WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)
colours = st.builds(Colour, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("text", "lightness", "chroma", "hue"),
    # CSS Color 4 and https://bottosson.github.io/posts/oklab/
    [
        ("#ff0000", 0.628, 0.2577, 29.2),
        ("#00ff00", 0.8664, 0.2948, 142.5),
        ("#00f", 0.452, 0.3132, 264.1),
    ],
)
def test_oklch_is_that_of_css(text: str, lightness: float, chroma: float, hue: float) -> None:
    colour = parse_colour(text)
    assert colour is not None
    seen = colour.oklch()
    found = (seen.lightness, seen.chroma, degrees(seen.hue) % 360)
    assert found == pytest.approx((lightness, chroma, hue), abs=0.05)


@settings(max_examples=60)
@given(colours)
def test_there_and_back(colour: Colour) -> None:
    assert colour.oklch().colour() == colour
    assert parse_colour(str(colour)) == colour


def test_what_screens_cannot_show_becomes_greyer() -> None:
    vivid = Oklch(0.6, 0.37, 2.5)
    shown = vivid.colour().oklch()
    assert shown.chroma < 0.2
    assert shown.lightness == pytest.approx(0.6, abs=0.01)
    assert shown.hue == pytest.approx(2.5, abs=0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert WHITE.contrast(BLACK) == 21
    assert Colour(0x76, 0x76, 0x76).contrast(WHITE) == pytest.approx(4.54, abs=0.01)


@settings(max_examples=60)
@given(colours)
def test_every_readable_accent_is_readable_everywhere(colour: Colour) -> None:
    accent = readable(colour)
    assert readable(accent) == accent
    assert accent == colour or accent.luminance < colour.luminance
    for shades, ground in ((light_shades(accent), WHITE), (dark_shades(accent), BLACK)):
        assert shades.accent.contrast(shades.soft) >= 7
        assert shades.on_band.contrast(shades.band) >= 7
        assert shades.accent.contrast(ground) >= shades.accent.contrast(shades.soft)


def test_all_named_colours_can_be_chosen() -> None:
    assert len(NAMED) == 12
    for name, colour in NAMED.items():
        assert readable(colour) == colour, name
        assert not is_red(colour), name
        assert Site(name="站", accent=name).accent == colour  # type: ignore[arg-type]


def test_red_is_for_urgent_notices() -> None:
    assert is_red(Colour(0x98, 0x15, 0x0E))
    assert not is_red(DEFAULT_ACCENT)


@pytest.mark.parametrize("text", ["#1e90ff", "ff0", "好看的绿", "#12345", "绿"])
def test_what_cannot_be_an_accent(text: str) -> None:
    with pytest.raises(ValidationError):
        Site(name="站", accent=text)  # type: ignore[arg-type]


@pytest.mark.parametrize("colour", [*dict.fromkeys(NAMED.values()), Colour(0, 0, 0)], ids=str)
def test_words_on_paper_stand_out(colour: Colour) -> None:
    paper = make_palette(colour).paper
    accent, soft = parse_colour(paper.accent), parse_colour(paper.soft)
    assert accent
    assert soft
    assert accent.contrast(soft) >= 4.5
    assert accent.contrast(Colour(255, 255, 255)) >= 4.5


def test_the_palette_of_sites_without_an_accent() -> None:
    assert make_palette(Site(name="站").accent) == JADE
