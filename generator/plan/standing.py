"""How far an issue has come on a day: its step, since when, and until when by the site's limit."""

from datetime import date, timedelta

from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.issue import Issue, NextStep, Step
from generator.plan.lifetime import is_closed, steps_done


class Standing(Frozen):
    """The state of an issue that may be seen: at least one step is done."""

    done: tuple[Step, ...]
    closed: bool
    limit: int | None
    """The days that the present step may take; None without a limit, and once closed."""
    following: NextStep | None
    """The step that is planned next; None once closed."""

    @property
    def step(self) -> str:
        """The name of the step that the issue is in."""
        return self.done[-1].name

    @property
    def since(self) -> date:
        """The day on which the issue came to its step, however often that was noted since."""
        first = self.done[-1]
        for step in reversed(self.done):
            if step.name != first.name:
                break
            first = step
        return first.day

    @property
    def due(self) -> date | None:
        """The last day for the present step."""
        return None if self.limit is None else self.since + timedelta(days=self.limit)


def stand(issue: Issue, board: Board, today: date) -> Standing:
    """Return the standing of an issue that is published on `today`."""
    done = steps_done(issue, today)
    closed = is_closed(issue, board, today)
    if closed:
        return Standing(done, closed, None, None)
    limits = {step.name: step.limit for step in board.site.steps}
    return Standing(done, closed, limits.get(done[-1].name), _following(issue, today))


def _following(issue: Issue, today: date) -> NextStep | None:
    """Return what comes next: a step already dated in the future, else what the file plans."""
    ahead = next((step for step in issue.steps if step.day > today), None)
    return NextStep(name=ahead.name, expected=ahead.day) if ahead else issue.next_step
