"""An attachment of any format: cleaned, and all its words looked through for what is personal."""

import re
from collections.abc import Iterator

from generator.attachments.finding import Cleaned, Format, Found, Inspection, RefusedError
from generator.privacy import Kind, find_lists, scan_text

MAX_BYTES = 10_000_000
_MAX_CHARACTERS = 5_000_000
_BROKEN_NUMBER = re.compile(r"(?<=[0-9])\s*\n\s*(?=[0-9Xx])")
"""Where a line ends within a number."""
_SIGNATURES = {Format.PDF: b"%PDF-", Format.DOCX: b"PK\x03\x04", Format.XLSX: b"PK\x03\x04"}
_BEGINNING = 1024
"""Within so many bytes a PDF has to say that it is one (ISO 32000-1, implementation note 13)."""


def clean_attachment(data: bytes, form: Format) -> Cleaned:
    """Return an attachment as it may be published. Raises `RefusedError`."""
    if not data:
        raise RefusedError("attachment-empty")
    if len(data) > MAX_BYTES:
        raise RefusedError("attachment-too-large", {"limit": MAX_BYTES // 1_000_000})
    if _SIGNATURES[form] not in data[:_BEGINNING]:
        raise RefusedError("attachment-other-format", {"format": form.value.upper()})
    if form is Format.PDF:
        from generator.attachments.pdf import clean_pdf  # noqa: PLC0415 - libraries of its own

        cleaned = clean_pdf(data)
    else:
        from generator.attachments.office import clean_office  # noqa: PLC0415 - as above

        cleaned = clean_office(data, form)
    if sum(len(piece.text) for piece in cleaned.pieces) > _MAX_CHARACTERS:
        raise RefusedError("attachment-too-long")
    return cleaned


def inspect_attachment(data: bytes, form: Format) -> Inspection:
    """Return what there is to know of an attachment. Raises `RefusedError`."""
    cleaned = clean_attachment(data, form)
    found = dict[tuple[Kind, str], Found]()
    for each in _find_all(cleaned):  # of what is found twice, the page is told
        known = found.setdefault((each.kind, each.value), each)
        if each.page and not known.page:
            found[each.kind, each.value] = each
    size = len(cleaned.data)
    return Inspection(size, tuple(found.values()), cleaned.pages, cleaned.unread)


def _find_all(cleaned: Cleaned) -> Iterator[Found]:
    for piece in cleaned.pieces:
        for found in scan_text(piece.text):
            yield Found(found.kind, found.value, piece.page)
        # Of numbers, only that of a card is told from figures that stand one below another.
        for found in scan_text(_BROKEN_NUMBER.sub("", piece.text)):
            if found.kind is Kind.RESIDENT_ID:
                yield Found(found.kind, found.value, piece.page)
    for rows in cleaned.tables:
        column = find_lists(rows)
        if column is not None:
            yield Found(Kind.PERSONAL_LIST, rows[0][column])
