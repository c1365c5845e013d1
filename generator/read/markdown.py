"""Markdown bodies.

Before: the text of a body. After: `Prose`, HTML whose links are left open for the page to fill.
"""

from generator.model.prose import Prose
from generator.problems import Problem
from generator.read.characters import has_direction
from generator.read.invisible import find_invisible, strip_invisible
from generator.read.markup_limits import find_excess
from generator.read.plain_markdown import read_plain
from generator.read.remarks import Remarks


def read_prose(text: str, path: str, first_line: int) -> tuple[Prose, list[Problem]]:
    """Return a body as HTML, and what is wrong with it; nothing of it if it breaks a limit.

    `path` is the file's, from the site's folder (links are relative to it); `first_line` is the
    number of the body's first line in the file.
    """
    problems = find_excess(text, path, first_line)
    if problems:
        return Prose(), problems
    remarks = Remarks(path, first_line, text.split("\n"))
    # What else is not seen does no harm to words, and is in half of what is pasted from chats.
    remarks.problems += [
        slip.to_problem(path, first_line)
        for slip in find_invisible(text)
        if has_direction(remarks.lines[slip.line][slip.column : slip.column + slip.width])
    ]
    visible = strip_invisible(text)
    prose = read_plain(visible, remarks)
    if prose is None:
        # The parser takes 0.06 s to import, and few sites have a body that needs it.
        from generator.read.commonmark import parse_prose  # noqa: PLC0415

        prose = parse_prose(visible, remarks)
    return prose, sorted(remarks.problems, key=lambda problem: problem.sort_key)
