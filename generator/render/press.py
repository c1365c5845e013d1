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
_ROOT = re.compile(r"^html \{(.*?)\}", re.DOTALL | re.MULTILINE)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How a document is laid out: on a page of `paper` that is enlarged by 1 / `zoom`.

    `style` is CSS, which sees two lengths: `--mm` and `--pt` are a millimetre and a point on the
    printed paper; other lengths shrink by `zoom`. `hidden` is a selector of what to leave out;
    `pages` is how many pages `--pages` says there are.
    """

    style: str
    paper: str = "A4"
    landscape: bool = False
    zoom: float = 1
    hidden: str = ""
    pages: int = 1

    def style_text(self) -> str:
        """Return the style sheet with the page's size and all lengths worked out."""
        sides = [side / self.zoom for side in PAPERS[self.paper]]
        width, height = reversed(sides) if self.landscape else sides
        style = f"{self.style}\n@page {{ size: {width}mm {height}mm }}\n"
        style += f"html {{ --pt: {1 / self.zoom}pt }}\n"
        if self.hidden:
            style += f"{self.hidden} {{ display: none }}\n"
        return resolve_lengths(style.replace("var(--pages)", f'"{self.pages}"'), self.zoom)


def resolve_lengths(style: str, zoom: float) -> str:
    """Return a style sheet with its custom properties and lengths on paper worked out.

    WeasyPrint would do it too, for each element of each poster, at a third of the time of a layout.
    Only what stands in rules for `html` is known here, the last one winning; other uses of `var()`
    are left alone.
    """
    properties = dict(_PROPERTY.findall("".join(_ROOT.findall(style))))
    properties.pop("--pt", None)  # what it is multiplied with is worked out below
    for name, value in properties.items():
        style = style.replace(f"var({name})", value.strip())
    style = _ON_PAPER.sub(lambda found: f"{float(found[1]) / zoom:.4f}{found[2]}", style)
    return _LARGER.sub(lambda found: f"{max(float(found[1]), float(found[2])):.4f}pt", style)


class Press:
    """Lays out and writes sheets with one set of faces; keeps parsed style sheets.

    Made once in a process; the first sheet pays for the import of WeasyPrint, and the first of each
    style and scale for parsing that.
    """

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._log: list[str] = []
        self._sheets: dict[Sheet, Any] = {}

    @property
    def log(self) -> tuple[str, ...]:
        """What WeasyPrint and fontTools had to say so far, which should be nothing."""
        return tuple(self._log)

    def parse(self, markup: str) -> Any:
        """Return a parsed document, which can be laid out several times."""
        with self._listen():
            return self._library.HTML(string=markup, url_fetcher=self._refuse)

    def lay_out(self, document: Any, sheet: Sheet) -> Layout:
        """Lay out a document on a sheet. Raises KeyError for a paper that is not in `PAPERS`."""
        with self._listen():
            result = document.render(
                font_config=self._fonts,
                stylesheets=[self._parse_style(sheet)],
                pdf_variant=_VARIANT,
            )
        boxes = [page.anchors for page in result.pages]
        sticks_out = tuple(name for anchors in boxes for name in _sticking_out(anchors))
        return Layout(result, sheet.zoom, len(boxes), len(boxes) - 1 + _fill(boxes[-1]), sticks_out)

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

    def _parse_style(self, sheet: Sheet) -> Any:
        """Return the parsed style sheet; parsing costs as much as half a poster."""
        if sheet not in self._sheets:
            self._sheets[sheet] = self._library.CSS(
                string=sheet.style_text(), font_config=self._fonts, url_fetcher=self._refuse
            )
        return self._sheets[sheet]

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
