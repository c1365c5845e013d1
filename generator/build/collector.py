"""Python's garbage collector held off, while much is made of which nothing becomes garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def hold_collector() -> Iterator[None]:
    """Keep the collector from looking, again and again, through a board that is just being made.

    Records and views do not point at each other in circles, so it would find nothing; a third of
    the time for loading a board that is remembered was its own.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
