"""JSON Schema from the records of the model, so that an editor knows what may be written where.

pydantic's own generator sees values that are read from text by plain validators, which say nothing
of their form, and one name a field. Here every accepted name of a field is a property, that of the
site's language alone is suggested, and a value's form is that of the text in a file. A schema
refuses less than `linli check`: what a time means, or whether a compound exists, it cannot know.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.create.guide import Guide
from generator.create.shapes import Field, Many, Nested, Shape, Table, Value, Words, fields_of
from generator.model.accent import NAMED
from generator.model.byline import Byline
from generator.model.calendar import CalendarYear
from generator.model.committee import Committee
from generator.model.disclosure import PrivacyNote
from generator.model.event import Event, ProgrammeItem, Registration
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.notice import CATEGORY_WORDS, NOTICE_CLASSES, Category, Notice
from generator.model.procedure import ProcedureStep
from generator.model.record import Record
from generator.model.review import ReviewEntry, StreetReview
from generator.model.service import Errand, ServiceSchedule
from generator.model.site import Site
from generator.model.values import MAX_ID_LENGTH

Schema = dict[str, Any]

SEAL = "$comment"
"""Where a written schema keeps a digest of itself, by which changes by hand are told."""
DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that every editor knows."""

RECORDS: Mapping[str, type[Record]] = {
    "site": Site,
    "calendar": CalendarYear,
    "committee": Committee,
    "event": Event,
    "service": ServiceSchedule,
    "notice": Notice,
    "issue": Issue,
    "group": Group,
    "review": ReviewEntry,
    "street-review": StreetReview,
}
"""Name of a schema → the record of the files it is for."""

_SENTENCE_TOO = (Registration, ProcedureStep, ProgrammeItem, Errand, Byline)
"""Records for which a sentence may stand as well."""
_ONE_TOO = (PrivacyNote,)
"""Records of which one may stand where a list is wanted."""

# An editor gives numbers and words such as `true` types of their own; Linli reads all as text.
_SCALAR = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_DIGIT = r"[0-9\uff10-\uff19]"

_TABLE = {"type": "string", "pattern": r"\.([Cc][Ss][Vv]|[Xx][Ll][Ss][Xx])\s*$"}
"""The name of a table that stands beside the file, in the place of a list."""


def _text(pattern: str, **more: Any) -> Schema:
    return {"type": ["string", "integer"], "pattern": rf"^\s*{pattern}\s*$", **more}


_FORMS: Mapping[Value, Schema] = {
    Value.COUNT: _text(rf"{_DIGIT}{{1,9}}", minimum=0),
    Value.YEAR: _text(
        r"(19(49|[5-9][0-9])|20[0-9][0-9]|2100|[\uff10-\uff19]{4})", minimum=1949, maximum=2100
    ),
    Value.IDENT: _text("[a-z0-9]+(-[a-z0-9]+)*", maxLength=MAX_ID_LENGTH),
    Value.PHONE: _text(
        rf"[+\uff0b]?{_DIGIT}({_DIGIT}|[ \u3000\-\u2013\u2014\uff0d]){{2,}}", minimum=100
    ),
    Value.URL: _text(r"https?://[a-z0-9.\-]+(:[0-9]+)?(/[A-Za-z0-9._~\-/]*)?"),
    Value.ACCENT: {"anyOf": [{"enum": list(NAMED)}, _text("#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")]},
    Value.PANEL: _text(
        rf"[Aa\uff21\uff41][34\uff13\uff14]\s*([xX\u00d7\uff38\uff58]\s*{_DIGIT}{{1,2}})?"
    ),
    Value.SCOPE: {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR, "minItems": 1}]},
}


def make_schemas(guide: Guide) -> dict[str, str]:
    """Return the schemas of all kinds of files as JSON text, by the name of the kind."""
    return {
        name: json.dumps(make_schema(record, guide), ensure_ascii=False, indent=1) + "\n"
        for name, record in RECORDS.items()
    }


def make_schema(record: type[Record], guide: Guide) -> Schema:
    """Return the schema for files of one record; for notices, with that of each category."""
    records: list[type[Record]] = [record]
    if record is Notice:
        records += NOTICE_CLASSES.values()
    definitions: Schema = {}
    for each in records:
        _define(each, guide, definitions)
    body = _choose_category(guide) if record is Notice else {"$ref": _reference(record)}
    return {"$schema": DIALECT, "title": guide.title(record), **body, "definitions": definitions}


def _define(record: type[Record], guide: Guide, definitions: Schema) -> None:
    """Add the definition of a record and of those inside it."""
    if record.__name__ in definitions:
        return
    properties: Schema = {}
    definitions[record.__name__] = definition = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    needed = []
    for field in fields_of(record):
        properties |= _properties(field, guide)
        if field.required:
            needed.append({"anyOf": [{"required": [name]} for name in field.names]})
        inner = field.shape.inner if isinstance(field.shape, Many | Table) else field.shape
        if isinstance(inner, Nested):
            _define(inner.record, guide, definitions)
    if needed:
        definition["allOf"] = needed


def _properties(field: Field, guide: Guide) -> Schema:
    """Return a field under each of its names; what may be left out may be left blank."""
    form = _form(field.shape)
    schema = form if field.required else {"anyOf": [form, {"enum": [None, ""]}]}
    described = {"description": guide.explain(field), **schema}
    hidden = described | {"doNotSuggest": True}
    first = guide.name(field)
    return {name: described if name == first else hidden for name in field.names}


def _form(shape: Shape) -> Schema:
    if isinstance(shape, Words):
        return {"enum": list(shape.words)}
    if isinstance(shape, Many):
        listed = {"type": "array", "items": _form(shape.inner)}
        if not isinstance(shape.inner, Nested):
            return listed
        one = [_form(shape.inner)] if shape.inner.record in _ONE_TOO else []
        return {"anyOf": [listed, *one, _TABLE]}
    if isinstance(shape, Table):
        return {"type": "object", "additionalProperties": _form(shape.inner)}
    if isinstance(shape, Nested):
        own = {"$ref": _reference(shape.record)}
        return {"anyOf": [_SCALAR, own]} if shape.record in _SENTENCE_TOO else own
    return _FORMS.get(shape, _SCALAR)


def _reference(record: type[Record]) -> str:
    return f"#/definitions/{record.__name__}"


def _choose_category(guide: Guide) -> Schema:
    """Return the part that takes a notice's category to the fields which that may have."""
    field = next(field for field in fields_of(Notice) if field.attribute == "category")
    return {
        "type": "object",
        "properties": _properties(field, guide),
        "anyOf": [{"required": [name]} for name in field.names],
        "allOf": [_case(field, category, record) for category, record in NOTICE_CLASSES.items()],
    }


def _case(field: Field, category: Category, record: type[Notice]) -> Schema:
    words = [word for word, member in CATEGORY_WORDS.items() if member is category]
    named = [{"properties": {name: {"enum": words}}, "required": [name]} for name in field.names]
    return {"if": {"anyOf": named}, "then": {"$ref": _reference(record)}}
