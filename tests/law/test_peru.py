"""Peru over the bundled data: receipts for fees above S/ 1,500, the suspension of a year, IGV of businesses."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.content.contracts import library
from tests.law.cases import DAY, Told, ask, unknown
from tests.law.data import FERRETERIA, ROSA
from vadocs.law.countries import RULES
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.taxes import taxes
from vadocs.model.money import Money

SHOP = PartyFacts(country="PE", kind="company", regime="pe-mype", vat="registered")
SUSPENDED = replace(ROSA, declarations={"pe-fourth-category-suspension": date(2026, 3, 1)})


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("1500.00", Told("not_charged", "", (), "below_threshold", "1500.00")),
        ("1500.01", Told("not_charged", "", ("120.00",), "", "1380.01")),
        ("1920.00", Told("not_charged", "", ("153.60",), "", "1766.40")),
    ],
)
def test_above_the_threshold(base: str, told: Told) -> None:
    """8 % of receipts of more than S/ 1,500; at S/ 1,500 nothing."""
    assert ask(ROSA, FERRETERIA, base, "PEN") == told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 2, 28), Told("not_charged", "", ("160.00",), "", "1840.00")),
        (date(2026, 3, 1), Told("not_charged", "", (), "suspended", "2000.00")),
        (date(2026, 12, 31), Told("not_charged", "", (), "suspended", "2000.00")),
        (date(2027, 1, 1), Told("not_charged", "", ("160.00",), "", "1840.00")),
    ],
)
def test_the_suspension_is_of_a_year(day: date, told: Told) -> None:
    """It frees from the day on which the certificate was received until the end of that year."""
    assert ask(SUSPENDED, FERRETERIA, "2000.00", "PEN", day) == told


@pytest.mark.parametrize(
    ("provider", "client", "told"),
    [
        (ROSA, replace(FERRETERIA, withholds=False),
         Told("not_charged", "", (), "client_does_not_withhold", "2000.00")),
        (ROSA, replace(FERRETERIA, regime="pe-nrus"),
         Told("not_charged", "", (), "client_does_not_withhold", "2000.00")),
        (ROSA, PartyFacts(country="ES", kind="company"), Told("not_charged", "", (), "client_abroad", "2000.00")),
        (ROSA, replace(FERRETERIA, withholds=None), unknown("client.tax.withholds")),
        (SHOP, replace(FERRETERIA, withholds=False),
         Told("charged", "360.00", (), "client_does_not_withhold", "2360.00")),
        (SHOP, FERRETERIA, unknown("taxes.override")),
        (SHOP, PartyFacts(country="ES", kind="company"), unknown("taxes.override")),
        (replace(SHOP, vat="exempt"), FERRETERIA, unknown("taxes.override")),
        (replace(ROSA, regime="pe-nrus"), FERRETERIA, unknown("taxes.override")),
        (replace(ROSA, regime=""), FERRETERIA, unknown("provider.tax.regime")),
    ],
)  # fmt: skip
def test_by_facts(provider: PartyFacts, client: PartyFacts, told: Told) -> None:
    """Who is no agent withholds nothing; a business charges IGV; what our data do not tell is asked for."""
    assert ask(provider, client, "2000.00", "PEN", DAY) == told


@pytest.mark.parametrize(
    ("charge", "billed", "withheld"),
    [
        ("1500.00", ("1500.00", "1500.00"), False),
        ("1500.00", ("1500.00", "1500.01"), True),
        ("4500.00", ("1500.00", "1500.00", "1500.00"), False),
        ("4500.00", ("1500.00", "1500.00", "1500.01"), True),
    ],
)
def test_single_receipts_are_set_beside_the_threshold(charge: str, billed: tuple[str, ...], withheld: bool) -> None:
    """A contract has a withholding to tell of where any of its receipts passes, whatever its price or first fee."""
    amounts = tuple(Money(Decimal(one), "PEN") for one in billed)
    case = Case(ROSA, FERRETERIA, (Money(Decimal(charge), "PEN"),), DAY, billed=amounts)
    ruling = taxes(case, RULES["PE"], library().law["PE"]).ruling
    assert ruling is not None
    assert bool(ruling.withholdings) is withheld
    assert (ruling.none is None) is withheld
