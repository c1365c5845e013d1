"""How characters are read, in pinyin: the dictionaries of pypinyin in a form that opens at once.

The package's own take half a second and 60 MB, which every edit would pay for the few words that a
site has. So their words are kept in the user's cache folder, for each version of the package.
"""

import re
from collections.abc import Iterator
from functools import cache

from generator.frozen import Frozen
from generator.libraries import find_version
from generator.render.cache_folder import recall_table

_HAN = re.compile("[\u3400-\u9fff]+")


class Readings(Frozen):
    """Words with their readings, without tones; cut and read as `pypinyin.lazy_pinyin` does it."""

    characters: dict[str, str]
    """How a character is read where no word tells."""
    words: frozenset[str]
    exceptions: dict[str, str]
    """Words in which some are read otherwise: their readings, apart by spaces."""
    longest: int

    def read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the characters of a text with their readings, but those that have none."""
        for run in find_runs(text):
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


def find_runs(text: str) -> list[str]:
    """Return what of a text is read: the longest pieces of nothing but Chinese characters."""
    return _HAN.findall(text)


@cache
def find_readings() -> Readings:
    """Return the readings, kept from an earlier build or taken from the package."""
    kept = recall_table(f"pypinyin-{find_version('pypinyin')}.txt", _collect)
    characters, spoken, words, exceptions, readings = kept.split("\n")
    known = words.split()
    return Readings(
        characters=dict(zip(characters, spoken.split(), strict=True)),
        words=frozenset(known),
        exceptions=dict(zip(exceptions.split(), readings.split("/"), strict=True)),
        longest=len(known[0]),
    )


def _collect() -> str:
    """Return what the package knows, in five lines that open at once.

    Characters, their readings, all words (the longest first), exceptions, their readings.
    """
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # noqa: PLC0415 - see above
    from pypinyin.contrib.tone_convert import to_normal  # noqa: PLC0415

    plain = cache(to_normal)
    alone = {chr(code): plain(spoken.partition(",")[0]) for code, spoken in PINYIN_DICT.items()}
    characters = {char: spoken for char, spoken in alone.items() if _is_read(char, spoken)}
    words = sorted(filter(_HAN.fullmatch, PHRASES_DICT), key=len, reverse=True)
    exceptions = {}
    for word in words:
        spoken = [plain(readings[0]) for readings in PHRASES_DICT[word]]
        if spoken != [characters.get(character) for character in word]:
            exceptions[word] = " ".join(spoken)
    lines = "".join(characters), " ".join(characters.values()), " ".join(words)
    return "\n".join((*lines, " ".join(exceptions), "/".join(exceptions.values())))


def _is_read(character: str, reading: str) -> bool:
    """Whether a reading can be typed."""
    return bool(_HAN.fullmatch(character)) and reading.isascii() and reading.isalpha()
