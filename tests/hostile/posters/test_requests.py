"""Nothing that stands on a poster makes the press call an address or read a file.

The vectors go to the press directly, past all that keeps markup out of content, and through content
into a built site. Plain WeasyPrint shows that they are sharp.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import weasyprint

from generator.build import BuildOptions, build_site, read_site
from generator.plan.views import ProseView
from generator.render.fonts import Faces
from generator.render.posters import PosterFault, PosterPress
from generator.render.press import Press, Sheet
from generator.render.theme import find_theme
from tests.hostile.posters.canaries import (
    MARKUP,
    SECRET,
    STYLES,
    Canaries,
    set_out_canaries,
    unpack_pdf,
)
from tests.posters.samples import event
from tests.sites_for_tests import SMALL, TODAY

PAGE = (
    '<!doctype html><html lang="zh-CN"><title>x</title><body>'
    '<div id="area"></div><div id="content"><p title="{}">海报</p>{}</div></body></html>'
)
STYLE = "#area { position: fixed; top: 0; bottom: 0; left: 0; right: 0 } "
EVENT = "content/committees/东居委/活动/2026-03-03-元宵.md"
IMAGES = {"image": "![图]({http})", "image-file": "![图]({file})", "image-path": "![图]({path})"}
ALL = {**MARKUP, **{f"style-{name}": f"<style>{style}</style>" for name, style in STYLES.items()}}


@pytest.fixture
def canaries(tmp_path: Path) -> Iterator[Canaries]:
    folder = tmp_path / "canaries"
    folder.mkdir()
    with set_out_canaries(folder) as them:
        yield them


@pytest.fixture(scope="module")
def press(faces: Faces) -> Press:
    return Press(faces)


def test_there_are_enough() -> None:
    assert len(MARKUP) >= 30
    assert len(STYLES) >= 20


def test_plain_weasyprint_falls_for_them(canaries: Canaries, press: Press) -> None:
    """The control: without a shelf the same markup calls the server and reads the files."""
    slow = "img-ftp"  # the server speaks no FTP, and nobody should wait for that
    filled = [canaries.fill(name, vector) for name, vector in ALL.items() if name != slow]
    press.parse(PAGE.format("", ""))  # so that all is set in the same faces
    pdf = weasyprint.HTML(string=PAGE.format("", "".join(filled))).write_pdf()
    assert len(set(canaries.calls)) >= 20
    text = unpack_pdf(pdf)
    assert sum(f"{SECRET} {name}" in text for name in ALL) >= 6


def test_the_press_has_only_what_was_given(canaries: Canaries, press: Press) -> None:
    filled = [canaries.fill(name, vector) for name, vector in ALL.items()]
    pdf = print_page(press, PAGE.format("", "".join(filled)))
    assert canaries.calls == []
    assert SECRET not in unpack_pdf(pdf)


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", ALL)
def test_nor_does_it_have_any_alone(name: str, canaries: Canaries, press: Press) -> None:
    pdf = print_page(press, PAGE.format("", canaries.fill(name, ALL[name])))
    assert canaries.calls == []
    assert SECRET not in unpack_pdf(pdf)


def test_a_sheets_own_style_fetches_nothing(canaries: Canaries, press: Press) -> None:
    page = PAGE.format(canaries.fill("content-attribute", "{http}"), "")
    styles = [canaries.fill(name, style) for name, style in STYLES.items()]
    pdf = print_page(press, page, "".join(styles))
    assert canaries.calls == []
    assert SECRET not in unpack_pdf(pdf)


def test_a_colour_profile_is_an_error(canaries: Canaries, press: Press) -> None:
    """WeasyPrint does not go on without one."""
    profile = canaries.fill("profile", "@color-profile --p {{ src: url({http}) }}")
    with pytest.raises(OSError, match="posters fetch nothing"):
        print_page(press, PAGE.format("", ""), profile)
    assert canaries.calls == []


def print_page(press: Press, page: str, style: str = "") -> bytes:
    return press.write(press.lay_out(press.parse(page), Sheet(style=style + STYLE)))


def test_what_is_given_is_no_drawing_that_asks_for_more(canaries: Canaries, press: Press) -> None:
    svg = canaries.fill(
        "svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="{http}"/></svg>'
    )
    document = press.parse(PAGE.format("", '<img src="picture:a">'), {"picture:a": svg.encode()})
    press.write(press.lay_out(document, Sheet(style=STYLE)))
    assert canaries.calls == []


def test_a_document_type_reads_nothing(canaries: Canaries, press: Press) -> None:
    kind = canaries.fill("entity", '<!DOCTYPE html [<!ENTITY x SYSTEM "{file}">]>')
    page = PAGE.format("", "<p>&x;</p>").replace("<!doctype html>", kind)
    pdf = print_page(press, page)
    assert SECRET not in unpack_pdf(pdf)


def test_a_body_that_is_markup_after_all(canaries: Canaries, faces: Faces) -> None:
    """The whole way from a view to the PDF, as if `read` had let everything through."""
    press = PosterPress(find_theme("linli", Path()), faces)
    printed = 0
    for number in range(6):
        pieces = (canaries.fill(name, ALL[name]) for name in list(ALL)[number::6])
        body = ProseView((f"<p>请来看灯。</p><div>{''.join(pieces)}</div>",), (), "请来看灯。")
        with suppress(PosterFault):  # some of them take much room
            text = unpack_pdf(press.render("a.pdf", event(body=body, programme=())))
            printed += "请来看灯" in text
            assert SECRET not in text
    assert printed >= 3
    assert canaries.calls == []


def test_through_content_nothing_is_fetched(canaries: Canaries, tmp_path: Path) -> None:
    """Every vector in the body of an event, with pictures from where no picture may come."""
    others = shutil.ignore_patterns("issues", "reviews", "通知", "notices", "services", "groups")
    site = Path(shutil.copytree(SMALL, tmp_path / "site", ignore=others))
    head = (site / EVENT).read_text("utf-8").split("---\n")[1]
    bodies = [canaries.fill(name, f"请来。\n\n{image}") for name, image in IMAGES.items()]
    bodies += [canaries.fill(name, f"请来。{ALL[name]}") for name in ("object-file",)]
    for number, body in enumerate(bodies):
        path = site / EVENT.replace("03-03-元宵", f"03-04-{number}")
        path.write_text(f"---\n{head}范围: 东苑\n---\n{body}\n", "utf-8")
    options = BuildOptions(site=site, output=tmp_path / "out", today=TODAY, workers=1)
    result = build_site(read_site(site), options)
    assert result.published
    assert canaries.calls == []
    posters = list((tmp_path / "out").rglob("event-*.pdf"))
    assert len(posters) > len(bodies)
    assert not [path.name for path in posters if SECRET in unpack_pdf(path.read_bytes())]
