"""YAML as volunteers need it: every scalar is text, and every key and value knows where it stands.

Before: the text of a file. After: a tree of `Scalar`, `Sequence` and `Mapping`, or a `Problem`.

The tree is built from PyYAML's event stream, so no resolver ever guesses a number, a boolean or a
date, and no composer recurses: nesting is counted while events arrive, and anchors, aliases, tags
and merge keys are refused where they stand. libyaml's parser is used where PyYAML has it; the
Python one gives the same events. The size is bounded before either sees a byte, and so is the
nesting that a flow of brackets could reach, for libyaml's own state grows with it.
"""

import re
from dataclasses import dataclass, field

import yaml

from generator.problems import Fact, Place
from generator.read.characters import find_refused, is_refused_code, name_character
from generator.read.invisible import Visible
from generator.read.plain_yaml import read_plain_yaml
from generator.read.yaml_nodes import Mapping, Node, Scalar, Sequence

MAX_CHARACTERS = 64_000
MAX_DEPTH = 8
_MAX_OPEN_BRACKETS = 64  # far above MAX_DEPTH, far below what hurts a parser
_MAX_INDENT = 400
_DEEP = re.compile(rf"^[ \-?]{{{_MAX_INDENT}}}", re.MULTILINE)

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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
    visible = Visible(text)
    plain = read_plain_yaml(text, path, first_line) if visible.text == text else None
    return plain or parse_events(visible, path, first_line)


def parse_events(visible: Visible, path: str, first_line: int) -> Node | None:
    """Return the tree of any text that `parse_yaml` has not refused yet."""
    builder = _Builder(visible, path, first_line)
    try:
        # PyYAML's own parser refuses a tab behind a colon, libyaml does not.
        loader = _Loader(visible.text.replace(":\t", ": "))
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = _on_a_line(visible.text, mark.line, mark.column) if mark else (0, 0)
        column = visible.column(line, column)
        place = Place(path=path, line=first_line + line, column=column + 1)
        raise YamlRefusedError("yaml-syntax", place, reason=str(error.problem or "")) from None
    return builder.root


def _on_a_line(text: str, line: int, column: int) -> tuple[int, int]:
    """Return a place in a text, or the end of its last line if nothing stands there any more."""
    written = text.rstrip().split("\n")
    return (line, column) if line < len(written) else (len(written) - 1, len(written[-1]))


def _bound(text: str, path: str, first_line: int) -> None:
    """Refuse what must not be handed to a parser: too large, too deep, control characters."""
    if len(text) > MAX_CHARACTERS:
        place = Place(path=path, line=first_line, column=1)
        raise YamlRefusedError("file-too-large", place, limit=MAX_CHARACTERS // 1000)
    refused = find_refused(text)
    if refused:
        above = text.count("\n", 0, refused.start())
        column = refused.start() - text.rfind("\n", 0, refused.start())
        place = Place(path=path, line=first_line + above, column=column)
        name = name_character(refused[0])
        raise YamlRefusedError("character-refused", place, character=name)
    if text.count("[") + text.count("{") <= _MAX_OPEN_BRACKETS and not _DEEP.search(text):
        return
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
    line: int  # of the text, from 0, as is `column`
    column: int
    is_mapping: bool
    is_flow: bool
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    lines_of_keys: dict[str, int] = field(default_factory=dict)
    repeats: list[tuple[Scalar, int]] = field(default_factory=list)
    key: Scalar | None = None

    def take_key(self, key: Scalar) -> None:
        self.key = key
        first = self.lines_of_keys.setdefault(key.text, key.place.line)
        if first != key.place.line or any(known.text == key.text for known, _ in self.entries):
            self.repeats.append((key, first))

    def take_value(self, value: Node) -> None:
        if self.key and not (self.repeats and self.repeats[-1][0] is self.key):
            self.entries.append((self.key, value))
        self.key = None

    def close(self, place: Place) -> Node:
        if self.is_mapping:
            return Mapping(tuple(self.entries), place, tuple(self.repeats))
        return Sequence(tuple(self.items), place, self.is_flow)


class _Builder:
    """Turns the event stream into a tree, one event at a time, with its own stack."""

    def __init__(self, visible: Visible, path: str, first_line: int) -> None:
        self.root: Node | None = None
        self._visible = visible
        self._lines = visible.text.split("\n")
        self._path = path
        self._first_line = first_line
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlRefusedError("yaml-two-documents", self._place(event))
        elif isinstance(event, yaml.AliasEvent):
            raise YamlRefusedError("yaml-alias", self._place(event), name=event.anchor or "")

    def _take_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        place = self._place(event)
        if event.anchor is not None:
            raise YamlRefusedError("yaml-anchor", place, name=event.anchor)
        if event.tag is not None:
            raise YamlRefusedError("yaml-tag", place, name=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_characters(event, place)
            self._add(Scalar(event.value, place, is_plain=not event.style))
            return
        if self._stack and self._stack[-1].is_mapping and self._stack[-1].key is None:
            raise YamlRefusedError("key-not-text", place)
        if len(self._stack) >= MAX_DEPTH:
            raise YamlRefusedError("yaml-too-deep", place, limit=MAX_DEPTH)
        start = event.start_mark
        assert start is not None  # noqa: S101 - as below
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        is_flow = bool(event.flow_style)
        self._stack.append(_Open(place, start.line, start.column, is_mapping, is_flow))

    def _refuse_characters(self, event: yaml.ScalarEvent, place: Place) -> None:
        """Refuse what an escape makes of text that was fine as it was written."""
        if event.style != '"':
            return
        for character in event.value:
            if character not in "\t\n\r" and is_refused_code(ord(character)):
                name = name_character(character)
                raise YamlRefusedError("character-refused", place, character=name)

    def _close(self, event: yaml.Event) -> None:
        """Finish a list or mapping: between brackets all of it is its place, else its first key."""
        done = self._stack.pop()
        place, end = done.place, event.end_mark
        assert end is not None  # noqa: S101 - as below
        line = self._line(done.line)
        if line.startswith(("[", "{"), done.column):
            last = end.column if end.line == done.line else len(line.rstrip())
            place = self._make_place(done.line, done.column, last)
        elif done.entries:
            width = done.entries[0][0].place.width
            place = Place(path=place.path, line=place.line, column=place.column, width=width)
        self._add(done.close(place))

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            assert isinstance(node, Scalar)  # noqa: S101 - other keys were refused above
            if node.text == "<<" and node.is_plain:
                raise YamlRefusedError("yaml-merge-key", node.place)
            top.take_key(node)
        else:
            top.take_value(node)

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None  # noqa: S101 - events of a text have marks, made ones may not
        assert end is not None  # noqa: S101
        last = end.column
        if end.line != start.line:  # what is meant begins here and goes on below
            last = len(self._line(start.line).rstrip())
        return self._make_place(start.line, start.column, last)

    def _make_place(self, line: int, start: int, end: int) -> Place:
        """Return the place of the columns from `start` to `end` as the file has them."""
        column = self._visible.column(line, start)
        last = self._visible.column(line, max(end, start + 1) - 1)
        return Place(
            path=self._path,
            line=self._first_line + line,
            column=column + 1,
            width=max(last + 1 - column, 1),
        )

    def _line(self, number: int) -> str:
        """Return a line; the end of a text may be the line after its last."""
        return self._lines[number] if number < len(self._lines) else ""
