"""Every code that the stages can report is reached by a case that is data.

What counts is what comes out when the data are read, not what they mention. Codes that no file of
a volunteer brings about are reached by the tests that are named here.
"""

import ast
from datetime import date
from pathlib import Path

import pytest

from generator.build import check_site, read_site
from generator.messages import wording
from generator.read.fields import read_fields
from generator.schedule import Schedule, parse_schedule
from tests.cases.mistakes import SiteCase, load_mistakes, load_site_mistakes, read_given
from tests.schedule.samples import CALENDAR, FIRST, LAST, PUBLISHED, read_cases

ROOT = Path(__file__).parents[2]
STAGES = ("attachments", "check", "fix", "model", "read", "schedule")
TABLES = ("times.tsv", "times-refused.tsv")

BY_TESTS = {
    # The machine, or a size that no table holds.
    "content-missing": "tests/read/test_records.py::test_without_a_content_folder",
    "file-too-large": "tests/read/test_yaml_text.py::test_size",
    "image-too-large": "tests/read/test_pictures.py::test_too_many_bytes",
    "attachment-active": "tests/hostile/test_attachments.py",
    "attachment-files-inside": "tests/hostile/test_attachments.py",
    "attachment-link": "tests/hostile/test_attachments.py",
    "attachment-locked": "tests/hostile/test_attachments.py",
    "attachment-picture": "tests/hostile/test_attachments.py",
    "attachment-signed": "tests/hostile/test_attachments.py",
    "attachment-too-large": "tests/hostile/test_attachments.py",
    "attachment-too-long": "tests/hostile/test_attachments.py",
    "attachment-too-slow": "tests/read/test_attachments.py",
    "attachment-unread": "tests/read/test_attachments.py",
    "file-changing": "tests/build/test_memory.py",
    # What hardly any folder of files can hold.
    "file-closed": "tests/hostile/test_file_names.py",
    "file-link": "tests/hostile/test_file_names.py",
    "file-special": "tests/hostile/test_file_names.py",
    "folder-closed": "tests/hostile/test_file_names.py",
    "name-character": "tests/hostile/test_file_names.py",
    "name-encoding": "tests/hostile/test_file_names.py",
    "name-ending": "tests/hostile/test_file_names.py",
    "name-long": "tests/hostile/test_file_names.py",
    "name-reserved": "tests/hostile/test_file_names.py",
    "fix-outside": "tests/fix/test_mend.py",
    "fix-read-only": "tests/fix/test_mend.py",
    "fix-symlink": "tests/fix/test_mend.py",
    "print-record-damaged": "tests/read/test_records.py",
    # What only a workbook has, which no text can show.
    "cell-error": "tests/read/test_tables.py",
    "cell-is-day": "tests/read/test_tables.py",
    "cell-merged": "tests/read/test_tables.py",
    "cell-number": "tests/read/test_tables.py",
    "table-damaged": "tests/read/test_tables.py",
    "table-hidden": "tests/read/test_tables.py",
    "table-locked": "tests/read/test_tables.py",
    "table-sheets": "tests/read/test_tables.py",
    "table-too-large": "tests/read/test_tables.py",
    # What the parser says where no check finds anything: the checks are taken away.
    "yaml-colon-unexpected": "tests/read/test_mistakes.py",
    "yaml-field-wanted": "tests/read/test_mistakes.py",
    "yaml-list-unexpected": "tests/read/test_mistakes.py",
    "yaml-syntax": "tests/read/test_mistakes.py",
    "yaml-tab": "tests/read/test_mistakes.py::test_a_tab_that_no_check_finds",
}


def literals(path: Path) -> set[str]:
    """All words in quotes in a module."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def reportable() -> set[str]:
    """The codes with words of their own that stand in the code of the stages."""
    found = set[str]()
    for stage in STAGES:
        for path in (ROOT / "generator" / stage).rglob("*.py"):
            found |= literals(path)
    return found & set(wording("zh"))


def codes_of_phrases() -> set[str]:
    """What the tables of phrases bring about."""
    found = set[str]()
    for name in TABLES:
        for row in read_cases(name):
            result = parse_schedule(row[0], published=PUBLISHED)
            if isinstance(result, Schedule):
                notes = (*result.notes, *result.cautions(FIRST, LAST, CALENDAR))
                found |= {note.code for note in notes}
            else:
                found.add(result.code)
    return found


def codes_of_site(site: Path, today: date = date(2026, 3, 2)) -> set[str]:
    return {problem.code for problem in check_site(read_site(site), today)}


def codes_of_cases(folder: Path) -> set[str]:
    """What the corpus of mistakes and the broken sites bring about."""
    found = set[str]()
    for case in load_mistakes():
        fields = read_fields(read_given(case), "a", has_fences=case.form == "md")
        found |= {problem.code for problem in fields.problems}
    for number, site_case in enumerate(load_site_mistakes()):
        found |= _codes_of_case(site_case, folder / str(number))
    for site in (ROOT / "tests" / "sites").glob("broken-*"):
        found |= codes_of_site(site)
    return found


def _codes_of_case(case: SiteCase, site: Path) -> set[str]:
    case.write(site)
    return codes_of_site(site, case.today)


def test_every_code_has_a_case(tmp_path: Path) -> None:
    reached = codes_of_cases(tmp_path) | codes_of_phrases()
    assert sorted(reportable() - reached - set(BY_TESTS)) == []
    assert sorted(set(BY_TESTS) & reached) == [], "these have cases by now"


@pytest.mark.parametrize("code", sorted(BY_TESTS))
def test_named_tests_are_there(code: str) -> None:
    name, _, function = BY_TESTS[code].partition("::")
    path = ROOT / name
    assert code in literals(path)
    assert not function or f"def {function}(" in path.read_text(encoding="utf-8")
