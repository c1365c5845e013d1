import shutil
from pathlib import Path

import pytest

from generator.render.fonts import Faces, find_faces, missing_requirements, prepare_faces
from generator.render.posters import PosterPress
from generator.render.theme import find_theme
from tests.posters.printing import Printer, alone, folder_for_faces, shared_folder

RARE = "䶮㛃"
"""Characters that are in no base, but in the installed face."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder, and skip it where posters cannot be made."""
    missing = missing_requirements()
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.posters)
            if missing:
                reason = f"this machine lacks {', '.join(missing)}"
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def faces(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Faces:
    """Return faces that this code cut, which takes ten seconds; pytest's cache keeps them."""
    found = find_faces()
    assert found
    shared = shared_folder(tmp_path_factory)
    with alone(shared):
        folder = folder_for_faces(request.config, shared)
        return prepare_faces(found, folder, RARE + "常用字")


@pytest.fixture
def cut_already(faces: Faces, tmp_path: Path) -> Path:
    """Return a folder of the test's own in which the base is cut already."""
    shutil.copytree(faces.configuration.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="session")
def press(faces: Faces) -> PosterPress:
    return PosterPress(find_theme("linli", Path()), faces)


@pytest.fixture(scope="session")
def printed(press: PosterPress, tmp_path_factory: pytest.TempPathFactory) -> Printer:
    """Return what prints a view once in a run, whichever test asks for it."""
    return Printer(press, shared_folder(tmp_path_factory))
