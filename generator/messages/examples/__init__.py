"""Examples of every code, as data: a file or a phrase that is wrong, and one that is right.

The tables beside this module are TOML, one for each subject, with one entry a code:

- `path`, `wrong`, `right`: texts of a file of the content folder. `right_path` is where the right
  one stands if that is the remedy; `encoding` is that of the wrong one; `beside` are other files
  that both need, path → text, or for a picture a data URL (RFC 2397).
- `phrase`, `right`: phrases of time. `field` says where it stands (`when`, `day`, `days` or
  `deadline`), and `undated` that nothing tells in which year it was written.
- `zh`, `en`: for a code that no file of a volunteer can bring about, what is behind it.

`base.toml` holds the site in which the files stand.
"""

import tomllib
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_TABLES = (
    *("files", "slips", "yaml", "fields", "tables", "together", "pictures", "issues", "machine"),
    "attachments",
    *("times", "editions", "privacy", "markup", "publish"),
)
_BASE64 = ";base64,"


@dataclass(frozen=True, slots=True)
class FileExample:
    """A file that brings a problem about, and the same file without it."""

    path: str
    wrong: str
    right: str
    right_path: str = ""
    encoding: str = "utf-8"
    beside: Mapping[str, str] = field(default_factory=dict)

    def files_beside(self) -> dict[str, bytes]:
        """Return the other files that the example needs: path → bytes."""
        return {path: _to_bytes(text) for path, text in self.beside.items()}

    def wrong_bytes(self) -> bytes:
        """Return the wrong file as an editor would have saved it."""
        return self.wrong.encode(self.encoding)


@dataclass(frozen=True, slots=True)
class PhraseExample:
    """A phrase of time that is refused or remarked upon, and one that is not."""

    phrase: str
    right: str
    field: str = "when"
    undated: bool = False


@dataclass(frozen=True, slots=True)
class Background:
    """Why a code is reported that no file explains, in both languages."""

    zh: str
    en: str


Example = FileExample | PhraseExample | Background


def _to_bytes(text: str) -> bytes:
    head, mark, data = text.partition(_BASE64)
    return b64decode(data) if mark and head.startswith("data:") else text.encode()


@cache
def examples() -> Mapping[str, Example]:
    """Return the examples by code."""
    found: dict[str, Example] = {}
    for name in _TABLES:
        for code, entry in _load(name).items():
            if code in found:
                raise ValueError(f"two examples of {code}")
            found[code] = _make(entry)
    return found


@cache
def base_files() -> Mapping[str, str]:
    """Return the content files of the site in which examples stand: path → text."""
    return _load("base")


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _make(entry: Mapping[str, Any]) -> Example:
    kind = FileExample if "path" in entry else PhraseExample if "phrase" in entry else Background
    return kind(**entry)
