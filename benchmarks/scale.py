"""The same posters by one process, by two, and by Dask clusters of two workers on this machine.

    python -m benchmarks.scale [--count 200] [--rounds 3]

The posters are those of the project's own content, all different, in an order by chance that is the
same each time. The ways take turns (A B C A B C …), each time in a fresh process, and ratios (to
one process) are taken within a round, so that a busy machine blurs all alike. CPU is that of all
processes together; *more* is what each poster beyond the first twenty took, without any start. The
cluster is up before the clock starts, as an existing one is: once its workers run without Dask's
profiler, as docs/scale.md recommends, once as Dask starts them. Peak memory is that of a worker
together with the process in which it prints (Linux).
Needs the extra: pip install 'linli[dask]'.
"""

import argparse
import json
import os
import pickle
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.build.cluster import Cluster
from generator.build.kits import pack_kit, pack_posters
from generator.build.printing import Kit, cut_batches, make_kit, print_batch, print_here
from generator.plan import Artifact, Kind, Stamps, plan_site
from generator.read import read_board
from generator.render.theme import find_theme

ROOT = Path(__file__).parents[1]
NAMES = ("one process", "two processes", "two Dask workers", "two profiled Dask workers")
DAY = date(2026, 3, 2)
FEW = 20
"""So many posters to begin with; what they take is mostly what every start takes."""


def find_posters(count: int) -> tuple[Kit, list[Artifact]]:
    """Return so many posters of the project's own content, and their kit.

    If it has fewer, they are taken again from the first.
    """
    board = read_board(ROOT).board
    assert board is not None
    planned = plan_site(board, DAY, Stamps(page="page", poster="poster"), posters=True)
    posters = sorted((a for a in planned if a.kind is Kind.POSTER), key=lambda a: a.key)
    random.Random(1).shuffle(posters)  # noqa: S311 - no secret
    chosen = list(islice(cycle(posters), count))
    return make_kit(find_theme("linli", ROOT), chosen, print_shop=False), chosen


@contextmanager
def start_cluster(*, profiled: bool) -> Iterator[Any]:
    """Give a client of two workers of their own on this machine."""
    from dask import config  # noqa: PLC0415 - an extra
    from distributed import Client, LocalCluster  # noqa: PLC0415

    with (
        config.set({"distributed.worker.profile.enabled": profiled}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster) as client,
    ):
        yield client


def run(name: str, count: int) -> dict[str, float]:
    """Print the posters in one of the ways; return seconds of wall time and of CPU by whom."""
    kit, posters = find_posters(count)
    if name in NAMES[:2]:
        begun = _cpu()
        wall = _time(print_here(kit, posters, 1 + (name == NAMES[1])))
        return {"wall": wall, "cpu": _cpu() - begun}
    with start_cluster(profiled=name == NAMES[3]) as client:
        begun, spent = _cpu(), time.process_time()
        wall = _time(Cluster(client.scheduler.address).print(kit, posters, 1))
        cpu, own = _cpu() - begun, time.process_time() - spent
        peaks = client.run(_peak)
    return {"wall": wall, "cpu": cpu, "own": own, "peak": max(peaks.values())}


def measure_sizes(count: int) -> dict[str, float]:
    """Return the bytes of a kit, and those sent and brought back for a poster."""
    kit, posters = find_posters(count)
    batches = list(cut_batches(posters, 10))
    sent = sum(len(pickle.dumps(pack_posters(batch))) for batch in batches)
    back = sum(len(pickle.dumps(print_batch(kit, batch))) for batch in batches)
    packed = len(pickle.dumps(pack_kit(kit)))
    return {"kit": packed, "sent": sent / count, "back": back / count}


def measure_round_trip() -> float:
    """Return the milliseconds that an empty task takes there and back, one of many."""
    with start_cluster(profiled=False) as client:
        executor = client.get_executor(pure=False)
        list(executor.map(len, [b""] * 20))
        begun = time.perf_counter()
        list(executor.map(len, [b""] * 500))
        return (time.perf_counter() - begun) * 1000 / 500


def _time(printed: Iterator[Any]) -> float:
    begun = time.perf_counter()
    for _ in printed:
        pass
    return time.perf_counter() - begun


def _cpu() -> float:
    """Return the seconds that this process and those below it have used, whether they ended or not.

    Posters are printed in processes below the workers, which live on.
    """
    import psutil  # type: ignore[import-untyped] # noqa: PLC0415 - comes with the extra

    me = psutil.Process()
    times = [process.cpu_times() for process in (me, *me.children(recursive=True))]
    return float(sum(t.user + t.system + t.children_user + t.children_system for t in times))


def _peak() -> float:
    """Return the peak memory of this process and those below it, added up, in MiB (Linux)."""
    import psutil  # noqa: PLC0415 - comes with the extra

    me = psutil.Process()
    statuses = [
        Path(f"/proc/{each.pid}/status").read_text(encoding="ascii", errors="replace")
        for each in (me, *me.children(recursive=True))
    ]
    lines = (line for status in statuses for line in status.splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def _in_fresh_process(bytecode: Path, *arguments: str) -> Any:
    command = [sys.executable, "-m", "benchmarks.scale", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installation has its bytecode
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    return json.loads(done.stdout)


def main() -> None:
    """Compare, and print one line for each way."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(_measure_one(options.one, options.count)))
        return
    with TemporaryDirectory() as folder:
        measure = partial(_in_fresh_process, Path(folder))
        for name in NAMES[1:3]:  # compile what any of them imports
            measure("--one", name, "--count", str(FEW))
        rounds = []
        for number in range(options.rounds):
            rounds.append({name: _compare(measure, name, options.count) for name in NAMES})
            print(f"round {number + 1}: {json.dumps(rounds[-1])}", flush=True)
        _show(rounds)
        sizes = measure("--one", "sizes", "--count", str(FEW))
        print(", ".join(f"{name} {size / 1000:.1f} KB" for name, size in sizes.items()))
        print(f"an empty task takes {measure('--one', 'trip'):.1f} ms")


def _show(rounds: list[dict[str, dict[str, float]]]) -> None:
    for name in NAMES:
        first = [r[NAMES[0]] for r in rounds]
        own = [r[name] for r in rounds]
        print(name, end=": ")
        for what in ("wall", "cpu", "more wall", "more cpu"):
            ratio = statistics.median(o[what] / f[what] for o, f in zip(own, first, strict=True))
            seconds = statistics.median(o[what] for o in own)
            print(f"{what} {seconds:.3f} s ({ratio:.2f})", end=", ")
        print(f"a worker's peak {max(o.get('peak', 0) for o in own):.0f} MiB")
    coordinator = statistics.median(r[NAMES[2]]["more own"] for r in rounds)
    print(f"the build's own part of a poster on the cluster: {1000 * coordinator:.1f} ms of CPU")


def _compare(measure: Callable[..., Any], name: str, count: int) -> dict[str, float]:
    """Return what `run` says of many posters; as `more …` what each after the first few took."""
    few, many = (measure("--one", name, "--count", str(number)) for number in (FEW, count))
    more = {f"more {what}": (many[what] - few[what]) / (count - FEW) for what in many}
    return {**many, **more}


def _measure_one(what: str, count: int) -> Any:
    if what == "sizes":
        return measure_sizes(count)
    return measure_round_trip() if what == "trip" else run(what, count)


if __name__ == "__main__":
    main()
