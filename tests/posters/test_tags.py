"""PDF/UA-1: the structure that a screen reader follows, read back from the file."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.posters.printing import Printer
from tests.posters.samples import SHORT_URL, all_kinds

KINDS = all_kinds()


@pytest.fixture(params=KINDS)
def poster(request: pytest.FixtureRequest, printed: Printer, tmp_path: Path) -> pikepdf.Pdf:
    path = tmp_path / "poster.pdf"
    path.write_bytes(printed(request.param, KINDS[request.param]))
    return pikepdf.open(path)


def elements(node: Any) -> Iterator[Any]:
    """The structure elements below a node, in the order of reading."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def test_the_file_says_that_it_is_pdf_ua(poster: pikepdf.Pdf) -> None:
    with poster.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    root = poster.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "zh-CN"
    assert root.ViewerPreferences.DisplayDocTitle
    assert str(poster.docinfo["/Title"])


def test_pictures_have_words_and_the_title_comes_first(poster: pikepdf.Pdf) -> None:
    found = list(elements(poster.Root.StructTreeRoot))
    figures = [element for element in found if element.S == "/Figure"]
    assert figures
    assert all(str(figure.get("/Alt", "")) for figure in figures)
    assert any(SHORT_URL in str(figure.Alt) for figure in figures)
    kinds = [str(element.S) for element in found]
    assert "/H1" in kinds
    assert kinds.index("/H1") < kinds.index("/Figure")


def test_every_page_is_in_the_structure(poster: pikepdf.Pdf) -> None:
    for page in poster.pages:
        assert "/StructParents" in page.obj
        assert page.obj.get("/Tabs") == "/S"


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.usefixtures("poster")
def test_another_reader_sees_the_same_tree(tmp_path: Path) -> None:
    answer = subprocess.run(
        ["qpdf", "--json", str(tmp_path / "poster.pdf")], check=True, capture_output=True
    )
    objects = json.loads(answer.stdout)["qpdf"][1].values()
    kinds = [
        value.get("/S")
        for value in (item.get("value") for item in objects)
        if isinstance(value, dict) and value.get("/Type") == "/StructElem"
    ]
    assert kinds.count("/H1") == 1


def test_nothing_tells_of_the_machine_or_the_clock(poster: pikepdf.Pdf) -> None:
    known = {"/Title", "/Author", "/Producer", "/CreationDate"}
    assert set(poster.docinfo.keys()) <= known
    assert str(poster.docinfo["/Producer"]).startswith("WeasyPrint")
