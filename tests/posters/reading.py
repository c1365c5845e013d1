"""Reading a poster back: its words, their sizes, its QR code, its fonts."""

import re
from dataclasses import dataclass
from typing import Any

import pypdfium2
import zxingcpp

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


class Printed:
    """A PDF, open for questions."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._document: Any = pypdfium2.PdfDocument(data)

    @property
    def page_count(self) -> int:
        return len(self._document)

    def raw_text(self) -> str:
        """Return the words as a reader's search sees them."""
        return "".join(page.get_textpage().get_text_range() for page in self._document)

    def text(self) -> str:
        """Return the words without spaces and line ends."""
        return re.sub(r"[\s\ufffe]", "", self.raw_text())

    def letters(self) -> list[Letter]:
        """Return the visible characters in reading order; the size of Chinese ones is exact."""
        letters = []
        for number, page in enumerate(self._document):
            textpage = page.get_textpage()
            for index in range(textpage.count_chars()):
                text = textpage.get_text_range(index, 1)
                if text.strip():
                    left, bottom, right, top = textpage.get_charbox(index, loose=True)
                    size = max(right - left, top - bottom if right - left > top - bottom else 0)
                    letters.append(Letter(text, number, left, right, bottom, size))
        return letters

    def size_of(self, words: str) -> float:
        """Return the type size of the first Chinese character of `words`, in points."""
        letters = self.letters()
        text = "".join(letter.text[0] for letter in letters)
        start = text.index(re.sub(r"\s", "", words))
        return next(x.size for x in letters[start:] if "\u4e00" <= x.text <= "\u9fff")

    def codes(self) -> list[str]:
        """Return what the QR codes say, from the first page at 150 dots an inch."""
        image = self._document[0].render(scale=150 / 72).to_pil()
        return [code.text for code in zxingcpp.read_barcodes(image)]

    def metadata(self) -> dict[str, str]:
        return dict(self._document.get_metadata_dict(skip_empty=True))
