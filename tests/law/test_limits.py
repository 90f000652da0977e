"""What the law allows at most, on both sides of the day from which the data tell it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.content.contracts import library
from vadocs.law import limits
from vadocs.model.engagement import Quantity
from vadocs.model.money import Money

DATA = library().law
DAY = date(2026, 11, 23)
COUNTRIES = ("ES", "CO", "MX", "PE", "AR", "US-NY")


def days(count: int) -> Quantity:
    """Calendar days."""
    return Quantity(Decimal(count), "calendar_day")


@pytest.mark.parametrize(
    ("limit", "found"),
    [
        (limits.payment_limit, {"ES": days(60)}),
        (limits.payment_default, {"ES": days(30), "US-NY": Quantity(Decimal(30), "day")}),
        (limits.acceptance_limit, {"ES": days(30)}),
        (limits.invoice_limit, {"ES": days(15)}),
        (limits.fixed_recovery_cost, {"ES": Money(Decimal("40.00"), "EUR")}),
    ],
)
def test_limits_by_country(limit: object, found: dict[str, object]) -> None:
    """Spain's limits; where the data tell none, None."""
    assert callable(limit)
    assert {c: limit(c, DAY, DATA) for c in COUNTRIES if limit(c, DAY, DATA) is not None} == found


@pytest.mark.parametrize(("day", "known"), [(date(2013, 2, 23), False), (date(2013, 2, 24), True), (DAY, True)])
def test_a_limit_begins_on_its_day(day: date, known: bool) -> None:
    """The day before the datum begins there is no limit to tell."""
    assert (limits.payment_limit("ES", day, DATA) is not None) is known


def test_low_confidence_is_no_limit() -> None:
    """A datum of low confidence counts as absent."""
    doubtful = {"ES": [replace(one, confidence="low") for one in DATA["ES"]]}
    assert limits.payment_limit("ES", DAY, doubtful) is None


def test_colombian_interest_is_bounded_by_a_factor() -> None:
    """One and a half times the bank rate, a rate in no data: the factor is told, with its article, and no rate."""
    found = limits.agreed_interest_limit("CO", DAY, DATA)
    assert found is not None and found.factor == Decimal("1.5")
    assert "884" in found.basis.reference["es"]
    assert all(limits.agreed_interest_limit(c, DAY, DATA) is None for c in ("ES", "MX", "PE", "AR"))


def test_terms_in_peru() -> None:
    """Six years for professional services, three for others, and not citable: the source was not read."""
    assert limits.term_limit("PE", DAY, DATA, professional=True) == Quantity(Decimal(6), "year")
    assert limits.term_limit("PE", DAY, DATA, professional=False) == Quantity(Decimal(3), "year")
    assert limits.may_be_cited("PE", "term_limit", DAY, DATA) is None
    assert limits.term_limit("ES", DAY, DATA, professional=True) is None


def test_bank_payments_in_peru() -> None:
    """S/ 2,000 or US$ 500; no figure in another currency."""
    assert limits.bank_payment_from("PE", DAY, DATA, "PEN") == Money(Decimal(2000), "PEN")
    assert limits.bank_payment_from("PE", DAY, DATA, "USD") == Money(Decimal(500), "USD")
    assert limits.bank_payment_from("PE", DAY, DATA, "EUR") is None


def test_deposits_are_taxed_as_the_data_tell() -> None:
    """In Spain an advance bears IVA when received and a guarantee does not; of the others the data tell nothing."""
    assert limits.deposit_is_taxed("ES", "advance", DAY, DATA) is True
    assert limits.deposit_is_taxed("ES", "guarantee", DAY, DATA) is False
    for country in ("CO", "MX", "PE", "AR"):
        assert limits.deposit_is_taxed(country, "advance", DAY, DATA) is None


@pytest.mark.parametrize(
    ("country", "day", "names"),
    [
        ("ES", date(2025, 4, 2), []),
        ("ES", date(2025, 4, 3), ["negotiation_first"]),
        ("MX", date(2026, 1, 1), ["privacy_notice", "title_required"]),
        ("MX", date(2025, 3, 20), []),
        ("MX", date(2025, 3, 21), ["privacy_notice"]),
        ("CO", DAY, ["contribution_check", "withholding_declaration"]),
        ("PE", date(2025, 3, 29), ["bank_payment_from"]),
        ("PE", date(2025, 3, 30), ["data_breach_hours", "bank_payment_from"]),
        ("AR", DAY, []),
    ],
)
def test_notices_by_day(country: str, day: date, names: list[str]) -> None:
    """Each notice from the day on which its law is in force, and only those that may be cited."""
    assert [one.name for one in limits.statutory_notices(country, day, DATA)] == names
