"""From a YAML tree to a typed record, with a problem for each thing that does not fit.

Before: a `Mapping` whose keys are in either language. After: a frozen record of the model that
knows where each of its values stands, or the problems that kept it from being made.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.personal import Personal
from generator.model.places import Keys, keep_places
from generator.model.record import (
    Record,
    Source,
    field_names,
    find_named_day,
    name_field,
    nested_record,
)
from generator.model.values import Writing
from generator.problems import Fact, Fault, FieldPath, Place, Problem, Term, near_misses
from generator.read.yaml_nodes import Mapping, Node, Scalar, Sequence
from generator.schedule import parse_day, parse_days

R = TypeVar("R", bound=Record)

_PUBLISHED_NAMES = ("发布", "published", "最后核对", "checked")
_VALID_NAMES = ("有效期", "valid")

# What pydantic says of a shape, and what Linli calls it; the model's own refusals keep their code.
_SHAPE_CODES = {
    "missing": "field-missing",
    "tuple_type": "list-wanted",
    "dict_type": "mapping-wanted",
    "model_type": "mapping-wanted",
    "model_attributes_type": "mapping-wanted",
    "string_type": "text-wanted",
}
_ANY_NAME = Term("名称", "name")
_BRACKETS = "【】［］〔〕 "
_BETWEEN_ITEMS = re.compile(r"[、；;\n]|[，,](?!\d{3})")
_NOT_PLAIN = re.compile(r"""[\[\]{},"]|: |:$| #|^[-?:@%*&!|>'`#]""")


@dataclass(slots=True)
class Draft:
    """A mapping with English keys, on its way to a record."""

    path: str
    fault: Fault = Fault.ITEM
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Keys, Place] = field(default_factory=dict)
    spellings: dict[Keys, str] = field(default_factory=dict)
    """What the file calls each of its fields."""
    english: bool | None = None
    """Whether most of its fields have English names; None if it has no fields."""
    guessed: set[Keys] = field(default_factory=set)
    """The fields that unknown names were likely meant to be."""
    problems: list[Problem] = field(default_factory=list)
    personal: list[Personal] = field(default_factory=list)
    """What in the file belongs to one person alone."""

    def report(self, code: str, place: Place, **facts: Fact) -> None:
        """Note a problem of this file."""
        self.problems.append(Problem(place=place, code=code, fault=self.fault, facts=facts))


def draft_record(node: Mapping, kind: type[Record], path: str, fault: Fault) -> Draft:
    """Give keys their English names, at every depth, and note where each value stands."""
    draft = Draft(path, fault)
    draft.places[()] = node.place
    if node.entries:
        ascii_keys = sum(key.text.isascii() for key, _ in node.entries)
        draft.english = 2 * ascii_keys > len(node.entries)
    draft.values = _translate_mapping(node, kind, (), draft)
    return draft


def finish_record(draft: Draft, kind: type[R], published: date | None, **filled: Any) -> R | None:
    """Validate a draft; `filled` are the attributes that no file gives. None if it has errors."""
    places = keep_places(draft.path, draft.places)
    source = Source(draft.path, places, draft.english, tuple(draft.personal))
    data = draft.values | {"source": source} | filled
    try:
        record = kind.model_validate(data, context=Writing(published))
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if details["type"] == "missing" and details["loc"] in draft.guessed:
                continue  # it is there under a name that was reported
            draft.problems.append(_to_problem(details, kind, source, draft))
        return None
    return None if draft.problems else record


def infer_published(node: Mapping, stem: str) -> date | None:
    """Return the day from which a file's dates without a year are meant, if the file tells one.

    The day of publication or of the last check, else the date at the head of the file's name,
    else the first day of validity.
    """
    written = node.get(*_PUBLISHED_NAMES)
    if isinstance(written, Scalar):
        day = parse_day(written.text)
        if isinstance(day, date):
            return day
    named = find_named_day(stem)
    if named:
        return named
    valid = node.get(*_VALID_NAMES)
    days = parse_days(valid.text) if isinstance(valid, Scalar) else None
    return getattr(days, "first", None)


def _translate(node: Node, kind: type[Record] | None, keys: Keys, draft: Draft) -> Any:
    draft.places.setdefault(keys, node.place)
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        items = enumerate(node.items)
        return [_translate(item, kind, (*keys, number), draft) for number, item in items]
    if kind is None:
        return {
            key.text: _translate(value, None, (*keys, key.text), draft)
            for key, value in node.entries
        }
    return _translate_mapping(node, kind, keys, draft)


def _translate_mapping(
    node: Mapping, kind: type[Record], keys: Keys, draft: Draft
) -> dict[str, Any]:
    names = field_names(kind)
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key, value in node.entries:
        attribute = names.get(key.text.strip())
        if attribute:
            lines.setdefault(attribute, key.place.line)
        if attribute is None:
            near = _report_unknown(key, kind, names, draft)
            draft.guessed.add((*keys, near))
        elif attribute in values:
            draft.report("key-twice", key.place, name=key.text, line=lines[attribute])
        elif isinstance(value, Scalar) and not value.text.strip():
            draft.places[*keys, attribute] = key.place  # left blank: the same as left out
            draft.spellings[*keys, attribute] = key.text.strip()
        else:
            draft.spellings[*keys, attribute] = key.text.strip()
            inner = nested_record(kind, attribute)
            values[attribute] = _translate(value, inner, (*keys, attribute), draft)
    return values


def _report_unknown(key: Scalar, kind: type[Record], names: dict[str, str], draft: Draft) -> str:
    """Report a name that a record does not have; return the field that it may be, or ""."""
    attributes = dict.fromkeys(names.values())
    known = tuple(name_field(kind, each, english=draft.english) for each in attributes)
    close = near_misses(key.text.strip(), names)
    code = "field-unknown-near" if close else "field-unknown"
    facts: dict[str, Fact] = {"field": key.text, "known": known}
    if close:
        facts["near"] = name_field(kind, names[close[0]], written=close[0])
    draft.report(code, key.place, **facts)
    return names[close[0]] if close else ""


def _to_problem(details: ErrorDetails, kind: type[Record], source: Source, draft: Draft) -> Problem:
    """Turn one of pydantic's findings into a problem at the place where the value stands."""
    keys: Keys = details["loc"]
    context = details.get("ctx", {})
    place = source.place(*keys)
    code = _SHAPE_CODES.get(details["type"], details["type"])
    if code == "field-missing" and keys in draft.places:
        code = "field-blank"
    elif code == "mapping-wanted" and place.cells:
        code = "cell-pairs-wanted"
    facts: dict[str, Fact] = {"field": _name_path(kind, keys, draft)} | context.get("facts", {})
    if code == "mapping-wanted":
        facts["inner"] = _name_inner(kind, keys, draft)
    elif code in ("list-wanted", "text-wanted"):
        inner = _name_inner(kind, keys, draft)
        if code == "text-wanted" or len(inner) == 1:  # where one field is enough, so is its text
            facts["words"] = _reshape(details.get("input"), english=bool(draft.english))
        else:  # a list of things that have fields of their own
            names = (term.en if draft.english else term.zh for term in inner)
            facts["words"] = f"[{{{', '.join(f'{name}: …' for name in names)}}}]"
    if "offset" in context:
        place = place.narrow(context["offset"], max(context["width"], 1))
    return Problem(place=place, code=code, fault=draft.fault, facts=facts)


def _reshape(value: Any, *, english: bool) -> str:
    """Return a text as a list in one line, or a list of texts as one text; "…" if it is neither."""
    if isinstance(value, str):
        words = value.strip(_BRACKETS)
        parts = [part.strip() for part in _BETWEEN_ITEMS.split(words) if part.strip()]
        return f"[{', '.join(_quote(part) for part in parts)}]"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return _quote((", " if english else "、").join(value))
    return "…"


def _quote(text: str) -> str:
    """Return a text as YAML needs it within a list in one line."""
    return f'"{text}"' if _NOT_PLAIN.search(text) and '"' not in text else text


def _name_path(kind: type[Record], keys: Keys, draft: Draft) -> FieldPath:
    """Return the names along a path, spelled as in the file, and positions counted from 1."""
    parts: list[Term | int] = []
    inner: type[Record] | None = kind
    for depth, key in enumerate(keys, start=1):
        if isinstance(key, int):
            parts.append(key + 1)
        elif inner is not None and key in inner.model_fields:
            written = draft.spellings.get(keys[:depth], "")
            parts.append(name_field(inner, key, english=draft.english, written=written))
            inner = nested_record(inner, key)
        else:
            parts.append(Term(key, key, key))
    return FieldPath(tuple(parts))


def _name_inner(kind: type[Record], keys: Keys, draft: Draft) -> tuple[Term, ...]:
    """Return the fields that a field must have, or the first it may; any name does for a table."""
    inner: type[Record] | None = kind
    for key in keys:
        inner = nested_record(inner, key) if inner and isinstance(key, str) else inner
    if inner is None:
        return (_ANY_NAME,)
    attributes = list(dict.fromkeys(field_names(inner).values()))
    needed = [each for each in attributes if inner.model_fields[each].is_required()]
    return tuple(
        name_field(inner, each, english=draft.english) for each in needed or attributes[:2]
    )
