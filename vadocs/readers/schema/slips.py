"""Numbers, amounts and dates as people write them, and what they can only mean: for hints, never for values."""

import re
from datetime import date
from decimal import Decimal

from vadocs.readers.schema.synonyms import folded

_PLAIN = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")
_MARKS = "[.,'’ \u00a0\u202f]"
_GROUPED = re.compile(rf"[1-9][0-9]{{0,2}}(?:({_MARKS})[0-9]{{3}})(?:\1[0-9]{{3}})*")
_GROUPED_WITH_DECIMALS = re.compile(rf"[1-9][0-9]{{0,2}}(?:({_MARKS})[0-9]{{3}})*[.,][0-9]{{1,2}}")
_WITH_CURRENCY = re.compile(
    r"(?:US\$|[€$£]|S/\.?|[A-Z]{3})\s*([0-9].*)|([0-9][0-9.,'’\s]*?)\s*(?:[€$£]|[A-Z]{3}|euros?|d[oó]lares|pesos|soles)"
)
_WITH_UNIT = re.compile(r"([0-9][0-9.,]*)\s*(%|[^\W\d_]+\.?(?: [^\W\d_]+)?)")
_UNITS = {
    "hour": ("h", "h.", "hs", "hora", "horas", "hour", "hours"),
    "minute": ("min", "min.", "minuto", "minutos", "minute", "minutes"),
    "calendar_day": ("d", "dia", "dias", "day", "days", "dias naturales", "calendar days"),
    "business_day": ("dias habiles", "dias laborables", "business days", "working days"),
    "month": ("mes", "meses", "month", "months"),
    "year": ("ano", "anos", "year", "years"),
    "percent": ("%", "por ciento", "percent"),
}
"""How a unit is written after a figure, without accents."""
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?\s*(?:h|hs|hrs|horas?|hours?)?\.?")
_LEADING_ZEROS = re.compile(r"^0+(?=[0-9])")
_THREE = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{1,2})")
_DAY_OF = re.compile(r"([0-9]{1,2})(?: de)? ([a-z]+)\.?(?: del?|,)? ([0-9]{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_MONTHS = (
    ("enero", "january"), ("febrero", "february"), ("marzo", "march"), ("abril", "april"), ("mayo", "may"),
    ("junio", "june"), ("julio", "july"), ("agosto", "august"), ("septiembre", "setiembre", "september"),
    ("octubre", "october"), ("noviembre", "november"), ("diciembre", "december"),
)  # fmt: skip


def number_meant(text: str) -> str | None:
    """The number that `text` can only mean, with a decimal point and no grouping; else None."""
    text = _LEADING_ZEROS.sub("", text.strip())
    if _PLAIN.fullmatch(text):
        return text
    grouped = _GROUPED.fullmatch(text)
    if grouped and (grouped.group(1) not in ".," or text.count(grouped.group(1)) > 1):
        return re.sub(r"[^0-9]", "", text)
    if _GROUPED_WITH_DECIMALS.fullmatch(text) or re.fullmatch(r"[0-9]+,[0-9]{1,2}", text):
        head, tail = re.split(r"[.,](?=[0-9]{1,2}$)", text)
        return re.sub(r"[^0-9]", "", head) + "." + tail
    return None


def amount_meant(text: str) -> str | None:
    """The amount that `text` can only mean, a currency before or after it left out; else None."""
    currency = _WITH_CURRENCY.fullmatch(text.strip())
    return number_meant((currency.group(1) or currency.group(2)) if currency else text)


def count_meant(text: str, unit: str, *, whole: bool) -> str | None:
    """The number that `text` can only mean, `unit` after it left out; `whole`: of whole numbers. Else None."""
    with_unit = _WITH_UNIT.fullmatch(text.strip())
    if with_unit and folded(with_unit.group(2)) not in _UNITS.get(unit, ()):
        return None
    plain = number_meant(with_unit.group(1) if with_unit else text)
    if plain is None or not whole or plain.isdigit():
        return plain
    return str(int(Decimal(plain))) if Decimal(plain) % 1 == 0 else None


def time_meant(text: str) -> str | None:
    """The time of day that `8h`, `8`, `17.30` can only mean, as `17:30`; else None."""
    found = _CLOCK.fullmatch(text.strip().casefold())
    if found is None:
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    return f"{hour}:{minute:02}" if hour < 24 and minute < 60 else None


def dates_meant(text: str) -> tuple[date, ...]:
    """The days that `text` can mean: one, or two where day and month cannot be told apart; () where none."""
    plain = " ".join(folded(text).split())
    if found := _YEAR_FIRST.fullmatch(plain):
        year, month, day = map(int, found.groups())
        return _real((year, month, day), *(() if _exists(year, month, day) else ((year, day, month),)))
    if found := _THREE.fullmatch(plain):
        first, second, year = map(int, found.groups())
        year += 2000 if year < 100 else 0
        return _real((year, second, first), (year, first, second))
    for pattern, month_at in ((_DAY_OF, 2), (_MONTH_FIRST, 1)):
        if found := pattern.fullmatch(plain):
            month = next((n for n, names in enumerate(_MONTHS, 1) if _names(found.group(month_at), names)), 0)
            return _real((int(found.group(3)), month, int(found.group(3 - month_at))))
    return ()


def _names(word: str, names: tuple[str, ...]) -> bool:
    return len(word) > 2 and any(name.startswith(word) for name in names)


def _exists(year: int, month: int, day: int) -> bool:
    return bool(_real((year, month, day)))


def _real(*days: tuple[int, int, int]) -> tuple[date, ...]:
    """Those of `days` (year, month, day) that exist, each once."""
    found = []
    for year, month, day in days:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))
