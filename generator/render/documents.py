"""Documents: the HTML of a poster as WeasyPrint lays it out, made in a fifth of its own time.

WeasyPrint parses HTML in Python, and asks of every element whether one of some two hundred rules
for browsers is about it, most of them about notes at the foot of a page. A poster's template writes
HTML that is XML as well, which expat parses, and few sorts of elements, about which few rules are.
What is not so, from another theme for instance, goes WeasyPrint's own way; the paper is the same.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

_DOCTYPE = re.compile(r"\s*<!doctype html>\s*", re.IGNORECASE)
_VOID = re.compile(r"<((?:br|col|hr|img|input|link|meta|wbr)\b[^>]*?)\s*/?>")
_ATTRIBUTES = {"base_url", "url_fetcher", "media_type", "wrapper_element", "etree_element"}
"""What WeasyPrint's document consists of. One that has more, or less, is left to make itself."""
_NOTES = re.compile(r"footnote|running\(|element\(|::note")
_MARGIN_BOX = re.compile(r"@(top|bottom|left|right)-(left-corner|right-corner|\w+)")
_ACROSS = {"left-corner": "right", "left": "left", "right": "right", "right-corner": "left"}

_PLAIN = frozenset({
    "html", "head", "meta", "title", "body", "main", "header", "footer", "section", "article",
    "div", "figure", "figcaption", "h1", "h2", "h3", "p", "ul", "ol", "li", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td", "span", "b", "strong", "em", "i", "br", "wbr",
    "img",
})  # fmt: skip
"""The elements for which `_DEFAULTS` says all that WeasyPrint's own style sheet says."""
_DEFAULTS = """
head, meta, title { display: none }
article, blockquote, body, div, figure, figcaption, footer, h1, h2, h3, header, html, main, ol, p,
section, ul { display: block }
li { display: list-item }
table { display: table; border-spacing: 2px; border-collapse: separate; box-sizing: border-box;
  text-indent: initial }
thead { display: table-header-group; vertical-align: middle; border-color: inherit }
tbody { display: table-row-group; vertical-align: middle; border-color: inherit }
table > tr { vertical-align: middle }
tr { display: table-row; vertical-align: inherit; border-color: inherit }
td, th { display: table-cell; padding: 1px; vertical-align: inherit }
table, td, th { border-color: gray }
blockquote, figure, ol, p, ul { margin-top: 1em; margin-bottom: 1em }
:is(ol, ul) :is(ol, ul) { margin-top: 0; margin-bottom: 0 }
blockquote, figure { margin-left: 40px; margin-right: 40px }
ol, ul { padding-left: 40px; counter-reset: list-item; break-before: avoid }
body { margin: 8px }
h1 { margin-top: .67em; margin-bottom: .67em; font-size: 2em; bookmark-level: 1 }
h2 { margin-top: .83em; margin-bottom: .83em; font-size: 1.5em; bookmark-level: 2 }
h3 { margin-top: 1em; margin-bottom: 1em; font-size: 1.17em; bookmark-level: 3 }
h1, h2, h3 { font-weight: bold; bookmark-label: content(text); hyphens: manual; break-after: avoid;
  break-inside: avoid }
html { color-scheme: light }
b, strong, th { font-weight: bold }
em, i { font-style: italic }
br::before { content: "\\A"; white-space: pre-line }
wbr::before { content: "\\200B" }
ol { list-style-type: decimal }
ul { list-style-type: disc }
:is(ol, ul) ul { list-style-type: circle }
:is(ol, ul) :is(ol, ul) ul { list-style-type: square }
li::marker { font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }
img { overflow: hidden }
@page { margin: 75px }
"""


def parse_markup(library: Any, markup: str, fetcher: Any) -> Any:
    """Return a `weasyprint.HTML` of a page of HTML; `library` is the imported WeasyPrint.

    `fetcher` is its `url_fetcher`.
    """
    cheap = _cheap_class(library)
    tree = _parse_tree(markup) if cheap else None
    if tree is None:
        return library.HTML(string=markup, url_fetcher=fetcher)
    return cheap(tree, fetcher)


def tell_style(document: Any, style: str) -> None:
    """Say in which style a document will be laid out, for that decides which defaults it needs."""
    if hasattr(document, "margin_boxes"):
        boxes = frozenset(_MARGIN_BOX.findall(style))
        document.margin_boxes = None if _NOTES.search(style) else boxes


def _write_margin_boxes(boxes: Iterable[tuple[str, str]]) -> str:
    """Return how the text of margin boxes is aligned; each is the side and the place there."""
    rules = []
    for side, place in sorted(boxes):
        across, down = _ACROSS.get(place, "center"), "middle"
        if side in {"left", "right"}:
            across, down = "center", place
        rules.append(f"@{side}-{place} {{ text-align: {across}; vertical-align: {down} }}")
    return f"@page {{ {' '.join(rules)} }}"


def _parse_tree(markup: str) -> ET.Element | None:
    """Return the tree of a page that is well-formed XML but for its empty elements, else None."""
    if "<svg" in markup and "<svg" in re.sub(r'<svg [^>]*xmlns="', "", markup):
        return None
    try:
        return ET.fromstring(_VOID.sub(r"<\1/>", _DOCTYPE.sub("", markup, count=1)))  # noqa: S314 - ours
    except ET.ParseError:
        return None


@cache
def _cheap_class(library: Any) -> Any:
    """Return WeasyPrint's document made from a tree, or None where it is no longer what we know."""
    sample = library.HTML(string="<p>")
    if set(vars(sample)) != _ATTRIBUTES or not hasattr(library.HTML, "_ua_stylesheets"):
        return None
    import cssselect2  # noqa: PLC0415 - comes with WeasyPrint, see press.py

    @cache
    def parse(style: str) -> Any:
        return library.CSS(string=style)

    class Cheap(library.HTML):  # type: ignore[misc]
        """A document that was parsed elsewhere, and has few defaults if these are enough."""

        margin_boxes: frozenset[tuple[str, str]] | None = None
        """Those of the style, by their sides and places; None if it may need any default."""

        def __init__(self, tree: ET.Element, fetcher: Any) -> None:
            self.base_url = None
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(
                tree, content_language=None
            )
            self.etree_element = self.wrapper_element.etree_element
            self.is_plain = all(element.tag in _PLAIN for element in tree.iter())

        def _ua_stylesheets(self, *some: Any, **named: Any) -> Any:
            if not self.is_plain or self.margin_boxes is None:
                return super()._ua_stylesheets(*some, **named)
            return [parse(_DEFAULTS), parse(_write_margin_boxes(self.margin_boxes))]

    return Cheap
