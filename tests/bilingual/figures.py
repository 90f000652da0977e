"""The figures of a text, whatever the language that writes them: an oracle that knows nothing of the program."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

MONTHS = {
    name: f"month {number}"
    for names in (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "January February March April May June July August September October November December",
    )
    for number, name in enumerate(names.split(), 1)
}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_SCHEDULE = re.compile(r"\b(?:Anexos?|Schedules?) (I{1,3}|IV|V|\d)\b")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)\b")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
_OPAQUE = re.compile(r"\S*@\S*|https?://\S*|\b\S*[A-Za-z]-?\d[\w-]*|\b\d[\w-]*[A-Za-z-]\w*(?!\S*%)|\+\d[\d ]+|\(\w\)")
"""Addresses, identifiers, telephone numbers, letters of lists: texts, no figures."""


def figures(text: str, language: str) -> Counter[str]:
    """Numbers, months and hours of `text`, each as often as it stands there; "1.560,00" is "1,560.00" in English."""
    found: Counter[str] = Counter()
    text = _SCHEDULE.sub(lambda cited: _counted(found, f"schedule {_ROMAN.get(cited[1], cited[1])}"), text)
    text = _CLOCK.sub(lambda hour: _counted(found, f"{int(hour[1])}:{hour[2]}"), text)
    text = _OPAQUE.sub(" ", text)
    for word, month in MONTHS.items():
        found[month] += len(re.findall(rf"\b{word}\b", text if word[0].isupper() else text.lower()))
    for number in _NUMBER.findall(text):
        found[_value(number, language)] += 1
    return +found


def _counted(found: Counter[str], name: str) -> str:
    found[name] += 1
    return " "


def _value(number: str, language: str) -> str:
    """A number of that language as a value; "7.2" is the number of a paragraph, since a thousand has three digits."""
    thousands, decimals = (".", ",") if language.startswith("es") else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{decimals}\d+)?", number):
        number = number.replace(thousands, "")
    elif re.fullmatch(r"\d+\.\d{1,2}", number) and language.startswith("es"):
        return f"paragraph {number}"
    number = number.replace(decimals, ".") if number.count(decimals) == 1 else number
    whole = re.fullmatch(r"\d+\.\d{1,2}", number) and language.startswith("en") and not number.endswith("0")
    return f"paragraph {number}" if whole else str(Decimal(number).normalize()) if _is_number(number) else number


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", text) is not None
