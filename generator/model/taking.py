"""How pydantic comes to the value of a field: by a function of ours, or as it is.

pydantic's own `PlainValidator` and `SkipValidation` make a validator of the type as well, and of
all types inside it, which is then not used. That took a fifth of a start.
"""

import inspect
from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.frozen import Frozen


class TakenBy(Frozen):
    """The value is what a function makes of what the file says.

    The function may ask for pydantic's `ValidationInfo` as well.
    """

    function: Callable[..., Any]

    def __get_pydantic_core_schema__(self, kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return what pydantic calls."""
        if len(inspect.signature(self.function).parameters) == 2:
            return core_schema.with_info_plain_validator_function(self.function)
        return core_schema.no_info_plain_validator_function(self.function)


class Given:
    """The value comes from Linli itself and is taken as it is."""

    @staticmethod
    def __get_pydantic_core_schema__(kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return what pydantic calls."""
        return core_schema.is_instance_schema(kind)
