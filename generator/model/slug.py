"""ASCII names of pages, from the names of files."""

import re
import unicodedata

LONGEST_SLUG = 160
"""Characters: with a committee's id and a kind it is still the name of a poster's file."""


def make_slug(stem: str) -> str:
    """Return a lower-case ASCII name for a file's stem; Chinese becomes pinyin (重阳 → chong-yang).

    Never empty: what leaves nothing becomes its code points in hexadecimal.
    """
    text = unicodedata.normalize("NFKC", stem).strip().lower()
    if not text.isascii():
        from pypinyin import lazy_pinyin  # noqa: PLC0415 - 0.1 s, and most names are ASCII

        text = " ".join(lazy_pinyin(text, errors=lambda other: f" {other} "))
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    return slug or "-".join(f"{ord(c):x}" for c in stem)
