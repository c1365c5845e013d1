"""Problems of one body while it is read, and where in it something stands."""

from dataclasses import dataclass, field

from generator.problems import Fact, Place, Problem, Severity


@dataclass(slots=True)
class Remarks:
    """The problems of one body; lines are counted from 0 in its text."""

    path: str
    first_line: int
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)

    def place(self, line: int, *forms: str) -> Place:
        """Return where something stands, in a line or below it, written in one of these forms.

        The parser knows the first line of a paragraph only. The line itself if it is not found.
        """
        for number in range(line, len(self.lines)):
            for written in filter(None, (form.partition("\n")[0] for form in forms)):
                column = self.lines[number].find(written)
                if column >= 0:
                    found, width = self.first_line + number, len(written)
                    return Place(path=self.path, line=found, column=column + 1, width=width)
        return Place(path=self.path, line=self.first_line + line, column=1)

    def warn(self, code: str, line: int, written: str, **facts: Fact) -> None:
        """Note that what is `written` in a line, or below it, is not seen as it was meant."""
        place = self.place(line, written)
        warning = Problem(place=place, code=code, severity=Severity.WARNING, facts=facts)
        self.problems.append(warning)
