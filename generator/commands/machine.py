"""This machine: what Linli needs of it, whether that is there, and the command that brings it."""

import ctypes
import locale
import platform
import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

from generator.problems import Fact
from generator.render.fonts import cache_folder, missing_requirements

OLDEST_PYTHON = (3, 11)
ENOUGH_MEGABYTES = 500
_CHINESE = "\u4e2d"
_APT = "sudo apt-get install --no-install-recommends"

COMMANDS: Mapping[str, Mapping[str, str]] = {
    "debian": {
        "python": f"{_APT} python3 python3-venv",
        "pango": f"{_APT} libpango-1.0-0 libpangoft2-1.0-0",
        "harfbuzz-subset": f"{_APT} libharfbuzz-subset0",
        "face": f"{_APT} fonts-noto-cjk",
        "console": "export LC_ALL=C.UTF-8",
    },
    "macos": {
        "python": "brew install python",
        "pango": "brew install pango",
        "harfbuzz-subset": "brew install harfbuzz",
        "face": "brew install font-noto-sans-cjk-sc",
        "console": "export LC_ALL=zh_CN.UTF-8",
    },
    "windows": {
        "python": "winget install Python.Python.3.13",
        "pango": "pacman -S mingw-w64-ucrt-x86_64-pango",
        "harfbuzz-subset": "pacman -S mingw-w64-ucrt-x86_64-harfbuzz",
        "console": "chcp 65001",
    },
}
"""System → need → what to type. On Windows, libraries are installed in a window of MSYS2."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `need` is a key of `COMMANDS`, if a command brings it."""

    code: str
    good: bool
    facts: Mapping[str, Fact] = field(default_factory=dict)
    need: str = ""


def find_system(
    name: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> str | None:
    """Return which row of `COMMANDS` is for this machine, None if there is none."""
    if name in ("win32", "darwin"):
        return {"win32": "windows", "darwin": "macos"}[name]
    return "debian" if which("apt-get") else None


def look_around(site: Path) -> list[Finding]:
    """Return what was found, everything that Linli needs in turn."""
    missing = missing_requirements()
    python: dict[str, Fact] = {"version": platform.python_version()}
    encoding: dict[str, Fact] = {"encoding": console_encoding()}
    return [
        Finding("doctor-python", sys.version_info >= OLDEST_PYTHON, python, "python"),
        Finding("doctor-pango", "pango" not in missing, need="pango"),
        Finding("doctor-subset", "harfbuzz-subset" not in missing, need="harfbuzz-subset"),
        Finding("doctor-face", "face" not in missing, need="face"),
        Finding("doctor-console", can_show(_CHINESE), encoding, "console"),
        _look_at_disk(site),
        Finding("doctor-output", can_write(site / "output"), {"path": str(site / "output")}),
        Finding("doctor-cache", can_write(cache_folder()), {"path": str(cache_folder())}),
    ]


def _look_at_disk(site: Path) -> Finding:
    free = shutil.disk_usage(_nearest(site)).free // 1_000_000
    facts: dict[str, Fact] = {"free": free, "enough": ENOUGH_MEGABYTES}
    return Finding("doctor-disk", free >= ENOUGH_MEGABYTES, facts)


def console_encoding() -> str:
    """Return the encoding of what a person sees, not that of a file which output is sent to."""
    if sys.platform == "win32":
        return f"cp{ctypes.windll.kernel32.GetConsoleOutputCP()}"
    return "utf-8" if sys.flags.utf8_mode else locale.getencoding()


def can_show(text: str) -> bool:
    """Tell whether the console's encoding has these characters."""
    with suppress(UnicodeEncodeError, LookupError):
        text.encode(console_encoding())
        return True
    return False


def can_write(folder: Path) -> bool:
    """Tell whether a file can be made in a folder, or where it would be made."""
    with suppress(OSError), NamedTemporaryFile(dir=_nearest(folder), prefix=".linli-"):
        return True
    return False


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one around it that exists."""
    absolute = folder.absolute()
    return next(place for place in (absolute, *absolute.parents) if place.is_dir())
