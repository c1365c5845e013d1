"""Runs the stages: read → check → plan → render → write.

`build_site` is the whole of it; `read_site` and `check_site` are its first two steps alone, and
`print_packs` makes of the planned posters what is taken to the boards.
"""

from generator.build.checking import check_site, read_site
from generator.build.packs import PrintOptions, PrintResult, print_packs
from generator.build.site import BuildOptions, BuildResult, build_site

__all__ = [
    "BuildOptions",
    "BuildResult",
    "PrintOptions",
    "PrintResult",
    "build_site",
    "check_site",
    "print_packs",
    "read_site",
]
