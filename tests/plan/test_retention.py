"""After its period, nothing of a contact remains: not in any file of a whole build."""

import shutil
from calendar import isleap
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pydantic import ValidationError

from generator.build import BuildOptions, build_site, read_site
from generator.model.attachment import Attachment
from generator.model.retention import Period
from generator.model.site import Site
from generator.plan.retention import HIDDEN, retire_contacts
from tests.sites_for_tests import SMALL, sample_board

OFFICE = "021-0123 4500"
CONTENT = {
    "committees/东居委/活动/2026-03-04-li-fa.md": """
标题: 老手艺理发
时间: 2026年3月4日上午9点至11点
地点: 东苑活动室
项目: [剪发, 找王师傅修面]
报名: {方式: 打138-1234-5678}
联系: {称呼: 王师傅, 电话: 13812345678}
---
找**王师傅**，[打电话](tel:13812345678)，或者加微信 １３８ １２３４ ５６７８。
""",
    "committees/东居委/services/xiu-xie.yaml": """
标题: 修鞋摊
有效期: 2026年1月1日至2026年3月10日
最后核对: 2026-01-01
服务: [{名称: 修鞋, 时间: 每周三上午9点至11点, 对象: 先打13911112222}]
联系: {称呼: 李阿姨, 电话: 139 1111 2222}
""",
    "committees/东居委/通知/ting-shui.md": """
类别: 停水停电
标题: 东苑停水
发布: 2026-03-01
原因: 换水管
起止: 2026年3月4日9:00-16:00
电话: 13733334444
联系: {称呼: 赵班长, 电话: "13733334444"}
---
有急事找赵班长，+86 137 3333 4444。
""",
    "committees/东居委/通知/zhao-mu.md": """
类别: 招募
标题: 招人
发布: 2026-03-01
报名截止: 2026年3月5日17:00前
撕条: {文字: 报名找小钱, 电话: "13655556666"}
---
打 13655556666。
""",
    "committees/东居委/通知/gong-shi-er.md": """
类别: 公示
标题: 第二个公示
发布: 2026-03-01
公示期: 2026年3月1日至3月10日
意见: {方式: [打 13577778888], 电话: "13577778888"}
---
拟修门。
""",
    "committees/东居委/issues/2026-009.md": """
编号: 2026-009
标题: 灯不亮
进度:
  - {步骤: 收集, 日期: 2026-02-01, 说明: 打13499990000报修}
  - {步骤: 整理, 日期: 2026-02-02, 说明: 理清}
  - {步骤: 公示, 日期: 2026-02-03, 说明: 贴出}
  - {步骤: 评议, 日期: 2026-02-04, 说明: 说好}
  - {步骤: 反馈, 日期: 2026-03-05, 说明: 电工13499990000修好了}
""",
}
PUBLIC = "公开电话:\n" + "".join(
    f"  - {{名称: 办公手机, 号码: {number}}}\n"
    for number in (13812345678, 13911112222, 13733334444, 13655556666, 13577778888, 13499990000)
)
SECRETS = (
    "13812345678", "138-1234-5678", "１３８ １２３４ ５６７８", "王师傅", "13911112222",
    "139 1111 2222", "李阿姨", "13733334444", "137 3333 4444", "赵班长", "13655556666",
    "13577778888", "13499990000",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for path, text in CONTENT.items():
        whole = text.lstrip() if path.endswith(".yaml") else f"---{text}"
        if path.endswith(".md") and "\n---\n" not in text:
            whole += "---\n"
        (folder / "content" / path).write_text(whole, "utf-8")
    committee = folder / "content/committees/东居委/committee.yaml"
    committee.write_text(committee.read_text("utf-8") + PUBLIC, "utf-8")
    return folder


def build(site: Path, output: Path, today: date) -> dict[str, bytes]:
    """Every file of the build; posters as the pages that show the same."""
    options = BuildOptions(site=site, output=output, today=today, posters=False)
    result = build_site(read_site(site), options)
    assert result.published
    assert not result.left_out, result.problems
    return {str(p.relative_to(output)): p.read_bytes() for p in output.rglob("*") if p.is_file()}


def found(files: dict[str, bytes]) -> set[tuple[str, str]]:
    """Secrets with the ending of the file they stand in; folded lines of calendars unfolded."""
    return {
        (secret, path.rpartition(".")[2])
        for path, data in files.items()
        for secret in SECRETS
        if secret.encode() in data.replace(b"\r\n ", b"")
    }


def test_every_kind_of_file_loses_its_contacts(site: Path, tmp_path: Path) -> None:
    during = found(build(site, tmp_path / "out", date(2026, 3, 2)))
    assert {secret for secret, _ in during} >= set(SECRETS) - {"１３８ １２３４ ５６７８"}
    assert {ending for _, ending in during} >= {"html", "ics", "xml"}
    before = build(site, tmp_path / "out", date(2027, 3, 4))
    assert "王师傅" in before["committees/dong/events/2026-03-04-li-fa.html"].decode()
    after = build(site, tmp_path / "out", date(2027, 3, 20))
    assert not found(after)
    page = after["committees/dong/events/2026-03-04-li-fa.html"].decode()
    assert "东居委" in page
    assert OFFICE in page
    assert HIDDEN in page
    assert f"tel:{HIDDEN}" not in page
    outage = after["committees/dong/notices/ting-shui.html"].decode()
    assert OFFICE in outage
    feed = after["calendars/committees/dong.ics"].decode()
    assert "老手艺理发" in feed  # last year's events are still in feeds, with the office's phone


def test_each_kind_has_its_own_period(site: Path, tmp_path: Path) -> None:
    settings = site / "content/site.yaml"
    text = settings.read_text("utf-8")
    try:
        settings.write_text(text + "保留期: {活动: 2年, 公示: 30天, 议题: 3周}\n", "utf-8")
        kept = found(build(site, tmp_path / "out", date(2027, 3, 20)))
        assert {secret for secret, _ in kept} == {"13812345678", "138-1234-5678", "王师傅"} | {
            s for s, _ in kept if s.startswith("１")
        }
        soon = {secret for secret, _ in found(build(site, tmp_path / "two", date(2026, 4, 10)))}
        assert not soon & {"13577778888", "13499990000"}
        assert "13733334444" in soon
    finally:
        settings.write_text(text, "utf-8")


def test_what_goes_on_keeps_its_contacts() -> None:
    board = sample_board()
    far = retire_contacts(board, date(2099, 1, 1))
    for before, after in zip(board.notices, far.notices, strict=True):
        endless = before.last_day(board.calendar) is None
        assert (before == after) or not endless
    assert far.groups == board.groups
    assert retire_contacts(board, date(2026, 1, 1)) == board


def test_an_office_without_a_phone_leaves_only_its_name() -> None:
    board = sample_board()
    (event,) = [e for e in board.events if e.source.stem == "2026-03-05-xue-lei-feng"]
    mute = tuple(c.model_copy(update={"phone": None}) for c in board.committees)
    changed = retire_contacts(replace(board, committees=mute), date(2028, 1, 1))
    (after,) = [e for e in changed.events if e.code == event.code]
    assert after.contact.phone is None
    assert after.contact.name == "建二居委"


def test_attachments_go_with_the_contacts() -> None:
    board = sample_board()
    form = Attachment.model_validate({"file": "报名表.pdf"})
    events = tuple(e.model_copy(update={"attachments": (form,)}) for e in board.events)
    board = replace(board, events=events)
    assert retire_contacts(board, date(2026, 1, 1)) == board
    later = retire_contacts(board, date(2028, 1, 1)).events
    gone = [after for after in later if not after.attachments]
    assert len(gone) > 10
    assert all(after.attachments == () for after in later if after not in events)


@pytest.mark.parametrize(
    ("text", "period"),
    [("12个月", Period(12)), ("2年", Period(24)), ("６ 个月", Period(6)), ("90天", Period(0, 90)),
     ("3周", Period(0, 21)), ("18 months", Period(18)), ("1 year", Period(12))],
)  # fmt: skip
def test_periods_as_people_write_them(text: str, period: Period) -> None:
    site = Site.model_validate({"name": "街道", "retention": {"events": text}})
    assert site.retention.events == period
    assert site.retention.notices == Period(12)


@pytest.mark.parametrize("text", ["12", "一年", "0天", "半年", "长期", "-3天", "1000天"])
def test_other_periods_are_refused(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Site.model_validate({"name": "街道", "retention": {"events": text}})
    assert caught.value.errors()[0]["type"] == "period-wrong"


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.integers(0, 48), st.integers(0, 400))
def test_a_period_is_as_long_as_the_calendar_says(day: date, months: int, days: int) -> None:
    end = Period(months, days).last_day_after(day) - timedelta(days=days)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    february = 29 if isleap(end.year) else 28
    assert end.day == day.day or end.day in (february, 30)
