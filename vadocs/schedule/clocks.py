"""Hours of the day in two time zones, in winter, in summer, and while only one of them has changed its clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from vadocs.schedule.periods import end_of_term

_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the day, `shift` days after the day it was asked of (-1, 0 or 1)."""

    time: time
    shift: int


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Seasons:
    """A day of winter and one of summer, as who `decides` has them; both in the year after a first day."""

    winter: date
    summer: date


@lru_cache(maxsize=128)
def zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name; None where there is none.

    It is read from the package `tzdata`: those of a machine differ, and documents would with them.
    """
    path = files("tzdata").joinpath("zoneinfo", *name.split("/"))
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        return ZoneInfo.from_file(stream, key=name)


def moved(day: date, at: time, here: ZoneInfo, there: ZoneInfo) -> Hour:
    """The hour of the day `there` when it is `at` on `day` here."""
    moment = datetime.combine(day, at, here).astimezone(there)
    return Hour(moment.time(), (moment.date() - day).days)


def offset(day: date, of: ZoneInfo) -> timedelta:
    """How far the zone is from UTC at noon UTC of a day."""
    return datetime.combine(day, _NOON, UTC).astimezone(of).utcoffset() or timedelta(0)


def seasons(start: date, deciding: ZoneInfo, other: ZoneInfo | None = None) -> Seasons:
    """The first 15 January and 15 July from `start` on, named as they are where clocks change.

    Winter is when the clocks of `deciding` stand lower: July, south of the equator. Where it keeps its hour all year
    the `other` zone tells; where none changes, winter is January.
    """
    january, july = _next(start, 1), _next(start, 7)
    for one in (deciding, other):
        if one is not None and offset(january, one) != offset(july, one):
            southern = offset(january, one) > offset(july, one)
            return Seasons(july, january) if southern else Seasons(january, july)
    return Seasons(january, july)


def _next(start: date, month: int) -> date:
    found = date(start.year, month, 15)
    return found if found >= start else found.replace(year=start.year + 1)


def year_from(start: date) -> Span:
    """The twelve months from a day on."""
    return Span(start, end_of_term(start, 12))


def gaps(span: Span, known: Seasons, at: time, here: ZoneInfo, there: ZoneInfo) -> tuple[Span, ...]:
    """The days here on which `at` is another hour there than in winter and in summer.

    Such are the weeks when one zone has changed its clocks and the other has not yet.
    """
    usual = {moved(day, at, here, there) for day in (known.winter, known.summer)}
    found: list[Span] = []
    earlier: Hour | None = None
    for day in _days(span):
        hour = moved(day, at, here, there)
        if hour not in usual:
            goes_on = bool(found) and hour == earlier
            found[-1:] = [Span(found[-1].first, day)] if goes_on else [*found[-1:], Span(day, day)]
        earlier = hour
    return tuple(found)


def _days(span: Span) -> Iterator[date]:
    return (span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))
