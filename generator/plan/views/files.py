"""Files that are written as they are."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file of the content that is written as it is."""

    location: str
    """Where to read it; not part of what makes it the same file."""
    digest: str

    def __repr__(self) -> str:
        return f"FileView({self.digest})"


@dataclass(frozen=True, slots=True)
class AssetView:
    """A file of the theme: a style sheet, a script, an icon."""

    data: bytes

    def __repr__(self) -> str:
        return f"AssetView({sha256(self.data).hexdigest()})"
