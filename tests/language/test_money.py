"""Amounts of money, country by country; Babel's own formats would print `USD1,234.50` for es-MX."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vadocs.language import Form, language
from vadocs.model.money import MINOR_DIGITS, Money


def printed(tag: str, amount: str, currency: str, form: Form = "both") -> str:
    """The amount as `tag` writes it, with no-break spaces shown as `_`."""
    return language(tag).money(Money(Decimal(amount), currency), form).replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1", "EUR", "un euro (1,00_€)"),
        ("1", "GBP", "una libra esterlina (GBP_1,00)"),
        ("21", "EUR", "veintiún euros (21,00_€)"),
        ("21", "GBP", "veintiuna libras esterlinas (GBP_21,00)"),
        ("31", "EUR", "treinta y un euros (31,00_€)"),
        ("100", "EUR", "cien euros (100,00_€)"),
        ("101", "EUR", "ciento un euros (101,00_€)"),
        ("200", "GBP", "doscientas libras esterlinas (GBP_200,00)"),
        ("1000", "EUR", "mil euros (1.000,00_€)"),
        ("1210", "EUR", "mil doscientos diez euros (1.210,00_€)"),
        ("21000", "EUR", "veintiún mil euros (21.000,00_€)"),
        ("1000000", "EUR", "un millón de euros (1.000.000,00_€)"),
        ("1000000.50", "EUR", "un millón de euros con cincuenta céntimos (1.000.000,50_€)"),
        ("1200000", "EUR", "un millón doscientos mil euros (1.200.000,00_€)"),
        ("0.50", "EUR", "cincuenta céntimos de euro (0,50_€)"),
        ("0.01", "EUR", "un céntimo de euro (0,01_€)"),
        ("0", "EUR", "cero euros (0,00_€)"),
        ("560.00", "EUR", "quinientos sesenta euros (560,00_€)"),
        ("560.5", "EUR", "quinientos sesenta euros con cincuenta céntimos (560,50_€)"),
        ("560.21", "EUR", "quinientos sesenta euros con veintiún céntimos (560,21_€)"),
        ("-39.20", "EUR", "menos treinta y nueve euros con veinte céntimos (−39,20_€)"),
        ("20", "USD", "veinte dólares estadounidenses (USD_20,00)"),
        ("0.5", "USD", "cincuenta centavos de dólar estadounidense (USD_0,50)"),
        ("480.25", "GBP", "cuatrocientas ochenta libras esterlinas con veinticinco peniques (GBP_480,25)"),
        ("650000", "CLP", "seiscientos cincuenta mil pesos chilenos (CLP_650.000)"),
    ],
)
def test_amounts_in_spain(amount: str, currency: str, text: str) -> None:
    """Words with cents named, then figures; a foreign currency with its nationality and its ISO code."""
    assert printed("es-ES", amount, currency) == printed("es", amount, currency) == text


@pytest.mark.parametrize(
    ("tag", "amount", "currency", "text"),
    [
        ("es-PE", "4800", "PEN", "S/_4,800.00 (cuatro mil ochocientos con 00/100 soles)"),
        ("es-PE", "1766.40", "PEN", "S/_1,766.40 (mil setecientos sesenta y seis con 40/100 soles)"),
        ("es-PE", "21", "PEN", "S/_21.00 (veintiuno con 00/100 soles)"),
        ("es-PE", "1000000", "PEN", "S/_1,000,000.00 (un millón con 00/100 soles)"),
        ("es-PE", "-153.60", "PEN", "−S/_153.60 (menos ciento cincuenta y tres con 60/100 soles)"),
        ("es-PE", "0.5", "PEN", "S/_0.50 (cero con 50/100 soles)"),
        ("es-PE", "20", "USD", "USD_20.00 (veinte con 00/100 dólares estadounidenses)"),
        ("es-PE", "1000000", "CLP", "CLP_1,000,000 (un millón de pesos chilenos)"),
        ("es-MX", "12490", "MXN", "$12,490.00 (doce mil cuatrocientos noventa pesos 00/100 M.N.)"),
        ("es-MX", "1", "MXN", "$1.00 (un peso 00/100 M.N.)"),
        ("es-MX", "1000000", "MXN", "$1,000,000.00 (un millón de pesos 00/100 M.N.)"),
        ("es-MX", "1234.5", "USD",
         "USD_1,234.50 (mil doscientos treinta y cuatro dólares estadounidenses 50/100)"),
        ("es-CO", "3500000", "COP", "tres millones quinientos mil pesos m/cte. ($_3.500.000)"),
        ("es-CO", "3000000", "COP", "tres millones de pesos m/cte. ($_3.000.000)"),
        ("es-CO", "1210000.50", "COP",
         "un millón doscientos diez mil pesos con cincuenta centavos m/cte. ($_1.210.000,50)"),
        ("es-CO", "20", "USD", "veinte dólares estadounidenses (USD_20,00)"),
        ("es-CL", "650000", "CLP", "seiscientos cincuenta mil pesos ($650.000)"),
        ("es-CL", "1", "CLP", "un peso ($1)"),
        ("es-AR", "1210", "ARS", "pesos mil doscientos diez con 00/100 ($_1.210,00)"),
        ("es-AR", "21.50", "ARS", "pesos veintiuno con 50/100 ($_21,50)"),
        ("es-AR", "20", "USD", "dólares estadounidenses veinte con 00/100 (USD_20,00)"),
        ("es-EC", "20", "USD", "veinte dólares ($20,00)"),
        ("es-UY", "20", "UYU", "veinte pesos ($_20,00)"),
        ("es-DO", "1234", "DOP", "mil doscientos treinta y cuatro pesos (RD$1,234.00)"),
        ("es-XX", "20", "EUR", "veinte euros (EUR_20,00)"),
    ],
)  # fmt: skip
def test_amounts_in_america(tag: str, amount: str, currency: str, text: str) -> None:
    """Each country's own order, fraction and abbreviation; only its own currency has a symbol."""
    assert printed(tag, amount, currency) == text


@pytest.mark.parametrize(
    ("tag", "amount", "currency", "text"),
    [
        ("en-US", "1710", "USD", "One Thousand Seven Hundred Ten and 00/100 Dollars ($1,710.00)"),
        ("en-US", "121.05", "USD", "One Hundred Twenty-One and 05/100 Dollars ($121.05)"),
        ("en-US", "0.5", "USD", "Zero and 50/100 Dollars ($0.50)"),
        ("en-US", "-39.2", "USD", "Minus Thirty-Nine and 20/100 Dollars (−$39.20)"),
        ("en-US", "560", "EUR", "Five Hundred Sixty and 00/100 Euros (EUR_560.00)"),
        ("en-US", "650000", "CLP", "Six Hundred Fifty Thousand Chilean Pesos (CLP_650,000)"),
        ("en-GB", "480", "GBP", "four hundred and eighty pounds (£480.00)"),
        ("en-GB", "1", "GBP", "one pound (£1.00)"),
        ("en-GB", "480.01", "GBP", "four hundred and eighty pounds and one penny (£480.01)"),
        ("en-GB", "0.5", "GBP", "fifty pence (£0.50)"),
        ("en-GB", "0.5", "EUR", "fifty cents of a euro (EUR_0.50)"),
        ("en-GB", "0.5", "ARS", "fifty centavos of an Argentine peso (ARS_0.50)"),
        ("en-GB", "-39.2", "GBP", "minus thirty-nine pounds and twenty pence (−£39.20)"),
        ("en-CO", "20", "USD", "twenty US dollars (USD_20.00)"),
        ("en-CO", "3500000", "COP", "three million five hundred thousand Colombian pesos (COP_3,500,000.00)"),
        ("en-ES", "560", "EUR", "five hundred and sixty euros (€560.00)"),
        ("en", "480", "GBP", "four hundred and eighty pounds sterling (GBP_480.00)"),
    ],
)
def test_amounts_in_english(tag: str, amount: str, currency: str, text: str) -> None:
    """American sums as on a cheque, all others in plain British words."""
    assert printed(tag, amount, currency) == text


@pytest.mark.parametrize(("tag", "figures", "words"), [
    ("es-ES", "1.234,50_€", "mil doscientos treinta y cuatro euros con cincuenta céntimos"),
    ("es-PE", "EUR_1,234.50", "mil doscientos treinta y cuatro con 50/100 euros"),
    ("en-GB", "EUR_1,234.50", "one thousand two hundred and thirty-four euros and fifty cents"),
])  # fmt: skip
def test_figures_and_words_stand_alone(tag: str, figures: str, words: str) -> None:
    """Tables ask for figures, sentences may ask for words; both together are neither changed."""
    assert printed(tag, "1234.5", "EUR", "figures") == figures
    assert printed(tag, "1234.5", "EUR", "words") == words
    assert printed(tag, "1234.5", "EUR") in (f"{words} ({figures})", f"{figures} ({words})")


@pytest.mark.parametrize("tag", ["es-ES", "en-GB"])
@pytest.mark.parametrize(
    ("amount", "currency"),
    [("0.005", "EUR"), ("650000.5", "CLP"), ("1", "XTS"), ("NaN", "EUR"), ("Infinity", "USD")],
)
def test_an_amount_that_cannot_be_said_is_refused(tag: str, amount: str, currency: str) -> None:
    """More digits than the currency has, or a currency without names, is an error and no rounding."""
    with pytest.raises(ValueError, match="currency"):
        language(tag).money(Money(Decimal(amount), currency))


@pytest.mark.parametrize("currency", sorted(MINOR_DIGITS))
@pytest.mark.parametrize("tag", ["es-ES", "es-PE", "es-MX", "es-CO", "es-AR", "es-CL", "en-US", "en-GB"])
def test_every_currency_we_compute_with_has_names(tag: str, currency: str) -> None:
    """No currency of the model lacks a name; those with cents have one for them."""
    found = language(tag)
    assert found.currency_name(currency) != found.currency_name(currency, plural=False)
    if MINOR_DIGITS[currency]:
        assert "  " not in printed(tag, "2.02", currency)
        assert " )" not in printed(tag, "0.02", currency)


@given(st.integers(-(10**11), 10**11), st.sampled_from(["es-ES", "es-PE", "es-MX", "en-US", "en-GB"]))
def test_money_figures_tell_their_amount(cents: int, tag: str) -> None:
    """The digits and the sign of what is printed are those of the amount."""
    amount = Decimal(cents).scaleb(-2)
    text = language(tag).money(Money(amount, "EUR"), "figures")
    assert int("".join(c for c in text if c.isdigit())) == abs(cents)
    assert ("−" in text) == (cents < 0)
