"""PDF (ISO 32000): opened and bounded, freed of what is not shown, its words by pages.

pikepdf writes the document anew, of which only what can be reached from its catalogue is left: no
earlier version, no metadata. PDFium reads the words of what was written, and the strings of all
objects are taken as well: comments, fields, alternative texts, bookmarks, addresses.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from math import prod
from warnings import catch_warnings

import pikepdf
import pypdfium2

from generator.attachments.finding import Cleaned, Piece, RefusedError
from generator.attachments.pdf_features import Dictionary, list_dictionaries, refuse_features
from generator.attachments.photographs import strip_jpeg

MAX_PAGES = 200
_MAX_OBJECTS = 200_000
_MAX_INFLATED = 200_000_000
_MAX_PIXELS = 100_000_000
_MAX_STRING = 100_000
"""Longer ones are colours and fonts."""
_UNMAPPED = re.compile("[\x00\ufffd\ufffe\uffff\ue000-\uf8ff]")
"""What PDFium says where a face does not tell which character a sign is."""
_CATALOGUE = {
    *("/Type", "/Version", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences"),
    *("/PageLayout", "/PageMode", "/Outlines", "/OpenAction", "/AA", "/URI", "/AcroForm"),
    *("/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents", "/OCProperties", "/Collection"),
}
"""What a catalogue may have (table 29) that shows, or is refused; nothing else stays in it."""
_PAGE = {
    *("/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox"),
    *("/ArtBox", "/Contents", "/Rotate", "/Group", "/Annots", "/StructParents", "/Tabs"),
    *("/UserUnit", "/AA", "/Trans", "/Dur"),
}
_NOTES = {"/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/CreatorInfo", "/AF"}
"""What programs note anywhere for themselves or other programs."""
_NOTES_OF_COMMENTS = {"/T", "/M", "/NM", "/CreationDate", "/RC"}
"""Of a comment: its author, its dates, and the same text once more with its markup."""
_DCT, _JPX, _FLATE = "/DCTDecode", "/JPXDecode", "/FlateDecode"


def clean_pdf(data: bytes) -> Cleaned:
    """Return a PDF as it may be published. Raises `RefusedError`."""
    try:
        with catch_warnings(action="ignore"):  # it is not our document
            written = _rewrite(data)
        with pikepdf.open(BytesIO(written)) as pdf:
            strings = _inspect(pdf)
        pages, unread = _read_words(written)
    except RefusedError:
        raise
    except pikepdf.PasswordError:
        raise RefusedError("attachment-locked") from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, RuntimeError, ValueError, TypeError):
        raise RefusedError("attachment-damaged") from None
    return Cleaned(written, (*pages, Piece("\n".join(strings))), (), len(pages), unread)


def _rewrite(data: bytes) -> bytes:
    """Return the document written anew, without what is not shown."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        if pdf.is_encrypted:
            raise RefusedError("attachment-locked")
        if len(pdf.objects) > _MAX_OBJECTS or not 0 < len(pdf.pages) <= MAX_PAGES:
            raise RefusedError("attachment-too-long")
        _keep(pdf.Root, _CATALOGUE)
        _keep(pdf.trailer, {"/Root", "/Size"})
        for page in pdf.pages:
            _keep(page.obj, _PAGE)
        for each in list_dictionaries(pdf):
            _forget(each)
        pdf.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return target.getvalue()


def _keep(each: Dictionary, known: set[str]) -> None:
    for key in [str(key) for key in each.keys()]:  # noqa: SIM118 - it is no mapping of Python's
        if key not in known:
            del each[key]


def _forget(each: Dictionary) -> None:
    """Take out what is noted beside what is shown."""
    keys = {str(key) for key in each.keys()}  # noqa: SIM118 - as above
    gone = keys & _NOTES | {key for key in keys if key.startswith("/PTEX")}
    is_comment = "/Rect" in keys and "/Subtype" in keys and "/FT" not in keys
    if is_comment and each.get("/Subtype") != pikepdf.Name.Widget:
        gone |= keys & _NOTES_OF_COMMENTS
    for key in gone:
        del each[key]
    if isinstance(each, pikepdf.Stream):
        _forget_photograph(each)


def _forget_photograph(stream: pikepdf.Stream) -> None:
    """Take out what a camera wrote into a photograph."""
    filters = _filters(stream)
    if _DCT not in filters and _JPX not in filters:
        return
    if filters not in ([_DCT], [_FLATE, _DCT]):
        raise RefusedError("attachment-picture", {"found": filters[-1].removeprefix("/")})
    data = stream.read_raw_bytes()
    if len(filters) == 2:
        data = _inflate(data, _MAX_INFLATED)
    stripped = strip_jpeg(data)
    parameters = stream.get("/DecodeParms")
    if isinstance(parameters, pikepdf.Array):
        parameters = parameters[-1]
    if not isinstance(parameters, pikepdf.Dictionary):
        parameters = None
    stream.write(stripped, filter=pikepdf.Name.DCTDecode, decode_parms=parameters)


def _filters(stream: pikepdf.Stream) -> list[str]:
    found = stream.get("/Filter")
    if isinstance(found, pikepdf.Array):
        return [str(each) for each in found]
    return [] if found is None else [str(found)]


def _inspect(pdf: pikepdf.Pdf) -> list[str]:
    """Refuse what must not be in a document; return its strings."""
    strings, room = list[str](), _MAX_INFLATED
    for each in list_dictionaries(pdf):
        refuse_features(each)
        strings += _strings_of(each)
        if isinstance(each, pikepdf.Stream):
            room -= _measure(each, room)
    return strings


def _strings_of(each: Dictionary) -> Iterator[str]:
    pending = [value for _, value in each.items()]
    while pending:
        value = pending.pop()
        if isinstance(value, pikepdf.String) and len(bytes(value)) <= _MAX_STRING:
            yield str(value)
        elif isinstance(value, pikepdf.Array) and not value.is_indirect:
            pending += list(value)


def _measure(stream: pikepdf.Stream, room: int) -> int:
    """Return how many bytes come out of a stream. Refuses one of which too many would."""
    sides: list[object] = [stream.get("/Width"), stream.get("/Height")]
    if prod(side for side in sides if isinstance(side, int)) > _MAX_PIXELS:
        raise RefusedError("attachment-too-long")
    filters = _filters(stream)
    packed = [each for each in filters if each in (_FLATE, "/LZWDecode", "/RunLengthDecode")]
    if len(packed) > 1:
        raise RefusedError("attachment-too-long")
    return len(_inflate(stream.read_raw_bytes(), room)) if filters[:1] == [_FLATE] else 0


def _inflate(data: bytes, limit: int) -> bytes:
    """Return what deflated bytes hold, as far as they are whole. Refuses more than the limit."""
    inflater = zlib.decompressobj()
    try:
        found = inflater.decompress(data, limit + 1)
    except zlib.error:
        raise RefusedError("attachment-damaged") from None
    if len(found) > limit:
        raise RefusedError("attachment-too-long")
    return found


def _read_words(data: bytes) -> tuple[list[Piece], tuple[int, ...]]:
    """Return the words of each page, and the numbers of pages that show something but no words."""
    pieces, unread = [], []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, start=1):
            textpage = page.get_textpage()
            text = textpage.get_text_range().replace("\r\n", "\n")
            mapped = _UNMAPPED.sub("", text).split()
            unmapped = len(_UNMAPPED.findall(text))
            shows = pypdfium2.raw.FPDFPage_CountObjects(page.raw) > 0
            if (shows and not mapped) or unmapped > len("".join(mapped)):
                unread.append(number)
            pieces.append(Piece(text, number))
            textpage.close()
            page.close()
    return pieces, tuple(unread)
