"""The everyday part of Markdown, read without a parser.

Most notices are headings, paragraphs, flat lists and tables of plain words, with a link or a bold
phrase here and there. A parser that is ready for everything needs twenty times as long for them as
for finding out that there is nothing else. What is read here comes out exactly as `commonmark` has
it, which the tests hold for every document they know and for what becomes of it at random.

The rule is to give up early: a sign in a place where it could mean more than one thing sends the
whole body to the parser, for a definition at the end can change a word at the beginning.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple
from urllib.parse import quote

from generator.model.prose import Prose, Target
from generator.read.body_links import is_safe_link, resolve_link, resolve_picture
from generator.read.chinese_text import touches
from generator.read.remarks import Remarks

_UNUSUAL = re.compile(r"[`<&\\\t\r]")
"""Code, HTML, entities, escapes and tabs."""
_WORDS = r"(?:[^ #>*+=~|:0-9-]|\*[^ ]|[0-9]+(?![0-9]|[.)](?: |$)))"
"""How a line begins that starts, or goes on with, a paragraph, and is nothing else anywhere."""
_PARAGRAPH = re.compile(_WORDS)
_HEADING = re.compile(r"(?P<signs>#{1,6}) {1,4}(?P<words>[^# ](?:.*[^#])?)")
_POINT = re.compile(rf"(?P<head>[-+*]|[0-9]{{1,9}}[.)]) {{1,4}}(?P<words>{_WORDS}.*)")
_RULE = re.compile(r"(?:\| *:?-+:? *)+\|?")
_ALIGNED = {(True, True): "center", (True, False): "left", (False, True): "right"}

_SIGN = re.compile(r"[*_\[\]]")
_EDGE = "(?:[^\\W_]|[\u3001-\u3011\uff01-\uff5e“”‘’—…·])"
"""A letter, a digit or Chinese punctuation: beside it, stars emphasise whatever is outside."""
_EMPHASIS = rf"{_EDGE}(?:[^*_\[\]]*{_EDGE})?"
_WEB = r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3}(?:[/?#][A-Za-z0-9/?#=._-]*)?"
_FILE = r"(?:\.{1,2}/)*[\w-][\w./-]*(?:#[A-Za-z0-9_-]+)?"
_MARKUP = re.compile(
    rf"\*\*(?P<strong>{_EMPHASIS})\*\*(?!\*)"
    rf"|\*(?P<em>{_EMPHASIS})\*(?!\*)"
    r"|(?<=[0-9])(?P<mask>\*{4,})(?=[0-9])"
    rf"|(?P<picture>!?)\[(?P<label>[^*_\[\]]+)\]\((?P<address>{_WEB}|{_FILE})\)"
)
_HOLE = "\uf8ff"  # private use: a body that has its own is refused


class _UnsureError(Exception):
    """Something may mean what only the parser knows."""


def read_plain(text: str, remarks: Remarks) -> Prose | None:
    """Return a body as HTML, or None if a parser should read it.

    `text` has kept the limits of `markup_limits`, and has no character that nobody sees.
    """
    if _UNUSUAL.search(text) or " \n" in f"{text}\n":  # blanks may break a line
        return None
    try:
        return _Reader(text, remarks).read()
    except _UnsureError:
        return None


class _Reader:
    """Goes through the lines of a body once, from block to block."""

    def __init__(self, text: str, remarks: Remarks) -> None:
        self._lines = [*text.split("\n"), ""]  # so that the last block, too, ends in a blank line
        self._at = 0
        self._remarks = remarks
        self._targets: list[Target] = []
        self._words: list[str] = []
        self._lead = ""

    def read(self) -> Prose:
        """Return the body as HTML. Raises `_UnsureError`."""
        blocks: list[str] = []
        has_lead = False
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line:
                self._at += 1
            elif _PARAGRAPH.match(line):
                blocks.append(self._read_paragraph())
                if not has_lead:
                    self._lead, has_lead = self._words[-1], True
            elif line[0] == "#":
                blocks.append(self._read_heading(line))
            elif line[0] == "|":
                blocks.append(self._read_table(line))
            else:
                blocks.append(self._read_list())
        pieces = "".join(blocks).rstrip().split(_HOLE)
        text = " ".join(self._words)
        return Prose(tuple(pieces), tuple(self._targets), _squeeze(text), _squeeze(self._lead))

    def _read_heading(self, line: str) -> str:
        heading = _HEADING.fullmatch(line)
        if heading is None:
            raise _UnsureError
        level = min(len(heading["signs"]) + 1, 6)  # the page has its own h1
        html = self._read_words(heading["words"], self._at)
        self._at += 1
        return f"<h{level}>{html}</h{level}>\n"

    def _read_paragraph(self) -> str:
        start = self._at
        self._at += 1  # the first line is one
        while (below := self._lines[self._at]) and _PARAGRAPH.match(below):
            self._at += 1
        point = _POINT.fullmatch(below) if below else None
        if point and point["head"][:-1] not in ("", "1"):  # that goes on with the paragraph
            raise _UnsureError
        html = self._read_words("\n".join(self._lines[start : self._at]), start)
        return f"<p>{html}</p>\n"

    def _read_list(self) -> str:
        """Return a list of one level; its points are paragraphs if blank lines part some."""
        points = self._find_points()
        if not points:
            raise _UnsureError
        number = points[0].head[:-1]
        tag, start = ("ol", _count(points)) if number else ("ul", "")
        is_loose = points[-1].line - points[0].line >= len(points)
        before, after = ("\n<p>", "</p>\n") if is_loose else ("", "")
        items = [
            f"<li>{before}{self._read_words(point.words, point.line)}{after}</li>\n"
            for point in points
        ]
        self._at = points[-1].line + 1
        self._expect_end()
        return f"<{tag}{start}>\n{''.join(items)}</{tag}>\n"

    def _find_points(self) -> list["_Point"]:
        """Return the points that belong to one list, for they have the same sign."""
        points: list[_Point] = []
        for line in range(self._at, len(self._lines)):
            written = self._lines[line]
            match = _POINT.fullmatch(written)
            if match and (not points or match["head"][-1] == points[0].head[-1]):
                points.append(_Point(line, match["head"], match["words"]))
            elif written:
                break
        return points

    def _read_table(self, head: str) -> str:
        rule = self._lines[self._at + 1]
        looks = [_name_look(cell) for cell in _split(rule)]
        has_words = head.strip("|:- ")  # else it could be the rule of a table above
        if not has_words or not _RULE.fullmatch(rule) or len(_split(head)) != len(looks):
            raise _UnsureError
        html = '<table class="prose-table">\n<thead>\n' + self._read_row("th", looks) + "</thead>\n"
        self._at += 2
        rows = []
        while self._lines[self._at][:1] == "|":
            rows.append(self._read_row("td", looks))
            self._at += 1
        self._expect_end()
        if rows:
            html += f"<tbody>\n{''.join(rows)}</tbody>\n"
        return f"{html}</table>\n"

    def _read_row(self, tag: str, looks: Sequence[str]) -> str:
        """Return the row at hand; cells that it lacks are empty ones."""
        cells = _split(self._lines[self._at])
        if len(cells) > len(looks):
            raise _UnsureError
        html = [
            f"<{tag}{look}>{self._read_words(cell, self._at) if cell else ''}</{tag}>\n"
            for cell, look in zip_longest(cells, looks, fillvalue="")
        ]
        return f"<tr>\n{''.join(html)}</tr>\n"

    def _expect_end(self) -> None:
        """Give up if a list or table does not end here: words would go on with it."""
        if self._lines[self._at][:1] not in ("", "#"):
            raise _UnsureError

    def _read_words(self, text: str, first: int) -> str:
        """Return what stands in a block, the first line of which is `first`, and note its words."""
        text = text.strip()
        if not text:
            raise _UnsureError
        if "\n" not in text:
            marked, alone = self._read_line(text, first)
            self._words.append(alone)
            return marked
        lines = [self._read_line(line, first) for line in text.split("\n")]
        html, words = [lines[0][0]], [lines[0][1]]
        for (_, before), (marked, after) in pairwise(lines):
            html += ["" if touches(before, after) else "\n", marked]
            words += ["" if touches(before, after) else " ", after]
        self._words.append("".join(words))
        return "".join(html)

    def _read_line(self, text: str, first: int) -> tuple[str, str]:
        """Return a line as HTML and as words alone."""
        if not _SIGN.search(text):
            return _escape(text), text
        html, words, end = [], [], 0
        for markup in _MARKUP.finditer(text):
            between = _expect_words(text[end : markup.start()])
            kind = str(markup.lastgroup)
            plain = markup[kind] if kind != "address" else markup["label"]
            marked = _escape(plain)
            if kind in ("strong", "em"):
                marked = f"<{kind}>{marked}</{kind}>"
            elif kind == "address":
                marked = self._open_link(markup, first)
            html += [_escape(between), marked]
            words += [between, plain]
            end = markup.end()
        rest = _expect_words(text[end:])
        return "".join([*html, _escape(rest)]), "".join([*words, rest])

    def _open_link(self, markup: re.Match[str], first: int) -> str:
        """Return a link, or nothing of a picture, with a hole where the target goes."""
        address, words = quote(markup["address"], safe="/:?#="), markup["label"]
        if not is_safe_link(address):
            raise _UnsureError
        if markup["picture"]:
            words = _squeeze(words)
            self._targets.append(resolve_picture(address, words, self._remarks, first))
            return _HOLE
        self._targets.append(resolve_link(address, self._remarks, first))
        return f'<a href="{_HOLE}">{_escape(words)}</a>'


class _Point(NamedTuple):
    """A point of a list, with the number of its line."""

    line: int
    head: str
    words: str


def _count(points: Sequence[_Point]) -> str:
    """Return with what number a list starts, as an attribute; the others HTML counts itself."""
    numbers = [int(point.head[:-1]) for point in points]
    first = numbers[0]
    if len(set(numbers)) > 1 and numbers != [*range(first, first + len(numbers))]:
        raise _UnsureError
    return "" if first == 1 else f' start="{first}"'


def _split(row: str) -> list[str]:
    """Return the cells of a table's row, which begins with a bar."""
    return [cell.strip() for cell in row.strip()[1:].removesuffix("|").split("|")]


def _name_look(mark: str) -> str:
    """Return the class of a column as an attribute, from what stands in the rule below its head."""
    aligned = _ALIGNED.get((mark.startswith(":"), mark.endswith(":")))
    return f' class="align-{aligned}"' if aligned else ""


def _expect_words(text: str) -> str:
    """Return a text that has no sign of markup, or give up."""
    if _SIGN.search(text):
        raise _UnsureError
    return text


def _escape(text: str) -> str:
    """Return a text as HTML; of the signs that need it, `_UNUSUAL` has refused the others."""
    return text.replace(">", "&gt;").replace('"', "&quot;")


def _squeeze(text: str) -> str:
    return " ".join(text.split())
