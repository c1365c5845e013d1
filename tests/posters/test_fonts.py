"""Faces: found, cut, kept, and made again when damaged."""

import pickle
import shutil
from pathlib import Path

import pytest
import uharfbuzz as hb

from generator.render import fonts
from generator.render.font_search import CANDIDATES, FoundFaces
from generator.render.fonts import Faces, base_characters, find_faces, prepare_faces


@pytest.fixture(scope="module")
def found() -> FoundFaces:
    installed = find_faces()
    assert installed
    return installed


@pytest.fixture
def cache(faces: Faces, tmp_path: Path) -> Path:
    """Return a cache that holds the base already, so that nothing has to be cut again."""
    shutil.copytree(faces.configuration.parent, tmp_path / "cache")
    return tmp_path / "cache"


def test_base_has_a_fixed_size() -> None:
    han = [c for c in base_characters() if "\u4e00" <= c <= "\u9fff"]
    assert len(han) == 6763
    assert 7000 <= len(base_characters()) <= 8800


def test_face_has_nearly_all_of_the_base(faces: Faces) -> None:
    characters = faces.characters()
    assert {c for c in base_characters() if c.isalpha() and c > "\u4e00"} - characters == set()
    assert len(characters) <= 8300
    assert set("①⑳℃㎡·—…“”‘’￥→□✂") <= characters


def test_overflow_has_only_what_the_base_lacks(
    faces: Faces, found: FoundFaces, cache: Path
) -> None:
    plain = prepare_faces(found, cache, "常用字")
    assert {path.parent.name.rpartition("-")[0] for path in plain.fonts} == {
        "linli",
        "linli-fields",
    }
    assert faces.characters() - plain.characters() == {"䶮", "㛃"}
    assert plain.digest != faces.digest


def test_second_time_nothing_is_cut(
    found: FoundFaces, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = prepare_faces(found, cache, "")
    monkeypatch.setattr(fonts, "_cut", None)
    assert prepare_faces(found, cache, "") == first


def test_damaged_face_is_cut_again(found: FoundFaces, cache: Path) -> None:
    first = prepare_faces(found, cache, "")
    small = min(first.fonts, key=lambda font: font.stat().st_size)  # the base takes ten seconds
    whole = small.read_bytes()
    small.write_bytes(whole[: len(whole) // 2])
    assert prepare_faces(found, cache, "") == first
    assert small.read_bytes() == whole


def test_digest_does_not_depend_on_the_place(faces: Faces, found: FoundFaces, cache: Path) -> None:
    assert prepare_faces(found, cache, "䶮㛃").digest == faces.digest


def test_faces_pickle(faces: Faces) -> None:
    assert pickle.loads(pickle.dumps(faces)) == faces  # noqa: S301


def test_search_remembers_what_it_opened(
    found: FoundFaces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_faces(tmp_path) == found
    monkeypatch.setattr("generator.render.font_search._open_faces", None)
    assert find_faces(tmp_path) == found


def test_search_finds_the_simplified_face_by_its_name(found: FoundFaces) -> None:
    assert found.family in {candidate.family for candidate in CANDIDATES}
    assert found.regular.path != found.bold.path or found.regular.index != found.bold.index


def test_machine_without_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.font_search.font_folders", lambda: (tmp_path,))
    assert find_faces(tmp_path) is None


def test_font_that_is_no_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "NotoSansCJK-Regular.ttc").write_bytes(b"nothing")
    (tmp_path / "NotoSansCJK-Bold.ttc").write_bytes(b"")
    monkeypatch.setattr("generator.render.font_search.font_folders", lambda: (tmp_path,))
    assert find_faces(tmp_path) is None


@pytest.fixture(scope="module", params=[0, 1], ids=["regular", "bold"])
def cut(request: pytest.FixtureRequest, faces: Faces) -> hb.Face:
    """Return a face of the base."""
    return hb.Face(hb.Blob.from_file_path(str(faces.fonts[request.param])))


def widths(face: hb.Face, text: str) -> list[int]:
    """Return the advances of a text's glyphs in units, set as any program would."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    return [position.x_advance for position in buffer.glyph_positions]


@pytest.mark.parametrize(
    ("text", "narrow"),
    [
        ("（看）。好", 2),
        ("说：“好", 1),
        ("好”、“坏", 1),
        ("看，《书》", 1),
    ],
)
def test_marks_side_by_side_are_squeezed(cut: hb.Face, text: str, narrow: int) -> None:
    assert widths(cut, text)[narrow] == cut.upem // 2
    assert sum(widths(cut, text)) <= (len(text) - 0.5) * cut.upem


def test_a_single_mark_is_left_alone(cut: hb.Face) -> None:
    assert widths(cut, "请来，我们（大家）等你") == [cut.upem] * 11


def test_figures_are_tabular(cut: hb.Face) -> None:
    assert len(set(widths(cut, "0123456789"))) == 1


def test_outlines_are_those_of_the_installed_face(cut: hb.Face, found: FoundFaces) -> None:
    bold = cut.get_name(2) == "Bold"
    source = found.bold if bold else found.regular
    installed = hb.Font(hb.Face(hb.Blob.from_file_path(source.path), source.index))
    ours = hb.Font(cut)
    for character in "永邻里驿站A1，（":
        extents = [
            font.get_glyph_extents(font.get_nominal_glyph(ord(character)))
            for font in (ours, installed)
        ]
        for name in ("x_bearing", "y_bearing", "width", "height"):
            a, b = (getattr(each, name) for each in extents)
            assert abs(a - b) <= 2, (character, name)
