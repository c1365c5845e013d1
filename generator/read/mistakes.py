"""What a volunteer did when a text is not the YAML that was meant, and how to mend it.

`find_mistakes` is asked about a text that the strict parser refused, `find_silent_mistakes` about
one that it took with a meaning nobody intended. `CHECKS` is the table: a small function for each
sort of mistake that one line can have; those inside brackets are found by `flow_slips`. Nothing is
guessed: an edit is given where only one thing can have been meant, and if no check finds anything
the parser's own refusal is told, in a code of ours.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.problems import Edit, Problem, Severity
from generator.read.fences import is_any_fence, mend_fences
from generator.read.front_matter import Document, Unsplit, split_front_matter
from generator.read.page import Kind, Row, closing_curly, read_page
from generator.read.slips import (
    BLANKS,
    CLOSERS,
    CURLY,
    ODD_BLANKS,
    PAIRS,
    SIGNS,
    Slip,
    change,
    cut_comment,
    end_of_blanks,
    end_of_quote,
    is_yaml_name,
    last_word,
    quoted,
)
from generator.read.wants import known_names, wants_of
from generator.read.yaml_text import (
    MAX_CHARACTERS,
    Mapping,
    Node,
    Scalar,
    Sequence,
    YamlRefusedError,
    parse_yaml,
)

Check = Callable[[Row], Iterator[Slip]]

_MAX_LINES = 1500  # what a person wrote is shorter, and some checks look back and forth
_COLON_INSIDE = re.compile(r":(?=[ \t]|$)")
_HEADER = re.compile(r"[|>][-+1-9]{0,2}[ \t]*(#.*)?$")
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPES = frozenset('0abt\tnvfre "/\\N_LP')
_LOST = re.compile(r"[ \t]+(#[^ \t#].*)")
_SUSPECT = re.compile(r"[：:，、［］｛｝【】＃\u3000\u00a0]|^[-－—–•]")
_MARKED = re.compile(r"[－—–•]|［.*］$")
_SILENT = frozenset((
    "colon-full-width", "colon-space-missing", "colon-missing", "comma-full-width",
    "bracket-full-width", "dash-full-width", "dash-space-missing", "space-full-width",
    "list-on-key-line", "value-cut",
))  # fmt: skip

# What libyaml (first) and PyYAML's own parser say, and what Linli calls it.
_REASONS = (
    (r"could not find expected ':'|<document start>", "yaml-field-wanted"),
    (r"mapping (values|keys) are not allowed", "yaml-colon-unexpected"),
    (r"sequence entries are not allowed", "yaml-list-unexpected"),
    (r"',' or '[\]}]'", "yaml-brackets"),
    (r"expected key|<block end>|'-' indicator", "yaml-neighbours"),
    (r"cannot start any token|node content", "yaml-sign"),
    (r"tab character", "yaml-tab"),
    (r"end of stream|document indicator", "yaml-quote"),
    (r"escape|hexdec", "yaml-escape"),
)


@dataclass(frozen=True, slots=True)
class Fields:
    """What became of a file's text: its parts and its tree, as far as there are any."""

    document: Document | None
    root: Node | None
    problems: tuple[Problem, ...]

    @property
    def is_refused(self) -> bool:
        """Whether the fields cannot be read."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def read_fields(text: str, path: str, *, has_fences: bool) -> Fields:
    """Read the fields of a file, plain YAML or front matter, and every mistake in their writing."""
    document = split_front_matter(text) if has_fences else Document(text, 1, "", 1)
    if isinstance(document, Unsplit):
        return Fields(None, None, tuple(find_fence_mistakes(text, path)))
    matter, line = document.matter, document.matter_line
    try:
        root = parse_yaml(matter, path, line)
    except YamlRefusedError as error:
        return Fields(document, None, tuple(find_document_mistakes(text, document, error)))
    return Fields(document, root, tuple(find_silent_mistakes(matter, root, path, line)))


def find_mistakes(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Return every mistake in a text that the parser refuses; [] for a text that it takes.

    `first_line` is the number of the text's first line in its file.
    """
    refusal = _refusal(text, path, first_line)
    if refusal is None:
        return []
    if refusal.code in ("file-too-large", "yaml-too-deep", "character-refused"):
        return [_to_problem(refusal)]
    slips = _slips(text)
    found = [slip.to_problem(path, first_line) for slip in slips]
    left = _refusal(_mend(text, slips), path, first_line)
    if left is not None and not _is_explained(left, found):
        found.append(_to_problem(_unmended(left, found)))
    return sorted(found, key=lambda problem: problem.sort_key)


def find_fence_mistakes(text: str, path: str) -> list[Problem]:
    """Return what is wrong with a Markdown file that has no front matter, and in its fields."""
    slips, document = mend_fences(text)
    found = [slip.to_problem(path, 1) for slip in slips]
    if document is not None:
        found += _find_any(document, path)
    return sorted(found, key=lambda problem: problem.sort_key)


def find_document_mistakes(
    text: str, document: Document, refusal: YamlRefusedError
) -> list[Problem]:
    """Return every mistake in the fields of a file, the whole text of which is `text`.

    A line of other dashes among the fields was meant to end them.
    """
    path = refusal.place.path
    if document.body_line > 1 and any(map(is_any_fence, document.matter.split("\n"))):
        return find_fence_mistakes(text, path)
    found = find_mistakes(document.matter, path, document.matter_line)
    return found or [_to_problem(refusal)]


def _find_any(document: Document, path: str) -> list[Problem]:
    try:
        root = parse_yaml(document.matter, path, document.matter_line)
    except YamlRefusedError:
        return find_mistakes(document.matter, path, document.matter_line)
    return find_silent_mistakes(document.matter, root, path, document.matter_line)


def find_silent_mistakes(
    text: str, root: Node | None, path: str, first_line: int = 1
) -> list[Problem]:
    """Return the mistakes in a text that the parser took, seeing what it made of it.

    A glance at the tree decides whether the text is read again, so that good files cost little.
    """
    if not _LOST.search(text) and not _is_suspect(root, ""):
        return []
    every = _slips(text)
    slips = [slip for slip in every if slip.code in _SILENT]
    if slips and _refusal(_mend(text, slips), path, first_line):
        slips = every  # what was hidden behind the first mistake
    return [slip.to_problem(path, first_line) for slip in slips]


def _is_suspect(node: Node | None, key: str) -> bool:
    """Whether a value is not of the form that its key wants, with a sign that tells why."""
    wants = wants_of(key)
    if isinstance(node, Sequence):
        texts = [item for item in node.items if isinstance(item, Scalar)]
        joined = len(texts) == 1 and re.search("[，、]", texts[0].text)
        fields = bool(wants.inner) and any(_SUSPECT.search(item.text) for item in texts)
        return bool(joined) or fields or any(_is_suspect(item, key) for item in node.items)
    if isinstance(node, Mapping):
        return any(
            _is_empty_key(name, value) or _is_suspect(value, name.text)
            for name, value in node.entries
        )
    if node is None or not node.is_plain:
        return False
    if "list" in wants.forms and _MARKED.match(node.text):
        return True
    return (not key or wants.brackets) and bool(_SUSPECT.search(node.text))


def _is_empty_key(key: Scalar, value: Node) -> bool:
    """Whether a key has swallowed its value, or begins with a blank that is no space."""
    if not key.is_plain or not _SUSPECT.search(key.text):
        return False
    empty = isinstance(value, Scalar) and not value.text and value.is_plain
    word = re.split("[：:]", key.text, maxsplit=1)[0].strip(BLANKS)
    if empty or key.text[0] in ODD_BLANKS + "-－—–•":
        return True
    return word != key.text and word in known_names()


def _slips(text: str) -> list[Slip]:
    """Return what the checks find, from top to bottom, with edits that do not overlap."""
    if len(text) > MAX_CHARACTERS or text.count("\n") > _MAX_LINES:
        return []
    page = read_page(text)
    found = [slip for row in page.rows for slip in row.slips]
    for row in page.rows:
        if row.kind is not Kind.BLANK:
            found += [slip for check in CHECKS for slip in check(row)]
    found.sort(key=lambda slip: (slip.line, slip.column, slip.code))
    taken: list[Edit] = []
    return [_without_overlap(slip, taken) for slip in found]


def _without_overlap(slip: Slip, taken: list[Edit]) -> Slip:
    for edit in slip.edits:
        for other in taken:
            same_line = edit.line == other.line
            if same_line and edit.column < other.column + max(other.length, 1) and (
                other.column < edit.column + max(edit.length, 1)
            ):  # fmt: skip
                return replace(slip, edits=())
    taken += slip.edits
    return slip


def _mend(text: str, slips: list[Slip]) -> str:
    """Return the text with all edits made."""
    lines = text.split("\n")
    edits = [edit for slip in slips for edit in slip.edits]
    for edit in sorted(edits, reverse=True):
        line = lines[edit.line]
        lines[edit.line] = line[: edit.column] + edit.text + line[edit.column + edit.length :]
    return "\n".join(lines)


def _refusal(text: str, path: str, first_line: int) -> YamlRefusedError | None:
    try:
        parse_yaml(text, path, first_line)
    except YamlRefusedError as error:
        return error
    return None


def _is_explained(refusal: YamlRefusedError, found: list[Problem]) -> bool:
    """Whether a mistake that could not be mended is why the parser still refuses."""
    if refusal.code != "yaml-syntax":
        return any(problem.code == refusal.code for problem in found)
    lines = [
        problem.place.line
        for problem in found
        if not problem.edits and problem.severity is Severity.ERROR
    ]
    return any(line <= refusal.place.line for line in lines)


def _unmended(refusal: YamlRefusedError, found: list[Problem]) -> YamlRefusedError:
    """Return the refusal at its column before the edits were made."""
    edits = sorted(edit for problem in found for edit in problem.edits)
    above = sum(e.text.count("\n") for e in edits if e.line < refusal.place.line)
    place = replace(refusal.place, line=refusal.place.line - above)
    for edit in edits:
        if edit.line == place.line and edit.column < place.column:
            moved = place.column + edit.length - len(edit.text)
            place = replace(place, column=max(moved, edit.column))
    return YamlRefusedError(refusal.code, place, **refusal.facts)


def _to_problem(refusal: YamlRefusedError) -> Problem:
    """Return the parser's refusal in a code of ours."""
    code, facts = refusal.code, refusal.facts
    if code == "yaml-syntax":
        reason = str(facts.get("reason", ""))
        code = next((c for pattern, c in _REASONS if re.search(pattern, reason)), code)
        facts = {}
    return Problem(place=refusal.place, code=code, facts=facts)


# --- the checks of a line ---


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
        if sign != "-":
            yield Slip(code="dash-full-width", line=row.number, column=mark,
                       facts={"sign": sign, "rest": rest},
                       edits=(change(row.number, mark, end - mark, "- "),))  # fmt: skip
        elif row.text[mark + 1 : mark + 2] not in ("", " ", "\t"):
            yield Slip(code="dash-space-missing", line=row.number, column=mark,
                       facts={"rest": rest},
                       edits=(change(row.number, mark, end - mark, "- "),))  # fmt: skip


def check_colon(row: Row) -> Iterator[Slip]:
    """Look at the sign between a key and its value."""
    if row.kind is not Kind.FIELD:
        return
    word = row.key
    if row.colon is None:
        yield Slip(code="colon-missing", line=row.number, column=row.start, width=len(word),
                   facts={"word": word},
                   edits=(change(row.number, row.key_end, 0, ":"),))  # fmt: skip
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
    if value[-1] in CURLY and len(value) > 1:
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
    lost = _LOST.match(row.text, end)
    if lost is None and row.text[row.value] == "#":
        lost = _LOST.match(row.text, row.value - 1) if row.value else None
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
    sure = not row.goes_on and not _LOST.match(row.text, row.value + len(value))
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


_VALUE_CHECKS: tuple[tuple[Callable[[Row], bool], Check], ...] = (
    (_begins_list, _check_list_on_line),
    (_begins_quote, _check_quote),
    (_begins_brackets, _check_brackets),
    (_begins_sign, _check_sign),
    (_begins_curly, _check_curly),
    (_is_any, _check_plain),
)

CHECKS: tuple[Check, ...] = (
    check_blanks, check_level, check_hash, check_marks, check_colon, check_text, check_rule,
    check_value,
)  # fmt: skip
"""A new sort of mistake that one line can have is one function here."""
