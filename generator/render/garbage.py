"""When a process that lays out pages looks for garbage.

A laid-out page is some ten thousand objects that point at each other. Python's collector looks
through everything, again and again, while they are made; looking once, when the page is done, and
not at what stays anyway, saves time and keeps memory small.
"""

import gc
from types import TracebackType

_MANY = 200_000
"""Objects after which it has to look after all: a long list was laid out, and is laid out again."""


class GarbageKeeper:
    """Holds the collector off while a page is made, and has it look afterwards.

    Does nothing where somebody else has switched the collector off.
    """

    def __init__(self) -> None:
        self._thresholds = gc.get_threshold()

    def __enter__(self) -> None:
        self._thresholds = gc.get_threshold()
        gc.set_threshold(_MANY, *self._thresholds[1:])

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if gc.isenabled() and error is None:  # an error's traceback would still hold the page
            gc.collect()
            gc.freeze()  # what is left is here to stay: libraries, style sheets
        gc.set_threshold(*self._thresholds)
