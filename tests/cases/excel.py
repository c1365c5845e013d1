"""Workbooks part by part as Excel and WPS write them, which is more than the standard asks for.

Texts are shared, in runs of type with phonetic guides; every cell has a style, and hundreds of
rows below the table are empty but have styles; days are counted from 1900 or from 1904.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.cases.workbooks import make_workbook

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_X14AC = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
_WIDTH = 16

GENERAL, DAY, CLOCK, MOMENT, CHINESE_DAY, MONTH_DAY, LONG_DAY, DECIMALS, TEXT = range(9)
"""The styles of cells, by their position in `_FORMATS`."""
_FORMATS = (0, 14, 20, 22, 31, 58, 177, 2, 49)
_OWN_FORMATS = {177: 'yyyy"年"m"月"d"日";@'}


@dataclass(frozen=True)
class Runs:
    """A text in several runs of type; `guide` is how it is read aloud, which is no part of it."""

    runs: tuple[str, ...]
    guide: str = ""
    is_shared: bool = True


@dataclass(frozen=True)
class Styled:
    """A number in a style; `formula` is what it was worked out from, `kind` its `t`."""

    value: float | str
    style: int = GENERAL
    formula: str = ""
    kind: str = "n"


Value = str | Runs | Styled | None


@dataclass(frozen=True, kw_only=True)
class Habits:
    """What a program does besides."""

    from_1904: bool = False
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    sheets: tuple[tuple[str, str], ...] = (("时间表", "visible"),)
    """Names with their states. The rows stand in the first that can be seen."""
    styled_rows: int = 300
    """Rows below the table that have nothing but a style."""
    first_row: int = 1


USUAL = Habits()


def save_as_excel(rows: Sequence[Sequence[Value]], habits: Habits = USUAL) -> bytes:
    """Return a workbook with `rows` in its first visible sheet."""
    texts: list[str] = []
    lines = [
        _row(number, "".join(_cell(f"{chr(65 + n)}{number}", v, texts) for n, v in enumerate(row)),
             hidden=number in habits.hidden_rows)
        for number, row in enumerate(rows, start=habits.first_row)
    ]  # fmt: skip
    below = habits.first_row + len(rows)
    for number in range(below, below + habits.styled_rows):
        empty = (f'<c r="{chr(65 + n)}{number}" s="{TEXT}"/>' for n in range(_WIDTH))
        lines.append(_row(number, "".join(empty)))
    shown = next(n for n, (_, state) in enumerate(habits.sheets, start=1) if state == "visible")
    parts = {
        f"xl/worksheets/sheet{n}.xml": _sheet(lines if n == shown else [], habits)
        for n in range(1, len(habits.sheets) + 1)
    }
    parts |= {
        "xl/sharedStrings.xml": f'{_HEAD}<sst xmlns="{_MAIN}">{"".join(texts)}</sst>',
        "xl/styles.xml": _styles(),
        "xl/workbook.xml": _workbook(habits),
        "xl/_rels/workbook.xml.rels": _relations(len(habits.sheets)),
    }
    return make_workbook([], more={path: text.encode() for path, text in parts.items()})


def _row(number: int, cells: str, *, hidden: bool = False) -> str:
    unseen = ' hidden="1"' if hidden else ""
    return f'<row r="{number}" spans="1:{_WIDTH}"{unseen} x14ac:dyDescent="0.2">{cells}</row>'


def _cell(at: str, value: Value, texts: list[str]) -> str:
    if value is None:
        return f'<c r="{at}" s="{TEXT}"/>'
    if isinstance(value, Styled):
        formula = f"<f>{escape(value.formula)}</f>" if value.formula else ""
        return f'<c r="{at}" s="{value.style}" t="{value.kind}">{formula}<v>{value.value}</v></c>'
    runs = value if isinstance(value, Runs) else Runs((value,))
    inner = _runs(runs)
    if not runs.is_shared:
        return f'<c r="{at}" t="inlineStr"><is>{inner}</is></c>'
    texts.append(f"<si>{inner}</si>")
    return f'<c r="{at}" s="{TEXT}" t="s"><v>{len(texts) - 1}</v></c>'


def _runs(value: Runs) -> str:
    told = [f'<t xml:space="preserve">{escape(run)}</t>' for run in value.runs]
    if len(told) > 1:
        told = [f'<r><rPr><b/><sz val="11"/></rPr>{text}</r>' for text in told]
    guide = f'<rPh sb="0" eb="1"><t>{value.guide}</t></rPh>' if value.guide else ""
    return f'{"".join(told)}{guide}<phoneticPr fontId="1" type="noConversion"/>'


def _sheet(lines: Sequence[str], habits: Habits) -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="9" hidden="1" customWidth="1"/>'
        for n in habits.hidden_columns
    )
    joined = "".join(f'<mergeCell ref="{each}"/>' for each in habits.merged)
    merged = f"<mergeCells>{joined}</mergeCells>" if joined and lines else ""
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:x14ac="{_X14AC}"><sheetPr/>'
        f'<dimension ref="A1:P{habits.styled_rows}"/><sheetFormatPr defaultRowHeight="14.25"/>'
        f'<cols>{columns}<col min="20" max="16384" width="9"/></cols>'
        f"<sheetData>{''.join(lines)}</sheetData>{merged}"
        '<phoneticPr fontId="1" type="noConversion"/></worksheet>'
    )


def _styles() -> str:
    own = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for number, code in _OWN_FORMATS.items()
    )
    used = "".join(
        f'<xf numFmtId="{number}" fontId="0" applyNumberFormat="1"><alignment vertical="center"/>'
        "</xf>"
        for number in _FORMATS
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="1">{own}</numFmts><fonts count="1">'
        '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>'
        '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(_FORMATS)}">{used}</cellXfs></styleSheet>'
    )


def _workbook(habits: Habits) -> str:
    since = ' date1904="1"' if habits.from_1904 else ""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n + 4}"{_state(state)} r:id="rId{n}"/>'
        for n, (name, state) in enumerate(habits.sheets, start=1)
    )
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><fileVersion appName="xl"/>'
        f"<workbookPr{since}/><sheets>{sheets}</sheets></workbook>"
    )


def _state(state: str) -> str:
    return "" if state == "visible" else f' state="{state}"'


def _relations(count: int) -> str:
    kinds = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)}
    kinds |= {"rId98": ("sharedStrings", "sharedStrings.xml"), "rId99": ("styles", "styles.xml")}
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in kinds.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'
