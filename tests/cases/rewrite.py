"""`python -m tests.cases.rewrite`: write what is said of each case now into the corpus of mistakes.

For new cases, of which only the input is written by hand, and after a message was reworded. What
comes out is not right because it came out: read the difference before you keep it.
"""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.build import check_site, read_site
from generator.fix import Backup, Folder, mend
from generator.problems import Problem
from generator.read.fields import read_fields
from tests.cases.mistakes import (
    FOLDER,
    TODAY,
    Block,
    SiteCase,
    apply_edits,
    load_mistakes,
    load_site_mistakes,
    read_given,
    split_cases,
    tell,
)

Case = tuple[str, str, Mapping[str, str]]
"""The head of the block `out`, its text, and the blocks of mended files: head → text."""


def mend_site(case: SiteCase, site: Path) -> dict[str, str]:
    """Run `check --fix` on a case's site and return the files that it changed."""

    def find() -> list[Problem]:
        return check_site(read_site(site), case.today)

    done = mend(Folder(site, site / "content"), Backup.of_run(site, "t"), find)
    return {
        path.removeprefix("content/"): (site / path).read_bytes().decode() for path in done.files
    }


def say_mistakes() -> dict[str, Case]:
    """Return what is said of each single file."""
    said: dict[str, Case] = {}
    for case in load_mistakes():
        text = read_given(case)
        problems = read_fields(text, "a", has_fences=case.form == "md").problems
        edits = {edit for problem in problems for edit in problem.edits}
        mended = {"mended": apply_edits(text, edits)} if edits else {}
        said[case.title] = ("out", tell(problems), mended)
    return said


def say_site_mistakes() -> dict[str, Case]:
    """Return what is said of each whole site."""
    said: dict[str, Case] = {}
    for case in load_site_mistakes():
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            case.write(site)
            told = tell(check_site(read_site(site), case.today), paths=True)
            files = {
                f"mended {path}": text.removesuffix("\n")
                for path, text in mend_site(case, site).items()
            }
        head = "out" if case.today == TODAY else f"out {case.today}"
        said[case.title] = (head, told, files)
    return said


def write_cases(folder: Path, say: Callable[[], dict[str, Case]]) -> None:
    """Rewrite the expected blocks of all files of cases in a folder."""
    said = say()
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        parts = [text.partition("\n## ")[0].rstrip()]
        for title, blocks in split_cases(text).items():
            head, told, mended = said[title]
            kept = [block for block in blocks if block.head[0] not in ("out", "mended")]
            made = [Block((head,), told), *(Block((key,), hide(mended[key])) for key in mended)]
            written = [f"```{' '.join(b.head)}\n{b.text}\n```" for b in [*kept, *made]]
            parts.append("\n\n".join([f"## {title}", *written]))
        path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def hide(text: str) -> str:
    """Return a mended text as a case can have it; characters that nobody sees get their name."""
    shown = (c if c.isprintable() or c in "\n\t\u3000\u00a0" else f"⟨U+{ord(c):04X}⟩" for c in text)
    return "".join(shown).replace("⟨U+000D⟩", "␍")


if __name__ == "__main__":
    write_cases(FOLDER / "mistakes", say_mistakes)
    write_cases(FOLDER / "site-mistakes", say_site_mistakes)
