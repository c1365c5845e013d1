"""Regular expressions that are compiled when they are first tried."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

Find = Callable[..., re.Match[str] | None]


class Pattern:
    """What `re.compile` gives, later: for expressions that most runs of the program never try.

    Phrases of time know a hundred and fifty, and what is personal has many. To compile all of them
    took a quarter of the time of a start.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    # Kept in the object, these cost no more than the methods of `re.Pattern` themselves.

    @cached_property
    def match(self) -> Find:
        """As in `re.Pattern`."""
        return self._compiled.match

    @cached_property
    def search(self) -> Find:
        """As in `re.Pattern`."""
        return self._compiled.search

    @cached_property
    def fullmatch(self) -> Find:
        """As in `re.Pattern`."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As in `re.Pattern`."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """As in `re.Pattern`."""
        return self._compiled.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As in `re.Pattern`."""
        return self._compiled.sub
