"""The names of a welcome kit that are days: public holidays of both places, the first weeks, report and review."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vadocs.compose.feeterms import day_of
from vadocs.compose.given import place_of
from vadocs.compose.kitwords import Words
from vadocs.compose.records import country_of, parties_of
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import Report, hint
from vadocs.law.holidays import Holiday, holidays_of, parts_of
from vadocs.law.regions import part_of
from vadocs.model.engagement import Choice, Item, Items, Leaf, Record
from vadocs.schedule.clocks import year_from
from vadocs.schedule.weeks import MONDAY_TO_FRIDAY, Frequency, Week, first_report, review_day, week

_WEEKDAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
_FREQUENCIES: dict[str, Frequency] = {
    "daily": "daily",
    "weekly": "weekly",
    "biweekly": "biweekly",
    "monthly": "monthly",
    "quarterly": "quarterly",
    "yearly": "yearly",
}
_USUAL = 4
"""Weeks that have a usual plan."""
_SEARCHED = 60
"""Weeks among which the usual ones are looked for; beyond that an engagement is not at work."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The holidays of one party's place; `whole`: those of its region are among them, or it has none."""

    country: str
    holidays: tuple[Holiday, ...]
    whole: bool


def calendars(root: Record, words: Words, report: Report) -> Mapping[str, Calendar]:
    """The calendars by party, "provider" and "client"; one whose place is not told or has no calendar is missing.

    Notes a region that no calendar knows (N490).
    """
    start = day_of(root, "term.start")
    if start is None:
        return {}
    # Without holidays that are kept, the contract's business days go by the provider's address.
    places = {
        "provider": root.get("working_time.holidays") or _address(root, "provider"),
        "client": _address(root, "client"),
    }
    given = {name: place for name, place in places.items() if isinstance(place, Record)}
    found = {name: _calendar(name, place, start, words, report) for name, place in given.items()}
    return {name: calendar for name, calendar in found.items() if calendar is not None}


def _address(root: Record, party: str) -> Item | None:
    """The address of the first of a party's members."""
    return next((one.get("address") for one in parties_of(root, party)), None)


def _calendar(party: str, place: Record, start: date, words: Words, report: Report) -> Calendar | None:
    country = country_of(Record({"address": place}))
    if not country:
        return None
    region = place.get("region")
    text = words.said(region.value) if isinstance(region, Leaf) else ""
    part = part_of(country, text) if text else None
    span = year_from(start)
    found = holidays_of(country, part, span.first, span.last, words.language.code)
    if found is None:
        return None
    parts = parts_of(country)
    if text and part is None and parts:
        hints = [hint("H490")] if party == "provider" else []
        report.add("N490", place_of(region), region=text, country=country, hints=hints)
    return Calendar(country, found, part is not None or not parts)


def holiday_names(root: Record, found: Mapping[str, Calendar]) -> dict[str, Item]:
    """The names under `kit.holidays`; none where no calendar was found."""
    start = day_of(root, "term.start")
    if start is None or not found:
        return {}
    fields: dict[str, Item] = {"until": leaf(year_from(start).last)}
    for party, calendar in found.items():
        fields[party] = Items(tuple(Record({"date": leaf(d.date), "name": leaf(d.name)}) for d in calendar.holidays))
        fields[f"{party}_national_only"] = leaf(not calendar.whole)
    if len(found) == 2:
        one, other = ({day.date: day.name for day in found[party].holidays} for party in ("provider", "client"))
        fields["same"] = leaf(one.keys() == other.keys())
        fields["days"] = Items(tuple(_both(day, one.get(day), other.get(day)) for day in sorted(one | other)))
    return {"holidays": Record(fields)}


def _both(day: date, provider: str | None, client: str | None) -> Record:
    """A day that is a holiday in one of the two places, or in both."""
    names = {"provider": provider, "client": client}
    return Record({"date": leaf(day)} | {party: leaf(name) for party, name in names.items() if name is not None})


def days_off(root: Record, found: Mapping[str, Calendar]) -> frozenset[date]:
    """The days on which the provider does not work: public holidays that are kept, and closures."""
    provider = found.get("provider")
    holidays = {one.date for one in provider.holidays} if provider else set()
    return frozenset(holidays | set(_closed(root)))


def _closed(root: Record) -> Iterator[date]:
    closures = root.get("welcome_kit.closures")
    for one in closures.items if isinstance(closures, Items) else ():
        first, last = (one.value(name) if isinstance(one, Record) else None for name in ("first", "last"))
        if isinstance(first, date) and isinstance(last, date):
            yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


@dataclass(frozen=True, slots=True)
class _Work:
    """When the provider works: from `start` to `end`, on the `weekdays`, but for the days `off`."""

    start: date
    end: date
    weekdays: Collection[int]
    off: Collection[date]

    def week(self, number: int) -> Week | None:
        """The days of work of a week, counted from 1."""
        return week(self.start, number, self.off, self.weekdays, self.end)


def plan_names(root: Record, off: Collection[date], words: Words) -> dict[str, Item]:
    """`weeks`, `first_report` and `review_day`, as far as they are within the term; none without a first day."""
    start, end = day_of(root, "term.start"), day_of(root, "term.end") or date.max
    if start is None:
        return {}
    work = _Work(start, end, _weekdays(root), off)
    fields: dict[str, Item] = {}
    weeks = tuple(_own_weeks(root, work)) or tuple(_usual_weeks(work, words))
    if weeks:
        fields["weeks"] = Items(weeks)
    days = {"first_report": _report_day(root, work), "review_day": review_day(start, off, work.weekdays)}
    return fields | {name: leaf(day) for name, day in days.items() if day is not None and day <= end}


def _weekdays(root: Record) -> Collection[int]:
    """The days of the week of the windows in which alone the service is given; else Monday to Friday."""
    mode, windows = root.value("working_time.mode"), root.get("working_time.windows")
    if not isinstance(mode, Choice) or mode.code != "window" or not isinstance(windows, Items):
        return MONDAY_TO_FRIDAY
    days = (one.get("days") for one in windows.items if isinstance(one, Record))
    codes = (day.value for some in days if isinstance(some, Items) for day in some.items if isinstance(day, Leaf))
    return frozenset(_WEEKDAYS[one.code] for one in codes if isinstance(one, Choice)) or MONDAY_TO_FRIDAY


def _own_weeks(root: Record, work: _Work) -> Iterator[Record]:
    """The spec's weeks; one without a number follows the one before it."""
    weeks = root.get("welcome_kit.first_weeks")
    number = 0
    for one in weeks.items if isinstance(weeks, Items) else ():
        if not isinstance(one, Record) or "plan" not in one.fields:
            continue
        told = one.value("week")
        number = told if isinstance(told, int) else number + 1
        days = work.week(number)
        yield Record({"week": leaf(number), **(_days(days) if days else {}), "plan": one.fields["plan"]})


def _usual_weeks(work: _Work, words: Words) -> Iterator[Record]:
    """The usual plans on the first weeks that have a day of work within the term."""
    open_weeks = (found for n in range(1, _SEARCHED) if (found := work.week(n)) is not None)
    for count, one in zip(range(1, _USUAL + 1), open_weeks, strict=False):
        yield Record({"week": leaf(one.number), **_days(one), "plan": leaf(words.frame(f"kit.week.{count}"))})


def _days(one: Week) -> dict[str, Item]:
    return {"first": leaf(one.first), "last": leaf(one.last)}


def _report_day(root: Record, work: _Work) -> date | None:
    frequency = root.value("communications.report.frequency")
    kind = _FREQUENCIES.get(frequency.code) if isinstance(frequency, Choice) else None
    day = root.value("communications.report.day")
    weekday = _WEEKDAYS.get(day.code) if isinstance(day, Choice) else None
    return first_report(work.start, kind, weekday, work.off, work.weekdays) if kind else None
