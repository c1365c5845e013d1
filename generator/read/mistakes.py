"""What a volunteer did when a text is not the YAML that was meant, and how to mend it.

`find_mistakes` is asked about a text that the strict parser refused, `find_silent_mistakes` about
one that it took with a meaning nobody intended. Nothing is guessed: an edit is given where only one
thing can have been meant, and if no check finds anything the parser's own refusal is told.
"""

import re

from msgspec.structs import replace

from generator.problems import Edit, Problem
from generator.read.flow_slips import are_short
from generator.read.invisible import Visible
from generator.read.line_checks import CHECKS
from generator.read.page import read_page
from generator.read.refusals import (
    find_refusal,
    find_refusals,
    find_repeats,
    is_explained,
    to_problem,
    unmended,
)
from generator.read.rows import Kind
from generator.read.slips import BLANKS, NUMBERED, ODD_BLANKS, Slip
from generator.read.value_checks import LOST
from generator.read.wants import known_names, meant_name, wants_of
from generator.read.yaml_nodes import Mapping, Node, Scalar, Sequence
from generator.read.yaml_text import MAX_CHARACTERS

_MAX_LINES = 1500  # what a person wrote is shorter, and some checks look back and forth
_SUSPECT = re.compile(r"[：:，、［］｛｝【】〔〕＃\u3000\u00a0]|^[-－—–•]")
_SUSPECT_ITEM = re.compile(r"[：:［］｛｝【】〔〕＃\u3000\u00a0]|^[-－—–•]")
"""In an item on a line of its own, where a comma is one of the sentence."""
_SUSPECT_PART = re.compile(rf"{_SUSPECT_ITEM.pattern}|[\"']")
"""In one of several items between brackets, where it is too, unless a quotation ends before it."""
_WIDE_COMMA = re.compile("[，、]")
_ENCLOSING = re.compile(r"[\]}］｝\"'{｛]")
_MARKED = re.compile(rf"[－—–•●·]|［.*］$|{NUMBERED.pattern}")
_SILENT = frozenset((
    "colon-full-width", "colon-space-missing", "colon-missing", "comma-full-width",
    "bracket-full-width", "dash-full-width", "dash-space-missing", "space-full-width",
    "list-on-key-line", "list-number", "name-dressed", "value-cut",
))  # fmt: skip


def find_mistakes(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Return every mistake in a text that the parser refuses; [] for a text that it takes.

    `first_line` is the number of the text's first line in its file.
    """
    refusal = find_refusal(text, path, first_line)
    if refusal is None:
        return []
    if refusal.code in ("file-too-large", "yaml-too-deep", "character-refused"):
        return [to_problem(refusal)]
    slips = _slips(text)
    found = [slip.to_problem(path, first_line) for slip in slips]
    left = find_refusals(_mend(text, slips), path, first_line)
    unsaid = [refusal for refusal in left if not is_explained(refusal, found)]
    found += [to_problem(unmended(refusal, found)) for refusal in unsaid]
    return sorted(found, key=lambda problem: problem.sort_key)


def find_silent_mistakes(
    text: str, root: Node | None, path: str, first_line: int = 1
) -> list[Problem]:
    """Return the mistakes in a text that the parser took, seeing what it made of it.

    A glance at the tree decides whether the text is read again, so that good files cost little.
    """
    repeats = [to_problem(refusal) for refusal in find_repeats(root)]
    if not LOST.search(text) and not _is_suspect(root, ""):
        return repeats
    every = _slips(text)
    slips = [slip for slip in every if slip.code in _SILENT]
    if slips and find_refusal(_mend(text, slips), path, first_line):
        slips = every  # what was hidden behind the first mistake
    found = [slip.to_problem(path, first_line) for slip in slips] + repeats
    return sorted(found, key=lambda problem: problem.sort_key)


def _is_suspect(node: Node | None, key: str, signs: re.Pattern[str] = _SUSPECT) -> bool:
    """Whether a value is not of the form that its key wants, with a sign that tells why."""
    if isinstance(node, Scalar):
        return node.is_plain and _is_suspect_text(node.text, key, signs)
    if isinstance(node, Sequence):
        texts = [item for item in node.items if isinstance(item, Scalar)]
        joined = len(texts) == 1 and _seems_joined(texts[0].text)
        fields = bool(wants_of(key).inner) and any(_SUSPECT.search(item.text) for item in texts)
        parts = _SUSPECT_PART if len(node.items) > 1 else _SUSPECT
        signs = parts if node.is_flow else _SUSPECT_ITEM
        return joined or fields or any(_is_suspect(item, key, signs) for item in node.items)
    if isinstance(node, Mapping):
        return any(
            _is_empty_key(name, value) or _is_suspect(value, name.text)
            for name, value in node.entries
        )
    return False


def _is_suspect_text(text: str, key: str, signs: re.Pattern[str]) -> bool:
    wants = wants_of(key)
    if "list" in wants.forms and _MARKED.match(text):
        return True
    return (not key or wants.brackets) and bool(signs.search(text))


def _seems_joined(text: str) -> bool:
    """Whether the one item of a list may have been meant as several, which no sentence is."""
    pieces = [piece.strip(BLANKS) for piece in _WIDE_COMMA.split(text)]
    return are_short(pieces) or (len(pieces) > 1 and bool(_ENCLOSING.search(text)))


def _is_empty_key(key: Scalar, value: Node) -> bool:
    """Whether a key has swallowed its value, or is a known one with signs around it."""
    if not key.is_plain or key.text in known_names():
        return False
    if meant_name(key.text):
        return True
    if not _SUSPECT.search(key.text):
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
    visible = Visible(text)
    page = read_page(visible.text.rstrip("\n"))
    found = [slip for row in page.rows for slip in row.slips]
    for row in page.rows:
        if row.kind is not Kind.BLANK:
            found += [slip for check in CHECKS for slip in check(row)]
    found = [visible.restore(slip) for slip in found]
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
