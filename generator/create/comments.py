"""YAML for people: a record with values where there are some, and a comment for every other field.

A line that begins with `# ` is a field that takes effect once these two characters are deleted; a
line that begins with `## ` explains.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from string import Template
from typing import Any

from generator.create.guide import Guide, Sample
from generator.create.shapes import Field, Many, Nested, Shape, Value, fields_of
from generator.model.record import Record

_PLAIN = re.compile(r"\w(?:[\w（）《》、，。！？·—… /.\-]|(?<=\d):(?=\d))*")
"""What YAML takes as it stands, in a line of its own and in a list."""
_TYPED = ("yes", "no", "true", "false", "on", "off", "null", "y", "n")
"""Words that other readers of YAML take for something else."""


def write_record(record: type[Record], sample: Sample, guide: Guide, schema: str = "") -> str:
    """Return a file's fields: what the sample says, then every other field as a comment.

    `schema` is the address of the JSON Schema, for the comment by which editors find it.
    """
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines.append(f"## {guide.phrases['legend']}")
    by_name = {guide.name(field): field for field in fields_of(record)}
    live = [by_name[name] for name in sample]
    for field in live:
        lines.append(_explain(field, guide))
        lines += _field(field, sample[guide.name(field)], guide)
    others = [field for field in fields_of(record) if field not in live]
    if others:
        lines += ["", f"## {guide.phrases['optional']}"]
    for field in others:
        lines.append(_explain(field, guide))
        lines += _comment(_field(field, guide.example(field), guide, more=False))
    return "\n".join(lines) + "\n"


def _explain(field: Field, guide: Guide) -> str:
    facts = {"name": guide.name(field), "text": guide.explain(field)}
    return Template(guide.phrases["explanation"]).substitute(facts)


def _field(field: Field, value: Any, guide: Guide, *, more: bool = True) -> list[str]:
    """Return the lines of a field; with `more`, its inner fields without a value as comments."""
    name = guide.name(field)
    if isinstance(value, str):
        text = json.dumps(value) if field.shape is Value.PHONE else quote(value)
        return [f"{name}: {text}"]
    inner = field.shape.inner if isinstance(field.shape, Many) else field.shape
    if isinstance(value, list):
        if not isinstance(inner, Nested):
            return [f"{name}: [{', '.join(map(quote, value))}]"]
        blocks = [_inside(inner, v, guide, more=more and n == 0) for n, v in enumerate(value)]
        items = [f"  {'-' if n == 0 else ' '} {line}" for b in blocks for n, line in enumerate(b)]
        return [f"{name}:", *items] if items else [f"{name}: []"]
    return [f"{name}:", *(f"  {line}" for line in _inside(field.shape, value, guide, more=more))]


def _inside(shape: Shape, value: Sample, guide: Guide, *, more: bool) -> list[str]:
    """Return the lines of a nested record or of a table."""
    if not isinstance(shape, Nested):
        return [f"{quote(name)}: {quote(text)}" for name, text in value.items()]
    lines, others = [], []
    for field in fields_of(shape.record):
        name = guide.name(field)
        if name in value:
            lines += _field(field, value[name], guide, more=more)
        elif more:
            others += _comment(_field(field, guide.example(field), guide, more=False))
    return lines + others


def _comment(lines: Sequence[str]) -> list[str]:
    return [f"# {line}" for line in lines]


def quote(text: str) -> str:
    """Return a text as a YAML scalar: as it stands if that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _TYPED and not text.endswith(" "):
        return text
    return json.dumps(text, ensure_ascii=False)


def clean(text: str) -> str:
    """Return a text in one line, without characters that cannot be printed."""
    line = " ".join(text.split())
    return "".join(c for c in line if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
