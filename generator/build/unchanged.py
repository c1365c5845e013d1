"""Whether anything has changed since the last build, found out with the standard library alone.

Beside the output lies a note: a digest of the names, sizes and times of every file that a build
reads or runs, with its options; which inventory of the output goes with it; and what the build
said. If all of that is the same today, the build would do nothing and say the same again, so it
need not begin. For most sites this takes a tenth of a second, most of it Python's own start.

Sizes and times do not tell of a file that changed within the time that file systems count in. So a
note is only good for inputs that were older than that when the build began, as in git's index.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.build.options import BuildOptions, BuildResult
from generator.build.personal_names import find_personal
from generator.build.problem_notes import dump_problem, load_problem
from generator.libraries import list_libraries
from generator.listing import RACY, line_of, list_files, state_of, still_holds
from generator.model.folders import is_leftover
from generator.write.inventory import find_digest, load_inventory
from generator.write.workshop import find_workshop, write_note

_NAME = "unchanged.json"
_BY_CHANCE = frozenset({
    *("posters-impossible", "poster-too-slow", "poster-too-large", "poster-broke-off"),
})  # fmt: skip
"""What another day or another machine may do better, so that the next build tries again."""
_PACKAGE = Path(__file__).resolve().parents[1]
_PRINTED = ".linli/printed.json"
_RACED = "?"
"""Stands behind a time that a later change could have as well."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build depends on but the day, as far as sizes and times tell."""

    digest: str
    newest: int
    """When the last of the files was changed, in nanoseconds since 1970."""
    content: tuple[str, ...]
    """A line for each file of the content (`listing.list_files`)."""
    rest: str
    """A digest of all but the content."""
    rest_newest: int


@dataclass(frozen=True, slots=True)
class Start:
    """When a build began, in nanoseconds since 1970, and what it saw before anything was read."""

    moment: int
    inputs: Inputs

    @property
    def program(self) -> str:
        """A digest of all inputs but the content; empty if one is so new that it cannot be told."""
        return self.inputs.rest if self.inputs.rest_newest < self.moment - RACY else ""


@dataclass(frozen=True, slots=True)
class Note:
    """What the last build left: its inputs and day, what it wrote and what it said."""

    inputs: str
    """Empty where it cannot be told whether they are the same."""
    time_zone: str
    outputs: str
    """The digest of the inventory of the output; empty where there is none."""
    today: date
    result: BuildResult
    content: str = ""
    """The lines of the content, with another time where it cannot be told by that."""
    rest: str = ""
    """A digest of all inputs but the content; empty where it cannot be told."""


def scan_inputs(options: BuildOptions) -> Inputs:
    """Look at everything that a build reads. Raises OSError."""
    site = options.site.resolve()
    content = site / "content" if (site / "content").is_dir() else site
    folders = [site / "themes", _PACKAGE, _PACKAGE.parent / "themes"]
    folders += _find_fonts() if options.posters else ()
    rest = [f"{options.posters} {options.strict} {site} {sys.version}", *list_libraries()]
    for folder in folders:
        rest += (str(folder), *list_files(folder, _is_bytecode))
    with suppress(FileNotFoundError):
        rest.append(line_of(_PRINTED, state_of((site / _PRINTED).stat())))
    files = list_files(content, is_leftover)
    lines = (*rest, str(content), *files)
    return Inputs(_digest(lines), _newest(lines), tuple(files), _digest(rest), _newest(rest))


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode(errors="surrogateescape")).hexdigest()


def _newest(lines: Iterable[str]) -> int:
    return max((_time_of(line) for line in lines if "\t" in line), default=0)


def _path_of(line: str) -> str:
    return line.rsplit("\t", 2)[0]


def _time_of(line: str) -> int:
    return int(line.rpartition("\t")[2])


def load_note(output: Path) -> Note | None:
    """Return the note beside an output; None if there is none, or it is damaged."""
    try:
        digest, text = (find_workshop(output) / _NAME).read_bytes().split(b"\n", 1)
        if hashlib.sha256(text).hexdigest().encode() != digest:
            return None
        data: dict[str, Any] = json.loads(text)
        said = data.pop("result")
        result = BuildResult(
            **said
            | {
                "problems": [load_problem(each) for each in said["problems"]],
                "standing": {k: date.fromisoformat(v) for k, v in said["standing"].items()},
                "next_change": (day := said["next_change"]) and date.fromisoformat(day),
                "next_news": [(kind, title) for kind, title in said["next_news"]],
            }
        )
        return Note(**data | {"today": date.fromisoformat(data["today"]), "result": result})
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def dump_note(note: Note) -> bytes:
    """Return a note as the bytes of its file."""
    result = note.result
    said = {each.name: getattr(result, each.name) for each in fields(result)}
    said["problems"] = [dump_problem(problem) for problem in result.problems]
    said["standing"] = {path: day.isoformat() for path, day in result.standing.items()}
    said["next_change"] = result.next_change and result.next_change.isoformat()
    data = {
        "inputs": note.inputs,
        "time_zone": note.time_zone,
        "outputs": note.outputs,
        "today": note.today.isoformat(),
        "result": said,
        "content": note.content,
        "rest": note.rest,
    }
    text = json.dumps(data, ensure_ascii=False).encode(errors="surrogatepass")
    return hashlib.sha256(text).hexdigest().encode() + b"\n" + text


def is_unchanged(note: Note, inputs: Inputs, options: BuildOptions) -> bool:
    """Whether a build with these inputs would write what is there already."""
    same = note.inputs == inputs.digest and note.today == options.today
    return same and is_intact(note, options.output)


def is_intact(note: Note, output: Path) -> bool:
    """Whether an output is as the build left it that left this note."""
    inventory = load_inventory(output)
    return (
        inventory is not None
        and inventory.digest == note.outputs
        and still_holds(output, inventory.listing)
    )


def find_edited(note: Note, inputs: Inputs) -> list[str] | None:
    """Return the content files that were edited since a build, by their paths in the content.

    None if anything else has changed besides, or it cannot be told.
    """
    if not note.rest or note.rest != inputs.rest:
        return None
    known, found = set(note.content.split("\n")), set(inputs.content)
    before, after = set(map(_path_of, known - found)), set(map(_path_of, found - known))
    return sorted(after) if before == after else None


def leave_note(result: BuildResult, options: BuildOptions, start: Start, time_zone: str) -> str:
    """Leave a note of a build beside its output; return the digest of the output's inventory.

    Raises OSError.

    Posters that are wanted and could not be made may be possible the next time, on a machine that
    has what they need.
    """
    inputs, settled = start.inputs, start.moment - RACY
    lacks_posters = options.posters and any(p.code in _BY_CHANCE for p in result.problems)
    note = Note(
        inputs=inputs.digest if inputs.newest < settled and not lacks_posters else "",
        time_zone=time_zone,
        outputs=find_digest(options.output),
        today=options.today,
        result=_mask_paths(result.again),
        content="\n".join(_list_known(inputs.content, settled)),
        rest="" if lacks_posters else start.program,
    )
    write_note(options.output, _NAME, dump_note(note))
    return note.outputs


def _list_known(lines: Iterable[str], settled: int) -> Iterator[str]:
    """Yield the lines that a later build is to find again."""
    paths = {line: _path_of(line) for line in lines}
    secret = find_personal(paths.values())
    for line, path in paths.items():
        if path not in secret:
            yield line if _time_of(line) < settled else f"{line}{_RACED}"


def _mask_paths(result: BuildResult) -> BuildResult:
    """Return what is said again, where no file's name tells anything personal."""
    from generator.privacy import mask_text  # noqa: PLC0415 - a build that does nothing needs none

    problems = [
        replace(problem, place=replace(problem.place, path=mask_text(problem.place.path)))
        for problem in result.problems
    ]
    standing = {mask_text(path): day for path, day in result.standing.items()}
    left_out = [mask_text(path) for path in result.left_out]
    return replace(result, problems=problems, standing=standing, left_out=left_out)


def _find_fonts() -> tuple[Path, ...]:
    from generator.render.font_search import font_folders  # noqa: PLC0415 - for posters alone

    return font_folders()


def _is_bytecode(name: str) -> bool:
    return name == "__pycache__"
