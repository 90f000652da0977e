"""Mexico over the bundled data: IVA at home, at the border and as an export; two withholdings at once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.content.contracts import library
from tests.law.cases import DAY, Told, ask, unknown
from vadocs.law.countries import RULES
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.taxes import taxes
from vadocs.model.money import Money

ANA = PartyFacts(country="MX", kind="person", regime="mx-professional", territory="mainland", vat="registered")
RESICO = replace(ANA, regime="mx-resico")
BORDER = replace(ANA, territory="border", declarations={"mx-border-stimulus": date(2026, 2, 1)})
FIRM = PartyFacts(country="MX", kind="company")
ABROAD = PartyFacts(country="US", kind="company", local_business=False, pays_from_abroad=True)


@pytest.mark.parametrize(
    ("provider", "base", "told"),
    [
        # 10,000 + 1,600 - 1,000 - 1,066.67 (two thirds of 1,600) = 9,533.33
        (ANA, "10000.00", Told("charged", "1600.00", ("1000.00", "1066.67"), "", "9533.33")),
        # 100,000: two thirds of 16,000.00 are 10,666.67; 10.6667 % would be 10,666.70
        (ANA, "100000.00", Told("charged", "16000.00", ("10000.00", "10666.67"), "", "95333.33")),
        # 1.25 % of 10,000
        (RESICO, "10000.00", Told("charged", "1600.00", ("125.00", "1066.67"), "", "10408.33")),
        # 8 % of 10,000, and two thirds of that
        (BORDER, "10000.00", Told("charged", "800.00", ("1000.00", "533.33"), "", "9266.67")),
        # 33.37 × 16 % = 5.3392; × 10 % = 3.337; two thirds of 5.34 = 3.56
        (ANA, "33.37", Told("charged", "5.34", ("3.34", "3.56"), "", "31.81")),
        (replace(ANA, vat="exempt"), "10000.00", Told("not_charged", "", ("1000.00",), "", "9000.00")),
    ],
)
def test_a_company_withholds_twice(provider: PartyFacts, base: str, told: Told) -> None:
    """Income tax by the regime, and two thirds of the IVA on the invoice, each rounded by itself."""
    assert ask(provider, FIRM, base, "MXN") == told


@pytest.mark.parametrize(
    ("provider", "client", "used_in", "told"),
    [
        (ANA, replace(FIRM, kind="person"), (), Told("charged", "1600.00", (), "client_is_a_person", "11600.00")),
        (ANA, ABROAD, ("US",), Told("zero_rated_export", "", (), "client_abroad", "10000.00")),
        (ANA, ABROAD, (), unknown("used_in")),
        (ANA, ABROAD, ("US", "MX"), unknown("taxes.override")),
        (ANA, replace(ABROAD, local_business=None), ("US",), unknown("client.tax.local_business")),
        (ANA, replace(ABROAD, local_business=True), ("US",), unknown("taxes.override")),
        (ANA, replace(ABROAD, pays_from_abroad=None), ("US",), unknown("client.tax.pays_from_abroad")),
        (ANA, replace(ABROAD, pays_from_abroad=False), ("US",), unknown("taxes.override")),
        (replace(ANA, territory=""), FIRM, (), unknown("provider.tax.territory")),
        (replace(BORDER, declarations={}), FIRM, (), unknown("provider.tax.declarations")),
        (replace(ANA, regime="mx-platform"), FIRM, (), unknown("taxes.override")),
        (replace(ANA, regime="mx-company", kind="company"), FIRM, (), unknown("taxes.override")),
        (replace(ANA, regime=""), FIRM, (), unknown("provider.tax.regime")),
        (replace(ANA, vat="not-registered"), FIRM, (), unknown("taxes.override")),
        (ANA, replace(FIRM, kind=""), (), unknown("client.kind")),
        (ANA, replace(FIRM, withholds=False), (), unknown("taxes.override")),
    ],
)
def test_by_facts(provider: PartyFacts, client: PartyFacts, used_in: tuple[str, ...], told: Told) -> None:
    """Only companies withhold, never a payer abroad; an export needs each of its facts."""
    assert ask(provider, client, "10000.00", "MXN", used_in=used_in) == told


@pytest.mark.parametrize(("day", "known"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_before_the_data_nothing_is_told(day: date, known: bool) -> None:
    """No start date is known: the data cover the year in which they were checked, and on."""
    assert (ask(ANA, FIRM, "10000.00", "MXN", day).treatment == "charged") is known


@pytest.mark.parametrize(("provider", "rate"), [(ANA, "10.6667"), (BORDER, "5.3333")])
def test_the_rate_that_is_shown(provider: PartyFacts, rate: str) -> None:
    """Two thirds of the IVA are shown as a rate of the base to four decimals, that of the bundled data."""
    charge = Money(Decimal("10000.00"), "MXN")
    found = taxes(Case(provider, FIRM, (charge,), DAY), RULES["MX"], library().law["MX"])
    assert found.ruling is not None
    assert found.ruling.withholdings[1].rate == Decimal(rate)
    (datum,) = (one for one in library().law["MX"] if one.name == "vat_withholding_rate")
    assert getattr(datum.value, "amount", None) == Decimal("10.6667")


def test_what_was_not_read_is_not_cited() -> None:
    """The article of the general rate is known and was not read: it computes and is not cited. That of exports is."""
    home = taxes(Case(ANA, FIRM, (), DAY), RULES["MX"], library().law["MX"])
    export = taxes(Case(ANA, ABROAD, (), DAY, ("US",)), RULES["MX"], library().law["MX"])
    assert home.treatment == "charged" and home.reference is None
    assert export.reference is not None and "29" in export.reference["es"]
    assert export.none_reference is not None
