"""The `---` lines of a Markdown file that were left out, or typed with other dashes."""

import re
from collections.abc import Iterator

from generator.problems import Edit
from generator.read.front_matter import FENCE, Document
from generator.read.slips import BLANKS, DASHES, Slip, change
from generator.read.wants import known_names

_ANY_FENCE = re.compile(rf"[-_─ {DASHES[:6]}]{{2,}}|[=*~]{{3,}}")
_FENCE_WITH_WORDS = re.compile(r"---[-\s\u3000]*([^-\s\u3000].*)")
_FIELD = re.compile(r"([^\s:：]{1,12})[ \u3000]*[:：]")
_MATTER = re.compile(r"[\s\u3000#＃\]}］｝]|[-－—] ?\S")


def is_any_fence(line: str) -> bool:
    """Whether a line is of dashes of any sort."""
    return bool(_ANY_FENCE.fullmatch(line.strip(BLANKS)))


def mend_fences(text: str) -> tuple[list[Slip], Document | None]:
    """Say what is wrong with a file's fences, and split it where they were meant to be.

    The document is None if nothing in the file looks like front matter.
    """
    lines = text.split("\n")
    opening = next((n for n, line in enumerate(lines) if line.strip(BLANKS)), 0)
    slips = list(_check_fence(lines, opening))
    has_opening = is_any_fence(lines[opening]) or bool(slips)
    first = opening + 1 if has_opening else opening
    closing = next(
        (n for n in range(first, len(lines))
         if is_any_fence(lines[n]) or _FENCE_WITH_WORDS.match(lines[n])), None
    )  # fmt: skip
    if has_opening:
        slips += _close(lines, opening, closing)
    else:
        slips.append(_without_opening(lines, opening, closing))
        if not _is_field(lines[opening]):
            return slips, None
    end = closing if closing is not None else _end_of_fields(lines, first)
    body = end + 1 if closing is not None else end
    matter = "\n".join(lines[first:end])
    return slips, Document(matter, first + 1, "\n".join(lines[body:]), body + 1)


def _check_fence(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    words = _FENCE_WITH_WORDS.match(line)
    if line.rstrip() == FENCE:
        return
    indent = len(line) - len(line.lstrip(BLANKS))
    if is_any_fence(line):
        text = line.strip(BLANKS)
        if text == FENCE:
            yield Slip(code="fence-indented", line=number, column=0, width=indent,
                       edits=(change(number, 0, indent, ""),))  # fmt: skip
            return
        yield Slip(code="fence-wrong", line=number, column=indent, width=len(text),
                   facts={"text": text}, edits=(change(number, 0, len(line), FENCE),))  # fmt: skip
    elif words:
        yield Slip(code="fence-words", line=number, column=words.start(1),
                   width=len(words[1].rstrip()), facts={"text": words[1].rstrip()})  # fmt: skip


def _close(lines: list[str], opening: int, closing: int | None) -> Iterator[Slip]:
    """Check the second fence."""
    if closing is not None:
        yield from _check_fence(lines, closing)
        return
    yield Slip(code="front-matter-unclosed", line=opening, column=0,
               width=len(lines[opening].rstrip()),
               edits=_closing_edit(lines, opening + 1))  # fmt: skip


def _without_opening(lines: list[str], opening: int, closing: int | None) -> Slip:
    edits: tuple[Edit, ...] = ()
    if _is_known_field(lines[opening]):
        ending = _closing_edit(lines, opening) if closing is None else ()
        if closing is not None and lines[closing].rstrip() != FENCE:
            ending = (change(closing, 0, len(lines[closing]), FENCE),)
        if ending or closing is not None:
            edits = (change(opening, 0, 0, f"{FENCE}\n"), *ending)
    return Slip(code="front-matter-missing", line=opening, column=0,
                width=len(lines[opening].rstrip()), edits=edits)  # fmt: skip


def _closing_edit(lines: list[str], first: int) -> tuple[Edit, ...]:
    """Return the edit that puts a fence behind the fields, if it is plain where they end."""
    end = _end_of_fields(lines, first)
    fields = any(_is_known_field(line) for line in lines[first:end])
    if not fields or any(_is_known_field(line) for line in lines[end:]):
        return ()
    if end == len(lines):
        return (change(end - 1, len(lines[end - 1]), 0, f"\n{FENCE}"),)
    if not lines[end].strip(BLANKS):
        return (change(end, 0, len(lines[end]), FENCE),)
    return (change(end, 0, 0, f"{FENCE}\n"),)


def _end_of_fields(lines: list[str], first: int) -> int:
    """Return the number of the first line behind the fields."""
    for number in range(first, len(lines)):
        line = lines[number]
        if not line.strip(BLANKS):
            following = next((text for text in lines[number:] if text.strip(BLANKS)), "")
            if not _is_field(following):
                return number
        elif not _is_field(line) and not _MATTER.match(line):
            return number
    return len(lines)


def _is_field(line: str) -> bool:
    return bool(_FIELD.match(line))


def _is_known_field(line: str) -> bool:
    match = _FIELD.match(line)
    return match is not None and match[1] in known_names()
