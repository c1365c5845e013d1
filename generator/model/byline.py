"""The byline 署名 of a text: where it is from, who wrote it, who edited it."""

from typing import Annotated, Any

from pydantic import model_validator

from generator.model.record import Record
from generator.model.values import Names, Text


class Byline(Record):
    """署名, as news pages have it under the title; the author alone may stand for it.

    What a file leaves out is the publisher's: a text without 来源 is from whoever publishes it.
    """

    origin: Annotated[Text | None, Names("来源")] = None
    author: Annotated[Text | None, Names("作者", ("撰稿",))] = None
    editor: Annotated[Text | None, Names("编辑", ("责任编辑",))] = None

    @model_validator(mode="before")
    @classmethod
    def _from_author(cls, value: Any) -> Any:
        return {"author": value} if isinstance(value, str) else value
