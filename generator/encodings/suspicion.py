"""Text that is UTF-8 by chance only, or was spoilt before: valid bytes that mean something else."""

import re

from generator.encodings.recognise import decodes, guess_wide
from generator.pattern import Pattern

_HAN = Pattern("[\u3400-\u9fff]")
_TWO_HAN = Pattern("[\u3400-\u9fff]{2,}")
_RARE = Pattern("[\u00a1-\u07ff]")
_LOST = re.compile("\ufffd+|锟斤拷")


def find_hidden_encoding(data: bytes, text: str) -> str | None:
    """Name the encoding of bytes that are UTF-8 by chance only; None if they are what they seem.

    The bytes of 停水通知 in GBK are valid UTF-8. A text without any Chinese character whose rare
    letters are, as GBK, Chinese words of two characters and more, is taken for one.
    """
    if "\0" in text:
        name = guess_wide(data)
        return None if name == "?" else name
    if _HAN.search(text):
        return None
    rare = len(_RARE.findall(text))
    if rare < 2 or not decodes(data, "gb2312"):
        return None
    chinese = data.decode("gb2312")
    in_words = sum(map(len, _TWO_HAN.findall(chinese)))
    return "GBK" if 3 * in_words > 2 * rare else None


def find_lost(text: str) -> tuple[int, int, str] | None:
    """Return line, column (from 1) and words where characters were lost in a wrong conversion."""
    if "\ufffd" not in text and "锟斤拷" not in text:  # far quicker than to look for either
        return None
    match = _LOST.search(text)
    if match is None:
        return None
    line = text.count("\n", 0, match.start()) + 1
    return line, match.start() - text.rfind("\n", 0, match.start()), match.group()
