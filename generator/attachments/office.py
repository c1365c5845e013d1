"""Word and Excel files (ECMA-376), part by part: each is refused, left out, or written anew.

What is written keeps its elements and attributes in their order, so that programs find what they
have written; comments and processing instructions of XML, authors and dates are gone. Only XML and
photographs are kept: what else an archive can hold (macros, embedded files, controls) nobody here
can look into.
"""

import io
import posixpath
import re
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.archives import (
    DAMAGE,
    ArchiveTooLargeError,
    Attributes,
    Bounds,
    make_parser,
    open_archive,
)
from generator.attachments.finding import Cleaned, Format, Piece, RefusedError
from generator.attachments.office_words import Words
from generator.attachments.pdf_features import refuse_address
from generator.attachments.photographs import strip_jpeg, strip_png

_BOUNDS = Bounds(inflated=50_000_000)
_OLE = b"\xd0\xcf\x11\xe0"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAIN = {Format.DOCX: "word/document.xml", Format.XLSX: "xl/workbook.xml"}
_TYPES = "[Content_Types].xml"
_ACTIVE = re.compile(r"(?i)vba|macro|activex|ctrlprops|webextension|customui|xlm|dialogsheet")
_OUTSIDE = re.compile(r"(?i)externallink|connections|querytable|afchunk|subdocument|ddelink")
_LEFT_OUT = re.compile(
    r"(?i)docprops/|customxml/|persons?/|/people|printersettings|thumbnail|\[trash\]|commentsextended"
    r"|commentsids|commentsextensible|threadedcomment|revisions/|usernames",
)
"""Parts of which readers see nothing: who wrote, with which printer, which program."""
_PICTURES = {".jpg": strip_jpeg, ".jpeg": strip_jpeg, ".png": strip_png}
_XML = (".xml", ".rels", ".vml")
_NOBODY = "-"
"""Stands for an author, whom a change has to have."""
_NOTES = {"initials", "date", "lastModifiedBy", "userName", "providerId", "userId"}
_IDS = re.compile(r"(?i)rsid|paraId|textId|dateUtc|durableId")
_ACTIVE_FIELDS = re.compile(
    r"(?i)\b(?:DDE(?:AUTO)?|INCLUDEPICTURE|INCLUDETEXT|LINK|MACROBUTTON|EMBED|IMPORT|DATABASE"
    r"|QUOTE|ADDIN|AUTOTEXT)\b"
)
_QUOTED = re.compile(r'"[^"]*"')
_LINKS = re.compile(r'(?i)\bHYPERLINK\s+"?([^"\s\\]+)')
_ACTIVE_FORMULAS = re.compile(r"(?i)\|\s*'|\b(?:WEBSERVICE|CALL|REGISTER|EXEC|RTD|IMAGE)\s*\(")
_FORMULAS = ("f", "formula", "formula1", "formula2", "definedName")
_DROPPED_ELEMENTS = {
    "attachedTemplate",
    "rsids",
    "docVars",
    "fileSharing",
    "absPath",
    "revisionPtr",
}
_DROPPED_REFERENCES = {"pageSetup"}
"""Elements that name the settings of a printer, and are of use without them."""


def clean_office(data: bytes, form: Format) -> Cleaned:
    """Return a Word or Excel file as it may be published. Raises `RefusedError`."""
    if data.startswith(_OLE):
        raise RefusedError("attachment-locked")
    target, words = io.BytesIO(), Words()
    try:
        with open_archive(data, _BOUNDS) as archive:
            names = archive.namelist()
            if _MAIN[form] not in names or _TYPES not in names:
                raise RefusedError("attachment-other-format", {"format": form.value.upper()})
            with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as written:
                for name in sorted(names, key=lambda name: (name != _TYPES, name)):
                    part = _clean_part(name, archive.read(name), words)
                    if part is not None:
                        written.writestr(_head(name), part)
    except ArchiveTooLargeError:
        raise RefusedError("attachment-too-long") from None
    except DAMAGE:
        raise RefusedError("attachment-damaged") from None
    return Cleaned(target.getvalue(), (Piece(words.text),), words.tables)


def _head(name: str) -> ZipInfo:
    """Return what stands before a part: nothing that tells of when and where."""
    head = ZipInfo(name, _EPOCH)
    head.compress_type, head.create_system = ZIP_DEFLATED, 0
    return head


def _clean_part(name: str, data: bytes, words: Words) -> bytes | None:
    """Return a part as it is to be published; None if it is left out."""
    if name.endswith("/") or _LEFT_OUT.search(name):
        return None
    if _ACTIVE.search(name):
        raise RefusedError("attachment-active", {"found": posixpath.basename(name)})
    if _OUTSIDE.search(name):
        raise RefusedError("attachment-files-inside", {"found": posixpath.basename(name)})
    ending = posixpath.splitext(name)[1].lower()
    if ending in _PICTURES:
        return _PICTURES[ending](data)
    if not name.lower().endswith(_XML):
        code = "attachment-picture" if "/media/" in name else "attachment-files-inside"
        raise RefusedError(code, {"found": posixpath.basename(name)})
    return _Writer(name, words).write(data)


class _Writer:
    """Writes one XML part anew, as its tags go by."""

    def __init__(self, name: str, words: Words) -> None:
        self._written: list[str] = []
        self._words = words
        self._name = name
        self._folder = posixpath.dirname(name.replace("_rels/", "").removesuffix(".rels"))
        self._depth = 0
        """Of elements within one that is left out."""
        self._paragraph: list[str] = []
        self._fields: list[str] = []
        """Instructions of the paragraph at hand and of all, which Word cuts as it likes."""
        self._is_author = False

    def write(self, data: bytes) -> bytes:
        """Return the part as UTF-8. Raises `RefusedError` and an exception of `DAMAGE`."""
        parser = make_parser()
        parser.ordered_attributes = True
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._take
        self._words.begin(self._name)
        parser.Parse(data, True)
        self._words.finish()
        _refuse_field("".join(self._fields))
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return (head + "".join(self._written)).encode()

    def _open(self, tag: str, pairs: list[str]) -> None:
        name = tag.rpartition(":")[2]
        given = dict(zip(pairs[::2], pairs[1::2], strict=True))
        if self._depth or name in _DROPPED_ELEMENTS or self._is_dropped(name, given):
            self._depth += 1
            return
        _refuse_element(name, given)
        kept = {k: _NOBODY if k.rpartition(":")[2] == "author" else v for k, v in given.items()}
        kept = {key: value for key, value in kept.items() if not _is_note(name, key)}
        for key, value in kept.items():
            if not _IDS.search(key) and not key.startswith("xmlns"):
                self._words.note(value)
        if name == "fldSimple":
            _refuse_field(next((v for k, v in given.items() if k.endswith("instr")), ""))
        self._is_author = name == "author"
        self._words.open(name, {key.rpartition(":")[2]: v for key, v in kept.items()})
        attributes = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
        self._written.append(f"<{tag}{attributes}>")

    def _is_dropped(self, name: str, given: Attributes) -> bool:
        """Whether an entry of a list of parts, or of relations, is of a part that is left out."""
        if name == "Override":
            return bool(_LEFT_OUT.search(given.get("PartName", "").lstrip("/")))
        if name != "Relationship":
            return False
        target, kind = given.get("Target", ""), posixpath.basename(given.get("Type", ""))
        if given.get("TargetMode") == "External":
            if kind == "attachedTemplate":
                return True
            if kind != "hyperlink":
                raise RefusedError("attachment-link", {"address": target[:200]})
            refuse_address(target)
            return False
        path = target.lstrip("/") if target.startswith("/") else f"{self._folder}/{target}"
        return bool(_LEFT_OUT.search(posixpath.normpath(path).lstrip("/")))

    def _close(self, tag: str) -> None:
        if self._depth:
            self._depth -= 1
            return
        name = tag.rpartition(":")[2]
        if name == "p":
            _refuse_field("".join(self._paragraph))
            self._paragraph.clear()
        self._is_author = False
        self._words.close(name)
        self._written.append(f"</{tag}>")

    def _take(self, text: str) -> None:
        if self._depth or self._is_author:
            return
        if self._words.inside == "instrText":
            self._paragraph.append(text)
            self._fields.append(text)
        elif self._words.inside in _FORMULAS and _ACTIVE_FORMULAS.search(text):
            raise RefusedError("attachment-active", {"found": "DDE"})
        self._words.take(text)
        self._written.append(escape(text))


def _is_note(name: str, key: str) -> bool:
    """Whether an attribute tells who wrote, or when; or what refers to a part that is left out."""
    prefix, _, local = key.rpartition(":")
    if name in _DROPPED_REFERENCES and (prefix, local) == ("r", "id"):
        return True
    return local in _NOTES and prefix != "xmlns"


def _refuse_element(name: str, given: Attributes) -> None:
    if name in ("object", "oleObject", "OLEObject", "control", "altChunk", "ddeLink", "oleLink"):
        raise RefusedError("attachment-files-inside", {"found": name})
    if name in ("Default", "Override"):
        kind = given.get("ContentType", "")
        if _ACTIVE.search(kind):
            raise RefusedError("attachment-active", {"found": "VBA"})
    for key, value in given.items():
        if key.rpartition(":")[2] in ("href", "src"):
            refuse_address(value)


def _refuse_field(instructions: str) -> None:
    """Refuse what a field of Word would do beside showing a number, a date or a link."""
    found = _ACTIVE_FIELDS.search(_QUOTED.sub("", instructions))
    if found:
        raise RefusedError("attachment-active", {"found": found[0].upper()})
    for address in _LINKS.findall(instructions):
        refuse_address(address)
