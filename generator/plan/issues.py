"""Issues in lists and on boards: how far each has come, in the site's own steps."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.model.issue import Issue, Step
from generator.model.notice import Announcement, Notice
from generator.plan import addresses
from generator.plan.context import Context
from generator.plan.lifetime import is_published, steps_done
from generator.plan.standing import stand
from generator.plan.views import IssueCard, IssueCounts, IssueRow, StepView


def issue_cards(context: Context, issues: Iterable[Issue]) -> tuple[IssueCard, ...]:
    """Return the issues that may be seen: open ones first, those that moved last before others."""
    seen = [_issue_card(context, i) for i in issues if is_published(i, context.today)]
    return tuple(sorted(seen, key=lambda card: (card.closed, -card.latest_day.toordinal())))


def _issue_card(context: Context, issue: Issue) -> IssueCard:
    """Return an issue and how far it has come."""
    standing = stand(issue, context.board, context.today)
    return IssueCard(
        number=issue.number,
        title=issue.title,
        address=addresses.of_item(issue),
        steps=step_views(context, issue),
        closed=standing.closed,
        opened=issue.opened,
        latest_day=standing.done[-1].day,
    )


def issue_rows(context: Context, issues: Iterable[Issue]) -> tuple[IssueRow, ...]:
    """Return the rows of a board: open issues, the longest in their step first, then closed ones.

    Of the closed ones, the last to be closed comes first.
    """
    seen = [_issue_row(context, i) for i in issues if is_published(i, context.today)]

    def order(row: IssueRow) -> tuple[bool, int, str]:
        return row.closed, (-1 if row.closed else 1) * row.since.toordinal(), row.number

    return tuple(sorted(seen, key=order))


def _issue_row(context: Context, issue: Issue) -> IssueRow:
    standing = stand(issue, context.board, context.today)
    following = standing.following
    first, last = standing.done[0].day, standing.done[-1].day
    return IssueRow(
        number=issue.number,
        title=issue.title,
        address=addresses.of_item(issue),
        topic=issue.topic,
        office=context.owner(issue),
        phone=context.office_phone(issue.owner),
        compounds=tuple(c.name for c in context.board.compounds_of(issue)) if issue.scope else (),
        steps=step_views(context, issue),
        step=standing.step,
        since=standing.since,
        due=standing.due,
        limit=standing.limit,
        next_name=following.name if following else None,
        next_day=following.expected if following else None,
        opened=issue.opened,
        closed=standing.closed,
        duration=(last - first).days if standing.closed else None,
    )


def count_issues(rows: Sequence[IssueRow]) -> tuple[IssueCounts, tuple[IssueCounts, ...]]:
    """Return the figures of all rows, and those of each category if there are any."""
    topics = Counter(row.topic for row in rows if row.topic)
    by_topic = (_count(topic, [r for r in rows if r.topic == topic]) for topic in topics)
    largest = sorted(by_topic, key=lambda counts: (-counts.collected, counts.topic))
    return _count(None, rows), tuple(largest)


def _count(topic: str | None, rows: Sequence[IssueRow]) -> IssueCounts:
    closed = sum(row.closed for row in rows)
    return IssueCounts(topic=topic, collected=len(rows), open=len(rows) - closed, closed=closed)


def step_views(context: Context, issue: Issue) -> tuple[StepView, ...]:
    """Return one view for each step of the site's order, those not reached without a day.

    Of a step that was noted several times the first day counts, and the last note is told.
    """
    notes = _notes_by_step(context, issue)
    views = []
    for name, found in notes.items():
        view = _step_view(context, issue, name, found[-1] if found else None)
        views.append(replace(view, day=found[0].day) if found else view)
    return tuple(views)


def step_history(context: Context, issue: Issue) -> tuple[StepView, ...]:
    """Return every note of every step in the site's order, and the steps not reached."""
    views = []
    for name, found in _notes_by_step(context, issue).items():
        earlier = [_step_view(context, issue, name, step) for step in found[:-1]]
        views += [replace(view, state="done") for view in earlier]
        views.append(_step_view(context, issue, name, found[-1] if found else None))
    return tuple(views)


def _notes_by_step(context: Context, issue: Issue) -> dict[str, list[Step]]:
    done = steps_done(issue, context.today)
    return {name: [s for s in done if s.name == name] for name in context.board.site.step_names}


def _step_view(context: Context, issue: Issue, name: str, step: Step | None) -> StepView:
    """Return a step as it was done, or as it stands to be done."""
    notice = _announcement(context, issue, step) if step else None
    period = notice.period if isinstance(notice, Announcement) else None
    return StepView(
        name=name,
        state=_state(context, issue, name),
        day=step.day if step else None,
        note=step.note if step else None,
        address=addresses.of_item(notice) if notice else None,
        period_first=period.first if period else None,
        period_last=period.last if period else None,
    )


def _state(context: Context, issue: Issue, name: str) -> str:
    standing = stand(issue, context.board, context.today)
    order = context.board.site.step_names
    if name == standing.step and not standing.closed:
        return "here"
    if any(step.name == name for step in standing.done):
        return "done"
    return "skipped" if order.index(name) < order.index(standing.step) else "ahead"


def _announcement(context: Context, issue: Issue, step: Step) -> Notice | None:
    if step.announcement is None:
        return None
    notice = context.board.find_announcement(step.announcement, issue.owner)
    return notice if notice and is_published(notice, context.today) else None
