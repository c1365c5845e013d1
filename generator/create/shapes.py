"""What may be written in each field of a record, found in the model's own annotations."""

from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from generator.frozen import Frozen
from generator.model.accent import Accent
from generator.model.disclosure import Ending
from generator.model.procedure import DayCount
from generator.model.record import Record, field_names, name_field
from generator.model.retention import Duration
from generator.model.scope import ScopeEntries
from generator.model.site import Footer, TimeZone
from generator.model.taking import TakenBy
from generator.model.target import TargetText
from generator.model.values import (
    Before,
    Buildings,
    Choices,
    Count,
    Day,
    Days,
    Ident,
    Panel,
    Parts,
    Phone,
    SiteUrl,
    Text,
    Until,
    When,
    Year,
    YesNo,
)


class Value(StrEnum):
    """One value that is read from text."""

    TEXT = "text"
    COUNT = "count"
    DAY_COUNT = "day-count"
    DURATION = "duration"
    YEAR = "year"
    IDENT = "ident"
    PHONE = "phone"
    YES_NO = "yes-no"
    URL = "url"
    BUILDINGS = "buildings"
    PANEL = "panel"
    TIME = "time"
    DAY = "day"
    DAYS = "days"
    DEADLINE = "deadline"
    TAKE_DOWN = "take-down"
    SCOPE = "scope"
    PARTS = "parts"
    FOOTER = "footer"
    TIME_ZONE = "time-zone"
    ACCENT = "accent"


class Words(Frozen):
    """One of some words, Chinese first."""

    words: tuple[str, ...]


class Many(Frozen):
    """A list."""

    inner: "Shape"


class Table(Frozen):
    """Names that the author chooses, each with a value."""

    inner: "Shape"


class Nested(Frozen):
    """Fields of its own."""

    record: type[Record]


Shape = Value | Words | Many | Table | Nested


class Field(Frozen):
    """A field as files have it. `names` are all that are accepted, the main ones first."""

    record: type[Record]
    attribute: str
    names: tuple[str, ...]
    required: bool
    shape: Shape

    @property
    def chinese(self) -> str:
        """The name that new files in Chinese use."""
        return self.names[0]

    @property
    def english(self) -> str:
        """The name that new files in English use."""
        return self.names[1]

    def name_in(self, language: str) -> str:
        """Return the name that new files in a language, `zh` or `en`, use."""
        return self.chinese if language == "zh" else self.english


_ALIASES: tuple[tuple[Any, Value], ...] = (
    (Text, Value.TEXT),
    (Count, Value.COUNT),
    (DayCount, Value.DAY_COUNT),
    (Duration, Value.DURATION),
    (Year, Value.YEAR),
    (Ident, Value.IDENT),
    (Phone, Value.PHONE),
    (YesNo, Value.YES_NO),
    (SiteUrl, Value.URL),
    (Buildings, Value.BUILDINGS),
    (Panel, Value.PANEL),
    (When, Value.TIME),
    (Day, Value.DAY),
    (Days, Value.DAYS),
    (Before, Value.DEADLINE),
    (Until, Value.TAKE_DOWN),
    (ScopeEntries, Value.SCOPE),
    (Parts, Value.PARTS),
    (Footer, Value.FOOTER),
    (TimeZone, Value.TIME_ZONE),
    (Accent, Value.ACCENT),
    (Ending, Value.TEXT),
    (TargetText, Value.TEXT),
)
_VALUES = {get_args(alias)[1]: value for alias, value in _ALIASES}
"""By the validator, for that is what pydantic keeps of an alias."""


@cache
def fields_of(record: type[Record]) -> tuple[Field, ...]:
    """Return the fields of a record that files may give, in the model's order."""
    found = []
    for attribute in dict.fromkeys(field_names(record).values()):
        info = record.model_fields[attribute]
        name = name_field(record, attribute)
        others = [name for name, a in field_names(record).items() if a == attribute]
        names = tuple(dict.fromkeys([name.zh, name.en, *others]))
        shape = _shape(info.annotation, info.metadata)
        found.append(Field(record, attribute, names, info.is_required(), shape))
    return tuple(found)


def name_in(record: type[Record], attribute: str, language: str) -> str:
    """Return what new files in a language, `zh` or `en`, call a field."""
    return next(f for f in fields_of(record) if f.attribute == attribute).name_in(language)


def _shape(annotation: Any, metadata: list[Any] | tuple[Any, ...] = ()) -> Shape:
    """Return the shape of an annotation. Raises TypeError for one that the model is new to."""
    for item in metadata:
        if isinstance(item, TakenBy):
            return _value(item)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Nested(annotation)
    if hasattr(annotation, "__metadata__"):
        return _shape(get_args(annotation)[0], annotation.__metadata__)
    return _container(get_origin(annotation), get_args(annotation))


def _value(validator: TakenBy) -> Shape:
    function: Any = validator.function
    return Words(tuple(function.words)) if isinstance(function, Choices) else _VALUES[validator]


def _container(origin: Any, arguments: tuple[Any, ...]) -> Shape:
    parts = [part for part in arguments if part not in (NoneType, Ellipsis)]
    if origin in (Union, UnionType) and len(parts) == 1:
        return _shape(parts[0])
    if origin is tuple:
        return Many(_shape(parts[0]))
    if origin is dict:
        return Table(_shape(parts[1]))
    raise TypeError(origin)
