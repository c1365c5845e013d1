"""All of Markdown: CommonMark with tables, and emphasis and line breaks that suit Chinese.

CommonMark's flanking rules assume words between spaces, so `**注意：**请` stays plain there. The
amendment used here treats Chinese punctuation as letters and lets a Chinese character stand where
the rules want a space (the "CJK-friendly" emphasis proposal). Text without Chinese is not touched:
with raw HTML allowed, every example of the specification gives the published result.

No author writes HTML: what looks like it is shown as text. So a page has elements and attributes
that stand here and in the parser, no element of a body has an id or a style, and a link leads to
the web by http, https, mailto or tel, or into this site.
"""

import re
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from generator.model.prose import Prose, Target
from generator.read.body_links import is_safe_link, resolve_link, resolve_picture
from generator.read.chinese_text import is_chinese, touches
from generator.read.markup_remarks import remark_blocks, remark_html, take_html_as_text
from generator.read.remarks import Remarks

_HOLE = re.compile("\uf8ff([0-9]+)\uf8ff")  # private use: a body that has its own is refused
_MASK = 4
"""So many stars between digits hide what stands there."""
_DIGITS = "0123456789"
_TEXT_TOKENS = ("text", "code_inline", "softbreak", "hardbreak", "image")

_ALIGNED = re.compile(r"text-align:(left|center|right)")
_refused_links: ContextVar[list[str]] = ContextVar("refused_links")
"""The addresses of the body at hand that were not taken for links."""


@dataclass(slots=True)
class _Finding:
    """What the rules below note down while one body is rendered."""

    remarks: Remarks
    targets: list[Target] = field(default_factory=list)


class _Inline(ParserInline):
    """Reads what stands within a block; most cells and items are nothing but words."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Add the tokens of a text to `tokens`: one if the rule for text would take all of it."""
        if not src or self.terminator_re.search(src):
            return super().parse(src, md, env, tokens)
        tokens.append(Token("text", "", 0, content=src))
        return tokens


def make_parser(*, html: bool) -> MarkdownIt:
    """Return a CommonMark parser with tables and the Chinese rules; `html` lets HTML through."""
    parser = MarkdownIt("commonmark", {"html": html})
    parser.inline = _Inline()
    parser.configure("commonmark", {"html": html}).enable("table")
    parser.inline.ruler.at("emphasis", _scan_emphasis)
    parser.core.ruler.push("chinese_line_breaks", _join_chinese_lines)
    parser.add_render_rule("blockquote_open", _open_blockquote)
    return parser


def _leave_hole(
    self: RendererHTML,  # noqa: ARG001 - the signature of a rule
    tokens: Sequence[Token],
    idx: int,
    options: OptionsDict,  # noqa: ARG001
    env: EnvType,  # noqa: ARG001
) -> str:
    """Write nothing of a picture but the mark where it goes."""
    return str(tokens[idx].attrGet("src"))


def _open_blockquote(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    """Put an empty quotation's tags on two lines, as the specification does."""
    return self.renderToken(tokens, idx, options, env).rstrip("\n") + "\n"


@cache
def _body_parser() -> MarkdownIt:
    parser = make_parser(html=False)
    parser.options["store_labels"] = True
    parser.validateLink = _take_link  # type: ignore[method-assign]
    parser.inline.ruler.at("html_inline", take_html_as_text)
    parser.core.ruler.before("text_join", "html_as_text", _show_html_as_text)
    parser.core.ruler.push("remark_blocks", _remark)
    parser.core.ruler.push("demote_headings", _demote_headings)
    parser.core.ruler.push("open_links", _open_links)
    parser.core.ruler.push("name_table_looks", _name_table_looks)
    parser.add_render_rule("image", _leave_hole)
    return parser


def parse_prose(text: str, remarks: Remarks) -> Prose:
    """Return a body as HTML; what would not be seen, or not as it was meant, goes to `remarks`."""
    refused: list[str] = []
    _refused_links.set(refused)
    parser = _body_parser()
    finding = _Finding(remarks)
    env: dict[str, Any] = {"finding": finding}
    tokens = parser.parse(text, env)
    for address in dict.fromkeys(refused):
        written = unquote(address)
        remarks.warn("link-refused", 0, written, value=written)
    html = parser.renderer.render(tokens, parser.options, env).strip()
    pieces = _HOLE.split(html)[::2]
    order = [int(number) for number in _HOLE.findall(html)]
    targets = tuple(finding.targets[number] for number in order)
    words, lead = _plain_text(tokens), _plain_text(_first_paragraph(tokens))
    return Prose(tuple(pieces), targets, words, lead)


def _scan_emphasis(state: StateInline, silent: bool) -> bool:
    """Note runs of `*` and `_` with what they can open and close, Chinese text considered."""
    marker = state.src[state.pos]
    if silent or marker not in ("_", "*"):
        return False
    start = state.pos
    scanned = state.scanDelims(start, marker == "*")
    can_open, can_close = scanned.can_open, scanned.can_close
    before = state.src[start - 1] if start > 0 else " "
    end = start + scanned.length
    after = state.src[end] if end < state.posMax else " "
    if scanned.length >= _MASK and before in _DIGITS and after in _DIGITS:
        can_open = can_close = False  # 138****1234: a number with its middle hidden
    elif marker == "*" and (is_chinese(before) or is_chinese(after)):
        can_open = _flanks(outer=before, inner=after)
        can_close = _flanks(outer=after, inner=before)
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, can_open, can_close)
        )
    state.pos = end
    return True


def _flanks(*, outer: str, inner: str) -> bool:
    """Whether a run between these two characters can open (or, seen backwards, close) emphasis."""
    if isWhiteSpace(ord(inner)):
        return False
    if not _is_western_punctuation(inner):
        return True
    return isWhiteSpace(ord(outer)) or _is_western_punctuation(outer) or is_chinese(outer)


def _is_western_punctuation(character: str) -> bool:
    if is_chinese(character):
        return False
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _join_chinese_lines(state: StateCore) -> None:
    """Drop the soft line break between two Chinese characters: no space belongs there."""
    for block in state.tokens:
        children = block.children or []
        texts = [t for t in children if t.type in _TEXT_TOKENS and (t.content or "break" in t.type)]
        for before, token, after in zip(texts, texts[1:], texts[2:], strict=False):
            if token.type == "softbreak" and touches(before.content, after.content):
                token.type, token.content = "text", ""


def _demote_headings(state: StateCore) -> None:
    """Begin bodies at h2, for the page has its own h1."""
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"


def _show_html_as_text(state: StateCore) -> None:
    remark_html(state.env["finding"].remarks, state.tokens)


def _remark(state: StateCore) -> None:
    remark_blocks(state.env["finding"].remarks, state.tokens, state.env)


def _name_table_looks(state: StateCore) -> None:
    """Give tables classes; how a column is aligned, too, for pages have no inline styles."""
    for token in state.tokens:
        if token.type == "table_open":
            token.attrSet("class", "prose-table")
        elif token.type in ("th_open", "td_open"):
            aligned = _ALIGNED.fullmatch(str(token.attrs.pop("style", "")))
            if aligned:
                token.attrSet("class", f"align-{aligned[1]}")


def _take_link(url: str) -> bool:
    """Whether an address becomes a link; noted if not, and then it remains text as written."""
    if is_safe_link(url):
        return True
    _refused_links.get().append(url)
    return False


def _open_links(state: StateCore) -> None:
    """Take each link and picture out into a target and leave a hole where it goes."""
    finding: _Finding = state.env["finding"]
    remarks = finding.remarks
    for block in state.tokens:
        line = block.map[0] if block.map else 0
        for token in block.children or []:
            if token.type == "link_open":
                address = str(token.attrGet("href") or "")
                _dig_hole(token, "href", finding, resolve_link(address, remarks, line))
            elif token.type == "image":
                address, words = str(token.attrGet("src") or ""), _plain_text([token])
                _dig_hole(token, "src", finding, resolve_picture(address, words, remarks, line))


def _dig_hole(token: Token, attribute: str, finding: _Finding, target: Target) -> None:
    token.attrSet(attribute, f"\uf8ff{len(finding.targets)}\uf8ff")
    finding.targets.append(target)


def _plain_text(tokens: list[Token]) -> str:
    """Return the words of these blocks in one line."""
    words = []
    for block in tokens:
        if block.type in ("fence", "code_block"):
            words.append(block.content)
        children = block.children or []
        words += [" " if token.type.endswith("break") else token.content for token in children]
        if block.children:
            words.append(" ")
    return " ".join("".join(words).split())


def _first_paragraph(tokens: list[Token]) -> list[Token]:
    """Return the inline block of the first paragraph that stands by itself."""
    for before, block in pairwise(tokens):
        if before.type == "paragraph_open" and before.level == 0:
            return [block]
    return []
