"""Files that no template fills: those of the theme, pictures and attachments."""

from generator.frozen import Frozen
from generator.plan.views.digests import Digested


class Location(Digested, str):
    """Where a file lies, which makes no difference to what is made of it."""

    __slots__ = ()
    digests = ()

    def __repr__(self) -> str:
        """Return nothing of it: faces are cut for the characters of what posters say."""
        return "Location()"


class Original(Frozen, kw_only=True):
    """A picture as it lies in the content folder, which is never published."""

    location: Location
    digest: str
    orientation: int
    """The EXIF orientation that turns it upright, 1 to 8."""
    drawing: bool
    """Whether it is kept free of loss."""


class PictureVersion(Frozen, kw_only=True):
    """A picture in one size and format, built anew from the pixels of its original."""

    original: Original
    width: int
    height: int
    """In pixels."""
    format: str
    """`webp`, `jpeg` or `png`."""


class AttachmentVersion(Frozen, kw_only=True):
    """A document as it lies in the content folder; it is published without what is noted in it."""

    location: Location
    digest: str
    format: str
    """`pdf`, `docx` or `xlsx`."""


class AssetView(Frozen):
    """A file of the theme: a style sheet, a script, an icon."""

    data: bytes
