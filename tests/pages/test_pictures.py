"""Pictures built anew: the right way up, in their true colours, and with nothing beside pixels."""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFile
from PIL.PngImagePlugin import PngInfo

from generator.model.picture import Picture, PictureFile
from generator.plan.pictures import WIDTHS, make_picture_view, plan_picture
from generator.plan.views import PictureVersion, ProseView
from generator.read.pictures import read_picture
from generator.render.pictures import (
    PAPER_PIXELS,
    PictureDamagedError,
    draw_for_paper,
    draw_versions,
)
from generator.render.prose import SIZES, fill_prose, picture_element
from tests.read.test_pictures import save, with_orientation

CANARY = b"CANARY"
ORIENTATION = 0x0112
UPRIGHT = 1
TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera that is held that way stores an upright picture."""


@dataclass
class Made:
    """A file, how it is planned, and what is drawn of it."""

    file: PictureFile
    versions: list[tuple[str, PictureVersion]]

    def draw(self) -> list[Image.Image]:
        drawn = draw_versions([version for _, version in self.versions])
        return [Image.open(BytesIO(data)) for data in drawn]


def make(folder: Path, data: bytes) -> Made:
    location = folder / "a.jpg"
    location.write_bytes(data)
    file = PictureFile("content/a.jpg", str(location), "0123456789abcdef0", read_picture(data))
    return Made(file, list(plan_picture(file)))


def paint(width: int, height: int) -> Image.Image:
    """A picture with a red corner at the upper left, else a blue slope."""
    slope = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", (slope, slope, Image.new("L", (width, height), 200)))
    ImageDraw.Draw(image).rectangle((0, 0, width // 4, height // 4), fill=(220, 30, 20))
    return image


def is_red(image: Image.Image, across: float, down: float) -> bool:
    """Whether a picture is red there, in parts of its width and height."""
    place = (int(image.width * across), int(image.height * down))
    red, green, blue, _ = image.convert("RGBA").getpixel(place)  # type: ignore[misc]
    return bool(red > 170 and green < 90 and blue < 90)


@pytest.mark.parametrize("orientation", sorted(TURNED))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_upright(tmp_path: Path, form: str, orientation: int) -> None:
    turn = TURNED[orientation]
    upright = paint(120, 80)
    stored = upright.transpose(turn) if turn is not None else upright
    made = make(tmp_path, save(stored, form, exif=with_orientation(orientation), quality=95))
    for image in made.draw():
        assert image.size == (120, 80)
        assert is_red(image, 0.1, 0.1)
        assert not any(is_red(image, *corner) for corner in ((0.9, 0.1), (0.1, 0.9), (0.9, 0.9)))
        assert ORIENTATION not in image.getexif()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_beside_pixels(tmp_path: Path, form: str) -> None:
    exif = with_orientation(UPRIGHT)
    exif[0x010E] = CANARY.decode()
    exif.get_ifd(0x8825)[29] = CANARY.decode()
    text = PngInfo()
    text.add_text("Author", CANARY.decode())
    text.add_itxt("XML:com.adobe.xmp", CANARY.decode())
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    beside: dict[str, object] = {"exif": exif, "icc_profile": profile + CANARY}
    beside |= {"pnginfo": text} if form == "PNG" else {"xmp": CANARY}
    beside |= {"comment": CANARY} if form == "JPEG" else {}
    data = save(paint(700, 500), form, **beside)
    assert data.count(CANARY) >= 2
    made = make(tmp_path, data)
    written = draw_versions([version for _, version in made.versions])
    written.append(draw_for_paper(made.versions[0][1].original, monochrome=False))
    for each in written:
        assert CANARY not in each
        left = Image.open(BytesIO(each)).info.keys()
        assert not left & {"exif", "xmp", "icc_profile", "comment", "XML:com.adobe.xmp"}


def test_sizes(tmp_path: Path) -> None:
    made = make(tmp_path, save(paint(2400, 1600), "JPEG"))
    assert [(image.format, *image.size) for image in made.draw()] == [
        ("WEBP", 480, 320),
        ("WEBP", 960, 640),
        ("WEBP", 1600, 1067),
        ("JPEG", 960, 640),
    ]
    assert [path for path, _ in made.versions][::3] == [
        "pictures/0123456789abcdef-480.webp",
        "pictures/0123456789abcdef-960.jpg",
    ]


@pytest.mark.parametrize("width", [1, 300, 480, 500, 960, 1100, 1599, 1601, 5000])
@pytest.mark.parametrize("height", [1, 700, 40_000])
def test_never_enlarged(width: int, height: int) -> None:
    file = PictureFile("a", "a", "d" * 64, Picture(width=width, height=height))
    versions = [version for _, version in plan_picture(file)]
    widths = [version.width for version in versions[:-1]]
    assert widths == sorted(set(widths))
    assert max(widths) <= min(width, WIDTHS[-1])
    assert all(version.height <= 16_000 for version in versions)


def test_drawings_stay_free_of_loss(tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((20, 20, 90, 90), fill=(10, 120, 60, 255))
    modern, old = make(tmp_path, save(image, "PNG")).draw()
    assert old.format == "PNG"
    for drawn in (modern, old):
        assert drawn.convert("RGBA").getpixel((50, 50)) == (10, 120, 60, 255)
        assert drawn.convert("RGBA").getpixel((150, 150))[3] == 0  # type: ignore[index]


def test_display_p3_is_brought_to_srgb(tmp_path: Path) -> None:
    """A phone's colours without its profile would look dull."""
    image = Image.new("RGB", (64, 64), (200, 60, 60))
    wide = struct_profile()
    (modern, old) = make(tmp_path, save(image, "JPEG", icc_profile=wide, quality=100)).draw()
    for drawn in (modern, old):
        red, green, _ = drawn.convert("RGB").getpixel((30, 30))  # type: ignore[misc]
        assert red > 212
        assert green < 55


def struct_profile() -> bytes:
    """The sRGB profile with the primaries of Display P3 in the place of its own (ICC.1, 9.2)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    primaries = {
        b"rXYZ": (0.51512, 0.2412, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.1571, 0.06657, 0.78407),
    }
    count = int.from_bytes(profile[128:132])
    for entry in range(132, 132 + 12 * count, 12):
        if bytes(profile[entry : entry + 4]) in primaries:
            start = int.from_bytes(profile[entry + 4 : entry + 8]) + 8
            numbers = (round(n * 65536) for n in primaries[bytes(profile[entry : entry + 4])])
            profile[start : start + 12] = struct.pack(">3i", *numbers)
    return bytes(profile)


def test_profile_that_does_not_fit_is_passed_over(tmp_path: Path) -> None:
    made = make(tmp_path, save(paint(90, 60), "JPEG", icc_profile=b"no profile"))
    assert all(is_red(image, 0.1, 0.1) for image in made.draw())


def test_cmyk(tmp_path: Path) -> None:
    made = make(tmp_path, save(paint(90, 60).convert("CMYK"), "JPEG", quality=95))
    for image in made.draw():
        assert image.mode == "RGB"
        assert is_red(image, 0.1, 0.1)


def test_sixteen_bits_of_grey(tmp_path: Path) -> None:
    rows = struct.pack("<256H", *(value * 257 for value in range(256))) * 20
    made = make(tmp_path, save(Image.frombytes("I;16", (256, 20), rows), "PNG"))
    for image in made.draw():
        for across in (0, 100, 255):
            assert abs(image.convert("L").getpixel((across, 9)) - across) <= 2  # type: ignore[operator]


def test_palette_with_a_clear_colour(tmp_path: Path) -> None:
    image = Image.new("P", (40, 30), 0)
    image.putpalette([250, 250, 250, 200, 30, 20])
    image.paste(1, (0, 0, 20, 30))
    for drawn in make(tmp_path, save(image, "PNG", transparency=0)).draw():
        assert is_red(drawn, 0.1, 0.5)
        assert drawn.convert("RGBA").getpixel((35, 15))[3] == 0  # type: ignore[index]


def test_damage_that_only_decoding_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(tmp_path, without_last_rows(40, 30))
    assert made.versions
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    with pytest.raises(PictureDamagedError):
        made.draw()


def without_last_rows(width: int, height: int) -> bytes:
    """A PNG in which every checksum is right, and which does not have all of its pixels."""
    rows = zlib.compress(bytes(range(256)) * (width * height // 64))[:-200]
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    written = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def test_on_paper(tmp_path: Path) -> None:
    original = make(tmp_path, save(paint(4000, 2000), "JPEG")).versions[0][1].original
    printed = Image.open(BytesIO(draw_for_paper(original, monochrome=False)))
    assert printed.size == (PAPER_PIXELS, PAPER_PIXELS // 2)
    assert Image.open(BytesIO(draw_for_paper(original, monochrome=True))).mode == "L"


def test_element(tmp_path: Path) -> None:
    view = make_picture_view(
        make(tmp_path, save(paint(700, 500), "JPEG")).file, '“<a>"', early=True
    )
    assert view is not None
    html = fill_prose(
        ProseView(("<p>", "</p>"), (view,), ""),
        lambda address: f"../{address}",
        lambda picture: picture_element(picture, lambda address: f"../{address}", SIZES),
    )
    assert html == (
        '<p><picture><source type="image/webp" srcset="../pictures/0123456789abcdef-480.webp 480w, '
        f'../pictures/0123456789abcdef-700.webp 700w" sizes="{SIZES}">'
        '<img src="../pictures/0123456789abcdef-700.jpg" alt="“&lt;a&gt;&#34;" '
        'width="700" height="500" decoding="async"></picture></p>'
    )
