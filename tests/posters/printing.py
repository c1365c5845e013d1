"""Posters for tests: faces are cut once, and the same view is printed once, in a whole run.

pytest-xdist runs tests in several processes; what one has made the others take from a folder.
"""

import hashlib
import inspect
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.plan.views import PosterView
from generator.render import font_search, fonts, glyph_order, outlines, squeezing
from generator.render.posters import PosterPress

_CUTTING = (font_search, fonts, glyph_order, outlines, squeezing)
_PATIENCE = 120
"""Seconds after which a process that holds the folder is taken for dead."""


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this run share."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "posters-of-this-run"
    folder.mkdir(exist_ok=True)
    return folder


def folder_for_faces(config: pytest.Config, shared: Path) -> Path:
    """Return where faces are that this code has cut, in pytest's cache or else in `shared`.

    What other code has cut is taken away.
    """
    if not hasattr(config, "cache") or config.cache is None:
        return shared / "faces"
    sources = "".join(inspect.getsource(module) for module in _CUTTING)
    folder = config.cache.mkdir(f"faces-{hashlib.sha256(sources.encode()).hexdigest()[:16]}")
    for other in folder.parent.glob("faces-*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return folder


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process in at a time."""
    lock = folder / "lock"
    for _ in range(_PATIENCE * 10):
        with suppress(FileExistsError):
            lock.touch(exist_ok=False)
            break
        time.sleep(0.1)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


@dataclass
class Printer:
    """Prints views, and remembers what it printed; `log` is what the libraries said meanwhile."""

    press: PosterPress
    folder: Path
    left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The parts that had no room, by the names of the posters."""
    log: list[str] = field(default_factory=list)

    def __call__(self, name: str, view: PosterView) -> bytes:
        """Return the poster of a view, from whatever process printed it first."""
        path = self.folder / f"{hashlib.sha256(repr(view).encode()).hexdigest()[:24]}.pdf"
        notes = path.with_suffix(".json")
        if not notes.is_file():
            said = len(self.press.log)
            _write(path, self.press.render(name, view))
            left_out = self.press.left_out.get(name, ())
            _write(notes, json.dumps([left_out, self.press.log[said:]]).encode())
        left_out, log = json.loads(notes.read_bytes())
        self.left_out[name] = tuple(left_out)
        self.log += log
        return path.read_bytes()


def _write(path: Path, data: bytes) -> None:
    """Write a file that others see whole or not at all."""
    part = path.with_name(f"{path.name}-{os.getpid()}")
    part.write_bytes(data)
    part.replace(path)
