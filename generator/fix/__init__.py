"""Before: problems that carry edits, and their files. After: the files mended, the originals kept.

`edits` changes a text, `contents` puts that and another encoding's conversion
together for one file's bytes, `storage` is the only module that touches the disk, and `mend`
repeats all of it until nothing is left that can be mended without a person.
"""

from generator.fix.mend import MendedFile, Mending, mend
from generator.fix.storage import BACKUPS, Backup, Folder, remove_backups

__all__ = [
    "BACKUPS",
    "Backup",
    "Folder",
    "MendedFile",
    "Mending",
    "mend",
    "remove_backups",
]
