"""What a text of fields is: a tree of texts, lists and mappings that know where they stand."""

from generator.frozen import Frozen
from generator.problems import Place


class Scalar(Frozen):
    """One value as text. `is_plain` is false for quoted and block text."""

    text: str
    place: Place
    is_plain: bool = True


class Sequence(Frozen):
    """A list; `is_flow` is whether it stands between brackets."""

    items: tuple["Node", ...]
    place: Place
    is_flow: bool = False


class Mapping(Frozen):
    """Keys with their values, in the file's order; no key twice.

    `repeats` are the keys that were written again, each with the line of the first; their values
    are left out.
    """

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    repeats: tuple[tuple[Scalar, int], ...] = ()

    def get(self, *names: str) -> "Node | None":
        """Return the value of the first key that is one of `names`."""
        return next((value for key, value in self.entries if key.text in names), None)


Node = Scalar | Sequence | Mapping
