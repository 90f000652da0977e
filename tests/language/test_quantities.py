"""Counts with their nouns, and percentages."""

from decimal import Decimal

import pytest

from vadocs.language import UNITS, Form, language


def printed(tag: str, amount: str, unit: str, form: Form = "both") -> str:
    """The quantity as `tag` writes it, with no-break spaces shown as `_`."""
    return language(tag).quantity(Decimal(amount), unit, form).replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("tag", "amount", "unit", "both", "figures", "words"),
    [
        ("es-ES", "30", "day", "treinta (30)_días", "30_días", "treinta días"),
        ("es-ES", "21", "hour", "veintiuna (21)_horas", "21_horas", "veintiuna horas"),
        ("es-ES", "1", "month", "un (1)_mes", "1_mes", "un mes"),
        ("es-ES", "1", "hour", "una (1)_hora", "1_hora", "una hora"),
        ("es-ES", "0", "revision", "cero (0)_revisiones", "0_revisiones", "cero revisiones"),
        ("es-ES", "30", "calendar_day", "treinta (30)_días naturales", "30_días naturales",
         "treinta días naturales"),
        ("es-ES", "1", "calendar_day", "un (1)_día natural", "1_día natural",
         "un día natural"),
        ("es-PE", "5", "business_day", "cinco (5)_días hábiles", "5_días hábiles", "cinco días hábiles"),
        ("es-ES", "20.0", "hour", "veinte (20)_horas", "20_horas", "veinte horas"),
        ("es-ES", "7.50", "hour", "7,5_horas", "7,5_horas", "7,5_horas"),
        ("es-MX", "0.5", "hour", "0.5_horas", "0.5_horas", "0.5_horas"),
        ("es-ES", "200", "page", "doscientas (200)_páginas", "200_páginas", "doscientas páginas"),
        ("es-ES", "1500", "word", "mil quinientas (1.500)_palabras", "1.500_palabras",
         "mil quinientas palabras"),
        ("es-ES", "1000000", "word", "un millón (1.000.000)_de palabras", "1.000.000_de palabras",
         "un millón de palabras"),
        ("es-ES", "31", "minute-of-audio", "treinta y un (31)_minutos de audio", "31_minutos de audio",
         "treinta y un minutos de audio"),
        ("es-ES", "21", "percent", "veintiuno por ciento (21_%)", "21_%", "veintiuno por ciento"),
        ("es-ES", "10.15", "percent", "10,15_%", "10,15_%", "10,15_%"),
        ("en-GB", "30", "day", "thirty (30)_days", "30_days", "thirty days"),
        ("en-US", "101", "invoice", "one hundred one (101)_invoices", "101_invoices",
         "one hundred one invoices"),
        ("en-GB", "1", "person", "one (1)_person", "1_person", "one person"),
        ("en-GB", "7.5", "hour", "7.5_hours", "7.5_hours", "7.5_hours"),
        ("en-GB", "21", "percent", "twenty-one per cent (21%)", "21%", "twenty-one per cent"),
        ("en-US", "21", "percent", "twenty-one percent (21%)", "21%", "twenty-one percent"),
    ],
)  # fmt: skip
def test_quantities(tag: str, amount: str, unit: str, both: str, figures: str, words: str) -> None:
    """Words agree with the noun, figures hold to it, and decimals are figures in every form."""
    assert printed(tag, amount, unit) == both
    assert printed(tag, amount, unit, "figures") == figures
    assert printed(tag, amount, unit, "words") == words


@pytest.mark.parametrize(
    ("tag", "days"),
    [
        ("es-ES", "días naturales"), ("es", "días naturales"), ("es-MX", "días naturales"),
        ("es-PE", "días calendario"), ("es-CO", "días calendario"), ("es-AR", "días corridos"),
        ("es-CL", "días corridos"), ("en-US", "calendar days"),
    ],
)  # fmt: skip
def test_calendar_days_have_their_country_s_name(tag: str, days: str) -> None:
    """Days counted whether worked or not are called differently in each country."""
    assert language(tag).unit_name("calendar_day") == days


@pytest.mark.parametrize("tag", ["es-ES", "en-GB"])
@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_has_two_numbers(tag: str, unit: str) -> None:
    """Each unit has a singular and a plural, which differ but for *per cent*."""
    found = language(tag)
    assert (found.unit_name(unit) == found.unit_name(unit, plural=False)) == (unit == "percent")
    assert printed(tag, "2", unit)


@pytest.mark.parametrize("tag", ["es-ES", "en-GB"])
def test_what_cannot_be_counted_is_refused(tag: str) -> None:
    """A unit outside the list and a negative count are errors."""
    with pytest.raises(ValueError, match="fortnight"):
        language(tag).quantity(1, "fortnight")
    with pytest.raises(ValueError, match="-1"):
        language(tag).quantity(-1, "day")


@pytest.mark.parametrize(("value", "spanish", "english"), [
    ("21", "21_%", "21%"), ("10.150", "10,15_%", "10.15%"), ("-15", "−15_%", "−15%"), ("0", "0_%", "0%"),
    ("7.00", "7_%", "7%"),
])  # fmt: skip
def test_percentages(value: str, spanish: str, english: str) -> None:
    """Spanish parts the sign by a no-break space, English does not; needless decimals go."""
    assert language("es-ES").percent(Decimal(value)).replace("\u00a0", "_") == spanish
    assert language("en-GB").percent(Decimal(value)) == english
