"""What every record of the model has in common: frozen, named in two languages, with its source.

A field that files may give carries `Names`; the attributes that the reader fills in itself
(`source`, `owner` and the like) carry none. This is the only table of field names there is:
the reader, the messages and the templates of new files all read it.
"""

import re
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict

from generator.frozen import Frozen
from generator.model.personal import Personal
from generator.model.places import NO_PLACES, Places
from generator.model.values import Names, Phone, Text
from generator.problems import Place, Term

_NONE_GIVEN: set[str] = set()
"""Which fields of a record a file gives: never asked for."""


def find_named_day(stem: str) -> date | None:
    """Return the day at the head of a file's name; None if there is none that exists."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", stem)
    try:
        return date.fromisoformat(match.group()) if match else None
    except ValueError:
        return None


class Source(Frozen):
    """The file a record came from, and where in it each value stands."""

    path: str
    places: Places = NO_PLACES
    english: bool | None = None
    """Whether its fields have English names; None if it has none of either language."""
    personal: tuple[Personal, ...] = ()
    """What in it, in its name or in its tables belongs to one person alone."""

    def __repr__(self) -> str:
        """Return what stands for it in logs: nothing personal, and no thousand places."""
        return f"Source({self.path!r})"

    @property
    def stem(self) -> str:
        """The file's name without its ending, by which other files refer to it."""
        name = self.path.rpartition("/")[2]
        head, _, ending = name.rpartition(".")
        return head if head and ending else name

    @property
    def named_day(self) -> date | None:
        """The day at the head of the file's name (2026-03-05-雷锋日.md), if there is one."""
        return find_named_day(self.stem)

    @property
    def paths(self) -> frozenset[str]:
        """The file, and the tables that parts of it came from."""
        return frozenset({self.path}) | self.places.other_paths

    def place(self, *keys: str | int) -> Place:
        """Return where the value at `keys` stands, or the nearest thing around it that is known."""
        return self.places.nearest(self.path, keys)


NOWHERE = Source("")


class Record(BaseModel):
    """A frozen, typed piece of the board; built by keyword."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,  # most builds read few kinds of records; validators take time to make
    )
    is_tabular: ClassVar[bool] = True
    """Whether a list of them may stand in a table, which a file then names in its place."""

    def __getstate__(self) -> Any:
        """Return the bare values of the fields, in their order: a board has thousands of them."""
        values = self.__dict__
        return tuple([values[name] for name in type(self).__pydantic_fields__])

    def __setstate__(self, state: Any) -> None:
        """Take over what `__getstate__` has returned."""
        # In its own dictionary, which shares its keys with those of all such records.
        self.__dict__.update(zip(type(self).__pydantic_fields__, state, strict=True))
        object.__setattr__(self, "__pydantic_fields_set__", _NONE_GIVEN)
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)


@cache
def field_names(record: type[Record]) -> dict[str, str]:
    """Return every accepted name of every field that a file may give → its attribute."""
    table: dict[str, str] = {}
    for attribute, info in record.model_fields.items():
        for names in (item for item in info.metadata if isinstance(item, Names)):
            table[names.chinese] = attribute
            table.update(dict.fromkeys(names.also, attribute))
            table[english_name(record, attribute)] = attribute
            table[attribute] = table[attribute.replace("_", "-")] = attribute
    return table


def chinese_name(record: type[Record], attribute: str) -> str:
    """Return the Chinese name of a field, as new files and messages use it."""
    return _names(record, attribute).chinese


def english_name(record: type[Record], attribute: str) -> str:
    """Return the English name of a field, as new files and messages use it."""
    return _names(record, attribute).english or attribute.replace("_", "-")


def _names(record: type[Record], attribute: str) -> Names:
    for item in record.model_fields[attribute].metadata:
        if isinstance(item, Names):
            return item
    raise KeyError(attribute)


def name_field(
    record: type[Record], attribute: str, *, english: bool | None = None, written: str = ""
) -> Term:
    """Return a field's names for messages about a file.

    `written` is how the file spells it; where it does not, `english` is the language of its fields.
    """
    zh, en = chinese_name(record, attribute), english_name(record, attribute)
    spelling = "" if english is None else en if english else zh
    return Term(zh, en, written or spelling)


@cache
def nested_record(record: type[Record], attribute: str) -> type[Record] | None:
    """Return the kind of record inside a field (`tuple[Figure, ...]` → `Figure`), if any."""
    return _find_record(record.model_fields[attribute].annotation)


def _find_record(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_find_record, get_args(annotation))), None)


class Contact(Record):
    """联系: whom residents may call. An office or a role, never a private person's number."""

    name: Annotated[Text, Names("称呼", ("名称",))]
    phone: Annotated[Phone | None, Names("电话")] = None


class Figure(Record):
    """数字: a figure exactly as its source writes it (约890人次); never computed with."""

    name: Annotated[Text, Names("名称")]
    value: Annotated[Text, Names("值")]
    start: Annotated[Text | None, Names("起点")] = None
    remark: Annotated[Text | None, Names("备注")] = None
