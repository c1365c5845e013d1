"""Where a plan asks for items that are filed: long over, and planned by an earlier build.

Most of a site that has been kept for years is over, and says the same every day. Of such an item
the board has a `FiledItem` alone. Its own files are taken over, lists show the views that were
kept of it, and its record is asked for only where one of its files has to be planned again.
"""

from typing import Protocol

from generator.model.filed import FiledItem
from generator.model.item import Item
from generator.plan.views import FiledFiles, FiledViews, SearchDocument


class Filing(Protocol):
    """What is known of the items that a board has filed. Raises LookupError if it is lost."""

    def files_of(self, item: FiledItem) -> FiledFiles:
        """Return the files that are made of an item alone."""

    def views_of(self, item: FiledItem) -> FiledViews:
        """Return what others show of an item."""

    def document_of(self, item: FiledItem) -> SearchDocument:
        """Return what the search knows of an item."""

    def record_of(self, item: FiledItem) -> Item:
        """Return an item as its file says it."""
