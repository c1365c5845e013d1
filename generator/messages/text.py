"""The form of a message: a sentence, a remedy, and how facts are put into them."""

from collections.abc import Mapping, Sequence
from datetime import date
from string import Formatter
from typing import Any, NamedTuple

Wording = Mapping[str, "Text"]
"""Code → the words for it, in one language."""


GAP = "⟨?⟩"
"""Stands for a fact that a problem should have had."""


class Text(NamedTuple):
    """What a person reads about one code, as templates with `{fact}` fields.

    `message` is a sentence that can stand alone; `remedy` says what to type or do instead and may
    be empty only where there is nothing to do.
    A field may have a format: `{day:date}` and `{day:weekday}` write a day as people of the
    language do; `{words:list}` joins what the fact separates with line breaks.
    """

    message: str
    remedy: str = ""


class Sentences(Formatter):
    """Fills templates with facts in one language. Subclassed once a language."""

    def weekday(self, day: date) -> str:
        """Return the name of the day of the week."""
        raise NotImplementedError

    def day(self, day: date) -> str:
        """Return the date with its year."""
        raise NotImplementedError

    def join(self, words: list[str]) -> str:
        """Return the words as an enumeration."""
        raise NotImplementedError

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """Return a fact; one that is not there is a bug, but a message with a gap still helps."""
        return args[key] if isinstance(key, int) else kwargs.get(key, GAP)

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write one fact; days and lists by the language's own habits."""
        if isinstance(value, date):
            return self.weekday(value) if format_spec == "weekday" else self.day(value)
        if format_spec == "list":
            return self.join(str(value).split("\n"))
        return str(value)


class Chinese(Sentences):
    """Simplified Chinese as written on a notice board."""

    def weekday(self, day: date) -> str:
        """周一 to 周日."""
        return "周" + "一二三四五六日"[day.weekday()]

    def day(self, day: date) -> str:
        """2026年3月5日."""
        return f"{day.year}年{day.month}月{day.day}日"

    def join(self, words: list[str]) -> str:
        """甲、乙、丙."""
        return "、".join(words)


class English(Sentences):
    """Plain British English."""

    def weekday(self, day: date) -> str:
        """Monday to Sunday."""
        return f"{day:%A}"

    def day(self, day: date) -> str:
        """5 March 2026."""
        return f"{day.day} {day:%B %Y}"

    def join(self, words: list[str]) -> str:
        """Separate by commas."""
        return ", ".join(words)
