"""Whether two pictures of a page look alike to somebody who stands before them.

Faces differ a little from machine to machine, so letters may be heavier or stand a little aside; a
line may not be missing, moved or of another colour. Both pictures are blurred, which makes areas of
ink of letters, and compared tile by tile, each tile with the other picture where it is and up to a
pixel aside, whichever is most alike. What counts is the mean of all tiles, and the worst of them.
"""

from dataclasses import dataclass
from itertools import product

from PIL import Image, ImageChops, ImageFilter, ImageStat

BLUR = 2
"""Radius in pixels; at 40 dots an inch this is 1.3 mm on the paper."""
TILE = 8
"""Side of a tile in pixels; 5 mm on the paper."""
ASIDE = (-1, 0, 1)
"""Pixels by which a tile may have moved, each way; 0.6 mm on the paper."""
MEAN = 6.0
"""Of 255, over the whole page. A sixth more ink in all letters makes 4."""
WORST = 30.0
"""Of 255, in the worst tile. A sixth more ink makes 19, a line that moved by 2.5 mm 44."""
SLACK = 3
"""Pixels by which one page may be larger than the other: rounding of millimetres."""


@dataclass(frozen=True)
class Difference:
    """How two pictures differ: in the mean and in the worst tile, of 255."""

    mean: float
    worst: float

    @property
    def is_visible(self) -> bool:
        """Whether somebody would see it."""
        return self.mean > MEAN or self.worst > WORST


def compare(one: Image.Image, two: Image.Image) -> Difference:
    """Return how two pictures of a page differ; pages of different size differ altogether."""
    sizes = zip(one.size, two.size, strict=True)
    if any(abs(left - right) > SLACK for left, right in sizes):
        return Difference(255.0, 255.0)
    width, height = min(one.width, two.width), min(one.height, two.height)
    left, right = (_blurred(image.crop((0, 0, width, height))) for image in (one, two))
    tiles = Image.new("L", (-(-width // TILE), -(-height // TILE)), 255)
    for across, down in product(ASIDE, ASIDE):
        moved = ImageChops.offset(right, across, down)
        tiles = ImageChops.darker(tiles, _difference(left, moved).reduce(TILE))
    statistics = ImageStat.Stat(tiles)
    return Difference(statistics.mean[0], statistics.extrema[0][1])


def _difference(one: Image.Image, two: Image.Image) -> Image.Image:
    """Return the difference in the channel in which it is largest, pixel by pixel."""
    red, green, blue = ImageChops.difference(one, two).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _blurred(image: Image.Image) -> Image.Image:
    return image.convert("RGB").filter(ImageFilter.GaussianBlur(BLUR))
