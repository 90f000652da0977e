"""What CLDR knows, through Babel: names of days, months, countries; formats of regions without our own."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from vadocs.language.figures import Separators


@lru_cache(maxsize=64)
def locale(code: str, region: str) -> Locale:
    """CLDR's data for the pair; without such a locale those of the language.

    English outside CLDR's list is world English (001): CLDR's bare `en` is that of the United States.
    """
    parent = Locale("en", territory="001") if code == "en" else Locale(code)
    if not region:
        return parent
    try:
        return Locale(code, territory=region)
    except UnknownLocaleError:
        return parent


def separators(place: Locale) -> Separators:
    """The decimal and thousands marks in Latin digits."""
    symbols = place.number_symbols["latn"]
    return Separators(symbols["decimal"], symbols["group"])


def short_date_order(place: Locale) -> str:
    """CLDR's short date as a template over `{day}`, `{month}`, `{year}`, with four digits for the year."""
    fields = {"d": "{day}", "M": "{month}", "y": "{year}"}
    return re.sub(r"d+|M+|y+", lambda run: fields[run[0][0]], place.date_formats["short"].pattern)


def month_name(place: Locale, month: int) -> str:
    """The month's name within a date; ValueError outside 1–12."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return str(get_month_names("wide", locale=place)[month])


def weekday_name(place: Locale, weekday: int) -> str:
    """The day's name; Monday is 1 and Sunday 7 (ISO 8601). ValueError outside."""
    if not 1 <= weekday <= 7:
        raise ValueError(f"no day {weekday} of the week")
    return str(get_day_names("wide", locale=place)[weekday - 1])


def country_name(place: Locale, country: str) -> str:
    """The country's name by its ISO 3166 code of two letters; ValueError if CLDR has none."""
    name = place.territories.get(country.upper())
    if name is None or not country.isalpha() or len(country) != 2:
        raise ValueError(f"no country `{country}`")
    return str(name)


def language_name(place: Locale, code: str) -> str:
    """The language's name by its ISO 639 code, without region; ValueError if CLDR has none."""
    name = place.languages.get(code.lower())
    if name is None:
        raise ValueError(f"no language `{code}`")
    return str(name)
