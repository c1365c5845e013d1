"""Workbooks for tests, written part by part, so that nothing in them is a library's idea."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-"
_BOOK = f"{_TYPE}officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)

FORMATS = ("General", "yyyy-mm-dd", 'm"月"d"日"', "h:mm", "0%", "000", "0.00", "yyyy-mm-dd h:mm")
"""The number formats of a workbook; a cell names one by its position."""


@dataclass(frozen=True)
class Number:
    """A number, shown in one of `FORMATS`."""

    value: float
    shown: int = 0


@dataclass(frozen=True)
class Formula:
    """A formula, with the result that was saved, if there is one."""

    text: str
    result: str = ""
    is_error: bool = False


Value = str | bool | Number | Formula | None


def make_workbook(
    rows: Sequence[Sequence[Value]],
    *,
    merged: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    others: Mapping[str, str] | None = None,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return an .xlsx with one sheet of `rows`, the same bytes for the same rows.

    `hidden_rows` count from 1; `others` are the names of more sheets with their state (`visible`
    or `hidden`), which stand before it if they are hidden; `more` are parts that replace its own.
    """
    sheets = {"表1": "visible"}
    hidden = {name: state for name, state in (others or {}).items() if state != "visible"}
    sheets = hidden | sheets | {n: s for n, s in (others or {}).items() if s == "visible"}
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            {
                f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml")
                for n in range(1, len(sheets) + 1)
            }
            | {"rId99": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": _styles(),
    }
    for number, name in enumerate(sheets, start=1):
        own = rows if name == "表1" else [["别的"]]
        text = _sheet(own, merged if name == "表1" else (), hidden_rows)
        parts[f"xl/worksheets/sheet{number}.xml"] = text
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for path, data in ({k: v.encode() for k, v in parts.items()} | dict(more or {})).items():
            archive.writestr(ZipInfo(path, _EPOCH), data, ZIP_DEFLATED)
    return buffer.getvalue()


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_BOOK}.worksheet+xml"/>'
        for n in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_BOOK}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_BOOK}.styles+xml"/>'
        f"{sheets}</Types>"
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _workbook(sheets: Mapping[str, str]) -> str:
    inner = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, (name, state) in enumerate(sheets.items(), start=1)
    )
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{inner}</sheets></workbook>'
    )


def _styles() -> str:
    codes = "".join(
        f'<numFmt numFmtId="{170 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(FORMATS)
    )
    used = "".join(
        f'<xf numFmtId="{170 + n if n else 0}" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        for n in range(len(FORMATS))
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(FORMATS)}">{codes}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        "</cellStyleXfs>"
        f'<cellXfs count="{len(FORMATS)}">{used}</cellXfs></styleSheet>'
    )


def _sheet(rows: Sequence[Sequence[Value]], merged: Sequence[str], hidden: Sequence[int]) -> str:
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(_cell(value, f"{_letters(n)}{number}") for n, value in enumerate(row))
        unseen = ' hidden="1"' if number in hidden else ""
        lines.append(f'<row r="{number}"{unseen}>{cells}</row>')
    joined = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
    joined = f'<mergeCells count="{len(merged)}">{joined}</mergeCells>' if merged else ""
    data = f"<sheetData>{''.join(lines)}</sheetData>"
    return f'{_HEAD}<worksheet xmlns="{_MAIN}">{data}{joined}</worksheet>'


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cell(value: Value, at: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, Number):
        return f'<c r="{at}" s="{value.shown}"><v>{value.value}</v></c>'
    if isinstance(value, Formula):
        result = f"<v>{escape(value.result)}</v>" if value.result else ""
        kind = "e" if value.is_error else "str"
        return f'<c r="{at}" t="{kind}"><f>{escape(value.text)}</f>{result}</c>'
    text = f'<t xml:space="preserve">{escape(value)}</t>'
    return f'<c r="{at}" t="inlineStr"><is>{text}</is></c>'
