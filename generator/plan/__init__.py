"""Before: a `Board` and a day. After: every file that will exist, as `Artifact`s.

What plans is imported when it is asked for: a process that prints posters needs artifacts and their
views alone, and would be three times as long in starting.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.plan.artifact import Artifact, Kind, Stamps

if TYPE_CHECKING:
    from generator.plan.changes import find_next_change
    from generator.plan.site import plan_site
    from generator.plan.staff import printing_list

_MODULES = {"find_next_change": "changes", "plan_site": "site", "printing_list": "staff"}

__all__ = ["Artifact", "Kind", "Stamps", "find_next_change", "plan_site", "printing_list"]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
