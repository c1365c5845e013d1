"""A bar on the terminal while files are made."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from generator.messages import say


@contextmanager
def show_progress(
    language: str, word: str = "word-progress"
) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how many files are done, of how many.

    A bar only on a terminal and only after a second: most builds are shorter than reading it.
    """
    with tqdm(desc=say(word, language).message, delay=1, disable=None, leave=False) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show
