"""The press: HTML and a style sheet → paper, by WeasyPrint.

WeasyPrint is imported at the first sheet, for a site without posters must build on a machine
without Pango. Before that, fontconfig is told of the cut faces alone: no face of the system can
slip in, and a character that they lack is noticed. Nothing is ever fetched; what WeasyPrint logs
is collected instead of printed.
"""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

from generator.render.fonts import Faces

PAPERS = {"A5": (148.0, 210.0), "A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0)}
"""Width and height in millimetres, upright, small to large."""

_LOGGERS = ("weasyprint", "fontTools")
_VARIANT = "pdf/ua-1"
_AREA = "area"
_CONTENT = "content"
_ROOT = re.compile(r"^html \{.*?\}", re.DOTALL | re.MULTILINE)
_PROPERTY = re.compile(r"(--[\w-]+):([^;]+);")
_ON_PAPER = re.compile(r"calc\((-?[\d.]+) \* var\(--(mm|pt)\)\)")
_LARGER = re.compile(r"max\(([\d.]+)pt, ([\d.]+)pt\)")
_TOLERANCE = 1.0
"""CSS pixels by which something may stick out before it counts: letters have no exact edge."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document that is laid out and not yet written.

    `fill` is the height of the content in heights of a page: above 1 it needs a second page.
    `sticks_out` names the boxes that are wider than their place.
    """

    document: Any
    zoom: float
    page_count: int
    fill: float
    sticks_out: tuple[str, ...]


def resolve_lengths(style: str, zoom: float) -> str:
    """Return a style sheet with its custom properties and lengths on paper worked out.

    WeasyPrint would do it too, for each element of each poster, at a third of the time of a layout.
    Only what stands in the rule for `html` is known here; other uses of `var()` are left alone.
    """
    root = _ROOT.search(style)
    for name, value in _PROPERTY.findall(root[0] if root else ""):
        style = style.replace(f"var({name})", value.strip())
    style = _ON_PAPER.sub(lambda found: f"{float(found[1]) / zoom:.4f}{found[2]}", style)
    return _LARGER.sub(lambda found: f"{max(float(found[1]), float(found[2])):.4f}pt", style)


class Press:
    """Lays out and writes sheets with one parsed style sheet and one set of faces.

    Made once in a process; the first sheet pays for the import of WeasyPrint and the style sheet.
    """

    def __init__(self, faces: Faces, style: str) -> None:
        self._faces = faces
        self._style = style
        self._log: list[str] = []
        self._sheets: dict[tuple[str, float, str, int], Any] = {}

    @property
    def log(self) -> tuple[str, ...]:
        """What WeasyPrint and fontTools had to say so far, which should be nothing."""
        return tuple(self._log)

    def parse(self, markup: str) -> Any:
        """Return a parsed document, which can be laid out several times."""
        with self._listen():
            return self._library.HTML(string=markup, url_fetcher=self._refuse)

    def lay_out(
        self, document: Any, paper: str, zoom: float, hidden: str = "", pages: int = 1
    ) -> Layout:
        """Lay out a document on a page of `paper` enlarged by 1 / `zoom`.

        The style sheet sees two lengths: `--mm` and `--pt` are a millimetre and a point on the
        printed paper; other lengths shrink by `zoom`. `hidden` is a selector of what to leave out;
        `pages` is how many pages `--pages` says there are.
        Raises KeyError for a paper that is not in `PAPERS`.
        """
        with self._listen():
            result = document.render(
                font_config=self._fonts,
                stylesheets=[self._sheet(paper, zoom, hidden, pages)],
                pdf_variant=_VARIANT,
            )
        boxes = [page.anchors for page in result.pages]
        sticks_out = tuple(name for anchors in boxes for name in _sticking_out(anchors))
        return Layout(result, zoom, len(boxes), len(boxes) - 1 + _fill(boxes[-1]), sticks_out)

    def write(self, layout: Layout) -> bytes:
        """Return a layout as PDF/UA-1. The same layout gives the same bytes on every run."""
        for page in layout.document.pages:
            page.anchors.clear()  # they were for measuring, and nothing links to them
        with self._listen():
            data = layout.document.write_pdf(zoom=layout.zoom, pdf_variant=_VARIANT)
        assert isinstance(data, bytes)  # noqa: S101 - given no target, WeasyPrint returns bytes
        return data

    @cached_property
    def _library(self) -> Any:
        os.environ["FONTCONFIG_FILE"] = str(self._faces.configuration)
        import weasyprint  # noqa: PLC0415 - see the module's text

        return weasyprint

    @cached_property
    def _fonts(self) -> Any:
        os.environ["FONTCONFIG_FILE"] = str(self._faces.configuration)
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        return FontConfiguration()

    def _sheet(self, paper: str, zoom: float, hidden: str, pages: int) -> Any:
        """Return the parsed style sheet for one zoom; parsing costs as much as half a poster."""
        key = (paper, zoom, hidden, pages)
        if key not in self._sheets:
            width, height = (side / zoom for side in PAPERS[paper])
            style = f"{self._style}\n@page {{ size: {width}mm {height}mm }}\n"
            style += f"html {{ --pt: {1 / zoom}pt }}\n"
            if hidden:
                style += f"{hidden} {{ display: none }}\n"
            style = style.replace("var(--pages)", f'"{pages}"')
            self._sheets[key] = self._library.CSS(
                string=resolve_lengths(style, zoom), font_config=self._fonts,
                url_fetcher=self._refuse,
            )  # fmt: skip
        return self._sheets[key]

    @cached_property
    def _refuse(self) -> Any:
        _ = self._library
        from weasyprint.urls import URLFetcher  # noqa: PLC0415

        class Refusing(URLFetcher):  # type: ignore[misc]
            """Fetches nothing: a poster holds everything it shows."""

            def fetch(self, url: str, headers: dict[str, str] | None = None) -> NoReturn:
                raise ValueError(f"posters fetch nothing: {url} {headers or ''}")

        return Refusing()

    @contextmanager
    def _listen(self) -> Iterator[None]:
        """Collect what the libraries log, and keep it from the console."""
        handler = _Listener(self._log)
        loggers = [logging.getLogger(name) for name in _LOGGERS]
        before = [logger.propagate for logger in loggers]
        for logger in loggers:
            logger.addHandler(handler)
            logger.propagate = False
        try:
            yield
        finally:
            for logger, propagate in zip(loggers, before, strict=True):
                logger.removeHandler(handler)
                logger.propagate = propagate


class _Listener(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(f"{record.name}: {record.getMessage()}")


_Anchors = dict[str, tuple[float, float, float, float]]
"""Boxes by the ids of their elements: left, top, right, bottom in CSS pixels."""


def _fill(anchors: _Anchors) -> float:
    """Return which part of the page's height the content takes."""
    _, top, _, bottom = anchors[_AREA]
    end = anchors[_CONTENT][3] if _CONTENT in anchors else top
    return (end - top) / (bottom - top)


def _sticking_out(anchors: _Anchors) -> Iterator[str]:
    """Yield the boxes named `frame.any` that are not within the box named `frame`."""
    for name, box in anchors.items():
        frame_name, dot, _ = name.partition(".")
        frame = anchors.get(frame_name)
        if dot and frame and not _is_within(box, frame):
            yield name


def _is_within(
    box: tuple[float, float, float, float], frame: tuple[float, float, float, float]
) -> bool:
    left, right = sorted((box[0], box[2]))
    return left >= frame[0] - _TOLERANCE and right <= frame[2] + _TOLERANCE
