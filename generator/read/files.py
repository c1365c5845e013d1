"""Files as bytes and text: which ones there are, and how their bytes become characters.

The only part of `read` that touches the disk.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.encodings import find_hidden_encoding, find_lost, guess_encoding
from generator.problems import Fact, Place, Problem

MAX_BYTES = 256_000  # a text of `yaml_text.MAX_CHARACTERS` in UTF-8 is smaller
LEFTOVERS = ("~$", ".", "#")  # Word's locks, hidden files, editors' autosaves
LEFTOVER_SUFFIXES = ("~", ".tmp", ".bak", ".swp", ".part")
LEFTOVER_NAMES = ("thumbs.db", "desktop.ini")


class UnreadableError(Exception):
    """A file whose bytes are no text: the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below the content folder; `path` is relative to that folder."""

    path: PurePosixPath
    location: Path

    @property
    def suffix(self) -> str:
        """The file name's ending in lower case."""
        return self.path.suffix.lower()

    def digest(self) -> str:
        """Return the SHA-256 of the file's bytes as hexadecimal text."""
        return hashlib.sha256(self.location.read_bytes()).hexdigest()


def list_files(content: Path) -> Iterator[FoundFile]:
    """Yield the files below `content` by path; editors' leftovers are passed over.

    Symbolic links are not followed: a committee's folder must not reach out of itself.
    """
    found = []
    for folder, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not _is_leftover(name)]
        for name in names:
            location = Path(folder, name)
            if not _is_leftover(name) and not location.is_symlink():
                path = PurePosixPath(location.relative_to(content).as_posix())
                found.append(FoundFile(path, location))
    yield from sorted(found, key=lambda file: file.path.parts)


def _is_leftover(name: str) -> bool:
    lower = name.lower()
    return (
        lower.startswith(LEFTOVERS) or lower.endswith(LEFTOVER_SUFFIXES) or lower in LEFTOVER_NAMES
    )


def read_text(file: FoundFile, shown_path: str) -> str:
    """Return a file's text with LF line ends and without a byte order mark.

    Raises `UnreadableError` for what is not UTF-8 text of a sensible size, and OSError.
    """
    place = Place(path=shown_path)
    size = file.location.stat().st_size
    if size > MAX_BYTES:
        raise UnreadableError(
            Problem(place=place, code="file-too-large", facts={"limit": MAX_BYTES})
        )
    data = file.location.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(_to_problem(data, error.start, shown_path)) from None
    if not text.strip():
        raise UnreadableError(Problem(place=place, code="file-empty"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _check_characters(data, text, shown_path)
    return text


def _to_problem(data: bytes, start: int, shown_path: str) -> Problem:
    """Say what is wrong with bytes that are no UTF-8 from the byte `start` on.

    A column is told where the rest of the file is UTF-8: somebody has to type a few words anew.
    """
    line, encoding = data.count(b"\n", 0, start) + 1, guess_encoding(data)
    if encoding == "?":
        before = data[data.rfind(b"\n", 0, start) + 1 : start].decode("utf-8-sig")
        place = Place(path=shown_path, line=line, column=len(before) + 1)
        return Problem(place=place, code="encoding-unknown")
    place = Place(path=shown_path, line=line)
    return Problem(place=place, code="encoding-not-utf8", facts={"encoding": encoding})


def _check_characters(data: bytes, text: str, shown_path: str) -> None:
    """Refuse bytes that are UTF-8 by chance only, and texts that a wrong conversion has spoilt."""
    hidden = find_hidden_encoding(data, text)
    if hidden:
        place = Place(path=shown_path, line=1)
        facts: dict[str, Fact] = {"encoding": hidden}
        raise UnreadableError(Problem(place=place, code="encoding-suspect", facts=facts))
    lost = find_lost(text)
    if lost:
        line, column, words = lost
        place = Place(path=shown_path, line=line, column=column, width=len(words))
        raise UnreadableError(Problem(place=place, code="text-lost", facts={"text": words}))
    if "\0" in text:
        start = text.index("\0")
        line = text.count("\n", 0, start) + 1
        place = Place(path=shown_path, line=line, column=start - text.rfind("\n", 0, start))
        facts = {"character": "U+0000"}
        raise UnreadableError(Problem(place=place, code="character-refused", facts=facts))
