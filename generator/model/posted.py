"""What an item says about its own poster."""

from typing import Annotated, ClassVar

from pydantic import field_validator

from generator.model.item import SignedItem
from generator.model.record import field_names, name_field
from generator.model.values import Names, Parts, Text, reject
from generator.problems import Term

BODY = "body"
"""What stands for the text below the fields where parts of an item are listed."""
_BODY_NAME = Term("正文", BODY)


class PostedItem(SignedItem):
    """An item that hangs in glass cases on a poster of its own."""

    poster_parts: ClassVar[tuple[str, ...]] = ()
    """The fields that a poster can do without; so it can without the body."""

    poster_summary: Annotated[Text | None, Names("海报摘要")] = None
    """Stands on the poster instead of the body."""
    poster_optional: Annotated[Parts | None, Names("海报可省")] = None
    """Fields, or the body, that may be left off a poster that is too full, the most dispensable
    first; empty if nothing may. None leaves it to the theme."""

    @field_validator("poster_optional", mode="after")
    @classmethod
    def _know_parts(cls, parts: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Turn names in either language into attributes."""
        if parts is None:
            return None
        known = {name: a for name, a in field_names(cls).items() if a in cls.poster_parts}
        known |= {_BODY_NAME.zh: BODY, _BODY_NAME.en: BODY}
        for part in parts:
            if part not in known:
                names = tuple(name_part(cls, each) for each in (*cls.poster_parts, BODY))
                raise reject("poster-part-wrong", value=part, known=names)
        return tuple(dict.fromkeys(known[part] for part in parts))


def name_part(item: type[SignedItem], part: str, *, english: bool | None = None) -> Term:
    """Return the names of a field, or of the body, for messages about a file."""
    if part == BODY:
        return Term(_BODY_NAME.zh, _BODY_NAME.en, _BODY_NAME.en if english else _BODY_NAME.zh)
    return name_field(item, part, english=english)
