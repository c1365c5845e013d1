"""Cases as data, in Markdown files beside this one.

Each case is a heading `## Title`, a fenced block `in` with the input, and a fenced block `out`
with what is expected.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_BLOCK = r"```{}\n(.*?)\n?```"
_CASE = re.compile(
    rf"^## (.+?)\n+{_BLOCK.format('in')}\n+{_BLOCK.format('out')}$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Case:
    title: str
    given: str
    expected: str


def load_cases(name: str) -> list[Case]:
    """All cases of a file; at least one."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    cases = [Case(*match) for match in _CASE.findall(text)]
    assert len(cases) == text.count("\n## "), f"{name} has a case that cannot be read"
    assert cases
    return cases
