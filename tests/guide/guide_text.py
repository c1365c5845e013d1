"""The guide as its tests and its screenshots need it: chapters, samples and commands in order.

What a fence of the guide is, its first line says:

    ```cmd                  commands to type, one a line
    ```text COMMAND         what the program answers to that command
    ```yaml PATH            a whole file of the site, as is ```markdown PATH
    ```yaml + PATH          fields that are added to a file, or take the place of those there
    ```markdown + PATH      text that is added to a file's body
"""

import contextlib
import io
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from PIL import Image

from generator.commands import main
from tests.hostile.documents import make_pdf

TODAY = "2026-03-02"
"""The day on which the guide's examples are written."""
_DATED = {"new": "--today", "add": "--today", "check": "--today", "build": "--today",
          "when": "--from"}  # fmt: skip
GUIDE = Path(__file__).parents[2] / "docs" / "volunteers.zh-CN.md"
EVENT = Path("content/committees/shi-fan/events/2026-03-02-chun-ji-zhi-shu.md")
PICTURE_NAME = "zhi-shu.jpg"
ATTACHMENT_NAME = "bao-ming-biao.pdf"
_CODE = re.compile(r"`([^`]+)`")
_FIELD = re.compile(r"^([^\s#:]+): ", re.MULTILINE)


@dataclass(frozen=True)
class Fence:
    """A fenced block: its kind (`cmd`, `text`, `yaml`, `markdown`), its object, its text."""

    kind: str
    about: str
    text: str

    @property
    def path(self) -> str:
        return self.about.removeprefix("+ ")

    @property
    def is_addition(self) -> bool:
        return self.about.startswith("+ ")


@dataclass(frozen=True)
class Chapter:
    title: str
    text: str
    fences: tuple[Fence, ...]

    @property
    def commands(self) -> list[str]:
        return [line for f in self.fences if f.kind == "cmd" for line in f.text.splitlines()]

    @property
    def samples(self) -> list[Fence]:
        return [fence for fence in self.fences if fence.kind in ("yaml", "markdown")]

    @property
    def words(self) -> list[str]:
        """What is set as code within sentences and tables."""
        prose = re.sub(r"^ *```.*?^ *```$", "", self.text, flags=re.DOTALL | re.MULTILINE)
        return _CODE.findall(prose)


def read_chapters() -> list[Chapter]:
    parts = re.split(r"^## (.+)\n", GUIDE.read_text("utf-8"), flags=re.MULTILINE)
    return [
        Chapter(title, text, _read_fences(text))
        for title, text in zip(parts[1::2], parts[2::2], strict=True)
    ]


def _read_fences(text: str) -> tuple[Fence, ...]:
    fences = []
    for token in MarkdownIt().parse(text):
        if token.type == "fence":
            kind, _, about = token.info.partition(" ")
            fences.append(Fence(kind, about, token.content))
    return tuple(fences)


def paint_picture() -> None:
    """Put the picture into the site that the chapter about pictures speaks of."""
    Image.new("RGB", (1200, 800), "green").save(EVENT.with_name(PICTURE_NAME))


def write_form() -> None:
    """Put the file into the site that the chapter about attachments speaks of."""
    EVENT.with_name(ATTACHMENT_NAME).write_bytes(make_pdf("Name, telephone"))


def follow(chapter: Chapter) -> None:
    """Do everything that a chapter says in the site that is the current folder, but no build."""
    for command in chapter.commands:
        if command.startswith("linli add"):
            code, answer = run(command)
            assert code == 0, answer
            assert answer.startswith("写好了")
    for fence in chapter.samples:
        _save(fence)


def _save(fence: Fence) -> None:
    file = Path(fence.path)
    if not fence.is_addition:
        assert file.exists(), f"linli add writes no {fence.path}"
        file.write_text(fence.text, "utf-8")
        return
    _, matter, body = file.read_text("utf-8").split("---\n", 2)
    if fence.kind == "markdown":
        body += f"\n{fence.text}"
    else:
        for name in _FIELD.findall(fence.text):
            matter = re.sub(rf"^{name}: .*\n", "", matter, flags=re.MULTILINE)
        matter += fence.text
    file.write_text(f"---\n{matter}---\n{body}", "utf-8")


def run(command: str) -> tuple[int, str]:
    """Type a command of the guide on the day of its examples; return its code and its answer."""
    program, name, *arguments = shlex.split(command)
    assert program == "linli"
    day = [_DATED[name], TODAY] if name in _DATED else []
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = main([name, *arguments, *day, "--lang", "zh"])
    return code, printed.getvalue()
