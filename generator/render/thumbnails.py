"""Thumbnails: the first page of a poster's PDF as a small PNG, and how many pages there are.

PDFium draws it; the picture has few colours and no dithering, for a poster is flat and most of
it is paper. The same PDF gives the same bytes with the same libraries.
"""

import io

from generator.frozen import Frozen

WIDTH = 320
"""Of an upright sheet in pixels: clear on a phone at 80 to 160 CSS pixels, and a few kilobytes."""
_COLOURS = 16
_COMPRESSION = 6
"""Of zlib; 9 takes five times as long for 4 % fewer bytes."""


class Preview(Frozen):
    """What can be said of a PDF at a glance."""

    picture: bytes
    """PNG."""
    pages: int


def draw_thumbnail(pdf: bytes) -> Preview:
    """Return the small picture of a PDF. Raises pypdfium2.PdfiumError if it is none."""
    # Imported here, for most commands draw nothing.
    import pypdfium2  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        scale = WIDTH / min(page.get_size())
        image = page.render(scale=scale).to_pil()
        pages = len(document)
    finally:
        document.close()
    few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    few.save(buffer, "PNG", compress_level=_COMPRESSION)
    return Preview(buffer.getvalue(), pages)
