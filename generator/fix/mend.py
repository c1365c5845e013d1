"""Round after round: what is found is mended, and mending may uncover the next mistake."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.fix.contents import Outcome, may_be_mended, mend_bytes
from generator.fix.storage import Backup, Folder
from generator.frozen import Frozen
from generator.problems import Problem

MOST_ROUNDS = 100
"""A file shows at least one mistake a round; nobody has that many in one."""


class MendedFile(Frozen):
    """What happened to a file in all rounds together."""

    path: str
    before: str
    after: str
    codes: tuple[str, ...]
    encoding: str = ""


@dataclass(slots=True)
class Mending:
    """What a run did: files mended, files left alone and why, and the problems that remain."""

    files: dict[str, MendedFile] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


def mend(folder: Folder, backup: Backup, find: Callable[[], Sequence[Problem]]) -> Mending:
    """Mend what is certain until nothing of that sort is found any more.

    `find` reads the site as it is now.
    """
    run = _Run(folder, backup)
    run.done.problems = find()
    for _ in range(MOST_ROUNDS):
        by_file = _by_file(run.done.problems)
        mended = [run.mend_file(path, problems) for path, problems in by_file.items()]
        if not any(mended):
            break
        run.done.problems = find()
    return run.done


def _by_file(problems: Iterable[Problem]) -> Mapping[str, list[Problem]]:
    """Return the problems that may be mended, by the file in which they are."""
    certain = sorted(filter(may_be_mended, problems), key=lambda problem: problem.sort_key)
    return {path: list(of) for path, of in groupby(certain, key=lambda p: p.place.path)}


@dataclass(slots=True)
class _Run:
    """The parts of one run. `seen` holds each file's texts of the run.

    A file is never brought back to a text that it had before, so that edits which undo one
    another come to an end.
    """

    folder: Folder
    backup: Backup
    done: Mending = field(default_factory=Mending)
    seen: dict[str, set[str]] = field(default_factory=dict)

    def mend_file(self, path: str, problems: Sequence[Problem]) -> bool:
        """Mend one file once; return whether it changed."""
        refusal = self.folder.refusal(path)
        if refusal:
            self.done.refused[path] = refusal
            return False
        data = self.folder.read(path)
        outcome = mend_bytes(data, problems)
        seen = self.seen.setdefault(path, set())
        if outcome is None or outcome.after in seen:
            return False
        seen |= {outcome.before, outcome.after}
        if path not in self.done.files:
            self.backup.keep(path, data)
        self._note(path, outcome)
        self.folder.replace(path, outcome.after.encode("utf-8"))
        return True

    def _note(self, path: str, outcome: Outcome) -> None:
        known = self.done.files.get(path)
        before, codes, encoding = outcome.before, outcome.codes, outcome.encoding
        if known is not None:
            before, encoding = known.before, known.encoding
            codes = tuple(dict.fromkeys((*known.codes, *codes)))
        self.done.files[path] = MendedFile(path, before, outcome.after, codes, encoding)
