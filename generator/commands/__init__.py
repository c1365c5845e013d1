"""The command line: a module a command, each with one short function.

The only place that prints, reads the clock or exits. Exit codes: 0 clean, 1 nothing published (or,
for `check`, errors found), 2 wrong usage, 3 published with some items left out.
"""

from generator.commands.command_line import main

__all__ = ["main"]
