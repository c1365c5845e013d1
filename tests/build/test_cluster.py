"""Posters on a cluster: the same bytes as here, whatever dies; plain words for what is wrong."""

import dataclasses
import os
import pickle
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, NoReturn, cast

import dask
import pytest
from distributed import Client, LocalCluster
from distributed.comm.core import CommClosedError
from msgspec.structs import replace

from generator.build import cluster, rendering, site
from generator.build.cluster import Cluster
from generator.build.cluster_error import ClusterError
from generator.build.kits import pack_kit, pack_posters, unpack_kit, unpack_posters
from generator.build.options import BuildResult
from generator.build.printing import Kit, Rendered, make_kit, print_batch, print_here, spread
from generator.build.rendering import render_posters
from generator.build.versions import compare_versions
from generator.build.worker import Equipment
from generator.commands import main
from generator.plan import Artifact, Kind
from generator.plan.views import Location, Original
from generator.problems import Place, Problem, Severity
from generator.render.fonts import missing_requirements
from generator.render.theme import find_theme
from tests.build.test_build import contents
from tests.sites_for_tests import SMALL, TODAY, plan, small_board

MISSING = missing_requirements()
needs_posters = [
    pytest.mark.posters,
    pytest.mark.skipif(bool(MISSING), reason=f"this machine lacks {', '.join(MISSING)}"),
]
NOWHERE = "tcp://127.0.0.1:9"


def posters() -> list[Artifact]:
    """Three posters of the small site: two batches here, the second of them short."""
    planned = plan(small_board()).values()
    return [a for a in planned if a.kind is Kind.POSTER][:3]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return make_kit(find_theme("linli", SMALL), posters(), print_shop=False)


class Workers(Executor):
    """Workers in this process; of the batches that they are sent some may fail."""

    def __init__(self, folder: Path, failures: dict[int, BaseException]) -> None:
        self.folder = folder
        self.failures = failures
        self.batches = 0

    def submit(self, task: Callable[..., Any], /, *args: Any, **names: Any) -> Future[Any]:
        future = Future[Any]()
        failure = self.failures.get(self.batches)
        self.batches += 1
        if failure:
            future.set_exception(failure)
        else:
            try:
                future.set_result(task(*args, **names, folder=self.folder))
            except Exception as error:  # noqa: BLE001 - a future hands on whatever it is
                future.set_exception(error)
        return future


class FakeClient:
    """As much of Dask's client as a build needs; `change` says what workers get otherwise."""

    def __init__(self, executor: Workers, change: Callable[[Equipment], Equipment]) -> None:
        self.executor = executor
        self.change = change

    def run(self, task: Callable[[], Any], on_error: str) -> dict[str, Any]:
        return {"tcp://worker": task()}

    def submit(
        self, task: Callable[[Equipment], Equipment], it: Equipment, pure: bool
    ) -> Equipment:
        return self.change(task(it))

    def get_executor(self, pure: bool) -> Workers:
        return self.executor

    def scheduler_info(self) -> dict[str, Any]:
        return {"workers": {"tcp://worker": {}}}


Use = Callable[..., Cluster]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Use:
    """Returns a cluster in this process; `failures` are those of its batches, by number."""

    def make(
        failures: dict[int, BaseException] | None = None,
        change: Callable[[Equipment], Equipment] = lambda equipment: equipment,
    ) -> Cluster:
        client = FakeClient(Workers(tmp_path, failures or {}), change)
        monkeypatch.setattr(cluster, "_BATCH", 2)
        monkeypatch.setattr(Cluster, "_connect", lambda _: nullcontext(client))
        return Cluster(NOWHERE)

    return make


@pytest.fixture(scope="module")
def here(kit: Kit) -> list[Rendered]:
    return list(print_here(kit, posters(), 1))


class TestPosters:
    pytestmark = needs_posters

    def test_a_kit_and_posters_that_travelled_print_the_same(
        self, kit: Kit, here: list[Rendered], tmp_path: Path
    ) -> None:
        packed, parcel = pickle.loads(pickle.dumps((pack_kit(kit), pack_posters(posters()))))  # noqa: S301
        there = unpack_kit(packed, tmp_path / "kit")
        assert there.theme.folder.is_relative_to(tmp_path)
        assert all(path.is_relative_to(tmp_path) for path in there.faces.fonts)
        travelled = unpack_posters(parcel, tmp_path / "pictures")
        assert list(zip(posters(), print_batch(there, travelled), strict=True)) == here

    def test_any_executor_will_do(self, use: Use, kit: Kit, here: list[Rendered]) -> None:
        cluster = use()
        assert list(cluster.print(kit, posters(), 1)) == here
        assert cluster.problems == []

    @pytest.mark.parametrize("failure", [CommClosedError(), CancelledError()])
    def test_what_a_lost_cluster_did_not_make_is_made_here(
        self, use: Use, kit: Kit, here: list[Rendered], failure: BaseException
    ) -> None:
        cluster = use({1: failure})
        assert list(cluster.print(kit, posters(), 1)) == here
        lost, rest = cluster.problems
        assert (lost.code, rest.code) == ("cluster-lost", "cluster-rest-here")
        assert (lost.severity, rest.severity) == (Severity.WARNING, Severity.WARNING)
        assert rest.facts["count"] == 1

    def test_a_cluster_lost_at_once_is_an_error(self, use: Use, kit: Kit) -> None:
        assert refusal(use({0: CommClosedError()}), kit).code == "cluster-lost"

    def test_few_posters_need_no_cluster(self, here: list[Rendered]) -> None:
        theme = find_theme("linli", SMALL)
        printed = list(render_posters(posters(), theme, 1, cluster=Cluster(NOWHERE)))
        assert printed == here

    def test_a_worker_of_other_versions_is_refused(self, use: Use, kit: Kit) -> None:
        def change(equipment: Equipment) -> Equipment:
            return dataclasses.replace(equipment, versions={**equipment.versions, "Pango": "1.0.0"})

        error = refusal(use(change=change), kit)
        assert error.code == "cluster-differs"
        assert str(error.facts["differences"]).startswith("Pango 1.0.0 ≠ ")

    def test_a_worker_whose_bytes_are_others_is_refused(self, use: Use, kit: Kit) -> None:
        error = refusal(use(change=lambda e: dataclasses.replace(e, expected=[])), kit)
        assert error.code == "cluster-proof-differs"

    def test_a_worker_dies_in_the_middle(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Real workers: one is killed while it prints; its batch is printed again."""
        monkeypatch.setattr(rendering, "WORTH_A_CLUSTER", 4)
        monkeypatch.setattr(cluster, "_BATCH", 3)
        left_out = shutil.ignore_patterns("issues", "reviews", "通知", "notices")
        folder = shutil.copytree(SMALL, tmp_path / "site", ignore=left_out)
        arguments = ["build", "--site", str(folder), "--today", TODAY.isoformat()]
        assert main([*arguments, "--output", str(tmp_path / "here"), "--workers", "1"]) == 0
        with two_workers(tmp_path) as (address, client), one_is_killed(client) as killed:
            there = ["--output", str(tmp_path / "there"), "--dask", address]
            assert main([*arguments, *there]) == 0
        assert killed
        assert contents(tmp_path / "there") == contents(tmp_path / "here")
        assert len(list((tmp_path / "there").rglob("*.pdf"))) > 6


def refusal(cluster: Cluster, kit: Kit) -> ClusterError:
    with pytest.raises(ClusterError) as caught:
        list(cluster.print(kit, posters(), 1))
    assert cluster.problems == []
    return caught.value


@contextmanager
def two_workers(folder: Path) -> Iterator[tuple[str, Client]]:
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0"}
    with (
        dask.config.set({"distributed.worker.profile.enabled": False}),
        LocalCluster(**options, local_directory=str(folder / "workers")) as local,
        Client(local) as client,
    ):
        yield local.scheduler_address, client


@contextmanager
def one_is_killed(client: Client) -> Iterator[list[str]]:
    """Kill the first worker that is seen to print; give its address once it was."""
    pids, killed, over = client.run(os.getpid), list[str](), threading.Event()

    def watch() -> None:
        while not killed and not over.wait(0.02):
            for address, tasks in client.processing().items():
                if not killed and any("print_parcel" in str(task) for task in tasks):
                    killed.append(address)
                    os.kill(pids[address], signal.SIGKILL)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield killed
    finally:
        over.set()
        watcher.join()


def test_pictures_travel_with_their_posters(tmp_path: Path) -> None:
    location = tmp_path / "here.png"
    location.write_bytes(b"pixels")
    picture = Original(location=Location(location), digest="d1", orientation=6, drawing=False)
    poster = Artifact(path="p.pdf", kind=Kind.POSTER, view=cast("Any", (picture,)), key="k")
    parcel = pack_posters([poster])
    location.unlink()
    (travelled,) = unpack_posters(parcel, tmp_path / "there")
    assert travelled == replace(poster, view=cast("Any", travelled.view))
    (there,) = cast("tuple[Original]", travelled.view)
    assert there == replace(picture, location=Location(tmp_path / "there" / "d1"))
    assert Path(there.location).read_bytes() == b"pixels"


def test_batches_come_in_order_and_never_pile_up() -> None:
    sent: list[int] = []

    def send(number: int) -> Future[int]:
        future = Future[int]()
        future.set_result(number)
        sent.append(number)
        return future

    seen = []
    for future in spread(send, range(20), ahead=3):
        seen.append(future.result())
        assert len(sent) - len(seen) < 3
    assert seen == list(range(20))


def test_what_nobody_waits_for_is_cancelled() -> None:
    futures = [Future[int]() for _ in range(5)]
    coming = spread(futures.__getitem__, range(5), ahead=3)
    next(coming)
    coming.close()
    assert [future.cancelled() for future in futures] == [False, True, True, False, False]


def test_versions_are_compared_by_name() -> None:
    here, there = {"Linli": "1", "Pango": "2"}, {"Linli": "1", "Pango": "3", "zlib": "4"}
    assert compare_versions(here, there) == ["Pango 2 ≠ 3", "zlib – ≠ 4"]


@pytest.mark.parametrize("address", [NOWHERE, "nonsense", "foo://x"])
def test_a_cluster_that_is_not_there(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_REACHABLE_WITHIN", 0.5)
    with pytest.raises(ClusterError) as caught, Cluster(address)._connect():
        pass
    assert (caught.value.code, caught.value.facts) == ("cluster-unreachable", {"address": address})


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError) as caught, Cluster(NOWHERE)._connect():
        pass
    assert caught.value.code == "cluster-extra-missing"


def test_what_a_cluster_lacks_stops_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise ClusterError("cluster-empty", address=NOWHERE)

    monkeypatch.setattr(site, "render_posters", fail)
    arguments = ["--site", str(SMALL), "--output", str(tmp_path / "out"), "--lang", "zh"]
    assert main(["build", "--today", TODAY.isoformat(), *arguments, "--dask", NOWHERE]) == 1
    assert "没有干活的电脑" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_happened_to_a_cluster_is_said_once() -> None:
    lost, other = (Problem(place=Place(path=""), code=c) for c in ("cluster-lost", "time-past"))
    assert BuildResult([lost, other]).again.problems == [other]
