"""Files that no template fills: those of the theme, pictures and attachments."""

from hashlib import sha256

from generator.frozen import Frozen


class Original(Frozen, kw_only=True):
    """A picture as it lies in the content folder, which is never published."""

    location: str
    """Where to read it; not part of what makes it the same picture."""
    digest: str
    orientation: int
    """The EXIF orientation that turns it upright, 1 to 8."""
    drawing: bool
    """Whether it is kept free of loss."""

    def __repr__(self) -> str:
        return f"Original({self.digest}, {self.orientation}, {self.drawing})"


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

    location: str
    """Where to read it; not part of what makes it the same document."""
    digest: str
    format: str
    """`pdf`, `docx` or `xlsx`."""

    def __repr__(self) -> str:
        return f"AttachmentVersion({self.digest}, {self.format})"


class AssetView(Frozen):
    """A file of the theme: a style sheet, a script, an icon."""

    data: bytes

    def __repr__(self) -> str:
        return f"AssetView({sha256(self.data).hexdigest()})"
