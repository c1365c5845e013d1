"""Reading a poster back: its words, their sizes, its QR code, its fonts."""

import re
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from PIL import Image

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Letter:
    """A character where it stands: points from the lower left, `size` the type size in points."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True)
class FormField:
    """A field to fill in: its name, what a screen reader calls it, and one of FPDF_FORMFIELD_…."""

    name: str
    label: str
    kind: int


class Printed:
    """A PDF, open for questions."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._document: Any = pypdfium2.PdfDocument(data)

    @cached_property
    def width(self) -> float:
        """The first page's width in points."""
        return float(self._document[0].get_width())

    @cached_property
    def height(self) -> float:
        """The first page's height in points."""
        return float(self._document[0].get_height())

    @property
    def page_count(self) -> int:
        return len(self._document)

    def raw_text(self) -> str:
        """Return the words as a reader's search sees them."""
        return self._raw_text

    @cached_property
    def _raw_text(self) -> str:
        return "".join(page.get_textpage().get_text_range() for page in self._document)

    def text(self) -> str:
        """Return the words without spaces and line ends."""
        return re.sub(r"[\s\ufffe]", "", self.raw_text())

    def letters(self) -> list[Letter]:
        """Return the visible characters in reading order; the size of Chinese ones is exact."""
        return self._letters

    @cached_property
    def _letters(self) -> list[Letter]:
        letters = []
        for number, page in enumerate(self._document):
            textpage = page.get_textpage()
            place = pdfium.FS_RECTF()
            for index in range(textpage.count_chars()):
                text = chr(pdfium.FPDFText_GetUnicode(textpage, index))
                if text.strip():
                    pdfium.FPDFText_GetLooseCharBox(textpage, index, place)
                    width, height = place.right - place.left, place.top - place.bottom
                    size = max(width, height if width > height else 0)
                    letters.append(
                        Letter(text, number, place.left, place.right, place.bottom, size)
                    )
        return letters

    def size_of(self, words: str) -> float:
        """Return the type size of the first Chinese character of `words`, in points."""
        letters = self.letters()
        text = "".join(letter.text[0] for letter in letters)
        start = text.index(re.sub(r"\s", "", words))
        return next(x.size for x in letters[start:] if "\u4e00" <= x.text <= "\u9fff")

    def codes(self) -> list[str]:
        """Return what the QR codes say, from the first page's lower half at 150 dots an inch."""
        page = self._document[0]
        upper_half = (0, 0, 0, page.get_height() / 2)
        image = page.render(scale=150 / 72, crop=upper_half, grayscale=True).to_pil()
        return [code.text for code in zxingcpp.read_barcodes(image)]

    def code_width(self) -> float:
        """Return how wide the first page's QR code is printed, in points, without its margin."""
        dots = 150 / 72
        page = self._document[0]
        image = page.render(scale=dots, grayscale=True).to_pil()
        corners = zxingcpp.read_barcodes(image)[0].position
        return float(abs(corners.top_right.x - corners.top_left.x)) / dots

    def picture(self, dots: float) -> Image.Image:
        """Return the first page at so many dots an inch, red, green and blue."""
        image: Image.Image = self._document[0].render(scale=dots / 72).to_pil()
        return image.convert("RGB")

    def form_fields(self) -> list[FormField]:
        """Return what can be filled in on the first page, in its order."""
        document: Any = pypdfium2.PdfDocument(self.data)
        document.init_forms()
        if document.formenv is None:
            return []
        page, form = document[0], document.formenv.raw
        fields = []
        for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            field = pdfium.FPDFPage_GetAnnot(page.raw, number)
            name = _text_of(pdfium.FPDFAnnot_GetFormFieldName, form, field)
            label = _text_of(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, field)
            fields.append(FormField(name, label, pdfium.FPDFAnnot_GetFormFieldType(form, field)))
            pdfium.FPDFPage_CloseAnnot(field)
        return fields

    def metadata(self) -> dict[str, str]:
        return dict(self._document.get_metadata_dict(skip_empty=True))


def face_names(streams: bytes) -> set[str]:
    """Return the names of a file's faces, without the mark of a subset; see `open_streams`."""
    found = re.findall(rb"/BaseFont /[A-Z]{6}\+([\w-]+)", streams)
    return {name.decode() for name in found}


def bare(text: str) -> str:
    """Return a text as `Printed.text` has it: without spaces."""
    return re.sub(r"\s", "", text)


def open_streams(data: bytes) -> bytes:
    """Return a file with its compressed objects opened."""
    parts = [data]
    for stream in re.findall(rb"stream\n(.*?)\nendstream", data, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(parts)


def _text_of(ask: Any, form: Any, field: Any) -> str:
    """Return what one of PDFium's functions for text answers."""
    length = ask(form, field, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (length // 2))()
    ask(form, field, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
