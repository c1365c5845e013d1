"""The corpus of mistakes: wrong inputs as data, with all that is said of them in both languages.

`mistakes/` has single files that are not the YAML that was meant, `site-mistakes/` what is wrong
with files of a whole site. Both are Markdown, described at the head of each file.
"""

import re
import tempfile
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from generator.messages import describe
from generator.messages.examples import base_files
from generator.problems import Edit, Problem, Severity
from generator.read.files import FoundFile, read_text

FOLDER = Path(__file__).parent
TODAY = date(2026, 3, 2)
NOTHING = "none"
_BLOCK = re.compile(r"^```(?P<head>[^\n`]+)\n(?P<text>.*?)\n?^```$", re.MULTILINE | re.DOTALL)
_SIGN = re.compile(r"⟨U\+([0-9A-F]{4,5})⟩")
_BYTE = re.compile(rb"\\x([0-9a-f]{2})")


@dataclass(frozen=True)
class Block:
    """A fenced block: the words behind its fence, and its text."""

    head: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class MistakeCase:
    """A text of one file; `mended` is what the edits make of it, if there are any."""

    title: str
    form: str
    given: str
    expected: str
    mended: str | None


@dataclass(frozen=True)
class SiteCase:
    """Files that are added to a good site, or removed from it, and all that is then wrong.

    `mended` are the files that `check --fix` changes, as it leaves them.
    """

    title: str
    expected: str
    today: date = TODAY
    files: dict[str, bytes] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    mended: dict[str, str] = field(default_factory=dict)

    def write(self, site: Path) -> None:
        """Write the site into a folder that is not there yet."""
        contents = {path: text.encode() for path, text in base_files().items()} | self.files
        for path, data in contents.items():
            if path not in self.removed:
                location = site / "content" / path
                location.parent.mkdir(parents=True, exist_ok=True)
                location.write_bytes(data)


def split_cases(text: str) -> dict[str, list[Block]]:
    """Return the blocks of each `## Title` of a file."""
    cases = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        assert title not in cases, f"two cases named {title}"
        blocks = _BLOCK.finditer(rest)
        cases[title] = [Block(tuple(b["head"].split()), b["text"]) for b in blocks]
    assert cases
    return cases


def load_mistakes(folder: Path = FOLDER / "mistakes") -> list[MistakeCase]:
    """Return the cases of single files."""
    cases = []
    for path in sorted(folder.glob("*.md")):
        for title, blocks in split_cases(path.read_text(encoding="utf-8")).items():
            given = next(block for block in blocks if block.head[0] == "in")
            texts = {block.head[0]: block.text for block in blocks}
            mended = texts.get("mended")
            cases.append(
                MistakeCase(
                    title=title,
                    form=given.head[1],
                    given=reveal(given.text),
                    expected=texts.get("out", ""),
                    mended=None if mended is None else reveal(mended),
                )
            )
    return cases


def load_site_mistakes(folder: Path = FOLDER / "site-mistakes") -> list[SiteCase]:
    """Return the cases of whole sites."""
    cases = []
    for path in sorted(folder.glob("*.md")):
        for title, blocks in split_cases(path.read_text(encoding="utf-8")).items():
            cases.append(_to_site_case(title, blocks))
    return cases


def _to_site_case(title: str, blocks: Iterable[Block]) -> SiteCase:
    today, expected, removed = TODAY, "", []
    files: dict[str, bytes] = {}
    mended: dict[str, str] = {}
    for block in blocks:
        kind, *words = block.head
        if kind == "file":
            files[reveal(words[0])] = encode(block.text, *words[1:])
        elif kind == "without":
            removed += block.text.splitlines()
        elif kind == "mended":
            mended[words[0]] = reveal(f"{block.text}\n" if block.text else "")
        elif kind == "out":
            expected = block.text
            today = date.fromisoformat(words[0]) if words else TODAY
    return SiteCase(title, expected, today, files, tuple(removed), mended)


def encode(text: str, encoding: str = "utf-8") -> bytes:
    r"""Return the bytes of a file; those written as \xff are that byte, in any encoding.

    The encoding `base64` is for pictures.
    """
    if encoding == "base64":
        return b64decode(text)
    data = reveal(f"{text}\n" if text else "").encode(encoding)
    return _BYTE.sub(lambda match: bytes([int(match[1], 16)]), data)


def reveal(text: str) -> str:
    """Return a text with the characters that the file of cases only names."""
    return _SIGN.sub(lambda match: chr(int(match[1], 16)), text.replace("␍", "\r"))


def tell(problems: Iterable[Problem], *, paths: bool = False) -> str:
    """Return problems as cases have them: the place, the code, and the words in both languages."""
    lines = []
    for problem in problems:
        place = problem.place
        position = f"{place.line}:{place.column}:{place.width}" if place.column else f"{place.line}"
        if paths:
            position = f"{place.path}:{position}" if place.line else place.path
        severity = "" if problem.severity is Severity.ERROR else f" {problem.severity}"
        lines.append(f"{position} {problem.code}{severity}")
        for language in ("zh", "en"):
            text = describe(problem, language)
            lines.append(f"  {text.message} {text.remedy}")
    return "\n".join(lines) or NOTHING


def read_given(case: MistakeCase) -> str:
    """Return a case's text as it is read from a file."""
    with tempfile.TemporaryDirectory() as folder:
        location = Path(folder, "a")
        location.write_bytes(case.given.encode())
        return read_text(FoundFile(PurePosixPath("a"), location), "a")


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made, from the last to the first; each must lie in its line."""
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        line = lines[edit.line - 1]
        start, end = edit.column - 1, edit.column - 1 + edit.length
        assert 0 <= start <= end <= len(line), "an edit lies in its line"
        lines[edit.line - 1] = line[:start] + edit.text + line[end:]
    return "\n".join(lines)
