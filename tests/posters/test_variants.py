"""Every kind on every paper, in colour and monochrome, in normal and large print, read back."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import hypot
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter

from generator.plan.views import (
    CommitteeReviewPoster,
    DayView,
    DigestPoster,
    EventParts,
    EventPoster,
    NoticeParts,
    NoticePoster,
    PosterView,
    ReviewCard,
    StreetReviewPoster,
    TimetablePoster,
)
from tests.posters.combinations import all_combinations
from tests.posters.golden import golden_files, picture_pages
from tests.posters.likeness import compare
from tests.posters.printing import Printer
from tests.posters.reading import POINTS_PER_MM, Printed, bare, face_names, open_streams
from tests.posters.samples import PHONE, SHORT_URL, URL

COMBINATIONS = all_combinations()


def mark_exhaustive(name: str) -> Any:
    """Leave two of the four A3 variants to `pytest -m exhaustive`: A3 is A4 enlarged."""
    marks = pytest.mark.exhaustive if name.endswith(("-A3-mono", "-A3-large")) else ()
    return pytest.param(name, marks=marks)


FOOT = 64
"""Height of the foot with its margin on A4, in mm."""
STRIPS = 138
A4_WIDTH = 210 * POINTS_PER_MM
DOTS = 100
"""Dots an inch on A4 for a look at colours; larger paper gets as many in all."""


@dataclass(frozen=True)
class Hung:
    """A poster as it was made, and what had to go."""

    name: str
    view: PosterView
    sheet: Printed
    left_out: tuple[str, ...]

    @cached_property
    def enlarged(self) -> float:
        """How much larger than A4 the paper is."""
        return min(self.sheet.width, self.sheet.height) / A4_WIDTH

    @cached_property
    def picture(self) -> Image.Image:
        wide = self.view.frame.variant.landscape  # with type as large as on A4
        return self.sheet.picture(DOTS if wide else DOTS / self.enlarged)


@pytest.mark.parametrize("name", [mark_exhaustive(name) for name in COMBINATIONS])
def test_poster(name: str, printed: Printer, tmp_path: Path) -> None:
    """Make a poster once, and look at it in every way: most of the time goes into the making."""
    view, plain = COMBINATIONS[name], name.removesuffix("-A4")
    sheet = Printed(printed(plain, view))
    hung = Hung(name, view, sheet, printed.left_out[plain])
    for check in CHECKS:
        check(hung)
    path = tmp_path / "x.pdf"
    path.write_bytes(sheet.data)
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)


Words = Iterator[tuple[str, str]]


def words_of(view: PosterView) -> Words:
    """Yield the part that a poster may leave out, or nothing, and words that it says there."""
    match view:
        case EventPoster():
            yield from _event_words(view.parts)
            yield "body", view.body.text
        case NoticePoster():
            yield from _notice_words(view.parts)
            yield "body", view.body.text
        case TimetablePoster():
            yield from _entries(view.days)
            yield from (("", line.name) for line in view.daily)
            yield from (("", holiday.name) for holiday in view.holidays)
            changes = view.changes
            yield from (("", n) for n in (*changes.new, *changes.changed, *changes.ended))
        case DigestPoster():
            yield from _entries(view.days)
            yield from (("", card.title) for card in view.notices)
        case StreetReviewPoster():
            yield from _review_words(view)
        case CommitteeReviewPoster():
            yield from _figures(view.cards[0])
        case _:
            yield "", view.frame.title


def _event_words(parts: EventParts) -> Words:
    yield from (("", parts.place), ("", parts.contact.name), ("fee", parts.fee or ""))
    yield from (("audience", parts.audience or ""), ("rain", parts.rain or ""))
    yield "", parts.registration or ""
    yield from (("programme", words) for words in parts.programme)
    yield from (("", words) for words in parts.bring)


def _notice_words(parts: NoticeParts) -> Words:
    yield from (("", words) for words in (*parts.points, *parts.tasks))
    yield from (("", field.name) for field in parts.fields)
    yield from (("", choice) for field in parts.fields for choice in field.choices)
    yield from (("conditions", words) for words in parts.conditions)
    yield from (("ways", words) for words in parts.ways)
    yield from (("outcome", parts.outcome or ""), ("", parts.purpose or ""))


def _review_words(view: StreetReviewPoster) -> Words:
    large = view.frame.variant.large_print
    for theme in view.themes:
        yield "", theme.name
        for card in theme.cards:
            yield "", card.committee.text
            yield from _figures(card)
            yield card.anchor, "" if large else card.summary


def _figures(card: ReviewCard) -> Words:
    yield "", card.project
    for figure in card.figures:
        yield from (("", words) for words in (figure.name, figure.value, figure.start or ""))


def _entries(days: tuple[DayView, ...]) -> Words:
    for day in days:
        yield "", day.occasion or ""
        for entry in day.entries:
            yield "", entry.title
            yield "", "" if entry.cancelled else entry.place or ""


def check_words(hung: Hung) -> None:
    """The poster says what the content says."""
    text, frame = hung.sheet.text(), hung.view.frame
    for part, words in words_of(hung.view):
        assert part in hung.left_out or bare(words) in text, words
    for words in (frame.compound, frame.committee, PHONE, SHORT_URL):
        assert bare(words) in text


def check_code(hung: Hung) -> None:
    """A phone reads the code from the paper."""
    assert hung.sheet.codes() == [URL]


def check_faces(hung: Hung) -> None:
    streams = open_streams(hung.sheet.data)
    names = face_names(streams)
    assert names
    assert names <= {"Linli", "Linli-Bold", *(["Linli-Fields"] if "form" in hung.name else [])}
    assert streams.count(b"/FontFile") >= len(names)


def floors(name: str, view: PosterView) -> dict[str, float]:
    """Return how large words have to be at least, in points."""
    title, key, body = (52.0, 40.0, 22.0) if view.frame.variant.large_print else (40.0, 32.0, 16.0)
    match view:
        case EventPoster():
            when = "3月5日" if view.days else view.parts.reading[:3]
            floor = {view.frame.title[:3]: title, when: key, view.parts.place[:4]: key}
            return floor | {"要磨的刀剪": body, "联系": 20}
        case NoticePoster() if name.startswith("urgent"):
            return {view.frame.title[:3]: 72.0, view.parts.points[0]: 26, view.body.text[:6]: body}
        case NoticePoster():
            return {view.frame.title[:3]: title} | _notice_floors(view.parts, key, body)
        case TimetablePoster() | DigestPoster():
            return {view.days[0].entries[0].title: body}
        case _:
            return {}


def _notice_floors(parts: NoticeParts, key: float, body: float) -> dict[str, float]:
    if parts.period_first:
        return {"3月3日": key, "公示期": 17}
    if parts.deadline:
        return {"3月31日": key, parts.tasks[0]: body}
    return {"门牌": 17, "请勿张贴": 18} if parts.fields else {}


def check_floors(hung: Hung) -> None:
    for words, floor in floors(hung.name, hung.view).items():
        assert hung.sheet.size_of(words) >= floor - 0.1, words


def check_nothing_small(hung: Hung) -> None:
    """Nothing above the foot is small; page numbers and heads of further pages apart."""
    view, sheet, mm = hung.view, hung.sheet, POINTS_PER_MM * hung.enlarged
    foot = STRIPS if isinstance(view, NoticePoster) and view.parts.strips else FOOT
    smallest = 18 if view.frame.variant.large_print else 13
    if not isinstance(view, EventPoster | NoticePoster | TimetablePoster | DigestPoster):
        return  # kinds with type of their own have tests of their own
    for letter in sheet.letters():
        if letter.bottom > foot * mm and "一" <= letter.text <= "鿿":
            head = letter.page and letter.bottom > sheet.height - 20 * mm
            assert head or letter.size >= smallest - 0.1, letter


def check_seal(hung: Hung) -> None:
    """A seal of 42 mm over unit and date covers no other words."""
    if not hung.name.startswith(("announcement", "result", "notice")):
        return
    letters, sheet = hung.sheet.letters(), hung.sheet
    signed = f"{hung.view.frame.committee}2026年3月2日"
    start = "".join(x.text for x in letters).index(signed)
    signature = letters[start : start + len(signed)]
    across = (min(x.left for x in signature) + max(x.right for x in signature)) / 2
    up = (min(x.bottom for x in signature) + max(x.bottom + x.size for x in signature)) / 2
    for letter in letters[:start] + letters[start + len(signature) :]:
        beside = max(letter.left - across, across - letter.right, 0)
        above = max(letter.bottom - up, up - letter.bottom - letter.size, 0)
        assert hypot(beside, above) >= 21 * POINTS_PER_MM, letter
    assert sheet.width - across >= 21 * POINTS_PER_MM


def check_ink(hung: Hung) -> None:
    """Monochrome: no colour, and no grey area for a laser printer to make streaks of.

    Letters' edges apart. In colour only urgent posters are red.
    """
    red, green, blue = hung.picture.split()
    if hung.view.frame.variant.monochrome:
        for one, two in ((red, green), (green, blue)):
            assert not any(ImageChops.difference(one, two).histogram()[3:])
        grey = green.point([255 if 40 < value < 215 else 0 for value in range(256)])
        assert not grey.filter(ImageFilter.MinFilter(7)).histogram()[255]
        return
    reddish = sum(ImageChops.subtract(red, green).histogram()[90:])
    if hung.name.startswith("urgent"):
        assert reddish > 5000
    else:
        assert reddish == 0


def check_picture(hung: Hung) -> None:
    """The poster looks as it was reviewed; see `golden.py` for how the pictures are made again."""
    pages, golden = picture_pages(hung.sheet.data), golden_files(hung.name)
    assert len(pages) == len(golden)
    for page, path in zip(pages, golden, strict=True):
        with Image.open(path) as image:
            difference = compare(page, image)
        assert not difference.is_visible, (path.name, difference)


def check_form(hung: Hung) -> None:
    """A form can be filled in on a screen, and nothing else can."""
    fields = hung.sheet.form_fields()
    if not hung.name.startswith("form"):
        assert not fields
        return
    assert isinstance(hung.view, NoticePoster)
    titles = [field.label for field in fields]
    for part in hung.view.parts.fields:
        wanted = [f"{part.name}：{choice}" for choice in part.choices] or [part.name]
        assert set(wanted) <= set(titles)
        kind = pdfium.FPDF_FORMFIELD_CHECKBOX if part.choices else pdfium.FPDF_FORMFIELD_TEXTFIELD
        assert {field.kind for field in fields if field.label in wanted} == {kind}
    assert len({field.name for field in fields}) == len(fields)


def check_code_size(hung: Hung) -> None:
    """The code is 25 mm wide at least, without its margin."""
    assert hung.sheet.code_width() >= 25 * POINTS_PER_MM


CHECKS = (
    check_words,
    check_code,
    check_code_size,
    check_faces,
    check_floors,
    check_nothing_small,
    check_seal,
    check_ink,
    check_picture,
    check_form,
)
