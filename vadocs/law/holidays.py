"""Public holidays of a country and its parts, as the calendars of the package `holidays` have them.

Holidays of a town alone are in no calendar.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday. `name` is in the language asked for where the calendar has it, else in the country's."""

    date: date
    name: str


@cache
def _calendar(country: str) -> Any:
    """The class of a country's calendar; None where there is none."""
    # Here and not above: it takes longer to import than a contract to compose, and only welcome kits need it.
    import holidays

    if country not in holidays.list_supported_countries():
        return None
    return type(holidays.country_holidays(country))


def parts_of(country: str) -> Mapping[str, str]:
    """The parts of a country that have holidays of their own: their codes by name and by code; empty without any."""
    calendar = _calendar(country)
    if calendar is None:
        return {}
    return {**dict(calendar.subdivisions_aliases), **{code: code for code in calendar.subdivisions}}


def holidays_of(
    country: str, part: str | None, first: date, last: date, language: str
) -> tuple[Holiday, ...] | None:
    """The holidays of a country (ISO 3166) from `first` to `last`, both included, in order of date.

    With those of a `part` (a code of `parts_of`), else the national ones alone. `language` is a code ("es"). None for
    a country without a calendar.
    """
    calendar = _calendar(country)
    if calendar is None:
        return None
    years = range(first.year, last.year + 1)
    found = calendar(subdiv=part, years=years, language=_spoken(calendar, country, language))
    return tuple(Holiday(day, found[day]) for day in sorted(found) if first <= day <= last)


def _spoken(calendar: Any, country: str, language: str) -> str | None:
    """The calendar's name for a language as the country speaks it, else as any does, else for its own language.

    None: its names are in one language alone. Without a language a calendar would ask the machine for one.
    """
    known: tuple[str, ...] = tuple(calendar.supported_languages)
    own = (f"{language}_{country}", language, f"{language}_US")
    found = next((tag for tag in (*own, *_in(known, language)) if tag in known), None)
    return found or calendar.default_language


def _in(known: tuple[str, ...], language: str) -> Iterator[str]:
    return (tag for tag in known if tag.split("_")[0] == language)
