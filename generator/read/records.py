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

from generator.model.record import Keys, Record, Source, chinese_name, field_names, nested_record
from generator.model.values import Writing
from generator.problems import Fact, Fault, Place, Problem, near_misses
from generator.read.yaml_text import Mapping, Node, Scalar, Sequence
from generator.schedule import parse_day, parse_days

R = TypeVar("R", bound=Record)

_DATE_IN_NAME = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
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


@dataclass(slots=True)
class Draft:
    """A mapping with English keys, on its way to a record."""

    path: str
    fault: Fault = Fault.ITEM
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Keys, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, place: Place, **facts: Fact) -> None:
        """Note a problem of this file."""
        self.problems.append(Problem(place=place, code=code, fault=self.fault, facts=facts))


def draft_record(node: Mapping, kind: type[Record], path: str, fault: Fault) -> Draft:
    """Give keys their English names, at every depth, and note where each value stands."""
    draft = Draft(path, fault)
    draft.places[()] = Place(path=path, line=node.place.line, column=node.place.column)
    draft.values = _translate_mapping(node, kind, (), draft)
    return draft


def finish_record(draft: Draft, kind: type[R], published: date | None, **filled: Any) -> R | None:
    """Validate a draft; `filled` are the attributes that no file gives. None if it has errors."""
    source = Source(draft.path, draft.places)
    data = draft.values | {"source": source} | filled
    try:
        record = kind.model_validate(data, context=Writing(published))
    except ValidationError as error:
        for details in error.errors(include_url=False, include_input=False):
            draft.problems.append(_to_problem(details, kind, source, draft.fault))
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
    match = _DATE_IN_NAME.match(stem)
    if match:
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
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
    for key, value in node.entries:
        attribute = names.get(key.text.strip())
        if attribute is None:
            _report_unknown(key, kind, names, draft)
        elif attribute in values:
            draft.report("key-twice", key.place, name=key.text, line=key.place.line)
        elif isinstance(value, Scalar) and not value.text.strip():
            draft.places[*keys, attribute] = key.place  # left blank: the same as left out
        else:
            inner = nested_record(kind, attribute)
            values[attribute] = _translate(value, inner, (*keys, attribute), draft)
    return values


def _report_unknown(key: Scalar, kind: type[Record], names: dict[str, str], draft: Draft) -> None:
    known = [chinese_name(kind, attribute) for attribute in dict.fromkeys(names.values())]
    close = near_misses(key.text.strip(), names)
    code = "field-unknown-near" if close else "field-unknown"
    facts: dict[str, Fact] = {"field": key.text, "known": "\n".join(known)}
    if close:
        facts["near"] = close[0] if close[0].isascii() else chinese_name(kind, names[close[0]])
    draft.report(code, key.place, **facts)


def _to_problem(details: ErrorDetails, kind: type[Record], source: Source, fault: Fault) -> Problem:
    """Turn one of pydantic's findings into a problem at the place where the value stands."""
    keys: Keys = details["loc"]
    context = details.get("ctx", {})
    code = _SHAPE_CODES.get(details["type"], details["type"])
    facts: dict[str, Fact] = {"field": _field_label(kind, keys)} | context.get("facts", {})
    place = source.place(*keys)
    if "offset" in context:
        place = place.narrow(context["offset"], max(context["width"], 1))
    return Problem(place=place, code=code, fault=fault, facts=facts)


def _field_label(kind: type[Record], keys: Keys) -> str:
    """Return a path of Chinese field names, counted as people count: 服务[1].时间."""
    label = ""
    inner: type[Record] | None = kind
    for key in keys:
        if isinstance(key, int):
            label += f"[{key + 1}]"
        elif inner is not None and key in inner.model_fields:
            label += f".{chinese_name(inner, key)}"
            inner = nested_record(inner, key)
        else:
            label += f".{key}"
    return label.removeprefix(".")
