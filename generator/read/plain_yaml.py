"""The everyday part of YAML, read without a parser.

Most files have a dozen lines of a name and a value, or of a hyphen and a value: plain words, words
in quotation marks, or a flat list or mapping between brackets. A parser that is ready for all there
is needs three times as long for them. What is read here comes out exactly as `yaml_text` has it,
which the tests hold for every file they know and for what becomes of it at random.

The rule is to give up early: where a line could mean anything else, the parser reads all of it.
"""

import re
from dataclasses import dataclass

from generator.problems import Place
from generator.read.yaml_nodes import Mapping, Node, Scalar, Sequence

_NAME = r"[^\W_][\w-]{0,50}"
_QUOTED = r"""(?P<quoted>"[^"\\]*"|'[^']*')"""
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
"""How words begin that are nothing else."""
_KEY = re.compile(rf"(?P<name>{_NAME}):(?: +|$)")
_VALUE = re.compile(rf"(?:{_QUOTED} *|(?P<plain>{_FIRST}(?:[^:#]|:(?! |$)|(?<! )#)*))$")
_HYPHEN = re.compile("- +")
_INNER = rf" *(?:{_QUOTED} *|(?P<plain>{_FIRST}(?:[^:#?,\[\]{{}}]|:(?=[0-9]))*))"
_ITEM = re.compile(rf"{_INNER}(?P<end>[,\]])")
_PAIR = re.compile(rf" *(?P<name>{_NAME}): {_INNER}(?P<end>[,}}])")
_DEEPEST = 4


class _UnsureError(Exception):
    """Something may mean what only the parser knows."""


def read_plain_yaml(text: str, path: str, first_line: int) -> Node | None:
    """Return the tree of a text, or None if a parser should read it.

    `text` has nothing that `yaml_text` refuses, and no character that nobody sees.
    """
    if "\t" in text or "\r" in text:
        return None
    lines = [
        _Line(number, len(line) - len(line.lstrip(" ")), line)
        for number, line in enumerate(text.split("\n"), first_line)
        if line.strip(" ") and not line.lstrip(" ").startswith("#")
    ]
    try:
        return _Reader(lines, path).read()
    except _UnsureError:
        return None


@dataclass(slots=True)
class _Line:
    """A line of the file, and the column, from 0, at which what is still to be read begins."""

    number: int
    start: int
    text: str


class _Reader:
    """Goes through the lines once, from block to block."""

    def __init__(self, lines: list[_Line], path: str) -> None:
        self._lines = lines
        self._at = 0
        self._path = path

    def read(self) -> Node:
        """Return the tree. Raises `_UnsureError`."""
        if not self._lines:
            raise _UnsureError
        root = self._read_block(1)
        if self._at < len(self._lines):
            raise _UnsureError
        return root

    def _read_block(self, depth: int) -> Node:
        """Return what begins at the line at hand: a list, or a mapping."""
        line = self._lines[self._at]
        if depth > _DEEPEST:
            raise _UnsureError
        if _HYPHEN.match(line.text, line.start):
            return self._read_list(line, depth)
        return self._read_mapping(line, depth)

    def _read_list(self, first: _Line, depth: int) -> Sequence:
        column = first.start
        items: list[Node] = []
        while (line := self._line_at(column)) and (mark := _HYPHEN.match(line.text, column)):
            line.start = mark.end()
            if _KEY.match(line.text, line.start):
                items.append(self._read_mapping(line, depth + 1))
            else:
                items.append(self._read_value(line))
        return Sequence(tuple(items), self._place(first, column, column + 1))

    def _read_mapping(self, first: _Line, depth: int) -> Mapping:
        column = first.start
        entries: dict[str, tuple[Scalar, Node]] = {}
        while (line := self._line_at(column)) and (match := _KEY.match(line.text, column)):
            name = match["name"]
            if name in entries:
                raise _UnsureError
            line.start = match.end()
            has_value = line.start < len(line.text)
            value = self._read_value(line) if has_value else self._read_below(column, depth)
            entries[name] = (self._scalar(line, column, name), value)
        if not entries:
            raise _UnsureError
        width = len(next(iter(entries)))
        return Mapping(tuple(entries.values()), self._place(first, column, column + width))

    def _line_at(self, column: int) -> _Line | None:
        """Return the line at hand if what is to be read begins in a column."""
        line = self._lines[self._at] if self._at < len(self._lines) else None
        return line if line and line.start == column else None

    def _read_below(self, column: int, depth: int) -> Node:
        """Return what stands below a key in a column, where a list need not be further right."""
        self._at += 1
        below = self._lines[self._at] if self._at < len(self._lines) else None
        if below is None or below.start < column:
            raise _UnsureError
        if below.start == column and not _HYPHEN.match(below.text, column):
            raise _UnsureError
        return self._read_block(depth + 1)

    def _read_value(self, line: _Line) -> Node:
        """Return the rest of a line; where it goes on below, no block wants the next line."""
        self._at += 1
        text, start = line.text, line.start
        if text.startswith("[", start):
            return self._read_flow_list(line)
        if text.startswith("{", start):
            return self._read_flow_mapping(line)
        match = _VALUE.match(text, start)
        if match is None:
            raise _UnsureError
        return self._take(line, match)

    def _read_flow_list(self, line: _Line) -> Sequence:
        items, end, sign = [], line.start + 1, ","
        while sign == ",":
            match = _ITEM.match(line.text, end)
            if match is None:
                raise _UnsureError
            items.append(self._take(line, match))
            end, sign = match.end(), match["end"]
        return Sequence(tuple(items), self._flow_place(line, end), is_flow=True)

    def _read_flow_mapping(self, line: _Line) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        end, sign = line.start + 1, ","
        while sign == ",":
            match = _PAIR.match(line.text, end)
            if match is None or match["name"] in entries:
                raise _UnsureError
            name = match["name"]
            entries[name] = (self._scalar(line, match.start("name"), name), self._take(line, match))
            end, sign = match.end(), match["end"]
        return Mapping(tuple(entries.values()), self._flow_place(line, end))

    def _take(self, line: _Line, match: re.Match[str]) -> Scalar:
        """Return the words of a match, which may be quoted."""
        words = match["plain"]
        if words is not None:
            return self._scalar(line, match.start("plain"), words.rstrip(" "))
        start, end = match.span("quoted")
        return Scalar(match["quoted"][1:-1], self._place(line, start, end), is_plain=False)

    def _scalar(self, line: _Line, start: int, words: str) -> Scalar:
        return Scalar(words, self._place(line, start, start + len(words)))

    def _flow_place(self, line: _Line, end: int) -> Place:
        """Return the place of what stands between brackets, if the line ends behind it."""
        if line.text[end:].strip(" "):
            raise _UnsureError
        return self._place(line, line.start, end)

    def _place(self, line: _Line, start: int, end: int) -> Place:
        return Place(path=self._path, line=line.number, column=start + 1, width=end - start)
