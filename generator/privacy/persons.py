"""Residents by name, and sentences that tell of somebody's health or hardship."""

import re
from collections.abc import Iterator
from itertools import chain

from generator.pattern import Pattern
from generator.privacy import words
from generator.privacy.addresses import find_rooms
from generator.privacy.finding import Finding, Kind

_SURNAME = f"(?:{'|'.join(sorted(words.SURNAMES_OF_TWO))}|[{''.join(sorted(words.SURNAMES))}])"
_TITLE = Pattern(words.RESIDENT_TITLES)
_BEFORE_TITLE = Pattern(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[给请找为和与由向替是对叫让的顾看望助访陪送接及到]))(?P<name>{_SURNAME}[\u4e00-\u9fff]{{0,2}})$"
)
_LONGEST_NAME = 4
_NAMED = Pattern(
    r"(?:(?:居民|老人|业主|户主|住户|孤老|村民|租户|病人|患者|家属|同志|姓名)[：:]?[ ]?"
    r"|^|(?<=[，。；、：:！？\s]))"
    rf"(?P<name>{_SURNAME}[\u4e00-\u9fff]{{1,2}})"
    r"(?=[（(，,：:\s]?(?:男|女|\d{1,3}岁|今年|现年|患|系|因|家住|住在|身患|独居|系独居|是独居|是低保|是残疾))"
)
_AGE = Pattern(
    r"(?<![\d\-–至到~～])(?<!满)(?<!过)(?<!超过)(?P<age>\d{1,3})(?:周)?岁(?!以上|以下|及|至|到|起|的(?:老人|居民)|（含|\(含|—|-|–|老人|居民|儿童)"
)
_MATTER = Pattern(words.MATTERS)
_SENTENCE = Pattern(r"[^。！？!?；;\n]+")


def find_title(name: str) -> str:
    """Return the form of address at the end of a name; empty if it has none."""
    return next((t[0] for t in _TITLE.finditer(name) if 0 < t.start() < t.end() == len(name)), "")


def find_persons(text: str) -> Iterator[Finding]:
    """Yield people who can be told, in a plain text."""
    delicate = list(_find_delicate(text))
    yield from delicate
    known = {(found.start, found.end) for found in delicate}
    for start, end in _find_titled(text):
        if (start, end) not in known:
            yield Finding(start, end, Kind.PERSON, text[start:end])


def _find_delicate(text: str) -> Iterator[Finding]:
    """Yield who can be told in a sentence about what is nobody's business."""
    seen = -1
    for matter in _MATTER.finditer(text):
        if matter.start() < seen:
            continue
        sentence = _sentence_at(text, matter.start())
        seen = sentence.end()
        if span := _tell_person(text, *sentence.span()):
            yield Finding(*span, Kind.SENSITIVE_PERSON, text[slice(*span)])


def _find_titled(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of surnames, or names, with a form of address after them."""
    for title in _TITLE.finditer(text):
        begin = max(0, title.start() - _LONGEST_NAME)
        name = _BEFORE_TITLE.search(text[begin : title.start()])
        if name:
            yield begin + name.start("name"), title.end()


def _sentence_at(text: str, place: int) -> re.Match[str]:
    """Return the sentence around a place that is in one."""
    begin = max(text.rfind(sign, 0, place) for sign in "。！？!?；;\n") + 1
    found = _SENTENCE.match(text, begin)
    assert found is not None  # noqa: S101 - `place` itself is no end of a sentence
    return found


def _tell_person(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence tells who is meant: by name, by room or by age."""
    sentence = text[start:end]
    if named := _NAMED.search(sentence):
        return start + named.start("name"), start + named.end("name")
    for first, last in chain(_find_titled(sentence), find_rooms(sentence)):
        return start + first, start + last
    if age := _AGE.search(sentence):
        return start + age.start("age"), start + age.end()
    return None
