"""The names of a welcome kit of an example, changed for a test, and calendars computed by other means."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.content.contracts import example
from vadocs.build.reading import read
from vadocs.build.welcoming import kit_of
from vadocs.compose.select import select
from vadocs.diagnostics import Report
from vadocs.model.engagement import Choice, ClockTime, Items, Leaf, Record

Spec = dict[str, Any]
DAY = timedelta(days=1)


def kit(name: str, change: Callable[[Spec], object], folder: Path) -> tuple[Any, list[str]]:
    """What `kit` holds as plain data (hours as `9:00`, codes as text), and the codes of the findings."""
    spec = example(name)
    change(spec)
    file = folder / "encargo.vadocs.yaml"
    file.write_text(yaml.safe_dump(spec, allow_unicode=True, sort_keys=False), encoding="utf-8")
    report = Report()
    found = read(file, report)
    assert found is not None, [(one.code, one.args) for one in report]
    engagement, sources = found
    contract = select(engagement, sources.library, "contract", Report(), sources.vocabulary)
    assert contract is not None
    return plain(kit_of(engagement, sources, contract, report)), [one.code for one in report]


def plain(item: object) -> Any:
    """An item of an engagement as plain data."""
    match item:
        case Record(fields):
            return {name: plain(one) for name, one in fields.items()}
        case Items(items):
            return [plain(one) for one in items]
        case Leaf(ClockTime(hour, minute)):
            return f"{hour}:{minute:02}"
        case Leaf(Choice(code)):
            return code
        case Leaf(value):
            return value
    raise TypeError(item)


# --- time zones by their rules, as written out by hand -----------------------------------------------


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th such weekday (Monday is 1) of a month; n = -1 is the last."""
    if n > 0:
        first = date(year, month, 1)
        return first + DAY * ((weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    return last - DAY * ((last.isoweekday() - weekday) % 7)


def _america(day: date) -> bool:
    return _nth(day.year, 3, 7, 2) <= day < _nth(day.year, 11, 7, 1)


def _europe(day: date) -> bool:
    return _nth(day.year, 3, 7, -1) <= day < _nth(day.year, 10, 7, -1)


def _new_zealand(day: date) -> bool:
    return not _nth(day.year, 4, 7, 1) <= day < _nth(day.year, 9, 7, -1)


def _never(day: date) -> bool:
    return False


ZONES: dict[str, tuple[int, Callable[[date], bool]]] = {
    "America/Bogota": (-5, _never),
    "America/Lima": (-5, _never),
    "America/Mexico_City": (-6, _never),
    "America/Chicago": (-6, _america),
    "America/New_York": (-5, _america),
    "Europe/Madrid": (1, _europe),
    "Atlantic/Canary": (0, _europe),
    "Pacific/Auckland": (12, _new_zealand),
}
"""Hours ahead of UTC in winter, and whether an hour more on a day; the hours of a day are those at noon."""


def ahead(zone: str, day: date) -> int:
    """Hours ahead of UTC at noon of a day."""
    hours, summer = ZONES[zone]
    return hours + summer(day)


# --- holidays by their rules --------------------------------------------------------------------------


@cache
def easter(year: int) -> date:
    """Easter Sunday (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _monday(day: date) -> date:
    return day + DAY * (-(day.isoweekday() - 1) % 7)


def colombia(year: int) -> set[date]:
    """The holidays of Colombia's Ley 51 of 1983: six fixed, seven moved to a Monday, five after Easter."""
    fixed = [(1, 1), (5, 1), (7, 20), (8, 7), (12, 8), (12, 25)]
    moved = [(1, 6), (3, 19), (6, 29), (8, 15), (10, 12), (11, 1), (11, 11)]
    church = [easter(year) + DAY * n for n in (-3, -2, 43, 64, 71)]
    return {date(year, *one) for one in fixed} | {_monday(date(year, *one)) for one in moved} | set(church)


def mexico(year: int) -> set[date]:
    """The obligatory days of rest of Mexico's labour law, but for those of elections."""
    fixed = [(1, 1), (5, 1), (9, 16), (12, 25)]
    mondays = [_nth(year, 2, 1, 1), _nth(year, 3, 1, 3), _nth(year, 11, 1, 3)]
    return {date(year, *one) for one in fixed} | set(mondays)


def united_states(year: int) -> set[date]:
    """The federal holidays on their own day, not where they are observed."""
    fixed = [(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)]
    others = [(1, 1, 3), (2, 1, 3), (9, 1, 1), (10, 1, 2), (11, 4, 4)]
    return {date(year, *one) for one in fixed} | {_nth(year, *one) for one in others} | {_nth(year, 5, 1, -1)}
