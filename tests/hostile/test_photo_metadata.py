"""What a camera wrote beside the pixels is in nothing that is published: pages, pictures, PDFs."""

import shutil
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.build import BuildOptions, build_site, read_site
from generator.render.fonts import missing_requirements
from tests.hostile.posters.canaries import unpack_pdf
from tests.pages.test_pictures import paint
from tests.read.test_pictures import save
from tests.sites_for_tests import SMALL, TODAY

pytestmark = [
    pytest.mark.posters,
    pytest.mark.skipif(bool(missing_requirements()), reason="this machine cannot print posters"),
]
CANARY = "CANARY"
EVENT = "content/committees/东居委/活动/2026-03-03-元宵.md"
GPS, EXIF, DESCRIPTION, ARTIST, XP_COMMENT = 0x8825, 0x8769, 0x010E, 0x013B, 0x9C9C
MAKER_NOTE, USER_COMMENT, BODY_NUMBER = 0x927C, 0x9286, 0xA431
MERIDIAN, PROCESSING, DATE = 18, 27, 29


def exif() -> bytes:
    """Return EXIF with canaries in text of all sorts, the place where it was taken, a thumbnail."""
    made = Image.Exif()
    made[DESCRIPTION], made[ARTIST] = f"{CANARY}-title", f"{CANARY}-artist"
    made[XP_COMMENT] = f"{CANARY}-xp".encode("utf-16-le")
    made.get_ifd(GPS).update({1: "N", 2: (31.0, 12.0, 9.5), 3: "E", 4: (121.0, 28.0, 3.5)})
    made.get_ifd(GPS).update({MERIDIAN: f"{CANARY}-gps", PROCESSING: CANARY.encode()})
    made.get_ifd(EXIF).update({
        MAKER_NOTE: f"{CANARY}-maker".encode(),
        USER_COMMENT: b"UNICODE\0" + f"{CANARY}-user".encode("utf-16-be"),
        BODY_NUMBER: f"{CANARY}-serial",
    })  # fmt: skip
    return made.tobytes() + thumbnail()


def thumbnail() -> bytes:
    """Return a small JPEG with a comment, as EXIF holds one."""
    return save(Image.new("RGB", (16, 16), "blue"), "JPEG", comment=f"{CANARY}-thumbnail".encode())


def xmp() -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{CANARY}-xmp</dc:creator>'.encode()


def segment(marker: int, data: bytes) -> bytes:
    """Return a marker segment of a JPEG (ITU-T T.81, B.1.1.4)."""
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG (W3C PNG, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg() -> bytes:
    iptc = b"\x1c\x02\x50" + struct.pack(">H", 11) + b"CANARY-iptc"
    photoshop = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc
    data = save(paint(700, 500), "JPEG", exif=exif(), xmp=xmp(), comment=b"CANARY-comment")
    extra = segment(0xED, photoshop) + segment(0xE0, b"JFXX\0\x10" + thumbnail())
    extra += segment(0xE2, b"MPF\0CANARY-mpf") + segment(0xEB, b"CANARY-app11")
    return data[:2] + extra + data[2:] + b"CANARY-trailer" + thumbnail()


def png() -> bytes:
    text = PngInfo()
    text.add_text("Author", f"{CANARY}-text")
    text.add_text("Comment", f"{CANARY}-ztxt" * 9, zip=True)
    text.add_itxt("Title", f"{CANARY}-itxt", zip=True)
    text.add_itxt("XML:com.adobe.xmp", xmp().decode())
    data = save(paint(700, 500), "PNG", exif=exif(), pnginfo=text)
    own = chunk(b"caNy", b"CANARY-chunk") + chunk(
        b"tIME", struct.pack(">HBBBBB", 2026, 3, 1, 2, 3, 4)
    )
    return data[:-12] + own + data[-12:] + b"CANARY-trailer"


def webp() -> bytes:
    data = save(paint(700, 500), "WEBP", exif=exif(), xmp=xmp())
    data += b"caNy" + struct.pack("<I", 12) + b"CANARY-chunk"
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:] + b"CANARY-trailer"


PHOTOS = {"tu.jpg": jpeg, "tu.png": png, "tu.webp": webp}


def spellings(data: bytes) -> int:
    """Return how often the canary stands in bytes, in any of the encodings of such fields."""
    return sum(data.count(CANARY.encode(code)) for code in ("ascii", "utf-16-le", "utf-16-be"))


def unpack(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes, and what is packed in it."""
    data = path.read_bytes()
    yield data
    if path.suffix == ".pdf":
        yield unpack_pdf(data).encode()
        with pikepdf.open(BytesIO(data)) as document:
            yield from (
                t.read_raw_bytes() for t in document.objects if isinstance(t, pikepdf.Stream)
            )
    elif path.suffix in (".png", ".jpg", ".webp"):
        with Image.open(BytesIO(data)) as image:
            image.load()
            assert not image.getexif()
            assert not image.info.keys() & {"exif", "xmp", "comment", "icc_profile", "photoshop"}
            yield repr(image.info).encode()


@pytest.mark.filterwarnings("ignore:Image appears:UserWarning")
@pytest.mark.parametrize("name", PHOTOS)
def test_the_canaries_are_there(name: str) -> None:
    """The control: they survive an ordinary copy, and what programs read as metadata has them."""
    data = PHOTOS[name]()
    assert spellings(data) >= 7
    with Image.open(BytesIO(data)) as image:
        assert image.getexif().get_ifd(GPS)
        assert image.getexif()[DESCRIPTION] == f"{CANARY}-title"


def test_none_is_published(tmp_path: Path) -> None:
    others = shutil.ignore_patterns("issues", "reviews", "通知", "notices", "services", "groups")
    site = Path(shutil.copytree(SMALL, tmp_path / "site", ignore=others))
    head = (site / EVENT).read_text("utf-8").split("---\n")[1]
    for number, (name, photo) in enumerate(PHOTOS.items()):
        (site / EVENT).with_name(name).write_bytes(photo())
        event = (site / EVENT).with_name(f"2026-03-0{number + 4}-{number}.md")
        event.write_text(f"---\n{head}范围: 东苑\n---\n请来。\n\n![灯]({name})\n", "utf-8")
    output = tmp_path / "out"
    options = BuildOptions(site=site, output=output, today=TODAY, workers=1)
    assert build_site(read_site(site), options).published
    files = [path for path in output.rglob("*") if path.is_file()]
    assert [path.name for path in files if any(map(spellings, unpack(path)))] == []
    assert len([path for path in files if path.parent.name == "pictures"]) >= 2 * len(PHOTOS)
    shown = [p for p in files if p.suffix == ".pdf" and b"/DCTDecode" in p.read_bytes()]
    assert len(shown) >= 2, "no poster shows a photograph"
