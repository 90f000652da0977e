"""The figures of a text as values, in order, read as its language and country write them: an oracle of its own.

`values("el 3 de marzo de 2026, 1.560,00 €", "es-ES")` is `["day 2026-3-3", "EUR 1560.00"]`. Decimals count as they are
printed. What has letters and digits in one (a tax number, an address) is a name: told as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.engagements.printed import COMMA
from tests.language.test_words import read_english, read_spanish

_MONTHS = {
    name.casefold(): number
    for names in (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "January February March April May June July August September October November December",
    )
    for number, name in enumerate(names.split(), 1)
}
_MONTH = f"(?i:{'|'.join(_MONTHS)})"
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_SIGNS = {"€": "EUR", "£": "GBP", "S/": "PEN"}
_DOLLARS = {"es-MX": "MXN", "en-US": "USD", "es-CO": "COP", "es-AR": "ARS", "es-CL": "CLP"}
_CODE = r"[A-Z]{3}|€|£|S/|\$"
_DIGITS = r"\d+(?:[.,]\d+)*"
_TOKENS = re.compile(
    rf"""
    (?P<name>\S*@\S+|https?://\S+|\+\d[\d\ ]+\d|\bEUR\ QR\b)
    |\b[Pp]aragraph\ (?P<of>\d+)\ of\ Schedule\ (?P<whose>\d+)
    |\bAnexo\ (?P<annex>[IV]+),\ (?:apartado|numeral)\ (?P<its>\d+)
    |\b(?:Anexos?|Schedules?)\ (?P<schedule>I{{1,3}}|IV|V|\d+)\b
    |\b(?P<slashed>\d\d/\d\d/\d{{4}})\b
    |\b(?P<day>\d{{1,2}})(?:\.º)?\ (?:de\ )?(?P<month>{_MONTH})\b(?:(?:\ de)?\ (?P<year>\d{{4}}))?
    |\b(?P<us_month>{_MONTH})\ (?:(?P<first>\d{{1,2}})–)?(?P<us_day>\d{{1,2}})\b(?!\d)(?:,\ (?P<us_year>\d{{4}}))?
    |\b(?P<hour>\d{{1,2}}):(?P<minute>\d\d)\b(?:\ (?P<half>[ap])\.m\.)?
    |(?P<before>\b[A-Z]{{3}}\ |[€£$]|S/\ ?)(?P<amount>{_DIGITS})
    |(?P<amount_first>{_DIGITS})\ (?P<after>€|£)
    |(?P<percent>{_DIGITS})\ ?%
    |(?<![\w.,/-])(?P<number>{_DIGITS})(?=-(?:day|month|hour|week|page)|[^\w/-]|-\W|$)
    |(?P<mixed>[\w.,/-]*\d[\w./-]*)
    """,
    re.VERBOSE,
)
_IN_BRACKETS = re.compile(rf"\((?:(?:{_CODE})\ ?)?(?P<amount>{_DIGITS})(?:\ [€£]|\ [A-Z]{{3}})?\)")
_BEFORE_WORDS = re.compile(rf"(?P<amount>{_DIGITS})(?:\ (?:[€£]|[A-Z]{{3}}))? \((?P<words>[^()\d]+)\)")
_BACK = 14
"""Words at most before a figure in brackets that may tell it in words."""


def values(text: str, language: str) -> list[str]:
    """Days, hours, amounts, percentages, numbers and names of a text, in order."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("00/100", "")
    return [value for found in _TOKENS.finditer(text) for value in _values(found, language)]


def _values(found: re.Match[str], language: str) -> Iterator[str]:
    told = found.groupdict()
    if told["of"] or told["annex"]:
        yield f"schedule {told['whose'] or _ROMAN[told['annex']]} {told['of'] or told['its']}"
    elif told["schedule"]:
        yield f"schedule {_ROMAN.get(told['schedule'], told['schedule'])}"
    elif told["slashed"]:
        one, two, year = told["slashed"].split("/")
        month, day = (one, two) if language == "en-US" else (two, one)
        yield f"day {year}-{int(month)}-{int(day)}"
    elif told["day"] or told["us_day"]:
        if told["first"]:
            yield told["first"]
        day, month = told["day"] or told["us_day"], (told["month"] or told["us_month"]).casefold()
        yield f"day {told['year'] or told['us_year'] or ''}-{_MONTHS[month]}-{int(day)}"
    elif told["hour"]:
        hour = int(told["hour"]) % 12 + 12 * (told["half"].lower() == "p") if told["half"] else int(told["hour"])
        yield f"hour {hour}:{told['minute']}"
    elif told["amount"] or told["amount_first"]:
        sign = (told["before"] or told["after"]).strip()
        code = _DOLLARS.get(language, sign) if sign == "$" else _SIGNS.get(sign, sign)
        yield f"{code} {_number(told['amount'] or told['amount_first'], language)}"
    elif told["percent"]:
        yield f"{_number(told['percent'], language)} %"
    elif told["number"]:
        yield _number(told["number"], language)
    else:
        yield (told["name"] or told["mixed"]).rstrip(".,;:)").strip()


def _number(number: str, language: str) -> str:
    """A number with its decimals after a point, thousands joined; what is none (7.2 in Spanish) as it stands."""
    region = language.partition("-")[2]
    comma = language.startswith("es") and (not region or region in COMMA)
    thousands, decimals = (".", ",") if comma else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{decimals}\d+)?", number):
        number = number.replace(thousands, "")
    return number.replace(decimals, ".") if number.count(decimals) == 1 else number


def in_words(text: str, language: str) -> list[tuple[int, bool]]:
    """Each whole number that stands beside words that tell a number, and whether they tell the same.

    `in_words("cuarenta (45) minutos", "es")` is `[(45, False)]`; in words the number may follow too, in brackets.
    """
    text = text.replace("\u00a0", " ").replace("00/100", "")
    beside = [
        *((one["amount"], " ".join(text[: one.start()].split()[-_BACK:])) for one in _IN_BRACKETS.finditer(text)),
        *((one["amount"], one["words"]) for one in _BEFORE_WORDS.finditer(text)),
    ]
    read: Callable[[str], int] = read_spanish if language.startswith("es") else read_english
    found = []
    for amount, told in beside:
        words = re.split(r"\S*\d\S*|[.;:]", told)[-1].lower().split()
        number = int(_number(amount, language).partition(".")[0])
        if numbers := list(_runs(words, read)):
            found.append((number, number in numbers))
    return found


def _runs(words: list[str], read: Callable[[str], int]) -> Iterator[int]:
    """The numbers that runs of words tell, as long as they can be, in order."""
    words = [word.strip(",") for word in words]
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            try:
                number = read(" ".join(words[at:end]))
            except KeyError:
                continue
            if words[at] in ("y", "and") or words[end - 1] in ("y", "and"):
                continue
            yield number
            at = end - 1
            break
        at += 1
