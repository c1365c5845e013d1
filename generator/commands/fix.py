"""`linli check --fix`: what is certain is mended, shown as a diff, and the originals are kept."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import unified_diff
from pathlib import Path

from generator.build import check_site, read_site
from generator.commands.terminal import today_in
from generator.fix import Backup, Folder, MendedFile, Mending, mend
from generator.fix.edits import split_lines
from generator.messages import say
from generator.privacy import mask_text
from generator.problems import Fact, Problem
from generator.read import Reading, find_content


@dataclass(slots=True)
class FixedSite:
    """A site after mending: what was done, where the originals are, and the site read again."""

    mending: Mending
    backup: Path
    reading: Reading

    @property
    def problems(self) -> Sequence[Problem]:
        """What remains for a person."""
        return self.mending.problems

    @property
    def changed(self) -> bool:
        """Whether any file is another than before."""
        return bool(self.mending.files)


def fix_site(options: argparse.Namespace) -> FixedSite:
    """Mend the site that the options name."""
    site: Path = options.site
    backup = Backup.of_run(site, f"{datetime.now(UTC).astimezone():%Y-%m-%dT%H-%M-%S}")
    reading = read_site(site)
    today: date = options.today or today_in(reading)

    def find() -> list[Problem]:
        nonlocal reading
        reading = read_site(site)
        return check_site(reading, today)

    mending = mend(open_folder(site), backup, find)
    return FixedSite(mending, backup.folder, reading)


def open_folder(site: Path) -> Folder:
    """Return the folder in which files of a site may be mended."""
    return Folder(site, find_content(site))


def fixes_to_json(fixed: FixedSite, language: str) -> dict[str, object]:
    """Return what was done as the first fields of `--format json`."""
    mending = fixed.mending
    return {
        "fixed": [
            {"path": file.path, "diff": make_diff(file), "codes": list(file.codes)}
            for file in mending.files.values()
        ],
        "refused": [
            {"path": path, "code": code, "message": say(code, language, {"path": path}).message}
            for path, code in mending.refused.items()
        ],
        "backup": str(fixed.backup) if mending.files else None,
    }


def fixes_to_text(fixed: FixedSite, language: str) -> str:
    """Return what was done: a diff of each file, and where the originals are."""
    mending = fixed.mending
    blocks = [_describe(file, language) for file in mending.files.values()]
    blocks += [
        " ".join(say(code, language, {"path": path})) for path, code in mending.refused.items()
    ]
    if mending.files:
        facts: dict[str, Fact] = {"count": len(mending.files), "path": str(fixed.backup)}
        blocks.append(say("summary-fixed", language, facts).message)
    else:
        blocks.append(say("summary-nothing-fixed", language).message)
    return "\n\n".join(blocks)


def _describe(file: MendedFile, language: str) -> str:
    """Return a file's diff, and in words what no diff shows."""
    lines = []
    facts: dict[str, Fact] = {"path": file.path, "encoding": file.encoding}
    if file.encoding:
        lines.append(say("summary-converted", language, facts).message)
    diff = make_diff(file)
    if diff:
        lines.append(diff)
    elif not file.encoding:
        lines.append(say("summary-line-ends", language, facts).message)
    return "\n".join(lines)


def make_diff(file: MendedFile) -> str:
    """Return the change of a file's lines as a unified diff; empty if only bytes changed.

    What is personal is masked on both sides: a diff is for a screen or a log.
    """
    lines = unified_diff(
        _lines(file.before),
        _lines(file.after),
        f"a/{file.path}",
        f"b/{file.path}",
        lineterm="",
    )
    return "\n".join(map(mask_text, map(_printable, lines)))


def _lines(text: str) -> list[str]:
    lines = split_lines(text.removeprefix("\ufeff"))
    return lines if lines[-1] else lines[:-1]


def _printable(line: str) -> str:
    """Return a line without what would move the cursor, tabs apart."""
    return "".join(c if c.isprintable() or c in "\t\u3000" else "�" for c in line)
