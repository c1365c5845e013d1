"""Which encoding bytes are in, told from the bytes alone, and whether a text was read wrongly.

Nothing is converted here: the names are for the message, and for whoever mends the file.
"""

import re
from collections.abc import Callable

_MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_HAN = re.compile("[\u3400-\u9fff]")
_TWO_HAN = re.compile("[\u3400-\u9fff]{2,}")
_RARE = re.compile("[\u00a1-\u07ff]")
_LOST = re.compile("\ufffd+|锟斤拷")


def guess_encoding(data: bytes) -> str:
    """Name the encoding of bytes that are no UTF-8 text: one that Python knows, or "?"."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\0" in data:
        return _guess_wide(data)
    scores = {"GBK": _common(data, "gbk", _is_common_gbk),
              "Big5": _common(data, "big5", _is_common_big5)}  # fmt: skip
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= 0:
        return best
    return "GB18030" if _decodes(data, "gb18030") else "?"


def find_hidden_encoding(data: bytes, text: str) -> str | None:
    """Name the encoding of bytes that are UTF-8 by chance only; None if they are what they seem.

    The bytes of 停水通知 in GBK are valid UTF-8. A text without any Chinese character whose rare
    letters are, as GBK, Chinese words of two characters and more, is taken for one.
    """
    if "\0" in text:
        name = _guess_wide(data)
        return None if name == "?" else name
    rare = len(_RARE.findall(text))
    if rare < 2 or _HAN.search(text) or not _decodes(data, "gb2312"):
        return None
    chinese = data.decode("gb2312")
    in_words = sum(map(len, _TWO_HAN.findall(chinese)))
    return "GBK" if 3 * in_words > 2 * rare else None


def find_lost(text: str) -> tuple[int, int, str] | None:
    """Return line, column (from 1) and words where characters were lost in a wrong conversion."""
    match = _LOST.search(text)
    if match is None:
        return None
    line = text.count("\n", 0, match.start()) + 1
    return line, match.start() - text.rfind("\n", 0, match.start()), match.group()


def _guess_wide(data: bytes) -> str:
    """Tell UTF-16 without a mark: ASCII signs have a NUL on one side."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or even + odd < len(data) // 50 or min(even, odd) * 4 > max(even, odd):
        return "?"
    name = "UTF-16-LE" if odd > even else "UTF-16-BE"
    return name if _decodes(data, name) else "?"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


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
