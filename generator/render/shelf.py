"""The shelf: what WeasyPrint may have, instead of the files and networks that it would reach for.

A poster's pictures are put on it before it is laid out. Whatever else markup or a style asks for,
by whichever way (picture, style sheet, face, attachment, profile), is refused: WeasyPrint's own
fetcher would read any file of the disk and call any address.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

SIGNATURES: Final = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
"""How the files begin that a shelf hands out. An SVG could ask for more, so it is none of them."""


def make_shelf(library: Any, pictures: Mapping[str, bytes]) -> Any:
    """Return a `url_fetcher` that has these PNG and JPEG files, by their addresses, and no more.

    `library` is the imported WeasyPrint.
    """
    return _shelf_class(library)(pictures)


@cache
def _shelf_class(library: Any) -> Any:
    class Shelf(library.urls.URLFetcher):  # type: ignore[misc]
        """Has none of the handlers with which what it inherits would open anything."""

        _fail_on_errors = False

        def __init__(self, pictures: Mapping[str, bytes]) -> None:
            self.pictures = pictures  # the rest would look for certificates, for each poster

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            """Return a picture. Raises ValueError for everything else."""
            data = self.pictures.get(url, b"")
            for signature, kind in SIGNATURES.items():
                if data.startswith(signature):
                    headers = {"Content-Type": kind}
                    return library.urls.URLFetcherResponse(url, body=data, headers=headers)
            raise ValueError(f"posters fetch nothing: {url} {headers or ''}")

    return Shelf
