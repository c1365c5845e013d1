"""The guide as a PDF: one page a task, its contents list, its pictures."""

import ctypes
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from generator.build.guide import find_guide, make_anchor, print_guide
from generator.render.booklet import PrintedBooklet
from generator.render.fonts import missing_requirements
from generator.render.poster_text import set_type
from tests.guide.guide_text import GUIDE, read_chapters, run

TITLES = [chapter.title for chapter in read_chapters()]
PICTURES = GUIDE.parent / "images" / "volunteers"
_PICTURE = re.compile(r"!\[([^\]]*)\]\((images/[^)]+)\)")
_SMALLEST = 14.0
needs_press = pytest.mark.skipif(bool(missing_requirements()), reason="posters cannot be made")


@pytest.fixture(scope="module")
def printed() -> PrintedBooklet:
    return print_guide(find_guide())


@pytest.fixture(scope="module")
def pages(printed: PrintedBooklet) -> list[str]:
    document: Any = pypdfium2.PdfDocument(printed.pdf)
    return [page.get_textpage().get_text_range() for page in document]


def linked_pages(document: Any) -> Iterator[int]:
    """Yield the page that each link of the first page leads to."""
    raw = pypdfium2.raw
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(document[0], position, link):
        yield raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link))


@needs_press
@pytest.mark.posters
def test_each_task_has_one_page(printed: PrintedBooklet, pages: list[str]) -> None:
    assert printed.log == ()
    assert printed.pages == len(pages) == 1 + len(TITLES)
    for title, page in zip(TITLES, pages[1:], strict=True):
        assert title in page.splitlines()


@needs_press
@pytest.mark.posters
def test_contents_list_has_the_page_numbers(pages: list[str]) -> None:
    for number, title in enumerate(TITLES, start=2):
        assert re.search(rf"{title}\W*{number}\b", pages[0]), title
        assert pages[number - 1].split()[-1] == str(number)


@needs_press
@pytest.mark.posters
def test_contents_list_can_be_clicked(printed: PrintedBooklet) -> None:
    document: Any = pypdfium2.PdfDocument(printed.pdf)
    assert set(linked_pages(document)) == set(range(1, 1 + len(TITLES)))


@needs_press
@pytest.mark.posters
def test_pictures_are_printed_and_letters_are_large(printed: PrintedBooklet) -> None:
    document: Any = pypdfium2.PdfDocument(printed.pdf)
    shown = 0
    for page in document:
        width, height = page.get_size()
        for thing in page.get_objects():
            left, bottom, right, top = thing.get_bounds()
            assert left >= 0
            assert bottom >= 0
            assert right <= width
            assert top <= height
            if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE:
                shown += 1
            if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT:
                matrix = thing.get_matrix()
                assert abs(matrix.d) * thing.get_font_size() >= _SMALLEST - 0.1
    assert shown == len(_PICTURE.findall(GUIDE.read_text("utf-8")))


def test_pictures_exist_are_used_and_described() -> None:
    found = _PICTURE.findall(GUIDE.read_text("utf-8"))
    assert sorted(path for _, path in found) == sorted(
        f"images/volunteers/{file.name}" for file in PICTURES.iterdir()
    )
    assert all(len(description) > 8 for description, _ in found)


def test_pictures_are_small() -> None:
    files = list(PICTURES.glob("*.png"))
    assert sum(file.stat().st_size for file in files) < 1_200_000
    for file in files:
        with Image.open(file) as picture:
            assert picture.mode == "P"  # of few colours


def test_contents_list_of_the_file_is_whole() -> None:
    links = re.findall(r"^- \[(.+)\]\(#(.+)\)$", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert links == [(title, make_anchor(title)) for title in TITLES]


@needs_press
@pytest.mark.posters
def test_command_writes_the_pdf(tmp_path: Path, printed: PrintedBooklet) -> None:
    target = tmp_path / "手册.pdf"
    code, answer = run(f"linli guide --pdf {target}")
    assert code == 0
    assert f"共 {1 + len(TITLES)} 页" in answer
    assert target.read_bytes() == printed.pdf  # on every run the same


def test_command_says_where_the_guide_is() -> None:
    code, answer = run("linli guide")
    assert code == 0
    assert str(GUIDE) in answer


def test_command_without_what_posters_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.commands.guide.missing_requirements", lambda: ("pango",))
    code, answer = run(f"linli guide --pdf {tmp_path / 'a.pdf'}")
    assert code == 1
    assert "linli doctor" in answer
    assert not list(tmp_path.iterdir())


def test_is_part_of_the_wheel() -> None:
    settings = tomllib.loads((GUIDE.parents[1] / "pyproject.toml").read_text("utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included["docs/volunteers.zh-CN.md"] == "generator/docs/volunteers.zh-CN.md"
    assert included["docs/images/volunteers"] == "generator/docs/images/volunteers"


def test_samples_are_not_typeset() -> None:
    """What people are to copy stays as it is, letter for letter."""
    sample = "<pre><code>时间: 3月5日（周四）14:00\n电话: 021-0123 4501）。</code></pre>"
    page = "<html><body>{}<p>地点，（门口）</p></body></html>"
    assert sample in set_type(page.format(sample))
    assert "<p>3月5日（周四）</p>" not in set_type(page.format("<p>3月5日（周四）</p>"))
