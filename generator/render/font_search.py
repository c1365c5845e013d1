"""Looking for Chinese faces installed on this machine.

The main face is found by the names of its files and then by the family and style that the file
itself gives, because the place of Simplified Chinese in a collection differs between makers. What
was found is remembered by path, size and time of change, so that a later run opens no font.

What the main face lacks, any other face may have: see `find_rare_faces`.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from generator.frozen import Frozen
from generator.render.cache_folder import cache_folder, write_atomically

_FAMILY_NAMES = (16, 1)
_STYLE_NAMES = (17, 2)
_NO_EMBEDDING = 0x0002
_NO_SUBSETTING = 0x0100
_EMBEDDING_RIGHTS = 8
"""Offset of fsType in the OS/2 table."""
_FONT_FILES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_COLOURED = ("CBDT", "COLR", "SVG ", "sbix", "EBDT")
"""Tables of faces that are no outlines, or not only."""


class FaceFile(Frozen):
    """A face in a font file. `digest` is that of the whole file, with `index` in a collection."""

    path: str
    index: int
    digest: str


class FoundFaces(Frozen):
    """A static Chinese family as it is installed."""

    family: str
    regular: FaceFile
    bold: FaceFile


class RareFace(Frozen):
    """A face that has `characters` which the main face lacks."""

    face: FaceFile
    characters: str


class _Source(Frozen):
    """Where one weight of a family may be: names of files, and the style inside them."""

    files: tuple[str, ...]
    style: str


class _Candidate(Frozen):
    family: str
    regular: _Source
    bold: _Source


def _weights(
    family: str, regular: tuple[str, ...], bold: tuple[str, ...], *styles: str
) -> _Candidate:
    """Return a candidate: names of files, and of the styles inside them if not the usual ones."""
    style, bold_style = styles or ("Regular", "Bold")
    return _Candidate(family, _Source(regular, style), _Source(bold, bold_style))


CANDIDATES = (
    _weights("Noto Sans CJK SC", ("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf"),
             ("NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf")),
    _weights("Noto Sans SC", ("NotoSansSC-Regular.otf", "NotoSansSC-Regular.ttf"),
             ("NotoSansSC-Bold.otf", "NotoSansSC-Bold.ttf")),
    _weights("Source Han Sans SC", ("SourceHanSans-Regular.ttc", "SourceHanSansSC-Regular.otf"),
             ("SourceHanSans-Bold.ttc", "SourceHanSansSC-Bold.otf")),
    _weights("Source Han Sans CN", ("SourceHanSansCN-Regular.otf",), ("SourceHanSansCN-Bold.otf",)),
    _weights("Microsoft YaHei", ("msyh.ttc", "msyh.ttf"), ("msyhbd.ttc", "msyhbd.ttf")),
    _weights("DengXian", ("Deng.ttf",), ("Dengb.ttf",)),
    _weights("PingFang SC", ("PingFang.ttc",), ("PingFang.ttc",), "Regular", "Semibold"),
    _weights("Hiragino Sans GB", ("Hiragino Sans GB.ttc",), ("Hiragino Sans GB.ttc",), "W3", "W6"),
    _weights("Heiti SC", ("STHeiti Light.ttc",), ("STHeiti Medium.ttc",), "Light", "Medium"),
)  # fmt: skip
"""Families by preference; the first of which both weights are installed is taken."""


def find_faces(cache: Path | None = None) -> FoundFaces | None:
    """Return an installed Chinese family, None if there is none.

    Opens a font only if `cache` (this machine's by default) does not know the file yet.
    """
    memory = _Memory((cache or cache_folder()) / "installed.json")
    installed = _installed_files(font_folders())
    try:
        for candidate in CANDIDATES:
            regular = _find_face(candidate.family, candidate.regular, installed, memory)
            bold = regular and _find_face(candidate.family, candidate.bold, installed, memory)
            if regular and bold:
                return FoundFaces(candidate.family, regular, bold)
        return None
    finally:
        memory.save()


def find_rare_faces(characters: str, cache: Path) -> tuple[RareFace, ...]:
    """Return installed faces that have Chinese characters which the main face lacks.

    Only Chinese ones are looked for: symbols and private characters look different in every face,
    and other scripts need more than a glyph each. What no face has is in none. The order of the
    faces by name decides, so that the answer does not depend on the order of the folders.
    """
    missing = [c for c in sorted(set(characters)) if is_han(c)]
    if not missing:
        return ()
    memory = _Memory(cache / "installed.json")
    paths = [path for path in _walk(font_folders()) if path.suffix.lower() in _FONT_FILES]
    paths.sort(key=lambda path: (path.name.lower(), str(path)))
    taken: dict[FaceFile, str] = {}
    for character in missing:
        found = (
            memory.look_up(path, f"U+{ord(character):04X}", _finder(character)) for path in paths
        )
        if face := next(filter(None, found), None):
            taken[face] = taken.get(face, "") + character
    memory.save()
    return tuple(RareFace(face, text) for face, text in taken.items())


def is_han(character: str) -> bool:
    """Whether this is a Chinese character, common or rare (Unicode, the blocks of ideographs)."""
    return any(first <= ord(character) <= last for first, last in _HAN)


class _Memory:
    """What is known of font files: `path|size|time of change|what was asked` → index and digest."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changed = False
        self._faces: dict[str, FaceFile | None] = {}
        with suppress(OSError, ValueError, TypeError):
            entries = json.loads(path.read_text("utf-8"))
            self._faces = {
                key: None if entry is None else FaceFile(**entry) for key, entry in entries.items()
            }

    def look_up(
        self, path: Path, question: str, find: Callable[[Path], int | None]
    ) -> FaceFile | None:
        """Return which face of a file `find` finds, None if it has none that may be used.

        `question` names what is looked for.
        """
        try:
            status = path.stat()
        except OSError:  # a link that leads nowhere
            return None
        key = f"{path}|{status.st_size}|{status.st_mtime_ns}|{question}"
        if key not in self._faces:
            index = find(path)
            self._changed = True
            self._faces[key] = None if index is None else FaceFile(str(path), index, _digest(path))
        return self._faces[key]

    def save(self) -> None:
        """Keep it for the next run; a folder that cannot be written is no harm."""
        entries = {key: face and asdict(face) for key, face in self._faces.items()}
        if self._changed:
            with suppress(OSError):
                write_atomically(self._path, json.dumps(entries, indent=1).encode())


def _find_face(
    family: str, source: _Source, installed: dict[str, Path], memory: _Memory
) -> FaceFile | None:
    for name in source.files:
        path = installed.get(name.lower())
        find = partial(_index_of, family=family, style=source.style)
        face = path and memory.look_up(path, f"{family}|{source.style}", find)
        if face:
            return face
    return None


def font_folders() -> tuple[Path, ...]:
    """Return the folders where fonts are installed on this machine, whether they exist or not."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or str(home / "AppData" / "Local")
        windows = os.environ.get("WINDIR") or "C:/Windows"
        return Path(local) / "Microsoft" / "Windows" / "Fonts", Path(windows) / "Fonts"
    if sys.platform == "darwin":
        system = Path("/System/Library")
        return home / "Library/Fonts", Path("/Library/Fonts"), system / "Fonts", system / "AssetsV2"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")


def _installed_files(folders: tuple[Path, ...]) -> dict[str, Path]:
    """Return the wanted font files below `folders` by their names in lower case."""
    sources = [source for c in CANDIDATES for source in (c.regular, c.bold)]
    wanted = {name.lower() for source in sources for name in source.files}
    found: dict[str, Path] = {}
    for path in _walk(folders):
        if path.name.lower() in wanted:
            found.setdefault(path.name.lower(), path)
    return found


def _walk(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        for place, subfolders, names in os.walk(folder):
            subfolders.sort()
            for name in sorted(names):
                yield Path(place, name)


def _index_of(path: Path, family: str, style: str) -> int | None:
    """Return which face of the file has these names, is static and may be cut and embedded."""
    for index, face in _open_faces(path):
        families = {face.get_name(number) for number in _FAMILY_NAMES}
        styles = {face.get_name(number) for number in _STYLE_NAMES}
        # a style may be part of the family's legacy name: "Hiragino Sans GB W3"
        named = {family, f"{family} {style}"} & families and (
            style in styles or f"{family} {style}" in families
        )
        if named:
            return index
    return None


def _finder(character: str) -> Callable[[Path], int | None]:
    """Return a function that tells which face of a file has the character, as an outline."""
    import uharfbuzz as hb  # noqa: PLC0415 - posters alone need it

    def find(path: Path) -> int | None:
        for index, face in _open_faces(path):
            coloured = any(face.reference_table(table).data for table in _COLOURED)
            if not coloured and hb.Font(face).get_nominal_glyph(ord(character)):
                return index
        return None

    return find


def _open_faces(path: Path) -> Iterator[tuple[int, Any]]:
    """Yield the faces of a file that are static and may be cut and embedded; none if it is none."""
    import uharfbuzz as hb  # noqa: PLC0415 - posters alone need it

    with suppress(hb.HarfBuzzError, ValueError, OSError):
        blob = hb.Blob.from_file_path(str(path))
        for index in range(hb.Face(blob, 0).count):
            face = hb.Face(blob, index)
            if not face.has_var_data and _may_be_cut(face.reference_table("OS/2").data):
                yield index, face


def _may_be_cut(os2: bytes) -> bool:
    rights = int.from_bytes(os2[_EMBEDDING_RIGHTS : _EMBEDDING_RIGHTS + 2], "big")
    return rights & (_NO_SUBSETTING | 0x000F) != _NO_EMBEDDING and not rights & _NO_SUBSETTING


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
