"""File names that tell something personal: these are kept nowhere, not even between builds."""

from collections.abc import Iterable


def find_personal(paths: Iterable[str]) -> set[str]:
    """Return those of these paths that tell something personal."""
    from generator.privacy import mask_text  # noqa: PLC0415 - a build that does nothing needs none

    paths = list(paths)
    together = "\n".join(paths)
    if mask_text(together) == together:
        return set()
    return {path for path in paths if mask_text(path) != path}
