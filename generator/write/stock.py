"""The stock: the files of the last build, of which those that are intact are taken over."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from generator.listing import Listing, list_again, list_tree
from generator.plain_files import read_plain
from generator.write.manifest import Written, digest_of


class Stock:
    """What an earlier build has made, in the output or its mirror.

    A file is intact if it has the size and the time that it had when it was written, and else if
    its bytes have the digest of the manifest. What is behind a link is no file of the stock.
    """

    def __init__(
        self, root: Path, noted: Listing | None = None, mirror: Listing | None = None
    ) -> None:
        """Take a folder, with how the output stood when it had been written, and its mirror."""
        self.root = root
        self.noted = noted
        self._mirror = mirror

    @cached_property
    def found(self) -> Listing:
        """What is in the folder now. Raises OSError."""
        if self._mirror is not None:
            return list_again(self.root, self._mirror)
        return list_tree(self.root) if self.root.is_dir() else Listing()

    def is_intact(self, path: str, written: Written) -> bool:
        """Whether a file is still what was written. Raises OSError."""
        state = self.found.files.get(path)
        if state is None or path in self.found.odd:
            return False
        if self.noted is not None and self.noted.files.get(path) == state:
            return True
        return read_intact(self.root / path, written) is not None

    def find_damaged(self, files: Mapping[str, Written]) -> list[str]:
        """Return the paths of files that are not intact. Raises OSError."""
        found, odd = self.found.files, self.found.odd
        noted = self.noted.files if self.noted else {}
        doubtful = [path for path in files if path in odd or found.get(path) != noted.get(path, ())]
        return [path for path in doubtful if not self.is_intact(path, files[path])]


def read_intact(source: Path, written: Written) -> bytes | None:
    """Return the bytes of a file if they are still those that were written."""
    try:
        data = read_plain(source)
    except OSError:
        return None
    intact = len(data) == written.size and digest_of(data) == written.digest
    return data if intact else None
