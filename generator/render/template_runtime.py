"""What compiled templates call some hundred times a page: as Jinja's own, the usual case first.

Jinja asks of each value whether it is HTML, and of each function what it wants to be passed. Asking
took a fifth of the time of a page; nearly all values are strings without anything to escape, or
`Markup`, and nearly all functions are macros, or written in C.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import partial
from types import BuiltinFunctionType, FunctionType, NoneType
from typing import Any

import markupsafe
from jinja2.filters import sync_do_join
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import missing, pass_eval_context
from markupsafe import Markup

from generator.plan.views import DaysAhead, Frame, PhoneView

_find_sign = re.compile("[&<>'\"]").search
_REMEMBERED = frozenset(
    {str, Markup, int, bool, NoneType, date, partial, PhoneView, Frame, DaysAhead}
)
"""What is the same for good, and cheap to look up. A page's `href` is a `partial`."""
_WANTED = "jinja_pass_arg"
"""How Jinja marks functions that want to be passed more than a template gives them."""
_STRINGS = frozenset({str})
_TEXTS = frozenset({str, Markup})
_MANY = 1024
"""As much as a macro remembers: the days of some years, the heads and feet of many folders."""


def escape_output(value: object) -> str:
    """Return what a page says in the place of a value, as `markupsafe.escape` would.

    What is safe already is not marked as safe, for it is only joined to a page.
    """
    if type(value) is Markup or (type(value) is str and not _find_sign(value)):
        return value
    return markupsafe.escape(value)


class PageMacro(Macro):
    """A macro of a few arguments and no more, which may remember what it said.

    What is imported without context is one for all pages and knows nothing of any. So its macros
    say the same whenever they are given the same, and once is enough.
    """

    _memory: dict[Any, str] | None = None

    def remember(self) -> None:
        """Begin to remember what is said of what does not change."""
        if self._memory is None:
            self._memory = {}

    def say(self, arguments: tuple[Any, ...], *, autoescape: bool) -> str:
        """Return what the macro says of arguments that are given by their places alone."""
        memory = self._memory
        if memory is None:
            return self._say(arguments, autoescape)
        kinds = tuple(map(type, arguments))
        if not _REMEMBERED.issuperset(kinds):
            return self._say(arguments, autoescape)
        key = arguments, kinds, autoescape  # with the kinds, for 1 == True and "<" == Markup("<")
        said = memory.get(key)
        if said is None:
            if len(memory) >= _MANY:
                memory.clear()
            said = memory[key] = self._say(arguments, autoescape)
        return said

    def _say(self, arguments: tuple[Any, ...], autoescape: bool) -> str:
        lacking = self._argument_count - len(arguments)
        if lacking < 0:
            return self(*arguments)  # which refuses them
        said = self._func(*arguments, *(missing,) * lacking)
        return str.__new__(Markup, said) if autoescape else said


_MACROS = frozenset({Macro, PageMacro})
_PLAIN = _MACROS | {BuiltinFunctionType, partial, FunctionType}


class TemplateContext(Context):
    """The names that a template knows, and how it calls what they stand for."""

    def __init__(self, *args: Any, globals: Any = None) -> None:  # noqa: A002, ARG002 - Jinja's name
        # Jinja notes the names of all globals, for imports which here know none but the globals.
        super().__init__(*args)

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as Jinja names them
        """Return what a function returns; macros and the plainest functions are not asked first."""
        kind = type(__obj)
        if kind not in _PLAIN or (kind is FunctionType and hasattr(__obj, _WANTED)):
            return super().call(__obj, *args, **kwargs)
        if kind is PageMacro and not kwargs:
            return __obj.say(args, autoescape=__self.eval_ctx.autoescape)
        if kind in _MACROS:
            args = (__self.eval_ctx, *args)
        return __obj(*args, **kwargs)


@pass_eval_context
def join_values(
    context: EvalContext, values: Iterable[Any], between: str = "", attribute: str | None = None
) -> str:
    """Return what Jinja's filter `join` does, which asks of each value whether it is HTML."""
    if attribute is None:
        values = list(values)
        kinds = {type(between), *map(type, values)}
        if kinds == _STRINGS or (kinds <= _TEXTS and not context.autoescape):
            return str.join(between, values)
        if kinds <= _TEXTS:
            parts = map(escape_output, values)
            return str.__new__(Markup, str.join(escape_output(between), parts))
    return sync_do_join(context, values, between, attribute)
