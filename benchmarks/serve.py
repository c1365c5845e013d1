"""How long `linli serve` takes from a save to the news in an open page, and to the page itself.

    python -m benchmarks.serve [TIMES]

It edits a copy of the sample content and listens as a page does. Beside the time by the clock
stands the processor's time of the whole server, which says more on a machine that is busy.
"""

import json
import shutil
import socket
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from generator.serve.answers import Site
from generator.serve.panel import Voice
from generator.serve.preview import Clock, Place, Preview
from generator.serve.running import open_doors, serve

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 3, 2)
EDITED = Path("content/committees/jian-er/events/2026-03-05-xue-lei-feng.md")
WORDS = "学雷锋便民服务日"
PAGES = (
    "committees/jian-er/events/2026-03-05-xue-lei-feng.html",
    "committees/jian-er.html",
    "index.html",
)
REST = 3.0
"""Seconds between edits, in which the rest of the site is planned, as when somebody writes."""


def main(times: int) -> None:
    """Print the medians for each page."""
    with TemporaryDirectory(prefix="linli-benchmark-") as folder:
        site, workshop = Path(folder, "site"), Path(folder, "workshop")
        shutil.copytree(ROOT / "content", site / "content")
        place = Place(site=site, output=ROOT / "output", workshop=workshop)
        clock = Clock(today=lambda _: TODAY, nanoseconds=time.time_ns)
        preview = Preview(place, clock, lambda: "")
        with open_doors(0) as doors:
            answers = Site(
                preview=preview,
                voice=Voice(
                    words=dict,
                    describe=lambda _: {},
                    name_day=str,
                    name_poster=lambda kind, *_: kind,
                ),
                stopping=doors.server.stopping,
                visit=doors.server.visit,
                real_today=lambda: TODAY,
                say=str,
                language=lambda: "zh",
            )
            with serve(doors, answers):
                for page in PAGES:
                    measure(site / EDITED, doors.server.port, page, times)


def measure(file: Path, port: int, page: str, times: int) -> None:
    """Print how long it takes until a page knows of an edit, and until it is there again."""
    text = file.read_text("utf-8")
    digests = listen(port, page)
    known, news, loads, work = next(digests), [], [], []
    for number in range(times):
        time.sleep(REST)
        begun, worked = time.perf_counter(), time.process_time()
        file.write_text(text.replace(WORDS, f"{WORDS}{number}"), "utf-8")
        while (digest := next(digests)) == known:
            pass
        known = digest
        heard = time.perf_counter()
        urlopen(f"http://127.0.0.1:{port}/{page}").read()
        news.append(heard - begun)
        loads.append(time.perf_counter() - heard)
        work.append(time.process_time() - worked)
    file.write_text(text, "utf-8")
    time.sleep(REST)
    medians = [statistics.median(each) for each in (news, loads, work)]
    print("{}: told {:.3f} s, loaded {:.3f} s, processor {:.3f} s".format(page, *medians))


def listen(port: int, page: str) -> Iterator[str]:
    """Yield the digest of the page from each event."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        request = f"GET /-/serve/events?page={page} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        connection.sendall(request.encode())
        for line in connection.makefile("r", encoding="utf-8"):
            if line.startswith("data:"):
                yield json.loads(line.removeprefix("data:"))["page"]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
