"""What a build is asked for, and what it did. Light: an unchanged build imports little more."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.problems import Problem

_OF_ONE_BUILD = "cluster-"
"""How the codes of problems begin that say nothing of the site, only of how a build went."""

Progress = Callable[[int, int], None]
"""Told how many artifacts are done, of how many."""


def no_progress(done: int, total: int) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build is asked for."""

    site: Path
    output: Path
    today: date
    posters: bool = True
    strict: bool = False
    """Publish nothing unless the site has no error at all."""
    full: bool = False
    """Take nothing over that an earlier build made or remembered."""
    workers: int | None = None
    dask: str | None = None
    """The address of a Dask cluster that prints posters if they are many."""
    progress: Progress = no_progress


@dataclass(slots=True)
class BuildResult:
    """What a build did. With `published` false the output is as it was."""

    problems: list[Problem] = field(default_factory=list)
    published: bool = False
    pages: int = 0
    posters: int = 0
    files: int = 0
    """Everything that was published."""
    kept: int = 0
    """Files taken over from the last build."""
    to_print: list[str] = field(default_factory=list)
    """Paths of posters that are not printed yet, or changed since; if none ever was, those that
    are new or changed since the last build."""
    recorded: bool = False
    """Whether it is noted what hangs, so that `to_print` is what does not hang yet."""
    left_out: list[str] = field(default_factory=list)
    """Content files that are not published, for their errors."""
    standing: dict[str, date] = field(default_factory=dict)
    """Content files with errors whose last good version is published meanwhile, and since when."""
    next_change: date | None = None
    """The next day on which pages or posters say something else; None if none is in sight."""
    next_in: int = 0
    """So many days after that of the build it is."""
    next_news: list[tuple[str, str]] = field(default_factory=list)
    """What that is: a kind of `plan.changes.News` with a title."""
    in_chinese: bool = False
    """Whether the site speaks Chinese, as far as its broken files tell."""
    known: bool = False
    """Whether the site could be read at all, so that it has a language."""

    @property
    def again(self) -> "BuildResult":
        """What the next build will do if nothing changes: nothing."""
        due = self.to_print if self.recorded else []
        problems = [p for p in self.problems if not p.code.startswith(_OF_ONE_BUILD)]
        return replace(self, problems=problems, kept=self.files, to_print=due)
