"""The data files of `templates/`: explanations and examples of fields, samples of whole files.

There is a folder of them for each language, with the same files; field names are in that language.

Every value in them is text in which `${name}` stands for a day or a word of the site; what stands
for it is put in after the file was parsed, so no title can break a file.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

import msgspec
import yaml
from msgspec.structs import replace

from generator.create.shapes import Field, Many, Nested, Shape, fields_of
from generator.frozen import Frozen
from generator.model.record import Record

Sample = dict[str, Any]
"""What a new file says: names of fields → text, lists and mappings of text."""

TEMPLATES = Path(__file__).parent / "templates"
_EXPLANATION, _EXAMPLE = 0, 1
_OFFSETS = (0, 1, 3, 7, 10, 14, 30, 180)
_LONG_AGO = 40


class Guide(Frozen):
    """What is known about fields in one language, `zh` or `en`, with examples of a day."""

    today: date
    language: str = "zh"
    words: Mapping[str, str] = msgspec.field(default_factory=dict)

    def explain(self, field: Field) -> str:
        """Return what to write in a field, in one sentence."""
        return str(self._hint(field)[_EXPLANATION])

    def name(self, field: Field) -> str:
        """Return what new files call a field."""
        return field.name_in(self.language)

    @property
    def phrases(self) -> dict[str, Any]:
        """The words that are put together with others."""
        return phrases(self.language)

    def with_words(self, words: Mapping[str, str]) -> "Guide":
        """Return the same guide with other words of the site."""
        return replace(self, words=words)

    def title(self, record: type[Record]) -> str:
        """Return what files of a record are called."""
        return str(hints(self.language)[record.__name__][""])

    def example(self, field: Field) -> Any:
        """Return an example of a field's value; that of a nested record has all its fields."""
        hint = self._hint(field)
        return self.fill(hint[_EXAMPLE]) if len(hint) > 1 else self._invent(field.shape)

    def _invent(self, shape: Shape) -> Any:
        if isinstance(shape, Many):
            return [self._invent(shape.inner)]
        if not isinstance(shape, Nested):
            raise TypeError(shape)
        return {self.name(inner): self.example(inner) for inner in fields_of(shape.record)}

    def sample(self, name: str) -> tuple[Sample, str]:
        """Return the fields and the body of a sample file, filled in."""
        text = read_template(name, self.language)
        _, matter, body = re.split(r"^---\n", text, flags=re.MULTILINE) if "---\n" in text else (
            "", text, "")  # fmt: skip
        sample: Sample = self.fill(_parse(matter))
        return sample, body

    def _hint(self, field: Field) -> list[Any]:
        """Return the hint for a field: that of its record, or of one which the record extends."""
        name = self.name(field)
        for kind in field.record.__mro__:
            hint = hints(self.language).get(kind.__name__, {}).get(name)
            if hint:
                return list(hint)
        raise KeyError(f"{field.record.__name__}.{name}")

    def fill(self, value: Any) -> Any:
        """Return a value with its `${…}` replaced, at every depth. Raises KeyError."""
        if isinstance(value, dict):
            return {key: self.fill(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.fill(inner) for inner in value]
        return Template(value).substitute(self.words, **name_days(self.today, self.phrases))


def name_days(today: date, words: Mapping[str, Any]) -> dict[str, str]:
    """Return the words for days around `today`: `day7` is 2026-03-12, `long7` has the weekday."""
    named = {"year": str(today.year)}
    for offset in _OFFSETS:
        day = today + timedelta(days=offset)
        month, weekday = words["months"][day.month - 1], words["weekdays"][day.weekday()]
        facts = {"year": day.year, "month": month, "day": day.day}
        named[f"day{offset}"] = day.isoformat()
        named[f"long{offset}"] = Template(words["day"]).substitute(facts, weekday=weekday)
    named["ago"] = (today - timedelta(days=_LONG_AGO)).isoformat()
    return named


@cache
def phrases(language: str) -> dict[str, Any]:
    """Return a language's words that are put together with others."""
    return dict(_parse(read_template("words.yaml", language)))


@cache
def hints(language: str) -> dict[str, dict[str, Any]]:
    """Return record → field → its explanation and its example; under `""` the record's title."""
    return dict(_parse(read_template("fields.yaml", language)))


def read_template(name: str, language: str) -> str:
    """Return the text of a data file of a language."""
    return (TEMPLATES / language / name).read_text("utf-8")


def _parse(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes text and nothing else
