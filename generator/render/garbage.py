"""When a process that lays out pages looks for garbage.

A laid-out page is some ten thousand objects that point at each other. Python's collector looks
through everything, again and again, while they are made; looking once, when the page is done, and
not at what stays anyway, saves time and keeps memory small.
"""

import gc
from types import TracebackType


class GarbageKeeper:
    """Holds the collector off while a page is made, and has it look afterwards.

    Does nothing where somebody else has switched the collector off.
    """

    def __init__(self) -> None:
        self._pages = 0
        self._on = False

    def __enter__(self) -> None:
        self._on = gc.isenabled()
        gc.disable()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._on:
            return
        gc.collect()
        if not self._pages:  # libraries and style sheets, which are here to stay
            gc.freeze()
        self._pages += 1
        gc.enable()
