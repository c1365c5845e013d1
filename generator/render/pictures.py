"""Pictures: decoded once, turned upright, brought to sRGB, and built anew in the sizes wanted.

What is written has pixels and nothing else: EXIF with its GPS, XMP, colour profiles, thumbnails,
comments and text chunks stay behind. The same bytes give the same pictures with the same Pillow,
which is imported with the first one.
"""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.plan.views import Original, PictureVersion

if TYPE_CHECKING:
    from PIL.Image import Image

PAPER_PIXELS = 1800
"""The longest side on a poster: 150 dpi where it is as wide as the text of A3, 210 on A4."""

_FORMATS = ("JPEG", "PNG", "WEBP")
_JPEG_QUALITY, _WEBP_QUALITY, _DRAWING_QUALITY, _PAPER_QUALITY = 82, 80, 90, 88
_WEBP_METHOD = 4
"""The encoder's usual effort; 6 takes twice as long for 2 % fewer bytes."""
_FEW_COLOURS = 256
_SHARPNESS = 3.0
"""Pillow's `reducing_gap`: as good as without one, and faster."""


class PictureDamagedError(Exception):
    """The file looked like a picture, and its pixels cannot be made out."""


def draw_versions(versions: Sequence[PictureVersion]) -> list[bytes]:
    """Return the bytes of versions of one picture, which is decoded once.

    Raises `PictureDamagedError`, and OSError if the file is not there any more.
    """
    largest = max(max(version.width, version.height) for version in versions)
    image = _decode(versions[0].original, largest)
    return [_encode(_resize(image, v.width, v.height), v, image) for v in versions]


def draw_for_paper(original: Original, *, monochrome: bool) -> bytes:
    """Return a picture as posters print it, as JPEG or PNG, at most `PAPER_PIXELS` a side.

    Raises as `draw_versions` does.
    """
    image = _decode(original, PAPER_PIXELS)
    scale = min(1.0, PAPER_PIXELS / max(image.size))
    width, height = (max(1, round(side * scale)) for side in image.size)
    drawn = _on_white(_resize(image, width, height))
    if monochrome:
        drawn = drawn.convert("L")
    return _encode_png(drawn, image) if original.drawing else _save(drawn, "JPEG", _PAPER_QUALITY)


def _decode(original: Original, wanted: int) -> "Image":
    """Return a picture upright, in sRGB or grey, without all that was beside its pixels.

    It is not smaller than `wanted` pixels on its longer side, unless the file is. (A JPEG gives
    halves, quarters and eighths of its size at a fraction of the time.)
    """
    from PIL import Image  # noqa: PLC0415

    data = Path(original.location).read_bytes()
    try:
        with _refusing_damage(), Image.open(BytesIO(data), formats=_FORMATS) as image:
            longest = max(image.size)
            if longest > wanted:
                sides = [max(1, side * wanted // longest) for side in image.size]
                image.draft(None, (sides[0], sides[1]))
            image.load()
            plain = _to_srgb(_to_plain_mode(image))
    except Exception as error:  # bytes that anybody made can make Pillow raise anything
        raise PictureDamagedError(str(error)) from error
    fresh = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    return _turn(fresh, original.orientation)


@contextmanager
def _refusing_damage() -> Iterator[None]:
    """Let a picture be an error that is cut off, or has more pixels than anybody would want.

    WeasyPrint has the former passed over, once imported. `read` looked at the size as well, but at
    the file as it was then.
    """
    from PIL import Image, ImageFile  # noqa: PLC0415

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is odd beside the pixels
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _to_plain_mode(image: "Image") -> "Image":
    """Return a picture as grey, RGB, CMYK or RGBA, 8 bits each; RGBA only where paper shows."""
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        opaque = clear.getchannel("A").getextrema() == (255, 255)
        return clear.convert("RGB") if opaque else clear
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _to_srgb(image: "Image") -> "Image":
    """Return a picture in sRGB, by its own colour profile if it has a usable one.

    Grey stays as it is: profiles of grey differ little.
    """
    from PIL import ImageCms  # noqa: PLC0415

    profile = image.info.get("icc_profile")
    mode = "RGB" if image.mode == "CMYK" else image.mode
    if profile and mode != "L":
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
        except (ImageCms.PyCMSError, OSError, ValueError):  # for other colours, or damaged
            pass
    return image if image.mode == mode else image.convert(mode)


def _turn(image: "Image", orientation: int) -> "Image":
    """Return a picture upright; `orientation` is the EXIF tag 0x0112 (CIPA DC-008, 4.6.5)."""
    from PIL.Image import Transpose  # noqa: PLC0415

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _resize(image: "Image", width: int, height: int) -> "Image":
    from PIL.Image import Resampling  # noqa: PLC0415

    if image.size == (width, height):
        return image
    return image.resize((width, height), Resampling.LANCZOS, reducing_gap=_SHARPNESS)


def _on_white(image: "Image") -> "Image":
    """Return a picture without transparency, as paper shows it."""
    from PIL import Image  # noqa: PLC0415

    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _encode(image: "Image", version: PictureVersion, source: "Image") -> bytes:
    """Return a version of a picture as a file; `source` is what it was made smaller from."""
    if version.format == "png":
        return _encode_png(image, source)
    if version.format == "jpeg":
        return _save(_on_white(image), "JPEG", _JPEG_QUALITY, optimize=True, progressive=True)
    if not version.original.drawing:
        return _save(image, "WEBP", _WEBP_QUALITY, method=_WEBP_METHOD)
    exact = _save(image, "WEBP", lossless=True, method=_WEBP_METHOD)
    return min(exact, _save(image, "WEBP", _DRAWING_QUALITY, method=_WEBP_METHOD), key=len)


def _encode_png(image: "Image", source: "Image") -> bytes:
    """Return a PNG, with a palette if the picture it comes from has few colours."""
    if source.getcolors(_FEW_COLOURS):
        from PIL.Image import Dither, Quantize  # noqa: PLC0415

        method = Quantize.FASTOCTREE if image.mode == "RGBA" else Quantize.MEDIANCUT
        image = image.quantize(_FEW_COLOURS, method, dither=Dither.NONE)
    return _save(image, "PNG", optimize=True)


def _save(image: "Image", form: str, quality: int = 0, **options: object) -> bytes:
    buffer = BytesIO()
    if quality:
        options["quality"] = quality
    image.save(buffer, form, **options)
    return buffer.getvalue()
