"""When to read the site again: once its files are other ones than before, and no longer change.

The system tells of changes at once (watchdog) but not of all: not on network drives, not once a
folder was replaced, nor beyond its own limits. So the files are looked through now and then as
well. Either way only names, sizes and times decide, which no reader changes; what editors leave
beside a file while they save it does not count.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from generator.model.folders import is_leftover

_KINDS: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
"""Not the opening and closing of what is only read."""
_QUIET, _QUIET_OF_MANY = 0.02, 0.4
"""Seconds without an event after which whoever writes has finished: one file, or a whole folder."""
_MANY = 12
"""Events that one editor does not cause by saving one file."""
_PATIENCE = 10.0
"""Seconds to wait for that before reading all the same."""
_LOOK_EVERY = 2.0
"""Seconds between two looks at all files, and more where looking takes long."""
_IDLE = 60
"""How many times as long as looking to do nothing."""

State = tuple[int, int, int]


class Watch:
    """Watches folders, and calls `tell` with the paths that are new, gone or changed.

    `folders` are asked for anew each time, for there may be others by then.
    """

    def __init__(
        self,
        folders: Callable[[], Iterable[Path]],
        tell: Callable[[frozenset[Path]], None],
    ) -> None:
        self.failure: OSError | None = None
        """Why the system does not tell of changes, so that they are noticed later."""
        self._folders = folders
        self._tell = tell
        self._events = 0
        self._woken = Event()
        self._stopping = False
        self._observer = Observer()
        self._known: dict[Path, State] = {}
        self._thread = Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin with the files as they are now."""
        self._known = scan_files(self._folders())
        handler = _Waker(self._wake)
        try:
            for folder in self._folders():
                if folder.is_dir():
                    self._observer.schedule(
                        handler, str(folder), recursive=True, event_filter=_KINDS
                    )
            self._observer.start()
        except OSError as error:
            self.failure = error
        self._thread.start()

    def stop(self) -> None:
        """Stop watching; a call of `tell` under way is waited for."""
        self._stopping = True
        self._woken.set()
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()
        if self._thread.is_alive():
            self._thread.join()

    def _wake(self) -> None:
        self._events += 1
        self._woken.set()

    def _run(self) -> None:
        pause = _LOOK_EVERY
        while not self._stopping:
            if self._woken.wait(pause):
                self._wait_for_quiet()
            begun = monotonic()
            found = scan_files(self._folders())
            pause = max(_LOOK_EVERY, _IDLE * (monotonic() - begun))
            known, self._known = self._known, found
            changed = frozenset(path for path, _ in known.items() ^ found.items())
            if changed and not self._stopping:
                self._tell(changed)

    def _wait_for_quiet(self) -> None:
        deadline = monotonic() + _PATIENCE
        while monotonic() < deadline and not self._stopping:
            before = self._events
            sleep(_QUIET if before <= _MANY else _QUIET_OF_MANY)
            if self._events == before:
                break
        self._woken.clear()
        self._events = 0


class _Waker(FileSystemEventHandler):
    """Passes on that something happened to a file that counts."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake up unless it is one of an editor's own files."""
        paths = (event.src_path, event.dest_path)
        names = {os.path.basename(os.fsdecode(path)) for path in paths if path}  # noqa: PTH119
        if not all(map(is_passed_over, names)):
            self._wake()


def is_passed_over(name: str) -> bool:
    """Whether a file of this name is no content: leftovers, and the one by which Vim tries."""
    return is_leftover(name) or name == "4913"


def scan_files(folders: Iterable[Path]) -> dict[Path, State]:
    """Return size, time in nanoseconds and number of each file in the folders.

    A folder that is a file stands for itself; one that is not there for nothing.
    """
    return {path: state for folder in folders for path, state in _scan(folder)}


def _scan(folder: Path) -> Iterator[tuple[Path, State]]:
    """Yield what can be looked at; files may go away meanwhile."""
    with suppress(FileNotFoundError, PermissionError):
        if not folder.is_dir():
            yield folder, _state_of(folder.stat())
            return
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not is_passed_over(entry.name)]
        for entry in entries:
            with suppress(FileNotFoundError, PermissionError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _scan(Path(entry.path))
                else:
                    yield Path(entry.path), _state_of(entry.stat(follow_symlinks=False))


def _state_of(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns, found.st_ino
