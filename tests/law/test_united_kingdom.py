"""United Kingdom over the bundled data: standing for VAT, the off-payroll rules by the client's size, fixed sums."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.content.contracts import library
from tests.law.cases import DAY, Told, ask, unknown
from vadocs.law.data import law_names
from vadocs.law.facts import Case, PartyFacts, Size
from vadocs.law.interest import Base, LateInterest, Unknown, late_interest
from vadocs.law.limits import payment_default, payment_limit
from vadocs.law.taxes import taxes
from vadocs.law.united_kingdom import small_by, united_kingdom
from vadocs.model.engagement import Quantity
from vadocs.model.money import Money

LAW = library().law["GB"]
PRIYA = PartyFacts(country="GB", kind="person", regime="gb-sole-trader", vat="not-registered")
OWN_COMPANY = PartyFacts(country="GB", kind="company", regime="gb-company", vat="not-registered", intermediary=True)
FIRM = PartyFacts(country="GB", kind="company")
ABROAD = PartyFacts(country="ES", kind="company")
YEAR = date(2025, 4, 1)
SMALL = Size(Decimal(15000000), Decimal(7500000), Decimal(51), YEAR)
LARGE = Size(Decimal("15000000.01"), Decimal("7500000.01"), Decimal(50), YEAR)


def nothing(why: str) -> Told:
    """No VAT, nothing withheld, for a reason."""
    return Told("not_charged", "", (), why, "1150.00")


@pytest.mark.parametrize(
    ("provider", "client", "told"),
    [
        (PRIYA, FIRM, nothing("no_intermediary")),
        (PRIYA, ABROAD, nothing("no_intermediary")),
        (replace(PRIYA, vat="exempt"), FIRM, nothing("no_intermediary")),
        (replace(PRIYA, vat=""), FIRM, unknown("provider.tax.vat")),
        (replace(PRIYA, vat="registered"), FIRM, unknown("law.vat_rate")),
        (replace(PRIYA, vat="registered"), ABROAD, unknown("used_in")),
        (PRIYA, PartyFacts(), unknown("client.address.country")),
        (replace(OWN_COMPANY, intermediary=None), FIRM, unknown("provider.tax.intermediary")),
        (replace(OWN_COMPANY, intermediary=False), FIRM, nothing("no_intermediary")),
        (replace(PRIYA, regime="gb-partnership"), FIRM, unknown("provider.tax.intermediary")),
        (OWN_COMPANY, FIRM, unknown("client.tax.small")),
        (OWN_COMPANY, replace(FIRM, small=True), nothing("client_is_small")),
        (OWN_COMPANY, replace(FIRM, small=False), unknown("provider.tax.declarations")),
        (OWN_COMPANY, ABROAD, unknown("client.tax.local_business")),
        (OWN_COMPANY, replace(ABROAD, local_business=False), nothing("client_abroad")),
        (OWN_COMPANY, replace(ABROAD, local_business=True, small=False), unknown("provider.tax.declarations")),
        (OWN_COMPANY, replace(FIRM, size=SMALL, small=False), nothing("client_is_small")),
        (OWN_COMPANY, replace(FIRM, size=LARGE, small=True), unknown("provider.tax.declarations")),
    ],
)
def test_standing_and_who_decides(provider: PartyFacts, client: PartyFacts, told: Told) -> None:
    """No VAT of who is not registered; a person has no intermediary; figures of the client stand over its word."""
    assert ask(provider, client, "1150.00", "GBP") == told


@pytest.mark.parametrize(
    ("received", "told"),
    [
        (DAY, nothing("outside_off_payroll")),
        (None, nothing("outside_off_payroll")),
        (DAY + timedelta(days=1), unknown("provider.tax.declarations")),
    ],
)
def test_the_statement_counts_from_its_receipt(received: date | None, told: Told) -> None:
    """A client that is not small says in writing that the work is outside; before it is received, nothing is told."""
    provider = replace(OWN_COMPANY, declarations={"gb-outside-off-payroll": received})
    assert ask(provider, replace(FIRM, small=False), "1150.00", "GBP") == told


@pytest.mark.parametrize(
    ("size", "small"),
    [
        (Size(Decimal(15000000), Decimal(7500000), Decimal(50), YEAR), True),
        (Size(Decimal(15000000), Decimal(7500000), Decimal(51), YEAR), True),
        (Size(Decimal(15000000), Decimal("7500000.01"), Decimal(50), YEAR), True),
        (Size(Decimal("15000000.01"), Decimal(7500000), Decimal(50), YEAR), True),
        (Size(Decimal("15000000.01"), Decimal("7500000.01"), Decimal(50), YEAR), False),
        (Size(Decimal("15000000.01"), Decimal(7500000), Decimal(51), YEAR), False),
        (Size(Decimal(15000000), Decimal("7500000.01"), Decimal(51), YEAR), False),
        (Size(Decimal(15000000), Decimal(7500000), None, YEAR), True),
        (Size(Decimal("15000000.01"), None, Decimal(51), YEAR), False),
        (Size(Decimal("15000000.01"), None, Decimal(50), YEAR), None),
        (Size(Decimal(1), Decimal(1), Decimal(1), YEAR - timedelta(days=1)), None),
        (Size(Decimal(1), Decimal(1), Decimal(1), None), None),
    ],
)
def test_small_is_two_of_three_limits(size: Size, small: bool | None) -> None:
    """Each limit on both sides; of a year that began before the limits did, and without figures, nothing is told."""
    assert small_by(size, LAW) is small


@pytest.mark.parametrize(
    ("client", "used_in", "name", "value", "told"),
    [
        (FIRM, ("GB",), "vat_rate", Quantity(Decimal(20), "percent"), ("charged", "120.00")),
        (ABROAD, ("ES",), "vat_place_of_supply", {"es": "fuera", "en": "abroad"}, ("not_subject", "100.00")),
        (ABROAD, ("ES", "GB"), "vat_place_of_supply", {"es": "fuera", "en": "abroad"}, ("unknown", "")),
    ],
)
def test_what_a_workspace_adds_is_used(
    client: PartyFacts, used_in: tuple[str, ...], name: str, value: Any, told: tuple[str, str]
) -> None:
    """Neither rate nor place of supply is bundled: of who is registered they are asked for, and used once there."""
    case = Case(replace(PRIYA, vat="registered"), client, (Money(Decimal(100), "GBP"),), DAY, used_in)
    assert name not in {datum.name for datum in LAW}
    assert taxes(case, united_kingdom, LAW).treatment == "unknown"
    added = replace(next(datum for datum in LAW if datum.name == "vat_name"), name=name, value=value)
    found = taxes(case, united_kingdom, (*LAW, added))
    assert (found.treatment, str(found.lines[0].net.amount) if found.lines else "") == told


@pytest.mark.parametrize(
    ("debt", "fixed"),
    [
        ("0.01", "40.00"), ("999.99", "40.00"), ("1000.00", "70.00"), ("9999.99", "70.00"), ("10000.00", "100.00"),
    ],
)  # fmt: skip
def test_the_fixed_sum_goes_by_the_debt(debt: str, fixed: str) -> None:
    """£40 under £1,000, £70 under £10,000, £100 from there on."""
    rates = (*LAW, replace(LAW[0], name="late_interest_rate", value=Quantity(Decimal("11.75"), "percent")))
    found = late_interest(Money(Decimal(debt), "GBP"), date(2026, 1, 31), date(2026, 4, 1), rates)
    assert isinstance(found, LateInterest)
    assert found.fixed_cost == Money(Decimal(fixed), "GBP")


def test_the_worked_example() -> None:
    """£10,000 paid 60 days late at 11.75 %: £193.15 of interest and £100, as published; 10,000 × 0.1175 × 60 / 365."""
    base = Base(date(2025, 12, 31), Decimal("3.75"))
    debt, due = Money(Decimal("10000.00"), "GBP"), date(2026, 1, 31)
    found = late_interest(debt, due, due + timedelta(days=60), LAW, base=base)
    assert isinstance(found, LateInterest)
    assert (found.days, str(found.interest.amount), str((debt + found.total).amount)) == (60, "193.15", "10293.15")


def test_without_the_base_rate_there_is_no_figure() -> None:
    """The base rate of a half-year is in no data: the contract prints the rule, and a letter gets no figure."""
    found = late_interest(Money(Decimal("10000.00"), "GBP"), date(2026, 1, 31), date(2026, 4, 1), LAW)
    assert found == Unknown("late_interest_rate", date(2026, 2, 1), date(2025, 12, 31))


def test_the_base_rate_stays_that_before_the_delay() -> None:
    """A debt late since June bears one rate until it is paid in the next half-year; another day's tells nothing."""
    debt, due, paid = Money(Decimal("100.00"), "GBP"), date(2026, 5, 31), date(2026, 9, 30)
    found = late_interest(debt, due, paid, LAW, base=Base(date(2025, 12, 31), Decimal("4")))
    assert isinstance(found, LateInterest)
    assert [(each.first, each.last, each.rate) for each in found.stretches] == [(date(2026, 6, 1), paid, Decimal("12"))]
    other = late_interest(debt, due, paid, LAW, base=Base(date(2026, 6, 30), Decimal("4")))
    assert other == Unknown("late_interest_rate", date(2026, 6, 1), date(2025, 12, 31))


def test_an_agreed_rate_takes_the_fixed_sum_with_it() -> None:
    """What is agreed stands in place of all that the law gives; a debt in another currency has no fixed sum either."""
    due, paid = date(2026, 1, 31), date(2026, 4, 1)
    agreed = late_interest(Money(Decimal("10000.00"), "GBP"), due, paid, LAW, Decimal(9))
    assert isinstance(agreed, LateInterest) and agreed.fixed_cost is None
    rates = (*LAW, replace(LAW[0], name="late_interest_rate", value=Quantity(Decimal("11.75"), "percent")))
    euros = late_interest(Money(Decimal("10000.00"), "EUR"), due, paid, rates)
    assert isinstance(euros, LateInterest) and euros.fixed_cost is None


def test_days_to_pay() -> None:
    """Thirty where the contract is silent; sixty is no maximum but the line beyond which a term has to be fair."""
    data = library().law
    assert payment_default("GB-EAW", DAY, data) == Quantity(Decimal(30), "calendar_day")
    assert payment_limit("GB-EAW", DAY, data) is None
    assert law_names(LAW, DAY).value("payment_fair_days") == Quantity(Decimal(60), "calendar_day")
