"""Schemas for editors, held against all sample content by a validator that knows nothing of us."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.create.guide import Guide
from generator.create.kinds import KINDS
from generator.create.renewal import compare_schemas, renew_schemas
from generator.create.schema import RECORDS, SEAL, make_schemas
from generator.create.shapes import Many, Nested, Table, Value, fields_of
from generator.model.notice import NOTICE_CLASSES
from generator.model.record import Record
from generator.read.content_files import find_files
from generator.read.layout import Role, classify
from generator.read.yaml_nodes import Mapping, Node, Scalar
from generator.read.yaml_text import parse_yaml
from tests.create.new_sites import TODAY, make
from tests.sites_for_tests import SAMPLE, SMALL

_NAMES = {
    Role.SITE: "site",
    Role.CALENDAR: "calendar",
    Role.COMMITTEE: "committee",
    Role.STREET_REVIEW: "street-review",
}
_FOLDERS = {getattr(record, "folder", ""): name for name, record in RECORDS.items()}


@cache
def validator(name: str) -> Draft7Validator:
    schema = json.loads(make_schemas(Guide(TODAY))[name])
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def plain(node: Node | None) -> Any:
    """A tree of the project's own parser as plain values."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Scalar):
        return node.text
    return [plain(item) for item in node.items] if node else None


def read_fields(text: str, suffix: str) -> Any:
    matter = text.split("---\n", 2)[1] if suffix == ".md" else text
    return plain(parse_yaml(matter, "file"))


def contents(site: Path) -> Iterator[tuple[str, str, Any]]:
    """Path, schema and fields of each file of a site."""
    for file in find_files(site / "content").files:
        position = classify(file.path)
        name = _NAMES.get(position.role) or _FOLDERS.get(position.kind or "-")
        if name:
            fields = read_fields(file.location.read_text("utf-8"), file.suffix)
            yield str(file.path), name, fields


SAMPLES = [*contents(SAMPLE), *contents(SMALL)]


def errors(name: str, fields: Any) -> list[str]:
    return [error.message for error in validator(name).iter_errors(fields)]


@pytest.mark.parametrize(("path", "name", "fields"), SAMPLES, ids=[s[0] for s in SAMPLES])
def test_all_sample_content_is_valid(path: str, name: str, fields: Any) -> None:
    assert errors(name, fields) == [], path


def test_every_schema_has_been_held_against_content() -> None:
    assert {name for _, name, _ in SAMPLES} == set(RECORDS)


def test_a_new_site_is_valid_and_names_its_schemas(tmp_path: Path) -> None:
    site = make(tmp_path / "site")
    for path, name, fields in contents(site):
        assert errors(name, fields) == [], path
        place = site / "content" / path
        lines = place.read_text("utf-8").splitlines()
        comment = lines[1] if place.suffix == ".md" else lines[0]
        mark, _, address = comment.partition("$schema=")
        assert mark == "# yaml-language-server: "
        assert (place.parent / address).resolve() == site / "schemas" / f"{name}.json"
        schema = json.loads((place.parent / address).read_text("utf-8"))
        assert schema.pop(SEAL)
        assert schema == validator(name).schema


# What is refused ------------------------------------------------------------------------------

EXAMPLES = {
    name: next(fields for _, schema, fields in SAMPLES if schema == name) for name in RECORDS
}
GOOD_NOTICES = [fields for _, name, fields in SAMPLES if name == "notice"]
WRONG: dict[Value, tuple[Any, ...]] = {
    Value.COUNT: ("三十", "-1", -1, ["30"]),
    Value.YEAR: ("26", "1900", 3000),
    Value.IDENT: ("建二", "Jian_Er", "-a", "a" * 41),
    Value.PHONE: ("请打总机", "12", "021/123"),
    Value.URL: ("board.example", "ftp://board.example/"),
    Value.PANEL: ("A5x4", "四张"),
    Value.SCOPE: ({"小区": "甲"}, []),
}
ANY_TEXT = ({"一": "二"}, ["一"])


def wrong_values(shape: Any) -> tuple[Any, ...]:
    """Values of the wrong shape or form for a field."""
    if isinstance(shape, Many):
        return ("一句话", {"一": "二"})
    if isinstance(shape, Table):
        return ("一句话", ["一"])
    if isinstance(shape, Nested):
        return (["一"], {"没有这一项": "一"})
    return WRONG.get(shape, ANY_TEXT) if isinstance(shape, Value) else ("没有这个词", ["一"])


def broken(fields: dict[str, Any], record: type[Record]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A file's fields with one thing wrong each time."""
    yield "unknown", fields | {"没有这一项": "一"}
    for field in fields_of(record):
        others = {key: value for key, value in fields.items() if key not in field.names}
        if field.required:
            yield f"without {field.chinese}", others
            yield f"{field.chinese} blank", others | {field.chinese: None}
        for value in wrong_values(field.shape):
            for name in field.names:
                yield f"{name}: {value}", others | {name: value}


@pytest.mark.parametrize("name", [name for name in RECORDS if name != "notice"])
def test_each_broken_field_is_refused(name: str) -> None:
    assert errors(name, EXAMPLES[name]) == []
    for what, fields in broken(EXAMPLES[name], RECORDS[name]):
        assert errors(name, fields), what


@pytest.mark.parametrize("fields", GOOD_NOTICES, ids=[n["类别"] for n in GOOD_NOTICES])
def test_each_broken_field_of_a_notice_is_refused(fields: dict[str, Any]) -> None:
    kind = next(kind for kind in KINDS if fields["类别"] in kind.words)
    for what, wrong in broken(fields, kind.record):
        assert errors("notice", wrong), what


def test_a_category_decides_which_fields_there_may_be() -> None:
    notice = {"类别": "通知", "标题": "甲", "发布": "2026-03-02"}
    assert errors("notice", notice) == []
    assert errors("notice", notice | {"类别": "停水停电"})
    assert errors("notice", notice | {"公示期": "2026-03-02至2026-03-09"})
    english = {"category": "notice", "title": "A", "published": "2026-03-02"}
    assert errors("notice", english) == []
    assert errors("notice", english | {"category": "outage"})
    for text in errors("notice", {"标题": "甲"}):
        assert "required" in text or "is not valid" in text


def nested_records(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for field in fields_of(record):
        inner = field.shape.inner if isinstance(field.shape, Many | Table) else field.shape
        if isinstance(inner, Nested):
            yield from nested_records(inner.record)


def definitions() -> Iterator[tuple[str, type[Record]]]:
    for name, record in RECORDS.items():
        records = [*NOTICE_CLASSES.values()] if name == "notice" else [record]
        for each in records:
            yield from ((name, inner) for inner in nested_records(each))


ALL = sorted(set(definitions()), key=str)


@pytest.mark.parametrize(("name", "record"), ALL, ids=[f"{n}-{r.__name__}" for n, r in ALL])
def test_every_name_of_every_field_is_there_with_a_description(
    name: str, record: type[Record]
) -> None:
    schema: Any = validator(name).schema
    definition = schema["definitions"][record.__name__]
    assert definition["additionalProperties"] is False
    for field in fields_of(record):
        for accepted in field.names:
            described = definition["properties"][accepted]
            assert described["description"] == Guide(TODAY).explain(field)
            assert described.get("doNotSuggest", False) is (accepted != field.chinese)


@pytest.mark.parametrize("shift", [lambda text: text, lambda text: f" {text} "])
def test_nothing_that_is_read_is_refused_for_its_form(shift: Callable[[str], str]) -> None:
    """Spellings that the reader takes: full-width, with other marks, and as an editor's numbers."""
    good: dict[Value, tuple[Any, ...]] = {
        Value.COUNT: ("30", "３０", 30),
        Value.YEAR: ("2026", "２０２６", 2026),
        Value.PHONE: ("021-0123 4501", "０２１－０１２３", "+86 21 0123", 12345),
        Value.PANEL: ("A4x6", "a3 × 4", "A4", "Ａ４×６"),
        Value.URL: ("https://board.example", "http://a.example:8000/b/"),
        Value.IDENT: ("jian-er", "a1"),
    }
    for _, record in ALL:
        for field in fields_of(record):
            if not isinstance(field.shape, Value):
                continue
            for value in good.get(field.shape, ()):
                typed = shift(value) if isinstance(value, str) else value
                form = Draft7Validator(form_of(record.__name__, field.chinese))
                assert form.is_valid(typed), (field.chinese, typed)


def form_of(record: str, name: str) -> Any:
    schema: Any = next(validator(schema).schema for schema, r in ALL if r.__name__ == record)
    return schema["definitions"][record]["properties"][name]


# An upgrade -----------------------------------------------------------------------------------


def state(site: Path) -> tuple[list[str], list[str]]:
    found = compare_schemas(site, Guide(TODAY))
    return [file.path.stem for file in found.old], [path.stem for path in found.changed]


def test_a_new_site_has_the_schemas_of_this_version(tmp_path: Path) -> None:
    assert state(make(tmp_path / "site")) == ([], [])


def test_old_schemas_are_renewed_and_changed_ones_left_alone(tmp_path: Path) -> None:
    site, guide = make(tmp_path / "site"), Guide(TODAY)
    event, notice, issue = (site / f"schemas/{name}.json" for name in ("event", "notice", "issue"))
    wanted = event.read_bytes()
    earlier = make(tmp_path / "earlier", date(2025, 1, 2))
    (earlier / "schemas/service.json").replace(event)  # as another version has made it
    notice.write_bytes(notice.read_bytes().replace(b"additionalProperties", b"more", 1))
    mine = notice.read_bytes()
    issue.unlink()
    assert state(site) == (["event", "issue"], ["notice"])
    renew_schemas(site, guide)
    assert state(site) == ([], ["notice"])
    assert event.read_bytes() == wanted
    assert notice.read_bytes() == mine
    assert [path.name for path in (site / "schemas").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("text", ["", "no JSON", "[]", "{}", "\ufeff"])
def test_a_schema_that_is_not_ours_is_left_alone(text: str, tmp_path: Path) -> None:
    site = make(tmp_path / "site")
    (site / "schemas/event.json").write_text(text, "utf-8")
    assert state(site) == ([], ["event"])


def test_other_line_ends_are_no_change_by_hand(tmp_path: Path) -> None:
    site = make(tmp_path / "site")
    place = site / "schemas/event.json"
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))
    assert state(site) == (["event"], [])


def test_a_site_without_schemas_gets_none(tmp_path: Path) -> None:
    assert renew_schemas(tmp_path, Guide(TODAY)).old == ()
    assert list(tmp_path.iterdir()) == []
