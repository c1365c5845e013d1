"""The site's colour on posters, in their pictures and on their twins."""

from pathlib import Path

import pypdfium2
from msgspec.structs import replace

from generator.build.stamps import make_stamps
from generator.model.accent import DEFAULT_ACCENT, NAMED
from generator.model.colour import Colour
from generator.plan.palette import make_palette
from generator.plan.views import TwinPage, Variant
from generator.render.fonts import Faces
from generator.render.posters import PosterPress
from generator.render.theme import Theme, find_theme
from generator.render.twins import TwinPress
from tests.posters.samples import all_kinds

KINDS = all_kinds()
BROWN = NAMED["茶褐"]


def theme_in(accent: Colour) -> Theme:
    return find_theme("linli", Path(), palette=make_palette(accent))


def colours(pdf: bytes) -> set[str]:
    """Return the colours of a poster's first page, as it is seen."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
    return {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in page.getcolors(1 << 24) or []}


def test_a_poster_is_in_the_accent(faces: Faces) -> None:
    brown, jade = (make_palette(colour).paper for colour in (BROWN, DEFAULT_ACCENT))
    other = PosterPress(theme_in(BROWN), faces)
    for name in ("event", "committee-review"):
        seen = colours(other.render("a.pdf", KINDS[name]))
        assert brown.accent in seen, name
        assert not seen & {jade.accent, jade.rule}, name


def test_one_in_black_alone_stays_as_it_is(faces: Faces, press: PosterPress) -> None:
    view = KINDS["committee-review"]
    black = replace(view, frame=replace(view.frame, variant=Variant(monochrome=True)))
    assert PosterPress(theme_in(BROWN), faces).render("a.pdf", black) == press.render(
        "a.pdf", black
    )


def test_twins_are_in_the_accent() -> None:
    brown, jade = make_palette(BROWN).paper, make_palette(DEFAULT_ACCENT).paper
    theme = theme_in(BROWN)
    styles = {name: data.decode() for name, data in theme.assets() if "posters/" in name}
    assert f"--accent: {brown.accent}" in styles["assets/posters/sheet.css"]
    assert not any(jade.accent in style for style in styles.values())
    view = TwinPage(poster=KINDS["committee-review"], pdf=None, image=None, site_url=None)
    twin = TwinPress(theme).render("posters/a/b.html", view).decode()
    assert f'fill="{brown.accent}"' in twin
    assert jade.accent not in twin


def test_another_accent_makes_posters_and_twins_anew_and_no_other_page() -> None:
    brown, jade = (make_stamps(theme_in(c), posters=True) for c in (BROWN, DEFAULT_ACCENT))
    assert brown.poster != jade.poster
    assert brown.twin != jade.twin
    assert brown.page == jade.page
