"""What many items give to one view: told apart by digests, loaded when somebody looks at it.

The calendar of a committee holds what hundreds of items have said for years. Whether it has changed
since the last build can be told without what it says.
"""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from generator.frozen import Frozen
from generator.plan.views.digests import Digested, digest_of

T = TypeVar("T")


class Share(Frozen, Generic[T]):
    """What one item gives: so many values, which `load` returns.

    `digest` is the same for the same values (`digest_of`).
    """

    digest: str
    count: int
    load: Callable[[], tuple[T, ...]]
    at_hand: bool = False
    """Whether nothing has to be loaded."""


class Several(Digested, Generic[T]):
    """The values of several shares, one after another; empty shares make no difference."""

    __slots__ = ("_shares",)

    def __init__(self, *shares: Share[T]) -> None:
        self._shares = tuple(share for share in shares if share.count)

    def __iter__(self) -> Iterator[T]:
        """Yield all values, loading each share as it is come to."""
        for share in self._shares:
            yield from share.load()

    def __len__(self) -> int:
        """Return the number of values."""
        return sum(share.count for share in self._shares)

    @property
    def at_hand(self) -> Iterator[Share[T]]:
        """The shares of which nothing has to be loaded."""
        return (share for share in self._shares if share.at_hand)

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of the shares, of which an artifact's key is made."""
        return tuple(share.digest for share in self._shares)

    def __repr__(self) -> str:
        """Return the digests."""
        return f"Several({' '.join(self.digests)})"

    def __eq__(self, other: object) -> bool:
        """Whether these are shares with the same values."""
        return isinstance(other, Several) and self.digests == other.digests

    def __hash__(self) -> int:
        """Return what is the same for what is equal."""
        return hash(self.digests)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what is pickled: the values themselves, for a process that cannot ask for them."""
        return _Loaded, tuple(share.load() for share in self._shares)


def make_share(values: tuple[T, ...]) -> Share[T]:
    """Return what an item gives whose values are known."""
    return Share(digest_of(values), len(values), lambda: values, at_hand=True)


class _Loaded(Several[T]):
    """What is made of a pickle: a class, for those are all that `unpickling` calls."""

    __slots__ = ()

    def __init__(self, *values: tuple[T, ...]) -> None:
        super().__init__(*map(make_share, values))
