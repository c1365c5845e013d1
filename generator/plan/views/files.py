"""Files that are written as they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file that is written as it is: a style sheet of the theme, a picture of the content."""

    location: str
    """Where to read it; not part of what makes it the same file."""
    digest: str

    def __repr__(self) -> str:
        return f"FileView({self.digest})"
