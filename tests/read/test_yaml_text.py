"""The YAML loader: text only, with places, bounded."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Place
from generator.read import yaml_text
from generator.read.yaml_nodes import Mapping, Node, Scalar, Sequence
from generator.read.yaml_text import MAX_CHARACTERS, MAX_DEPTH, YamlRefusedError, parse_yaml


@pytest.fixture(params=["C", "Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers give the same result."""
    if request.param == "Python":
        monkeypatch.setattr(yaml_text, "_Loader", yaml.BaseLoader)
    else:
        assert hasattr(yaml, "CBaseLoader"), "this PyYAML has no libyaml"


def plain(node: Node | None) -> Any:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else node.text


def refusal(text: str) -> YamlRefusedError:
    with pytest.raises(YamlRefusedError) as caught:
        parse_yaml(text, "a.yaml")
    return caught.value


@pytest.mark.parametrize(
    "text",
    ["14:00", "010", "no", "1.10", "0123", "yes", "null", "~", "2026-03-05", "1e3", "0x1F", ".inf",
     "true", "1_000", "190:20:30", "=", "12:30:45.6"],
)  # fmt: skip
def test_scalars_stay_text(text: str) -> None:
    assert plain(parse_yaml(f"时间: {text}", "a.yaml")) == {"时间": text}


def test_places_of_keys_and_values() -> None:
    root = parse_yaml("标题: 灯会\n服务:\n  - {名称: 理发, 时间: '9点'}\n", "a.yaml", first_line=2)
    assert isinstance(root, Mapping)
    (title, value), (_, services) = root.entries
    assert title.place == Place(path="a.yaml", line=2, column=1, width=2)
    assert value.place == Place(path="a.yaml", line=2, column=5, width=2)
    assert isinstance(services, Sequence)
    (entry,) = services.items
    assert isinstance(entry, Mapping)
    key, when = entry.entries[1]
    assert (key.place.line, key.place.column) == (4, 14)
    assert when.place == Place(path="a.yaml", line=4, column=18, width=4)
    assert isinstance(when, Scalar)
    assert not when.is_plain


def test_nothing() -> None:
    assert parse_yaml("# 只有注释\n", "a.yaml") is None


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1\n", "yaml-anchor", 1, 4),
        ("a: *x\n", "yaml-alias", 1, 4),
        ("a: !!int 1\n", "yaml-tag", 1, 4),
        ("a: !x 1\n", "yaml-tag", 1, 4),
        ("a: ! 1\n", "yaml-tag", 1, 4),
        ("a:\n  <<: {b: 1}\n", "yaml-merge-key", 2, 3),
        ("? [a]\n: 1\n", "key-not-text", 1, 3),
        ("a: 1\n---\nb: 2\n", "yaml-two-documents", 2, 1),
        ("a: [1\n", "yaml-syntax", 1, 6),
        ("a: @x\n", "yaml-syntax", 1, 4),
        ("甲: 乙\n丙: 丁\x01\n", "character-refused", 2, 5),
    ],
)
def test_refusals_with_their_places(text: str, code: str, line: int, column: int) -> None:
    error = refusal(text)
    assert error.code == code
    assert (error.place.line, error.place.column) == (line, column)


def test_quoted_merge_key_is_a_key() -> None:
    assert plain(parse_yaml("'<<': a", "a.yaml")) == {"<<": "a"}


def test_of_keys_that_are_there_twice_the_first_counts() -> None:
    root = parse_yaml("a: 1\nb:\n  a: 1\n  c: 2\n  a: 3\n  a: 4\na: {d: [5]}\n", "a.yaml")
    assert plain(root) == {"a": "1", "b": {"a": "1", "c": "2"}}
    assert isinstance(root, Mapping)
    inner = root.get("b")
    assert isinstance(inner, Mapping)
    assert [(key.text, key.place.line, line) for key, line in root.repeats] == [("a", 7, 1)]
    assert [(key.place.line, line) for key, line in inner.repeats] == [(5, 3), (6, 3)]


@pytest.mark.parametrize(
    ("text", "column", "width"),
    [
        ("a: [b, c] # d", 4, 6),
        ("a: {b: c}", 4, 6),
        ("a: [b,\n  c]", 4, 3),
        ("a:\n  bc: d\n  e: f", 3, 2),
        ("a: bcd  # e", 4, 3),
        ("a: bcd\n  efg", 4, 3),
        ("a: 'b c'", 4, 5),
        ("a: \u200bb\u200bc", 5, 3),
    ],
)
def test_a_place_is_all_that_is_meant(text: str, column: int, width: int) -> None:
    root = parse_yaml(text, "a.yaml")
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert value is not None
    assert (value.place.column, value.place.width) == (column, width)


def test_depth() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse_yaml(deepest, "a.yaml") is not None
    assert refusal(f"[{deepest}]").code == "yaml-too-deep"


def test_size() -> None:
    assert refusal("a" * (MAX_CHARACTERS + 1)).code == "file-too-large"
    assert parse_yaml("a" * MAX_CHARACTERS, "a.yaml") is not None


values = st.recursive(
    st.text(alphabet="甲乙丙a1: -#'\"\n", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet="键k", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(values)
def test_what_yaml_wrote_is_read_as_text(value: object) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    assert plain(parse_yaml(text, "a.yaml")) == value


@given(st.text(max_size=300))
def test_nothing_but_the_declared_refusal(text: str) -> None:
    try:
        parse_yaml(text, "a.yaml")
    except YamlRefusedError as error:
        assert error.place.line >= 1
