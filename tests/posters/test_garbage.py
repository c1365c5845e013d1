"""The collector waits while a page is made, and is as it was afterwards."""

import gc
from collections.abc import Iterator
from contextlib import suppress
from weakref import ref

import pytest

from generator.render.garbage import GarbageKeeper


class Box:
    """Points at itself, as boxes of a page point at each other."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_looked_for_once_and_afterwards() -> None:
    before = gc.get_threshold()
    with GarbageKeeper():
        box = ref(Box())
        assert gc.get_threshold()[0] > 100 * before[0]
        assert box() is not None
    assert box() is None
    assert gc.get_threshold() == before


def test_what_an_error_holds_is_found_later() -> None:
    before = gc.get_threshold()
    keeper = GarbageKeeper()
    with suppress(ValueError), keeper:
        box = ref(Box())
        raise ValueError
    assert gc.get_threshold() == before
    with keeper:
        pass
    assert box() is None


@pytest.mark.usefixtures("switched_off")
def test_a_collector_that_is_off_stays_off() -> None:
    with GarbageKeeper():
        box = ref(Box())
    assert box() is not None
    assert not gc.isenabled()


@pytest.fixture
def switched_off() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()
