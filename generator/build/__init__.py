"""Runs the stages: read → check → plan → render → write.

`build_site` is the whole of it; `read_site` and `check_site` are its first two steps alone, and
`print_packs` makes of the planned posters what is taken to the boards. Whether a build is needed at
all `unchanged` finds out, which imports no library; so neither does this module before a name of
it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.build.collector import hold_collector

if TYPE_CHECKING:
    from generator.build.checking import check_site, read_site, read_unfiled
    from generator.build.options import BuildOptions, BuildResult
    from generator.build.packs import PrintOptions, PrintResult, print_packs
    from generator.build.site import build_site

_MODULES = {
    "BuildOptions": "options",
    "BuildResult": "options",
    "PrintOptions": "packs",
    "PrintResult": "packs",
    "build_site": "site",
    "check_site": "checking",
    "print_packs": "packs",
    "read_site": "checking",
    "read_unfiled": "checking",
}

__all__ = [
    "BuildOptions",
    "BuildResult",
    "PrintOptions",
    "PrintResult",
    "build_site",
    "check_site",
    "print_packs",
    "read_site",
    "read_unfiled",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(name)
    with hold_collector():  # half a second of imports, and no garbage
        module = import_module(f"{__name__}.{_MODULES[name]}")
    return getattr(module, name)
