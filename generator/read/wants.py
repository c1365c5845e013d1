"""What each field name wants, over all kinds of records: text, a list, or fields of its own.

A slip of the pen is told from a sentence by it: `时间：周二` in a list of services was meant as a
field, in a list of points it is text. Names come from the model; there is no table here.
"""

import re
import unicodedata
from functools import cache
from typing import Any, get_origin

from generator.frozen import Frozen
from generator.model.calendar import CalendarYear
from generator.model.committee import Committee
from generator.model.event import Event
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.notice import NOTICE_CLASSES
from generator.model.record import Record, field_names, nested_record
from generator.model.retention import Retention
from generator.model.review import ReviewEntry, StreetReview
from generator.model.service import ServiceSchedule
from generator.model.site import Site
from generator.model.taking import TakenBy
from generator.read.slips import BLANKS, NUMBERED

_DRESS = re.compile(rf"[{BLANKS}“”‘’＂\"'「」『』*_【】\[\]《》<>]")

_KINDS: tuple[type[Record], ...] = (
    CalendarYear, Committee, Event, Group, Issue, *NOTICE_CLASSES.values(), ReviewEntry,
    ServiceSchedule, Site, StreetReview,
)  # fmt: skip


class Wants(Frozen):
    """What a name wants in any of the kinds that have it; `inner` are the names of its fields."""

    forms: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()

    @property
    def text(self) -> bool:
        """Whether it is text wherever it occurs."""
        return self.forms == {"text"}

    @property
    def brackets(self) -> bool:
        """Whether it is a list or has fields, and is text nowhere."""
        return bool(self.forms) and not self.forms & {"text", "any"}

    @property
    def items(self) -> bool:
        """Whether it is a list wherever it occurs."""
        return self.forms == {"list"}


_NOTHING_KNOWN = Wants()


@cache
def known_names() -> dict[str, Wants]:
    """Return what each known field name wants."""
    table: dict[str, Wants] = {}
    # The fields of 保留期 are words for kinds: elsewhere 服务 is a list and nothing else.
    seen: set[type[Record]] = {Retention}
    waiting = list(_KINDS)
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        for name, attribute in field_names(kind).items():
            nested = nested_record(kind, attribute)
            if nested:
                waiting.append(nested)
            old = table.get(name, Wants())
            inner = frozenset(field_names(nested)) if nested else frozenset()
            table[name] = Wants(old.forms | {_form(kind, attribute)}, old.inner | inner)
    return table


def meant_name(word: str) -> str:
    """Return the field name that a word is, whatever stands around or inside it; "" if it is none.

    【标题】, “标题”, **标题**, 标　题, 一、标题 and TITLE are how people write names elsewhere.
    """
    table = known_names()
    if word in table:
        return word
    bare = _DRESS.sub("", unicodedata.normalize("NFKC", NUMBERED.sub("", word.strip(), count=1)))
    return next((name for name in (bare, bare.casefold()) if name in table), "")


def wants_of(name: str) -> Wants:
    """Return what a name wants; nothing is known of a name that no record has."""
    return known_names().get(name.strip(), _NOTHING_KNOWN)


def _form(kind: type[Record], attribute: str) -> str:
    info = kind.model_fields[attribute]
    if any(isinstance(item, TakenBy) for item in info.metadata):
        return "any" if "tuple" in str(info.annotation) else "text"
    origins = _origins(info.annotation)
    if origins & {tuple, list}:
        return "list"
    if dict in origins or nested_record(kind, attribute):
        return "mapping"
    return "text"


def _origins(annotation: Any) -> set[Any]:
    found = {get_origin(annotation)}
    for inner in getattr(annotation, "__args__", ()):
        found |= _origins(inner)
    return found
