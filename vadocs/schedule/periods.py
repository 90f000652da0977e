"""Calendar months of a term, whole or in part, and dates counted in months."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Period:
    """Days of one calendar month that are paid for, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Days of service in it."""
        return (self.last - self.first).days + 1

    @property
    def days_of_month(self) -> int:
        """Days of the whole calendar month."""
        return monthrange(self.first.year, self.first.month)[1]

    @property
    def share(self) -> Decimal:
        """The part of the month that is paid for: 1 for a whole month; exact, not rounded."""
        return Decimal(self.days) / self.days_of_month

    @property
    def whole(self) -> bool:
        """Whether it is a whole calendar month."""
        return self.days == self.days_of_month


def months(start: date, end: date | None) -> Iterator[Period]:
    """The calendar months from `start` to `end`, both included, clipped to them; without end if `end` is None."""
    first = start
    while end is None or first <= end:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        yield Period(first, last if end is None else min(last, end))
        first = last + timedelta(days=1)


def add_months(day: date, count: int) -> date:
    """The day `count` months later (earlier if negative), or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of_term(start: date, count: int) -> date:
    """The last day of a term of `count` months, one at least, that begins with `start`.

    Counted from date to date: the day before the one of the same number. Where the last month has no such day, the
    term ends with that month (Spanish Civil Code, art. 5.1), not a day before it.
    """
    following = add_months(start, count)
    return following if following.day < start.day else following - timedelta(days=1)


def on_or_before(day: date, of_month: int) -> date:
    """The latest date not after `day` that is the `of_month` (1 to 28) of a month."""
    return day.replace(day=of_month) if day.day >= of_month else add_months(day.replace(day=of_month), -1)


def after(day: date, of_month: int) -> date:
    """The first date after `day` that is the `of_month` (1 to 28) of a month."""
    return day.replace(day=of_month) if day.day < of_month else add_months(day.replace(day=of_month), 1)
