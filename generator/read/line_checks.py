"""The table of mistakes that a line of a YAML text can have: a small function for each sort.

Those inside brackets are found by `flow_slips` while a page is read.
"""

import re
from collections.abc import Callable, Iterator

from generator.read.rows import Kind, Row
from generator.read.slips import BLANKS, ODD_BLANKS, Slip, change, end_of_blanks
from generator.read.value_checks import check_value
from generator.read.wants import known_names

Check = Callable[[Row], Iterator[Slip]]


def check_blanks(row: Row) -> Iterator[Slip]:
    """Find a tab or a full-width space before the words of a line."""
    head = row.text[: row.indent]
    odd = re.search(f"[\t{ODD_BLANKS}]+", head)
    if odd:
        code = "tab-indent" if "\t" in odd.group() else "space-full-width"
        level = row.level if row.wanted_level is None else row.wanted_level
        length = row.indent if not row.is_block or "\t" in head else 0
        yield Slip(
            code=code, line=row.number, column=odd.start(), width=len(odd.group()),
            edits=(change(row.number, 0, length, " " * level),),
        )  # fmt: skip


def check_level(row: Row) -> Iterator[Slip]:
    """Find a line further right or left than its neighbours."""
    if row.wanted_level is None or re.search(f"[\t{ODD_BLANKS}]", row.text[: row.indent]):
        return
    code = "indent-shallow" if row.is_shallow else "indent-deep"
    end = row.key_end if row.kind is Kind.FIELD else len(row.text.rstrip())
    edits = (change(row.number, 0, row.indent, " " * row.wanted_level),) if row.is_sure else ()
    yield Slip(
        code=code, line=row.number, column=row.indent, width=end - row.indent, edits=edits,
        facts={"count": row.wanted_level, "found": row.indent},
    )  # fmt: skip


def check_hash(row: Row) -> Iterator[Slip]:
    """Find a comment that begins with a full-width hash."""
    if row.kind is Kind.COMMENT and row.text[row.start] == "＃":
        yield Slip(code="hash-full-width", line=row.number, column=row.start,
                   edits=(change(row.number, row.start, 1, "#"),))  # fmt: skip


def check_marks(row: Row) -> Iterator[Slip]:
    """Find list marks that are no hyphen, or have no space behind them."""
    for mark in row.marks:
        sign = row.text[mark]
        end = end_of_blanks(row.text, mark + 1)
        rest = row.text[end:]
        if row.numbered:
            written = row.text[mark : mark + row.numbered]
            yield Slip(code="list-number", line=row.number, column=mark, width=row.numbered,
                       facts={"sign": written, "rest": row.text[row.start :]},
                       edits=(change(row.number, mark, row.start - mark, "- "),))  # fmt: skip
        elif sign != "-":
            yield Slip(code="dash-full-width", line=row.number, column=mark,
                       facts={"sign": sign, "rest": rest},
                       edits=(change(row.number, mark, end - mark, "- "),))  # fmt: skip
        elif row.text[mark + 1 : mark + 2] not in ("", " ", "\t"):
            yield Slip(code="dash-space-missing", line=row.number, column=mark,
                       facts={"rest": rest},
                       edits=(change(row.number, mark, end - mark, "- "),))  # fmt: skip


def check_name(row: Row) -> Iterator[Slip]:
    """Find a field's name with signs around it, blanks inside it, or in other letters."""
    if not _is_dressed(row):
        return
    written = row.text[row.start : row.key_end].rstrip(BLANKS)
    filler = "" if row.value == len(row.text) else " "
    yield Slip(code="name-dressed", line=row.number, column=row.start, width=len(written),
               facts={"text": written, "word": row.key},
               edits=(change(row.number, row.start, row.value - row.start,
                             f"{row.key}:{filler}"),))  # fmt: skip


def _is_dressed(row: Row) -> bool:
    written = row.text[row.start : row.key_end].rstrip(BLANKS)
    is_field = row.kind is Kind.FIELD and row.key in known_names()
    return is_field and written.strip("\"'") != row.key


def check_colon(row: Row) -> Iterator[Slip]:
    """Look at the sign between a key and its value."""
    if row.kind is not Kind.FIELD or _is_dressed(row):
        return  # `check_name` mends the colon too
    word = row.key
    if row.colon is None:
        edit = change(row.number, row.key_end, row.value - row.key_end, ": ")
        yield Slip(code="colon-missing", line=row.number, column=row.start, width=len(word),
                   facts={"word": word}, edits=(edit,))  # fmt: skip
        return
    sign = row.text[row.colon]
    gap = row.text[row.colon + 1 : row.value]
    filler = "" if row.value == len(row.text) else " "
    edit = change(row.number, row.colon, 1 + len(gap), ":" + filler)
    if sign != ":":
        code = "colon-full-width"
    elif gap[:1] and gap[0] in ODD_BLANKS:
        code = "space-full-width"
    elif gap or not filler:
        return
    else:
        code = "colon-space-missing"
    column = row.colon + 1 if code == "space-full-width" else row.colon
    width = len(gap) if code == "space-full-width" else 1
    facts = {} if code == "space-full-width" else {"sign": sign, "word": word}
    yield Slip(code=code, line=row.number, column=column, width=width,
               facts=dict(facts), edits=(edit,))  # fmt: skip


def check_text(row: Row) -> Iterator[Slip]:
    """Find a line without a colon where fields are written."""
    if row.kind is Kind.TEXT:
        text = row.text.strip()
        yield Slip(code="line-without-field", line=row.number, column=row.indent, width=len(text),
                   facts={"text": text})  # fmt: skip


def check_rule(row: Row) -> Iterator[Slip]:
    """Find a line of dashes that is not three hyphens, or a second document."""
    if row.kind is not Kind.RULE:
        return
    text = row.text.strip()
    edits = (change(row.number, 0, len(row.text), ""),) if row.following is None else ()
    if row.text.rstrip() == "---":
        if not row.is_first:
            yield Slip(code="yaml-two-documents", line=row.number, column=0, width=3, edits=edits)
    elif row.text.rstrip() != "...":
        edits = edits if not row.is_first else (change(row.number, 0, len(row.text), "---"),)
        yield Slip(code="fence-wrong", line=row.number, column=row.indent, width=len(text),
                   facts={"text": text}, edits=edits)  # fmt: skip


CHECKS: tuple[Check, ...] = (
    check_blanks, check_level, check_hash, check_marks, check_name, check_colon, check_text,
    check_rule, check_value,
)  # fmt: skip
"""A new sort of mistake that one line can have is one function here."""
