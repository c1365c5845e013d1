"""What a PDF must not have: whatever does more than be read (ISO 32000-2, 12.6, 12.5, 7.11).

An object is looked at alone; all objects that the document can reach are given, one by one.
"""

import re
from collections.abc import Iterator

import pikepdf

from generator.attachments.finding import RefusedError

_ACTIVE = {
    *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Thread"),
    *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView"),
}
"""Actions (table 201) that do more than move the reader or open an address of the web."""
_HARMLESS = {"/GoTo", "/URI", "/Named", "/ResetForm", "/Hide", "/SetOCGState", "/GoToDp"}
_ACTION_KEYS = {"/A", "/OpenAction", "/PA"}
_ACTIVE_KEYS = {"/JS", "/JavaScript", "/XFA", "/RichMediaContent", "/RichMediaSettings"}
_FILE_KEYS = {"/EF", "/EmbeddedFiles", "/Collection", "/RF"}
_ACTIVE_TYPES = {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/U3D", "/PRC", "/PS"}
_FILE_TYPES = {"/FileAttachment", "/Filespec", "/EmbeddedFile"}
_STREAM_FILE = "/F"
_ADDRESS_KEYS = {"/URI", "/Base"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")

Dictionary = pikepdf.Object


def list_dictionaries(pdf: pikepdf.Pdf) -> Iterator[Dictionary]:
    """Yield every dictionary of a document, those of streams too, however deep it stands."""
    for one in (pdf.trailer, *pdf.objects):
        pending = [one]
        while pending:
            each = pending.pop()
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                yield each
                pending += filter(_is_direct, (value for _, value in each.items()))
            elif isinstance(each, pikepdf.Array):
                pending += filter(_is_direct, list(each))


def _is_direct(value: object) -> bool:
    """Whether a value stands here; numbers and the like are Python's own."""
    return isinstance(value, pikepdf.Object) and not value.is_indirect


def refuse_features(each: Dictionary) -> None:
    """Refuse a dictionary that is, or leads to, something that is not just read."""
    keys = {str(key) for key in each.keys()}  # noqa: SIM118 - it is no mapping of Python's
    _refuse_first("attachment-active", keys & _ACTIVE_KEYS)
    _refuse_first("attachment-files-inside", keys & _FILE_KEYS)
    if "/ByteRange" in keys:
        raise RefusedError("attachment-signed")
    names = {_name(each, "/Type"), _name(each, "/Subtype")}
    _refuse_first("attachment-active", names & _ACTIVE_TYPES)
    _refuse_first("attachment-files-inside", names & _FILE_TYPES)
    _refuse_first("attachment-active", {_name(each, "/S")} & _ACTIVE)
    if isinstance(each, pikepdf.Stream) and _STREAM_FILE in keys:
        raise RefusedError("attachment-files-inside", {"found": "F"})
    for key in keys & _ACTION_KEYS:
        action = each.get(key)
        if isinstance(action, pikepdf.Dictionary) and "/S" in action:
            _refuse_first("attachment-active", {_name(action, "/S")} - _HARMLESS)
    for key in keys & _ADDRESS_KEYS:
        address = each.get(key)
        if isinstance(address, pikepdf.String):
            refuse_address(str(address))


def refuse_address(address: str) -> None:
    """Refuse an address that opens anything but a page, a letter or a telephone."""
    text = _UNSEEN.sub("", address)
    scheme = _SCHEME.match(text)
    if (scheme and scheme[1].lower() not in _SCHEMES) or text.startswith(("//", "\\")):
        raise RefusedError("attachment-link", {"address": text[:200]})


def _name(each: Dictionary, key: str) -> str:
    value = each.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _refuse_first(code: str, found: set[str]) -> None:
    if found:
        raise RefusedError(code, {"found": min(found).removeprefix("/")})
