"""What is taken back is nowhere after the next build: not in a byte of what is or was published.

Looked into are the output with its posters, thumbnails, feeds and search index unpacked; the
workshop beside it; the user's cache; and what lies in the site's folder besides content.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.commands import main
from generator.model.printed import PrintedSheet, PrintRecord
from generator.render.cache_folder import cache_folder
from generator.write import mirror
from generator.write.workshop import find_workshop
from tests.privacy.reading import find_words
from tests.sites_for_tests import SMALL, TODAY

pytest.importorskip("weasyprint")

FOLDER = "content/committees/东居委"
NEXT_YEAR = date(2027, 6, 1)
DELETED = ["银杏桥头茶会", "杏林巷口集合", "苦丁胡同来电", "茶会海报小字"]
RENAMED = ["白果树下棋局"]
OVER = ["蔷薇弄堂总务"]
HIDDEN = ["紫藤架下理发"]
FAULTY = ["腊梅厅里读报"]
EMPTIED = ["芙蓉渡口灯会"]
EVERY = [*DELETED, *RENAMED, *OVER, *HIDDEN, *FAULTY, *EMPTIED]
EVENT = """\
---
标题: {0}
时间: 2026年3月10日上午9点至11点
地点: {1}
联系: {{称呼: {2}, 电话: 021-0123 4501}}
海报摘要: {3}
---
{0}在{1}。
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site in which all of that is published, with a cache of its own but for the faces."""
    cache = tmp_path / "cache"
    (cache / "linli").mkdir(parents=True)
    (cache / "linli" / "fonts").symlink_to(cache_folder())
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    for other in ("notices", "reviews"):
        shutil.rmtree(site / "content" / other)
    for other in ("services", "通知", "issues", "reviews", "活动"):
        shutil.rmtree(site / FOLDER / other)
    write(site, "events/deleted.md", EVENT.format(*DELETED))
    write(site, "events/old.md", EVENT.format(RENAMED[0], "东苑", "值班", "来下棋"))
    write(site, "events/over.md", EVENT.format("植树", "东苑", OVER[0], "来植树"))
    write(site, "events/faulty.md", EVENT.format("读报", FAULTY[0], "值班", "来读报"))
    write(site, "events/emptied.md", EVENT.format(EMPTIED[0], "东苑", "值班", "来看灯"))
    write(site, "services/hidden.yaml", service(""))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setattr(mirror, "WORTH_A_MIRROR", 1)  # another place where something could be left
    return site


def service(visibility: str) -> str:
    return f"""\
标题: 便民
联系: {{称呼: 值班, 电话: 021-0123 4501}}
有效期: 2026年1月1日至2028年12月31日
最后核对: 2026-02-01
服务:
  - {{名称: {HIDDEN[0]}, 时间: 每周二上午9点至11点{visibility}}}
  - {{名称: 量血压, 时间: 每周三上午9点至11点}}
"""


def write(site: Path, name: str, text: str) -> None:
    path = site / FOLDER / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def build(site: Path, today: date, *words: str) -> int:
    return main(["build", "--site", str(site), "--today", today.isoformat(), *words])


def find_everywhere(site: Path) -> dict[str, set[str]]:
    """Each word that is found, with the endings of the files it is in; faces apart."""
    cache = site.parent / "cache" / "linli"
    kept = [folder for folder in cache.iterdir() if not folder.is_symlink()]
    beside = [path for path in site.iterdir() if path.is_dir() and path.name != "content"]
    found: dict[str, set[str]] = {}
    for word, path in find_words(EVERY, find_workshop(site / "output"), *beside, *kept):
        found.setdefault(word, set()).add(Path(path).suffix)
    return found


def withdraw(site: Path) -> None:
    """Take everything back, each in its own way."""
    events = site / FOLDER / "events"
    (events / "deleted.md").unlink()
    (events / "old.md").unlink()
    write(site, "events/new.md", EVENT.format("下棋", "东苑", "值班", "来下棋"))
    faulty = EVENT.format("读报", FAULTY[0], "值班", "来读报")
    write(site, "events/faulty.md", f"{faulty}\n身份证 11010519491231002X\n")
    write(site, "events/emptied.md", "")
    write(site, "services/hidden.yaml", service(", 公开: 不公开"))


@pytest.mark.parametrize("words", [(), ("--full", "--no-posters")])
def test_what_is_withdrawn_is_nowhere(site: Path, words: tuple[str, ...]) -> None:
    assert build(site, TODAY, *words[1:]) == 0
    before = find_everywhere(site)
    assert set(before) == set(EVERY), "all of it was published"
    kinds = {".html", ".ics", ".js", ".xml", ".sqlite"} | (set() if words else {".pdf"})
    assert kinds <= before[DELETED[0]]
    withdraw(site)
    assert build(site, TODAY, *words) == 3
    after = find_everywhere(site)
    # What is still in the content, and no longer in the output, is remembered as it was read.
    assert after.keys() <= {*OVER, *HIDDEN}
    assert after.get(HIDDEN[0], set()) <= {".sqlite"}


def test_contacts_of_what_is_over_are_in_no_output(site: Path) -> None:
    assert build(site, TODAY, "--no-posters") == 0
    assert find_words(OVER, site / "output")
    assert build(site, NEXT_YEAR, "--no-posters") == 0
    assert find_words(OVER, site / "output") == []


def test_a_sheet_that_hangs_does_not_tell_what_was_withdrawn(site: Path) -> None:
    """The record of printing keeps the title, for those who take it down; no page shows it."""
    sheet = PrintedSheet(key="k", title=DELETED[0], kind="event", printed=TODAY)
    hanging = {"posters/dong-yuan/event-dong-deleted.pdf": sheet}
    record = PrintRecord().hang("dong-yuan", "南门", hanging)
    (site / ".linli").mkdir()
    (site / ".linli/printed.json").write_bytes(record.dump())
    assert build(site, TODAY, "--no-posters") == 0
    withdraw(site)
    build(site, TODAY, "--no-posters")
    assert find_words(DELETED, site / "output", find_workshop(site / "output")) == []
    assert "南门" in (site / "output/staff.html").read_text("utf-8")
