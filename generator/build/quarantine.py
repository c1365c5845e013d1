"""What is published of a site that has errors: everything else, and what was good before.

An item with an error is replaced by its last good version if there is one and the error lets it
stand (`Problem.leaves_last_good`), else it is left out. The mixture is read and checked like any
site. Where an old version cannot live with the rest (the new file beside it has its address, its
compound is gone) it gives way, so that nothing ever fails that would not fail without it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from generator.build.checking import check_site, sound_board
from generator.build.last_good import Sources, Version, open_last_good
from generator.frozen import Frozen
from generator.model.board import Board
from generator.problems import Fault, Problem, Severity
from generator.read import Memory, Reading, read_board


class Sound(Frozen):
    """What can be published."""

    board: Board
    left_out: list[str]
    """Files that are not published."""
    standing: dict[str, date]
    """Files whose last good version is published meanwhile, and since when."""
    digests: Mapping[str, str]
    """Of the sources that were read, by path."""

    def good_sources(self) -> dict[str, Sources]:
        """Return the sources of each published item that has no error, by the item's own file."""
        streets = (review.street.source for review in self.board.reviews)
        found = (*(item.source for item in self.board.items), *streets)
        sources = {source.path: source.paths for source in found}
        sources |= {item.path: frozenset({item.path}) for item in self.board.filed}
        return {
            path: {name: self.digests[name] for name in names}
            for path, names in sources.items()
            if path not in self.standing and names <= self.digests.keys()
        }


def find_sound(
    reading: Reading,
    problems: list[Problem],
    place: tuple[Path, Path],
    today: date,
    memory: Memory | None = None,
) -> Sound | None:
    """Return what can be published of a site that has these problems; None if nothing can.

    `place` is the site's folder and that of its output, beside which the last good versions lie.
    """
    sound = sound_board(reading, problems)
    if sound is None:
        return None
    board, left_out = sound
    site, output = place
    versions = _find_versions(reading, problems, left_out, output) if left_out else {}
    filed = {item.path: item for item in board.filed}
    while versions:
        instead = {path: dict(version.files) for path, version in versions.items()}
        mixture = read_board(site, memory, instead, filed)
        found = check_site(mixture, today)
        misfits = _find_misfits(mixture, found, problems, versions)
        if not misfits:
            mixed = sound_board(mixture, found)
            board = mixed[0] if mixed else board
            break
        versions = {path: v for path, v in versions.items() if path not in misfits}
    standing = {path: version.day for path, version in versions.items()}
    missing = [path for path in left_out if path not in standing]
    return Sound(board, missing, standing, reading.digests)


def _find_versions(
    reading: Reading, problems: Iterable[Problem], left_out: Iterable[str], output: Path
) -> dict[str, Version]:
    """Return the last good versions of the files with errors, as far as they may stand.

    That a version is what the file says now means that the error is not of the file's making: the
    day has come, or the committee's file has changed.
    """
    fatal = {problem.place.path for problem in problems if not problem.leaves_last_good}
    with open_last_good(output) as store:
        found = {path: store.find(path) for path in left_out if path not in fatal}
    return {
        path: version
        for path, version in found.items()
        if version and fatal.isdisjoint(version.files) and not _is_same(version, reading)
    }


def _is_same(version: Version, reading: Reading) -> bool:
    return all(reading.digests.get(name) == digest for name, digest in version.digests.items())


def _find_misfits(
    mixture: Reading,
    found: Iterable[Problem],
    before: Iterable[Problem],
    versions: Mapping[str, Version],
) -> set[str]:
    """Return the versions without which the mixture has no error that the site does not have."""
    faulty = {p.place.path for p in before if p.severity is Severity.ERROR}
    items = {
        path
        for item in (mixture.board.items if mixture.board else ())
        for path in item.source.paths
    }
    misfits = set[str]()
    for problem in found:
        path = problem.place.path
        fresh = path in versions or (path not in faulty and path in items)
        if problem.severity is Severity.ERROR and (fresh or problem.fault is Fault.SITE):
            named = {str(fact).partition(":")[0] for fact in problem.facts.values()} | {path}
            misfits |= named & versions.keys() or versions.keys()
    return misfits
