"""Pickles of records, as each Python writes them, and pickles that would do something."""

import io
import os
import pickle
from typing import Any

import pytest

from generator.problems import Severity
from generator.unpickling import RecordUnpickler


class Called:
    """What is pickled as a call."""

    def __init__(self, *call: Any) -> None:
        self.call = call

    def __reduce__(self) -> Any:
        function, *arguments = self.call
        return function, tuple(arguments)


def load(value: object) -> Any:
    data = io.BytesIO(pickle.dumps(value))
    return RecordUnpickler(data, lambda module, _: module == "generator.problems").load()


def test_a_member_of_an_enumeration_written_either_way() -> None:
    assert load(Severity.ERROR) is Severity.ERROR
    assert load(Called(getattr, Severity, "WARNING")) is Severity.WARNING


@pytest.mark.parametrize(
    "value",
    [
        Called(os.getcwd),
        Called(getattr, Severity, "__subclasses__"),
        Called(getattr, "text", "upper"),
        Called(print, "called"),
        io.StringIO,
    ],
)
def test_nothing_else_is_made_or_called(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        load(value)
