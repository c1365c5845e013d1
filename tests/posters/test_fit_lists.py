"""Whatever stands in a list, on a board or a card: all of it is printed, and large enough."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.plan.views import (
    ContactCardPoster,
    DayView,
    DigestPoster,
    IssueBoardPoster,
    PosterView,
    TimetablePoster,
    Variant,
)
from generator.render.posters import PosterFault, PosterPress
from tests.posters.reading import Printed
from tests.posters.samples import PHONE, all_kinds, day, entry, issue_row
from tests.posters.test_fit import VARIANTS, check_places, sized

LISTS = {name: view for name, view in all_kinds().items() if not view.one_page}
LIST, LARGE_LIST = 15.9, 21.9
"""Points: what an entry of a list may not go below. A board's steps are smaller."""

entries = st.builds(
    lambda title, place, start, note: entry(
        "service", title, (start * 30, start * 30 + 90), place, note=note
    ),
    title=sized(18),
    place=sized(30),
    start=st.integers(12, 40),
    note=st.none() | sized(40),
)
days = st.lists(st.lists(entries, min_size=1, max_size=4), min_size=1, max_size=12).map(
    lambda lists: tuple(day(number, *some) for number, some in enumerate(lists, 1))
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    kind=st.sampled_from(sorted(LISTS)),
    variant=st.sampled_from([variant for variant in VARIANTS if not variant.landscape]),
    listed=days,
    title=sized(30),
)
def test_everything_is_listed(
    press: PosterPress, kind: str, variant: Variant, listed: tuple[DayView, ...], title: str
) -> None:
    view = _fill(LISTS[kind], listed, title)
    view = replace(view, frame=replace(view.frame, variant=variant))
    try:
        sheet = Printed(press.render("any", view))
    except PosterFault as fault:  # only something that is too wide for the paper
        assert fault.problem.code.startswith("poster-too-long")
        return
    text = sheet.text()
    for words in _expected(view):
        assert "".join(words.split()) in text, words
    if sheet.page_count > 1 and isinstance(view, TimetablePoster | DigestPoster):
        assert f"{sheet.page_count}/{sheet.page_count}" in text
    if isinstance(view, TimetablePoster | DigestPoster):
        size = sheet.size_of(listed[0].entries[0].title)
        assert size >= (LARGE_LIST if variant.large_print else LIST)
    check_places(sheet, variant)


def _fill(view: PosterView, listed: tuple[DayView, ...], title: str) -> PosterView:
    """Return a list with other things in it."""
    if isinstance(view, TimetablePoster | DigestPoster):
        return replace(view, days=listed)
    if isinstance(view, IssueBoardPoster):
        rows = [issue_row(f"{title}{number}", number % 4 + 1) for number in range(len(listed))]
        return replace(view, open=tuple(rows))
    if isinstance(view, ContactCardPoster):
        grids = [replace(grid, team=title[:8]) for grid in view.grids[: len(listed)]]
        return replace(view, grids=tuple(grids))
    return view


def _expected(view: PosterView) -> list[str]:
    """Return what must be read on the sheet: times, titles, phones, dates."""
    words = [view.frame.compound, view.frame.committee]
    if isinstance(view, TimetablePoster | DigestPoster):
        words += [each.title for on in view.days for each in on.entries]
        words += [each.note for on in view.days for each in on.entries if each.note]
        words += [_hour(each.start) for on in view.days for each in on.entries if each.start]
    if isinstance(view, IssueBoardPoster):
        words += [row.title for row in view.open] + [PHONE]
    if isinstance(view, ContactCardPoster):
        words += [office.phone for office in view.offices]
        words += [grid.phone for grid in view.grids if grid.phone]
    return words


def _hour(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"
