"""What an event or a notice says: the parts that its page and its poster share."""

from datetime import date
from typing import Any

from generator.model.event import Event, Registration
from generator.model.notice import Announcement, Form, Notice, Outage, Recruitment, Result
from generator.plan import addresses
from generator.plan.context import Context, phone_view, restore_view
from generator.plan.lifetime import is_published
from generator.plan.views import EventParts, FormFieldView, Link, NoticeParts


def event_parts(context: Context, event: Event) -> EventParts:
    """Return what an event says."""
    registration = event.registration or Registration()
    deadline = registration.deadline
    return EventParts(
        reading=event.when.reading(context.board.site.speech),
        place=event.place,
        contact=phone_view(event.contact),
        programme=tuple(item.words for item in event.programme),
        bring=event.bring,
        fee=event.fee,
        audience=event.audience,
        registration=registration.how,
        deadline=deadline.day if deadline else None,
        deadline_minute=deadline.minute if deadline else None,
        places=registration.places,
        rain=event.rain,
    )


def notice_parts(context: Context, notice: Notice) -> NoticeParts:
    """Return what a notice says, the parts of other categories empty."""
    return NoticeParts(
        category=notice.category.value,
        level=notice.level.value,
        published=notice.published,
        points=notice.points,
        contact=phone_view(notice.contact) if notice.contact else None,
        **_category_parts(context, notice),
    )


def _category_parts(context: Context, notice: Notice) -> dict[str, Any]:
    match notice:
        case Outage():
            reading = notice.when.reading(context.board.site.speech)
            parts = {"reason": notice.reason, "reading": reading, "phone": notice.phone}
            restore = restore_view(context, notice)
            return parts | {"restore": restore, "cancelled": notice.cancelled}
        case Recruitment():
            return _recruitment_parts(notice, context.today)
        case Announcement():
            return {
                "period_first": notice.period.first,
                "period_last": notice.period.last,
                "ways": notice.objections.ways,
                "objection_phone": notice.objections.phone,
                "outcome": notice.outcome,
                "issue": issue_link(context, notice.issue, notice.owner),
            }
        case Result():
            return {"issue": issue_link(context, notice.issue, notice.owner)}
        case Form():
            fields = tuple(
                FormFieldView(name=f.name, width=f.width.value, choices=f.choices)
                for f in notice.fields
            )
            return {"fields": fields, "purpose": notice.purpose, "annex": notice.annex}
        case _:
            return {}


def _recruitment_parts(notice: Recruitment, today: date) -> dict[str, Any]:
    """Return the parts of a call; nobody needs its strips once the deadline has gone by."""
    closed = notice.deadline.day < today
    strip = None if closed else notice.tear_off
    return {
        "deadline": notice.deadline.day,
        "deadline_minute": notice.deadline.minute,
        "places": notice.places,
        "tasks": notice.tasks,
        "conditions": notice.conditions,
        "hours": notice.hours,
        "strip_text": strip and strip.text,
        "strip_phone": strip and strip.phone,
        "strips": strip.strips if strip else 0,
        "closed": closed,
    }


def issue_link(context: Context, number: str | None, owner: str | None) -> Link | None:
    """Return the issue that a notice of `owner` names; None if it names none that may be seen."""
    issue = number and context.board.find_issue(number, owner)
    if not issue or not is_published(issue, context.today):
        return None
    return Link(f"{issue.number} {issue.title}", addresses.of_item(issue))
