"""Where one person can be reached: a home, WeChat, QQ, e-mail."""

import re
from collections.abc import Iterator

from generator.pattern import Pattern
from generator.privacy import words
from generator.privacy.finding import Finding, Kind

_HOME = Pattern(
    r"\d+(?:弄|巷|胡同|支弄)\d+号(?:楼)?\d{3,4}(?:室|户)?(?!\d)"
    r"|\d+(?:号楼|幢|栋|号)(?:\d+|[一二三四五六七八九十甲乙丙丁])(?:单元|门|楼)[-]?\d{1,4}(?:室|户)?"
    r"|\d+(?:号楼|幢|栋|号)\d{3,4}(?:室|户)"
    r"|(?<![\d\-:])\d{1,3}-\d{1,2}-\d{3,4}(?:室|户)"
)
_ROOM = Pattern(r"(?<!\d)\d{3,4}室")
_OFFICE = Pattern(words.OFFICES)
_AROUND = 8
"""Characters before and after a room that say what it is."""
_WECHAT = Pattern(
    r"(?:微信(?:号|联系)?|[Vv]信|(?<![A-Za-z])(?:[Ww]e[Cc]hat|[Vv][Xx]|[Ww][Xx])(?![A-Za-z]))"
    r"(?:号)?[ ]?[：:是为]?[ ]?(?P<value>[A-Za-z][A-Za-z0-9_\-]{5,19})(?![A-Za-z0-9_])"
)
_QQ = Pattern(r"(?<![A-Za-z])[Qq]{2}(?:号码?)?[ ]?[：:是为]?[ ]?(?P<value>[1-9]\d{4,11})(?!\d)")
_EMAIL = Pattern(
    r"(?<![\w.+\-@])(?<!://)(?P<value>[A-Za-z0-9][\w.+\-]{0,63}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)",
    re.ASCII,
)
"""Behind `://` stands the user of a server, as in the target of a publish, and no mailbox."""


def find_homes(text: str) -> Iterator[Finding]:
    """Yield where people live, in a plain text."""
    for match in _HOME.finditer(text):
        if not stands_at_office(text, *match.span()):
            yield Finding(*match.span(), Kind.HOME_ADDRESS, match.group())


def find_accounts(text: str) -> Iterator[Finding]:
    """Yield names under which people can be written to, in a plain text."""
    for pattern, kind in ((_WECHAT, Kind.WECHAT), (_QQ, Kind.QQ), (_EMAIL, Kind.EMAIL)):
        for match in pattern.finditer(text):
            yield Finding(*match.span("value"), kind, match["value"])


def find_rooms(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of rooms that seem to be homes."""
    for match in _ROOM.finditer(text):
        if not stands_at_office(text, *match.span()):
            yield match.span()


def stands_at_office(text: str, start: int, end: int) -> bool:
    """Tell whether words around a room say that it is one to go to."""
    near = text[max(0, start - _AROUND) : start] + text[end : end + _AROUND]
    return bool(_OFFICE.search(near))
