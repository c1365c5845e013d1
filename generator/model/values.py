"""What a single value may be: text in, typed value out, or a refusal with a code.

Every scalar of a content file arrives as text. Each type below is an `Annotated` alias whose
validator turns that text into the type on the left, and raises `PydanticCustomError` with a
problem code where it cannot; `read` gives that code its place. Values that have the type already
pass through, so that tests and code build records without text.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any, TypeVar

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from generator.file_names import is_device
from generator.frozen import Frozen
from generator.model.taking import TakenBy
from generator.problems import Fact, Term
from generator.schedule import (
    DayRange,
    Deadline,
    Refusal,
    Schedule,
    parse_day,
    parse_days,
    parse_deadline,
    parse_schedule,
)


class Names(Frozen):
    """What a field is called in files: its Chinese name, and other spellings people use.

    The attribute's own name, with hyphens or underscores, is accepted too; it is the English name
    of the field unless there is another.
    """

    chinese: str
    also: tuple[str, ...] = ()
    english: str = ""


class Writing(Frozen):
    """What the text around a value says about it: the day from which a missing year is inferred."""

    published: date | None = None


class Forever(Enum):
    """A notice that stays until somebody takes it down."""

    FOREVER = "forever"


FOREVER = Forever.FOREVER
TakeDown = date | Forever

MAX_ID_LENGTH = 40
STREET = "street"
"""Stands for the committee in the addresses of what the street office itself publishes."""
RESERVED_IDS = (STREET, "all")
"""Both mean everybody in 范围."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PHONE = re.compile(r"\+?[0-9]+(?:[ \-][0-9]+)*")
_FOREVER_WORDS = ("长期", "長期", "永久", "forever", "permanent")
_YES_NO = {"是": True, "有": True, "yes": True, "true": True, "否": False, "无": False, "no": False,
           "false": False}  # fmt: skip
_YES_OR_NO = (("是", "yes"), ("否", "no"))
_MAX_BUILDINGS = 400
_BETWEEN_PARTS = re.compile(r"[、，,；;\s]+")
_NOTHING = ("无", "無", "none")
_FREE_WORDS = ("免费", "免費", "不收费", "不要钱", "free", "free of charge")
T = TypeVar("T")


def reject(code: str, **facts: Fact) -> PydanticCustomError:
    """Return the error to raise for a value that cannot be read, with the facts of its message."""
    return PydanticCustomError(code, "see the problem table", {"facts": facts})


def _reject_choice(text: str, known: Iterable[tuple[str, str]]) -> PydanticCustomError:
    """Return the error for a word that is none of the known ones, each Chinese and English."""
    terms = tuple(Term(zh, en, en if text.isascii() else zh) for zh, en in known)
    return reject("choice-unknown", value=text, known=terms)


def take_text(value: Any) -> str:
    """Return `value` without outer spaces; refuse lists, mappings and the empty text."""
    if not isinstance(value, str):
        raise reject("text-wanted")
    if not value.strip():
        raise reject("value-empty")
    return value.strip()


def half_width(text: str) -> str:
    """Return `text` with full-width digits and letters as ASCII (NFKC)."""
    return unicodedata.normalize("NFKC", text)


def _take_count(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = half_width(take_text(value))
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise reject("number-wrong", value=text)
    return int(text)


def _take_year(value: Any) -> int:
    number = _take_count(value)
    if not 1949 <= number <= 2100:
        raise reject("year-wrong", value=str(number))
    return number


def _take_id(value: Any) -> str:
    text = take_text(value)
    if len(text) > MAX_ID_LENGTH or not _ID.fullmatch(text):
        raise reject("id-wrong", value=text)
    if is_device(text) or text in RESERVED_IDS:
        raise reject("id-reserved", value=text)
    return text


def _take_phone(value: Any) -> str:
    text = half_width(take_text(value)).replace("—", "-").replace("–", "-")
    if not _PHONE.fullmatch(text) or not 3 <= sum(c.isdigit() for c in text) <= 15:
        raise reject("phone-wrong", value=take_text(value))
    return text


def _take_yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = take_text(value)
    if text.lower() not in _YES_NO:
        raise _reject_choice(text, _YES_OR_NO)
    return _YES_NO[text.lower()]


def _take_url(value: Any) -> str:
    text = take_text(value)
    if not re.fullmatch(r"https?://[a-z0-9.\-]+(?::\d+)?(?:/[A-Za-z0-9._~\-/]*)?", text):
        raise reject("url-wrong", value=text)
    return text if text.endswith("/") else text + "/"


def _take_buildings(value: Any) -> tuple[str, ...]:
    """`1-4、6` → ("1", "2", "3", "4", "6"); names that are not numbers stay as they are."""
    if isinstance(value, tuple):
        return value
    found: list[str] = []
    text = half_width(take_text(value)).translate(str.maketrans("至~—–", "----"))
    for part in re.split(r"[、,\s]+", text):
        name = part.removesuffix("号楼").removesuffix("号").removesuffix("栋")
        span = re.fullmatch(r"(\d{1,4})-(\d{1,4})", name)
        if span:
            first, last = int(span[1]), int(span[2])
            if not first <= last < first + _MAX_BUILDINGS:
                raise reject("buildings-wrong", value=part)
            found += [str(number) for number in range(first, last + 1)]
        elif name:
            found.append(name)
    return tuple(dict.fromkeys(found))


def _take_parts(value: Any) -> tuple[str, ...]:
    """`雨天、费用` → ("雨天", "费用"); 无 and none are no parts at all."""
    if isinstance(value, tuple):
        return value
    parts = tuple(part for part in _BETWEEN_PARTS.split(take_text(value)) if part)
    return () if len(parts) == 1 and parts[0].lower() in _NOTHING else parts


def is_free(fee: str | None) -> bool:
    """Whether a fee says, in so many words and no others, that nothing has to be paid."""
    return fee is not None and fee.strip(" 。.").lower() in _FREE_WORDS


class PanelSize(Frozen):
    """What a board holds: sheets of one paper size (`A3x4` is four sheets of A3)."""

    paper: str
    sheets: int


def _take_panel(value: Any) -> PanelSize:
    if isinstance(value, PanelSize):
        return value
    text = half_width(take_text(value)).replace("×", "x").replace("X", "x").upper()
    match = re.fullmatch(r"(A[34])\s*(?:X\s*(\d{1,2}))?", text)
    if not match:
        raise reject("panel-wrong", value=take_text(value))
    return PanelSize(match[1], int(match[2] or 1))


def _published(info: ValidationInfo) -> date | None:
    return info.context.published if isinstance(info.context, Writing) else None


def _accept(result: T | Refusal) -> T:
    """Return what the language of times understood; raise what it refused, with its position."""
    if not isinstance(result, Refusal):
        return result
    context = {
        "facts": dict(result.facts) | {"suggestions": "\n".join(result.suggestions)},
        "offset": result.offset,
        "width": result.length,
    }
    raise PydanticCustomError(result.code, "see the problem table", context)


def _take_schedule(value: Any, info: ValidationInfo) -> Schedule:
    if isinstance(value, Schedule):
        return value
    return _accept(parse_schedule(take_text(value), published=_published(info)))


def _take_day(value: Any, info: ValidationInfo) -> date:
    if isinstance(value, date):
        return value
    return _accept(parse_day(take_text(value), published=_published(info)))


def _take_days(value: Any, info: ValidationInfo) -> DayRange:
    if isinstance(value, DayRange):
        return value
    return _accept(parse_days(take_text(value), published=_published(info)))


def _take_deadline(value: Any, info: ValidationInfo) -> Deadline:
    if isinstance(value, Deadline):
        return value
    return _accept(parse_deadline(take_text(value), published=_published(info)))


def _take_take_down(value: Any, info: ValidationInfo) -> TakeDown:
    if isinstance(value, Forever):
        return value
    if isinstance(value, str) and value.strip().lower() in _FOREVER_WORDS:
        return FOREVER
    return _take_day(value, info)


class Choices(Frozen):
    """Reads an enumeration from the words that files use for its members, Chinese first."""

    words: Mapping[str, Enum]

    def __call__(self, value: Any) -> Enum:
        """Return the member that `value` names."""
        if isinstance(value, Enum):
            return value
        text = take_text(value)
        if text not in self.words:
            known: dict[Enum, str] = {}
            for word, member in self.words.items():
                known.setdefault(member, word)
            raise _reject_choice(text, ((word, member.value) for member, word in known.items()))
        return self.words[text]


Text = Annotated[str, TakenBy(take_text)]
Count = Annotated[int, TakenBy(_take_count)]
Year = Annotated[int, TakenBy(_take_year)]
Ident = Annotated[str, TakenBy(_take_id)]
Phone = Annotated[str, TakenBy(_take_phone)]
YesNo = Annotated[bool, TakenBy(_take_yes_no)]
SiteUrl = Annotated[str, TakenBy(_take_url)]
Buildings = Annotated[tuple[str, ...], TakenBy(_take_buildings)]
Parts = Annotated[tuple[str, ...], TakenBy(_take_parts)]
Panel = Annotated[PanelSize, TakenBy(_take_panel)]
When = Annotated[Schedule, TakenBy(_take_schedule)]
Day = Annotated[date, TakenBy(_take_day)]
Days = Annotated[DayRange, TakenBy(_take_days)]
Before = Annotated[Deadline, TakenBy(_take_deadline)]
Until = Annotated[TakeDown, TakenBy(_take_take_down)]
