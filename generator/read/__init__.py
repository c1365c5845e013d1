"""Before: files. After: a `Board`, and a `Problem` for each thing that could not be read.

bytes → text (`files`) → front matter and body (`front_matter`) → tree (`yaml_text`) and HTML
(`markdown`) → typed records (`records`) → joined by path (`layout`) into a board (`board`).
Nothing raises for a volunteer's mistake.
"""

from generator.read.board import Reading, find_content, read_board
from generator.read.memory import Memory

__all__ = ["Memory", "Reading", "find_content", "read_board"]
