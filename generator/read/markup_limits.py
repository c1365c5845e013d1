"""What a body may grow to, told from its text before a parser sees it.

A few characters of Markdown can become a page that takes a minute and a gigabyte: a table's rows
are completed to the width of its head, and what is nested too deeply a parser drops. The counts
here are never below what the parser will make, and for what people write they are the same.
"""

import re
from collections.abc import Iterator

from generator.problems import Fact, Place, Problem
from generator.read.characters import (
    find_refused,
    find_refused_code,
    name_character,
    name_code,
)
from generator.read.pipe_tables import is_rule

MAX_DEPTH = 8
"""Quotations and lists within one another."""
MAX_COLUMNS = 20
MAX_CELLS = 2000
"""Of a table, with the cells that its rows lack."""
_MAX_OPEN_BRACKETS = 50
"""Square ones that wait for their end in one paragraph; the parser looks for it from each."""

_CONTAINER = r"[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))"
_TOO_DEEP = re.compile(rf"\n(?:{_CONTAINER}){{{MAX_DEPTH + 1}}}", re.MULTILINE)
"""With the end of the line above, for that is quickly looked for."""
_BREAK = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$", re.MULTILINE)
_BRACKET = re.compile(r"(?<!\\)[\[\]]")


def find_excess(text: str, path: str, first_line: int) -> list[Problem]:
    """Return a problem for each limit that a body breaks, the first place of each."""
    found: list[Problem] = []
    found += _find_characters(text, path, first_line)
    for check in (_find_depth, _find_tables, _find_brackets):
        problem = next(check(text), None)
        if problem is not None:
            code, number, facts = problem
            place = Place(path=path, line=first_line + number, column=1)
            found.append(Problem(place=place, code=code, facts=facts))
    return found


_Excess = tuple[str, int, dict[str, Fact]]
"""A code, the number of the line from 0, and facts."""


def _find_characters(text: str, path: str, first_line: int) -> Iterator[Problem]:
    refused, code = find_refused(text), find_refused_code(text)
    for match, name in (
        (refused, refused and name_character(refused[0])),
        (code, code and name_code(code)),
    ):
        if match and name:
            above = text.count("\n", 0, match.start())
            column = match.start() - text.rfind("\n", 0, match.start())
            place = Place(path=path, line=first_line + above, column=column, width=len(match[0]))
            yield Problem(place=place, code="character-refused", facts={"character": name})


def _find_depth(text: str) -> Iterator[_Excess]:
    """Yield the lines that open too many quotations and lists at once."""
    for signs in _TOO_DEEP.finditer(f"\n{text}"):  # where a line begins there, it does in `text`
        if not _BREAK.match(text, signs.start()):
            yield "markup-too-deep", text.count("\n", 0, signs.start()), {"limit": MAX_DEPTH}


def _find_tables(text: str) -> Iterator[_Excess]:
    """Yield the heads of tables that are too wide, or too large once all rows are as wide."""
    if "|" not in text:
        return
    lines = text.split("\n")
    for number in range(1, len(lines)):
        rule = lines[number]
        if "-" not in rule or "|" not in rule or not is_rule(rule):
            continue
        columns = len(rule.strip(" \t>").strip("|").split("|"))
        rows = 1
        while number + rows < len(lines) and lines[number + rows].strip(" \t>"):
            rows += 1
        if columns > MAX_COLUMNS or columns * rows > MAX_CELLS:
            facts: dict[str, Fact] = {"columns": MAX_COLUMNS, "cells": MAX_CELLS}
            yield "markup-table-large", number - 1, facts


def _find_brackets(text: str) -> Iterator[_Excess]:
    """Yield the lines in which too many square brackets are open."""
    if text.count("[") <= _MAX_OPEN_BRACKETS:
        return
    still_open = 0
    for number, line in enumerate(text.split("\n")):
        if not line.strip():
            still_open = 0
        for bracket in _BRACKET.findall(line):
            still_open = max(0, still_open + (1 if bracket == "[" else -1))
            if still_open > _MAX_OPEN_BRACKETS:
                yield "markup-too-deep", number, {"limit": MAX_DEPTH}
