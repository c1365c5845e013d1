"""The faces that posters are set in: cut from an installed Chinese face, once for each machine.

A poster's cost and size depend on the font far more than on anything else, so the press never
sees the installed face. It gets a *base*: the characters of GB 2312 with the symbols of posters,
regular and bold, the same on every run, so that adding a character to a site renumbers no glyph.
Rarer characters of a site (䶮, 㛃) are cut into an *overflow* family that the style sheet names
second; those that the installed face lacks into one more for each other face that has some.
"""

import ctypes
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache as remember
from html import escape
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

from generator.frozen import Frozen
from generator.render.cache_folder import cache_folder, write_atomically
from generator.render.font_search import FaceFile, FoundFaces, find_faces, find_rare_faces
from generator.render.glyph_order import order_glyphs
from generator.render.outlines import Glyphs, convert_outlines
from generator.render.squeezing import add_squeezing

__all__ = [
    "BASE_FAMILY",
    "OVERFLOW_FAMILY",
    "FaceFile",
    "Faces",
    "FoundFaces",
    "base_characters",
    "cache_folder",
    "find_faces",
    "install_faces",
    "missing_requirements",
    "prepare_faces",
]

BASE_FAMILY = "Linli"
OVERFLOW_FAMILY = "Linli Rare"
FIELDS_FAMILY = "Linli Fields"
"""What is typed into a form's fields is set in it. A PDF has to carry this face whole, for nobody
knows what will be typed; with the base it was 1.4 MB. Viewers set Chinese in faces of their own."""

_RECIPE = "5"
"""To be changed whenever `_cut` would make other files from the same face."""

_UNUSED_TABLES = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
"""No substitution is kept: each would bring its glyphs along, and a poster pays for the number of
glyphs in a face. The face is Simplified Chinese without `locl`, its figures are tabular without
`tnum`. How punctuation is squeezed is worked out anew, for not every face knows it."""
_SYMBOLS = (
    range(0x0020, 0x007F),  # ASCII
    range(0x00A0, 0x0100),  # Latin-1
    range(0x2010, 0x2060),  # punctuation
    range(0x20A0, 0x20C0),  # currencies
    range(0x2100, 0x2150),  # ℃ №
    range(0x2150, 0x2180),  # fractions, Roman numerals
    range(0x2190, 0x2200),  # arrows
    range(0x2200, 0x2268),  # mathematics
    range(0x2460, 0x2500),  # numbers in circles
    range(0x25A0, 0x2670),  # shapes, ballot boxes, stars
    range(0x2702, 0x271A),  # scissors, ticks
    range(0x3000, 0x3040),  # Chinese punctuation, 〇
    range(0x3220, 0x3244),  # ㈠
    range(0x3251, 0x3260),  # ㉑
    range(0x3280, 0x32C0),  # ㊀ ㊱
    range(0x3371, 0x33E0),  # ㎡
    range(0xFF01, 0xFF5F),  # full-width forms
    range(0xFFE0, 0xFFE7),
)
_TYPED = "".join(map(chr, range(0x0020, 0x007F)))

_MANY_POINTS, _MANY_CONTOURS = 2000, 200
_MAXIMA = (
    *("maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours", "maxZones"),
    *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
    *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth"),
)

_PANGO = (
    ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
)
_SUBSET = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")
_HOMEBREW = ("", "/opt/homebrew/lib/", "/usr/local/lib/")
_WINDOWS_FOLDERS = (
    "C:\\msys64\\ucrt64\\bin;C:\\msys64\\mingw64\\bin;C:\\Program Files\\GTK3-Runtime Win64\\bin"
)


class Faces(Frozen):
    """Cut faces, ready for the press; cheap to make and to send to another process.

    `configuration` is a fontconfig file that knows these fonts and no others. `digest` stands for
    the contents of all of them.
    """

    configuration: Path
    fonts: tuple[Path, ...]
    digest: str

    def characters(self) -> frozenset[str]:
        """Return every character that can be printed. Opens the fonts."""
        import uharfbuzz as hb  # noqa: PLC0415 - posters alone need it

        faces = (hb.Face(hb.Blob.from_file_path(str(path))) for path in self.fonts)
        return frozenset(map(chr, chain.from_iterable(face.unicodes for face in faces)))


def missing_requirements() -> tuple[str, ...]:
    """Return what this machine lacks for posters, of `pango`, `harfbuzz-subset` and `face`.

    The libraries are really loaded, since their files may be there and not work.
    """
    missing = []
    if not all(_loads(names) for names in _PANGO):
        missing.append("pango")
    if not _loads(_SUBSET):
        missing.append("harfbuzz-subset")
    if find_faces() is None:
        missing.append("face")
    return tuple(missing)


def prepare_faces(found: FoundFaces, cache: Path, extra_characters: str) -> Faces:
    """Return faces cut from `found`, from the folder `cache` if they are there and whole.

    `extra_characters` are those of the site; what the base lacks and the installed face has goes
    into an overflow, and Chinese characters which that lacks into further ones, cut from whatever
    other face has them. Raises OSError if the folder cannot be written.
    """
    base = base_characters()
    extra = "".join(sorted(set(extra_characters) - base))
    wanted = [(found, BASE_FAMILY, "".join(sorted(base))), (found, FIELDS_FAMILY, _TYPED)]
    if extra:
        wanted.append((found, OVERFLOW_FAMILY, extra))
        wanted.extend(_find_further(found, cache, extra))
    folders = [_Folder.of(source, cache, family, text) for source, family, text in wanted]
    digests = [folder.fill(source) for folder, (source, _, _) in zip(folders, wanted, strict=True)]
    fonts = tuple(path for folder in folders for path in folder.fonts())
    digest = _digest_of(*chain.from_iterable(digests))
    configuration = cache / f"fonts-{digest[:16]}.conf"
    _write_if_changed(configuration, _configuration([f.path for f in folders], cache).encode())
    return Faces(configuration, fonts, digest)


def install_faces(fonts: Mapping[str, bytes], digest: str, folder: Path) -> Faces:
    """Return faces that were cut elsewhere, written into `folder`.

    `fonts` are the files, by their paths in the folder of the cache there, in the order of
    `Faces.fonts`. Raises OSError.
    """
    for name, data in fonts.items():
        write_atomically(folder / name, data)
    paths = tuple(folder / name for name in fonts)
    folders = list(dict.fromkeys(path.parent for path in paths))
    configuration = folder / f"fonts-{digest[:16]}.conf"
    write_atomically(configuration, _configuration(folders, folder).encode())
    return Faces(configuration, paths, digest)


def _find_further(
    found: FoundFaces, cache: Path, extra: str
) -> Iterator[tuple[FoundFaces, str, str]]:
    """Yield other faces that have characters which `found` lacks, with a family and these.

    The family is named after the face, so that a poster's bytes do not tell which others there
    are. One weight does for both: it is about single characters.
    """
    import uharfbuzz as hb  # noqa: PLC0415 - posters alone need it

    regular = hb.Face(hb.Blob.from_file_path(found.regular.path), found.regular.index)
    lacking = "".join(sorted(set(extra).difference(map(chr, regular.unicodes))))
    for rare in find_rare_faces(lacking, cache):
        family = f"{OVERFLOW_FAMILY} {rare.face.digest[:6]}"
        yield FoundFaces(family, rare.face, rare.face), family, rare.characters


@remember
def base_characters() -> frozenset[str]:
    """Return the characters of the base: GB 2312, and the symbols that posters use."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    chinese = "".join(pair.decode("gb2312", "ignore") for pair in pairs)
    return frozenset(chinese).union(*(map(chr, block) for block in _SYMBOLS))


class _Folder(Frozen):
    """A folder of the cache that holds one family, regular and bold, and their digests."""

    path: Path
    family: str
    characters: str

    @classmethod
    def of(cls, found: FoundFaces, cache: Path, family: str, characters: str) -> "_Folder":
        recipe = (_RECIPE, found.regular.digest, str(found.regular.index), found.bold.digest)
        name = _digest_of(*recipe, family, characters)[:16]
        return cls(cache / f"{family.lower().replace(' ', '-')}-{name}", family, characters)

    def fonts(self) -> tuple[Path, Path]:
        return self.path / "regular.font", self.path / "bold.font"

    def fill(self, found: FoundFaces) -> list[str]:
        """Return the digests of the two fonts; cut those that are missing or damaged."""
        list_path = self.path / "digests.json"
        with suppress(OSError, ValueError):
            known = json.loads(list_path.read_text("utf-8"))
            actual = [_file_digest(font) for font in self.fonts()]
            if known == actual:
                return actual
        digests = []
        for font, face, bold in zip(self.fonts(), (found.regular, found.bold), (False, True),
                                    strict=True):  # fmt: skip
            data = _cut(face, self.characters, self.family, bold=bold)
            write_atomically(font, data)
            digests.append(hashlib.sha256(data).hexdigest())
        write_atomically(list_path, json.dumps(digests).encode())
        return digests


def _cut(face: FaceFile, characters: str, family: str, *, bold: bool) -> bytes:
    """Return a font file of `family` with those of `characters` that the face has."""
    import uharfbuzz as hb  # noqa: PLC0415 - posters alone need it

    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.flags |= hb.SubsetFlags.NO_HINTING
    if family.startswith(
        OVERFLOW_FAMILY
    ):  # which characters are in it must not show in a poster's bytes
        wanted.flags |= hb.SubsetFlags.RETAIN_GIDS
    wanted.drop_table_tag_set.update(map(_tag, _UNUSED_TABLES))
    source = hb.Face(hb.Blob.from_file_path(face.path), face.index)
    finished = _finish(hb.subset(source, wanted), family, bold=bold)
    return order_glyphs(finished) if family == BASE_FAMILY else finished


def _finish(face: Any, family: str, *, bold: bool) -> bytes:
    """Return a cut face as a font file: TrueType outlines, and our own names and features."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - a new machine alone needs it

    with TTFont(BytesIO(face.blob.data), recalcBBoxes=False, recalcTimestamp=False) as font:
        if "CFF " in font:
            _set_outlines(font, convert_outlines(face))
        _set_names(font, family, bold=bold)
        add_squeezing(font, face)
        finished = BytesIO()
        font.save(finished)
    return finished.getvalue()


def _set_names(font: Any, family: str, *, bold: bool) -> None:
    """Give a font a name of its own, and the weight that CSS asks for."""
    from fontTools.ttLib import newTable  # noqa: PLC0415

    style = "Bold" if bold else "Regular"
    names = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    table = font["name"] = newTable("name")
    table.names = []
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700 if bold else 400


def _set_outlines(font: Any, glyphs: Glyphs) -> None:
    """Put TrueType outlines in the place of those that a font has."""
    from fontTools.ttLib.tables.DefaultTable import DefaultTable  # noqa: PLC0415

    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"
    for tag, data in (("glyf", glyphs.glyf), ("loca", glyphs.loca)):
        table = DefaultTable(tag)
        table.data = data
        font[tag] = table
    font["head"].indexToLocFormat = 1
    order = font.getGlyphOrder()
    metrics = font["hmtx"].metrics
    for name, bearing in zip(order, glyphs.left_bearings, strict=True):
        metrics[name] = (metrics[name][0], bearing)
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for name in _MAXIMA:
        setattr(maxp, name, 0)
    maxp.maxZones = 1
    # not the true maxima, for those would tell which rare characters a site has
    maxp.maxPoints = max(_MANY_POINTS, glyphs.most_points)
    maxp.maxContours = max(_MANY_CONTOURS, glyphs.most_contours)
    font["post"].formatType = 3.0


def _configuration(folders: list[Path], cache: Path) -> str:
    places = "".join(
        f"  <dir>{escape(str(folder.resolve()), quote=False)}</dir>\n" for folder in folders
    )
    memory = escape(str((cache / "fontconfig").resolve()), quote=False)
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig>\n{places}  <cachedir>{memory}</cachedir>\n"
        "  <config><rescan><int>0</int></rescan></config>\n</fontconfig>\n"
    )


def _write_if_changed(path: Path, data: bytes) -> None:
    with suppress(OSError):
        if path.read_bytes() == data:
            return
    write_atomically(path, data)


def _loads(names: tuple[str, ...]) -> bool:
    if sys.platform == "win32":
        _add_library_folders()
    for name in (prefix + name for name in names for prefix in _HOMEBREW):
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    return False


@remember
def _add_library_folders() -> None:
    """Let Windows find libraries where WeasyPrint will look for them."""
    if sys.platform == "win32":
        places = os.environ.get("WEASYPRINT_DLL_DIRECTORIES") or _WINDOWS_FOLDERS
        for place in places.split(";"):
            with suppress(OSError):
                os.add_dll_directory(place)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode(), "big")


def _digest_of(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _file_digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
