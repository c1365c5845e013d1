"""What an author may name in `海报可省`: each name takes its part off the poster, and no other."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.event import Event
from generator.model.notice import NOTICE_CLASSES, Category
from generator.model.posted import BODY
from generator.plan.views import EventPoster, Link, NoticePoster, PosterFrame
from generator.render.posters import PosterFault, PosterPress
from tests.posters.reading import Printed, bare
from tests.posters.samples import all_kinds, event, prose

SAMPLES = all_kinds()
LONG = "这一段话写得很长，是为了看看一张纸放得下多少字。" * 34
MARK = "放得下多少字"
MANY = 10**1400 - 1
"""A number of places that fills a sheet, for want of words."""
POINTS = ("先看一遍", "再看一遍")
Posted = EventPoster | NoticePoster


def full_view(kind: str) -> Posted:
    """Return a poster that has every part of its kind."""
    view = event() if kind == "event" else SAMPLES[kind]
    if isinstance(view, EventPoster):
        return view
    assert isinstance(view, NoticePoster)
    parts: dict[str, Any] = {"points": POINTS}
    if kind in {"announcement", "result"}:
        parts |= {"issue": Link("2026-001 废旧热水器", "x"), "ways": ()}
    if kind == "urgent":
        parts |= {"reason": "北方来了冷空气"}
    title = replace(view.frame, title="试一试")
    return replace(view, frame=title, parts=replace(view.parts, **parts))


def swell(view: Posted, part: str) -> Posted:
    """Return a poster of which one part is far too long for any sheet."""
    if part == BODY:
        return replace(view, body=prose(LONG))
    instead = {int: MANY, tuple: (LONG,), Link: Link(LONG, "x")}
    swollen: dict[str, Any] = {part: instead.get(type(getattr(view.parts, part)), LONG)}
    if isinstance(view, EventPoster):
        return replace(view, parts=replace(view.parts, **swollen))
    return replace(view, parts=replace(view.parts, **swollen))


def names() -> Iterator[tuple[str, str]]:
    """Yield each kind with each name that the model accepts for it."""
    yield from (("event", part) for part in (*Event.poster_parts, BODY))
    for category, kind in NOTICE_CLASSES.items():
        yield from ((category.value, part) for part in (*kind.poster_parts, BODY))
    outage = NOTICE_CLASSES[Category.OUTAGE]
    yield from (("urgent", part) for part in (*outage.poster_parts, BODY))


def words_of(view: Posted, part: str) -> str:
    """Return the first words of a part as they stand on the poster."""
    if part == BODY:
        return bare(view.body.text)[:8]
    value = getattr(view.parts, part)
    match value:
        case tuple():
            return bare(str(value[0]))[:8]
        case Link():
            return bare(value.text)[:8]
        case _:
            return bare(str(value))[:8]


NAMES = tuple(names())


@pytest.mark.parametrize(("kind", "part"), NAMES)
def test_a_named_part_goes_and_the_others_stay(press: PosterPress, kind: str, part: str) -> None:
    usual = full_view(kind)
    view = swell(usual, part)
    path = f"{kind}-without-{part}"
    text = Printed(press.render(path, replace(view, frame=allow(view, part)))).text()
    assert press.left_out[path] == (part,)
    assert words_of(view, part) not in text
    for other in {other for name, other in NAMES if name == kind} - {part}:
        assert words_of(usual, other) in text, other


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in NAMES}))
def test_what_is_not_named_stays(press: PosterPress, kind: str) -> None:
    """However full the sheet is: rather than leave it out, the poster is refused."""
    view = swell(full_view(kind), BODY)
    allowed = [part for name, part in NAMES if name == kind and part != BODY]
    with pytest.raises(PosterFault) as caught:
        press.render("full", replace(view, frame=allow(view, *allowed)))
    assert caught.value.problem.code.startswith("poster-too-long")


def allow(view: Posted, *parts: str) -> PosterFrame:
    """Return the frame of a poster whose author lets these parts go."""
    return replace(view.frame, may_go=parts)
