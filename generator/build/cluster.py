"""Posters on the machines of a Dask cluster; their results are written by this process alone.

A build that cannot begin on the cluster it was told to use stops with an error. One that loses it
in the middle goes on here with what is missing, and says so: the bytes are the same either way.
"""

import logging
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from generator.build.cluster_error import ClusterError
from generator.build.kits import Parcel, pack_kit, pack_posters
from generator.build.printing import (
    Kit,
    Outcome,
    Rendered,
    cut_batches,
    print_batch,
    print_here,
    spread,
)
from generator.build.versions import compare_versions, list_versions
from generator.build.worker import Equipment, WorkerDiffersError, hand_out, print_parcel
from generator.frozen import Frozen
from generator.plan.artifact import Artifact
from generator.problems import Fact, Place, Problem, Severity

if TYPE_CHECKING:
    from distributed import Client

_BATCH = 10
"""Posters: seconds of work, beside which the milliseconds of sending them are nothing."""
_AHEAD = 256
"""Batches under way: work for a hundred workers and more, and at most some 150 MB of results."""
_REACHABLE_WITHIN = 10
"""Seconds for an answer of the scheduler, and as many for the first of its workers."""
_PATIENCE = 30
"""Seconds without a result after which it is asked whether there are workers at all."""
_LOGGERS = ("distributed", "distributed.client", "tornado.application")
"""Dask's, which would print tracebacks; what they are about becomes a problem."""


class Cluster(Frozen):
    """A cluster at an address such as `tcp://10.0.0.5:8786`, which is not spoken to yet."""

    address: str
    problems: list[Problem] = msgspec.field(default_factory=list)
    """What went wrong and was got over."""

    def print(self, kit: Kit, posters: list[Artifact], workers: int | None) -> Iterator[Rendered]:
        """Yield posters, in their order, with what came of them.

        If the cluster is lost, the rest are printed here in so many processes. Raises
        `ClusterError` if nothing could be printed there.
        """
        made = 0
        try:
            for outcome in self._print_there(kit, posters):
                yield posters[made], outcome
                made += 1
        except ClusterError as error:
            if not made:
                raise
            rest = posters[made:]
            self._warn(error.code, error.facts)
            self._warn("cluster-rest-here", {"address": self.address, "count": len(rest)})
            yield from print_here(kit, rest, workers)

    def _print_there(self, kit: Kit, posters: list[Artifact]) -> Iterator[Outcome]:
        with self._connect() as client:
            self._compare_versions(client)
            equipment = client.submit(hand_out, _make_equipment(kit, posters), pure=False)
            executor = client.get_executor(pure=False)

            def send(parcel: Parcel) -> Future[list[Outcome]]:
                sent: Future[list[Outcome]] = executor.submit(print_parcel, equipment, parcel)
                return sent

            parcels = map(pack_posters, cut_batches(posters, _BATCH))
            for future in spread(send, parcels, _AHEAD):
                yield from self._wait(client, future)

    @contextmanager
    def _connect(self) -> Iterator["Client"]:
        try:
            from distributed import Client  # noqa: PLC0415 - an extra that few have
        except ImportError:
            raise ClusterError("cluster-extra-missing") from None
        with _silence():
            try:
                client = Client(self.address, timeout=_REACHABLE_WITHIN, set_as_default=False)
            except Exception:  # noqa: BLE001 - whatever is at that address may answer anything
                raise self._error("cluster-unreachable") from None
            with client:
                try:
                    client.wait_for_workers(1, timeout=_REACHABLE_WITHIN)
                except TimeoutError:
                    raise self._error("cluster-empty") from None
                yield client

    def _compare_versions(self, client: "Client") -> None:
        here = list_versions()
        try:
            everywhere = client.run(list_versions, on_error="return")
        except OSError:
            raise self._error("cluster-lost") from None
        for worker, there in everywhere.items():
            if isinstance(there, BaseException):
                raise self._error("cluster-worker-unfit", worker=worker, reason=str(there))
            self._refuse(compare_versions(here, there), worker)

    def _refuse(self, differences: list[str], worker: str) -> None:
        if differences:
            facts = {"worker": worker, "differences": "\n".join(differences)}
            raise self._error("cluster-differs", **facts)

    def _wait(self, client: "Client", future: Future[list[Outcome]]) -> list[Outcome]:
        """Return the result of a batch, for which the last worker may not have died."""
        from distributed import KilledWorker  # noqa: PLC0415

        try:
            while not wait([future], timeout=_PATIENCE).done:
                if not client.scheduler_info()["workers"]:
                    raise self._error("cluster-lost")
            return future.result()
        except WorkerDiffersError as error:
            self._refuse(error.differences, error.machine)
            raise self._error("cluster-proof-differs", worker=error.machine) from None
        except (OSError, CancelledError, KilledWorker):
            raise self._error("cluster-lost") from None

    def _error(self, code: str, **facts: Fact) -> ClusterError:
        return ClusterError(code, address=self.address, **facts)

    def _warn(self, code: str, facts: dict[str, Fact]) -> None:
        warning = Severity.WARNING
        problem = Problem(place=Place(path=""), code=code, severity=warning, facts=facts)
        self.problems.append(problem)


def _make_equipment(kit: Kit, posters: list[Artifact]) -> Equipment:
    """Return what a worker gets once; the first poster is printed here for it."""
    proof = posters[:1]
    expected = print_batch(kit, proof)
    return Equipment(pack_kit(kit), list_versions(), pack_posters(proof), expected)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what Dask says of a cluster from the console."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
