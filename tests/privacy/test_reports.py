"""What is said of a mistake, on the screen, in JSON and in logs, is masked."""

import json
from pathlib import Path

import pytest

from generator.commands import main
from generator.commands.fix import make_diff
from generator.commands.report import to_json, to_text
from generator.fix import Folder, MendedFile
from generator.model.personal import mask_problem
from generator.problems import Edit, FieldPath, Place, Problem, Term

NUMBER = "13800001234"


def test_facts_cells_and_edits_are_masked() -> None:
    place = Place(path="a.csv", line=2, column=1, cells=("走访", NUMBER))
    term = Term(NUMBER, "phone", NUMBER)
    problem = Problem(
        place=place,
        code="key-twice",
        facts={"name": NUMBER, "field": FieldPath((term, 1)), "known": (term,), "line": 3},
        edits=(Edit(line=1, column=1, length=0, text=f"{NUMBER}: "),),
    )
    masked = mask_problem(problem)
    assert NUMBER not in str(masked)
    assert masked.facts["line"] == 3
    assert masked.edits == (), "an edit with a mask in it would be another one"
    assert mask_problem(masked) is masked


def test_the_line_and_the_name_of_the_file_are_masked(tmp_path: Path) -> None:
    name = f"{NUMBER}.md"
    (tmp_path / name).write_text(f"标题：{NUMBER}，身份证11010519491231002X", "utf-8")
    problem = Problem(place=Place(path=name, line=1, column=3), code="fields-wanted")
    folder = Folder(tmp_path, tmp_path)
    said = to_text([problem], folder, "zh") + json.dumps(to_json(problem, folder, "en"))
    assert "138****1234，身份证110***********002X" in said
    assert NUMBER not in said
    assert "  |     ^" in said, "the caret stands where it stood"


def test_a_diff_is_masked() -> None:
    file = MendedFile("a.md", f"电话 {NUMBER}\n", f"电话：{NUMBER}\n", ())
    diff = make_diff(file)
    assert NUMBER not in diff
    assert "+电话：138****1234" in diff


@pytest.mark.parametrize("command", ["check", "print"])
def test_the_log_of_a_bug_is_masked(
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    def fail(options: object) -> int:  # noqa: ARG001
        raise ValueError(f"cannot read {NUMBER}")

    monkeypatch.setattr(f"generator.commands.{command}.run_{command}", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main([command, "--lang", "en"]) == 1
    (log,) = tmp_path.glob("linli-*.log")
    assert str(log) in capsys.readouterr().err
    assert "cannot read 138****1234" in log.read_text("utf-8")
