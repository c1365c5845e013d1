"""A file's text as its fields and its body, with every mistake in the writing of the fields."""

from generator.frozen import Frozen
from generator.problems import Problem, Severity
from generator.read.fences import is_any_fence, mend_fences
from generator.read.front_matter import Document, Unsplit, split_front_matter
from generator.read.invisible import find_invisible
from generator.read.mistakes import find_mistakes, find_silent_mistakes
from generator.read.refusals import to_problem
from generator.read.yaml_nodes import Node
from generator.read.yaml_text import YamlRefusedError, parse_yaml


class Fields(Frozen):
    """What became of a file's text: its parts and its tree, as far as there are any."""

    document: Document | None
    root: Node | None
    problems: tuple[Problem, ...]

    @property
    def is_refused(self) -> bool:
        """Whether the fields cannot be read; of a key that is there twice, the first counts."""
        return any(
            problem.severity is Severity.ERROR and problem.code != "key-twice"
            for problem in self.problems
        )


def read_fields(text: str, path: str, *, has_fences: bool) -> Fields:
    """Read the fields of a file, plain YAML or front matter, and every mistake in their writing."""
    document = split_front_matter(text) if has_fences else Document(text, 1, "", 1)
    if isinstance(document, Unsplit):
        return Fields(None, None, tuple(find_fence_mistakes(text, path)))
    matter, line = document.matter, document.matter_line
    root, unseen = None, _find_unseen(text, path, document)
    try:
        root = parse_yaml(matter, path, line)
        found = find_silent_mistakes(matter, root, path, line)
    except YamlRefusedError as error:
        found = find_document_mistakes(text, document, error)
    found = sorted(found + unseen, key=lambda problem: problem.sort_key)
    return Fields(document, root, tuple(found))


def _find_unseen(text: str, path: str, document: Document) -> list[Problem]:
    """Return a problem for each character above the body that nobody sees."""
    head = (
        text if document.body_line == 1 else "\n".join(text.split("\n")[: document.body_line - 1])
    )
    return [slip.to_problem(path, 1) for slip in find_invisible(head)]


def find_fence_mistakes(text: str, path: str) -> list[Problem]:
    """Return what is wrong with a Markdown file that has no front matter, and in its fields."""
    slips, document = mend_fences(text)
    found = [slip.to_problem(path, 1) for slip in slips]
    if document is not None:
        found += _find_any(document, path)
    return sorted(found, key=lambda problem: problem.sort_key)


def find_document_mistakes(
    text: str, document: Document, refusal: YamlRefusedError
) -> list[Problem]:
    """Return every mistake in the fields of a file, the whole text of which is `text`.

    A line of other dashes among the fields was meant to end them.
    """
    path = refusal.place.path
    if document.body_line > 1 and any(map(is_any_fence, document.matter.split("\n"))):
        return find_fence_mistakes(text, path)
    found = find_mistakes(document.matter, path, document.matter_line)
    return found or [to_problem(refusal)]


def _find_any(document: Document, path: str) -> list[Problem]:
    try:
        root = parse_yaml(document.matter, path, document.matter_line)
    except YamlRefusedError:
        return find_mistakes(document.matter, path, document.matter_line)
    return find_silent_mistakes(document.matter, root, path, document.matter_line)
