"""Templates whose words are translated once, when a template is compiled.

A page has some 150 words of the theme, `_('往期')`, the same on all pages of a site, and to look
each up for each page took a third of a build. Here a word becomes a constant of the compiled
template, and constants that stand side by side become one string.
"""

import gettext
import re
from collections import ChainMap
from collections.abc import Mapping, MutableMapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, markup_join, str_join
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from generator.render.template_runtime import (
    PageMacro,
    TemplateContext,
    escape_output,
    join_values,
)

_ARGUMENTS = {"_": 1, "gettext": 1, "pgettext": 2}
"""How many a function is given: the words, and before them where they stand."""
_TEXT_FIELDS = re.compile(r"%(?:%|\(\w+\)s)")
_ESCAPING = "_escape"
"""A filter, no theme's: filters are called without asking what they want to be passed."""


class _Translator(NodeTransformer):
    """Puts translations in the place of the calls that ask for them."""

    def __init__(self, environment: "FoldingEnvironment") -> None:
        self._environment = environment

    def visit_Call(self, node: nodes.Call, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802 - Jinja's
        """Return what `newstyle` gettext of Jinja gives: the words, and their fields filled in."""
        self.generic_visit(node, *args, **kwargs)
        words = self._find_words(node)
        if words is None:
            return node
        if not node.kwargs:
            return nodes.Const(words % {}, lineno=node.lineno)
        return self._fill(words, node.kwargs, node.lineno)

    def _fill(self, words: str, kwargs: list[nodes.Keyword], lineno: int) -> nodes.Node:
        """Return the words with their fields filled in, each escaped alone where it can be.

        `Markup % …` would wrap each value to see whether it is escaped, or taken for a number.
        """
        plain = self._environment.autoescape and "%" not in _TEXT_FIELDS.sub("", words)
        values = [_escape(each.value) if plain else each.value for each in kwargs]
        pairs = [
            nodes.Pair(nodes.Const(each.key, lineno=lineno), value, lineno=lineno)
            for each, value in zip(kwargs, values, strict=True)
        ]
        said = str(words) if plain else words
        filled = nodes.Mod(
            nodes.Const(said, lineno=lineno), nodes.Dict(pairs, lineno=lineno), lineno=lineno
        )
        return nodes.MarkSafe(filled, lineno=lineno) if plain else filled

    def visit_Concat(self, node: nodes.Concat, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802
        """Join constants as a page would; Jinja's compiler forgets what of them is safe."""
        self.generic_visit(node, *args, **kwargs)
        try:
            parts = [each.as_const(nodes.EvalContext(self._environment)) for each in node.nodes]
        except nodes.Impossible:
            return node
        join = markup_join if self._environment.autoescape else str_join
        return nodes.Const(join(parts), lineno=node.lineno)

    def _find_words(self, node: nodes.Call) -> str | None:
        """Return the translation that a call asks for; None if it is another call."""
        if not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
            return None
        if len(node.args) != _ARGUMENTS.get(node.node.name):
            return None
        keys = [key.value for key in node.args if isinstance(key, nodes.Const)]
        if len(keys) != len(node.args) or not all(isinstance(key, str) for key in keys):
            return None
        translations = self._environment.translations
        look_up = translations.gettext if len(keys) == 1 else translations.pgettext
        words = look_up(*keys)
        # The code that is generated knows the name `Markup`, so that this may be a constant of it.
        return Markup(words) if self._environment.autoescape else words  # noqa: S704 - the theme's


def _escape(value: nodes.Expr) -> nodes.Expr:
    return nodes.Filter(value, _ESCAPING, [], [], None, None, lineno=value.lineno)


class _Generator(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write a template's code, its words translated."""
        if not isinstance(self.environment, FoldingEnvironment):
            raise TypeError(self.environment)
        for each in (escape_output, PageMacro):
            self.writeline(f"from {each.__module__} import {each.__name__}")
        super().visit_Template(_Translator(self.environment).visit(node), frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Write how a value is escaped, before the value."""
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(f"{escape_output.__name__}(")
            if finalize.src is not None:
                self.write(finalize.src)
        else:
            super()._output_child_pre(node, frame, finalize)

    def signature(
        self,
        node: nodes.Call | nodes.Filter | nodes.Test,
        frame: Frame,
        extra_kwargs: Mapping[str, Any] | None = None,
    ) -> None:
        """Write the arguments of a call, without the names of its loop and block.

        Jinja adds them for functions that are passed the context, of which a theme has none.
        """
        caller = {name: value for name, value in (extra_kwargs or {}).items() if name == "caller"}
        super().signature(node, frame, caller)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write how a field is read: nearly all are attributes; Jinja asks for what is none."""
        self.write("(field if (field := getattr(whole := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing")
        self.write(f" else environment.getattr(whole, {node.attr!r}))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write how a macro is made of its function: the usual ones are of a class of our own."""
        names = [argument.name for argument in macro_ref.node.args]
        accesses = macro_ref.accesses_caller, macro_ref.accesses_kwargs, macro_ref.accesses_varargs
        if any(accesses) or "caller" in names:
            super().macro_def(macro_ref, frame)
            return
        name = getattr(macro_ref.node, "name", None)
        self.write(
            f"{PageMacro.__name__}(environment, macro, {name!r}, {tuple(names)!r},"
            " False, False, False, context.eval_ctx.autoescape)"
        )


class _LateModule(TemplateModule):
    """What is imported with a page's context, made once something of it is asked for.

    Most pages import many macros that hardly any of them needs.
    """

    def __init__(
        self,
        template: jinja2.Template,
        names: dict[str, Any] | None,
        local_names: Mapping[str, Any] | None,
    ) -> None:
        self._unread = template, names, local_names

    def __getattr__(self, name: str) -> Any:
        unread = self.__dict__.pop("_unread", None)
        if unread is None:
            raise AttributeError(name)
        template, names, local_names = unread
        super().__init__(template, template.new_context(names, True, local_names))
        return getattr(self, name)


class _Template(jinja2.Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        """Return what others import without context: the same for all pages, as globals are.

        Jinja would look through the names of the importing page for globals of its own.
        """
        if self._module is None:
            for value in vars(super()._get_default_module()).values():
                if type(value) is PageMacro:
                    value.remember()
        return super()._get_default_module()

    def new_context(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja's name
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> Context:
        """Return the names of a page and all globals, as Jinja; map by map, not name by name."""
        if shared or not isinstance(self.globals, ChainMap):
            return super().new_context(vars, shared, locals)
        known: dict[str, Any] = {}
        for each in (*reversed(self.globals.maps), vars or {}):
            known.update(each)
        return super().new_context(known, True, locals)

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja's name
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """Return the module for one context; what is `shared` is the context that imports it."""
        if not shared:
            return super().make_module(vars, shared, locals)
        return _LateModule(self, vars, locals)


class FoldingEnvironment(jinja2.Environment):
    """An environment for templates in one language; `translations` are set once, at first."""

    code_generator_class = _Generator
    template_class = _Template
    context_class = TemplateContext
    translations: gettext.NullTranslations = gettext.NullTranslations()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Jinja's filters ask at each call whether the environment is one for coroutines.
        for name, function in self.filters.items():
            if hasattr(function, "jinja_async_variant"):
                self.filters[name] = function.__wrapped__
        self.filters[_ESCAPING] = escape_output
        self.filters["join"] = join_values

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> jinja2.Template:
        """Return a template, as Jinja; a page asks for some twenty that are there already.

        Jinja keeps them by loader and name, but there is one loader.
        """
        ready: Any = self.cache  # an overlay has its own
        if not isinstance(name, str) or globals is not None or ready is None:
            return super().get_template(name, parent, globals)
        template: jinja2.Template | None = ready.get(name)
        if template is None:
            template = ready[name] = super().get_template(name, parent)
        return template

    def speak(self, translations: gettext.NullTranslations) -> None:
        """Install the translations, for `trans` blocks and for what no constant tells as well."""
        self.translations = translations
        install = self.install_gettext_translations  # type: ignore[attr-defined]
        install(translations, newstyle=True)
