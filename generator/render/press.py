"""The press: HTML and a style sheet → paper, by WeasyPrint.

WeasyPrint is imported at the first sheet, for a site without posters must build on a machine
without Pango. Before that, fontconfig is told of the cut faces alone: no face of the system can
slip in, and a character that they lack is noticed. Nothing is ever fetched; what WeasyPrint logs
is collected instead of printed.
"""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.frozen import Frozen
from generator.render.documents import parse_markup, tell_style
from generator.render.finishing import MARKS, make_finisher
from generator.render.fonts import Faces
from generator.render.shelf import make_shelf

PAPERS = {"A5": (148.0, 210.0), "A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0)}
"""Width and height in millimetres, upright, small to large."""

_LOGGERS = ("weasyprint", "fontTools")
_VARIANT = "pdf/ua-1"
_AREA = "area"
_CONTENT = "content"
PART = "part-"
"""How the ids of parts begin whose heights are measured."""
_ROOT = re.compile(r"^html \{(.*?)\}", re.DOTALL | re.MULTILINE)
_PROPERTY = re.compile(r"(--[\w-]+):([^;]+);")
_ON_PAPER = re.compile(r"calc\((-?[\d.]+) \* var\(--(sheet-)?(mm|pt)\)\)")
_LARGER = re.compile(r"(max|min)\((-?[\d.]+)(pt|mm), (-?[\d.]+)\3\)")
_MOST_STYLES = 16
"""Parsed ones, each of which takes half a megabyte."""
_TOLERANCE = 1.0
"""CSS pixels by which something may stick out before it counts: letters have no exact edge."""


class Layout(Frozen):
    """A document that is laid out and not yet written.

    `fill` is the height of the content in heights of a page: above 1 it needs a second page.
    `sticks_out` names the boxes that are larger than their place, and `overhang` is how many times.
    `heights` are those of the parts that can be missed, by their names, in heights of a page.
    """

    document: Any
    zoom: float
    page_count: int
    fill: float
    sticks_out: tuple[str, ...]
    overhang: float = 1
    heights: Mapping[str, float] = msgspec.field(default_factory=dict)
    bleed: float = 0


class Sheet(Frozen, kw_only=True):
    """How a document is laid out: on a page of `paper` that is enlarged by 1 / `zoom`.

    `style` is CSS, which sees four lengths: `--mm` and `--pt` are a millimetre and a point on the
    printed paper, `--sheet-mm` and `--sheet-pt` are those of A4, enlarged with larger paper; other
    lengths shrink by `zoom`. `hidden` is a selector of what to leave out;
    `pages` is how many pages `--pages` says there are.
    """

    style: str
    paper: str = "A4"
    landscape: bool = False
    zoom: float = 1
    hidden: str = ""
    pages: int = 1
    bleed: float = 0
    """Millimetres on paper around the sheet, with crop marks, for a print shop to cut off."""

    def style_text(self) -> str:
        """Return the style sheet with the page's size and all lengths worked out.

        What is `hidden` is not in it, so that hiding something parses nothing again.
        """
        sides = [side / self.zoom for side in PAPERS[self.paper]]
        width, height = reversed(sides) if self.landscape else sides
        style = f"{self.style}\n@page {{ size: {width}mm {height}mm }}\n"
        enlarged = PAPERS[self.paper][0] / PAPERS["A4"][0]
        if self.bleed:
            style += f"@page {{ bleed: {(self.bleed + MARKS) / self.zoom}mm; marks: crop }}\n"
        style += f"html {{ --pt: {1 / self.zoom}pt; --sheet-pt: {enlarged / self.zoom}pt }}\n"
        style = style.replace("var(--pages)", f'"{self.pages}"')
        return resolve_lengths(style, self.zoom, enlarged)


def resolve_lengths(style: str, zoom: float, enlarged: float = 1) -> str:
    """Return a style sheet with its custom properties and lengths on paper worked out.

    WeasyPrint would do it too, for each element of each poster, at a third of the time of a layout.
    Only what stands in rules for `html` is known here, the last one winning; other uses of `var()`
    are left alone. `enlarged` is how much wider the paper is than A4.
    """
    properties = dict(_PROPERTY.findall(";".join(_ROOT.findall(style)) + ";"))
    for unit in ("--pt", "--sheet-pt"):  # what they are multiplied with is worked out below
        properties.pop(unit, None)
    for name, value in properties.items():
        style = style.replace(f"var({name})", value.strip())
    style = _ON_PAPER.sub(
        lambda found: f"{float(found[1]) * (enlarged if found[2] else 1) / zoom:.4f}{found[3]}",
        style,
    )
    choose = {"max": max, "min": min}
    return _LARGER.sub(
        lambda found: f"{choose[found[1]](float(found[2]), float(found[4])):.4f}{found[3]}", style
    )


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

    def parse(self, markup: str, pictures: Mapping[str, bytes] | None = None) -> Any:
        """Return a parsed document, which can be laid out several times.

        `pictures` are the PNG or JPEG files that it may show, by the addresses in their `src`; an
        address needs a scheme, for instance `picture:a.png`.
        """
        with self._listen():
            return parse_markup(self._library, markup, self._shelf(pictures or {}))

    def lay_out(self, document: Any, sheet: Sheet) -> Layout:
        """Lay out a document on a sheet. Raises KeyError for a paper that is not in `PAPERS`."""
        tell_style(document, sheet.style)
        with self._listen():
            result = document.render(
                font_config=self._fonts,
                stylesheets=self._parse_styles(sheet),
                pdf_variant=_VARIANT,
            )
        boxes = [page.anchors for page in result.pages]
        sticks_out = dict(pair for anchors in boxes for pair in _sticking_out(anchors))
        return Layout(
            document=result,
            zoom=sheet.zoom,
            page_count=len(boxes),
            fill=len(boxes) - 1 + _fill(boxes[-1]),
            sticks_out=tuple(sticks_out),
            overhang=max(sticks_out.values(), default=1),
            heights=_heights(boxes),
            bleed=sheet.bleed,
        )

    def write(self, layout: Layout) -> bytes:
        """Return a layout as PDF/UA-1. The same layout gives the same bytes on every run."""
        linked = {link[1] for page in layout.document.pages for link in page.links}
        for page in layout.document.pages:
            for name in page.anchors.keys() - linked:
                del page.anchors[name]  # it was for measuring
        with self._listen():
            data = layout.document.write_pdf(
                zoom=layout.zoom, pdf_variant=_VARIANT, finisher=make_finisher(layout.bleed)
            )
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

    def _parse_styles(self, sheet: Sheet) -> list[Any]:
        """Return the parsed style sheets of a sheet; parsing one costs as much as half a poster."""
        style = replace(sheet, hidden="")
        parsed = self._sheets.pop(style, None) or self._parse_css(style.style_text())
        self._sheets[style] = parsed
        if len(self._sheets) > _MOST_STYLES:  # the one that was not used for longest goes
            del self._sheets[next(iter(self._sheets))]
        if not sheet.hidden:
            return [parsed]
        hiding = f"{sheet.hidden} {{ display: none !important }}"
        return [parsed, self._parse_css(hiding)]

    def _parse_css(self, style: str) -> Any:
        return self._library.CSS(string=style, font_config=self._fonts, url_fetcher=self._shelf({}))

    def _shelf(self, pictures: Mapping[str, bytes]) -> Any:
        return make_shelf(self._library, pictures)

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


_Box = tuple[float, float, float, float]
_Anchors = dict[str, _Box]
"""Boxes by the ids of their elements: left, top, right, bottom in CSS pixels."""


def _fill(anchors: _Anchors) -> float:
    """Return which part of the page's height the content takes."""
    _, top, _, bottom = anchors[_AREA]
    end = anchors[_CONTENT][3] if _CONTENT in anchors else top
    return (end - top) / (bottom - top)


def _sticking_out(anchors: _Anchors) -> Iterator[tuple[str, float]]:
    """Yield the boxes named `frame.any` that are not within the box named `frame`.

    With each comes how many times larger it is than it may be.
    """
    for name, box in anchors.items():
        frame_name, dot, _ = name.partition(".")
        frame = anchors.get(frame_name)
        # how far down the content of the page area goes is what `fill` tells
        if dot and frame and not _is_within(box, frame, sideways=frame_name == _AREA):
            across = (max(box[0], box[2]) - frame[0]) / (frame[2] - frame[0])
            yield name, max(1.0, across)


def _is_within(box: _Box, frame: _Box, *, sideways: bool) -> bool:
    left, right = sorted((box[0], box[2]))
    return (
        left >= frame[0] - _TOLERANCE
        and right <= frame[2] + _TOLERANCE
        and (sideways or box[3] <= frame[3] + _TOLERANCE)
    )


def _heights(boxes: list[_Anchors]) -> dict[str, float]:
    """Return the heights of the parts named `part.any`, those on several pages taken together."""
    _, top, _, bottom = boxes[0][_AREA]
    found: dict[str, float] = {}
    for anchors in boxes:
        for name, box in anchors.items():
            if name.startswith(PART):
                part = name.removeprefix(PART)
                found[part] = found.get(part, 0) + (box[3] - box[1]) / (bottom - top)
    return found
