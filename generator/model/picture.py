"""A picture of the content, as far as its header tells: how large it is, and what sort of one."""

from collections.abc import Mapping

import msgspec

from generator.frozen import Frozen
from generator.problems import Fact


class Picture(Frozen, kw_only=True):
    """A picture that can be shown. Its size is in pixels, turned upright as it was taken."""

    width: int
    height: int
    orientation: int = 1
    """How the stored pixels are turned upright: the EXIF tag 0x0112, 1 to 8, 1 for not at all."""
    drawing: bool = False
    """It has few colours or is transparent in places: it stays free of loss."""


class PictureFlaw(Frozen):
    """Why a file cannot be shown as a picture: the code of a problem, and its facts."""

    code: str
    facts: Mapping[str, Fact] = msgspec.field(default_factory=dict)


class PictureFile(Frozen):
    """A file of the content folder that is named as a picture is."""

    path: str
    """From the site's folder, as in `Source.path`."""
    location: str
    """Where on this machine to read it."""
    digest: str
    """SHA-256 of its bytes."""
    content: Picture | PictureFlaw
