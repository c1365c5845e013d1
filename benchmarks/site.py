"""The same items by Linli and by other site generators: cold, unchanged, after one edit.

    python -m benchmarks.site WORK [--items 1000 10000] [--peers hugo mkdocs] [--rounds 3]

WORK is a folder, best on a tmpfs; the peers are installed there at the first run. A round runs
every generator once in every case, each in a new process, and ratios are taken within a round, so
that a busy machine blurs all alike. CPU is user and system time of the process and of those that
it waited for; peak memory is that of the largest process.

| case | before it |
| --- | --- |
| cold | output and caches deleted |
| unchanged | nothing |
| body | a sentence added to one item |
| title | one item's title changed |

After `title`, the benchmark looks whether other pages than the item's own show the new title.

What is printed is Markdown, for docs/performance.md: CPU and wall seconds are medians, the second
figure of a cell is Linli's against it, the median of the ratios of the rounds. `hugo` makes pages,
lists and a feed; `hugo-full` the kinds of files that Linli makes (`benchmarks/site_peers.py` says
what is level and what is not). The goals hold against both.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.site_content import TODAY, Size, write_site
from benchmarks.site_peers import PEERS, Peer, find_item, install, lay_out, linli_command

_CASES = ("cold", "unchanged", "body", "title")
_EDITED = 7
"""The number of the item that is edited: an event, which stands in lists."""
_GOALS = {"cold": 1.5, "unchanged": 0.06, "body": 0.12, "title": 0.2}
"""What Linli's CPU should at most be, against either Hugo's."""
_MEMORY_GOAL = 0.25
_GROWTH_GOALS = {"cold": 10.5, "unchanged": 4}
"""What ten times the items should at most cost."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A generator with its site, ready to run."""

    name: str
    site: Path
    command: tuple[str, ...]
    item: Path
    output: str
    caches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds of CPU, seconds, MiB of the largest process."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Output:
    """What a contender made: files and their bytes, without what it keeps for itself (`.linli`)."""

    files: int
    bytes: int


def make_contenders(work: Path, size: Size, names: Sequence[str]) -> Iterator[Contender]:
    """Yield Linli and the peers with these names, each with its own copy of the items."""
    site = work / str(size.items) / "linli"
    shutil.rmtree(site, ignore_errors=True)
    write_site(site, size)
    item = next(site.rglob(f"*-n{_EDITED:06}.md"))
    command = (*linli_command(site, TODAY.isoformat()),)
    yield Contender("linli", site, command, item, "output", (".cache/linli/read",))
    for peer in PEERS:
        if peer.name in names:
            yield _make_peer(peer, work, size)


def _make_peer(peer: Peer, work: Path, size: Size) -> Contender:
    installed = work / "installed" / peer.installation
    site = work / str(size.items) / peer.name
    install(peer, installed)
    lay_out(peer, site, size, installed)
    command = tuple(peer.command(installed.resolve()))
    item = find_item(peer, site, _EDITED)
    return Contender(peer.name, site, command, item, peer.output, peer.caches)


def prepare(contender: Contender, case: str, turn: int) -> None:
    """Bring a site into the state in which the case begins."""
    if case == "cold":
        for name in (contender.output, *contender.caches):
            place = contender.site / name
            shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    elif case == "body":
        with contender.item.open("a", encoding="utf-8") as file:
            file.write(f"\n第{turn + 1}次补充：时间以现场通知为准。\n")
    elif case == "title":
        text = contender.item.read_text(encoding="utf-8")
        line = next(each for each in text.splitlines() if each.startswith(("title:", "标题:")))
        name = line.partition(":")[0]
        text = text.replace(line, f"{name}: {_new_title(turn)}", 1)
        contender.item.write_text(text, encoding="utf-8")


def run(contender: Contender, work: Path) -> Run:
    """Run a generator in a process of its own. Raises CalledProcessError if it fails."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(work / "bytecode")}
    environment["XDG_CACHE_HOME"] = str(contender.site / ".cache")  # else cold would not be cold
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])
    begin = time.perf_counter()
    with (contender.site / ".said").open("wb") as said:
        process = subprocess.Popen(
            contender.command, cwd=contender.site, env=environment, stdout=said, stderr=said
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.stderr.write((contender.site / ".said").read_text(errors="replace")[-2000:])
        raise subprocess.CalledProcessError(process.returncode, contender.command)
    wall = time.perf_counter() - begin
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def shows_title(contender: Contender, turn: int) -> bool:
    """Tell whether the new title stands on more pages than the item's own."""
    wanted = _new_title(turn)
    pages = (contender.site / contender.output).rglob("*.html")
    found = (1 for page in pages if wanted in page.read_text(encoding="utf-8"))
    return sum(found) >= 2


def _new_title(turn: int) -> str:
    return f"改过的标题第{turn + 1}号"


def look_at_output(contender: Contender) -> Output:
    """Count what lies in the output."""
    output = contender.site / contender.output
    names = (path for path in output.rglob("*") if path.is_file())
    sizes = [
        path.stat().st_size
        for path in names
        if not any(part.startswith(".") for part in path.relative_to(output).parts)
    ]
    return Output(len(sizes), sum(sizes))


@dataclass(frozen=True, slots=True)
class Results:
    """What was measured with one number of items: by contender, by case, round by round."""

    items: int
    runs: dict[str, dict[str, list[Run]]]
    outputs: dict[str, Output]


def measure(work: Path, size: Size, names: Sequence[str], rounds: int) -> Results:
    """Run every contender in every case, round by round."""
    contenders = list(make_contenders(work, size, names))
    runs: dict[str, dict[str, list[Run]]] = {
        each.name: {case: [] for case in _CASES} for each in contenders
    }
    outputs = {}
    for turn in range(rounds):
        for contender in contenders:
            for case in _CASES:
                prepare(contender, case, turn)
                if contender.name == "linli" and turn == 0 and case == "cold":
                    run(contender, work)  # compiles the bytecode, as an installation does
                    prepare(contender, case, turn)
                runs[contender.name][case].append(run(contender, work))
            if not shows_title(contender, turn):
                print(f"{contender.name}: no other page shows the new title")
            outputs[contender.name] = look_at_output(contender)
    return Results(size.items, runs, outputs)


def show(results: Results) -> None:
    """Print a table, as the docstring of this file says."""
    names = list(results.runs)
    print(f"\n| {results.items:,} items | {' | '.join(names)} | goal |")
    print(f"|{'---|' * (len(names) + 2)}")
    for case in _CASES:
        cells = _compare(results, case, lambda each: each.cpu, "{:.2f} s")
        _print_row(f"{case}, CPU", cells, _GOALS[case])
        cells = _compare(results, case, lambda each: each.wall, "{:.2f} s")
        _print_row(f"{case}, wall", cells)
    cells = _compare(results, "cold", lambda each: each.memory, "{:.0f} MiB")
    _print_row("cold, peak", cells, _MEMORY_GOAL)
    made = [results.outputs[name] for name in names]
    _print_row("output", [f"{each.files:,} files, {each.bytes / 1e6:.1f} MB" for each in made])


def _compare(
    results: Results, case: str, measured: Callable[[Run], float], unit: str
) -> Iterator[str]:
    own = results.runs["linli"][case]
    for name, runs in ((name, by_case[case]) for name, by_case in results.runs.items()):
        ratios = [measured(mine) / measured(each) for mine, each in zip(own, runs, strict=True)]
        against = "" if name == "linli" else f" · {statistics.median(ratios):.2f}"
        yield f"{unit.format(statistics.median(map(measured, runs)))}{against}"


def _print_row(name: str, cells: Iterable[str], goal: float | str = "") -> None:
    print(f"| {name} | {' | '.join(cells)} | {goal} |", flush=True)


def show_growth(fewer: Results, more: Results) -> None:
    """Print how many times the CPU of the smaller site the larger one takes."""
    print(f"\n| {fewer.items:,} → {more.items:,} items | {' | '.join(more.runs)} | goal |")
    print(f"|{'---|' * (len(more.runs) + 2)}")
    for case in _CASES:
        cells = (f"{_cpu(more, name, case) / _cpu(fewer, name, case):.1f}" for name in more.runs)
        _print_row(case, cells, _GROWTH_GOALS.get(case, ""))


def _cpu(results: Results, name: str, case: str) -> float:
    return statistics.median(each.cpu for each in results.runs[name][case])


def main() -> None:
    """Measure and print, as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--items", type=int, nargs="+", default=[1000])
    parser.add_argument("--peers", nargs="*", default=[peer.name for peer in PEERS])
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    work = asked.work.resolve()
    measured = []
    for items in asked.items:
        size = Size(items, compounds=20, committees=6)
        measured.append(measure(work, size, asked.peers, asked.rounds))
        show(measured[-1])
    for fewer, more in pairwise(measured):
        show_growth(fewer, more)


if __name__ == "__main__":
    main()
