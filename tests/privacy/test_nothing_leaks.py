"""Whatever field or format something personal stands in: it is in no byte of what is published.

The numbers are made up here, and every name is one that nobody has.
"""

import io
import json
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import check_site, read_site
from generator.build.checking import sound_board
from generator.commands import main
from generator.create.guide import Guide
from generator.create.shapes import fields_of
from generator.model.notice import CATEGORY_WORDS, NOTICE_CLASSES, Notice
from generator.model.record import Record
from generator.problems import Severity
from generator.read.board import ITEM_KINDS
from generator.write.workshop import find_workshop
from tests.cases.workbooks import make_workbook
from tests.privacy.reading import find_words
from tests.sites_for_tests import SMALL, TODAY

CANARIES = {
    "personal-id-number": "11010519491231002X",
    "personal-bank-card": "6200000000000005",
    "phone-mobile": "13800001234",
    "personal-plate": "沪A·00017",
    "personal-hardship": "独居老人欧阳默然，82岁，需要邻居帮忙",
}
WORDS = ["11010519491231002X", "6200000000000005", "13800001234", "沪A00017", "欧阳默然", "王默言"]
LIST = "| 姓名 | 年龄 |\n| -- | -- |\n| 王默言 | 81 |\n| 李默语 | 79 |\n"
FOLDER = "content/committees/东居委"
HEAD = "类别: 通知\n标题: 物业\n发布: 2026-03-01\n撤下: 2026-04-01\n"


def kinds() -> Iterator[tuple[str, type[Record], dict[str, str]]]:
    """All kinds of items: folder, record, and what its files must say."""
    for folder, record in ITEM_KINDS.items():
        if record is not Notice:
            yield folder, record, {}
    words = {category: word for word, category in reversed(CATEGORY_WORDS.items())}
    for category, notice in NOTICE_CLASSES.items():
        yield "notices", notice, {"类别": words[category]}


def with_canary(value: Any, canaries: Iterator[str]) -> Iterator[Any]:
    """Copies of a value with a canary behind one text in each."""
    if isinstance(value, dict):
        for key, inner in value.items():
            for changed in with_canary(inner, canaries):
                yield value | {key: changed}
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            for changed in with_canary(inner, canaries):
                yield [*value[:number], changed, *value[number + 1 :]]
    else:
        yield f"{value}，{next(canaries)}"


def write_every_field(site: Path) -> int:
    """Write a file for each field of each kind with a canary; return how many."""
    guide, canaries, count = Guide(TODAY), cycle(CANARIES.values()), 0
    for folder, record, given in kinds():
        fields = [
            f for f in fields_of(record) if f.attribute not in ("pinned_code", "privacy_notes")
        ]
        sample = {guide.name(field): guide.example(field) for field in fields} | given
        for changed in with_canary(sample, canaries):
            path = site / FOLDER / folder / f"canary-{count}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(yaml.safe_dump(changed, allow_unicode=True, width=999), "utf-8")
            count += 1
    return count


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    cache = tmp_path / "cache"
    monkeypatch.setattr("generator.build.memory.cache_folder", lambda: cache / "fonts")
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def run(site: Path, *words: str) -> str:
    """Run a command; return all that it printed."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        main([*words, "--site", str(site), "--today", TODAY.isoformat()])
    return said.getvalue()


def leaks(site: Path) -> list[tuple[str, str]]:
    """Where canaries stand in the output, beside it, and in what earlier builds have read."""
    output = site / "output"
    assert (output / "index.html").is_file(), "everything else is published"
    memory = site.parent / "cache" / "read"
    return find_words(WORDS, output, find_workshop(output), memory)


def test_no_field_of_any_kind_gives_anything_away(site: Path) -> None:
    count = write_every_field(site)
    reading = read_site(site)
    problems = check_site(reading, TODAY)
    faulty = {p.place.path for p in problems if p.severity is Severity.ERROR}
    written = {f"{FOLDER}/{p.parent.name}/{p.name}" for p in site.rglob("canary-*.yaml")}
    assert len(written) == count >= 250
    assert sorted(written - faulty) == []
    found = [p for p in problems if p.code in CANARIES]
    assert {p.code for p in found} == set(CANARIES)
    assert len({p.place.path for p in found}) >= 0.6 * count, "the others are no such value at all"
    sound = sound_board(reading, problems)
    assert sound is not None
    assert written.isdisjoint(item.source.path for item in sound[0].items)
    told = json.dumps(
        [str((p.facts, p.place.cells, p.edits)) for p in problems], ensure_ascii=False
    )
    assert not [word for word in WORDS[:4] if word in told]


def write_every_format(site: Path) -> None:
    """Put canaries where no field is: bodies, names, tables, addresses, the site's own files."""
    notices = site / FOLDER / "通知"
    body = 0
    for canary in (*CANARIES.values(), LIST):
        for form in (
            "{}", "> {}", "- {}", "# {}", "**{}**", "`{}`", "    {}", "```\n{}\n```",
            "[{}](https://board.example/)", "![{}](deng.png)", "<!-- {} -->", "<b>{}</b>",
            '[a](https://board.example/ "{}")', "[a](https://board.example/{})",
        ) if "|" not in canary else ("{}", "文字\n\n{}"):  # fmt: skip
            path = notices / f"body-{body}.md"
            path.write_text(f"---\n{HEAD}---\n{form.format(canary)}\n", "utf-8")
            body += 1
    forms = ("138**0000**1234", "&#49;3800001234", "138\u200b00001234", "１３８００００１２３４")
    for number, hidden in enumerate((*forms, "138\\-0000-1234")):
        (notices / f"hidden-{number}.md").write_text(f"---\n{HEAD}---\n{hidden}\n", "utf-8")
    for name in ("13800001234", "沪A00017", "11010519491231002X"):
        (notices / f"{name}.md").write_text(f"---\n{HEAD}---\n正文\n", "utf-8")
    entry = "年份: 2025\n主题: 1\n项目: 走访\n摘要: 走访。\n数字: {}\n"
    reviews = site / FOLDER / "reviews"
    for number, canary in enumerate(CANARIES.values()):
        rows = (("名称", "值"), ("走访", f"36次，{canary}"))
        lines = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
        (reviews / f"t{number}.csv").write_text(lines, "utf-8")
        (reviews / f"x{number}.xlsx").write_bytes(make_workbook(rows))
        (reviews / f"c{number}.yaml").write_text(entry.format(f"t{number}.csv"), "utf-8")
        (reviews / f"w{number}.yaml").write_text(entry.format(f"x{number}.xlsx"), "utf-8")
    (site / "content/site.yaml").write_text(
        "名称: 测试街道公告栏\n网址: https://board.example/\n电话: 138 0000 1234\n"
        f"页脚: 车牌{CANARIES['personal-plate']}\n",
        "utf-8",
    )
    (site / FOLDER / "committee.yaml").write_text(
        f"代号: dong\n名称: 东居委\n说明: {CANARIES['personal-hardship']}\n电话: 13800001234\n"
        "小区:\n"
        "  - 代号: dong-yuan\n    名称: 东苑\n    楼栋: 1-4\n"
        "    网格: [{号: 1, 楼栋: 1-4, 电话: 138-0000-1234}]\n"
        "    楼组长: [{楼栋: 1-2, 办公电话: 13800001234}, {楼栋: 3-4, 办公电话: 021-0123 4501}]\n"
        "    常用电话: [{名称: 6200000000000005, 号码: 021-0123 4502}]\n"
        "  - {代号: he-yuan, 名称: 合苑}\n",
        "utf-8",
    )


def test_no_format_gives_anything_away(site: Path) -> None:
    write_every_format(site)
    said = run(site, "build", "--no-posters")
    assert leaks(site) == []
    page = (site / "output/compounds/dong-yuan.html").read_text("utf-8")
    assert "021-0123 4501" in page, "what is right in the same file stays"
    for language in ("zh", "en"):
        for form in ("text", "json"):
            said += run(site, "check", "--lang", language, "--format", form)
            said += run(site, "build", "--no-posters", "--lang", language, "--format", form)
    assert [word for word in WORDS if word in said.replace(" ", "")] == []


EVENT = """\
标题: 默言读书会
时间: 2026年3月10日上午9点至11点
地点: 东苑活动室
联系: {{称呼: 王默言, 电话: {phone}}}
{more}"""
OPEN = "公开电话: [{名称: 读书会, 号码: 138 0000 1234}]\n"


def test_what_is_withdrawn_is_gone_from_everything(site: Path) -> None:
    """Published with reason, then without: posters, feeds, memory and kept versions forget it."""
    committee = site / FOLDER / "committee.yaml"
    text = committee.read_text("utf-8")
    for other in ("notices", "reviews"):
        shutil.rmtree(site / "content" / other)
    for other in ("services", "通知", "issues", "reviews", "活动"):
        shutil.rmtree(site / FOLDER / other)
    committee.write_text(text.partition("  - 代号: he-yuan")[0] + OPEN, "utf-8")
    folder = site / FOLDER / "活动"
    folder.mkdir()
    note = '隐私说明: {种类: 手机, 末四位: "1234", 理由: 本人同意, 批准人: 主任, 到期: 2026-12-31}'
    (folder / "du-shu.yaml").write_text(EVENT.format(phone="138 0000 1234", more=note), "utf-8")
    said = run(site, "build")
    assert "本人同意" in said
    assert "主任" in said
    published = {word for word, _ in leaks(site)}
    assert published == {"13800001234", "王默言"}
    kinds = {Path(path).suffix for _, path in leaks(site)}
    assert {".html", ".pdf", ".ics", ".js", ".sqlite"} <= kinds
    (folder / "du-shu.yaml").write_text(EVENT.format(phone="138 0000 1234", more=""), "utf-8")
    committee.write_text(text.partition("  - 代号: he-yuan")[0], "utf-8")
    run(site, "build")
    assert leaks(site) == []


def test_a_service_that_is_not_public_is_nowhere(site: Path) -> None:
    service = site / FOLDER / "services" / "bian-min.yaml"
    text = service.read_text("utf-8")
    hidden = (
        "  - {名称: 王默言家理发, 时间: 每周二上午9点至11点, 公开: 不公开, 地点: 欧阳默然家, "
        "对象: 13800001234, 费用: 沪A00017, 清单: [{事项: 王默言, 带什么: 王默言}],"
        " 结果: {王默言: 欧阳默然}}\n"
    )
    at = text.index("服务:\n") + len("服务:\n")
    service.write_text(text[:at] + hidden + text[at:], "utf-8")
    said = run(site, "build", "--no-posters")
    assert "personal" not in said
    assert find_words(WORDS, site / "output") == []
