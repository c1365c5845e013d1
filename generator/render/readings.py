"""How characters are read, in pinyin: the dictionaries of pypinyin in a form that opens at once.

The package's own take half a second and 60 MB, which every edit would pay for the few words that a
site has. So their words are kept in the user's cache folder, for each version of the package.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.render.bytecode import is_own
from generator.render.font_search import cache_folder, write_atomically

_HAN = re.compile("[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Readings:
    """Words with their readings, without tones; cut and read as `pypinyin.lazy_pinyin` does it."""

    characters: dict[str, str]
    """How a character is read where no word tells."""
    words: frozenset[str]
    exceptions: dict[str, str]
    """Words in which some are read otherwise: their readings, apart by spaces."""
    longest: int

    def read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the characters of a text with their readings, but those that have none."""
        for run in _HAN.findall(text):
            for word in self._cut(run):
                exception = self.exceptions.get(word)
                spoken = exception.split() if exception else map(self._read_alone, word)
                yield from (
                    (char, reading) for char, reading in zip(word, spoken, strict=True) if reading
                )

    def _read_alone(self, character: str) -> str:
        return self.characters.get(character, "")

    def _cut(self, run: str) -> Iterator[str]:
        """Yield words and single characters: the longest word there is, from the left."""
        while run:
            lengths = range(min(len(run), self.longest), 1, -1)
            length = next((each for each in lengths if run[:each] in self.words), 1)
            yield run[:length]
            run = run[length:]


@cache
def find_readings() -> Readings:
    """Return the readings, kept from an earlier build or taken from the package."""
    path = cache_folder().parent / "readings" / f"pypinyin-{version('pypinyin')}.json"
    try:
        return _open(path)
    except (OSError, ValueError):
        kept = _collect()
    with suppress(OSError):
        _keep(path, kept)
    return _unpack(kept)


def _open(path: Path) -> Readings:
    """Return what was kept. Raises OSError, and ValueError if it is damaged or not the user's."""
    if not is_own(path.parent):
        raise ValueError(path)
    digest, _, data = path.read_bytes().partition(b"\n")
    if digest != _digest(data):
        raise ValueError(path)
    return _unpack(data)


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(path, _digest(data) + b"\n" + data)


def _digest(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def _unpack(data: bytes) -> Readings:
    characters, words, exceptions = json.loads(data)
    known = frozenset(words.split())
    return Readings(characters, known, exceptions, max(map(len, known)))


def _collect() -> bytes:
    """Return what the package knows, as JSON: characters, all words in one string, exceptions."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # noqa: PLC0415 - see above
    from pypinyin.contrib.tone_convert import to_normal  # noqa: PLC0415

    plain = cache(to_normal)
    alone = {chr(code): plain(spoken.partition(",")[0]) for code, spoken in PINYIN_DICT.items()}
    characters = {char: spoken for char, spoken in alone.items() if _is_read(char, spoken)}
    words = [word for word in PHRASES_DICT if _HAN.fullmatch(word)]
    exceptions = {}
    for word in words:
        spoken = [plain(readings[0]) for readings in PHRASES_DICT[word]]
        if spoken != [characters.get(character) for character in word]:
            exceptions[word] = " ".join(spoken)
    parts = characters, " ".join(words), exceptions
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def _is_read(character: str, reading: str) -> bool:
    """Whether a reading can be typed."""
    return bool(_HAN.fullmatch(character)) and reading.isascii() and reading.isalpha()
