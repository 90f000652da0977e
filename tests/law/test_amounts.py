"""Deposits and milestones: what a share comes to, and where the residue goes."""

from decimal import Decimal

import pytest

from tests.law.data import money
from vadocs.law.amounts import deposit_total, milestone_amounts, milestone_percents


@pytest.mark.parametrize(
    ("measure", "total"),
    [
        ({"months": Decimal(1)}, "560.00"),
        ({"months": Decimal(2)}, "1120.00"),
        ({"percent": Decimal(50)}, "280.00"),
        ({"percent": Decimal("33.33")}, "186.65"),
        ({"amount": money("300.00")}, "300.00"),
    ],
)
def test_deposit_total(measure: dict[str, Decimal], total: str) -> None:
    """Months times the fee, a share of it rounded half up, or the amount itself."""
    assert deposit_total(money("560.00"), **measure) == money(total)  # type: ignore[arg-type]


def test_deposit_of_hourly_fees_is_an_amount_or_unknown() -> None:
    """Without a fee to take a share of, only an amount is known."""
    assert deposit_total(None, months=Decimal(1)) is None
    assert deposit_total(None, amount=money("100.00")) == money("100.00")


@pytest.mark.parametrize(
    ("total", "shares", "amounts"),
    [
        ("4800.00", ("40", "30", "30"), ("1920.00", "1440.00", "1440.00")),
        ("100.00", ("33.33", "33.33", "33.34"), ("33.33", "33.33", "33.34")),
        ("0.10", ("33", "33", "34"), ("0.03", "0.03", "0.04")),
        ("1000.01", ("50", "50"), ("500.01", "500.00")),
    ],
)
def test_milestones_make_the_total(total: str, shares: tuple[str, ...], amounts: tuple[str, ...]) -> None:
    """Each share is rounded, and the last takes what is left, so that the parts make the whole."""
    found = milestone_amounts(money(total), tuple(map(Decimal, shares)))
    assert found == tuple(map(money, amounts))
    assert sum(part.amount for part in found) == Decimal(total)


def test_shares_that_do_not_make_the_whole_stay_as_they_are() -> None:
    """Where the shares do not make 100 nothing is moved to the last one."""
    assert milestone_amounts(money("100.00"), (Decimal(40), Decimal(40))) == (money("40.00"), money("40.00"))


def test_percents_of_amounts_make_a_hundred() -> None:
    """Shares of amounts have two decimals and make 100; of a total of nothing they are zero."""
    found = milestone_percents(money("300.00"), tuple(map(money, ("100.00", "100.00", "100.00"))))
    assert found == (Decimal("33.33"), Decimal("33.33"), Decimal("33.34"))
    assert milestone_percents(money("0.00"), (money("0.00"),)) == (Decimal(0),)
