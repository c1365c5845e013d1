"""Whatever a volunteer writes in the fields of a file, the answer is a record or problems."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.messages import describe
from generator.messages.text import GAP
from generator.model.calendar import CalendarYear
from generator.model.committee import Committee
from generator.model.notice import NOTICE_CLASSES
from generator.model.printed import RECORD_PATH
from generator.model.record import Record, field_names
from generator.model.review import StreetReview
from generator.model.site import Site
from generator.problems import Fault
from generator.read import read_board
from generator.read.board import ITEM_KINDS
from generator.read.printed import read_printed
from generator.read.records import draft_record, finish_record, infer_published
from generator.read.yaml_nodes import Mapping
from generator.read.yaml_text import parse_yaml

SINGLE = (Site, Committee, StreetReview, CalendarYear)
KINDS: list[type[Record]] = list(
    dict.fromkeys([*ITEM_KINDS.values(), *NOTICE_CLASSES.values(), *SINGLE])
)
TEXTS = st.sampled_from(
    ["", " ", "是", "公示", "3月5日", "2026-03-05", "2026年3月3日至3月12日", "每周三下午2点",
     "每周三2点", "长期", "12345", "021-0123 4501", "jian-er", "A3x4", "1-8", "约890人次",
     "https://a.example/", "２０２６", "{发布日期}", "{x}", "全街道", "hexie#3", "0", "-1", "🙂",
     "a" * 300, "'", "\\", "null"]
)  # fmt: skip
KEYS = st.sampled_from(sorted({name for kind in KINDS for name in field_names(kind)}))
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


def read(kind: type[Record], data: dict[str, Any]) -> tuple[Record | None, list[str]]:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style="'")
    node = parse_yaml(text, "a.yaml")
    assert isinstance(node, Mapping)
    draft = draft_record(node, kind, "a.yaml", Fault.ITEM)
    record = finish_record(draft, kind, infer_published(node, "2026-03-05-a"))
    for problem in draft.problems:
        assert problem.place.line >= 1, problem
        for language in ("zh", "en"):
            assert GAP not in "".join(describe(problem, language)), problem
    return record, [problem.code for problem in draft.problems]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_any_fields_give_a_record_or_problems(kind: type[Record]) -> None:
    own = st.sampled_from(sorted(field_names(kind)))

    @settings(max_examples=80, deadline=None)
    @given(st.dictionaries(own | KEYS, VALUES, min_size=1, max_size=8))
    def check(data: dict[str, Any]) -> None:
        record, codes = read(kind, data)
        assert (record is None) == bool(codes)

    check()


def test_names_in_both_languages_and_hyphens() -> None:
    kind = NOTICE_CLASSES[next(iter(NOTICE_CLASSES))]
    names = field_names(kind)
    assert names["撤下"] == names["take_down"] == names["take-down"] == "take_down"
    record, codes = read(kind, {"category": "tip", "标题": "甲", "published": "2026-03-05"})
    assert codes == []
    assert record is not None


def test_one_field_by_two_names() -> None:
    kind = ITEM_KINDS["groups"]
    _, codes = read(kind, {"类别": "队伍", "名称": "甲", "name": "乙"})
    assert codes == ["key-twice"]


def test_a_field_left_blank_is_a_field_left_out() -> None:
    kind = ITEM_KINDS["groups"]
    record, codes = read(kind, {"类别": "队伍", "名称": "甲", "说明": "", "地址": " "})
    assert codes == []
    assert record is not None
    _, codes = read(kind, {"类别": "队伍", "名称": ""})
    assert codes == ["field-blank"]
    _, codes = read(kind, {"类别": "队伍"})
    assert codes == ["field-missing"]


def test_a_field_under_a_misspelt_name_is_not_missing_as_well() -> None:
    _, codes = read(ITEM_KINDS["groups"], {"类别": "队伍", "名秤": "甲"})
    assert codes == ["field-unknown-near"]


def test_no_record_has_two_fields_of_one_name() -> None:
    for kind in KINDS:
        names = field_names(kind)
        for attribute in set(names.values()):
            assert names[attribute] == attribute


def test_reading_is_pure(tmp_path: Path) -> None:
    site = Path(__file__).parents[1] / "sites" / "small"
    assert read_board(site).board == read_board(site).board
    assert read_board(tmp_path).board is None


def test_without_a_content_folder(tmp_path: Path) -> None:
    reading = read_board(tmp_path / "nowhere")
    assert reading.board is None
    assert [problem.code for problem in reading.problems] == ["content-missing"]


def test_a_damaged_record_of_printing_is_said(tmp_path: Path) -> None:
    location = tmp_path / RECORD_PATH
    location.parent.mkdir(parents=True)
    location.write_bytes(b"{")
    _, problems = read_printed(tmp_path)
    assert [problem.code for problem in problems] == ["print-record-damaged"]
