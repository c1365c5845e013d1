"""The form of a message: a sentence, a remedy, and how facts are put into them."""

from collections.abc import Mapping, Sequence
from datetime import date
from string import Formatter
from typing import Any, NamedTuple

from generator.problems import FieldPath, Term

Wording = Mapping[str, "Text"]
"""Code → the words for it, in one language."""


GAP = "⟨?⟩"
"""Stands for a fact that a problem should have had."""
_SHORT = 30


class Text(NamedTuple):
    """What a person reads about one code, as templates with `{fact}` fields.

    `message` is a sentence that can stand alone; `remedy` says what to type or do instead and may
    be empty only where there is nothing to do.
    A field may have a format: `{day:date}` and `{day:weekday}` write a day as people of the
    language do; `{words:list}` joins what the fact separates with line breaks, and `{words:short}`
    leaves out the end of what is long. Names of fields come with their quotes, and with a
    translation if the file has them in the other language; `{field:word}` is a name as the file
    spells it, `{field:line}` how its line begins there, `{fields:braces}` several in one line.
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

    def spell(self, term: Term) -> str:
        """Return a term as it is to be typed: the author's spelling, else this language's."""
        raise NotImplementedError

    def explain(self, term: Term) -> str:
        """Return what a term means if it is spelled in another language, else nothing."""
        raise NotImplementedError

    def name(self, term: Term, spelling: str) -> str:
        """Return the spelling with its explanation behind it, if there is one."""
        raise NotImplementedError

    def locate(self, path: FieldPath) -> str:
        """Return the words for a field, with the fields that it stands in."""
        raise NotImplementedError

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """Return a fact; one that is not there is a bug, but a message with a gap still helps."""
        return args[key] if isinstance(key, int) else kwargs.get(key, GAP)

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write one fact; days, lists and names by the language's own habits."""
        if isinstance(value, date):
            return self.weekday(value) if format_spec == "weekday" else self.day(value)
        if isinstance(value, Term):
            spelling = self.spell(value)
            return spelling if format_spec == "word" else self.name(value, f"“{spelling}”")
        if isinstance(value, FieldPath):
            return self._begin_line(value) if format_spec == "line" else self.locate(value)
        if isinstance(value, tuple):
            return self._enumerate(value, format_spec)
        if format_spec == "list":
            return self.join(str(value).split("\n"))
        text = str(value)
        return f"{text[:_SHORT]}…" if format_spec == "short" and len(text) > _SHORT else text

    def _begin_line(self, path: FieldPath) -> str:
        last = path.parts[-1]
        return f"{self.spell(last)}: " if isinstance(last, Term) else "- "

    def _enumerate(self, terms: tuple[Term, ...], format_spec: str) -> str:
        if format_spec == "braces":
            return "{" + ", ".join(f"{self.spell(term)}: …" for term in terms) + "}"
        return self.join([self.name(term, self.spell(term)) for term in terms])


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

    def spell(self, term: Term) -> str:
        """Chinese unless the file has English."""
        return term.written or term.zh

    def explain(self, term: Term) -> str:
        """Give the Chinese name of what is in Latin letters."""
        spelling = self.spell(term)
        return term.zh if spelling.isascii() and spelling != term.zh else ""

    def name(self, term: Term, spelling: str) -> str:
        """“when”（时间）."""
        meaning = self.explain(term)
        return f"{spelling}（{meaning}）" if meaning else spelling

    def locate(self, path: FieldPath) -> str:
        """“联系”里的“电话”, “服务”第 1 项的“时间”."""
        words = ""
        for number, part in enumerate(path.parts):
            if isinstance(part, int):
                words += f"第 {part} 项"
                continue
            link = "" if not words else "的" if words.endswith("项") else "里的"
            quoted = f"“{self.spell(part)}”"
            last = number == len(path.parts) - 1
            words += link + (self.name(part, quoted) if last else quoted)
        return words


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

    def spell(self, term: Term) -> str:
        """English unless the file has Chinese."""
        return term.written or term.en

    def explain(self, term: Term) -> str:
        """Give the English name of what is not in Latin letters."""
        return "" if self.spell(term).isascii() or term.en == term.written else term.en

    def name(self, term: Term, spelling: str) -> str:
        """“时间” (when)."""
        meaning = self.explain(term)
        return f"{spelling} ({meaning})" if meaning else spelling

    def locate(self, path: FieldPath) -> str:
        """“phone” (in “contact”), “when” (item 1 of “services”), “要点” (points; item 2)."""
        *outer, last = path.parts
        notes = []
        if isinstance(last, int):
            notes.append(f"item {last}")
            *outer, last = outer
        if isinstance(last, Term) and self.explain(last):
            notes.insert(0, self.explain(last))
        if outer:
            around = self._around(outer)
            notes.append(around if isinstance(outer[-1], int) else f"in {around}")
        name = self._around([last])
        return f"{name} ({'; '.join(notes)})" if notes else name

    def _around(self, parts: Sequence[Term | int]) -> str:
        """Return the words for a field that another one is in."""
        *outer, last = parts
        if isinstance(last, int):
            return f"item {last} of {self._around(outer)}"
        name = f"“{self.spell(last)}”"
        return f"{name} in {self._around(outer)}" if outer else name
