"""Icons: the theme's SVG as PNG, and as ICO for browsers that ask for `favicon.ico`.

resvg draws it, without any font of the machine, so that the same SVG gives the same bytes.
"""

import io
from xml.etree import ElementTree

from generator.plan.views import IconFile

_SVG = "http://www.w3.org/2000/svg"
_FAVICON_SIZES = (16, 32, 48)
_SAFE = 0.8
"""How much of a full-bleed icon no system cuts off: a circle of this diameter."""


def draw_icon(view: IconFile) -> bytes:
    """Return the icon as PNG or ICO. Raises ValueError for an SVG that cannot be drawn."""
    drawing = _lay_on_ground(view.drawing, view.ground) if view.ground else view.drawing
    if view.format == "ico":
        return _make_ico(drawing, view.size)
    return _rasterise(drawing, view.size)


def _rasterise(drawing: str, size: int) -> bytes:
    # Imported here, for most builds draw no icon anew.
    import resvg_py  # noqa: PLC0415

    return resvg_py.svg_to_bytes(
        svg_string=drawing, width=size, height=size, skip_system_fonts=True
    )


def _make_ico(drawing: str, size: int) -> bytes:
    # With its plugin at hand, Pillow does not look through those of all other formats.
    from PIL import IcoImagePlugin, Image  # noqa: F401, PLC0415

    sizes = [each for each in _FAVICON_SIZES if each <= size]
    images = [Image.open(io.BytesIO(_rasterise(drawing, each))) for each in sizes]
    buffer = io.BytesIO()
    images[-1].save(
        buffer, "ICO", sizes=[(each, each) for each in sizes], append_images=images[:-1]
    )
    return buffer.getvalue()


def _lay_on_ground(drawing: str, ground: str) -> str:
    """Return the drawing, smaller, in the middle of a square that is all of one colour."""
    ElementTree.register_namespace("", _SVG)
    inner = ElementTree.fromstring(drawing)  # noqa: S314 - the theme's own file
    margin = f"{(1 - _SAFE) / 2:.0%}"
    inner.attrib.update(x=margin, y=margin, width=f"{_SAFE:.0%}", height=f"{_SAFE:.0%}")
    outer = ElementTree.Element(f"{{{_SVG}}}svg", {"viewBox": "0 0 100 100"})
    ElementTree.SubElement(
        outer, f"{{{_SVG}}}rect", {"width": "100", "height": "100", "fill": ground}
    )
    outer.append(inner)
    return ElementTree.tostring(outer, encoding="unicode")
