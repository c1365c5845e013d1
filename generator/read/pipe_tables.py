"""Tables of Markdown as they are written, cell by cell (GitHub Flavored Markdown, 4.10).

The parser of bodies tells a table's lines and no columns, and an edit needs both.
"""

import re
from collections.abc import Callable, Iterator

from generator.frozen import Frozen

_RULE = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_HEAD = re.compile(r"[ \t>]*\|?")


class PipeCell(Frozen):
    """A cell's text without the blanks around it; its line and column count from 0."""

    text: str
    line: int
    column: int


def find_pipe_tables(text: str, is_wanted: Callable[[str], bool]) -> Iterator[list[list[PipeCell]]]:
    """Yield the tables of a body the lines of whose heads are wanted, as rows of cells."""
    if "|" not in text:
        return
    lines = text.split("\n")
    number = 1
    while number < len(lines):
        if not ("|" in lines[number - 1] and "-" in lines[number] and is_rule(lines[number])):
            number += 1
            continue
        head, first = number - 1, number + 1
        number = first
        while number < len(lines) and "|" in lines[number]:
            number += 1
        if is_wanted(lines[head]):
            yield [_split(lines[row], row) for row in (head, *range(first, number))]


def is_rule(line: str) -> bool:
    """Whether a line is what stands between a table's head and its rows."""
    return bool(_RULE.fullmatch(line))


def _split(line: str, number: int) -> list[PipeCell]:
    head = _HEAD.match(line)
    start = head.end() if head else 0
    cells = []
    for bar in [*_BAR.finditer(line, start), None]:
        end = bar.start() if bar else len(line)
        written = line[start:end]
        text = written.strip()
        if text or bar:
            cells.append(PipeCell(text, number, start + len(written) - len(written.lstrip())))
        start = end + 1
    return cells
