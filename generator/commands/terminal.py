"""The terminal and the clock: encoding, language, today."""

import io
import locale
import os
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from generator.read import Reading

DEFAULT_ZONE = "Asia/Shanghai"
_CHINESE = "\u4e2d"


def use_utf8() -> None:
    """Write UTF-8 unless a person's console has another encoding that knows Chinese.

    Never fail for a character that cannot be shown.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            keep = chosen and _knows_chinese(stream.encoding)
            stream.reconfigure(encoding=None if keep else "utf-8", errors="replace")


def _knows_chinese(encoding: str) -> bool:
    try:
        _CHINESE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def default_language() -> str:
    """Return the language of the locale, `zh` or `en`."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def language_of(reading: "Reading", asked: str | None) -> str:
    """Return the language for messages about a site: as asked, the site's, or the locale's."""
    known = reading.board is not None
    return choose_language(asked, in_chinese=reading.in_chinese, known=known)


def choose_language(asked: str | None, *, in_chinese: bool, known: bool) -> str:
    """Return the same for a site of which no more than this was found out."""
    if asked:
        return asked
    if in_chinese:
        return "zh"
    return "en" if known else default_language()


def today_in(reading: "Reading | None") -> date:
    """Return the day it is now where the site's residents live."""
    return today_at(reading.board.site.time_zone if reading and reading.board else DEFAULT_ZONE)


def today_at(zone: str) -> date:
    """Return the day it is now in a time zone."""
    return datetime.now(ZoneInfo(zone)).date()
