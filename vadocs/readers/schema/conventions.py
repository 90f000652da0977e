"""How a place writes numbers and dates, by its tag ("es-ES"): for texts of a table, whose convention is declared.

What another convention would write is refused, not guessed: under es-ES `1.200` is 1200 and `1200.50` nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_symbol

EXACT = "exact"
"""The convention of a number or date that a workbook holds as such: a decimal point, an ISO date, no grouping."""
USUAL = (
    "es-ES", "es-MX", "es-AR", "es-CL", "es-CO", "es-PE", "es-US", "en-US", "en-GB", "en-CA", "en-AU", "pt-BR", "pt-PT",
    "fr-FR", "de-DE", "it-IT",
)  # fmt: skip
"""Some of the tags that may be declared."""
_TAG = re.compile(r"([a-z]{2,3})[-_]([a-z]{2})", re.IGNORECASE)
_SPACES = " \u00a0\u202f\u2009"
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY = re.compile(r"([0-9]{1,4})([/.\-])([0-9]{1,2})\2([0-9]{1,4})")
_YEAR = 4


@dataclass(frozen=True, slots=True)
class Convention:
    """What numbers and dates look like: the decimal mark, the marks between thousands, the order of a date's parts."""

    tag: str
    decimal: str
    grouping: str
    order: str
    """The letters y, m and d as they follow one another."""

    def number(self, text: str) -> str | None:
        """The number that `text` is, with a decimal point and no grouping; None where it is none."""
        groups = rf"[0-9]{{1,3}}(?P<mark>[{re.escape(self.grouping)}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
        pattern = rf"(?P<whole>-?(?:{groups}|[0-9]+))(?:{re.escape(self.decimal)}(?P<decimals>[0-9]+))?"
        found = re.fullmatch(pattern, text.strip(_SPACES))
        if found is None:
            return None
        whole = re.sub(r"[^0-9-]", "", found["whole"])
        return f"{whole}.{found['decimals']}" if found["decimals"] else whole

    def date(self, text: str) -> str | None:
        """The ISO date that `text` is, a day that need not exist; None where it is none. An ISO date is always one."""
        if _ISO.fullmatch(text):
            return text
        found = _DAY.fullmatch(text)
        if found is None:
            return None
        parts = dict(zip(self.order, (found[1], found[3], found[4]), strict=True))
        if len(parts["y"]) != _YEAR or len(parts["m"]) > 2 or len(parts["d"]) > 2:
            return None
        return f"{parts['y']}-{parts['m']:0>2}-{parts['d']:0>2}"

    def amount(self, text: str, currency: str) -> str | None:
        """As `number`, with the sign or the code of `currency` (ISO 4217) before or after it, or without."""
        language, country = self.tag.split("-")
        signs = {currency, get_currency_symbol(currency, f"{language}_{country}")} if currency else set()
        bare = text.strip(_SPACES)
        for sign in sorted(signs, key=len, reverse=True):
            if bare.startswith(sign):
                bare = bare.removeprefix(sign)
                break
            if bare.endswith(sign):
                bare = bare.removesuffix(sign)
                break
        return self.number(bare)

    def example(self) -> tuple[str, str]:
        """A number and a date as the place writes them."""
        parts = {"y": "2026", "m": "11", "d": "23"}
        mark = "-" if self.order == "ymd" else "/"
        return f"1{self.grouping[0]}560{self.decimal}50", mark.join(parts[letter] for letter in self.order)


@lru_cache(maxsize=32)
def convention_of(tag: str) -> Convention | None:
    """The convention of a language and country ("es-ES", case apart); None where it is not known."""
    found = _TAG.fullmatch(tag)
    if found is None:
        return None
    language, country = found[1].lower(), found[2].upper()
    try:
        locale: Any = Locale(language, country)
        symbols = locale.number_symbols["latn"]
        pattern = locale.date_formats["short"].pattern
    except (UnknownLocaleError, KeyError, ValueError):
        return None
    order = "".join(dict.fromkeys(letter for letter in pattern.lower() if letter in "ymd"))
    if locale.default_numbering_system != "latn" or len(order) != len("ymd"):
        return None
    group = symbols["group"]
    marks = {"’": "’'"}.get(group, "" if group in _SPACES else group)
    return Convention(f"{language}-{country}", symbols["decimal"], marks + _SPACES, order)
