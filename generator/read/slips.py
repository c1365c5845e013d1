"""A slip of the pen in YAML as it was found, and the signs that people type for the ASCII ones."""

import re

import msgspec

from generator.frozen import Frozen
from generator.pattern import Pattern
from generator.problems import Edit, Fact, Place, Problem, Severity

BLANKS = " \t\u3000\u00a0\u2002\u2003\u2009"
ODD_BLANKS = BLANKS[2:]
COLONS = ":：﹕︰∶"
LIKE_COLONS = ";；=＝"
DASHES = "－—–―‐‑−•●·"
OPENERS = {"［": "[", "｛": "{", "【": "[", "〔": "["}
CLOSERS = {"］": "]", "｝": "}", "】": "]", "〕": "]"}
PAIRS = {"[": "]", "{": "}"}
CURLY_PAIRS = {"“": "”", "‘": "’", "”": "“", "＂": "＂"}
CURLY = "“”‘’＂＇„‟"
SIGNS = "@`%&*!|>,]}"  # a plain value cannot begin with one

NUMBERED = Pattern(
    r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[、)）]|[.．](?!\d))|[①-⑳]"
    r"|[*+](?= )|[—－]{2}(?![—－])"
)
"""What people put before the points of a list: 1、 2. （3） 四、 ⑤ * —— """

_WORD = Pattern(r"[A-Za-z\u3400-\u9fff][-\w]{0,11}")
_COMMENT = Pattern(r"[ \t]+#")
_ASCII_NAME = Pattern(r"[&*!]!?[A-Za-z0-9_-]+(?= |$)")


class Slip(Frozen, kw_only=True):
    """One mistake in a text; lines and columns count from 0 here, for they index the text."""

    code: str
    line: int
    column: int
    width: int = 1
    edits: tuple[Edit, ...] = ()
    facts: dict[str, Fact] = msgspec.field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def to_problem(self, path: str, first_line: int) -> Problem:
        """Return the problem, with lines as the whole file counts them."""
        place = Place(
            path=path,
            line=first_line + self.line,
            column=self.column + 1,
            width=max(self.width, 1),
        )
        edits = tuple(
            Edit(line=first_line + e.line, column=e.column + 1, length=e.length, text=e.text)
            for e in self.edits
        )
        return Problem(
            place=place, code=self.code, severity=self.severity, facts=self.facts, edits=edits
        )


def change(line: int, column: int, length: int, text: str) -> Edit:
    """Return an edit that counts from 0, for a `Slip`."""
    return Edit(line=line, column=column, length=length, text=text)


def is_word(text: str) -> bool:
    """Whether a text looks like the name of a field."""
    return bool(_WORD.fullmatch(text.strip(BLANKS)))


def last_word(text: str) -> str:
    """Return the letters at a text's end, which may be the name of a field."""
    match = re.search(r"[-A-Za-z\u3400-\u9fff]*$", text)
    return match.group() if match else ""


def is_yaml_name(value: str) -> bool:
    """Whether a value begins with an anchor, alias or tag as somebody who knows YAML writes it."""
    return bool(_ASCII_NAME.match(value))


def quoted(text: str) -> str:
    """Return a text in ASCII quotes, so that YAML reads exactly this text."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def end_of_quote(text: str, start: int) -> int | None:
    """Return the column after the quote that closes the one at `start`, if it is in this line."""
    sign = text[start]
    column = start + 1
    while column < len(text):
        if sign == '"' and text[column] == "\\":
            column += 2
        elif text[column] != sign:
            column += 1
        elif sign == "'" and text[column + 1 : column + 2] == "'":
            column += 2
        else:
            return column + 1
    return None


def end_of_blanks(text: str, start: int) -> int:
    """Return the column of the first character from `start` on that is no blank."""
    while start < len(text) and text[start] in BLANKS:
        start += 1
    return start


def cut_comment(text: str, start: int) -> int:
    """Return the column where a plain value that begins at `start` ends for YAML."""
    match = _COMMENT.search(text, max(start - 1, 0))
    end = match.start() if match else len(text)
    return start + len(text[start:end].rstrip(" \t"))
