"""Pictures as far as their headers tell, and files that only look like pictures."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.model.picture import Picture, PictureFlaw
from generator.read import pictures
from generator.read.pictures import read_picture

ORIENTATION = 0x0112


def save(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def with_orientation(value: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = value
    return exif


PHOTO = Image.effect_noise((60, 40), 80).convert("RGB")


@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_size(form: str) -> None:
    assert read_picture(save(PHOTO, form)) == Picture(width=60, height=40)


@pytest.mark.parametrize("value", range(10))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_size_is_that_of_the_picture_upright(form: str, value: int) -> None:
    picture = read_picture(save(PHOTO, form, exif=with_orientation(value)))
    assert isinstance(picture, Picture)
    assert picture.orientation == (value if value in range(1, 9) else 1)
    assert (picture.width, picture.height) == ((40, 60) if value in (5, 6, 7, 8) else (60, 40))


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_orientation_in_xmp(form: str) -> None:
    packet = '<x:xmpmeta><rdf:Description tiff:Orientation="8"/></x:xmpmeta>'
    text = PngInfo()
    text.add_itxt("XML:com.adobe.xmp", packet)
    picture = read_picture(save(PHOTO, form, xmp=packet.encode(), pnginfo=text))
    assert isinstance(picture, Picture)
    assert (picture.orientation, picture.width) == (8, 40)


@pytest.mark.parametrize(
    ("image", "form", "drawing"),
    [
        (PHOTO, "PNG", False),
        (PHOTO.quantize(16), "PNG", True),
        (PHOTO.convert("RGBA"), "PNG", True),
        (PHOTO.convert("RGBA"), "WEBP", False),  # every pixel is opaque, which WebP does not keep
        (Image.new("RGB", (500, 400), "white"), "PNG", True),
        (Image.new("RGBA", (50, 40), (0, 0, 0, 9)), "WEBP", True),
        (Image.new("RGB", (500, 400), "white"), "JPEG", False),
    ],
)
def test_drawings(image: Image.Image, form: str, drawing: bool) -> None:
    picture = read_picture(save(image, form))
    assert isinstance(picture, Picture)
    assert picture.drawing is drawing


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_any_cut_is_noticed(form: str) -> None:
    data = save(PHOTO, form)
    for length in range(1, len(data) - 12, 7):  # a PNG's last twelve bytes only say that it ends
        assert read_picture(data[:length]) == PictureFlaw("image-damaged"), length


def test_the_end_of_a_thumbnail_is_not_that_of_the_picture() -> None:
    exif = Image.Exif()
    exif[0x010E] = save(PHOTO, "JPEG").decode("latin-1")
    data = save(PHOTO, "JPEG", exif=exif)
    assert read_picture(data) == Picture(width=60, height=40)
    assert read_picture(data[:-400]) == PictureFlaw("image-damaged")


def test_what_a_phone_adds_after_the_end_does_not_matter() -> None:
    assert read_picture(save(PHOTO, "JPEG") + b"\0\0\0\x18ftypmp42") == Picture(width=60, height=40)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (save(PHOTO, "GIF"), "GIF"),
        (save(PHOTO, "BMP"), "BMP"),
        (save(PHOTO, "TIFF"), "TIFF"),
        (b"\0\0\0\x24ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x24ftypmif1\0\0\0\0", "HEIC"),
        (b"\0\0\0\x24ftypavif\0\0\0\0", "AVIF"),
        (b"%PDF-1.7\n", "PDF"),
    ],
)
def test_other_formats_are_named(data: bytes, name: str) -> None:
    assert read_picture(data) == PictureFlaw("image-other-format", {"format": name})


@pytest.mark.parametrize("text", ["<!DOCTYPE html>", "\ufeff\n<html>", "<?xml?><svg/>"])
def test_web_pages(text: str) -> None:
    assert read_picture(text.encode()) == PictureFlaw("image-is-page")


def test_too_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_BYTES", 1_000_000)
    flaw = read_picture(save(PHOTO, "JPEG") + bytes(2_000_000))
    assert flaw == PictureFlaw("image-too-large", {"size": 2, "limit": 1})


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([save(PHOTO, form) for form in ("JPEG", "PNG", "WEBP")]),
    st.integers(0, 200),
    st.binary(max_size=40),
)
def test_any_bytes_are_read(data: bytes, position: int, noise: bytes) -> None:
    spoilt = data[:position] + noise + data[position + len(noise) :]
    assert isinstance(read_picture(spoilt), Picture | PictureFlaw)
