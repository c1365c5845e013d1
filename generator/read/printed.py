"""The record of what was printed, from the site's folder."""

from pathlib import Path

from generator.model.printed import (
    NOTHING_PRINTED,
    RECORD_PATH,
    PrintRecord,
    RecordDamagedError,
    parse_record,
)
from generator.problems import Place, Problem, Severity


def read_printed(site: Path) -> tuple[PrintRecord, list[Problem]]:
    """Return what was printed for a site: nothing where there is no record, or a damaged one.

    A damaged record is said, and no more: then everything counts as not yet printed. Raises OSError
    if the file is there and cannot be read.
    """
    location = site / RECORD_PATH
    if not location.exists():
        return NOTHING_PRINTED, []
    try:
        return parse_record(location.read_bytes()), []
    except RecordDamagedError:
        place = Place(path=RECORD_PATH)
        problem = Problem(place=place, code="print-record-damaged", severity=Severity.WARNING)
        return NOTHING_PRINTED, [problem]
