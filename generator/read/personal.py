"""What in a file is personal: in its name, its fields, its tables and its body, with its place.

Everything is looked at as it will be read (YAML without quotes, Markdown as words), so that no way
of writing hides anything, and then found again in the file as it is written.
"""

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote

from generator.model.personal import Personal
from generator.model.places import Keys
from generator.model.prose import Prose
from generator.privacy import (
    Finding,
    Kind,
    find_lists,
    find_title,
    is_any_personal,
    is_list_name,
    mask,
    may_head_list,
    scan_text,
)
from generator.problems import Edit, Place
from generator.read.pipe_tables import find_pipe_tables
from generator.read.records import Draft

_NAME = re.compile("[\u4e00-\u9fff]{2,4}")
_MASKED = {Kind.RESIDENT_ID, Kind.BANK_CARD, Kind.MOBILE, Kind.PLATE}
"""Kinds of which a mask says as much as a reader needs."""
_PLAIN_MASKS = {Kind.RESIDENT_ID, Kind.MOBILE}
"""Kinds whose masks Markdown takes for what they are: four stars or more between digits."""
_ADDRESS = re.compile(r"(?:https?:|tel:|sms:|mailto:|www\.|\]\()\S*$")
"""Before what stands within the address of a link, where a mask would lead nowhere."""
_BLOCK_END = re.compile(r"</(?:td|th|p|li|h\d|pre|blockquote)>|<br\s*/?>|<hr\s*/?>")
_TAG = re.compile("<[^>]*>")
_LABEL = re.compile(r' (?:title|alt)="([^"]*)"')


class _Lines:
    """A text by lines: where a character of it stands in its file."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, start: int, end: int) -> Place:
        number = bisect_right(self._starts, start) - 1
        column = start - self._starts[number] + 1
        line = self._first_line + number
        return Place(path=self._path, line=line, column=column, width=max(end - start, 1))


def find_in_file(
    draft: Draft, name: str, text: str, prose: Prose, body_line: int
) -> Iterator[Personal]:
    """Yield what a file gives away: in its name, its fields, the tables it names and its body.

    `name` is the file's without its ending, `text` is all of it as it is written, and `prose` its
    body, which begins in the line `body_line`; in the first where there is none.
    """
    path, leaves = draft.path, _name_leaves(draft)
    body = text.split("\n", body_line - 1)[-1] if body_line > 1 else ""
    shown = _show(prose)
    is_any = is_any_personal([name, *(leaf.line for leaf in leaves), body, shown])
    if is_any:
        yield from _find_in_name(path, name)
        yield from _find_in_fields(draft, leaves, text)
    yield from _find_record_lists(draft)
    for table in sorted({place.path for place in draft.places.values()} - {path}):
        yield from find_in_table_name(table, PurePosixPath(table).stem)
    if is_any:
        yield from _find_in_body(body, shown, path, body_line)
    yield from _find_tables(body, path, body_line)


def _find_in_name(path: str, name: str) -> Iterator[Personal]:
    """Yield what the name of a file gives away; its page has nearly the same."""
    for found in scan_text(name):
        yield Personal(kind=found.kind, place=Place(path=path), value=found.value)


def find_in_table_name(path: str, name: str) -> Iterator[Personal]:
    """Yield that a table, or a picture, is called a list of people."""
    if is_list_name(name):
        yield Personal(kind=Kind.PERSONAL_LIST, place=Place(path=path), value=name)
    yield from _find_in_name(path, name)


def _find_in_body(text: str, shown: str, path: str, first_line: int) -> Iterator[Personal]:
    """Yield what a body gives away, whose first line in its file is `first_line`."""
    lines = _Lines(text, path, first_line)
    written = scan_text(text)
    for found in written:
        place = lines.place(found.start, found.end)
        edits = _mask_at(place, found, text[: found.start].rpartition("\n")[2])
        yield Personal(kind=found.kind, place=place, value=found.value, edits=edits)
    yield from _find_shown(written, shown, Place(path=path, line=first_line, column=1))


def _mask_at(place: Place, found: Finding, before: str) -> tuple[Edit, ...]:
    """Return what masks a finding, unless somebody has to decide how."""
    named = found.kind is Kind.SENSITIVE_PERSON and _NAME.fullmatch(found.value)
    certain = found.kind in _MASKED or (named and not find_title(found.value))
    if not certain or _ADDRESS.search(before):
        return ()
    text = mask(found)
    if found.kind not in _PLAIN_MASKS:
        text = text.replace("*", "\\*")  # two of them would be emphasis
    return (Edit(line=place.line, column=place.column, length=place.width, text=text),)


def _show(prose: Prose) -> str:
    """Return all words of a rendered body, and where it leads."""
    markup = "".join(prose.pieces)
    shown = _TAG.sub("", _BLOCK_END.sub("\n", markup))
    labels = _LABEL.findall(markup)
    words = [words for target in prose.targets for words in (target.words, unquote(target.path))]
    return html.unescape("\n".join([shown, *labels, *words]))


def _find_shown(written: Sequence[Finding], shown: str, place: Place) -> Iterator[Personal]:
    """Yield what only the rendered body gives away: 138**0013**8000, &#49;38 0013 8000."""
    known = Counter((found.kind, found.value) for found in written)
    for found in scan_text(shown):
        if not known[found.kind, found.value]:
            known[found.kind, found.value] += 1
            yield Personal(kind=found.kind, place=place, value=found.value)


def _find_tables(text: str, path: str, first_line: int) -> Iterator[Personal]:
    """Yield the tables of a body that list people."""
    for table in find_pipe_tables(text, lambda head: may_head_list([head])):
        column = find_lists([[cell.text for cell in row] for row in table])
        if column is None:
            continue
        head = table[0][column]
        place = Place(path=path, line=first_line + head.line, column=head.column + 1,
                      width=max(len(head.text), 1))  # fmt: skip
        names = (row[column] for row in table[1:] if column < len(row))
        edits = tuple(
            Edit(line=first_line + name.line, column=name.column + 1, length=len(name.text),
                 text=mask(Finding(0, 0, Kind.PERSONAL_LIST, name.text)))
            for name in names
            if _NAME.fullmatch(name.text)
        )  # fmt: skip
        yield Personal(kind=Kind.PERSONAL_LIST, place=place, value=head.text, edits=edits)


class _Leaf(NamedTuple):
    """A text of a draft, where it stands, and what the file calls it."""

    keys: Keys
    name: str
    value: str

    @property
    def line(self) -> str:
        """The text behind its name, which says what a number is (银行卡号)."""
        return f"{self.name}：{self.value}\n"


def _name_leaves(draft: Draft) -> list[_Leaf]:
    """Return every text of a draft."""
    return [
        _Leaf(keys, draft.spellings.get(keys, "") or _last_name(keys), value)
        for keys, value in _walk(draft.values, ())
    ]


def _find_in_fields(draft: Draft, leaves: Sequence[_Leaf], text: str) -> Iterator[Personal]:
    """Yield what the fields of a file give away; `text` is the whole file's."""
    starts = [0, *accumulate(len(leaf.line) for leaf in leaves)]
    whole, lines = "".join(leaf.line for leaf in leaves), text.split("\n")
    for found in scan_text(whole):
        number = bisect_right(starts, found.start) - 1
        keys, name, value = leaves[number]
        start = found.start - starts[number] - len(name) - 1
        end = found.end - starts[number] - len(name) - 1
        place = _find_place(draft, keys)
        if 0 <= start < end <= len(value):
            place = _narrow(place, value, (start, end), lines)
        yield Personal(kind=found.kind, place=place, value=found.value, keys=keys)


def _last_name(keys: Keys) -> str:
    """Return the name that a value has: for one of a list, that of the list."""
    return next((str(key) for key in reversed(keys) if isinstance(key, str)), "")


def _walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Yield every text of a draft with where it stands."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, (*keys, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, (*keys, number))


def _find_place(draft: Draft, keys: Keys) -> Place:
    for length in range(len(keys), -1, -1):
        if keys[:length] in draft.places:
            return draft.places[keys[:length]]
    return Place(path=draft.path)


def _narrow(place: Place, value: str, span: tuple[int, int], lines: Sequence[str]) -> Place:
    """Return where a part of a value stands in its file, which may be some lines below."""
    start, end = span
    if place.cells:
        return place.narrow(start, end - start)
    written = value[start:end]
    last = place.line + 2 * value.count("\n") + len(value) // 20 + 2
    column = max(place.column - 1, 0)
    for number in range(place.line, min(last, len(lines)) + 1):
        at = lines[number - 1].find(written, column) if number else -1
        if at >= 0:
            return Place(path=place.path, line=number, column=at + 1, width=end - start)
        column = 0
    return place


def _find_record_lists(draft: Draft) -> Iterator[Personal]:
    """Yield the lists, or tables named in their place, whose rows name people."""
    for keys, rows in _walk_lists(draft.values, ()):
        columns = list(dict.fromkeys(key for row in rows for key in row))
        heads = [draft.spellings.get((*keys, 0, key), str(key)) for key in columns]
        if not may_head_list(heads):
            continue
        cells = [[_to_text(row.get(key)) for key in columns] for row in rows]
        column = find_lists([heads, *cells])
        if column is not None:
            place = _find_place(draft, (*keys, 0))
            # The row has a name in it, which no report must show.
            line = Place(path=place.path, line=place.line)
            yield Personal(kind=Kind.PERSONAL_LIST, place=line, value=heads[column], keys=keys)


def _walk_lists(value: Any, keys: Keys) -> Iterator[tuple[Keys, list[dict[str, Any]]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk_lists(inner, (*keys, key))
    elif isinstance(value, list):
        rows = [row for row in value if isinstance(row, dict)]
        if rows:
            yield keys, rows
        for number, inner in enumerate(value):
            yield from _walk_lists(inner, (*keys, number))


def _to_text(value: Any) -> str:
    return value if isinstance(value, str) else ""
