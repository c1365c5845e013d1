"""Which encoding bytes have that are no UTF-8: a text where there is no doubt, else a likely name.

`decode_foreign` converts, so it answers only if it is certain; `guess_encoding` is for a message to
a person, so it also names what is merely likely. Names are those that Python knows.
"""

import codecs
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from generator.encodings.familiar import familiarity

_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKED = "UTF-16"
_NARROW = ("GB18030", "big5hkscs")
_WIDE = ("UTF-16-LE", "UTF-16-BE")

_ENOUGH = 0.15
"""The share of familiar characters among a text's Han; real text has a third and more."""
_CLEAR = 3
"""How many times more familiar the right reading must be than the next."""


class Reading(NamedTuple):
    """A file's text and the name of the encoding that gave it."""

    text: str
    encoding: str


def decode_foreign(data: bytes) -> Reading | None:
    """Return the text of bytes that are Chinese in another encoding; None in case of doubt.

    The mark at the head of UTF-16 stays, as the text's first character.
    """
    if data.startswith(_BYTE_ORDER_MARKS):
        codec = _WIDE[_BYTE_ORDER_MARKS.index(data[:2])]
        text = _decode(data, codec)
        return Reading(text, _MARKED) if text and any(map(_is_han, text)) else None
    readings = [
        (familiarity(text), text, codec)
        for codec in (_WIDE if b"\0" in data else _NARROW)
        if (text := _decode(data, codec)) is not None
    ]
    ranked = sorted(readings, key=lambda reading: reading[0], reverse=True)
    if not ranked:
        return None
    (best, text, codec), others = ranked[0], ranked[1:]
    if best < _ENOUGH or any(best < _CLEAR * other for other, *_ in others):
        return None
    return Reading(text, _narrowest(data, codec))


def guess_encoding(data: bytes) -> str:
    """Name the encoding that bytes most likely have; "?" if nothing fits."""
    certain = decode_foreign(data)
    if certain:
        return certain.encoding
    if data.startswith(_BYTE_ORDER_MARKS):
        return _MARKED
    if b"\0" in data:
        return guess_wide(data)
    scores = {"GBK": _common(data, "gbk", _is_common_gbk),
              "Big5": _common(data, "big5", _is_common_big5)}  # fmt: skip
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= 0:
        return best
    return "GB18030" if decodes(data, "gb18030") else "?"


def guess_wide(data: bytes) -> str:
    """Name UTF-16 without a mark, for ASCII signs have a NUL on one side; "?" if it is not."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or even + odd < len(data) // 50 or min(even, odd) * 4 > max(even, odd):
        return "?"
    name = _WIDE[0] if odd > even else _WIDE[1]
    return name if decodes(data, name) else "?"


def decodes(data: bytes, encoding: str) -> bool:
    """Whether bytes are text in an encoding."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _narrowest(data: bytes, codec: str) -> str:
    """Return the name that people know for what an encoding's widest relative has decoded."""
    relatives = {"GB18030": ("GBK", "GB18030"), "big5hkscs": ("Big5", "Big5-HKSCS")}
    return next(name for name in relatives.get(codec, (codec,)) if decodes(data, name))


def _decode(data: bytes, codec: str) -> str | None:
    """Return the text of bytes, if all of it is what people type."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return text if all(map(_is_written, text)) else None


def _is_written(character: str) -> bool:
    """Whether people type a character: no control, private or unassigned one."""
    if character in "\t\r\n\ufeff":
        return True
    return unicodedata.category(character) not in ("Cc", "Cn", "Co", "Cs")


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _common(data: bytes, encoding: str, is_common: Callable[[bytes], bool]) -> float:
    """Return the share of an encoding's everyday characters in bytes; -1 if it cannot be it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return -1
    wide = [character.encode(encoding) for character in text if character > "\x7f"]
    return sum(len(pair) == 2 and is_common(pair) for pair in wide) / max(len(wide), 1)


def _is_common_gbk(pair: bytes) -> bool:
    return (0xB0 <= pair[0] <= 0xD7 or 0xA1 <= pair[0] <= 0xA3) and pair[1] >= 0xA1


def _is_common_big5(pair: bytes) -> bool:
    return 0xA1 <= pair[0] <= 0xC6
