"""The volunteers' guide that comes with the program: Markdown with screenshots → a PDF.

The file's first heading is the title, each heading of the second level begins a chapter. What
stands between them is the front matter, whose list of links becomes the contents list. A paragraph
that begins with a picture is a figure; the first word of the picture's name says of which kind
(`phone-`, `poster-`, `window-`), and the style sheet how large that is.
"""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from markdown_it.token import Token
from markupsafe import Markup

from generator.plain_files import NotPlainError, read_plain
from generator.read.commonmark import make_parser
from generator.render.booklet import (
    PICTURE_SCHEME,
    Booklet,
    Chapter,
    PrintedBooklet,
    print_booklet,
)
from generator.render.fonts import cache_folder, find_faces, prepare_faces
from generator.render.theme import DEFAULT_THEME, find_theme
from generator.write.packs import write_whole

_NAME = "volunteers.zh-CN.md"
_PACKAGE = Path(__file__).resolve().parents[1]
_PDF = b"%PDF-"
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


def find_guide() -> Path:
    """Return the guide of the installed program or, in its source, that of `docs/`."""
    installed = _PACKAGE / "docs" / _NAME
    return installed if installed.exists() else _PACKAGE.parent / "docs" / _NAME


def print_guide(source: Path) -> PrintedBooklet:
    """Return the guide as a PDF. Raises OSError if it or a picture of it cannot be read.

    The machine must have what posters need (`missing_requirements`).
    """
    text = source.read_text("utf-8")
    found = find_faces()
    if found is None:
        raise ValueError("there is no face to print with")
    faces = prepare_faces(found, cache_folder(), text)
    return print_booklet(read_booklet(source), find_theme(DEFAULT_THEME, source.parent), faces)


class GuideTargetError(Exception):
    """The guide was to be written over something else."""


def write_guide(target: Path, booklet: PrintedBooklet) -> None:
    """Write the guide, also over an older one. Raises `GuideTargetError` and OSError.

    What is no PDF is never overwritten, and no link is followed.
    """
    if os.path.lexists(target):
        try:
            is_pdf = read_plain(target, len(_PDF)).startswith(_PDF)
        except NotPlainError:
            is_pdf = False
        if not is_pdf:
            raise GuideTargetError(target)
    write_whole(target, booklet.pdf)


def read_booklet(source: Path) -> Booklet:
    """Return a Markdown file as a booklet, with its pictures from the disk."""
    parser = make_parser(html=False)
    tokens = parser.parse(source.read_text("utf-8"))
    pictures = {
        address: (source.parent / address.removeprefix(PICTURE_SCHEME)).read_bytes()
        for address in _open_figures(tokens)
    }
    title, front, *chapters = _divide(tokens)

    def render(part: Sequence[Token]) -> Markup:
        html: str = parser.renderer.render(part, parser.options, {})
        return Markup(html)  # noqa: S704 - markdown-it with html=False wrote it

    return Booklet(
        title=render(title),
        front=render(front),
        chapters=tuple(
            Chapter(make_anchor(heading.content), render([heading]), render(body))
            for heading, *body in chapters
        ),
        pictures=pictures,
    )


def make_anchor(title: str) -> str:
    """Return the name by which links reach a heading, the same as code hosts give it."""
    return _NOT_IN_ANCHORS.sub("", title.lower()).replace(" ", "-")


def _open_figures(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the addresses of all pictures; mark the paragraphs that begin with one as figures.

    Links to chapters get the names of anchors as they are, which markdown-it has percent-encoded.
    """
    for paragraph, block in pairwise(tokens):
        for link in (token for token in block.children or [] if token.type == "link_open"):
            link.attrSet("href", unquote(str(link.attrGet("href"))))
        images = [token for token in block.children or [] if token.type == "image"]
        for image in images:
            path = str(image.attrGet("src"))
            image.attrSet("src", PICTURE_SCHEME + path)
            yield PICTURE_SCHEME + path
        if images and block.children and block.children[0] is images[0]:
            kind, _, _ = Path(str(images[0].attrGet("src"))).name.partition("-")
            paragraph.attrSet("class", f"figure {kind}")


def _divide(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the title, the front matter, and the chapters; headings come without their tags."""
    parts: list[list[Token]] = []
    for token, before in zip(tokens, [None, *tokens], strict=False):
        if before and before.type == "heading_open" and before.tag == "h1":
            parts += [[token], []]
        elif before and before.type == "heading_open" and before.tag == "h2":
            parts.append([token])
        elif token.tag not in ("h1", "h2"):
            parts[-1].append(token)
    return parts
