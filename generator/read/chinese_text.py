"""Where Chinese text follows rules of its own: it is written without spaces between words."""

import unicodedata


def is_chinese(character: str) -> bool:
    """Whether a character is Han or the punctuation set among Han (East Asian wide)."""
    if unicodedata.east_asian_width(character) in "WF":
        return True
    # Curly quotes and the dash are ambiguous in width; among Chinese text they are Chinese.
    return character in "“”‘’—…·"


def touches(before: str, after: str) -> bool:
    """Whether no space belongs between a line and the one that goes on with it."""
    return bool(before and after) and is_chinese(before[-1]) and is_chinese(after[0])
