"""The lines of a YAML text as its writer meant them, for texts that a strict parser refuses.

Before: text. After: a `Row` for each line, with its marks, its key and its value, and the level
it belongs to. Signs that look like the right ones count as the right ones; `line_checks` then say
which of them were wrong.
"""

import re
from collections.abc import Iterator

from generator.read.flow_slips import Flow
from generator.read.levels import Levels
from generator.read.rows import Kind, Row
from generator.read.slips import (
    BLANKS,
    COLONS,
    CURLY_PAIRS,
    DASHES,
    LIKE_COLONS,
    NUMBERED,
    ODD_BLANKS,
    OPENERS,
    PAIRS,
    cut_comment,
    end_of_blanks,
    end_of_quote,
    is_word,
)
from generator.read.wants import Wants, known_names, meant_name

_HEAD = re.compile(f"[{BLANKS}]*")
_RULE = re.compile(rf"[-_─ {DASHES[:6]}]{{2,}}|\.\.\.")
_PROPER_COLON = re.compile(r":(?=[ \t]|$)")
_BLOCK_HEADER = re.compile(r"[|>][-+1-9]{0,2}[ \t]*(#.*)?$")
_BRACKETED = re.compile(r"【[^】：:]{1,12}】")
_WIDTHS = ((2, 2), (4, 4), (4, 2), (8, 2), (2, 1), (1, 1))


class Page:
    """All lines of a text."""

    def __init__(self, text: str, widths: tuple[int, int]) -> None:
        self.lines = text.split("\n")
        self.rows: list[Row] = []
        self.widths = widths
        self._levels = Levels(self.rows)
        self._beginnings: list[tuple[int, int]] = []
        self._last: Row | None = None  # the last field, item or text
        self._read()

    @property
    def errors(self) -> int:
        """How many lines stand where none can stand."""
        return sum(row.wanted_level is not None or row.kind is Kind.TEXT for row in self.rows)

    def _read(self) -> None:
        while len(self.rows) < len(self.lines):
            row = self._read_row(len(self.rows))
            self.rows.append(row)
            if row.kind in (Kind.FIELD, Kind.ITEM, Kind.TEXT):
                self._levels.place(row, self._last)
                self._last = row
                if row.kind is not Kind.TEXT:
                    self._read_value(row)
        self._link()

    def _link(self) -> None:
        """Tell each line what stands below and above it."""
        below: Row | None = None
        for row in reversed(self.rows):
            row.following = below
            if row.kind not in (Kind.BLANK, Kind.COMMENT):
                below = row
        for row in self.rows:
            row.is_first = below is None or row.number <= below.number

    def _read_row(self, number: int) -> Row:
        text = self.lines[number]
        head = _HEAD.match(text)
        indent = head.end() if head else 0
        row = Row(number, text, indent=indent, start=indent, level=self._level_of(text[:indent]))
        if indent == len(text):
            return row
        if text[indent] == "#":
            row.kind = Kind.COMMENT
        elif _RULE.fullmatch(text.strip()) and not _is_mark(text, indent, "-"):
            row.kind = Kind.RULE
        else:
            self._read_content(row)
        return row

    def _level_of(self, head: str) -> int:
        tab, wide = self.widths
        return sum(tab if c == "\t" else wide if c in ODD_BLANKS else 1 for c in head)

    def _read_content(self, row: Row) -> None:
        row.numbered = self._number_width(row)
        if row.numbered:
            row.marks.append(row.start)
            row.start = end_of_blanks(row.text, row.start + row.numbered)
            row.shift = row.indent + 2 - row.start
        while not row.numbered and row.start < len(row.text) and self._begins_item(row):
            mark = row.start
            row.marks.append(mark)
            row.start = end_of_blanks(row.text, mark + 1)
            if row.start == mark + 1 or row.text[mark] != "-":
                row.shift += mark + 2 - row.start
        more = self._goes_on(row)
        if text_hash(row) and not more:
            row.kind = Kind.COMMENT
            return
        self._find_key(row, more)
        if row.kind is Kind.FIELD:
            return
        row.value = row.start
        row.kind = Kind.ITEM if row.marks else Kind.TEXT
        last = self._last
        opens = last is not None and last.kind is Kind.FIELD and not last.rest
        if more or (row.kind is Kind.TEXT and opens and last and row.level > last.level):
            row.kind = Kind.MORE

    def _goes_on(self, row: Row) -> bool:
        """Whether a line stands where it goes on with the text of the line above."""
        last = self._last
        if last is None or last.kind is Kind.TEXT or last.flow_end is not None:
            return False
        if not last.rest or last.has_list:
            return False
        if row.marks and (last.kind is Kind.ITEM or last.marks or last.wants.brackets):
            return False
        base = next(iter(reversed([column for column, _ in last.columns()])), last.level)
        wider = 1 if last.numbered else 0  # `1、` looks wider than the two characters that it is
        return row.level > base + wider

    def _begins_item(self, row: Row) -> bool:
        text, start = row.text, row.start
        if _is_mark(text, start, "-"):
            return True
        sign = text[start]
        if sign not in "-" + DASHES or text[start + 1 : start + 2] in ("", *"-" + DASHES):
            return False
        level = row.level + start - row.indent
        if self._levels.has_list(level):
            return True
        last = self._last
        opens = last is not None and last.kind is Kind.FIELD and not last.rest
        if not opens or last is None or level < last.level or text[start + 1].isdigit():
            return False
        return "list" in last.wants.forms or not last.wants.forms

    def _number_width(self, row: Row) -> int:
        """Return the width of a number that stands for a list's hyphen; 0 if it is text."""
        match, last = NUMBERED.match(row.text, row.indent), self._last
        if match is None or last is None:
            return 0
        word = re.split("[:：]", row.text[match.end() :])[0]
        opens = last.kind is Kind.FIELD and not last.rest and "list" in last.wants.forms
        goes_on = last.numbered and row.level == last.level
        begins = (opens and row.level >= last.level) or goes_on or self._levels.has_list(row.level)
        if not begins or (self._levels.has_fields(row.level) and meant_name(word)):
            return 0
        return match.end() - row.indent

    def _find_key(self, row: Row, more: bool) -> None:
        """Find the colon behind a key, or the wrong sign for it."""
        text, start = row.text, row.start
        names = self._names_here(row)
        for column in self._colons(text, start):
            word = text[start:column].strip(BLANKS)
            proper = text[column] == ":" and text[column + 1 : column + 2] in ("", " ", "\t")
            is_key = proper if not more else proper and is_word(word.strip("\"'"))
            if not proper and not more and text[column + 1 : column + 2] != "/":
                is_key = self._is_meant(row, word, column, names)
            if is_key:
                row.kind, row.key_end, row.colon = Kind.FIELD, column, column
                behind = len(text) - len(text[column:].lstrip(COLONS))
                row.value = end_of_blanks(text, behind)
                return
        word, blank, _ = text[start:].replace("\u3000", " ").partition(" ")
        bracketed = _BRACKETED.match(text, start)
        if bracketed:
            word, blank = bracketed.group(), meant_name(bracketed.group())
        if blank and meant_name(word) in names and not more and not row.marks:
            row.kind, row.key_end, row.colon = Kind.FIELD, start + len(word), None
            row.value = end_of_blanks(text, row.key_end)

    def _colons(self, text: str, start: int) -> Iterator[int]:
        """Yield the columns of what may be the colon of a key."""
        column = start
        if text[start : start + 1] in ('"', "'"):
            column = end_of_quote(text, start) or start
        end = cut_comment(text, start)
        if text[start : start + 1] in tuple("[{［｛|>"):
            return
        for place in range(column, end):
            if text[place] in COLONS or (
                text[place] in LIKE_COLONS and text[start:place].strip(BLANKS) in known_names()
            ):
                yield place

    def _is_meant(self, row: Row, word: str, column: int, names: frozenset[str]) -> bool:
        """Whether a sign that is no YAML colon was meant as one."""
        if meant_name(word) in names:
            return True
        word = word.strip("\"'“”")
        if not is_word(word) or _PROPER_COLON.search(row.text, column):
            return False
        level = row.level + row.start - row.indent
        if row.marks or row.text[column] in LIKE_COLONS:
            return row.number + 1 < len(self.lines) and self._looks_like_field(
                row.number + 1, level
            )
        last = self._last
        if last and last.wants.forms == {"mapping"} and not last.rest and level > last.level:
            return True
        top = self._levels.nearest(level)
        if top is None:
            return self._looks_like_field(row.number + 1, level)
        return top.column == level and not top.is_list

    def _looks_like_field(self, number: int, level: int) -> bool:
        if number >= len(self.lines):
            return False
        text = self.lines[number]
        head = len(text) - len(text.lstrip(BLANKS))
        match = re.match(r"([^\s:：]{1,12})(: |[:：])", text[head:])
        if match is None or self._level_of(text[:head]) != level:
            return False
        return match[2] == ": " or match[1] in known_names()

    def _names_here(self, row: Row) -> frozenset[str]:
        """Return the names that a field in this line may have, as far as is certain."""
        level = row.level + row.start - row.indent
        if row.marks:
            parent = self._parent_of(row)
            return parent.inner if parent.brackets else frozenset()
        last = self._last
        if last and last.kind is Kind.FIELD and not last.rest and row.level > last.level:
            return last.wants.inner if last.wants.brackets else frozenset()
        if not self._levels.open or self._levels.has(level):
            return frozenset(known_names())
        return frozenset()

    def _parent_of(self, row: Row) -> Wants:
        """Return what the key wants that an item's list belongs to."""
        level = row.level + row.marks[0] - row.indent
        for above in reversed(self.rows):
            if above.kind is Kind.FIELD and not above.rest:
                column = above.level + above.start - above.indent
                if column <= level:
                    return above.wants
        return Wants()

    def _read_value(self, row: Row) -> None:
        """Read on where a value reaches into the lines below."""
        sign = row.text[row.value : row.value + 1]
        if sign and (sign in PAIRS or self._is_wide_bracket(row)):
            self._read_flow(row)
        elif _BLOCK_HEADER.match(row.text[row.value :]):
            self._skip_deeper(row)
        elif sign in ('"', "'") and sign:
            self._skip_quoted(row, sign)

    def _is_wide_bracket(self, row: Row) -> bool:
        if row.text[row.value] not in OPENERS or row.wants.brackets:
            return row.wants.brackets and row.text[row.value] in OPENERS
        return "list" in row.wants.forms and bool(re.fullmatch(r"［.*[］\]]", row.raw.strip()))

    def _read_flow(self, row: Row) -> None:
        flow = Flow(self.lines, row.number, row.value, self._stops_after(row))
        if row.wants.text:
            probe = row.text.rstrip()[-1:]
            if probe not in "]}］｝】,":
                return
        flow.read()
        row.slips += flow.slips
        row.flow_end = flow.column if flow.line == row.number else -1
        self._add_rest(row, flow.line)
        if flow.line != row.number:
            last = self.rows[flow.line] if flow.line > row.number else row
            last.flow_end = flow.column
            row.end_of_value = last

    def _add_rest(self, row: Row, last: int) -> None:
        """Note the lines that go on with a row's value."""
        for number in range(row.number + 1, last + 1):
            self.rows.append(Row(number, self.lines[number], Kind.MORE))

    def _note_block_indent(self, row: Row, base: int) -> None:
        """Note the blanks before block text that are no spaces; behind spaces they are text."""
        for inner in self.rows[row.number + 1 :]:
            head = re.match(r" *\t[ \t]*|[\u3000\u00a0]+", inner.text)
            if head and inner.text.strip(BLANKS):
                inner.is_block = True
                inner.indent = head.end()
                inner.level = max(self._level_of(head.group()), base + 2)

    def _stops_after(self, row: Row) -> frozenset[int]:
        """Return the lines below that begin something new, whatever is open."""
        base = max([column for column, _ in row.columns()], default=row.level)
        if not self._beginnings:
            self._beginnings = list(self._find_beginnings())
        return frozenset(
            number for number, level in self._beginnings if number > row.number and level <= base
        )

    def _find_beginnings(self) -> Iterator[tuple[int, int]]:
        """Yield the lines that look like a field, an item or a rule, with their levels."""
        for number, text in enumerate(self.lines):
            head = end_of_blanks(text, 0)
            if not text[head:]:
                continue
            word = re.split(r"[:： ]", text[head:], maxsplit=1)[0].strip("-－ ")
            begins = re.match(r"[^\s,\]}［｝]{1,12}[:：]|[-－—] ", text[head:])
            if begins or word in known_names() or _RULE.fullmatch(text.strip()):
                yield number, self._level_of(text[:head])

    def _skip_deeper(self, row: Row) -> None:
        """Pass over block text: the lines below that are deeper, or blank."""
        base = max([column for column, _ in row.columns()], default=row.level)
        last = row.number
        for number in range(row.number + 1, len(self.lines)):
            text = self.lines[number]
            head = end_of_blanks(text, 0)
            if text[head:] and self._level_of(text[:head]) <= base:
                break
            last = number
        self._add_rest(row, last)
        self._note_block_indent(row, base)
        row.flow_end = -1

    def _skip_quoted(self, row: Row, sign: str) -> None:
        """Pass over quoted text that ends in a line below."""
        if end_of_quote(row.text, row.value) is not None:
            return
        stops = self._stops_after(row)
        for number in range(row.number + 1, len(self.lines)):
            if number in stops:
                return
            if end_of_quote(sign + self.lines[number], 0) is not None:
                self._add_rest(row, number)
                row.flow_end = -1
                return


def read_page(text: str) -> Page:
    """Read a text; of the widths that a tab or a wide blank may have had, the likeliest counts."""
    odd = any(sign in text for sign in "\t" + ODD_BLANKS)
    pages = (Page(text, widths) for widths in (_WIDTHS if odd else _WIDTHS[:1]))
    return min(pages, key=lambda page: page.errors)


def text_hash(row: Row) -> bool:
    """Whether a line begins with a full-width hash and holds no field otherwise."""
    return row.text[row.start : row.start + 1] == "＃" and not row.marks


def closing_curly(text: str) -> str:
    """Return the sign that closes the curly quote at a text's head; "" if there is none."""
    return CURLY_PAIRS.get(text[:1], "")


def _is_mark(text: str, start: int, sign: str) -> bool:
    return text[start] == sign and text[start + 1 : start + 2] in ("", " ", "\t")
