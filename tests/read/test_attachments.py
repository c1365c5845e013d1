"""What `read` makes of attachments: looked through once, and given up if they take too long."""

from pathlib import Path

import pytest

from generator.build import check_site, read_site
from generator.build.memory import open_memory
from generator.model.attachment import Attachment, AttachmentContent
from generator.problems import Severity
from generator.read import attachments
from generator.supervised import Limits, SupervisedExecutor
from tests.hostile.documents import make_pdf
from tests.hostile.test_attachments import CARD, MOBILE, NOTICE, make_site
from tests.sites_for_tests import TODAY

LATER = 10**19


def test_names_of_files() -> None:
    source = "content/committees/dong/notices/a.md"
    for file in ("表.PDF", "./表.pdf", "..\\notices\\表.pdf", "../notices/表.pdf"):
        found = Attachment(file=file)
        assert found.path_from(source) == "content/committees/dong/notices/表.pdf"
        assert found.title == "表"
    assert Attachment(file="../../xi/a.pdf").is_foreign(source)
    assert not Attachment(file="../a.pdf", name="甲").is_foreign(source)
    assert Attachment(file="../a.pdf", name="甲").title == "甲"


def test_one_file_for_a_list(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"表.pdf": make_pdf("a")})
    for written in ("表.pdf", "{文件: 表.pdf, 名称: 甲}", "[{文件: 表.pdf}]"):
        text = (site / NOTICE).read_text("utf-8")
        line = next(line for line in text.split("\n") if line.startswith("附件"))
        (site / NOTICE).write_text(text.replace(line, f"附件: {written}"), "utf-8")
        board = read_site(site).board
        assert board
        assert [a.file for n in board.notices for a in n.attachments] == ["表.pdf"]
        assert isinstance(board.attachments[0].content, AttachmentContent)


def test_it_is_looked_through_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for one with something personal, of which nothing is remembered."""
    site = make_site(tmp_path, {"甲.pdf": make_pdf("a"), "乙.pdf": make_pdf(CARD)})
    with open_memory(site, LATER, tmp_path / "cache") as memory:
        first = read_site(site, memory)
    asked = []
    submit = SupervisedExecutor.submit

    def count(self: object, *given: object) -> object:
        asked.append(given)
        return submit(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(SupervisedExecutor, "submit", count)
    with open_memory(site, LATER, tmp_path / "cache") as memory:
        assert read_site(site, memory) == first
    assert len(asked) == 1
    stored = b"".join(p.read_bytes() for p in (tmp_path / "cache").rglob("*") if p.is_file())
    assert CARD.encode() not in stored


def test_too_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "LIMITS", Limits(seconds=0.001, memory=700 << 20))
    site = make_site(tmp_path, {"表.pdf": make_pdf(*["page"] * 150)})
    codes = [problem.code for problem in check_site(read_site(site), TODAY)]
    assert "attachment-too-slow" in codes


def test_places_are_pages(tmp_path: Path) -> None:
    def scan(pdf: object) -> None:
        page = pdf.pages[2].obj  # type: ignore[attr-defined]
        page.Contents = pdf.make_stream(b"0 0 9 9 re f")  # type: ignore[attr-defined]

    site = make_site(tmp_path, {"表.pdf": make_pdf("a", MOBILE, "", change=scan)})
    found = {p.code: p for p in check_site(read_site(site), TODAY)}
    assert (found["phone-mobile"].place.path[-5:], found["phone-mobile"].place.line) == (
        "表.pdf",
        2,
    )
    assert MOBILE not in str(found["phone-mobile"])
    assert found["attachment-unread"].severity is Severity.WARNING
    assert found["attachment-unread"].facts["pages"] == "3"
