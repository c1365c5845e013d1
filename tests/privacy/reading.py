"""What can be read in the files of an output, whatever their format."""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from tests.search.test_index import unpack_text

_INDEX = re.compile(r'linliSearch\("([0-9]+ [^"]*)"\)')
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_GAPS = re.compile(r"[\s\-·.]+")


def find_words(words: list[str], *folders: Path) -> list[tuple[str, str]]:
    """Return which words stand in which files below some folders, and in their names."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                text = "\n".join([path.name, *read_texts(path)])
                both = unicodedata.normalize("NFKC", text)
                closed = _GAPS.sub("", both)
                found += [(word, str(path)) for word in words if word in both or word in closed]
    return found


def read_texts(path: Path) -> Iterator[str]:
    """Yield a file's bytes as text, and what is packed in them."""
    data = path.read_bytes()
    text = data.decode("utf-8", errors="replace")
    yield text
    if path.suffix == ".ics":
        yield text.replace("\r\n ", "")
    elif path.suffix == ".js":
        yield from map(unpack_text, _INDEX.findall(text))
    elif path.suffix == ".pdf":
        yield from _read_pdf(data)
    elif path.suffix in (".png", ".jpg", ".webp"):
        with Image.open(BytesIO(data)) as image:
            yield str(image.info)


def _read_pdf(data: bytes) -> Iterator[str]:
    """Yield a PDF's metadata, the words of its pages, and its streams."""
    document = pypdfium2.PdfDocument(data)
    yield str(document.get_metadata_dict())
    for page in document:
        yield page.get_textpage().get_text_range()
    for stream in _STREAM.findall(data):
        try:
            yield zlib.decompress(stream).decode("utf-8", errors="replace")
        except zlib.error:
            continue
