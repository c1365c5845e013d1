"""`linli explain`: every code has an example that brings it about, and a page."""

from pathlib import Path

import pytest

from generator.commands import main
from generator.commands.explain import explain_code, explained_codes, make_pages, rehearse
from generator.messages import LANGUAGES, wording
from generator.messages.examples import Background, examples
from generator.messages.text import GAP

PAGES = Path(__file__).parents[2] / "docs" / "messages"
SHOWN = [code for code, example in examples().items() if not isinstance(example, Background)]


def test_every_code_has_an_example() -> None:
    """Apart from what commands say without a code."""
    assert set(examples()) == set(explained_codes())
    left_out = {code.partition("-")[0] for code in set(wording("zh")) - set(examples())}
    assert left_out <= {
        "summary",
        "word",
        "when",
        "new",
        "add",
        "guide",
        "draft",
        "doctor",
        "serve",
    }


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_brings_the_code_about(code: str) -> None:
    assert code in rehearse(examples()[code], wrong=True)


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_example_does_not(code: str) -> None:
    """Nor anything else that would have to be explained again."""
    assert not [c for c in rehearse(examples()[code], wrong=False) if not c.startswith("time-")]
    assert code not in rehearse(examples()[code], wrong=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", explained_codes())
def test_an_explanation_is_whole(code: str, language: str) -> None:
    text = explain_code(code, language)
    assert text.startswith(f"{code}: ")
    assert GAP not in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_the_pages_are_those_that_are_made_now() -> None:
    """If not: linli explain --write docs/messages."""
    written = {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()}
    assert written == make_pages()


def test_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "key-twice", "--lang", "zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "key-twice: “标题”写了两次，前一次在第 2 行。"
    assert lines[1].startswith("怎么改: ")
    assert "不对： content/committees/dong/events/deng.md" in lines
    assert lines.count("    标题: 元宵猜灯谜") == 2


def test_as_copied_from_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "[KEY-TWICE]", "--lang", "en"]) == 0
    assert "is there twice" in capsys.readouterr().out


def test_a_phrase(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "time-ambiguous", "--lang", "zh"]) == 0
    out = capsys.readouterr().out
    assert "不对：\n    每周三2点\n" in out
    assert "对：\n    每周三下午2点\n" in out


def test_a_code_without_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "output-foreign", "--lang", "en"]) == 0
    assert "other people’s files" in capsys.readouterr().out


def test_all_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == explained_codes()


@pytest.mark.parametrize("word", ["key-twise", "summary-clean", "zzz"])
def test_an_unknown_code(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", word, "--lang", "zh"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"没有“{word}”这个代码。" in captured.err
    assert ("key-twice" in captured.err) == (word == "key-twise")


def test_pages_of_codes_that_are_no_more_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "old-code.md").write_text("x", encoding="utf-8")
    assert main(["explain", "--write", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == set(make_pages())
