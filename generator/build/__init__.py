"""Runs the stages: read → check → plan → render → write.

`build_site` is the whole of it; `read_site` and `check_site` are its first two steps alone.
"""

from generator.build.site import (
    BuildOptions,
    BuildResult,
    build_site,
    check_site,
    read_site,
)

__all__ = ["BuildOptions", "BuildResult", "build_site", "check_site", "read_site"]
