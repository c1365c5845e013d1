"""Bodies as HTML: their links and pictures put into the gaps that `read` left open."""

from collections.abc import Callable

from markupsafe import Markup

from generator.plan.views import MissingPicture, PictureView, ProseView

Link = Callable[[str], str]
"""From an address to the link to it from the page at hand."""
Place = Callable[[PictureView], Markup]
"""From a picture to its HTML."""

SIZES = "(min-width: 45em) 43em, 100vw"
"""How wide pictures are shown if a theme does not say: a column of text, or the whole screen."""

_SOURCES = Markup('<source type="image/webp" srcset="{}" sizes="{}">')
_IMAGE = Markup('<img src="{}" alt="{}" width="{}" height="{}"{} decoding="async">')
_LAZY = Markup(' loading="lazy"')


def fill_prose(prose: ProseView, link: Link, place: Place) -> Markup:
    """Return a body's HTML. Its pieces are HTML already, made by `read`; the rest is escaped."""
    parts = [prose.pieces[0]]
    for filling, piece in zip(prose.fillings, prose.pieces[1:], strict=True):
        parts += [_fill(filling, link, place), piece]
    return Markup("".join(parts))  # noqa: S704 - `read` wrote the pieces and lets no HTML through


def _fill(filling: str | PictureView | MissingPicture, link: Link, place: Place) -> Markup:
    if isinstance(filling, PictureView):
        return place(filling)
    if isinstance(filling, MissingPicture):
        return Markup('<span class="no-picture">{}</span>').format(filling.words)
    return Markup.escape(link(filling))


def picture_element(view: PictureView, link: Link, sizes: str) -> Markup:
    """Return a `<picture>` that keeps its room while it is loaded.

    `sizes` is how wide it is shown, as in the attribute of that name (HTML, 4.8.4.2.2).
    """
    offered = ", ".join(f"{link(size.address)} {size.width}w" for size in view.sizes)
    waiting = Markup() if view.early else _LAZY
    source = _SOURCES.format(offered, sizes)
    image = _IMAGE.format(link(view.fallback), view.words, view.width, view.height, waiting)
    return Markup("<picture>{}{}</picture>").format(source, image)
