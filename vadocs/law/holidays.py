"""Public holidays of a country and its parts, as the calendars of the package `holidays` have them.

Holidays of a town alone are in no calendar.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from vadocs.language.es_holidays import holiday_name


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday. `name` is in the language asked for where it is known, else in English or the country's own."""

    date: date
    name: str


@lru_cache(maxsize=64)
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


def holidays_of(country: str, part: str | None, first: date, last: date, language: str) -> tuple[Holiday, ...] | None:
    """The holidays of a country (ISO 3166) from `first` to `last`, both included, in order of date.

    With those of a `part` (a code of `parts_of`), else the national ones alone. `language` is a code ("es"). None for
    a country without a calendar.
    """
    calendar = _calendar(country)
    if calendar is None:
        return None
    years, tag = range(first.year, last.year + 1), _spoken(calendar, country, language)
    found = calendar(subdiv=part, years=years, language=tag)
    # A calendar without tags has English names.
    named = holiday_name if language == "es" and (tag or "en").startswith("en") else str
    return tuple(Holiday(day, named(found[day])) for day in sorted(found) if first <= day <= last)


def _spoken(calendar: Any, country: str, language: str) -> str | None:
    """The calendar's tag for a language, as the country speaks it if it does; else for English, else for its own.

    None: its names are in one language alone. Without a language a calendar would ask the machine for one.
    """
    known: tuple[str, ...] = tuple(calendar.supported_languages)
    meant = (tag for code in (language, "en") for tag in _tags(known, code, country))
    return next(meant, calendar.default_language)


def _tags(known: tuple[str, ...], language: str, country: str) -> list[str]:
    """The tags of a language that a calendar knows, the country's own first."""
    found = [tag for tag in known if tag.split("_")[0] == language]
    return sorted(found, key=lambda tag: (tag != f"{language}_{country}", tag != language, tag))
