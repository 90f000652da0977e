"""From how many hours on which package is the cheapest: against prices worked out hour by hour, in another way."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction as F
from itertools import pairwise
from random import Random

import pytest

from vadocs.schedule.tariffs import Tariff, hourly, meetings, package, retainer, stretches

Price = Callable[[Decimal], Decimal | None]
"""What so many hours cost, told with decimals and conditions; None: so many are not to be had."""

STEP = Decimal("0.05")
"""The distance of the hours that are tried."""


def by_hour(rate: str, cap: str | None = None) -> tuple[Tariff, Price]:
    """A price by the hour, in both tellings."""
    price: Price = lambda h: None if cap is not None and h > Decimal(cap) else h * Decimal(rate)  # noqa: E731
    return hourly(F(rate), None if cap is None else F(cap)), price


def by_month(amount: str, hours: str | None = None, extra: str | None = None) -> tuple[Tariff, Price]:
    """A monthly fee, in both tellings."""

    def price(h: Decimal) -> Decimal | None:
        beyond = max(Decimal(0), h - Decimal(hours)) if hours else Decimal(0)
        if beyond and extra is None:
            return None
        return Decimal(amount) + beyond * Decimal(extra or 0)

    return retainer(F(amount), F(hours) if hours else None, F(extra) if extra else None), price


def by_package(amount: str, hours: str, months: int, refunded: bool = False) -> tuple[Tariff, Price]:
    """A package used up evenly over months of thirty days: its price a month, or that of the hours used."""

    def price(h: Decimal) -> Decimal:
        used = h * Decimal(amount) / Decimal(hours)
        return used if refunded else max(used, Decimal(amount) / months)

    return package(F(amount), F(hours), 30 * months, refunded), price


SEVERAL = [
    [by_hour("34"), by_month("560", "20", "32")],
    [by_hour("34", "30"), by_package("1200", "40", 4), by_month("560", "20", "32")],
    [by_hour("28"), by_month("300"), by_package("900", "30", 2, refunded=True)],
    [by_month("250", "8", "35"), by_month("480", "16", "32"), by_month("900", "32", "30")],
    [by_hour("20", "10"), by_month("500", "25")],
]


def cheapest(prices: list[Price], hours: Decimal) -> tuple[Decimal, set[int]] | None:
    """The lowest price of so many hours and who has it."""
    known = {at: cost for at, price in enumerate(prices) if (cost := price(hours)) is not None}
    if not known:
        return None
    low = min(known.values())
    return low, {at for at, cost in known.items() if abs(cost - low) < Decimal("1e-9")}


@pytest.mark.parametrize("several", SEVERAL)
def test_the_cheapest_is_so_at_every_hour(several: list[tuple[Tariff, Price]]) -> None:
    """Whichever is named for a stretch is the cheapest at each twentieth of an hour within it; no hour is missed."""
    tariffs, prices = [one for one, _ in several], [price for _, price in several]
    found = stretches(tariffs, F(60))
    tried = 0
    for n in range(1, int(60 / STEP)):
        hours = n * STEP
        best = cheapest(prices, hours)
        named = {each.cheapest for each in found if each.start <= F(hours) <= each.end}
        assert bool(named) == (best is not None), hours
        if best is not None:
            assert named & best[1], (hours, named, best)
            tried += 1
    assert tried > 400


@pytest.mark.parametrize("several", SEVERAL)
def test_both_cost_the_same_where_they_meet(several: list[tuple[Tariff, Price]]) -> None:
    """At the end of a stretch that `meets`, the next one's price is the same to the last digit, and the lowest."""
    tariffs, prices = [one for one, _ in several], [price for _, price in several]
    found = stretches(tariffs, F(60))
    for one, other in pairwise(found):
        assert one.meets == (tariffs[one.cheapest].cost(one.end) == tariffs[other.cheapest].cost(one.end))
        if one.meets:
            hours = Decimal(one.end.numerator) / Decimal(one.end.denominator)
            best = cheapest(prices, hours)
            assert best is not None
            for at in (one.cheapest, other.cheapest):
                cost = prices[at](hours)
                assert cost is not None and abs(cost - best[0]) < Decimal("1e-9")


def test_worked_by_hand() -> None:
    """560 a month is 17.5 hours at 32; at 34 it is 280/17."""
    assert meetings([hourly(F(32)), retainer(F(560))]) == (F("17.5"),)
    assert meetings([hourly(F(34)), retainer(F(560))]) == (F(280, 17),)
    assert [(s.start, s.end, s.cheapest, s.meets) for s in stretches([hourly(F(32)), retainer(F(560))], F(40))] == [
        (0, F("17.5"), 0, True), (F("17.5"), 40, 1, False),
    ]  # fmt: skip


def test_at_random_the_price_agrees_with_the_other_telling() -> None:
    """A thousand prices of made-up tariffs, to the last digit of a decimal."""
    dice = Random(7)
    for _ in range(250):
        amount, hours, rate = str(dice.randint(100, 3000)), str(dice.randint(4, 80)), str(dice.randint(15, 60))
        for tariff, price in (
            by_hour(rate, hours), by_month(amount, hours, rate), by_month(amount, hours),
            by_package(amount, hours, dice.randint(1, 6), dice.random() < 0.5),
        ):  # fmt: skip
            asked = Decimal(dice.randint(0, 1200)) / 10
            told, expected = tariff.cost(F(asked)), price(asked)
            assert (told is None) == (expected is None)
            if told is not None and expected is not None:
                assert abs(Decimal(told.numerator) / Decimal(told.denominator) - expected) < Decimal("1e-9")


def test_equal_tariffs_never_change_places() -> None:
    """Of two that always cost the same the first is named, and nothing meets."""
    (only,) = stretches([hourly(F(30)), hourly(F(30))], F(40))
    assert (only.start, only.end, only.cheapest, only.meets) == (0, 40, 0, False)


def test_beyond_every_limit_none_is_the_cheapest() -> None:
    """Hours that no tariff has are in no stretch."""
    assert stretches([hourly(F(30), F(10)), retainer(F(500), F(20))], F(40))[-1].end == 20
