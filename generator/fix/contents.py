"""One file's bytes mended: another encoding becomes UTF-8, else the edits of its problems.

A byte order mark stays if there was one, and line ends stay as they are, but a mix becomes one.
"""

from collections.abc import Sequence

from generator.encodings import decode_foreign
from generator.fix.edits import apply_edits, unify_line_ends
from generator.frozen import Frozen
from generator.problems import Problem

ENCODING_CODES = ("encoding-not-utf8", "encoding-suspect")
"""No UTF-8 at all, or UTF-8 by chance only."""
_MARK = "\ufeff"


class Outcome(Frozen):
    """A file's text before and after; `encoding` is the one it had, if it was not UTF-8."""

    before: str
    after: str
    codes: tuple[str, ...]
    encoding: str = ""


def mend_bytes(data: bytes, problems: Sequence[Problem]) -> Outcome | None:
    """Return what the problems' edits make of a file; None if none of them can be applied."""
    code = next((problem.code for problem in problems if problem.code in ENCODING_CODES), None)
    if code:
        reading = decode_foreign(data)
        if reading is None:
            return None
        text, encoding = reading
        return Outcome(text, unify_line_ends(text), (code,), encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _edit(text, [problem for problem in problems if problem.edits])


def may_be_mended(problem: Problem) -> bool:
    """Return whether a problem is of those that are mended, if its file allows it."""
    return bool(problem.place.path) and bool(problem.edits or problem.code in ENCODING_CODES)


def _edit(text: str, problems: Sequence[Problem]) -> Outcome | None:
    mark = _MARK if text.startswith(_MARK) else ""
    inner = text.removeprefix(_MARK)
    changed, applied = apply_edits(inner, [problem.edits for problem in problems])
    if not applied or changed == inner:
        return None
    codes = tuple(dict.fromkeys(problems[number].code for number in applied))
    return Outcome(text, mark + unify_line_ends(changed), codes)
