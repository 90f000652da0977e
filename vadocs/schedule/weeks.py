"""Days of work: the first weeks of an engagement, its first report and review, none on a day off."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from vadocs.schedule.periods import end_of_term

REVIEW_DAY = 30
"""The day of the engagement, counted from 1, on which or after which the first review is."""
MONDAY_TO_FRIDAY = frozenset(range(1, 6))
"""The usual days of the week on which work is done; Monday is 1."""
_DAY = timedelta(days=1)
_SEARCHED = 366

Frequency = Literal["daily", "weekly", "biweekly", "monthly", "quarterly", "yearly"]
_DAYS: dict[Frequency, int] = {"weekly": 7, "biweekly": 14}
_MONTHS: dict[Frequency, int] = {"monthly": 1, "quarterly": 3, "yearly": 12}


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days counted from the start: the first and the last of them that are days of work."""

    number: int
    first: date
    last: date


def works(day: date, off: Collection[date], weekdays: Collection[int] = MONDAY_TO_FRIDAY) -> bool:
    """Whether it is a day of work: one of the `weekdays` and none of those off."""
    return day.isoweekday() in weekdays and day not in off


def on_or_after(day: date, off: Collection[date], weekdays: Collection[int] = MONDAY_TO_FRIDAY) -> date | None:
    """The first day of work from `day` on; None where a whole year has none."""
    later = (day + timedelta(days=n) for n in range(_SEARCHED))
    return next((one for one in later if works(one, off, weekdays)), None)


def week(
    start: date, number: int, off: Collection[date], weekdays: Collection[int] = MONDAY_TO_FRIDAY, end: date = date.max
) -> Week | None:
    """The week of that number, counted from 1, from `start` to `end`; None where it has no day of work."""
    first = start + timedelta(days=7 * (number - 1))
    seven = (first + timedelta(days=n) for n in range(7))
    days = [one for one in seven if one <= end and works(one, off, weekdays)]
    return Week(number, days[0], days[-1]) if days else None


def review_day(start: date, off: Collection[date], weekdays: Collection[int] = MONDAY_TO_FRIDAY) -> date | None:
    """The first day of work on or after day 30, the start being day 1."""
    return on_or_after(start + timedelta(days=REVIEW_DAY - 1), off, weekdays)


def first_report(
    start: date,
    frequency: Frequency,
    weekday: int | None,
    off: Collection[date],
    weekdays: Collection[int] = MONDAY_TO_FRIDAY,
) -> date | None:
    """The day of the first regular report, on a day of work: at the end of the first period.

    On the last `weekday` (Monday is 1) of the period after the start, or the next day of work where that is off;
    without one, on the last day of the period or the next day of work.
    """
    if frequency == "daily":
        return on_or_after(start, off, weekdays)
    months = _MONTHS.get(frequency)
    last = end_of_term(start, months) if months else start + timedelta(days=_DAYS[frequency] - 1)
    end = last + _DAY
    if weekday is None:
        return on_or_after(last, off, weekdays)
    return on_or_after(end - timedelta(days=(end.isoweekday() - weekday) % 7), off, weekdays)
