"""Problems on the terminal: a sentence, where it is, the line with a caret, what to do instead."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from generator.commands.excerpt import draw_excerpt, find_screen
from generator.fix import Folder
from generator.fix.edits import split_lines
from generator.messages import describe, say
from generator.privacy import Kind, mask_text
from generator.problems import Fact, Place, Problem, Severity

SHOWN = 20
_COMMAND = "linli check --fix"
_BETWEEN_CELLS = " | "
_PAGED = ".pdf"
"""Files in which the line of a place is a page."""
_SECRET = ("publish-password",)
"""Of what no line is shown: a password would stand in it."""
_ALL = frozenset(Kind)
"""What a report shows of a file is masked, even what may be public."""


def to_json(problem: Problem, folder: Folder, language: str) -> dict[str, str | int | bool]:
    """Return a problem as one record of `--format json`; `folder` is that of the site."""
    text = describe(problem, language)
    return {
        "path": mask_text(problem.place.path),
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": text.message,
        "help": text.remedy,
        "fixable": folder.can_mend(problem),
    }


def to_detail(problem: Problem, folder: Folder, language: str) -> dict[str, str | int]:
    """Return the parts of what `to_text` says of a problem, each without what surrounds it there.

    They are `word` (such as error), `position`, `message`, `excerpt` and `help`.
    """
    text = describe(problem, language)
    return {
        "word": say(f"word-{problem.severity.value}", language).message,
        "position": _position(problem.place, language) if problem.place.path else "",
        "message": text.message,
        "excerpt": "\n".join(_excerpt(problem.place, folder.site)),
        "help": text.remedy,
    }


def to_text(problems: Sequence[Problem], folder: Folder, language: str) -> str:
    """Return a report of the first `SHOWN` problems and the number of the others."""
    blocks = [_block(problem, folder, language) for problem in problems[:SHOWN]]
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


def _block(problem: Problem, folder: Folder, language: str) -> str:
    """Return what is said of one problem, and whether nobody has to mend it by hand."""
    text = describe(problem, language)
    word = say(f"word-{problem.severity.value}", language).message
    lines = [f"{word}[{problem.code}] {text.message}"]
    if problem.place.path:
        lines.append(f"  --> {_position(problem.place, language)}")
    if problem.code not in _SECRET:
        lines += _excerpt(problem.place, folder.site)
    if text.remedy:
        lines.append(f"  {say('word-help', language).message}: {text.remedy}")
    if _COMMAND not in text.remedy and folder.can_mend(problem):
        lines.append(f"  {say('summary-fixable', language).message}")
    return "\n".join(lines)


def _position(place: Place, language: str) -> str:
    """Return `path:line:column`, without what the place does not say; of a table, the cell too."""
    path = mask_text(place.path)
    if place.cells:
        facts: dict[str, Fact] = {"row": place.line, "column": place.column_letters}
        cell = say("word-cell", language, facts).message
        return f"{path}:{place.line}:{place.column} ({cell})"
    if place.line and place.path.lower().endswith(_PAGED):
        page = say("word-page", language, {"page": place.line}).message
        return f"{path}:{place.line} ({page})"
    numbers = (place.line, place.column) if place.line and place.column else (place.line,)
    return ":".join([path, *(str(number) for number in numbers if number)])


def _excerpt(place: Place, site: Path) -> list[str]:
    """Return the source line with a caret under the words that are meant, if it can be shown."""
    if place.cells:
        return _draw(*_join_cells(place), place)
    source = _read_lines(site / place.path)
    if not 0 < place.line <= len(source) or place.column < 1:
        return []
    return _draw(source[place.line - 1], place.column, place)


def _join_cells(place: Place) -> tuple[str, int]:
    """Return a row of a table in one line, and the column in it of the words that are meant."""
    before = place.cells[: place.column - 1]
    before += ("",) * (place.column - 1 - len(before))
    start = sum(len(cell) + len(_BETWEEN_CELLS) for cell in before)
    return _BETWEEN_CELLS.join(
        (*before, *place.cells[place.column - 1 :])
    ), start + place.offset + 1


def _draw(text: str, column: int, place: Place) -> list[str]:
    """Return a line with its number and the caret below."""
    screen = find_screen(margin=len(f"{place.line} | "))
    line, caret = draw_excerpt(mask_text(text, _ALL), column, place.width, screen)
    number = str(place.line)
    gutter = " " * len(number)
    return [f"{gutter} |", f"{number} | {line}", f"{gutter} | {caret}"]


def _read_lines(path: Path) -> list[str]:
    """Return the lines of a file, read once until it changes."""
    try:
        found = path.stat()
    except OSError:
        return []
    return _lines(path, (found.st_mtime_ns, found.st_size))


@lru_cache(maxsize=64)
def _lines(path: Path, state: tuple[int, int]) -> list[str]:  # noqa: ARG001 - a part of the key
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return []
    return split_lines(text)
