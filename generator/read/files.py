"""Files as bytes and text: reading them at one moment, and how their bytes become characters."""

import os
import time
from pathlib import Path, PurePosixPath

from generator.encodings import find_hidden_encoding, find_lost, guess_encoding
from generator.frozen import Frozen
from generator.plain_files import NotPlainError, read_state
from generator.problems import Fact, Place, Problem

MAX_BYTES = 256_000
"""Of a table of text."""
MAX_TEXT_BYTES = 64_000
"""Of a text that people write by hand: some 21,000 Chinese characters."""
_TRIES = 5
_PAUSE = 0.05
"""Seconds between tries to read a file that somebody is writing."""
_BYTE_ORDER_MARK = "\ufeff"


class UnreadableError(Exception):
    """A file whose bytes are no text: the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class FoundFile(Frozen):
    """A file below the content folder; `path` is relative to that folder."""

    path: PurePosixPath
    location: Path
    kept: bytes | None = None
    """Its bytes as they were just read, or an earlier version's, in the place of those on disk."""

    @property
    def suffix(self) -> str:
        """The file name's ending in lower case."""
        return self.path.suffix.lower()


def read_bytes(file: FoundFile, shown_path: str, limit: int | None = None) -> bytes:
    """Return a file's bytes as they were at one moment, or so many that they are over the limit.

    A file that changes while it is read is read again. Raises `UnreadableError` if that does not
    end, if the file may not be read, went away or became something else, and OSError.
    """
    if file.kept is not None:
        return file.kept
    code = "file-changing"
    for _ in range(_TRIES):
        try:
            return _read_once(file.location, limit)
        except (FileNotFoundError, NotADirectoryError, NotPlainError, _ChangedError):
            code = "file-changing"  # some editors put another file in its place
        except PermissionError:
            code = "file-closed"  # or lock it for a moment
        time.sleep(_PAUSE)
    raise UnreadableError(Problem(place=Place(path=shown_path), code=code))


class _ChangedError(OSError):
    """A file that is not what it was a moment ago."""


def _read_once(location: Path, limit: int | None) -> bytes:
    data, before = read_state(location, limit)
    after = os.lstat(location)  # by name: another file may have taken its place
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        raise _ChangedError
    return data


def read_text(file: FoundFile, shown_path: str) -> str:
    """Return a file's text as `decode_text` does. Raises `UnreadableError` and OSError."""
    return decode_text(read_bytes(file, shown_path, MAX_BYTES), shown_path)


def decode_text(data: bytes, shown_path: str, limit: int = MAX_BYTES) -> str:
    """Return the text of a file's bytes with LF line ends and without a byte order mark.

    Raises `UnreadableError` for what is not UTF-8 text of at most `limit` bytes.
    """
    place = Place(path=shown_path)
    if len(data) > limit:
        raise UnreadableError(
            Problem(place=place, code="file-too-large", facts={"limit": limit // 1000})
        )
    try:
        text = data.decode().removeprefix(_BYTE_ORDER_MARK)
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
