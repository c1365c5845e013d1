"""Front matter: the YAML between two `---` lines at the head of a Markdown file."""

from generator.frozen import Frozen
from generator.read.invisible import strip_invisible

FENCE = "---"


class Document(Frozen):
    """A file in its two parts, each with the number of its first line in the file."""

    matter: str
    matter_line: int
    body: str
    body_line: int


class Unsplit(Frozen):
    """Why a text has no front matter: a problem code and the line to look at."""

    code: str
    line: int


def is_fence(line: str) -> bool:
    """Whether a line is three hyphens, whatever nobody sees beside them."""
    # Nearly all lines that are none are known by counting alone.
    return line.count("-") == len(FENCE) and strip_invisible(line).rstrip() == FENCE


def split_front_matter(text: str) -> Document | Unsplit:
    """Split a Markdown file with LF line ends; blank lines may stand before the first fence."""
    lines = text.split("\n")
    opening = next((n for n, line in enumerate(lines) if line.strip()), None)
    if opening is None or not is_fence(lines[opening]):
        return Unsplit("front-matter-missing", 1 if opening is None else opening + 1)
    for number in range(opening + 1, len(lines)):
        if is_fence(lines[number]):
            matter = "\n".join(lines[opening + 1 : number])
            body = "\n".join(lines[number + 1 :])
            return Document(matter, opening + 2, body, number + 2)
    return Unsplit("front-matter-unclosed", opening + 1)
