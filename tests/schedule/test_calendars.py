"""Holidays, make-up workdays, and what is said of years that nobody knows yet."""

from datetime import date

from generator.schedule import Calendar, Holiday, Schedule, packaged_calendar
from tests.schedule.samples import CALENDAR, FIRST, LAST, days_of, understood


def _codes(schedule: Schedule, calendar: Calendar = CALENDAR) -> list[str]:
    return [note.code for note in schedule.cautions(FIRST, LAST, calendar)]


def test_the_packaged_list_of_2026() -> None:
    packaged = packaged_calendar()
    of_2026 = [holiday for holiday in packaged.holidays if holiday.year == 2026]
    assert [(h.name, h.first.isoformat(), len(h.days())) for h in of_2026] == [
        ("元旦", "2026-01-01", 3),
        ("春节", "2026-02-15", 9),
        ("清明节", "2026-04-04", 3),
        ("劳动节", "2026-05-01", 5),
        ("端午节", "2026-06-19", 3),
        ("中秋节", "2026-09-25", 3),
        ("国庆节", "2026-10-01", 7),
    ]
    made_up = [day.isoformat()[5:] for day in packaged.make_up_workdays if day.year == 2026]
    assert made_up == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
    assert 2026 in packaged.years


def test_workdays() -> None:
    assert CALENDAR.is_workday(date(2026, 5, 9)) is True
    assert CALENDAR.is_workday(date(2026, 10, 1)) is False
    assert CALENDAR.is_workday(date(2026, 3, 7)) is False
    assert CALENDAR.is_workday(date(2099, 3, 4)) is None
    assert CALENDAR.is_probable_workday(date(2099, 3, 4)) is True


def test_the_other_list_of_a_year_stands_alone() -> None:
    other = Calendar(
        holidays=(Holiday("元旦", date(2025, 12, 31), date(2026, 1, 1)),), years=(2026,)
    )
    both = packaged_calendar().replaced_by(other)
    assert both.is_workday(date(2026, 10, 1)) is True
    assert both.is_workday(date(2025, 10, 1)) is False
    assert both.is_workday(date(2025, 12, 31)) is False
    assert not both.is_make_up_workday(date(2026, 5, 9))
    assert both.years == packaged_calendar().years


def test_a_year_without_a_list_is_tentative() -> None:
    found = understood("工作日9:00-17:00").occurrences(FIRST, LAST, CALENDAR)
    assert {o.tentative for o in found if o.day.year == 2026} == {False}
    assert {o.tentative for o in found if o.day.year == 2027} == {True}
    assert "time-holidays-unknown" in _codes(understood("工作日9:00-17:00"))
    assert _codes(understood("每周三下午2点")) == []


def test_monday_to_friday_ignores_make_up_workdays() -> None:
    saturday = date(2026, 5, 9)
    assert saturday in days_of("工作日")
    assert saturday not in days_of("每周一至周五")


def test_a_weekend_activity_on_a_make_up_workday() -> None:
    notes = understood("每周六上午9点").cautions(FIRST, LAST, CALENDAR)
    assert [note.facts["day"] for note in notes] == [date(2026, 5, 9), date(2026, 10, 10)]


def test_moved_days_tell_where_they_came_from() -> None:
    found = understood("每月15日上午9点，节假日顺延").occurrences(FIRST, LAST, CALENDAR)
    assert found[0].day == date(2026, 3, 16)
    assert found[0].moved_from == date(2026, 3, 15)
    assert found[1].moved_from is None
    earlier = understood("每月1日上午9点，节假日提前").occurrences(FIRST, LAST, CALENDAR)
    assert date(2026, 9, 30) in {o.day for o in earlier if o.moved_from == date(2026, 10, 1)}


def test_an_occurrence_moves_into_the_range_and_out_of_it() -> None:
    schedule = understood("每月15日上午9点，节假日顺延")
    sixteenth = date(2026, 3, 16)
    assert [o.day for o in schedule.occurrences(sixteenth, sixteenth, CALENDAR)] == [sixteenth]
    fifteenth = date(2026, 3, 15)
    assert schedule.occurrences(fifteenth, fifteenth, CALENDAR) == ()


def test_a_moved_day_does_not_land_on_an_excluded_one() -> None:
    assert date(2026, 3, 16) not in days_of("每月15日上午9点，节假日顺延，3月16日除外")
    assert date(2026, 3, 17) in days_of("每月15日上午9点，节假日顺延，3月16日除外")


def test_every_saturday_moved_on_holidays_stays_on_saturdays() -> None:
    days = days_of("每周六上午9点，节假日顺延")
    assert date(2026, 3, 7) in days
    assert date(2026, 10, 3) not in days
    assert date(2026, 10, 8) in days


def test_a_named_holiday_is_the_stretch_of_the_list() -> None:
    days = days_of("每天9:00-17:00，国庆节放假暂停")
    assert not {date(2026, 10, n) for n in range(1, 8)} & set(days)
    assert len(days) == 365 - 7


def test_a_named_holiday_of_an_unknown_year_is_tentative() -> None:
    found = understood("每周三下午2点至4点，春节放假暂停").occurrences(FIRST, LAST, CALENDAR)
    tentative = [o.day for o in found if o.tentative]
    assert date(2027, 2, 10) in tentative
    assert date(2026, 9, 2) not in tentative


def test_school_holidays_of_an_unknown_year_are_usual_ones() -> None:
    found = understood("开学期间每周三下午4点").occurrences(FIRST, LAST, CALENDAR)
    days = {o.day: o.tentative for o in found}
    assert date(2026, 7, 1) not in days
    assert days[date(2026, 9, 2)] is False
    assert days[date(2027, 1, 6)] is True
    assert date(2027, 2, 3) not in days
    assert "time-school-holidays-unknown" in _codes(understood("寒假每天9:00-11:00"))


def test_last_day() -> None:
    assert understood("3月5日至4月10日").last_day(CALENDAR) == date(2026, 4, 10)
    assert understood("3月1日-3月31日每周三").last_day(CALENDAR) == date(2026, 3, 25)
    assert understood("每周三").last_day(CALENDAR) is None
    assert understood("重阳节").last_day(CALENDAR) is None
    assert understood("6月30日17:00前").last_day(CALENDAR) == date(2026, 6, 30)
    assert understood("长期").last_day(CALENDAR) is None
    assert understood("农历2026年九月初九").last_day(CALENDAR) == date(2026, 10, 18)


def test_the_range_is_bounded() -> None:
    schedule = understood("每天")
    assert len(schedule.occurrences(date.min, date.max, CALENDAR)) <= 7321
    assert schedule.occurrences(LAST, FIRST, CALENDAR) == ()
    assert schedule.cautions(LAST, FIRST, CALENDAR) == ()
