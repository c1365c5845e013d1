"""Attachments: what does more than be read is refused, notes and authors are gone, words are read.

Documents are looked at one by one here, and then a whole site of them is built.
"""

import io
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

import generator.attachments.pdf as pdf_module
from generator.attachments.finding import Format, RefusedError
from generator.attachments.inspect import MAX_BYTES, clean_attachment, inspect_attachment
from generator.build import BuildOptions, BuildResult, build_site, check_site, read_site
from generator.privacy import Kind
from generator.problems import Problem, Severity
from tests.cases.workbooks import make_workbook
from tests.hostile.documents import (
    OFFICE,
    act,
    annotate,
    annotate_canaries,
    attach,
    make_docx,
    make_pdf,
    make_zip,
    open_with,
    put,
    unzip,
)
from tests.hostile.posters.canaries import unpack_pdf
from tests.hostile.test_photo_metadata import jpeg, png, spellings
from tests.sites_for_tests import SMALL, TODAY

pytestmark = pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")
CANARY = "CANARY"
CARD = "11010519491231002X"
MOBILE = "13800001234"
NOTICE = "content/committees/东居委/通知/gong-shi.md"
JS = String("app.alert(1)")
FILE = Dictionary(Type=Name.Filespec, F=String("a.exe"))

ACTIVE_PDFS = {
    "script on opening": open_with("JavaScript", JS=JS),
    "script of a link": act("JavaScript", JS=JS),
    "script after a link": act("GoTo", D=Array([0]), Next=Dictionary(S=Name.JavaScript, JS=JS)),
    "script of all pages": put("Names/JavaScript", lambda _: Dictionary(Names=Array([]))),
    "script of events": put("AA/WC", lambda _: Dictionary(S=Name.JavaScript, JS=JS)),
    "program": open_with("Launch", F=String("cmd.exe")),
    "program of a link": act("Launch", Win=Dictionary(F=String("cmd.exe"))),
    "form that is sent": act("SubmitForm", F=String("https://example.org")),
    "data from a file": act("ImportData", F=String("a.fdf")),
    "other document": act("GoToR", F=String("\\\\host\\a.pdf"), D=Array([0])),
    "document in it": act("GoToE", D=Array([0])),
    "film": act("Rendition", OP=0),
    "unknown action": act("Frobnicate"),
    "rich media": annotate(Subtype=Name.RichMedia),
    "screen": annotate(Subtype=Name.Screen),
    "three dimensions": annotate(Subtype=Name("/3D")),
    "XFA": put("AcroForm/XFA", lambda pdf: pdf.make_stream(b"<xdp/>")),
    "PostScript": put("Dests/a", lambda pdf: pdf.make_stream(b"x", Subtype=Name.PS)),
}
FILES_INSIDE = {
    "enclosed": attach,
    "enclosed by a sign": annotate(Subtype=Name.FileAttachment, FS=FILE),
    "portfolio": put("Collection", lambda _: Dictionary(View=Name.D)),
    "stream elsewhere": put("Dests/a", lambda pdf: pdf.make_stream(b"", F=String("/etc/passwd"))),
}
ADDRESSES = (
    *("javascript:alert(1)", "file:///C:/a.exe", "ms-msdt:/id", "\\\\host\\share", "//host/a"),
    *("JaVa\tScRiPt:alert(1)", "\x01javascript:1", "C:\\a.exe", "intent:a", "smb://host/a"),
)
GOOD_ADDRESSES = ("https://example.org/a", "mailto:a@example.org", "tel:02101234500", "a.html")


def code_of(data: bytes, form: Format = Format.PDF) -> str:
    with pytest.raises(RefusedError) as caught:
        clean_attachment(data, form)
    return caught.value.code


@pytest.mark.parametrize("name", ACTIVE_PDFS)
def test_a_pdf_that_does_something_is_refused(name: str) -> None:
    assert code_of(make_pdf(change=ACTIVE_PDFS[name])) == "attachment-active"


@pytest.mark.parametrize("name", FILES_INSIDE)
def test_a_pdf_with_files_in_it_is_refused(name: str) -> None:
    assert code_of(make_pdf(change=FILES_INSIDE[name])) == "attachment-files-inside"


def test_addresses() -> None:
    for address in ADDRESSES:
        assert code_of(make_pdf(change=act("URI", URI=String(address)))) == "attachment-link"
    for address in GOOD_ADDRESSES:
        assert clean_attachment(make_pdf(change=act("URI", URI=String(address))), Format.PDF).data


def test_locked_signed_damaged_and_other_files() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_pdf())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user=""))
    assert code_of(target.getvalue()) == "attachment-locked"
    signed = annotate(Subtype=Name.Widget, FT=Name.Sig, V=Dictionary(ByteRange=Array([0, 1])))
    assert code_of(make_pdf(change=signed)) == "attachment-signed"
    assert code_of(b"") == "attachment-empty"
    assert code_of(b"%PDF-1.7\nnothing more") == "attachment-damaged"
    assert code_of(b"MZ\x90") == "attachment-other-format"
    assert code_of(b"%PDF-" + bytes(MAX_BYTES)) == "attachment-too-large"
    assert code_of(make_pdf(), Format.DOCX) == "attachment-other-format"


def test_what_is_not_reached_is_gone() -> None:
    """An earlier version of a document, of which Word and readers show nothing."""
    old = make_pdf(CARD)
    with pikepdf.open(io.BytesIO(make_pdf("later"))) as later:
        new = later.pages[0].obj.Contents.read_bytes()
    with pikepdf.open(io.BytesIO(old)) as pdf:
        number, root = pdf.pages[0].obj.Contents.objgen[0], pdf.Root.objgen[0]
        size = len(pdf.objects) + 1
    update = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        *(number, len(new)),
        new,
    )
    table = (
        f"xref\n{number} 1\n{len(old):010} 00000 n \ntrailer\n<</Size {size} /Root {root} 0 R "
        f"/Prev {old.rsplit(b'startxref', 1)[1].split()[0].decode()}>>\n"
        f"startxref\n{len(old) + len(update)}\n%%EOF\n"
    )
    data = old + update + table.encode()
    cleaned = clean_attachment(data, Format.PDF)
    assert "later" in cleaned.pieces[0].text
    assert CARD.encode() not in unpack_pdf(cleaned.data).encode()
    assert inspect_attachment(data, Format.PDF).found == ()


def test_notes_of_a_pdf() -> None:
    data = make_pdf("form", change=annotate_canaries(CANARY))
    assert unpack_pdf(data).count(CANARY) + spellings(data) >= 9, "the control has none"
    cleaned = clean_attachment(data, Format.PDF).data
    assert CANARY not in unpack_pdf(cleaned)
    assert spellings(cleaned) == 0
    assert clean_attachment(data, Format.PDF).data == cleaned


@pytest.mark.filterwarnings("ignore:Image appears:UserWarning")
@pytest.mark.parametrize("packed", [False, True])
def test_photographs_in_a_pdf(packed: bool) -> None:
    photo = jpeg()

    def change(pdf: Pdf) -> None:
        names = Array([Name.FlateDecode, Name.DCTDecode]) if packed else Name.DCTDecode
        stream = pikepdf.Stream(
            pdf, zlib.compress(photo) if packed else photo,
            Type=Name.XObject, Subtype=Name.Image, Width=700, Height=500,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=names,
        )  # fmt: skip
        pdf.pages[0].obj.Resources.XObject = Dictionary(P=stream)

    cleaned = clean_attachment(make_pdf(change=change), Format.PDF).data
    with pikepdf.open(io.BytesIO(cleaned)) as pdf:
        found = pdf.pages[0].obj.Resources.XObject.P.read_raw_bytes()
    assert spellings(cleaned) == spellings(found) == 0
    same = [Image.open(io.BytesIO(data)).convert("RGB").tobytes() for data in (photo, found)]
    assert same[0] == same[1]


def test_words_of_a_pdf_with_their_pages() -> None:
    found = inspect_attachment(make_pdf("one", f"two\n{MOBILE}", CARD), Format.PDF).found
    assert {(each.kind, each.value, each.page) for each in found} == {
        (Kind.MOBILE, MOBILE, 2),
        (Kind.RESIDENT_ID, CARD, 3),
    }
    broken = inspect_attachment(make_pdf(f"{CARD[:8]}\n{CARD[8:]}"), Format.PDF).found
    assert [each.kind for each in broken] == [Kind.RESIDENT_ID]


@pytest.mark.parametrize(
    "change",
    [
        annotate(Subtype=Name.Text, Contents=String(CARD)),
        annotate(Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String(CARD)),
        annotate(Subtype=Name.Widget, FT=Name.Ch, T=String("a"), Opt=Array([String(CARD)])),
        put("Outlines/Title", lambda _: String(CARD)),
        put("StructTreeRoot/Alt", lambda _: String(CARD)),
        act("URI", URI=String(f"https://example.org/?id={CARD}")),
    ],
)  # fmt: skip
def test_words_beside_the_pages(change: object) -> None:
    assert callable(change)
    found = inspect_attachment(make_pdf(change=change), Format.PDF).found
    assert [each.value for each in found if each.kind is Kind.RESIDENT_ID] == [CARD]


def test_scanned_pages_are_told() -> None:
    def scan(pdf: Pdf) -> None:
        pdf.pages[1].obj.Contents = pdf.make_stream(b"0 0 100 100 re f")

    inspection = inspect_attachment(make_pdf("words", "", change=scan), Format.PDF)
    assert inspection.unread == (2,)


def bombs() -> Iterator[bytes]:
    def inflate(pdf: Pdf) -> None:
        packed = zlib.compress(bytes(30_000_000), 1)
        pdf.Root.Dests = Dictionary(a=pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode))

    def twice(pdf: Pdf) -> None:
        packed = zlib.compress(zlib.compress(bytes(30_000_000), 1))
        names = Array([Name.FlateDecode, Name.FlateDecode])
        pdf.Root.Dests = Dictionary(a=pikepdf.Stream(pdf, packed, Filter=names))

    def pixels(pdf: Pdf) -> None:
        pdf.Root.Dests = Dictionary(a=pdf.make_stream(b"", Width=60_000, Height=60_000))

    yield make_pdf(change=inflate)
    yield make_pdf(change=twice)
    yield make_pdf(change=pixels)
    yield make_pdf(*["page"] * 201)


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "_MAX_INFLATED", 20_000_000)
    assert [code_of(bomb) for bomb in bombs()] == ["attachment-too-long"] * 4
    many = make_docx(parts={"word/a.xml": f"<a>{'0' * 5_000_000}</a>"})
    assert code_of(many, Format.DOCX) == "attachment-too-long"
    assert code_of(make_docx(parts={f"{n}.xml": "<a/>" for n in range(1001)}), Format.DOCX) == (
        "attachment-too-long"
    )


def relation(kind: str, target: str, mode: str = "External") -> str:
    return f'<Relationship Id="r9" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'


FIELD = "</w:t></w:r><w:r><w:instrText>{}</w:instrText></w:r><w:r><w:t>"
BAD_DOCX = {
    "macros": (make_docx(parts={"word/vbaProject.bin": b"x"}), "attachment-active"),
    "control": (make_docx(parts={"word/activeX/activeX1.xml": "<a/>"}), "attachment-active"),
    "macros by type": (
        make_docx(parts={"[Content_Types].xml": '<Types><Default ContentType="a.macroEnabled"/>'
                         "</Types>"}), "attachment-active"),
    "enclosed": (make_docx(parts={"word/embeddings/a.bin": b"x"}), "attachment-files-inside"),
    "enclosed workbook": (make_docx(parts={"word/embeddings/a.xlsx": b"x"}),
                          "attachment-files-inside"),
    "object": (make_docx("</w:t><w:object/><w:t>"), "attachment-files-inside"),
    "template": (make_docx(relations=relation("frame", "https://h/a")), "attachment-link"),
    "picture elsewhere": (make_docx(relations=relation("image", "https://h/a.png")),
                          "attachment-link"),
    "address": (make_docx(relations=relation("hyperlink", "ms-msdt:/id")), "attachment-link"),
    "DDE": (make_docx(FIELD.format("DDEAUTO cmd")), "attachment-active"),
    "DDE in pieces": (make_docx(FIELD.format("DDE") + FIELD.format("AUTO cmd")),
                      "attachment-active"),
    "DDE behind a link": (make_docx(FIELD.format(' HYPERLINK "https://a.cn" ')
                                    + FIELD.format(" DDE a")), "attachment-active"),
    "field of a link": (make_docx(FIELD.format(' HYPERLINK "file:///a" ')), "attachment-link"),
    "entities": (make_docx(parts={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
                 "attachment-damaged"),
    "drawing": (make_docx(parts={"word/media/a.emf": b"x"}), "attachment-picture"),
    "no Word file": (make_zip({"a.exe": b"MZ"}), "attachment-other-format"),
    "half": (make_docx()[:-30], "attachment-damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_DOCX)
def test_a_word_file_that_is_more_than_words_is_refused(name: str) -> None:
    data, code = BAD_DOCX[name]
    assert code_of(data, Format.DOCX) == code


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("xl/externalLinks/externalLink1.xml", "attachment-files-inside"),
        ("xl/connections.xml", "attachment-files-inside"),
        ("xl/vbaProject.bin", "attachment-active"),
        ("xl/embeddings/oleObject1.bin", "attachment-files-inside"),
    ],
)
def test_a_workbook_with_more_than_cells_is_refused(part: str, code: str) -> None:
    assert code_of(make_workbook([["a"]], more={part: b"<a/>"}), Format.XLSX) == code


def test_formulas_that_call_programs_are_refused() -> None:
    sheet = (
        b"<worksheet><sheetData><row><c><f>cmd|' /C calc'!A0</f></c></row></sheetData></worksheet>"
    )
    data = make_workbook([["a"]], more={"xl/worksheets/sheet1.xml": sheet})
    assert code_of(data, Format.XLSX) == "attachment-active"


def test_notes_of_a_word_file() -> None:
    parts: dict[str, str | bytes] = {
        "docProps/core.xml": f"<a>{CANARY}</a>",
        "docProps/app.xml": f"<a>{CANARY}</a>",
        "customXml/item1.xml": f"<a>{CANARY}</a>",
        "word/people.xml": f"<a>{CANARY}</a>",
        "word/media/a.jpeg": jpeg(),
        "word/media/b.png": png(),
        "word/comments.xml": f'<w:comments xmlns:w="w"><!--{CANARY}--><?x {CANARY}?><w:comment '
        f'w:author="{CANARY}" w:initials="{CANARY}" w:id="1">kept</w:comment></w:comments>',
        "word/settings.xml": '<w:settings xmlns:w="w"><w:rsids>'
        f'<w:rsid w:val="{CANARY}"/></w:rsids></w:settings>',
    }
    text = f'</w:t></w:r><w:ins w:author="{CANARY}" w:date="2026"><w:r><w:t>new</w:t></w:r></w:ins>'
    template = relation("attachedTemplate", f"file:///C:/Users/{CANARY}/Normal.dotm")
    data = make_docx(text + "<w:r><w:t>", parts, template)
    assert sum(spellings(part) for part in unzip(data).values()) >= 14, "the control has few"
    cleaned = clean_attachment(data, Format.DOCX)
    left = unzip(cleaned.data)
    assert {name for name, part in left.items() if spellings(part)} == set()
    assert "docProps/core.xml" not in b"".join(left.values()).decode("latin-1")
    assert b"kept" in left["word/comments.xml"]
    assert clean_attachment(data, Format.DOCX).data == cleaned.data
    with io.BytesIO(left["word/media/a.jpeg"]) as photo, Image.open(photo) as image:
        image.load()


@pytest.mark.parametrize(
    "data",
    [
        make_docx(CARD),
        make_docx(f"{CARD[:5]}</w:t></w:r><w:r><w:t>{CARD[5:]}"),
        make_docx(f"</w:t></w:r><w:del><w:r><w:delText>{CARD}</w:delText></w:r></w:del><w:r><w:t>"),
        make_docx(f'<w:drawing descr="{CARD}"/>'),
        make_docx(parts={"word/header1.xml": f"<w:p>{CARD}</w:p>"}),
        make_docx(parts={"word/comments.xml": f"<w:comment>{CARD}</w:comment>"}),
    ],
)
def test_words_of_a_word_file(data: bytes) -> None:
    found = inspect_attachment(data, Format.DOCX).found
    assert {each.value for each in found} == {CARD}


def test_words_of_a_workbook() -> None:
    rows = [["姓名", "手机"], ["王默言", MOBILE], ["李默语", "x"], ["赵默声", "y"]]
    found = inspect_attachment(make_workbook(rows), Format.XLSX).found
    assert {each.kind for each in found} == {Kind.MOBILE, Kind.PERSONAL_LIST}
    hidden = make_workbook([["a"]], others={"b": "hidden"})
    parts = unzip(hidden)
    sheet = next(name for name in parts if name.endswith("sheet1.xml"))
    row = f"<row><c t='inlineStr'><is><t>{CARD}</t></is></c></row></sheetData>"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", row.encode())
    found = inspect_attachment(make_zip(parts), Format.XLSX).found
    assert {each.value for each in found} == {CARD}


# --- a site ---------------------------------------------------------------------------------------


def make_site(folder: Path, files: dict[str, bytes], *, types: str = "", head: str = "") -> Path:
    """Return a site whose one notice has these attachments."""
    others = shutil.ignore_patterns("issues", "reviews", "活动", "notices", "services", "groups")
    site = Path(shutil.copytree(SMALL, folder / "site", ignore=others))
    notice = site / NOTICE
    named = ", ".join(files)
    written = notice.read_text("utf-8").replace("---\n", f"---\n附件: [{named}]\n{head}", 1)
    notice.write_text(written, "utf-8")
    for name, data in files.items():
        notice.with_name(name).write_bytes(data)
    if types:
        with (site / "content/site.yaml").open("a", encoding="utf-8") as config:
            config.write(f"\n附件类型: [{types}]\n")
    return site


def build(site: Path) -> BuildResult:
    output = site.with_name("out")
    options = BuildOptions(site=site, output=output, today=TODAY, posters=False, workers=1)
    return build_site(read_site(site), options)


def told(problems: list[Problem]) -> set[tuple[str, str, Severity]]:
    names = {(Path(p.place.path).name, p.code, p.severity) for p in problems}
    return {each for each in names if each[1].startswith(("attachment", "personal", "phone"))}


def published(site: Path) -> dict[str, bytes]:
    folder = site.with_name("out") / "committees/dong/notices/gong-shi"
    return {path.name: path.read_bytes() for path in folder.glob("*")}


def test_a_site(tmp_path: Path) -> None:
    files = {
        "报名表.pdf": make_pdf("form", change=annotate_canaries(CANARY)),
        "登记.pdf": make_pdf(CARD),
        "脚本.pdf": make_pdf(change=ACTIVE_PDFS["script on opening"]),
        "说明.docx": make_docx("help"),
    }
    site = make_site(tmp_path, files)
    result = build(site)
    assert result.published
    assert told(result.problems) == {
        ("登记.pdf", "personal-id-number", Severity.ERROR),
        ("脚本.pdf", "attachment-active", Severity.ERROR),
        ("说明.docx", "attachment-not-allowed", Severity.ERROR),
    }
    assert list(published(site)) == ["bao-ming-biao.pdf"]
    page = (tmp_path / "out/committees/dong/notices/gong-shi.html").read_text("utf-8")
    assert 'href="gong-shi/bao-ming-biao.pdf">报名表</a>' in page
    assert "脚本" not in page
    everything = [p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()]
    assert not any(spellings(data) or CARD.encode() in data for data in everything)
    # Withdrawn: the file goes with the item, and the same build again changes nothing.
    before = published(site)
    assert build(site).kept > 0
    assert published(site) == before
    (site / NOTICE).unlink()
    codes = {problem.code for problem in build(site).problems}
    assert "attachment-unused" in codes
    assert published(site) == {}


def test_allowed_types_and_what_a_note_answers_for(tmp_path: Path) -> None:
    note = (
        f"隐私说明: [{{种类: 手机, 末四位: '{MOBILE[-4:]}', 理由: 本人同意, 批准人: 主任, "
        "到期: 2026-12-31}]\n"
    )
    files = {"说明.docx": make_docx(MOBILE), "费用.xlsx": make_workbook([["项目"], ["茶"]])}
    site = make_site(tmp_path, files, types="pdf, docx, xlsx", head=note)
    result = build(site)
    assert told(result.problems) == set()
    assert set(published(site)) == {"shuo-ming.docx", "fei-yong.xlsx"}
    assert unzip(published(site)["fei-yong.xlsx"])
    assert "privacy-note-in-force" in {problem.code for problem in result.problems}


def test_names_that_lead_nowhere(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"表.pdf": make_pdf("a")})
    text = (site / NOTICE).read_text("utf-8")
    more = "附件: [表.pdf, ./表.pdf, 没有.pdf, 旧.doc, ../../xi/表.pdf, ../../../../表.pdf]"
    (site / NOTICE).write_text(text.replace("附件: [表.pdf]", more), "utf-8")
    problems = check_site(read_site(site), TODAY)
    codes = sorted(p.code for p in problems if p.code.startswith("attachment"))
    assert codes == [
        *("attachment-ending", "attachment-foreign", "attachment-missing", "attachment-missing"),
        "attachment-twice",
    ]


def test_one_that_takes_too_much_is_given_up(tmp_path: Path) -> None:
    """A PDF whose objects inflate to 3 GB while it is opened; the other one is published."""
    packed = zlib.compress(zlib.compress(bytes(60_000_000), 9), 9)
    index = b"<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length %d>>" % len(packed)
    bomb = b"%PDF-1.7\n1 0 obj\n" + index + b"\nstream\n" + packed + b"\nendstream\nendobj\n%%EOF"
    files = {"炸弹.pdf": bomb, "好.pdf": make_pdf("fine")}
    site = make_site(tmp_path, files)
    result = build(site)
    assert [name for name, _, severity in told(result.problems) if severity is Severity.ERROR] == [
        "炸弹.pdf"
    ]
    assert list(published(site)) == ["hao.pdf"]


def test_what_has_changed_since_it_was_looked_at_is_not_published(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"表.pdf": make_pdf("a")})
    reading = read_site(site)
    (site / NOTICE).with_name("表.pdf").write_bytes(make_pdf(CARD))
    options = BuildOptions(site=site, output=tmp_path / "out", today=TODAY, posters=False)
    with pytest.raises(OSError, match="changed"):
        build_site(reading, options)
    assert not (tmp_path / "out").exists()
