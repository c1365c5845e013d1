"""A booklet: chapters with pictures as a PDF in large print, each chapter on a page of its own.

Leads on from what posters are printed with: the cut faces, the Chinese typesetting, the press.
"""

from collections.abc import Mapping

from markupsafe import Markup

from generator.frozen import Frozen
from generator.render.fonts import Faces
from generator.render.poster_text import set_type
from generator.render.press import Press, Sheet
from generator.render.theme import Theme

_TEMPLATE = "guide/guide.html"
_STYLE = "guide/guide.css"
PICTURE_SCHEME = "picture:"
"""What the addresses of pictures begin with, in HTML and among `Booklet.pictures`."""


class Chapter(Frozen):
    """A chapter: `anchor` is what links to it name, `body` is HTML."""

    anchor: str
    title: Markup
    body: Markup


class Booklet(Frozen):
    """A document for print. `front` is the HTML before the first chapter, with the contents list.

    `pictures` are PNG files by the addresses that the HTML shows them from.
    """

    title: Markup
    front: Markup
    chapters: tuple[Chapter, ...]
    pictures: Mapping[str, bytes]


class PrintedBooklet(Frozen):
    """The PDF, its number of pages, and what the libraries logged, which should be nothing."""

    pdf: bytes
    pages: int
    log: tuple[str, ...]


def print_booklet(booklet: Booklet, theme: Theme, faces: Faces) -> PrintedBooklet:
    """Return the booklet as PDF/UA-1 on A4; the same booklet gives the same bytes.

    Raises jinja2.TemplateError for a fault of the theme.
    """
    press = Press(faces)
    template = theme.environment().get_template(_TEMPLATE)
    markup = set_type(template.render(booklet=booklet))
    style = theme.find(_STYLE).read_text("utf-8")
    layout = press.lay_out(press.parse(markup, booklet.pictures), Sheet(style=style))
    return PrintedBooklet(press.write(layout), layout.page_count, press.log)
