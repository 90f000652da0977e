"""Late interest: the worked example, every day covered, days that the data do not cover, sums and rounding."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.contracts import library
from tests.law.data import datum, money, percent
from vadocs.law.interest import Base, LateInterest, Unknown, late_interest

SPAIN = library().law["ES"]
DATA = (
    datum("ES", "late_interest_rate", percent("10"), begins=date(2020, 1, 1), valid_to=date(2020, 6, 30)),
    datum("ES", "late_interest_rate", percent("12"), begins=date(2020, 7, 1), valid_to=date(2020, 12, 31)),
)


def owed(*args: object, **more: object) -> LateInterest:
    """The figure, where there has to be one."""
    found = late_interest(*args, **more)  # type: ignore[arg-type]
    assert isinstance(found, LateInterest)
    return found


def test_the_worked_example() -> None:
    """1.210 € paid 45 days late at 10,15 %: 1210 × 0.1015 × 45 / 365 = 15.1416, so 15,14 €, and 40 € for collection."""
    found = owed(money("1210.00"), date(2026, 1, 31), date(2026, 3, 17), SPAIN)
    assert found.days == 45
    assert (found.interest, found.fixed_cost, found.total) == (money("15.14"), money("40.00"), money("55.14"))
    assert not found.sure  # the rate of that half-year was computed, not read


@pytest.mark.parametrize(
    ("due", "paid", "rates"),
    [
        (date(2024, 3, 1), date(2024, 6, 30), ["12.50"]),
        (date(2024, 12, 31), date(2025, 6, 30), ["11.15"]),
        (date(2025, 6, 29), date(2025, 7, 1), ["11.15", "10.15"]),
        (date(2025, 12, 30), date(2026, 1, 1), ["10.15", "10.15"]),
        (date(2025, 6, 30), date(2026, 6, 30), ["10.15", "10.15"]),
    ],
)
def test_rates_by_half_year(due: date, paid: date, rates: list[str]) -> None:
    """Each half-year has its rate; the first day of delay is the one after the due date."""
    found = owed(money("1000.00"), due, paid, SPAIN)
    assert [stretch.rate for stretch in found.stretches] == [Decimal(rate) for rate in rates]
    assert found.stretches[0].first == due + timedelta(days=1) and found.stretches[-1].last == paid


@pytest.mark.parametrize(
    ("due", "paid", "first", "base_on"),
    [
        (date(2026, 6, 1), date(2026, 7, 1), date(2026, 7, 1), date(2026, 6, 30)),
        (date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 1), date(2026, 6, 30)),
        (date(2024, 6, 1), date(2024, 7, 1), date(2024, 7, 1), date(2024, 6, 30)),
        (date(2024, 12, 30), date(2025, 1, 31), date(2024, 12, 31), date(2024, 6, 30)),
        (date(2023, 12, 30), date(2024, 1, 31), date(2023, 12, 31), date(2023, 6, 30)),
        (date(2012, 1, 1), date(2012, 2, 1), date(2012, 1, 2), None),
    ],
)
def test_a_day_outside_the_data_has_no_figure(due: date, paid: date, first: date, base_on: date | None) -> None:
    """The second half of 2026 and of 2024 are not in the data: no figure, and the first such day is told, with the day
    whose base rate would tell it; before the law's points hold, none would."""
    assert late_interest(money("100.00"), due, paid, SPAIN) == Unknown("late_interest_rate", first, base_on)


def test_a_base_rate_tells_the_half_year_after_it() -> None:
    """2.50 and eight points from 1 July 2026 to the end of the year; the next half-year wants another."""
    base = Base(date(2026, 6, 30), Decimal("2.50"))
    found = late_interest(money("1000.00"), date(2026, 6, 1), date(2026, 12, 31), SPAIN, base=base)
    assert isinstance(found, LateInterest) and found.base_on == base.on
    assert [(each.first, each.rate) for each in found.stretches] == [
        (date(2026, 6, 2), Decimal("10.15")), (date(2026, 7, 1), Decimal("10.50")),
    ]  # fmt: skip
    beyond = late_interest(money("1000.00"), date(2026, 6, 1), date(2027, 1, 1), SPAIN, base=base)
    assert beyond == Unknown("late_interest_rate", date(2027, 1, 1), date(2026, 12, 31), base_used=True)


@pytest.mark.parametrize("country", ["AR", "CO", "MX", "PE"])
def test_countries_without_a_rate_have_no_figure(country: str) -> None:
    """Colombia's bank rate changes every month and is in no data; Argentina, Mexico and Peru have no rule there."""
    found = late_interest(money("100.00"), date(2026, 1, 1), date(2026, 1, 31), library().law[country])
    assert found == Unknown("late_interest_rate", date(2026, 1, 2))


def test_nothing_is_owed_for_paying_in_time() -> None:
    """On the due date, or before it, there is no delay."""
    for paid in (date(2026, 1, 31), date(2026, 1, 30)):
        assert late_interest(money("100.00"), date(2026, 1, 31), paid, SPAIN) is None


def test_doubtful_rates_count_as_absent_or_unsure() -> None:
    """A rate of low confidence gives no figure; one whose source was not read gives one that is not sure."""
    low = tuple(replace(one, confidence="low") for one in DATA)
    assert isinstance(late_interest(money("100.00"), date(2020, 1, 1), date(2020, 1, 31), low), Unknown)
    unread = tuple(replace(one, source_read=False) for one in DATA)
    assert owed(money("100.00"), date(2020, 1, 1), date(2020, 1, 31), DATA).sure
    assert not owed(money("100.00"), date(2020, 1, 1), date(2020, 1, 31), unread).sure


def test_an_agreed_rate_takes_the_place_of_the_laws() -> None:
    """36.5 % a year is a thousandth a day, in and outside the half-years of the law; the fixed cost stays."""
    found = owed(money("1000.00"), date(2026, 6, 20), date(2026, 7, 20), SPAIN, Decimal("36.5"))
    assert (found.interest, found.fixed_cost) == (money("30.00"), money("40.00"))


def test_the_fixed_cost_is_of_the_laws_currency() -> None:
    """For dollars there is interest, and no fixed cost in euros."""
    found = owed(money("1000.00", "USD"), date(2026, 1, 1), date(2026, 1, 31), SPAIN)
    assert found.fixed_cost is None and found.total == found.interest


@settings(max_examples=200, deadline=None)
@given(
    st.decimals(Decimal("0.01"), Decimal("1000000"), places=2),
    st.dates(date(2020, 1, 1), date(2020, 12, 30)),
    st.integers(1, 365),
)
def test_stretches_make_the_delay_and_the_sum(amount: Decimal, due: date, late: int) -> None:
    """Stretches follow one another without gap, their interest makes the total, and that is near the unrounded one."""
    paid = min(due + timedelta(days=late), date(2020, 12, 31))
    found = owed(money(str(amount)), due, paid, DATA)
    assert found.days == (paid - due).days
    assert all(one.last + timedelta(days=1) == two.first for one, two in zip(found.stretches, found.stretches[1:]))  # noqa: B905
    assert found.interest.amount == sum(one.interest.amount for one in found.stretches)
    daily = [10 if due + timedelta(days=n + 1) <= date(2020, 6, 30) else 12 for n in range(found.days)]
    exact = amount * sum(daily) / 36500
    assert abs(found.interest.amount - exact) <= Decimal("0.005") * len(found.stretches)
