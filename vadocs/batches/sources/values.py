"""What a cell of a workbook holds, as the text that its leaf reads: numbers and dates exactly, nothing guessed."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

from vadocs.batches.sources.delimited import trimmed
from vadocs.readers.keys import Key, NoKey

DIGITS = 15
"""How many digits of a number a spreadsheet keeps."""
_CONTROL = re.compile(r"_x(00[01][0-9A-Fa-f])_")
"""How a workbook writes control characters: `_x000D_` is a carriage return."""
_LITERAL = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]")
"""Parts of a number's format that stand for themselves."""
_ZEROS = re.compile(r"0+")


class NoText(Exception):
    """A cell whose leaf cannot be read from it: carries the id of the reason."""


@dataclass(frozen=True, slots=True)
class Told:
    """The text of a cell. `exact`: a number, a date, a boolean; `number`: a number where a text belongs."""

    text: str
    exact: bool = False
    number: bool = False


def told(value: Any, kind: str, number_format: str, key: Key | NoKey | None) -> Told:
    """The text of a cell's value under its key; `NoText` where it cannot be told.

    `kind` is openpyxl's type of the cell; `key` None for a column of notes.
    """
    if value is None:
        return Told("")
    if kind == "e":
        raise NoText("H729.error")
    if isinstance(value, str):
        return Told(trimmed(_CONTROL.sub(lambda found: chr(int(found[1], 16)), value)))
    if key is None or isinstance(key, NoKey):
        return Told(str(value))
    of = key.leaf.type if key.leaf is not None else "text"
    if isinstance(value, bool):
        if of != "boolean":
            raise NoText("H729.boolean")
        return Told(str(value).lower(), exact=True)
    if isinstance(value, date | time | timedelta):
        return Told(_moment(value, of), exact=True)
    return _number(value, number_format, of, key.leaf.unit if key.leaf is not None else "")


def _moment(value: date | time | timedelta, of: str) -> str:
    """A date as ISO, a time of day as `09:30`."""
    if isinstance(value, timedelta):
        if of != "time" or value.days or value.seconds % 60:
            raise NoText("H729.moment")
        return f"{value.seconds // 3600:02}:{value.seconds // 60 % 60:02}"
    if isinstance(value, time):
        if of != "time" or value.second:
            raise NoText("H729.moment")
        return f"{value.hour:02}:{value.minute:02}"
    if of != "date":
        raise NoText("H729.date")
    if isinstance(value, datetime):
        if value.time() != time():
            raise NoText("H729.hour")
        value = value.date()
    return value.isoformat()


def _number(value: Any, number_format: str, of: str, unit: str) -> Told:
    """A number at the digits that a spreadsheet keeps, so without what binary fractions add."""
    if not isinstance(value, int | float) or not isfinite(value):
        raise NoText("H729.error")
    number = Decimal(f"{value:.{DIGITS}g}") if isinstance(value, float) else Decimal(value)
    if "%" in _LITERAL.sub("", number_format):
        if unit != "percent":
            raise NoText("H729.percent")
        number *= 100
    if of in ("text", "prose"):
        if number != number.to_integral_value() or abs(number) >= 10**DIGITS:
            raise NoText("H729.text")
        zeros = number_format if _ZEROS.fullmatch(number_format) else ""
        return Told(f"{int(number):0{len(zeros)}d}", exact=True, number=not zeros)
    return Told(_plain(number), exact=True)


def _plain(number: Decimal) -> str:
    """A number without an exponent and without noughts at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
