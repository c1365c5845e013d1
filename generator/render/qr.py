"""QR codes: as SVG for browsers, as PNG for the press."""

import io
from functools import lru_cache

import segno

QUIET_ZONE = 4
"""Modules of white on each side, as the standard asks for."""

_LEVEL = "m"
_MASK = 2
"""Fixed, so that the same address gives the same picture whatever segno thinks of masks."""


@lru_cache(maxsize=512)
def draw_qr(text: str, title: str) -> str:
    """Return an `<svg>` of the code for `text`, quiet zone included, to be sized by a style sheet.

    `title` is what a screen reader says instead. Error correction is level M; raises ValueError
    (`segno.DataOverflowError`) if `text` is too long for any code, which is above 2,331 bytes.
    """
    buffer = io.BytesIO()
    _make_code(text).save(
        buffer,
        kind="svg",
        border=QUIET_ZONE,
        xmldecl=False,
        title=title,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
        light="#fff",
    )
    return buffer.getvalue().decode()


@lru_cache(maxsize=512)
def print_qr(text: str) -> bytes:
    """Return a PNG of the code for `text`, one pixel a module, quiet zone included.

    WeasyPrint takes a third of the time over it that it takes over the SVG. To be enlarged without
    smoothing. Raises ValueError as `draw_qr` does.
    """
    buffer = io.BytesIO()
    _make_code(text).save(buffer, kind="png", border=QUIET_ZONE, scale=1)
    return buffer.getvalue()


def _make_code(text: str) -> segno.QRCode:
    return segno.make(text, error=_LEVEL, mask=_MASK, micro=False, boost_error=False)
