"""ZIP archives of XML parts, as Word and Excel write them (ECMA-376, part 2), read within bounds.

An archive is measured by the sizes that it declares, and these are held against its bytes. Parts
are parsed with expat, which is told to refuse document types: no entity is ever expanded.
"""

import io
from collections.abc import Callable, Mapping
from xml.parsers import expat
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - an exception

from generator.frozen import Frozen

DAMAGE: tuple[type[Exception], ...] = (
    *(BadZipFile, ZlibError, NotImplementedError, RuntimeError, EOFError, OSError),
    *(KeyError, ValueError, ExpatError),
)
"""What an archive that is damaged, or was made to be, raises while it is read."""
_SMALL = 1_000_000
"""So many bytes do no harm whatever they came out of."""
Attributes = Mapping[str, str]


class DoctypeError(ValueError):
    """A part declares a document type, which none has."""


class ArchiveTooLargeError(Exception):
    """More would come out of an archive than is allowed."""


class Bounds(Frozen):
    """What may come out of an archive."""

    inflated: int
    """Bytes in all."""
    ratio: int = 100
    """How many bytes may come out of one; what is written by people is below 30."""
    parts: int = 1000


def open_archive(data: bytes, bounds: Bounds) -> ZipFile:
    """Return an archive that holds what it says.

    Raises `ArchiveTooLargeError`, and an exception of `DAMAGE`.
    """
    archive = ZipFile(io.BytesIO(data))
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    is_bomb = size > max(_SMALL, packed * bounds.ratio)
    if len(parts) > bounds.parts or size > bounds.inflated or is_bomb:
        raise ArchiveTooLargeError
    if len({part.filename for part in parts}) < len(parts) or any(map(_is_locked, parts)):
        raise BadZipFile
    if archive.testzip() is not None:  # inflates no more than what is declared
        raise BadZipFile
    return archive


def _is_locked(part: ZipInfo) -> bool:
    return bool(part.flag_bits & 1)


def parse_part(
    data: bytes,
    open_tag: Callable[[str, Attributes], None],
    close_tag: Callable[[str], None] | None = None,
    take: Callable[[str], None] | None = None,
) -> None:
    """Parse a part; tags are told by their names without a namespace.

    Raises `DoctypeError` and `ExpatError`.
    """
    parser = make_parser(namespace_separator="}")
    parser.StartElementHandler = lambda name, attributes: open_tag(
        name.rpartition("}")[2], attributes
    )
    if close_tag:
        parser.EndElementHandler = lambda name: close_tag(name.rpartition("}")[2])
    if take:
        parser.CharacterDataHandler = take
    parser.Parse(data, True)


def make_parser(namespace_separator: str | None = None) -> expat.XMLParserType:
    """Return a parser that refuses document types."""
    parser = expat.ParserCreate(namespace_separator=namespace_separator)
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    return parser


def _refuse(*_: object) -> None:
    raise DoctypeError
