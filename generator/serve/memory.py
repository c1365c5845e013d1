"""What a running server has read, kept as it is: the next reading opens only what has changed."""

from collections.abc import Callable

from generator.listing import RACY
from generator.read import Memory
from generator.read.files import FoundFile
from generator.read.memory import Remembered

_State = tuple[int, int, int]


class WarmMemory:
    """A `Memory` in this process. `clock` gives nanoseconds since 1970.

    What it has not read itself it asks `beneath` for, while there is one: what earlier builds have
    read, for the first reading.
    """

    def __init__(self, clock: Callable[[], int]) -> None:
        self.beneath: Memory | None = None
        self._clock = clock
        self._states: dict[str, _State] = {}
        self._digests: dict[str, tuple[_State, str]] = {}
        self._items: dict[str, Remembered] = {}
        self._used: set[str] = set()

    def find_digest(self, file: FoundFile) -> str | None:
        """Return the digest of a file that looks as it did when it was last read."""
        path = str(file.path)
        try:
            found = file.location.stat()
        except OSError:
            return None
        self._states[path] = (found.st_size, found.st_mtime_ns, found.st_ino)
        state, digest = self._digests.get(path, (None, ""))
        if state == self._states[path]:
            return digest
        return self.beneath.find_digest(file) if self.beneath else None

    def note_digest(self, file: FoundFile, digest: str) -> None:
        """Note the digest of a file as it was when `find_digest` was asked.

        Not of one that has just changed: it could change again and look the same.
        """
        path = str(file.path)
        state = self._states.get(path)
        if state and state[1] < self._clock() - RACY:
            self._digests[path] = (state, digest)
        if self.beneath:
            self.beneath.note_digest(file, digest)

    def recall(self, key: str) -> Remembered | None:
        """Return what was read from the sources of this key."""
        self._used.add(key)
        if key not in self._items and self.beneath:
            known = self.beneath.recall(key)
            if known:
                self._items[key] = known
        return self._items.get(key)

    def remember(self, key: str, read: Remembered) -> None:
        """Note what was read from the sources of this key."""
        self._used.add(key)
        self._items[key] = read
        if self.beneath:
            self.beneath.remember(key, read)

    def forget_unused(self) -> None:
        """Forget what has not been asked for since this was last called: versions before."""
        self._items = {key: read for key, read in self._items.items() if key in self._used}
        self._used.clear()
