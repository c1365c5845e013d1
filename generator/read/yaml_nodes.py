"""What a text of fields is: a tree of texts, lists and mappings that know where they stand."""

from dataclasses import dataclass

from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as text. `is_plain` is false for quoted and block text."""

    text: str
    place: Place
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `is_flow` is whether it stands between brackets."""

    items: tuple["Node", ...]
    place: Place
    is_flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
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
