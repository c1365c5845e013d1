"""What the strict parser refuses, said in a code of ours, at its place in the file as it is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.problems import Edit, Problem, Severity
from generator.read.yaml_nodes import Mapping, Node, Sequence
from generator.read.yaml_text import YamlRefusedError, parse_yaml

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


def find_refusal(text: str, path: str, first_line: int) -> YamlRefusedError | None:
    """Return why the parser refuses a text; None if it takes it."""
    try:
        parse_yaml(text, path, first_line)
    except YamlRefusedError as error:
        return error
    return None


def find_refusals(text: str, path: str, first_line: int) -> list[YamlRefusedError]:
    """Return why the parser refuses a text, or the keys that it left out as written before."""
    try:
        return list(find_repeats(parse_yaml(text, path, first_line)))
    except YamlRefusedError as error:
        return [error]


def find_repeats(node: Node | None) -> Iterator[YamlRefusedError]:
    """Yield a refusal for each key that its mapping has already, at any depth."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from find_repeats(item)
    elif isinstance(node, Mapping):
        for key, line in node.repeats:
            yield YamlRefusedError("key-twice", key.place, name=key.text, line=line)
        for _, value in node.entries:
            yield from find_repeats(value)


def is_explained(refusal: YamlRefusedError, found: list[Problem]) -> bool:
    """Whether a mistake that could not be mended is why the parser still refuses."""
    if refusal.code != "yaml-syntax":
        return any(problem.code == refusal.code for problem in found)
    lines = [
        problem.place.line
        for problem in found
        if not problem.edits and problem.severity is Severity.ERROR
    ]
    return any(line <= refusal.place.line for line in lines)


def unmended(refusal: YamlRefusedError, found: list[Problem]) -> YamlRefusedError:
    """Return the refusal at its column before the edits were made."""
    edits = sorted(edit for problem in found for edit in problem.edits)
    facts = refusal.facts
    if isinstance(line := facts.get("line"), int):
        facts = facts | {"line": _line_before(line, edits)}
    place = replace(refusal.place, line=_line_before(refusal.place.line, edits))
    for edit in edits:
        if edit.line == place.line and edit.column < place.column:
            moved = place.column + edit.length - len(edit.text)
            place = replace(place, column=max(moved, edit.column))
    return YamlRefusedError(refusal.code, place, **facts)


def _line_before(line: int, edits: list[Edit]) -> int:
    """Return the number that a line had before the edits broke others above it."""
    return line - sum(edit.text.count("\n") for edit in edits if edit.line < line)


def to_problem(refusal: YamlRefusedError) -> Problem:
    """Return the parser's refusal in a code of ours."""
    code, facts = refusal.code, refusal.facts
    if code == "yaml-syntax":
        reason = str(facts.get("reason", ""))
        code = next((c for pattern, c in _REASONS if re.search(pattern, reason)), code)
        facts = {}
    return Problem(place=refusal.place, code=code, facts=facts)
