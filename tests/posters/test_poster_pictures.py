"""Pictures of bodies on paper: where there is room, and never at the expense of words."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from generator.plan.pictures import make_picture_view
from generator.plan.views import EventParts, EventPoster, PosterView, ProseView
from tests.pages.test_pictures import CANARY, make, paint
from tests.posters.reading import Printed
from tests.posters.samples import event, frame
from tests.read.test_pictures import save

Printer = Callable[[str, PosterView], bytes]
LONG = "<p>" + "请大家互相转告，邻居之间多照应。" * 16 + "</p>"


@pytest.fixture
def body(tmp_path: Path) -> ProseView:
    """A body with one picture, of a file with a comment."""
    data = save(paint(1200, 800), "JPEG", comment=CANARY)
    view = make_picture_view(make(tmp_path, data).file, "湖边的柳树", early=True)
    assert view is not None
    return ProseView(("<p>带水。</p><p>", "</p><p>", "</p>"), (view, view), "带水。")


def with_body(body: ProseView) -> EventPoster:
    view = event(frame=frame("春游"))
    parts = EventParts(
        reading=view.parts.reading,
        place=view.parts.place,
        contact=view.parts.contact,
        programme=(),
        fee=None,
        audience=None,
        registration=None,
        deadline=None,
        deadline_minute=None,
        places=None,
        rain=None,
    )
    return replace(view, parts=parts, days=view.days[:1], body=body)


def count_images(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages[0].get_images())


def test_the_first_picture_is_printed(body: ProseView, printed: Printer) -> None:
    pdf = printed("picture.pdf", with_body(body))
    sheet = Printed(pdf)
    without = printed("no-picture.pdf", with_body(replace(body, fillings=("", ""))))
    assert count_images(pdf) == count_images(without) + 1
    assert CANARY not in pdf
    assert "带水" in sheet.text()


def test_words_do_not_shrink_for_a_picture(body: ProseView, printed: Printer) -> None:
    crowded = replace(body, pieces=(LONG * 2, *body.pieces[1:]))
    alone = replace(crowded, fillings=("", ""))
    assert printed("crowded.pdf", with_body(crowded)) == printed("alone.pdf", with_body(alone))
