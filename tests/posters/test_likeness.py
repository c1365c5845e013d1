"""The comparison of pictures itself: what it forgives, and what it does not."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from tests.posters.golden import FOLDER
from tests.posters.likeness import compare

EVENT = FOLDER / "event-A4.1.png"
WHITE = (255, 255, 255)


@pytest.fixture
def page() -> Image.Image:
    with Image.open(EVENT) as image:
        return image.convert("RGB")


def moved(page: Image.Image, box: tuple[int, int, int, int], by: int) -> Image.Image:
    """Return the page with a part of it moved down."""
    result = page.copy()
    part = page.crop(box)
    result.paste(WHITE, box)
    result.paste(part, (box[0], box[1] + by))
    return result


def painted(page: Image.Image, box: tuple[int, int, int, int], colour: str) -> Image.Image:
    result = page.copy()
    result.paste(colour, box)
    return result


def recoloured(page: Image.Image) -> Image.Image:
    """Return the page with red and blue exchanged: a green band becomes olive, red becomes blue."""
    red, green, blue = page.split()
    return Image.merge("RGB", (blue, red, green))


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page,
        lambda page: ImageChops.offset(page, 1, 0),
        lambda page: ImageChops.offset(page, 0, 1),
        lambda page: ImageEnhance.Contrast(page).enhance(1.06),
        lambda page: Image.blend(page, page.filter(ImageFilter.MinFilter(3)), 0.15),
        lambda page: page.resize((page.width + 1, page.height + 1)),
        lambda page: page.quantize(16).convert("RGB"),
    ],
    ids=["same", "aside", "down", "darker", "heavier", "larger", "fewer-colours"],
)
def test_forgives_what_faces_and_machines_do(
    page: Image.Image, change: Callable[[Image.Image], Image.Image]
) -> None:
    difference = compare(page, change(page))
    assert not difference.is_visible, difference


@pytest.mark.parametrize(
    "change",
    [
        lambda page: painted(page, (20, 100, 310, 160), "white"),
        lambda page: painted(page, (16, 230, 300, 243), "white"),
        lambda page: moved(page, (0, 370, 331, 440), 4),
        lambda page: painted(page, (25, 20, 310, 34), "#b3161b"),
        recoloured,
        lambda page: painted(page, (260, 375, 312, 430), "white"),
        lambda page: page.resize((page.width, page.height - 20)),
        lambda page: ImageChops.offset(page, 0, 6),
    ],
    ids=[
        "block-missing",
        "line-missing",
        "foot-moved",
        "band-red",
        "colours",
        "code-missing",
        "other-paper",
        "all-moved",
    ],
)
def test_sees_what_people_would_see(
    page: Image.Image, change: Callable[[Image.Image], Image.Image]
) -> None:
    difference = compare(page, change(page))
    assert difference.is_visible, difference
