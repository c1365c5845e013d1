"""Pickles of records: whatever their bytes say, only values are made, and nothing is called."""

import pickle
from collections.abc import Callable
from enum import Enum
from typing import IO, Any

import msgspec


class _ByNames(msgspec.Struct, kw_only=True):
    value: int = 0


_IsRecord = Callable[[str, str], bool]
_FOUND: dict[tuple[_IsRecord, str, str], Any] = {}
"""Thousands of pickles name the same few classes."""
_MAKER: Any = _ByNames().__reduce__()[0]
"""What a pickle of a `Struct` calls with a class and the values of its fields by their names."""


class RecordUnpickler(pickle.Unpickler):
    """Makes classes that `is_record` allows by module and name, and members of enumerations."""

    def __init__(self, data: IO[bytes], is_record: _IsRecord) -> None:
        """Read from `data`; `load` raises pickle.UnpicklingError for anything else."""
        super().__init__(data)
        self._is_record = is_record

    def find_class(self, module_name: str, global_name: str) -> Any:
        """Return the class; called by `load`."""
        asked = (self._is_record, module_name, global_name)
        if asked not in _FOUND:
            _FOUND[asked] = self._find_record(module_name, global_name)
        return _FOUND[asked]

    def _find_record(self, module_name: str, global_name: str) -> Any:
        if (module_name, global_name) == ("builtins", "getattr"):
            return _find_member
        if (module_name, global_name) == (_MAKER.__module__, _MAKER.__qualname__):
            return _make_struct
        if self._is_record(module_name, global_name):
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) and found.__module__ == module_name:
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no record")


def _find_member(kind: object, name: str) -> Enum:
    """Return a member of an enumeration, which Python 3.11.0 to 3.11.3 pickle as `getattr`."""
    if isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__:
        return kind[name]
    raise pickle.UnpicklingError(f"{kind} has no member {name}")


def _make_struct(kind: object, values: dict[str, Any]) -> msgspec.Struct:
    """Return a record whose fields are named."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind(**values)
    raise pickle.UnpicklingError(f"{kind} has no fields")
