"""What compiled templates call some hundred times a page: as Jinja's own, the usual case first.

Jinja asks of each value whether it is HTML, and of each function what it wants to be passed. Asking
took a fifth of the time of a page; nearly all values are strings without anything to escape, or
`Markup`, and nearly all functions are macros, or written in C.
"""

import re
from functools import partial
from types import BuiltinFunctionType
from typing import Any

import markupsafe
from jinja2.runtime import Context, Macro
from markupsafe import Markup

_find_sign = re.compile("[&<>'\"]").search


def escape_output(value: object) -> str:
    """Return what a page says in the place of a value, as `markupsafe.escape` would.

    What is safe already is not marked as safe, for it is only joined to a page.
    """
    if type(value) is Markup or (type(value) is str and not _find_sign(value)):
        return value
    return markupsafe.escape(value)


class TemplateContext(Context):
    """The names that a template knows, and how it calls what they stand for."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as Jinja names them
        """Return what a function returns; macros and functions in C are not asked first."""
        kind = type(__obj)
        if kind is Macro:
            args = (__self.eval_ctx, *args)
        elif kind is not BuiltinFunctionType and kind is not partial:
            return super().call(__obj, *args, **kwargs)
        # These are for functions that are passed the context.
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)
