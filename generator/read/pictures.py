"""Pictures: what their headers tell, and whether the file is whole. No pixel is looked at.

What can only be seen by decoding (a damaged stripe in the middle) is noticed when the site is
built. Files are told apart by their first bytes, for many a JPEG is called .png.
"""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from generator.model.picture import Picture, PictureFlaw

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 50_000_000
MAX_PIXELS = 64_000_000
"""More is a mistake or an attack: phones have up to 50 megapixels."""
FORMATS: Final = ("JPEG", "PNG", "WEBP")

_SIGNATURES = (
    *((0, b"GIF8", "GIF"), (0, b"BM", "BMP"), (0, b"II*\0", "TIFF"), (0, b"MM\0*", "TIFF")),
    *((0, b"%PDF", "PDF"), (0, b"PK\x03\x04", "ZIP"), (4, b"ftypavif", "AVIF")),
    *((4, b"ftyphei", "HEIC"), (4, b"ftyphev", "HEIC"), (4, b"ftypmif1", "HEIC")),
    (4, b"ftypmsf1", "HEIC"),
)
"""Where, which bytes, and what they stand for: what is mistaken for our formats."""
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<head", b"<body", b"<script")
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)
"""EXIF orientations in which width and height change places."""
_FEW_BYTES = 0.5
"""A PNG with less for each pixel is a drawing: photographs take two and more."""


def read_picture(data: bytes) -> Picture | PictureFlaw:
    """Return the size of the picture in a file's bytes, or why it cannot be shown."""
    if not data:
        return PictureFlaw("image-empty")
    if len(data) > MAX_BYTES:
        return _too_large(data)
    # Imported here, for many sites have no picture.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                return _inspect(image, data)
    except UnidentifiedImageError:
        return _name_content(data)
    except Image.DecompressionBombError:
        return PictureFlaw("image-too-many-pixels", {"limit": MAX_PIXELS // 1_000_000})
    except Exception:  # noqa: BLE001 - bytes that anybody made can make Pillow raise anything
        return PictureFlaw("image-damaged")


def _too_large(data: bytes) -> PictureFlaw:
    million = 1_000_000
    facts = {"size": len(data) // million, "limit": MAX_BYTES // million}
    return PictureFlaw("image-too-large", facts)


def _inspect(image: "Image", data: bytes) -> Picture | PictureFlaw:
    width, height = image.size
    if width * height > MAX_PIXELS:
        return PictureFlaw("image-too-many-pixels", {"limit": MAX_PIXELS // 1_000_000})
    transparent = "A" in image.getbands() or "transparency" in image.info
    few = image.format == "PNG" and (image.mode == "P" or len(data) < _FEW_BYTES * width * height)
    orientation = _orientation_of(image)
    if orientation in _TURNED:
        width, height = height, width
    if image.format == "JPEG" and not _has_end(data):
        return PictureFlaw("image-damaged")
    image.verify()  # of a PNG the checksums of all chunks
    return Picture(width=width, height=height, orientation=orientation, drawing=transparent or few)


def _orientation_of(image: "Image") -> int:
    """Return the EXIF orientation, be it in EXIF or in XMP; 1 for one that does not exist."""
    from PIL.Image import Image  # noqa: PLC0415

    # The method of PNG itself would decode all of the picture to find EXIF behind its pixels.
    orientation = Image.getexif(image).get(_ORIENTATION, 1)
    return orientation if orientation in range(1, 9) else 1


def _has_end(data: bytes) -> bool:
    """Whether a JPEG's image has its end: one that was cut off while it was copied has none.

    The header goes from marker to marker (ITU-T T.81, B.1.1) up to the first scan. After that,
    0xFF 0xD9 can be nothing else than the end; a thumbnail's stands in the header.
    """
    position = 2
    while position + 4 <= len(data):
        marker, length = data[position + 1], int.from_bytes(data[position + 2 : position + 4])
        if marker == 0xFF:  # a filling byte
            position += 1
            continue
        position += 2 + length
        if marker == 0xDA:
            return data.find(b"\xff\xd9", position) >= 0
    return False


def _name_content(data: bytes) -> PictureFlaw:
    """Return the flaw of a file that is no picture of ours, and what it is if that is plain."""
    for start, signature, name in _SIGNATURES:
        if data.startswith(signature, start):
            return PictureFlaw("image-other-format", {"format": name})
    if data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        return PictureFlaw("image-is-page")
    return PictureFlaw("image-damaged")
