"""The search index: a part's documents as one script, packed, for `assets/search.js` to unpack.

The index is the text itself. Bigrams with their documents would be as large as the text is once
it is compressed, and could neither tell a quoted phrase from its scattered characters nor show
where the words stand. A phone reads through the text of a thousand pages in a few milliseconds.

A part is `linliSearch("…")`, plain ASCII, for it must be read from a disk (`file://`), where
nothing can be fetched, and survive a server that takes it for GBK:

    base 91 ◁ LZMA ◁ the characters' own alphabet, which of them are traditional forms of which,
                     then the text in one or two bytes a character

Traditional characters are found by simplified ones and the reverse, in the index of either edition:
the script takes all forms of a character that occurs here for one.

The text has one line of readings in pinyin (`和he谐xie`), then one line for each document, its
fields (`_FIELDS`) apart by tabs.
"""

import lzma
import re
from codecs import charmap_encode
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain

from msgspec.structs import replace

from generator.plan.views import SearchDocument, SearchIndex
from generator.render.readings import find_readings, find_runs
from generator.render.traditional import Convert, make_converter, simplified_forms

LZMA_FILTER = {
    "id": lzma.FILTER_LZMA1, "preset": 9, "lc": 3, "lp": 0, "pb": 0,
    "dict_size": 1 << 20, "mf": lzma.MF_BT3, "nice_len": 48,
}  # fmt: skip
"""`search.js` knows no other `lc`, `lp` and `pb`. Positions mean nothing in text, so no bits for
them. The window holds a part; the usual one of 64 MiB takes longer to clear than a part to pack.
Matches of three bytes are two characters, so nothing is won by looking for those of four. A match
of 48 bytes is good enough: to go on looking takes an eighth longer and spares a sixtieth."""

_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_LOOSE = re.compile(rf" (?:(?<=[{_CHINESE}] )|(?=[{_CHINESE}]))")  # a space first: soon found
_GAP = "\u3000"
"""Between lines, so that no phrase is found across them; the script takes it for a space."""
_SAMPLE = 1 << 16
"""So many characters tell which are frequent; to count half a million takes longer than to write
them."""
_PAIR_BITS = 13
_FILLING = 16 * "0"
_LETTERS = "".join(chr(35 + value) for value in range(91)).replace("\\", "!")
"""The digits of base 91: printable, and neither a quotation mark nor a backslash."""


def render_search(index: SearchIndex) -> bytes:
    """Return a part of the index as a script in ASCII."""
    shown = documents = tuple(index.documents)
    if index.traditional is not None:
        convert = make_converter(index.traditional)
        shown = tuple(_convert_document(document, convert) for document in documents)
    lines = [write_readings(documents), *map(_write_document, shown)]
    packed = pack_text("\n".join(lines))
    return f'linliSearch("{packed}");\n'.encode("ascii")


def _convert_document(document: SearchDocument, convert: Convert) -> SearchDocument:
    """Return a document with what is read of it in traditional characters."""
    return replace(
        document,
        title=convert(document.title),
        names=tuple(map(convert, document.names)),
        owner=convert(document.owner),
        place=convert(document.place),
        texts=tuple(map(convert, document.texts)),
    )


def _write_document(document: SearchDocument) -> str:
    """Return a document's fields in the order that the script knows."""
    title = _one_line(document.title)
    tight = tighten(title)
    lines = chain.from_iterable(text.splitlines() for text in document.texts)
    names = [*document.names, *([tight] if tight != title else [])]
    fields = (
        document.address,
        document.kind,
        document.category,
        "" if document.current else "past",
        document.day.isoformat() if document.day else "",
        document.last_day.isoformat() if document.last_day else "",
        title,
        "/".join(_one_line(name) for name in names),
        _one_line(document.owner),
        tighten(_one_line(document.place)),
        tighten(_GAP.join([_one_line(line) for line in lines])),
    )
    return "\t".join(fields)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def tighten(text: str) -> str:
    """Return a line without the spaces beside Chinese, which some write and some do not."""
    return _LOOSE.sub("", text) if " " in text else text


def write_readings(documents: Iterable[SearchDocument]) -> str:
    """Return how the characters of titles and names are read: `长chang,zhang`, in a fixed order.

    Only the readings that occur here, each found from the words around it.
    """
    readings: dict[str, set[str]] = {}
    known = find_readings()
    texts = chain.from_iterable((d.title, d.owner, d.place, *d.names) for d in documents)
    for run in {run for text in set(texts) for run in find_runs(text)}:
        for character, reading in known.read(run):
            readings.setdefault(character, set()).add(reading)
    return "".join(f"{char}{','.join(sorted(readings[char]))}" for char in sorted(readings))


def pack_text(text: str) -> str:
    """Return text compressed, as printable ASCII: its count of bytes, a space, base 91."""
    counts, seen = Counter[int](), Counter(text[:_SAMPLE])
    characters = set(text)
    for character in characters:
        for unit in _units(character):
            counts[unit] += seen[character]
    alphabet = sorted(counts, key=lambda unit: (-counts[unit], unit))
    forms = list_forms(map(chr, alphabet))
    head = [len(alphabet), *alphabet, len(forms), *map(ord, chain.from_iterable(forms))]
    plain = b"".join(unit.to_bytes(2, "little") for unit in head)
    plain += charmap_encode(text, "strict", _list_codes(characters, alphabet))[0]
    packed = lzma.compress(plain, lzma.FORMAT_RAW, filters=[LZMA_FILTER])
    return f"{len(plain)} {to_base91(packed)}"


def _units(character: str) -> tuple[int, ...]:
    """Return a character's units of UTF-16, one or two."""
    code = ord(character)
    return (code,) if code < 1 << 16 else (0xD7C0 + (code >> 10), 0xDC00 | code & 0x3FF)


def list_forms(characters: Iterable[str]) -> list[tuple[str, str]]:
    """Return pairs of a traditional and a simplified form, for all forms of these characters."""
    simplified = simplified_forms()
    wanted = {simplified.get(character, character) for character in characters}
    return [(one, other) for one, other in simplified.items() if other in wanted]


def _list_codes(characters: Iterable[str], alphabet: list[int]) -> dict[int, bytes]:
    """Return how characters are written: in one byte a unit where it is frequent, in two if not."""
    lead = count_lead_bytes(len(alphabet))
    single = 256 - lead
    codes = {
        unit: bytes([rank])
        if rank < single
        else bytes([single + ((rank - single) >> 8), (rank - single) & 255])
        for rank, unit in enumerate(alphabet)
    }
    return {ord(char): b"".join(codes[unit] for unit in _units(char)) for char in characters}


def count_lead_bytes(letters: int) -> int:
    """Return how many of the 256 values must begin two-byte codes so that all letters have one."""
    return max(0, -(-(letters - 256) // 255))


def to_base91(data: bytes) -> str:
    """Return bytes as ASCII, 13 bits in two characters; the last pair is filled up with zeros."""
    bits = f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}" + _FILLING
    ends = range(_PAIR_BITS, len(bits) + 1, _PAIR_BITS)
    return "".join(map(_list_pairs().__getitem__, (bits[end - _PAIR_BITS : end] for end in ends)))


@cache
def _list_pairs() -> dict[str, str]:
    """Return the pairs of characters for all pieces of bits."""
    return {
        f"{value:0{_PAIR_BITS}b}": _LETTERS[value // 91] + _LETTERS[value % 91]
        for value in range(1 << _PAIR_BITS)
    }
