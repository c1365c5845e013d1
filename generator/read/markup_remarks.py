"""What stands in a body and would not be seen on its page, or not as its author meant it.

Markdown drops without a word: cells that no heading stands above, notes that no link asks for, what
follows the dots of a block of code. HTML becomes text here. Whoever wrote any of that is told.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from generator.problems import Edit, Fact, Place, Problem, Severity
from generator.read.markup_limits import MAX_DEPTH
from generator.read.remarks import Remarks

HTML = "html_as_text"
"""The type of a token that is HTML in the text, until it is remarked upon."""

_NOTE = re.compile(r"[ \t>]*\[(?P<name>[^\]]+)\](?P<colon>:)[ \t]*(?P<text>.*)")
_ENDS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<", ">"))
"""How what HTML leaves out begins, tags last, and how it ends."""
_LANGUAGE = re.compile(r"[A-Za-z0-9_+#.-]*")
_CONTAINERS = ("blockquote_open", "bullet_list_open", "ordered_list_open")


def take_html_as_text(state: StateInline, silent: bool) -> bool:
    """Take a tag or comment for text as a whole: no Markdown is looked for inside of it."""
    if state.src[state.pos] != "<":
        return False
    end = next(end for begin, end in _ENDS if state.src.startswith(begin, state.pos))
    if state.html_terminator_last(end) < state.pos:  # else each of many would be read to the end
        return False
    tag = HTML_TAG_RE.match(state.src, state.pos)
    if tag is None:
        return False
    if not silent:
        token = state.push(HTML, "", 0)
        token.content = tag[0]
    state.pos = tag.end()
    return True


def remark_html(remarks: Remarks, tokens: Iterable[Token]) -> None:
    """Turn the HTML in these blocks to text, and warn of it; to be done before texts are joined."""
    for block in tokens:
        line = block.map[0] if block.map else 0
        tags = [token for token in _inner(block) if token.type == HTML]
        for number, token in enumerate(tags):
            token.type = "text"
            if number == 0 or not token.content.startswith("</"):
                remarks.warn("markup-html", line, token.content, value=token.content)


def _inner(block: Token) -> Iterator[Token]:
    for token in block.children or []:
        yield token
        yield from _inner(token)  # the words of a picture


def remark_blocks(remarks: Remarks, tokens: list[Token], env: EnvType) -> None:
    """Note what these blocks have that is not shown."""
    _remark_depth(remarks, tokens)
    for block in tokens:
        remark = _BY_BLOCK.get(block.type)
        if remark:
            remark(remarks, block)
    _remark_rows(remarks, tokens)
    _remark_numbers(remarks, tokens)
    _remark_notes(remarks, tokens, env)


def _remark_depth(remarks: Remarks, tokens: list[Token]) -> None:
    """Refuse what is nested so deeply that the parser may leave out what is inside."""
    depth = 0
    for token in tokens:
        depth += token.nesting * (token.type.replace("_close", "_open") in _CONTAINERS)
        if depth > MAX_DEPTH:
            line = remarks.first_line + (token.map[0] if token.map else 0)
            place = Place(path=remarks.path, line=line, column=1)
            facts: dict[str, Fact] = {"limit": MAX_DEPTH}
            remarks.problems.append(Problem(place=place, code="markup-too-deep", facts=facts))
            return


def _remark_fence(remarks: Remarks, block: Token) -> None:
    words = block.info.strip()
    if words and not _LANGUAGE.fullmatch(words):
        line = block.map[0] if block.map else 0
        remarks.warn("markup-code-words", line, words, value=words)
        block.info = ""


def _remark_pictures(remarks: Remarks, block: Token) -> None:
    line = block.map[0] if block.map else 0
    for token in block.children or []:
        title = str(token.attrGet("title") or "") if token.type == "image" else ""
        if title:
            remarks.warn("image-title", line, title, value=title)


_BY_BLOCK: dict[str, Callable[[Remarks, Token], None]] = {
    "fence": _remark_fence,
    "inline": _remark_pictures,
}


def _remark_rows(remarks: Remarks, tokens: list[Token]) -> None:
    """Warn of cells to the right of a table's head: they are left out."""
    columns = 0
    for token in tokens:
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map:
            extra = [cell for cell in _cells(remarks.lines[token.map[0]])[columns:] if cell]
            if extra:
                remarks.warn("markup-row-long", token.map[0], extra[0], value="\n".join(extra))


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in escapedSplit(line.lstrip(" \t>").rstrip())]
    return cells[1:] if cells and not cells[0] else cells


def _remark_numbers(remarks: Remarks, tokens: list[Token]) -> None:
    """Warn of a list whose points are shown with other numbers than were written."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info and lists:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            _remark_list(remarks, lists.pop())


def _remark_list(remarks: Remarks, points: list[Token]) -> None:
    numbers = [int(point.info) for point in points]
    if len(set(numbers)) == 1:
        return
    for count, (before, after) in enumerate(pairwise(numbers), start=1):
        if after != before + 1:
            line = points[count].map
            shown = numbers[0] + count
            written = f"{points[count].info}{points[count].markup}"
            remarks.warn("markup-numbers", line[0] if line else 0, written,
                         value=after, shown=shown)  # fmt: skip
            return


def _remark_notes(remarks: Remarks, tokens: list[Token], env: EnvType) -> None:
    """Warn of lines like `[注意]: 请带伞`, which are addresses of links that nobody has made."""
    asked = {
        token.meta["label"] for block in tokens for token in _inner(block) if "label" in token.meta
    }
    notes = env.get("references", {})
    unused = [note for label, note in notes.items() if label not in asked]
    for note in [*unused, *env.get("duplicate_refs", [])]:
        _remark_note(remarks, note["map"][0])


def _remark_note(remarks: Remarks, line: int) -> None:
    written = remarks.lines[line]
    parts = _NOTE.match(written)
    if parts is None:  # its name goes over several lines
        remarks.warn("markup-note-hidden", line, "", value=written.strip())
        return
    number, column = remarks.first_line + line, parts.start("colon") + 1
    place = Place(path=remarks.path, line=number, column=column)
    value = f"[{parts['name']}]: {parts['text']}"
    edit = Edit(line=number, column=column, length=1, text="：")
    is_certain = "/" not in value and not value.isascii()  # words, and nobody's address
    problem = Problem(place=place, code="markup-note-hidden", severity=Severity.WARNING,
                      facts={"value": value}, edits=(edit,) if is_certain else ())  # fmt: skip
    remarks.problems.append(problem)
