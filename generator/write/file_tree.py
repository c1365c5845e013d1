"""A folder that fills with files, each at its path; the folders on the way are made once."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from generator.listing import folder_of


@dataclass(slots=True)
class FileTree:
    """A folder that is there, and which of the folders in it are known to be."""

    root: Path
    made: set[str] = field(default_factory=set)

    def make_room(self, path: str) -> str:
        """Return where the file of a path goes, in a folder that is there. Raises OSError."""
        folder = folder_of(path)
        if folder not in self.made:
            os.makedirs(f"{self.root}/{folder}", exist_ok=True)  # noqa: PTH103 - thousands of times
            self.made.add(folder)
        return f"{self.root}/{path}"
