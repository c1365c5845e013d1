from collections.abc import Callable
from pathlib import Path

import pytest

from generator.plan.views import PosterView
from generator.render.fonts import Faces, find_faces, missing_requirements, prepare_faces
from generator.render.posters import PosterPress
from generator.render.theme import find_theme

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
def faces(tmp_path_factory: pytest.TempPathFactory) -> Faces:
    found = find_faces()
    assert found
    return prepare_faces(found, tmp_path_factory.mktemp("faces"), RARE + "常用字")


@pytest.fixture(scope="session")
def press(faces: Faces) -> PosterPress:
    return PosterPress(find_theme("linli", Path()), faces)


@pytest.fixture(scope="session")
def printed(press: PosterPress) -> Callable[[str, PosterView], bytes]:
    """Return a function that prints a view once and remembers it by its name."""
    done: dict[str, bytes] = {}

    def render(name: str, view: PosterView) -> bytes:
        if name not in done:
            done[name] = press.render(name, view)
        return done[name]

    return render
