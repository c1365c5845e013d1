"""The record of printing: read as it was written, and never a reason to stop."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.printed import (
    NOTHING_PRINTED,
    RECORD_PATH,
    PrintedSheet,
    PrintRecord,
    RecordDamagedError,
    parse_record,
)
from generator.read.printed import read_printed

days = st.dates()
sheets = st.builds(
    PrintedSheet,
    key=st.text(),
    title=st.text(),
    kind=st.text(),
    month=st.none() | days,
    week=st.none() | days,
    last_day=st.none() | days,
    printed=days,
)
names = st.text(max_size=5)
records = st.builds(
    PrintRecord,
    st.dictionaries(names, st.dictionaries(names, st.dictionaries(names, sheets, max_size=2))),
)


@given(records)
def test_what_is_written_is_read(record: PrintRecord) -> None:
    assert parse_record(record.dump()) == record


@given(st.binary())
def test_any_bytes_are_a_record_or_damaged(data: bytes) -> None:
    with pytest.raises(RecordDamagedError):
        parse_record(data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"version": 2, "boards": {}}',
        '{"version": 1}',
        '{"version": 1, "boards": {"a": 1}}',
        '{"version": 1, "boards": {"a": {"b": {"c": {"key": 1}}}}}',
        '{"version": 1, "boards": {"a": {"b": {"c": {"key": "", "title": "", "kind": ""}}}}}',
        "[" * 100_000,
    ],
)
def test_damage_is_a_note_and_nothing_more(text: str, tmp_path: Path) -> None:
    place = tmp_path / RECORD_PATH
    place.parent.mkdir()
    place.write_text(text)
    record, problems = read_printed(tmp_path)
    assert record == NOTHING_PRINTED
    assert [problem.code for problem in problems] == ["print-record-damaged"]


def test_a_site_that_never_printed_has_no_record(tmp_path: Path) -> None:
    assert read_printed(tmp_path) == (NOTHING_PRINTED, [])


def test_hanging_is_for_one_board() -> None:
    sheet = PrintedSheet(key="k", title="t", kind="event", printed=date(2026, 3, 2))
    first = NOTHING_PRINTED.hang("a", "n", {"x": sheet})
    second = first.hang("a", "s", {"y": sheet})
    assert dict(second.of_board("a", "n")) == {"x": sheet}
    assert [path for _, path, _ in second.of_compound("a")] == ["x", "y"]
    assert not first.of_board("a", "s")
