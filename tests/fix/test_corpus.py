"""The corpus of mistakes: mended as it says, with nothing left that could be mended."""

import re
import shutil
from pathlib import Path

import pytest

from generator.build import check_site, read_site
from generator.fix import Backup, Folder, mend
from generator.problems import Problem
from tests.cases.mistakes import TODAY, SiteCase, load_mistakes, load_site_mistakes
from tests.cases.rewrite import mend_site
from tests.sites_for_tests import SMALL

SITE_CASES = load_site_mistakes()


def normalise(text: str) -> str:
    return re.sub("\r\n?", "\n", text.removeprefix("\ufeff"))


def test_single_files(tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    events = site / "content/committees/xi/events"
    events.mkdir()
    expected = {}
    for number, case in enumerate(load_mistakes()):
        path = events / f"mistake-{number}.{case.form}"
        path.write_bytes(case.given.encode())
        expected[path] = case.given if case.mended is None else case.mended

    def find() -> list[Problem]:
        return check_site(read_site(site), TODAY)

    folder = Folder(site, site / "content")
    done = mend(folder, Backup.of_run(site, "t"), find)
    assert not [problem for problem in done.problems if folder.can_mend(problem)]
    for path, text in expected.items():
        assert normalise(path.read_bytes().decode()) == normalise(text)
    assert mend(folder, Backup.of_run(site, "u"), find).files == {}


@pytest.mark.parametrize("case", SITE_CASES, ids=lambda case: case.title)
def test_sites(case: SiteCase, tmp_path: Path) -> None:
    case.write(tmp_path)
    assert mend_site(case, tmp_path) == case.mended
    folder = Folder(tmp_path, tmp_path / "content")
    assert not [p for p in check_site(read_site(tmp_path), case.today) if folder.can_mend(p)]
    assert mend_site(case, tmp_path) == {}
