"""Python's garbage collector held off, while much is made of which little becomes garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 50_000
"""Objects, some megabytes, after which it looks for garbage while pages are made."""


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
        gc.freeze()  # and back, which makes old what is new, without a look at it
        gc.unfreeze()
        if was_enabled:
            gc.enable()


@contextmanager
def ease_collector() -> Iterator[None]:
    """Let the collector look seldom, and never at what is there already.

    The board stays to the end; pages leave some garbage behind them, and that is found later.
    """
    thresholds = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_MANY, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()
