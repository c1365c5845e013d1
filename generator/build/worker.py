"""What a worker of a cluster does: get ready once, then print parcels of posters.

Nothing is kept between parcels but the unpacked kit and its press, so a parcel can be printed
again anywhere, any number of times.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from platform import node
from threading import Lock

from generator.build.kits import PackedKit, Parcel, unpack_kit, unpack_posters
from generator.build.printing import Kit, Outcome, print_batch
from generator.build.versions import compare_versions, list_versions

_ONE_AT_A_TIME = Lock()
"""WeasyPrint's libraries are not made for threads, and workers may have several."""


class WorkerDiffersError(Exception):
    """The worker on `machine` would print other bytes.

    `differences` are those of versions; none if a poster on trial came out otherwise for all that.
    """

    def __init__(self, machine: str, differences: list[str]) -> None:
        super().__init__(machine, differences)
        self.machine = machine
        self.differences = differences


@dataclass(frozen=True, slots=True)
class Equipment:
    """What every worker gets once: the kit, and what shows that it prints the same bytes."""

    kit: PackedKit
    versions: Mapping[str, str] = field(compare=False)
    proof: Parcel = field(compare=False, repr=False)
    """A poster, and what came of it where the build runs."""
    expected: list[Outcome] = field(compare=False, repr=False)


def hand_out(equipment: Equipment) -> Equipment:
    """Return the equipment: as the result of a task Dask brings it to each worker that needs it."""
    return equipment


def print_parcel(equipment: Equipment, parcel: Parcel, folder: Path | None = None) -> list[Outcome]:
    """Return what comes of each poster of a parcel.

    Files go into `folder`, by default the one that Dask gave this worker and clears after it.
    Raises `WorkerDiffersError`, and OSError if the folder cannot be written.
    """
    with _ONE_AT_A_TIME:
        place = folder or _own_folder()
        kit = _get_ready(equipment, place)
        return print_batch(kit, unpack_posters(parcel, place / "pictures"))


@lru_cache(maxsize=2)
def _get_ready(equipment: Equipment, place: Path) -> Kit:
    """Return the unpacked kit, if this worker prints a poster as the build's machine did."""
    differences = compare_versions(equipment.versions, list_versions())
    if differences:
        raise WorkerDiffersError(node(), differences)
    kit = unpack_kit(equipment.kit, place / f"linli-{equipment.kit.digest[:16]}")
    if print_batch(kit, unpack_posters(equipment.proof, place / "pictures")) != equipment.expected:
        raise WorkerDiffersError(node(), [])
    return kit


def _own_folder() -> Path:
    from distributed import get_worker  # noqa: PLC0415 - nobody but a worker has it

    return Path(get_worker().local_directory)
