"""The versions of everything that makes a poster's bytes, to be compared between machines."""

import hashlib
import platform
import zlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import generator

_LIBRARIES = (
    *("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "fonttools"),
    *("jinja2", "markupsafe", "pillow", "pypdfium2", "segno", "svg.py", "distributed"),
)


@cache
def list_versions() -> Mapping[str, str]:
    """Return the versions on this machine, by names that a person knows.

    Linli's has a digest of its code, for two copies of its source may have one number. WeasyPrint
    is imported to ask for Pango's. Raises OSError if Pango cannot be loaded.
    """
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - most commands print nothing

    number: int = pango.pango_version()
    return {
        "Linli": f"{generator.__version__} ({_digest_code()[:8]})",
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "Pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{name: _version(name) for name in _LIBRARIES},
    }


def compare_versions(here: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """Return what differs, such as `pillow 12.1 ≠ 12.0`: first here, then there."""
    names = dict.fromkeys((*here, *there))
    pairs = ((name, here.get(name, "–"), there.get(name, "–")) for name in names)
    return [f"{name} {mine} ≠ {theirs}" for name, mine, theirs in pairs if mine != theirs]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


def _digest_code() -> str:
    folder = Path(generator.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(path.read_text("utf-8").encode() + b"\0")
    return digest.hexdigest()
