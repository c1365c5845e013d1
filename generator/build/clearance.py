"""Whether an output may be published: not if its build found what may not be public."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from generator.build.checking import check_site, read_site
from generator.build.unchanged import load_note
from generator.listing import state_of
from generator.problems import Problem
from generator.write.inventory import load_inventory
from generator.write.manifest import MARK


def find_privacy_errors(site: Path, output: Path, today: date) -> list[Problem]:
    """Return the errors of privacy that the build of `output` found.

    The note beside an output tells; without one that is of this output, as where the output was
    copied from another machine, the content is checked again, for the day `today`.
    """
    return [problem for problem in _find_problems(site, output, today) if problem.is_of_privacy]


def _find_problems(site: Path, output: Path, today: date) -> list[Problem]:
    note, inventory = load_note(output), load_inventory(output)
    with suppress(OSError):
        if (
            note and inventory and note.outputs == inventory.digest
        ) and inventory.listing.files.get(MARK) == state_of((output / MARK).stat()):
            return note.result.problems
    return check_site(read_site(site), today)
