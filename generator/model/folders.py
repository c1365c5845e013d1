"""The names of content folders: what kind of item is in each, in both languages.

And the names of what editors leave there, which is no content.
"""

FOLDERS = {
    "events": "events", "活动": "events",
    "services": "services", "服务": "services", "便民服务": "services",
    "notices": "notices", "通知": "notices",
    "issues": "issues", "议题": "issues",
    "reviews": "reviews", "回顾": "reviews", "年度回顾": "reviews",
    "groups": "groups", "队伍": "groups", "阵地": "groups",
}  # fmt: skip
"""Folder name → the kind of item in it, as `Item.folder` names it."""

COMMITTEE_FOLDERS = ("committees", "居委", "居委会")
CALENDAR_FOLDERS = ("calendar", "日历")

_LEFTOVERS = ("~$", ".", "#")  # Word's locks, hidden files, editors' autosaves
_LEFTOVER_SUFFIXES = ("~", ".tmp", ".bak", ".swp", ".part")
_LEFTOVER_NAMES = ("thumbs.db", "desktop.ini")


def is_leftover(name: str) -> bool:
    """Whether a file or folder of this name is passed over."""
    lower = name.lower()
    return (
        lower.startswith(_LEFTOVERS)
        or lower.endswith(_LEFTOVER_SUFFIXES)
        or lower in _LEFTOVER_NAMES
    )


def committee_folder(path: str) -> str | None:
    """Return the folder's name of the committee that a file belongs to; None if it has none.

    `path` begins at the site's folder: `content/committees/dong/events/a.md` is of `dong`.
    """
    parts = path.split("/")
    return parts[2] if len(parts) > 3 and parts[1] in COMMITTEE_FOLDERS else None
