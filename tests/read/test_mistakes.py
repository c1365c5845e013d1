"""What is said of files that are not the YAML that was meant, and what the edits make of them."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import replace

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.messages import describe
from generator.problems import Problem, Severity
from generator.read import mistakes, yaml_text
from generator.read.fields import Fields, read_fields
from generator.read.line_checks import CHECKS
from generator.read.mistakes import find_mistakes, find_silent_mistakes
from generator.read.slips import NUMBERED
from generator.read.wants import known_names
from generator.read.yaml_nodes import Mapping, Node, Sequence
from generator.read.yaml_text import YamlRefusedError, parse_yaml
from tests.cases.mistakes import MistakeCase, apply_edits, load_mistakes, read_given, tell

CASES = load_mistakes()


def read(text: str, form: str = "yaml") -> Fields:
    return read_fields(text, "a", has_fences=form == "md")


def mend(text: str, problems: tuple[Problem, ...]) -> str:
    edits = [edit for problem in problems for edit in problem.edits]
    assert len(edits) == len(set(edits))
    return apply_edits(text, edits)


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else node.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: MistakeCase) -> None:
    text = read_given(case)
    problems = read(text, case.form).problems
    assert tell(problems) == case.expected
    if case.mended is None:
        assert not any(problem.edits for problem in problems)
        return
    mended = mend(text, problems)
    assert mended == case.mended
    again = read(mended, case.form)
    assert not any(problem.edits for problem in again.problems), "once is enough"
    if all(problem.edits for problem in problems):
        assert isinstance(again.root, Mapping)
        assert not again.problems


YAML_CASES = [case for case in CASES if case.form == "yaml" and "---" not in case.given]


@pytest.mark.parametrize("case", YAML_CASES, ids=lambda case: case.title)
def test_front_matter_is_read_as_plain_yaml_is(case: MistakeCase) -> None:
    """The same mistakes one line further down, and the same edits."""
    text = read_given(case).rstrip("\n")
    plain_yaml = read(f"{text}\n")
    matter = read(f"---\n{text}\n---\n正文\n", "md")
    assert [shift(problem) for problem in plain_yaml.problems] == list(matter.problems)


def shift(problem: Problem) -> Problem:
    """The same problem, one line further down."""
    facts = dict(problem.facts)
    if isinstance(line := facts.get("line"), int):
        facts["line"] = line + 1
    edits = tuple(replace(edit, line=edit.line + 1) for edit in problem.edits)
    place = replace(problem.place, line=problem.place.line + 1)
    return replace(problem, place=place, facts=facts, edits=edits)


MENDED = [case for case in CASES if case.mended is not None]
WITH_NUMBERS = ("list-number", "name-dressed")


@pytest.mark.parametrize("case", MENDED, ids=lambda case: case.title)
def test_no_word_is_lost_by_mending(case: MistakeCase) -> None:
    """Letters and digits stay; only marks of lists and signs around a name's letters go."""
    text = read_given(case)
    problems = read(text, case.form).problems
    for problem in problems:
        for edit in problem.edits:
            line = text.split("\n")[edit.line - 1]
            before = letters(line[edit.column - 1 : edit.column - 1 + edit.length])
            if problem.code in WITH_NUMBERS:
                before = letters(NUMBERED.sub("", before, count=1))
                assert letters(edit.text) in before or problem.code == "name-dressed"
            else:
                assert letters(edit.text) == before


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_places_lie_in_the_file(case: MistakeCase) -> None:
    lines = re.split("\r\n|\r|\n", case.given)
    for problem in read("\n".join(lines), case.form).problems:
        line = lines[problem.place.line - 1]
        assert problem.place.column + problem.place.width - 2 <= len(line)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_both_parsers_lead_to_the_same(case: MistakeCase, monkeypatch: pytest.MonkeyPatch) -> None:
    text = re.sub("\r\n?", "\n", case.given)
    expected = read(text, case.form).problems
    monkeypatch.setattr(yaml_text, "_Loader", yaml.BaseLoader)
    assert read(text, case.form).problems == expected


def test_cases_are_many_and_each_another() -> None:
    assert len(CASES) >= 300
    assert len({case.given for case in CASES}) == len(CASES)
    codes = {line.split()[1] for case in CASES for line in case.expected.splitlines()
             if re.match(r"\d+:\d+:\d+ ", line)}  # fmt: skip
    assert len(codes) >= 35


def test_no_known_name_has_a_sign_of_a_mistake() -> None:
    assert [name for name in known_names() if mistakes._SUSPECT.search(name)] == []


def test_every_check_is_described() -> None:
    assert all(check.__doc__ for check in CHECKS)


@pytest.mark.parametrize("loader", [yaml_text._Loader, yaml.BaseLoader])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("标题: 甲\n乙\n丙: 丁\n", "yaml-field-wanted"),
        (" 标题: 甲\n乙: 丁\n", "yaml-field-wanted"),
        ("标题: 甲: 乙\n", "yaml-colon-unexpected"),
        ("标题: ? 乙\n", "yaml-colon-unexpected"),
        ("标题: - 乙\n", "yaml-list-unexpected"),
        ("标题: [甲\n乙: 丙\n", "yaml-brackets"),
        ("标题: {甲: 乙\n丙: 丁\n", "yaml-brackets"),
        ("标题:\n    甲: 乙\n  丙: 丁\n", "yaml-neighbours"),
        ("- 甲: 乙\n 丙: 丁\n", "yaml-neighbours"),
        ("标题: @甲\n", "yaml-sign"),
        ("标题: ]甲\n", "yaml-sign"),
        ('标题: "甲\n', "yaml-quote"),
        ('标题: "\\甲"\n', "yaml-escape"),
        ("%甲: 乙\n", "yaml-syntax"),
    ],
)
def test_what_is_said_when_no_check_finds_anything(
    text: str, code: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", loader)
    monkeypatch.setattr(mistakes, "_slips", lambda _: [])
    (problem,) = find_mistakes(text, "a")
    assert (problem.code, problem.edits) == (code, ())
    assert "expected" not in describe(problem, "zh").message


def test_a_tab_that_no_check_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mistakes, "_slips", lambda _: [])
    (problem,) = find_mistakes("标题: 甲\n\t乙\n", "a")
    assert problem.code == "yaml-tab"


def test_the_rest_is_told_at_its_column_before_the_edits() -> None:
    """The parser's refusal of what the edits leave is told where it stands in the file."""
    problems = read("标题：甲\n时间：乙\n地点：%丙\n*: 丁\n").problems
    left = [p for p in problems if not p.edits]
    assert [(p.place.line, p.code) for p in left] == [(4, "yaml-syntax")]


def test_long_texts_are_left_to_the_parser() -> None:
    text = "标题：甲\n乙: 丙\n" * 2000
    assert [p.code for p in find_mistakes(text, "a")] == ["yaml-colon-unexpected"]


# --- properties ---

words = st.text(alphabet="元宵灯会停水通知请从北门进甲乙丙东苑", min_size=1, max_size=8)
names = st.lists(
    st.sampled_from(["标题", "时间", "地点", "说明", "简介", "原因", "结果说明", "用途", "主办"]),
    min_size=2, max_size=6, unique=True,
)  # fmt: skip


@st.composite
def good_fields(draw: st.DrawFn) -> dict[str, object]:
    """A file's fields: texts, perhaps a list and fields inside a field."""
    fields: dict[str, object] = {name: draw(words) for name in draw(names)}
    if draw(st.booleans()):
        fields["要求"] = draw(st.lists(words, min_size=1, max_size=4))
    if draw(st.booleans()):
        fields["联系"] = {"称呼": draw(words), "电话": "021-0123 4500"}
    if draw(st.booleans()):
        fields["服务"] = [
            {"名称": draw(words), "时间": draw(words)} for _ in range(draw(st.integers(1, 3)))
        ]
    return fields


def write(fields: dict[str, object]) -> list[str]:
    """As a volunteer writes them, a line for each value."""
    lines = []
    for name, value in fields.items():
        if isinstance(value, str):
            lines.append(f"{name}: {value}")
        elif isinstance(value, dict):
            lines += [f"{name}:", *(f"  {key}: {inner}" for key, inner in value.items())]
        elif isinstance(value, list):
            lines.append(f"{name}:")
            for item in value:
                if isinstance(item, dict):
                    first, second = (f"{key}: {inner}" for key, inner in item.items())
                    lines += [f"  - {first}", f"    {second}"]
                else:
                    lines.append(f"  - {item}")
    return lines


@settings(deadline=None)
@given(good_fields())
def test_a_good_file_has_none(fields: dict[str, object]) -> None:
    text = "\n".join(write(fields)) + "\n"
    assert plain(parse_yaml(text, "a")) == fields
    assert read(text).problems == ()
    assert find_mistakes(text, "a") == []
    assert read(f"---\n{text}---\n正文\n", "md").problems == ()


def _colon(line: str) -> tuple[str, int] | None:
    return (line.replace(": ", "：", 1), line.index(": ")) if ": " in line else None


def _glued(line: str) -> tuple[str, int] | None:
    return (line.replace(": ", ":", 1), line.index(": ")) if ": " in line else None


def _semicolon(line: str) -> tuple[str, int] | None:
    known = ": " in line and not line.startswith((" ", "主办"))
    return (line.replace(": ", "；", 1), line.index(": ")) if known else None


def _tab(line: str) -> tuple[str, int] | None:
    return (f"\t{line[2:]}", 0) if line.startswith("  ") else None


def _wide_space(line: str) -> tuple[str, int] | None:
    return (f"\u3000\u3000{line[2:]}", 0) if line.startswith("  ") else None


def _dash(line: str) -> tuple[str, int] | None:
    return (line.replace("- ", "－ ", 1), line.index("- ")) if line.startswith("  - ") else None


def _glued_dash(line: str) -> tuple[str, int] | None:
    return (line.replace("- ", "-", 1), line.index("- ")) if line.startswith("  - ") else None


def _quote(line: str) -> tuple[str, int] | None:
    if ": " not in line:
        return None
    return line.replace(": ", ': "', 1), line.index(": ") + 2


SLIPS = {
    "colon-full-width": [_colon, _semicolon],
    "colon-space-missing": [_glued],
    "tab-indent": [_tab],
    "space-full-width": [_wide_space],
    "dash-full-width": [_dash],
    "dash-space-missing": [_glued_dash],
    "quote-unclosed": [_quote],
}


@settings(max_examples=400, deadline=None)
@given(good_fields(), st.data())
def test_one_slip_is_found_where_it_is_and_mended(
    fields: dict[str, object], data: st.DataObject
) -> None:
    lines = write(fields)
    code = data.draw(st.sampled_from(sorted(SLIPS)))
    slip = data.draw(st.sampled_from(SLIPS[code]))
    chances = [(number, made) for number, line in enumerate(lines) if (made := slip(line))]
    if not chances:
        return
    number, (line, column) = data.draw(st.sampled_from(chances))
    lines[number] = line
    text = "\n".join(lines) + "\n"
    problems = read(text).problems
    places = [(p.code, p.place.line, p.place.column) for p in problems]
    assert (code, number + 1, column + 1) in places
    mended = read(mend(text, problems))
    assert not mended.problems
    assert plain(mended.root) == fields


@settings(max_examples=200, deadline=None)
@given(good_fields(), st.data())
def test_slips_of_one_sort_in_all_lines_are_found_and_mended(
    fields: dict[str, object], data: st.DataObject
) -> None:
    lines = write(fields)
    slip = data.draw(st.sampled_from([_colon, _glued, _tab, _wide_space]))
    made = [(slip(line) or (line, 0))[0] for line in lines]
    text = "\n".join(made) + "\n"
    problems = read(text).problems
    mended = read(mend(text, problems))
    assert plain(mended.root) == fields
    assert len({p.place.line for p in problems}) == sum(
        a != b for a, b in zip(lines, made, strict=True)
    )


@settings(max_examples=400, deadline=None)
@given(good_fields(), st.data())
def test_many_slips_at_once_are_found_and_mended(
    fields: dict[str, object], data: st.DataObject
) -> None:
    lines = write(fields)
    sorts = [_colon, _glued, _tab, _wide_space, _dash, _glued_dash, _quote]
    slipped = 0
    for number, line in enumerate(lines):
        slip = data.draw(st.sampled_from([None, None, *sorts]))
        made = slip(line) if slip else None
        if made:
            lines[number] = made[0]
            slipped += 1
    text = "\n".join(lines) + "\n"
    problems = read(text).problems
    assert len({problem.place.line for problem in problems}) == slipped
    mended = read(mend(text, problems))
    assert plain(mended.root) == fields


signs = st.text(
    alphabet="标题时间: ：，、-－—[]{}［］｛｝【】\"'“”#＃|>@%&*!? \t\n\u3000甲", max_size=60
)


@settings(max_examples=600, deadline=None)
@given(signs | st.text(max_size=200), st.sampled_from(["yaml", "md"]))
@example("---\n", "md")
@example("-", "yaml")
@example("[", "yaml")
def test_no_text_makes_it_fail(text: str, form: str) -> None:
    fields = read(text, form)
    for problem in fields.problems:
        for language in ("zh", "en"):
            said = describe(problem, language)
            assert "⟨?⟩" not in said.message + said.remedy
    mend(text, fields.problems)


parts = st.lists(st.sampled_from([*"，、：“”（）〔〕\"'-－#", "先签到", "急病打120"]), max_size=4)


@settings(deadline=None)
@given(st.lists(parts.map("".join), min_size=1, max_size=4))
@example(["先签到，再领号", "急病打120"])
@example(['先签到"，再领号', "急病打120"])
def test_a_glance_at_a_list_misses_nothing(items: list[str]) -> None:
    text = f"要点: [{', '.join(items)}]\n"
    with suppress(YamlRefusedError):
        found = find_silent_mistakes(text, parse_yaml(text, "a"), "a")
        told = {slip.code for slip in mistakes._slips(text)} & mistakes._SILENT
        assert {problem.code for problem in found} & mistakes._SILENT == told


@settings(max_examples=600, deadline=None)
@given(signs)
def test_what_the_parser_refuses_is_never_passed_over(text: str) -> None:
    try:
        parse_yaml(text, "a")
    except YamlRefusedError:
        assert any(p.severity is Severity.ERROR for p in read(text).problems)


@settings(max_examples=600, deadline=None)
@given(signs)
def test_edits_come_to_rest(text: str) -> None:
    for _ in range(12):
        problems = read(text).problems
        if not any(problem.edits for problem in problems):
            return
        text = mend(text, problems)
    pytest.fail("mended again and again")
