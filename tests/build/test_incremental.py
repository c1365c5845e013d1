"""Whatever was edited in whatever order: an incremental build is the full one, byte for byte.

The rules do what people do to a site between two builds, and what disks do to caches. After each
build the output is compared with one that was made from nothing but the same content, the same day
and the same last good versions.
"""

import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from PIL import Image

from generator.build import BuildOptions, BuildResult, build_site, read_site, read_unfiled
from generator.build.memory import open_memory
from generator.build.retouch import retouch_site
from generator.build.unchanged import Start, is_unchanged, load_note, scan_inputs
from generator.write import mirror
from generator.write.workshop import find_workshop
from tests.sites_for_tests import SAMPLE, TODAY

WORDS = ("猜灯谜", "放风筝", "包粽子", "赏月亮", "写春联")
CONTENT = {
    "site.yaml": "名称: 小街公告栏\n电话: 021-0123 4500\n网址: https://board.example/\n",
    "committees/dong/committee.yaml": (
        '代号: dong\n名称: 东居委\n电话: "021-0123 4501"\n小区:\n'
        "  - {代号: he-yuan, 名称: 和园, 楼栋: 1-3, 公告栏: [{名称: 东门, 尺寸: A4x6}]}\n"
    ),
}
EVENT = """---
标题: {title}
时间: {when}上午9点至11点
地点: 和园
联系: {{称呼: 值班, 电话: "021-0123 4501"}}
---
{body}
"""
NAMES = st.integers(0, 3).map("committees/dong/events/n{}.md".format)
EXAMPLES, STEPS = 4, 15


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Editing(RuleBasedStateMachine):
    """A site, what people do to it, and builds that remember the ones before."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.site = self.folder / "site"
        self.today = TODAY
        self.clock = 1_800_000_000
        """Seconds; files have the time of their edit on it, builds begin on it."""

    @initialize()
    def write_site(self) -> None:
        for path, text in CONTENT.items():
            self.write(path, text)
        shutil.copytree(SAMPLE / "themes" / "linli", self.site / "themes" / "linli")
        self.put("committees/dong/events/n0.md", WORDS[0], "元宵节请来。")
        links = "[同一位](n0.md)、[下一位](n1.md#x)、[大图](hua.png)"
        self.put("committees/dong/events/lian.md", "连起来", f"还有{links}。", days=-60)
        self.put("committees/dong/events/tu.md", "看图", "![花](hua.png)", days=-50)

    def write(self, path: str, text: str) -> None:
        file = self.site / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        os.utime(file, (self.clock, self.clock))

    def put(self, path: str, title: str, body: str, days: int = 1) -> None:
        day = self.today + timedelta(days=days)
        when = f"{day.year}年{day.month}月{day.day}日"
        self.write(path, EVENT.format(title=title, when=when, body=body))

    def existing(self, path: str) -> Path | None:
        file = self.site / "content" / path
        return file if file.exists() else None

    @rule(
        path=NAMES,
        title=st.sampled_from(WORDS),
        body=st.sampled_from(WORDS),
        days=st.sampled_from((1, -3, -40, -500)),
    )
    def add_or_edit(self, path: str, title: str, body: str, days: int) -> None:
        """Put an event in the place of one that there may be; it is to come, or over for long."""
        self.put(path, title, f"大家一起{body}。\n\n请早些来。", days)

    @rule(path=NAMES, word=st.sampled_from(WORDS))
    def add_a_sentence(self, path: str, word: str) -> None:
        """Edit what no list shows."""
        file = self.existing(path)
        if file:
            self.write(path, f"{file.read_text('utf-8')}\n之后{word}。\n")

    @rule(path=NAMES, body=st.sampled_from(WORDS), later=st.booleans())
    def edit_body_in_place(self, path: str, body: str, later: bool) -> None:
        """Keep the size, and unless `later` the time as well, as within one tick of the clock."""
        file = self.existing(path)
        if file:
            self.clock += 10 * later
            text = file.read_text("utf-8")
            for word in WORDS:
                text = text.replace(f"一起{word}", f"一起{body}")
            self.write(path, text)

    @rule(path=NAMES, other=NAMES)
    def rename(self, path: str, other: str) -> None:
        file = self.existing(path)
        if file and not self.existing(other):
            file.rename(self.site / "content" / other)

    @rule(path=NAMES)
    def delete(self, path: str) -> None:
        file = self.existing(path)
        if file:
            file.unlink()

    @rule(colour=st.sampled_from(("red", "blue", None)))
    def paint(self, colour: str | None) -> None:
        """Put another picture in the place of one that is shown on pages, or none."""
        picture = self.site / "content/committees/dong/events/hua.png"
        picture.unlink(missing_ok=True)
        if colour:
            Image.new("RGB", (48, 32), colour).save(picture)
            os.utime(picture, (self.clock, self.clock))

    @rule(path=NAMES)
    def break_or_mend(self, path: str) -> None:
        file = self.existing(path)
        if file:
            text = file.read_text("utf-8")
            swap = ("地点:", "地奌:") if "地点:" in text else ("地奌:", "地点:")
            self.write(path, text.replace(*swap))

    @rule(path=NAMES)
    def touch(self, path: str) -> None:
        file = self.existing(path)
        if file:
            os.utime(file, (self.clock + 1, self.clock + 1))

    @rule(words=st.sampled_from(WORDS))
    def change_theme(self, words: str) -> None:
        template = self.site / "themes/linli/archive.html"
        text = template.read_text("utf-8").partition("{# mark")[0]
        template.write_text(f"{text}{{# mark #}}<!-- {words} -->", "utf-8")
        os.utime(template, (self.clock, self.clock))

    @rule(days=st.integers(-1, 20) | st.sampled_from((40, 400)))
    def change_day(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(place=st.floats(0, 1))
    def damage_memory(self, place: float) -> None:
        for path in (self.folder / "cache").glob("*.sqlite"):
            data = bytearray(path.read_bytes())
            data[int(place * (len(data) - 1))] ^= 0xFF
            path.write_bytes(data)

    @rule(name=st.sampled_from(("index.html", "committees/dong.html", ".linli/manifest.json")))
    def damage_output(self, name: str) -> None:
        file = self.site / "output" / name
        if file.exists():
            file.write_bytes(file.read_bytes() + b" ")

    @rule(name=st.sampled_from(("unchanged.json", "inventory.json")))
    def lose_note(self, name: str) -> None:
        (find_workshop(self.site / "output") / name).unlink(missing_ok=True)

    @rule(files=st.sampled_from((1, 1000)))
    def grow_or_shrink(self, files: int) -> None:
        """As if the site had become large enough for a mirror, or too small."""
        mirror.WORTH_A_MIRROR = files

    @rule(pause=st.sampled_from((0, 10)))
    def build(self, pause: int) -> None:
        """Build at once after the last edit or later; compare with a build from nothing."""
        self.clock += pause
        output, other = self.site / "output", self.folder / "other" / "output"
        shutil.rmtree(other.parent, ignore_errors=True)
        kept = find_workshop(output) / "last-good.sqlite"
        if kept.exists():
            find_workshop(other).mkdir(parents=True)
            shutil.copy(kept, find_workshop(other))
        result = self.run(self.options(output))
        full = build_site(read_site(self.site), self.options(other))
        assert files_of(output) == files_of(other)
        assert said(result) == said(full)

    def options(self, output: Path) -> BuildOptions:
        return BuildOptions(site=self.site, output=output, today=self.today, posters=False)

    def run(self, options: BuildOptions) -> BuildResult:
        """Build as the command does."""
        moment = self.clock * 1_000_000_000 + 1
        seen = scan_inputs(options)
        # Linli's own code is being edited while these tests are run, the site only by them.
        start = Start(
            moment, replace(seen, newest=newest(self.site), rest_newest=newest(self.site, "themes"))
        )
        note = load_note(options.output)
        cache = self.folder / "cache"
        if note and is_unchanged(note, start.inputs, options):
            return note.result
        retouched = note and retouch_site(note, start, options, cache)
        if retouched:
            return retouched
        with open_memory(self.site, moment, cache) as memory:
            reading = read_unfiled(self.site, memory, start.program, self.today)
            return build_site(reading, options, memory, start)

    def teardown(self) -> None:
        mirror.WORTH_A_MIRROR = 1000
        shutil.rmtree(self.folder)


def newest(site: Path, *parts: str) -> int:
    """When the last of a site's own files was changed, or of some parts', in nanoseconds."""
    found = (p for part in parts or ("content", "themes") for p in (site / part).rglob("*"))
    files = [path for path in found if path.is_file()]
    return max(path.stat().st_mtime_ns for path in files)


def said(result: BuildResult) -> BuildResult:
    """What two builds of the same must have in common: not what they did for it."""
    return replace(result, kept=0, to_print=[])


def test_any_edits() -> None:
    few = settings(max_examples=EXAMPLES, stateful_step_count=STEPS)
    run_state_machine_as_test(Editing, settings=few)


@pytest.mark.exhaustive
def test_many_edits() -> None:
    many = settings(max_examples=40, stateful_step_count=30)
    run_state_machine_as_test(Editing, settings=many)
