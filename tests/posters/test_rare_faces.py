"""Characters that the main face lacks print in another installed face, if that may be embedded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from generator.render.font_search import find_faces, find_rare_faces, is_han
from generator.render.fonts import Faces, prepare_faces
from tests.posters.reading import Printed

UNKNOWN = "\U00031350"
"""The first character of Unicode 15's extension H, which Noto Sans CJK 2.004 lacks."""
NO_EMBEDDING = 0x0002

PROGRAM = """
import json, sys
from pathlib import Path
from generator.render.fonts import find_faces, prepare_faces
from generator.render.posters import PosterFault, PosterPress
from generator.render.theme import find_theme
from tests.posters.samples import event, frame

faces = prepare_faces(find_faces(Path(sys.argv[1])), Path(sys.argv[1]), sys.argv[2])
press = PosterPress(find_theme("linli", Path()), faces)
try:
    poster = press.render("a.pdf", event(frame=frame(sys.argv[2] + "里")))
    Path(sys.argv[1], "a.pdf").write_bytes(poster)
    print(json.dumps(press.log))
except PosterFault as fault:
    print(json.dumps([fault.problem.code, fault.problem.facts, fault.problem.place.path]))
"""


def make_face(path: Path, character: str, *, rights: int = 0) -> Path:
    """Write a face that has one character, a square; `rights` are fsType's."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((100, 800), (900, 800), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord(character): "square"})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "square": square})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "square": (1000, 100)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    builder.setupOS2(fsType=rights, sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that the search looks in, besides those of the machine."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "fonts"


def test_first_face_by_name_is_taken(installed: Path, tmp_path: Path) -> None:
    make_face(installed / "z" / "aa.ttf", UNKNOWN)
    make_face(installed / "a" / "ab.ttf", UNKNOWN)
    (found,) = find_rare_faces(UNKNOWN, tmp_path)
    assert Path(found.face.path).name == "aa.ttf"
    assert found.characters == UNKNOWN


def test_face_that_may_not_be_embedded_is_left_alone(installed: Path, tmp_path: Path) -> None:
    make_face(installed / "aa.ttf", UNKNOWN, rights=NO_EMBEDDING)
    assert find_rare_faces(UNKNOWN, tmp_path) == ()


def test_search_is_remembered(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_face(installed / "aa.ttf", UNKNOWN)
    first = find_rare_faces(UNKNOWN, tmp_path)
    monkeypatch.setattr("generator.render.font_search._open_faces", None)
    assert find_rare_faces(UNKNOWN, tmp_path) == first


def test_only_chinese_characters_are_looked_for(installed: Path, tmp_path: Path) -> None:
    make_face(installed / "aa.ttf", "\ue000")
    make_face(installed / "ab.ttf", "🎉")
    assert find_rare_faces("\ue000🎉", tmp_path) == ()
    assert is_han("䶮")
    assert is_han("𬱖")
    assert not is_han("あ")


def test_what_the_main_face_has_is_not_looked_for(
    faces: Faces, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(characters: str, _: Path) -> tuple[()]:
        asked.append(characters)
        return ()

    monkeypatch.setattr("generator.render.fonts.find_rare_faces", ask)
    found = find_faces()
    assert found
    prepare_faces(found, faces.configuration.parent, f"䶮㛃{UNKNOWN}")
    assert asked == [UNKNOWN]


def run(folder: Path, text: str) -> list[object]:
    """Print a poster in a process of its own, for fonts are known to a process once."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM, folder, text],
        capture_output=True, text=True, check=True, env=os.environ,
    )  # fmt: skip
    result: list[object] = json.loads(done.stdout)
    return result


def test_prints_in_another_face(installed: Path, cut_already: Path) -> None:
    make_face(installed / "aa.ttf", UNKNOWN)
    assert run(cut_already, f"䶮{UNKNOWN}") == []
    sheet = Printed((cut_already / "a.pdf").read_bytes())
    assert f"䶮{UNKNOWN}里" in sheet.text()


@pytest.mark.usefixtures("installed")
def test_character_of_no_face_is_named(cut_already: Path) -> None:
    code, facts, path = run(cut_already, UNKNOWN)
    assert code == "glyph-missing"
    assert facts == {"character": UNKNOWN, "code_point": "U+31350"}
    assert path
