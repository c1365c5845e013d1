import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guide.guide_text import follow, paint_picture, read_chapters, run, write_form

FOLDER = "公告栏"


def make(folder: Path) -> Path:
    """Make a new site as the guide says."""
    with contextlib.chdir(folder):
        assert run(f"linli new {FOLDER} --yes")[0] == 0
    return folder / FOLDER


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """A new site, in which everything is typed."""
    with contextlib.chdir(make(tmp_path)):
        yield Path.cwd()


@pytest.fixture(scope="session")
def _followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make(tmp_path_factory.mktemp("followed"))
    with contextlib.chdir(folder):
        paint_picture()
        write_form()
        for chapter in read_chapters():
            follow(chapter)
    return folder


@pytest.fixture
def followed(_followed: Path, tmp_path: Path) -> Iterator[Path]:
    """A site in which everything was done that the guide says."""
    with contextlib.chdir(shutil.copytree(_followed, tmp_path / FOLDER)):
        yield Path.cwd()
