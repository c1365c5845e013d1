"""QR codes as SVG, for posters."""

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
    code = segno.make(text, error=_LEVEL, mask=_MASK, micro=False, boost_error=False)
    buffer = io.BytesIO()
    code.save(
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
