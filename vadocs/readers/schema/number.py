"""Leaves that are numbers, amounts of money, counts with a unit, dates and hours, booleans.

Only ASCII digits with a decimal point are a number: `1e5`, `1_000`, `٣.٥`, `+5` and `yes` are refused
where a number or a boolean is meant, and stay text elsewhere.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from vadocs.diagnostics import Hint, hint
from vadocs.model.engagement import ClockTime, Leaf, Quantity, Scalar
from vadocs.model.money import UNIT_DIGITS, UnitPrice
from vadocs.model.money import Money as Amount
from vadocs.readers.faults import rewrite
from vadocs.readers.nodes import ScalarNode
from vadocs.readers.schema.conventions import EXACT, Convention, convention_of
from vadocs.readers.schema.leaf import LeafType, Read, Reading
from vadocs.readers.schema.slips import amount_meant, count_meant, dates_meant, time_meant

_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")
_NEGATIVE = re.compile(r"-" + _DECIMAL.pattern)
_SIGNED = re.compile(r"-?" + _DECIMAL.pattern)
_INTEGER = re.compile(r"(?:0|[1-9][0-9]{0,8})")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TRUE = ("yes", "y", "on", "si", "sí", "s", "verdadero", "1", "true")
_FALSE = ("no", "n", "off", "falso", "0", "false")


def _money(node: ScalarNode, reading: Reading) -> Amount | None:
    """An amount in the spec's currency. An amount that can be read in two ways is never guessed."""
    digits = Amount(Decimal(0), reading.currency).minor_digits
    if not node.convention and _THOUSANDS.fullmatch(node.text):
        _grouped(node, digits, reading)
        return None
    number = _amount(node, reading)
    if number is not None and reading.currency and _decimals(number) > digits:
        reading.faults.add(
            "E071", node.span, key=node.path, text=node.text, currency=reading.currency, digits=digits
        )
        return None
    return None if number is None else Amount(number, reading.currency)


def _unit_price(node: ScalarNode, reading: Reading) -> UnitPrice | None:
    """As `_money`, with up to four decimals whatever the currency has; `1.250` is a question here too."""
    if not node.convention and _THOUSANDS.fullmatch(node.text):
        whole, small = re.sub(r"[.,]", "", node.text), node.text.replace(",", ".") + "0"
        hints = (rewrite("H072", node.span, whole), rewrite("H072", node.span, small))
        reading.faults.add("E072", node.span, key=node.path, text=node.text, whole=whole, small=small, hints=hints)
        return None
    number = _amount(node, reading)
    if number is not None and _decimals(number) > UNIT_DIGITS:
        reading.faults.add("E070", node.span, key=node.path, text=node.text, hints=(hint("H071.unit"),))
        return None
    return None if number is None else UnitPrice(number, reading.currency)


def _decimals(number: Decimal) -> int:
    return -int(number.as_tuple().exponent)


def _amount(node: ScalarNode, reading: Reading) -> Decimal | None:
    """The figure of an amount as it was typed, or None with a finding."""
    text = node.text
    faults = reading.faults
    if _NEGATIVE.fullmatch(text):
        faults.add("E086", node.span, key=node.path, text=text)
        return None
    if not _DECIMAL.fullmatch(text):
        faults.add("E070", node.span, key=node.path, text=text, hints=_money_hints(node))
        return None
    return Decimal(text)


def _grouped(node: ScalarNode, digits: int, reading: Reading) -> None:
    """`1.200`, `1,200`: 1200 in Madrid or in Miami, or 1.20 with a nought too many."""
    whole = re.sub(r"[.,]", "", node.text)
    small = f"{node.text[:-4]}.{node.text[-3:-1]}"
    thousands = rewrite("H072", node.span, whole)
    if digits == 2 and node.text.endswith("0"):
        hints = (thousands, rewrite("H072", node.span, small))
        reading.faults.add(
            "E072", node.span, key=node.path, text=node.text, whole=whole, small=small, hints=hints
        )
    elif digits and "." in node.text:
        args: dict[str, Any] = {"text": node.text, "currency": reading.currency, "digits": digits}
        reading.faults.add("E071", node.span, key=node.path, hints=(thousands,), **args)
    else:
        reading.faults.add("E070", node.span, key=node.path, text=node.text, hints=(thousands,))


def _money_hints(node: ScalarNode) -> tuple[Hint, ...]:
    """`1.560,00`, `12,5`, `1,560.00`, `560 €` have one reading: offer it."""
    plain = amount_meant(node.text)
    return (rewrite("H070", node.span, plain),) if plain else (hint("H071"),)


def _quantity(unit: str, node: ScalarNode, reading: Reading) -> Quantity | None:
    """A count of `unit`: not negative, a decimal point allowed where halves exist (hours, percent)."""
    whole = unit not in ("hour", "percent", "")
    pattern = _INTEGER if whole else _DECIMAL
    if not pattern.fullmatch(node.text):
        _not_a_number(node, reading, whole, unit)
        return None
    return Quantity(Decimal(node.text), unit)


def _not_a_number(node: ScalarNode, reading: Reading, whole: bool, unit: str = "") -> None:
    if _NEGATIVE.fullmatch(node.text):
        reading.faults.add("E086", node.span, key=node.path, text=node.text)
        return
    plain = count_meant(node.text, unit, whole=whole)
    advice = (rewrite("H070", node.span, plain),) if plain else ()
    reading.faults.add("E073" if whole else "E074", node.span, key=node.path, text=node.text, hints=advice)


def _percent(signed: bool, node: ScalarNode, reading: Reading) -> Quantity | None:
    text = node.text
    pattern = _SIGNED if signed else _DECIMAL
    if not pattern.fullmatch(text):
        _not_a_number(node, reading, whole=False, unit="percent")
        return None
    amount = Decimal(text)
    if abs(amount) > 100:
        reading.faults.add("E075", node.span, key=node.path, text=text)
        return None
    return Quantity(amount, "percent")


def _integer(low: int, high: int, node: ScalarNode, reading: Reading) -> int | None:
    if not _INTEGER.fullmatch(node.text):
        _not_a_number(node, reading, whole=True)
        return None
    number = int(node.text)
    if not low <= number <= high:
        reading.faults.add("E076", node.span, key=node.path, text=node.text, low=low, high=high)
        return None
    return number


def _signed_integer(node: ScalarNode, reading: Reading) -> int | None:
    if not re.fullmatch(r"-?" + _INTEGER.pattern, node.text):
        _not_a_number(node, reading, whole=True)
        return None
    return int(node.text)


def _number(node: ScalarNode, reading: Reading) -> Decimal | None:
    if not _DECIMAL.fullmatch(node.text):
        _not_a_number(node, reading, whole=False)
        return None
    return Decimal(node.text)


def _boolean(node: ScalarNode, reading: Reading) -> bool | None:
    if node.text in ("true", "false"):
        return node.text == "true"
    folded = node.text.casefold()
    meant = "true" if folded in _TRUE else "false" if folded in _FALSE else None
    advice = (rewrite("H070", node.span, meant),) if meant else ()
    reading.faults.add("E077", node.span, key=node.path, text=node.text, hints=advice)
    return None


def _date(node: ScalarNode, reading: Reading) -> date | None:
    iso = _ISO.fullmatch(node.text)
    if iso is None:
        reading.faults.add("E078", node.span, key=node.path, text=node.text, hints=_date_hints(node))
        return None
    year, month, day = map(int, iso.groups())
    found = _real(year, month, day)
    if found is None or not 1900 <= year <= 2199:
        reading.faults.add("E079", node.span, key=node.path, text=node.text, hints=_date_hints(node))
        return None
    return found


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date_hints(node: ScalarNode) -> tuple[Hint, ...]:
    """`23/11/2026` has one reading, `05/06/2026` two: offer what it may mean."""
    meant = (day.isoformat() for day in dates_meant(node.text))
    return tuple(rewrite("H070", node.span, text) for text in meant if text != node.text)


def _time(node: ScalarNode, reading: Reading) -> ClockTime | None:
    found = _TIME.fullmatch(node.text)
    if found is None:
        meant = time_meant(node.text)
        advice = (rewrite("H070", node.span, meant),) if meant else ()
        reading.faults.add("E080", node.span, key=node.path, text=node.text, hints=advice)
        return None
    return ClockTime(int(found.group(1)), int(found.group(2)))


# --- other conventions -----------------------------------------------------------------------------


def _declared(read: Read, meant: Callable[[Convention, str, Reading], str | None]) -> Read:
    """`read` for texts of a declared convention too: `meant` gives what it reads; E749 where there is none.

    A convention that is not known has been reported where it was declared: then the text is taken as it stands.
    """

    def told(node: ScalarNode, reading: Reading) -> Scalar | None:
        convention = convention_of(node.convention) if node.convention not in ("", EXACT) else None
        if convention is None:
            return read(node, reading)
        text = meant(convention, node.text, reading)
        if text is not None:
            return read(replace(node, text=text), reading)
        number, day = convention.example()
        advice = hint("H749", number=number, date=day)
        reading.faults.add("E749", node.span, key=node.path, text=node.text, tag=convention.tag, hints=(advice,))
        return None

    return told


def _as_number(convention: Convention, text: str, reading: Reading) -> str | None:
    """`20,00` is the whole number 20: spreadsheets write all numbers of a column alike."""
    number = convention.number(text)
    return re.sub(r"\.0+$", "", number) if number is not None else None


def _as_percent(convention: Convention, text: str, reading: Reading) -> str | None:
    return convention.number(text.removesuffix("%"))


def _as_amount(convention: Convention, text: str, reading: Reading) -> str | None:
    return convention.amount(text, reading.currency)


def _as_date(convention: Convention, text: str, reading: Reading) -> str | None:
    return convention.date(text)


# --- the types -------------------------------------------------------------------------------------


_NUMBER_JSON: dict[str, Any] = {"type": "number", "minimum": 0}
_WHOLE_JSON: dict[str, Any] = {"type": "integer", "minimum": 0}


def quantity(unit: str) -> LeafType:
    """The type of a count of `unit`; of percent, from 0 to 100."""
    if unit == "percent":
        return percent_type(signed=False)
    json = _NUMBER_JSON if unit in ("hour", "") else _WHOLE_JSON
    read = _declared(lambda n, r: _quantity(unit, n, r), _as_number)
    return LeafType("quantity", read, dict(json), unit=unit)


def percent_type(signed: bool) -> LeafType:
    """The type of a share in percent; `signed`: from -100."""
    json = {"type": "number", "minimum": -100 if signed else 0, "maximum": 100}
    read = _declared(lambda n, r: _percent(signed, n, r), _as_percent)
    return LeafType("quantity", read, json, unit="percent")


def integer(low: int = 0, high: int = 999_999_999) -> LeafType:
    """The type of a bare whole number within bounds, both included."""
    json = {"type": "integer", "minimum": low, "maximum": high}
    return LeafType("integer", _declared(lambda n, r: _integer(low, high, n, r), _as_number), json)


MONEY = LeafType("money", _declared(_money, _as_amount), dict(_NUMBER_JSON))
UNIT_MONEY = LeafType("money", _declared(_unit_price, _as_amount), dict(_NUMBER_JSON))
BOOLEAN = LeafType("boolean", _boolean, {"type": "boolean"})
DATE = LeafType(
    "date",
    _declared(_date, _as_date),
    {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
)
NUMBER = LeafType("number", _declared(_number, _as_number), dict(_NUMBER_JSON))
TIME = LeafType("time", _time, {"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"})

Money = Annotated[Leaf | None, MONEY]
"""An amount in the spec's currency."""
PriceOfOne = Annotated[Leaf | None, UNIT_MONEY]
"""An amount in the spec's currency, with more decimals than it where one unit costs little."""
Boolean = Annotated[Leaf | None, BOOLEAN]
Date = Annotated[Leaf | None, DATE]
Time = Annotated[Leaf | None, TIME]
Number = Annotated[Leaf | None, NUMBER]
Count = Annotated[Leaf | None, integer(1, 999)]
"""A whole number from 1."""
Offset = Annotated[
    Leaf | None, LeafType("integer", _declared(_signed_integer, _as_number), {"type": "integer"})
]
"""Days before (negative) or after."""
Whole = Annotated[Leaf | None, integer(0, 99)]
"""A small whole number, 0 included."""
MonthDay = Annotated[Leaf | None, integer(1, 28)]
"""A day that every month has."""
Percent = Annotated[Leaf | None, percent_type(signed=False)]
SignedPercent = Annotated[Leaf | None, percent_type(signed=True)]
Days = Annotated[Leaf | None, quantity("calendar_day")]
BusinessDays = Annotated[Leaf | None, quantity("business_day")]
Hours = Annotated[Leaf | None, quantity("hour")]
Minutes = Annotated[Leaf | None, quantity("minute")]
Months = Annotated[Leaf | None, quantity("month")]
