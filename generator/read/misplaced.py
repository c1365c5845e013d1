"""What to say of a file that cannot be published where it is, or as it is saved."""

from pathlib import PurePosixPath

from generator.model.folders import FOLDERS
from generator.problems import Fact, near_misses
from generator.read.layout import ITEM_SUFFIXES, inner_folders
from generator.read.tables.expand import OTHER_SUFFIXES

_OFFICE = (".doc", ".ppt", ".pptx", ".wps", ".dps", ".rtf", ".docm", ".zip", ".rar", ".7z")
_PICTURES = (".gif", ".bmp", ".tif", ".tiff", ".heic", ".svg", ".avif")
_TEXTS = (".txt", ".text", ".markdown", ".mdown")


def judge_misplaced(path: PurePosixPath) -> tuple[str, dict[str, Fact]]:
    """Return the problem code and the facts for a file, from its path below the content folder."""
    suffix = path.suffix.lower()
    folder = inner_folders(path.parts[:-1])
    if suffix in _OFFICE:
        return "file-office", {}
    if suffix in OTHER_SUFFIXES:
        return "table-ending", {"value": suffix, "better": str(path.with_suffix(".xlsx").name)}
    if suffix in _PICTURES:
        return "image-ending", {"ending": suffix}
    is_known = len(folder) == 1 and folder[0] in FOLDERS
    if suffix in _TEXTS and is_known:
        stem = PurePosixPath(path.stem)
        better = stem if stem.suffix.lower() in ITEM_SUFFIXES else stem.with_name(f"{stem}.md")
        return "file-ending", {"value": path.name, "better": str(better)}
    near = near_misses(folder[0], FOLDERS) if len(folder) == 1 and not is_known else []
    if suffix in ITEM_SUFFIXES and near:
        return "folder-unknown", {"value": folder[0], "near": near[0]}
    return "file-misplaced", {}
