"""Pickles of records, as each Python writes them, and pickles that would do something."""

import io
import os
import pickle
from typing import Any

import msgspec
import pytest

from generator.frozen import Frozen
from generator.problems import Severity
from generator.unpickling import RecordUnpickler


class Called:
    """What is pickled as a call."""

    def __init__(self, *call: Any) -> None:
        self.call = call

    def __reduce__(self) -> Any:
        function, *arguments = self.call
        return function, tuple(arguments)


class Named(Frozen, kw_only=True):
    """A record whose fields have to be named."""

    given: str
    left_out: int = 1


def load(value: object) -> Any:
    data = io.BytesIO(pickle.dumps(value))
    allowed = {"generator.problems", Named.__module__}
    return RecordUnpickler(data, lambda module, name: module in allowed and name != "Called").load()


def test_a_record_whose_fields_have_to_be_named() -> None:
    assert load(Named(given="一", left_out=2)) == Named(given="一", left_out=2)


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
        Called(Named(given="").__reduce__()[0], Severity, {"value": "ERROR"}),
        Called(msgspec.json.decode, "{}"),
        io.StringIO,
    ],
)
def test_nothing_else_is_made_or_called(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        load(value)
