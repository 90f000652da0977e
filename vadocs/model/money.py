"""Amounts of money: exact decimals with their currency, rounded only where a currency ends."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MINOR_DIGITS = {
    "ARS": 2,
    "BOB": 2,
    "BRL": 2,
    "CAD": 2,
    "CHF": 2,
    "CLP": 0,
    "COP": 2,
    "CRC": 2,
    "DOP": 2,
    "EUR": 2,
    "GBP": 2,
    "GTQ": 2,
    "HNL": 2,
    "MXN": 2,
    "NIO": 2,
    "PEN": 2,
    "PYG": 0,
    "USD": 2,
    "UYU": 2,
}
"""Digits after the decimal mark for each currency we know (ISO 4217)."""


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` in major units (560.00 is five hundred and sixty), `currency` an ISO 4217 code.

    The amount may hold more digits than the currency has; `rounded` gives what is printed.
    """

    amount: Decimal
    currency: str

    @property
    def minor_digits(self) -> int:
        """Digits after the decimal mark in this currency; 2 where the code is not in our table."""
        return MINOR_DIGITS.get(self.currency, 2)

    def rounded(self) -> "Money":
        """The amount at the currency's own precision, halves away from zero."""
        quantum = Decimal(1).scaleb(-self.minor_digits)
        return Money(self.amount.quantize(quantum, rounding=ROUND_HALF_UP), self.currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def times(self, factor: Decimal | int) -> "Money":
        """The amount multiplied and rounded to the currency's precision."""
        return Money(self.amount * factor, self.currency).rounded()

    def percent(self, rate: Decimal) -> "Money":
        """`rate` hundredths of the amount, rounded: 21 gives 21 %."""
        return Money(self.amount * rate / 100, self.currency).rounded()

    def _same(self, other: "Money") -> Decimal:
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return other.amount


UNIT_DIGITS = 4
"""Digits after the decimal mark that a price of one unit may have: a word of translation costs 0.085."""


@dataclass(frozen=True, slots=True)
class UnitPrice(Money):
    """The price of one unit, printed with all its digits. What is computed of it is `Money`, rounded once."""

    @property
    def below_currency(self) -> bool:
        """Whether it has more digits than its currency."""
        return self.rounded().amount != self.amount
