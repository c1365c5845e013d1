"""Problems on the terminal: a sentence, where it is, the line with a caret, what to do instead."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from generator.messages import describe, say
from generator.problems import Problem, Severity

SHOWN = 20


def to_json(problem: Problem, language: str) -> dict[str, str | int]:
    """Return a problem as one record of `--format json`."""
    text = describe(problem, language)
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": text.message,
        "help": text.remedy,
    }


def to_text(problems: Sequence[Problem], site: Path, language: str) -> str:
    """Return a report of the first `SHOWN` problems and the number of the others."""
    blocks = [_block(problem, site, language) for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        blocks.append(say("summary-more", language, {"count": len(problems) - SHOWN}).message)
    return "\n\n".join(blocks)


def count(problems: Sequence[Problem]) -> dict[str, str | int]:
    """Return how many errors, warnings and notes there are, as facts for a message."""
    severities = [problem.severity for problem in problems]
    return {
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "notes": severities.count(Severity.NOTE),
    }


def _block(problem: Problem, site: Path, language: str) -> str:
    text = describe(problem, language)
    word = say(f"word-{problem.severity.value}", language).message
    lines = [f"{word}[{problem.code}] {text.message}"]
    place = problem.place
    if place.path:
        position = f":{place.line}:{place.column}" if place.line else ""
        lines.append(f"  --> {place.path}{position}")
    lines += _excerpt(problem, site)
    if text.remedy:
        lines.append(f"  {say('word-help', language).message}: {text.remedy}")
    return "\n".join(lines)


def _excerpt(problem: Problem, site: Path) -> list[str]:
    """Return the source line with a caret under the words that are meant, if it can be shown."""
    place = problem.place
    source = _lines(site / place.path)
    if not 0 < place.line <= len(source) or place.column < 1:
        return []
    line = source[place.line - 1]
    before = line[: place.column - 1]
    meant = line[place.column - 1 : place.column - 1 + place.width]
    number = str(place.line)
    return [
        f"{' ' * len(number)} |",
        f"{number} | {line}",
        f"{' ' * len(number)} | {' ' * columns(before)}{'^' * max(columns(meant), 1)}",
    ]


@lru_cache(maxsize=64)
def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    return [_visible(line) for line in text.replace("\r\n", "\n").split("\n")]


def _visible(line: str) -> str:
    """Replace what would move the cursor, one character for one."""
    return "".join(c if c.isprintable() else " " for c in line)


def columns(text: str) -> int:
    """Return how many columns a terminal gives a text: two for a wide character (UAX #11)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
