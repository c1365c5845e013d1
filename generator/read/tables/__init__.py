"""Before: a list that a file gives as the name of a table. After: the list, as if written there.

bytes → rows of cells (`csv_text`, `workbook`) → mappings whose keys and values know their cells
(`nodes`) → put into the tree in the place of the table's name (`expand`). All that comes after
reads rows as it reads lines of YAML, and what it finds wrong it says at the cell.
"""

from generator.read.tables.expand import TABLE_SUFFIXES, Tables, expand_tables

__all__ = ["TABLE_SUFFIXES", "Tables", "expand_tables"]
