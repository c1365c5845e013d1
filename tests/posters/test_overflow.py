"""Rare characters: a poster's bytes do not depend on which others the site has."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from msgspec.structs import replace
from hashlib import sha256
from pathlib import Path
from generator.render.fonts import find_faces, prepare_faces
from generator.render.posters import PosterPress
from generator.render.theme import find_theme
from tests.posters.samples import event, frame

faces = prepare_faces(find_faces(), Path(sys.argv[1]), sys.argv[2])
poster = PosterPress(find_theme("linli", Path()), faces).render("a.pdf", event(frame=frame("䶮里")))
print(sha256(poster).hexdigest())
"""


def digest(cache: Path, rare: str) -> str:
    """Print one poster in a process of its own, for fonts are known to a process once."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM, cache, rare],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_another_rare_character_changes_nothing(cut_already: Path) -> None:
    assert digest(cut_already, "䶮") == digest(cut_already, "㛃䶮𬱖")
