"""Numbers that belong to one person: identity cards, bank cards, mobile telephones, vehicles.

A number may be written in groups. Whether one is meant is told by its own rules (a real day, the
check digit of ISO 7064 or Luhn) and, where these are weak, by the word before it.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.pattern import Pattern
from generator.privacy import words
from generator.privacy.finding import Finding, Kind

_GAP = r"[ \-–—.·　]{0,2}"
_DIGITS = Pattern(
    rf"(?<![0-9A-Za-z])\+?[0-9](?:{_GAP}[0-9]){{9,22}}(?:{_GAP}[Xx](?![A-Za-z]))?(?![0-9])"
)
"""A run of digits, in groups or not, as long as a telephone number at least."""
_PLATE = Pattern(
    f"(?<![A-Za-z0-9])[{words.PROVINCES}]"
    r"[A-HJ-NP-Z][ ·•\-]?(?=[A-HJ-NP-Z]{0,3}[0-9])"
    r"(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])(?![A-Za-z0-9])"
)
_ID_WORD = Pattern("身份证|证件号|身份号|证号")
_ACCOUNT_WORD = Pattern("卡号|账号|帐号|账户|帐户|银行卡|户头|收款|汇款|转账")
_BEFORE = 16
"""So many characters before a number a word says what it is."""

_PROVINCES = frozenset(
    str(first + number)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (81, 83))
    for number in range(last - first + 1)
) | {"71"}
"""GB/T 2260; 81 to 83 stand on residence permits for people of Hong Kong, Macao and Taiwan."""
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_MOBILE = Pattern(r"(?:\+?86|0086|0)?(1[3-9][0-9]{9})")
_UNBROKEN = Pattern("[0-9]{10,}[Xx]?")
_MOBILE_IN_RUN = Pattern(rf"(?<![0-9])1[3-9][0-9](?:{_GAP}[0-9]){{8}}(?![0-9])")
_NO_DIGIT = Pattern("[^0-9X]")
_CARD_LENGTHS = range(13, 20)


def find_numbers(text: str) -> Iterator[Finding]:
    """Yield numbers of cards and telephones in a plain text."""
    for match in _DIGITS.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        yield from _judge(match, before)


def find_plates(text: str) -> Iterator[Finding]:
    """Yield licence numbers of vehicles in a plain text."""
    for match in _PLATE.finditer(text):
        yield Finding(*match.span(), Kind.PLATE, re.sub(r"[ ·•\-]", "", match.group()))


def _judge(match: re.Match[str], before: str) -> Iterator[Finding]:
    """Yield what a run of digits is, or several runs that stand side by side are."""
    whole = _pure(match.group())
    kind = _kind(whole, before)
    if kind:
        yield Finding(*match.span(), kind, whole)
        return
    for part in _parts(match.group()):
        value = _pure(part.group())
        if kind := _kind(value, before):
            start = match.start() + part.start()
            yield Finding(start, start + len(part.group()), kind, value)


def _parts(run: str) -> Iterator[re.Match[str]]:
    """Yield the pieces of a run that could be numbers of their own.

    `3010 138 0013 8000` is one run of digits, and whoever wrote it meant two numbers.
    """
    yield from _UNBROKEN.finditer(run)
    yield from _MOBILE_IN_RUN.finditer(run)


def _pure(written: str) -> str:
    return _NO_DIGIT.sub("", written.upper())


def _kind(number: str, before: str) -> Kind | None:
    if is_resident_id(number) or (_ID_WORD.search(before) and _looks_like_id(number)):
        return Kind.RESIDENT_ID
    if _is_card(number, before):
        return Kind.BANK_CARD
    if _MOBILE.fullmatch(number):
        return Kind.MOBILE
    return None


def is_resident_id(number: str) -> bool:
    """Tell whether a number is one of an identity card: region, a real day, check digit."""
    if not _looks_like_id(number) or len(number) != 18:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False))
    return _ID_CHECKS[total % 11] == number[17]


def _looks_like_id(number: str) -> bool:
    """Tell whether region and birthday are possible, in 18 digits or the 15 of old cards."""
    if number[:2] not in _PROVINCES or "X" in number[:-1]:
        return False
    if len(number) == 18:
        day = number[6:14]
    elif len(number) == 15 and number.isdecimal():
        day = f"19{number[6:12]}"
    else:
        return False
    try:
        return date(int(day[:4]), int(day[4:6]), int(day[6:])).year >= 1880
    except ValueError:
        return False


def _is_card(number: str, before: str) -> bool:
    if not number.isdecimal() or len(number) not in _CARD_LENGTHS or not passes_luhn(number):
        return False
    return (number.startswith("62") and len(number) >= 16) or bool(_ACCOUNT_WORD.search(before))


def passes_luhn(number: str) -> bool:
    """Tell whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
