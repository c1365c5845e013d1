"""What every record of the model has in common: frozen, named in two languages, with its source.

A field that files may give carries `Names`; the attributes that the reader fills in itself
(`source`, `owner` and the like) carry none. This is the only table of field names there is:
the reader, the messages and the templates of new files all read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict

from generator.model.values import Names, Phone, Text
from generator.problems import Place

Keys = tuple[str | int, ...]
"""Where a value stands in a record: attribute names and list positions, as `("services", 0)`."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file a record came from, and where in it each value stands."""

    path: str
    places: Mapping[Keys, Place] = field(default_factory=dict, repr=False)

    @property
    def stem(self) -> str:
        """The file's name without its ending, by which other files refer to it."""
        return PurePosixPath(self.path).stem

    def place(self, *keys: str | int) -> Place:
        """Return where the value at `keys` stands, or the nearest thing around it that is known."""
        for length in range(len(keys), -1, -1):
            if keys[:length] in self.places:
                return self.places[keys[:length]]
        return Place(path=self.path)


NOWHERE = Source("")


class Record(BaseModel):
    """A frozen, typed piece of the board; built by keyword."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


@cache
def field_names(record: type[Record]) -> dict[str, str]:
    """Return every accepted name of every field that a file may give → its attribute."""
    table: dict[str, str] = {}
    for attribute, info in record.model_fields.items():
        for names in (item for item in info.metadata if isinstance(item, Names)):
            table[names.chinese] = attribute
            table.update(dict.fromkeys(names.also, attribute))
            table[attribute] = table[attribute.replace("_", "-")] = attribute
    return table


def chinese_name(record: type[Record], attribute: str) -> str:
    """Return the name that messages use for a field, in Chinese."""
    for item in record.model_fields[attribute].metadata:
        if isinstance(item, Names):
            return item.chinese
    raise KeyError(attribute)


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
