"""Numbers in figures: separators, signs, Roman numerals, list letters."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from vadocs.model.money import Money

MINUS = "\u2212"
"""The minus sign: a hyphen could be parted from its number at a line's end."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class Separators(NamedTuple):
    """The decimal mark and the mark between thousands."""

    decimal: str
    group: str


def figures(value: Decimal | int, separators: Separators, places: int | None = None) -> str:
    """`value` with its separators, grouped from four digits on, a negative one with U+2212.

    `places` is the count of decimals, halves rounded away from zero; None prints as many as the value
    needs, none for a whole one. ValueError if the value is infinite or not a number.
    """
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{number} is not a finite number")
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{abs(number):f}".partition(".")
    if places is None:
        fraction = fraction.rstrip("0")
    text = f"{int(whole):,}".replace(",", separators.group)
    if fraction:
        text += separators.decimal + fraction
    return MINUS + text if number < 0 else text


def split_amount(m: Money) -> tuple[int, int]:
    """The whole units and the minor ones of an amount, without its sign.

    ValueError if the amount is not at its currency's precision: printing must not round what was computed.
    """
    if not m.amount.is_finite() or m.rounded().amount != m.amount:
        raise ValueError(f"{m.amount} {m.currency} is not an amount at the precision of its currency")
    whole = int(abs(m.amount))
    return whole, int((abs(m.amount) - whole).scaleb(m.minor_digits))


def roman(number: int) -> str:
    """The Roman numeral in capitals; ValueError outside 1–3999, where the letters end."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def list_letter(number: int) -> str:
    """a, b … z, aa, bb …, as WordprocessingML counts in `lowerLetter`; ValueError below 1."""
    if number < 1:
        raise ValueError(f"no letter for {number}")
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns + 1)
