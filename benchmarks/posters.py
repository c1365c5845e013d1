"""The same posters by Linli, a plain and a tuned WeasyPrint loop, Typst and headless Chromium.

    python benchmarks/posters.py [--count 100] [--rounds 3]

The contenders take turns (A B C A B C …), and ratios are taken within a round, so that a busy
machine blurs all alike. CPU is marginal: what a poster costs after start-up and a first poster.
Linli's posters are fitted, checked for missing characters and tagged, the others' are not. Typst
and WeasyPrint are installed into a virtual environment of their own at the first run; Chromium is
the command `chromium`, or what CHROMIUM names. Wall times mean something on an idle machine only.
"""

# ruff: noqa: PLC0415 - what is measured is imported where it is measured
import argparse
import json
import multiprocessing
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))
PEERS = ("weasyprint==70.0", "typst==0.15.2")
TARGETS = {"naive": 0.33, "typst": 4.0, "chromium": 0.3}
COMMON = [
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if not (row == 0xD7 and cell > 0xF9)
]
"""The 3,755 commonest characters: random ones are harder on faces than real notices."""


def make_posters(count: int) -> list[dict[str, Any]]:
    """Return the same posters on every run, each of about 230 characters."""
    from generator.render.qr import draw_qr

    rng = random.Random(20260101)  # noqa: S311 - the same on every run is the point
    made = []
    for number in range(count):
        pool = rng.sample(COMMON, 170)

        def take(length: int, pool: list[str] = pool) -> str:
            return "".join(pool.pop() for _ in range(length))

        url = f"https://board.example/x/{number:06}/"
        facts = [
            ("时间", f"2026年{1 + number % 12}月{1 + number % 28}日上午9:00–11:00"),
            ("地点", f"{take(4)}一楼大厅"),
            ("内容", f"{take(4)}、{take(5)}、{take(4)}"),
            ("对象", f"{take(6)}居民"),
            ("费用", "免费"),
            ("报名", f"到{take(5)}报名，名额30人"),
            ("雨天", f"改在{take(6)}"),
        ]
        made.append(
            {
                "title": f"{take(4)}苑便民服务日",
                "facts": facts,
                "body": f"{take(30)}，{take(30)}；{take(30)}。请带好证件，{take(12)}。",
                "contact": f"{take(2)}老师",
                "phone": f"021-0123 {rng.randrange(10000):04}",
                "publisher": f"{take(3)}居委会",
                "footer": "2026年3月2日发布　请于2026年3月6日后取下",
                "url": url,
                "qr": draw_qr(url, url),
            }
        )
    return made


def make_environment(folder: Path) -> Path:
    """Return the interpreter of an environment with the peers, made if it is not there."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PEERS], check=True)
        subprocess.run([python, "-m", "compileall", "-q", folder / "lib"], check=True)
    return python


def run(name: str, python: Path, data: Path) -> dict[str, float]:
    """Run a contender; return CPU ms and KB a poster, wall seconds and peak memory in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        command = [str(python), str(HERE / "poster_contenders.py"), name, str(data), folder]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        peak = 0.0
        while child.poll() is None:
            peak = max(peak, _tree_memory(child.pid))
            time.sleep(0.2)
        wall = time.perf_counter() - begun
        assert child.stdout
        if child.returncode:
            sys.exit(f"{name} failed")
        result = json.loads(child.stdout.read())
        sizes = [path.stat().st_size for path in Path(folder).glob("*.pdf")]
    cpu = 1000 * result["cpu"] / result["count"]
    return {"cpu": cpu, "kb": statistics.mean(sizes) / 1000, "wall": wall, "peak": peak}


def _tree_memory(root: int) -> float:
    """Return the memory of a process and all below it in MiB, shared pages divided (PSS)."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(
                int(stat.parent.name)
            )
        except OSError:
            continue
    todo, total = [root], 0
    while todo:
        process = todo.pop()
        todo += parents.get(process, [])
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
    return total / 1024


def compare_workers(posters: list[dict[str, Any]]) -> tuple[float, float]:
    """Return how much faster two of Linli's workers are than one, start-up included.

    And how much more two programs, each with one worker and nothing in common, get done at once
    than one alone: more than that no two workers can reach on this machine.
    """
    alone, together = _time_programs(posters, 1, 1), _time_programs(posters, 1, 2)
    return alone / _time_programs(posters, 2, 1), 2 * alone / together


def _time_programs(posters: list[dict[str, Any]], workers: int, programs: int) -> float:
    """Return the seconds until so many programs at once have all printed all the posters."""
    context = multiprocessing.get_context("spawn")
    started = [context.Process(target=_print_all, args=(posters, workers)) for _ in range(programs)]
    begun = time.perf_counter()
    for process in started:
        process.start()
    for process in started:
        process.join()
        if process.exitcode:
            raise SystemExit("printing failed")
    return time.perf_counter() - begun


def _print_all(posters: list[dict[str, Any]], workers: int) -> None:
    from benchmarks.poster_contenders import make_view
    from generator.build.rendering import render_posters
    from generator.plan.artifact import Artifact, Kind
    from generator.render.theme import find_theme

    artifacts = [
        Artifact(f"posters/{n}.pdf", Kind.POSTER, make_view(poster), "")
        for n, poster in enumerate(posters)
    ]
    for _ in render_posters(artifacts, find_theme("linli", Path()), workers):
        pass


def show(results: dict[str, list[dict[str, float]]]) -> None:
    """Print medians, and ratios of Linli to each contender taken within rounds."""
    print(f"{'':10}{'CPU ms':>9}{'KB':>7}{'wall s':>8}{'MiB':>6}{'CPU ratio':>11}{'bytes':>7}")
    for name, rows in results.items():
        middle = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
        pairs = list(zip(results["linli"], rows, strict=True))
        cpu = statistics.median(ours["cpu"] / theirs["cpu"] for ours, theirs in pairs)
        size = statistics.median(ours["kb"] / theirs["kb"] for ours, theirs in pairs)
        goal = f"  (to reach: {TARGETS[name]})" if name in TARGETS else ""
        print(
            f"{name:10}{middle['cpu']:9.1f}{middle['kb']:7.1f}{middle['wall']:8.1f}"
            f"{middle['peak']:6.0f}{cpu:11.2f}{size:7.2f}{goal}"
        )


def main() -> None:
    """Run the contenders in turn and print what they cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--venv", type=Path, default=ROOT / ".benchmarks-venv")
    parser.add_argument("--lists", action="store_true", help="Linli's lists alone, for the memory")
    parser.add_argument("--workers", action="store_true", help="compare two workers with one")
    options = parser.parse_args()
    posters = make_posters(options.count)
    if options.workers:
        speed, limit = compare_workers(posters)
        print(f"two workers are {speed:.2f} times as fast as one; two programs apart: {limit:.2f}")
        return
    own = Path(sys.executable)
    contenders = {"linli": own, "lists": own}
    if not options.lists:
        peers = make_environment(options.venv)
        contenders = {"linli": own, "naive": peers, "tuned": own, "typst": peers}
        if shutil.which(os.environ.get("CHROMIUM", "chromium")):
            contenders["chromium"] = own
    results: dict[str, list[dict[str, float]]] = {name: [] for name in contenders}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "posters.json")
        data.write_text(json.dumps(posters, ensure_ascii=False), "utf-8")
        for _ in range(options.rounds):
            for name, python in contenders.items():
                results[name].append(run(name, python, data))
    show(results)


if __name__ == "__main__":
    main()
