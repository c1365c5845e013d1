"""A week's menus on paper: what the canteens of a compound cook from Monday to Sunday.

The sheet tells of the whole week whatever the day of building, and is made from the Friday before.
"""

from collections.abc import Iterator
from datetime import date

from generator.model.committee import Compound
from generator.plan.agenda import week_end
from generator.plan.cards import bare_line
from generator.plan.context import Context, phone_view
from generator.plan.poster_frames import office_phones, span_frame
from generator.plan.timetables import schedules_between
from generator.plan.views import CanteenView, MenuPoster
from generator.plan.windows import week_menus


def make_menu_poster(context: Context, compound: Compound, monday: date) -> MenuPoster | None:
    """Return the menus of the week that begins on `monday`; None if nothing is known of it."""
    sunday = week_end(monday)
    canteens = tuple(_canteens(context, compound, monday))
    if not canteens:
        return None
    days = [day.day for canteen in canteens for day in canteen.days]
    schedules = schedules_between(context, compound, monday, sunday)
    contacts = [phone_view(s.contact) for s in schedules if any(week_menus(s, monday))]
    return MenuPoster(
        frame=span_frame(context, compound, monday, sunday),
        first=min(days),
        last=max(days),
        canteens=canteens,
        contacts=tuple(dict.fromkeys([*contacts, *office_phones(context, compound)])),
    )


def has_menu(context: Context, compound: Compound, monday: date) -> bool:
    """Whether anything is known of what is cooked in a week."""
    return any(True for _ in _canteens(context, compound, monday))


def _canteens(context: Context, compound: Compound, monday: date) -> Iterator[CanteenView]:
    for schedule in schedules_between(context, compound, monday, week_end(monday)):
        for service, days in week_menus(schedule, monday):
            yield CanteenView(line=bare_line(context, schedule, service), days=days)
