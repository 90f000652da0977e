"""Prices of one unit, which may have more decimals than their currency."""

from decimal import Decimal

import pytest

from vadocs.language import language
from vadocs.model.money import Money, UnitPrice


@pytest.mark.parametrize(
    ("tag", "amount", "currency", "shown"),
    [
        ("es-ES", "0.085", "EUR", "0,085\u00a0€"),
        ("es-ES", "1234.0855", "EUR", "1.234,0855\u00a0€"),
        ("es-MX", "1.255", "MXN", "$1.255"),
        ("es-PE", "0.085", "USD", "USD\u00a00.085"),
        ("es-CL", "12.5", "CLP", "$12,5"),
        ("en-GB", "0.0850", "GBP", "£0.085"),
        ("en-US", "0.125", "USD", "$0.125"),
        ("en-GB", "0.085", "EUR", "EUR\u00a00.085"),
    ],
)
def test_all_digits_in_figures(tag: str, amount: str, currency: str, shown: str) -> None:
    """No digit is lost, none is written out in words, and the currency is dressed as in other amounts."""
    assert language(tag).unit_price(Money(Decimal(amount), currency)) == shown


def test_a_currency_without_names_is_refused() -> None:
    """As in other amounts."""
    for tag in ("es", "en"):
        with pytest.raises(ValueError, match="XXX"):
            language(tag).unit_price(Money(Decimal("0.085"), "XXX"))


def test_what_is_computed_of_it_is_rounded_once() -> None:
    """1,111 words at 0.085 cost 94.435, that is 94.44; of the rounded price it would be 99.99."""
    price = UnitPrice(Decimal("0.085"), "EUR")
    assert price.times(1111) == Money(Decimal("94.44"), "EUR")
    assert price.below_currency
    assert not UnitPrice(Decimal("0.1200"), "EUR").below_currency
