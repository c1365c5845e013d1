"""Compiled templates, kept in the user's own cache folder: compiling takes most of a second.

They are Python's bytecode, which is run, so they lie where nobody but the user writes, as Python's
own do. Jinja compiles a template anew once its text, Jinja or Python is another.
"""

import hashlib
import inspect
import sys
from functools import cache

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from generator.render.cache_folder import cache_folder, is_own


def find_bytecode(words: str) -> FileSystemBytecodeCache | None:
    """Return the cache of this user; None where there is no folder for it.

    `words` names the translations that are compiled into the templates.
    """
    folder = cache_folder().parent / "templates"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _Bytecode(str(folder), words) if is_own(folder) else None
    except OSError:
        return None


class _Bytecode(FileSystemBytecodeCache):
    """Tells apart what was compiled for one environment and for another.

    Code calls a filter with the context or without it, escapes or does not, as the environment and
    its compiler said when it was compiled, and has the words in the language that it had then,
    which Jinja's own key leaves out.
    """

    def __init__(self, folder: str, words: str) -> None:
        super().__init__(folder)
        self._words = words

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return where a template of this environment is kept."""
        key = "\0".join((name, _describe(environment), self._words))
        return super().get_bucket(environment, key, filename, source)


def _describe(environment: jinja2.Environment) -> str:
    """Return a digest of what of an environment is in the code that it compiles."""
    functions = {**environment.filters, **environment.tests}
    compiler = sys.modules[environment.code_generator_class.__module__]
    lines = [_read_source(compiler), str(environment.autoescape)]
    lines += sorted(environment.extensions)
    for name in sorted(functions):
        function = functions[name]
        passed = getattr(function, "jinja_pass_arg", None)
        lines.append(f"{name} {getattr(function, '__qualname__', '')} {passed}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


_read_source = cache(inspect.getsource)
