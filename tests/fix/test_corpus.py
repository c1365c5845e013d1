"""The corpus of mistakes: mended as it says, with nothing left that could be mended."""

import re
import shutil
from datetime import date
from pathlib import Path

from generator.build import check_site, read_site
from generator.fix import Backup, Folder, mend
from generator.problems import Problem
from tests.sites_for_tests import SMALL

CORPUS = (Path(__file__).parents[1] / "cases" / "mistakes.md").read_text(encoding="utf-8")
GIVEN = re.compile(r"^```in (yaml|md)\n(.*?)\n?```$", re.MULTILINE | re.DOTALL)
MENDED = re.compile(r"^```mended\n(.*?)\n?```$", re.MULTILINE | re.DOTALL)


def test_corpus(tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    events = site / "content/committees/xi/events"
    events.mkdir()
    expected = {}
    for number, case in enumerate(CORPUS.split("\n## ")[1:]):
        given, mended = GIVEN.search(case), MENDED.search(case)
        assert given, case
        text = given[2].replace("␍", "\r")
        path = events / f"mistake-{number}.{given[1]}"
        path.write_bytes(text.encode())
        expected[path] = mended[1] if mended else text.replace("\r\n", "\n")

    def find() -> list[Problem]:
        return check_site(read_site(site), date(2026, 3, 2))

    folder = Folder(site, site / "content")
    done = mend(folder, Backup.of_run(site, "t"), find)
    assert not [problem for problem in done.problems if folder.can_mend(problem)]
    for path, text in expected.items():
        assert path.read_bytes().decode().replace("\r\n", "\n") == text
    assert mend(folder, Backup.of_run(site, "u"), find).files == {}
