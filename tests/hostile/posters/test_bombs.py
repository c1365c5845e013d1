"""A poster that takes too much is given up, and told; all others are printed."""

from itertools import chain
from pathlib import Path

import pytest

from generator.build import printing
from generator.build.printing import Kit, PrintedPoster, make_kit, print_here
from generator.plan.artifact import Artifact
from generator.problems import Problem, Severity
from generator.render.theme import find_theme
from generator.supervised import Limits
from tests.hostile.posters.bombs import make_bombs, poster

CODES = {
    "endless": {"poster-too-slow"},
    "greedy": {"poster-too-large"},
    "deadly": {"poster-broke-off"},
}
ANY = {
    *("poster-too-slow", "poster-too-large", "poster-broke-off"),
    *("poster-too-long", "poster-too-long-anyway"),
}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return make_kit(find_theme("linli", Path()), [poster("good")], print_shop=False)


@pytest.fixture
def short_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "LIMITS", Limits(seconds=4, patience=60, memory=400 << 20))


def outcomes(kit: Kit, posters: list[Artifact]) -> dict[str, PrintedPoster | Problem]:
    return {artifact.key: outcome for artifact, outcome in print_here(kit, posters, 1)}


def surround(bombs: list[Artifact]) -> list[Artifact]:
    """Return good posters, with a bomb between each two."""
    pairs = ((bomb, poster(f"after-{bomb.key}")) for bomb in bombs)
    return [poster("first"), *chain.from_iterable(pairs)]


@pytest.mark.usefixtures("short_limits")
@pytest.mark.parametrize(
    "names",
    [
        ["endless", "greedy", "deadly"],
        pytest.param(["nested", "table", "long", "word"], marks=pytest.mark.exhaustive),
        pytest.param(["nested-lists", "paragraphs", "picture"], marks=pytest.mark.exhaustive),
    ],
    ids=" ".join,
)
def test_bombs_end_and_the_others_are_printed(kit: Kit, tmp_path: Path, names: list[str]) -> None:
    bombs = make_bombs(tmp_path)
    found = outcomes(kit, surround([bombs[name] for name in names]))
    for name in names:
        outcome = found.pop(name)
        if isinstance(outcome, Problem):
            assert outcome.code in CODES.get(name, ANY)
            assert outcome.place.path == f"content/{name}.md"
            assert outcome.severity is Severity.ERROR
        else:
            assert name not in CODES
    assert len(found) == len(names) + 1
    assert all(isinstance(outcome, PrintedPoster) for outcome in found.values())
