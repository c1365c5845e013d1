"""Before: paths and bytes. After: an output folder that is whole, or the one there was before.

`guard` says where may be written at all; `manifest` is the list of what Linli wrote; `output`
stages a new site beside the old one and swaps the two. Nothing that is not on the manifest is ever
deleted or overwritten.
"""

from generator.write.guard import OutputError
from generator.write.manifest import Manifest, Written
from generator.write.output import Staging, open_staging

__all__ = ["Manifest", "OutputError", "Staging", "Written", "open_staging"]
