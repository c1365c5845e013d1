"""Measures how fast texts are looked through for what is personal.

Run: python -m benchmarks.privacy [MEGABYTES]. Two sorts of text, each repeated until it is large:
the project's own content, file by file as a build reads it; and lines that were made to be mistaken
(`tests/privacy/personal.py`: directories, order numbers, every third line with a word of hardship),
where one in a thousand has something personal. The best of five runs counts, in processor time, for
other work on the machine only ever adds.
"""

import random
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from generator.privacy import scan_text
from tests.privacy.personal import ordinary_lines, personal_lines

TIMES = 5
LINES_OF_A_FILE = 40
MEGABYTE = 1_000_000
CONTENT = Path(__file__).parents[1] / "content"


def take_content(size: int) -> list[str]:
    """Return the texts of the project's own content, over and over, of `size` bytes together."""
    paths = sorted(path for path in CONTENT.rglob("*") if path.suffix in (".md", ".yaml"))
    texts, written = [], 0
    for text in cycle([path.read_text("utf-8") for path in paths]):
        texts.append(text)
        written += len(text.encode())
        if written >= size:
            return texts
    raise FileNotFoundError(CONTENT)


def make_texts(size: int) -> list[str]:
    """Return made-up texts of `size` bytes together, each as long as a file of a site."""
    chance = random.Random(5)  # noqa: S311 - the same on every run
    ordinary = ordinary_lines(3000)
    personal = [line for _, line in personal_lines(100)]
    texts, written = [], 0
    while written < size:
        lines = chance.choices(ordinary, k=LINES_OF_A_FILE)
        if chance.random() < LINES_OF_A_FILE / 1000:
            lines[chance.randrange(LINES_OF_A_FILE)] = chance.choice(personal)
        texts.append("\n".join(lines))
        written += len(texts[-1].encode())
    return texts


def measure(job: Callable[[], object]) -> float:
    """Return the seconds of processor time that a job takes, the best of five."""
    times = []
    for _ in range(TIMES):
        begun = time.process_time()
        job()
        times.append(time.process_time() - begun)
    return min(times)


def main() -> None:
    """Print megabytes a second for both sorts of text."""
    size = (int(sys.argv[1]) if len(sys.argv) > 1 else 10) * MEGABYTE
    for name, texts in (("own content", take_content(size)), ("made-up", make_texts(size))):
        megabytes = sum(len(text.encode()) for text in texts) / MEGABYTE
        found = sum(len(scan_text(text)) for text in texts)
        seconds = measure(lambda texts=texts: [scan_text(text) for text in texts])
        print(f"{name}: {megabytes / seconds:.1f} MB/s ({megabytes:.1f} MB, {found} findings)")


if __name__ == "__main__":
    main()
