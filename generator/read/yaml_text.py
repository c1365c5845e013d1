"""YAML as volunteers need it: every scalar is text, and every key and value knows where it stands.

Before: the text of a file. After: a tree of `Scalar`, `Sequence` and `Mapping`, or a `Problem`.

The tree is built from PyYAML's event stream, so no resolver ever guesses a number, a boolean or a
date, and no composer recurses: nesting is counted while events arrive, and anchors, aliases, tags
and merge keys are refused where they stand. libyaml's parser is used where PyYAML has it; the
Python one gives the same events. The size is bounded before either sees a byte, and so is the
nesting that a flow of brackets could reach, for libyaml's own state grows with it.
"""

from dataclasses import dataclass

import yaml

from generator.problems import Fact, Place

MAX_CHARACTERS = 64_000
MAX_DEPTH = 8
_MAX_OPEN_BRACKETS = 64  # far above MAX_DEPTH, far below what hurts a parser
_MAX_INDENT = 400

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as text. `is_plain` is false for quoted and block text."""

    text: str
    place: Place
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the file's order; no key twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def get(self, *names: str) -> "Node | None":
        """Return the value of the first key that is one of `names`."""
        return next((value for key, value in self.entries if key.text in names), None)


Node = Scalar | Sequence | Mapping


class YamlRefusedError(Exception):
    """The text is not the YAML that Linli reads: a code, a place, and facts for the message."""

    def __init__(self, code: str, place: Place, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.place = place
        self.facts = facts


def parse_yaml(text: str, path: str, first_line: int = 1) -> Node | None:
    """Return the tree of one YAML document; None if there is nothing in it.

    `first_line` is the number of the text's first line in its file, for front matter.
    Raises `YamlRefusedError`.
    """
    _bound(text, path, first_line)
    builder = _Builder(path, first_line)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        place = Place(path=path, line=first_line + line, column=column + 1)
        raise YamlRefusedError("yaml-syntax", place, reason=str(error.problem or "")) from None
    return builder.root


def _bound(text: str, path: str, first_line: int) -> None:
    """Refuse what must not be handed to a parser: too large, too deep, control characters."""
    if len(text) > MAX_CHARACTERS:
        place = Place(path=path, line=first_line, column=1)
        raise YamlRefusedError("file-too-large", place, limit=MAX_CHARACTERS)
    refused = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if refused:
        above = text.count("\n", 0, refused.start())
        column = refused.start() - text.rfind("\n", 0, refused.start())
        place = Place(path=path, line=first_line + above, column=column)
        code_point = f"U+{ord(refused.group()):04X}"
        raise YamlRefusedError("character-refused", place, character=code_point)
    open_brackets = 0
    for number, line in enumerate(text.split("\n")):
        open_brackets += sum(map(line.count, "[{")) - sum(map(line.count, "]}"))
        open_brackets = max(open_brackets, 0)
        indent = len(line) - len(line.lstrip(" -?"))
        if open_brackets > _MAX_OPEN_BRACKETS or indent > _MAX_INDENT:
            place = Place(path=path, line=first_line + number, column=1)
            raise YamlRefusedError("yaml-too-deep", place, limit=MAX_DEPTH)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; `key` is the key that waits for its value."""

    place: Place
    is_mapping: bool
    items: list[Node]
    entries: list[tuple[Scalar, Node]]
    lines_of_keys: dict[str, int]
    key: Scalar | None = None

    def close(self) -> Node:
        if self.is_mapping:
            return Mapping(tuple(self.entries), self.place)
        return Sequence(tuple(self.items), self.place)


class _Builder:
    """Turns the event stream into a tree, one event at a time, with its own stack."""

    def __init__(self, path: str, first_line: int) -> None:
        self.root: Node | None = None
        self._path = path
        self._first_line = first_line
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        place = self._place(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlRefusedError("yaml-two-documents", place)
        elif isinstance(event, yaml.AliasEvent):
            raise YamlRefusedError("yaml-alias", place, name=event.anchor or "")
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._take_node(event, place)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._stack.pop().close())

    def _take_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        if event.anchor is not None:
            raise YamlRefusedError("yaml-anchor", place, name=event.anchor)
        if event.tag is not None:
            raise YamlRefusedError("yaml-tag", place, name=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            self._add(Scalar(event.value, place, is_plain=not event.style))
            return
        if self._stack and self._stack[-1].is_mapping and self._stack[-1].key is None:
            raise YamlRefusedError("key-not-text", place)
        if len(self._stack) >= MAX_DEPTH:
            raise YamlRefusedError("yaml-too-deep", place, limit=MAX_DEPTH)
        self._stack.append(_Open(place, isinstance(event, yaml.MappingStartEvent), [], [], {}))

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            assert isinstance(node, Scalar)  # noqa: S101 - other keys were refused above
            self._check_key(node, top)
            top.key = node
        else:
            top.entries.append((top.key, node))
            top.key = None

    def _check_key(self, key: Scalar, mapping: _Open) -> None:
        if key.text == "<<" and key.is_plain:
            raise YamlRefusedError("yaml-merge-key", key.place)
        if key.text in mapping.lines_of_keys:
            line = mapping.lines_of_keys[key.text]
            raise YamlRefusedError("key-twice", key.place, name=key.text, line=line)
        mapping.lines_of_keys[key.text] = key.place.line

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None  # noqa: S101 - events of a text have marks, made ones may not
        assert end is not None  # noqa: S101
        width = end.column - start.column if end.line == start.line else 1
        return Place(
            path=self._path,
            line=self._first_line + start.line,
            column=start.column + 1,
            width=max(width, 1),
        )
