"""What can be wrong with the value of a field or the text of an item, seen from its first sign."""

import re
from collections.abc import Callable, Iterator

from generator.problems import Severity
from generator.read.page import closing_curly
from generator.read.rows import Kind, Row
from generator.read.slips import (
    BLANKS,
    CLOSERS,
    CURLY,
    PAIRS,
    SIGNS,
    Slip,
    change,
    cut_comment,
    end_of_quote,
    is_yaml_name,
    last_word,
    quoted,
)
from generator.read.wants import known_names

LOST = re.compile(r"[ \t]+(#[^ \t#].*)")
"""What a comment sign cuts off; `# ` with a space is how people write a comment."""
_COLON_INSIDE = re.compile(r":(?=[ \t]|$)")
_HEADER = re.compile(r"[|>][-+1-9]{0,2}[ \t]*(#.*)?$")
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPES = frozenset('0abt\tnvfre "/\\N_LP')


def check_value(row: Row) -> Iterator[Slip]:
    """Look at a value or an item's text, by its first sign."""
    if row.kind not in (Kind.FIELD, Kind.ITEM):
        return
    for applies, check in _VALUE_CHECKS:
        if row.raw and applies(row):
            yield from check(row)
            return


def _check_list_on_line(row: Row) -> Iterator[Slip]:
    """Find a list beside its key (`项目: - 理发`)."""
    following = row.following
    column = row.start + 2
    if following and following.marks and following.level > row.level:
        column = following.level
    start = row.colon + 1 if row.colon is not None else row.key_end
    item = row.text[row.value + 1 :].lstrip(BLANKS)
    better = f"\n{' ' * column}- {item}"
    edit = change(row.number, start, len(row.text) - start, better)
    yield Slip(code="list-on-key-line", line=row.number, column=row.value,
               width=len(row.text.rstrip()) - row.value, facts={"word": row.key, "item": item},
               edits=(edit,) if row.colon is not None and row.text[row.colon] == ":" else (),
               )  # fmt: skip


def _check_quote(row: Row) -> Iterator[Slip]:
    """Find a quote that is not closed, or closed too early."""
    sign = row.text[row.value]
    end = end_of_quote(row.text, row.value)
    if end is None:
        if row.flow_end is None:
            yield _unclosed_quote(row, sign)
        return
    after = row.text[end:]
    if after.strip() and not re.match(r"[ \t]+#", after):
        yield _whole_value(row, "text-after-quote")
        return
    if sign == '"':
        for match in _ESCAPE.finditer(row.text, row.value, end):
            if len(match[1]) == 1 and match[1] not in _ESCAPES:
                yield Slip(code="escape-wrong", line=row.number, column=match.start(), width=2,
                           facts={"text": match[0], "better": "\\" + match[0]},
                           edits=(change(row.number, match.start(), 0, "\\"),))  # fmt: skip


def _unclosed_quote(row: Row, sign: str) -> Slip:
    value = row.text[row.value :].rstrip(BLANKS)
    end = row.value + len(value)
    other = "'" if sign == '"' else '"'
    if len(value) > 1 and (value[-1] in CURLY or (value[-1] == other and value.count(other) == 1)):
        return Slip(code="quote-mixed", line=row.number, column=end - 1,
                    facts={"sign": value[-1], "better": sign},
                    edits=(change(row.number, end - 1, 1, sign),))  # fmt: skip
    sure = not row.goes_on and not re.search(r"\\| #", value) and len(value) > 1
    sure = sure and sign not in value[1:]
    return Slip(code="quote-unclosed", line=row.number, column=row.value, facts={"sign": sign},
                edits=(change(row.number, end, 0, sign),) if sure else ())  # fmt: skip


def _check_brackets(row: Row) -> Iterator[Slip]:
    """Find words behind a closing bracket, or brackets at the head of a text."""
    if row.flow_end is None:
        if row.text[row.value] in PAIRS:
            yield _whole_value(row, "text-after-bracket")
        return
    end = row.flow_end
    last = row
    if end == -1:
        last = row.end_of_value
        end = last.flow_end if last is not row and last.flow_end is not None else len(last.text)
    after = last.text[max(end, 0) :]
    if not after.strip() or re.match(r"[ \t]+#", after):
        return
    only_closers = not after.strip(BLANKS + "]}" + "".join(CLOSERS))
    start = end + len(after) - len(after.lstrip())
    yield Slip(code="text-after-bracket", line=last.number, column=start,
               width=len(after.strip()), facts={"value": after.strip(), "better": ""},
               edits=(change(last.number, end, len(after), ""),) if only_closers else (),
               )  # fmt: skip


def _check_sign(row: Row) -> Iterator[Slip]:
    """Report a value whose first sign means something to YAML."""
    yield _whole_value(row, "value-begins-with", width=1)


def _check_curly(row: Row) -> Iterator[Slip]:
    """Find Chinese quotes where only ASCII ones keep a colon or a hash in the text."""
    value = row.text[row.value :].rstrip(BLANKS)
    inner = value[1:-1]
    closing = closing_curly(value)
    if len(value) > 2 and value[-1] in (closing, '"', "'") and re.search(r": | #", inner):
        better = quoted(inner)
        yield Slip(code="quote-curly", line=row.number, column=row.value, width=len(value),
                   facts={"value": value, "better": better},
                   edits=(change(row.number, row.value, len(value), better),))  # fmt: skip
        return
    yield from _check_plain(row)


def _check_plain(row: Row) -> Iterator[Slip]:
    """Find a colon or a hash inside a value without quotes."""
    match = _COLON_INSIDE.search(row.rest)
    if match:
        word = last_word(row.rest[: match.start()])
        if word in known_names():
            yield Slip(code="field-in-value", line=row.number,
                       column=row.value + match.start() - len(word), width=len(word),
                       facts={"word": word})  # fmt: skip
        else:
            yield _whole_value(row, "colon-in-value")
    yield from _check_cut(row)


def _check_cut(row: Row) -> Iterator[Slip]:
    """Find words lost behind ` #`; `# ` with a space is how people write a comment."""
    end = cut_comment(row.text, row.value)
    lost = LOST.match(row.text, end)
    if lost is None and row.text[row.value] == "#":
        lost = LOST.match(row.text, row.value - 1) if row.value else None
    if lost:
        value = row.text[row.value :].rstrip()
        yield Slip(code="value-cut", line=row.number, column=lost.start(1),
                   width=len(lost[1].rstrip()),
                   severity=Severity.ERROR if row.goes_on else Severity.WARNING,
                   facts={"lost": lost[1].rstrip(), "better": quoted(value)})  # fmt: skip


def _whole_value(row: Row, code: str, width: int = 0) -> Slip:
    """Return the slip of a value that has to stand in quotes."""
    value = row.rest
    better = quoted(value)
    facts = {"value": value, "better": better} | ({"sign": value[0]} if width else {})
    sure = not row.goes_on and not LOST.match(row.text, row.value + len(value))
    return Slip(code=code, line=row.number, column=row.value, width=width or len(value),
                facts=dict(facts),
                edits=(change(row.number, row.value, len(value), better),) if sure else (),
                )  # fmt: skip


def _begins_list(row: Row) -> bool:
    return row.kind is Kind.FIELD and (
        row.has_list or (row.wants.brackets and bool(re.match(r"[-－—–•]", row.raw)))
    )


def _begins_quote(row: Row) -> bool:
    return row.raw[0] in "\"'"


def _begins_brackets(row: Row) -> bool:
    return row.raw[0] in PAIRS or row.flow_end is not None


def _begins_sign(row: Row) -> bool:
    value = row.raw
    if value[0] in "|>" and _HEADER.match(value):
        return False
    return (value[0] in SIGNS or value.startswith("? ")) and not is_yaml_name(value)


def _begins_curly(row: Row) -> bool:
    return bool(closing_curly(row.raw))


def _is_any(row: Row) -> bool:
    return bool(row.raw)


_VALUE_CHECKS: tuple[tuple[Callable[[Row], bool], Callable[[Row], Iterator[Slip]]], ...] = (
    (_begins_list, _check_list_on_line),
    (_begins_quote, _check_quote),
    (_begins_brackets, _check_brackets),
    (_begins_sign, _check_sign),
    (_begins_curly, _check_curly),
    (_is_any, _check_plain),
)
