"""Tables from spreadsheets: the same rows as CSV and as a workbook, and what only that has."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import check_site, read_site
from generator.commands import main
from generator.messages.examples import base_files
from generator.problems import Place, Problem
from generator.read.tables.csv_text import read_csv
from generator.read.tables.sheet import MAX_ROWS, TableRefusedError
from generator.read.tables.workbook import read_workbook
from generator.read.tables.workbook_marks import decimals
from tests.cases.mistakes import FOLDER, TODAY, SiteCase, load_site_mistakes, split_cases, tell
from tests.cases.workbooks import FORMATS, Formula, Number, Value, make_workbook

_TITLES = split_cases((FOLDER / "site-mistakes" / "tables.md").read_text("utf-8"))
CASES = [case for case in load_site_mistakes() if case.title in _TITLES]
SERVICES = "content/committees/dong/services"
SCHEDULE = """标题: 便民服务
有效期: 2026年1月1日至2026年12月31日
最后核对: 2026-03-01
服务: 表.xlsx
联系: {称呼: 居委会值班, 电话: 021-0123 4500}
"""
HEADING: list[Value] = ["名称", "时间", "名额"]
DAY, SHORT_DAY, CLOCK, PERCENT, ZEROS, DECIMALS, MOMENT = range(1, len(FORMATS))


def as_workbooks(case: SiteCase) -> dict[str, bytes]:
    """The files of a case with each CSV as a workbook, and its name with the other ending."""
    files = {}
    for path, data in case.files.items():
        if path.endswith(".csv"):
            rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
            files[path.replace(".csv", ".xlsx")] = make_workbook([list(row) for row in rows])
        else:
            files[path] = data.replace(b".csv", b".xlsx")
    return files


@pytest.mark.parametrize(
    "case", [c for c in CASES if not c.title.startswith("CSV")], ids=lambda case: case.title
)
def test_a_workbook_is_read_like_csv(case: SiteCase, tmp_path: Path) -> None:
    SiteCase(case.title, "", files=as_workbooks(case)).write(tmp_path)
    told = tell(check_site(read_site(tmp_path), TODAY), paths=True)
    # The place of a name in YAML is one character longer.
    expected = case.expected.replace(".csv", ".xlsx")
    assert told.replace(":4:5:8 ", ":4:5:7 ") == expected.replace(":4:5:8 ", ":4:5:7 ")


def write_site(site: Path, data: bytes, schedule: str = SCHEDULE) -> None:
    for path, text in base_files().items():
        location = site / "content" / path
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_bytes(text.encode())
    folder = site / SERVICES
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(schedule, "utf-8")
    (folder / "表.xlsx").write_bytes(data)


def problems_of(site: Path, rows: list[list[Value]], **more: Any) -> list[Problem]:
    write_site(site, make_workbook(rows, **more))
    return check_site(read_site(site), TODAY)


def test_the_services_are_those_of_the_rows(tmp_path: Path) -> None:
    rows: list[list[Value]] = [
        [*HEADING, "费用"],
        ["理发", Number(46084, DAY), Number(20), Number(3, DECIMALS)],
        ["修鞋", "每周五上午9点至11点", "30", None],
    ]
    write_site(tmp_path, make_workbook(rows))
    reading = read_site(tmp_path)
    assert check_site(reading, TODAY) == []
    assert reading.board is not None
    first, second = reading.board.services[0].services
    assert (first.name, first.places, first.fee) == ("理发", 20, "3.00")
    assert first.when.last_day(reading.board.calendar) == date(2026, 3, 3)
    assert (second.places, second.fee) == (30, None)


def test_results_are_named_in_their_cell(tmp_path: Path) -> None:
    rows: list[list[Value]] = [
        ["名称", "时间", "结果"],
        ["理发", "每周三上午9点至11点", "人次：36、场次: 约2"],
        ["修鞋", "每周五上午9点至11点", None],
    ]
    write_site(tmp_path, make_workbook(rows))
    reading = read_site(tmp_path)
    assert check_site(reading, TODAY) == []
    assert reading.board is not None
    found = [service.results for service in reading.board.services[0].services]
    assert found == [{"人次": "36", "场次": "约2"}, {}]
    wrong = problems_of(tmp_path / "b", [rows[0], ["理发", "每周三上午9点至11点", "三十六人次"]])
    assert [(p.code, p.place.column_letters) for p in wrong] == [("cell-pairs-wanted", "C")]


@pytest.mark.parametrize(
    ("value", "code", "zh"),
    [
        (Formula("10+10"), "cell-formula", "这一格是公式，没有算好的结果。"),
        (Formula("A9", "#REF!", is_error=True), "cell-error", "这一格的公式出错了。"),
        (Number(0.2, PERCENT), "cell-number", "这一格的数字（0.2）显示出来是另一个样子"),
        (Number(7, ZEROS), "cell-number", "这一格的数字（7）显示出来是另一个样子"),
        (Number(46083, SHORT_DAY), "cell-is-day", "这一格被 Excel 当成了日期（2026-03-02）"),
        (Number(2e15), "cell-number", "这一格的数字（2e+15）显示出来是另一个样子"),
    ],
)
def test_cells_that_are_refused(value: Value, code: str, zh: str, tmp_path: Path) -> None:
    found = problems_of(tmp_path, [HEADING, ["理发", "每周三上午9点至11点", value]])
    assert [problem.code for problem in found] == [code]
    place = found[0].place
    assert (place.path, place.line, place.column_letters) == (f"{SERVICES}/表.xlsx", 2, "C")
    assert zh in tell(found)


def test_the_result_of_a_formula_counts(tmp_path: Path) -> None:
    assert (
        problems_of(tmp_path, [HEADING, ["理发", "每周三上午9点至11点", Formula("10+10", "20")]])
        == []
    )


def test_merged_cells(tmp_path: Path) -> None:
    rows: list[list[Value]] = [
        HEADING,
        ["理发", "每周三上午9点至11点"],
        ["", "每周五上午9点至11点"],
    ]
    found = problems_of(tmp_path, rows, merged=("A2:A3",))
    assert [(p.code, p.place.line, p.place.column) for p in found] == [("cell-merged", 2, 1)]


def test_other_sheets_and_hidden_rows_are_said(tmp_path: Path) -> None:
    rows: list[list[Value]] = [HEADING, ["理发", "每周三上午9点至11点"]]
    sheets = {"旧的": "hidden", "表2": "visible"}
    found = problems_of(tmp_path, rows, others=sheets, hidden_rows=(2,))
    assert [(p.code, p.severity) for p in found] == [
        ("table-sheets", "note"),
        ("table-hidden", "warning"),
    ]
    assert found[0].facts == {"value": "表1", "others": "旧的\n表2"}


def refusal(data: bytes) -> str:
    with pytest.raises(TableRefusedError) as error:
        read_workbook(data, "a.xlsx")
    return error.value.problem.code


GOOD = make_workbook([HEADING, ["理发", "每周三上午9点至11点", Number(20)]])


def test_what_is_no_workbook() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1") == "table-locked"
    assert refusal(b"no archive") == "table-damaged"
    assert refusal(GOOD[:-40]) == "table-damaged"
    assert refusal(b"") == "table-damaged"


def test_an_archive_that_swells_is_refused_before_it_does() -> None:
    bomb = io.BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/{number}.xml", bytes(10_000_000))
    assert len(bomb.getvalue()) < 100_000
    assert refusal(bomb.getvalue()) == "table-too-large"


def test_an_archive_that_swells_a_hundredfold_is_refused_whatever_its_size() -> None:
    bomb = io.BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/1.xml", bytes(1_100_000))
    assert refusal(bomb.getvalue()) == "table-too-large"


def test_too_many_parts() -> None:
    many = io.BytesIO()
    with ZipFile(many, "w") as archive:
        for number in range(1001):
            archive.writestr(f"{number}", b"")
    assert refusal(many.getvalue()) == "table-too-large"


def test_a_cell_far_down_costs_nothing() -> None:
    part = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    data = make_workbook([HEADING], more={"xl/worksheets/sheet1.xml": part})
    assert refusal(data) == "table-too-large"


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim", "utf-8")
    part = f"""<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>"""
    data = make_workbook([HEADING], more={"xl/worksheets/sheet1.xml": part.encode()})
    assert refusal(data) == "table-damaged"
    utf_16 = make_workbook([HEADING], more={"xl/worksheets/sheet1.xml": part.encode("utf-16")})
    assert refusal(utf_16) == "table-damaged"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_workbook_is_read_or_refused(at: int, junk: bytes) -> None:
    try:
        read_workbook(GOOD[:at] + junk + GOOD[at + len(junk) :], "a.xlsx")
    except TableRefusedError as error:
        assert error.problem.code.startswith("table-")


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    try:
        read_csv(text, "a.csv")
    except TableRefusedError as error:
        assert error.problem.code.startswith(("csv-", "table-", "character-"))


def test_too_many_rows() -> None:
    with pytest.raises(TableRefusedError) as error:
        read_csv("名称\n" * (MAX_ROWS + 1), "a.csv")
    assert error.value.problem.code == "table-too-large"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("0", 0), ("0.00", 2), ("#,##0", 0), ("0_ ", 0), ("0.0_);(0.0)", 1), ("0%", None),
     ("000", None), ('0"元"', None), ("?", None)],
)  # fmt: skip
def test_number_formats(shown: str, expected: int | None) -> None:
    assert decimals(shown) == expected


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_letters(column: int, letters: str) -> None:
    assert Place(path="a", line=1, column=column).column_letters == letters


def test_the_report_shows_the_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[list[Value]] = [HEADING, ["理发", "每周三上午9点之11点", "20"]]
    write_site(tmp_path, make_workbook(rows))
    main(["check", "--site", str(tmp_path), "--lang", "zh", "--today", "2026-03-02"])
    shown = capsys.readouterr().out
    assert f"  --> {SERVICES}/表.xlsx:2:2 (第2行B列)" in shown
    lines = shown.splitlines()
    row = lines.index("2 | 理发 | 每周三上午9点之11点 | 20")
    columns = len("理发 | 每周三上午9点".encode("gbk"))
    assert lines[row + 1] == f"  | {' ' * columns}^^"


def test_an_error_in_a_table_withholds_its_item_alone(tmp_path: Path) -> None:
    schedule = SCHEDULE + "范围: [没有的小区]\n"
    write_site(tmp_path, GOOD, schedule)
    reading = read_site(tmp_path)
    assert reading.board is not None
    service = reading.board.services[0]
    assert service.source.paths == {f"{SERVICES}/a.yaml", f"{SERVICES}/表.xlsx"}
    assert reading.board.without({f"{SERVICES}/表.xlsx"}).services == ()
