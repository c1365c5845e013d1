"""Documents for tests: small PDF, Word and Excel files, harmless and otherwise."""

import io
from collections.abc import Callable, Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

Change = Callable[[Pdf], None]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make_pdf(*texts: str, change: Change | None = None) -> bytes:
    """Return a PDF with a page for each text, in ASCII; `change` does something to it."""
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for text in texts or ("form",):
        pdf.add_blank_page(page_size=(300, 300))
        page = pdf.pages[-1]
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        lines = " T* ".join(f"({line}) Tj" for line in text.split("\n"))
        page.obj.Contents = pdf.make_stream(f"BT /F1 12 Tf 14 TL 20 200 Td {lines} ET".encode())
    if change:
        change(pdf)
    target = io.BytesIO()
    unpacked = pikepdf.StreamDecodeLevel.none
    pdf.save(target, deterministic_id=True, stream_decode_level=unpacked)
    return target.getvalue()


def annotate(**entries: Any) -> Change:
    """Return what puts an annotation on the first page."""

    def change(pdf: Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(made)])

    return change


def act(kind: str, **entries: Any) -> Change:
    """Return what puts a link with an action on the first page."""
    return annotate(Subtype=Name.Link, A=Dictionary(S=Name(f"/{kind}"), **entries))


def open_with(kind: str, **entries: Any) -> Change:
    """Return what has an action done as the document is opened."""

    def change(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name(f"/{kind}"), **entries)

    return change


def put(path: str, value: Callable[[Pdf], object]) -> Change:
    """Return what gives the catalogue an entry (`AcroForm/XFA`)."""

    def change(pdf: Pdf) -> None:
        *outer, last = path.split("/")
        place: pikepdf.Object = pdf.Root
        for name in outer:
            if f"/{name}" not in place:
                place[f"/{name}"] = Dictionary()
            place = place[f"/{name}"]
        place[f"/{last}"] = value(pdf)

    return change


def attach(pdf: Pdf) -> None:
    """Enclose another file."""
    pdf.attachments["a.exe"] = b"MZ"


def annotate_canaries(canary: str) -> Change:
    """Return what writes a word wherever a PDF keeps notes of itself."""

    def change(pdf: Pdf) -> None:
        pdf.docinfo[Name.Author] = String(f"{canary}-info")
        pdf.Root.Metadata = pdf.make_stream(f"<x>{canary}-xmp</x>".encode())
        pdf.Root.PieceInfo = Dictionary(Word=Dictionary(Private=String(f"{canary}-piece")))
        pdf.Root["/WPSNotes"] = String(f"{canary}-wps")
        pdf.trailer["/DocChecksum"] = String(f"{canary}-trailer")
        page = pdf.pages[0].obj
        page.Thumb = pdf.make_stream(f"{canary}-thumb".encode())
        page.PieceInfo = Dictionary(A=String(f"{canary}-page"))
        page.LastModified = String(f"{canary}-time")
        page["/PTEX.FileName"] = String(f"{canary}-tex")
        comment = Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String("hello"),
            T=String(f"{canary}-commenter"), NM=String(f"{canary}-name"), RC=String(canary),
        )  # fmt: skip
        page.Annots = Array([pdf.make_indirect(comment)])

    return change


def make_docx(
    text: str = "form", parts: Mapping[str, str | bytes] | None = None, relations: str = ""
) -> bytes:
    """Return a Word file; `text` may have tags, `parts` come beside or in the place of its own."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="x"/><Default Extension="xml" ContentType="y"/>'
        '<Override PartName="/docProps/core.xml" ContentType="z"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" '
        f'Type="{OFFICE}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body><w:p><w:r>'
        f"<w:t>{text}</w:t></w:r></w:p></w:body></w:document>",
        "docProps/core.xml": "<a/>",
    }
    return make_zip(made | dict(parts or {}))


def make_zip(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def unzip(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
