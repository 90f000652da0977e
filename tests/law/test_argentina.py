"""Argentina over the bundled data: the simplified regime at home and abroad, IVA of who is registered."""

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

JULIETA = PartyFacts(country="AR", kind="person", regime="ar-monotributo", vat="not-registered")
LUCIA = replace(JULIETA, regime="ar-registered", vat="registered")
FIRM = replace(LUCIA, kind="company", regime="ar-company")
SHOP = PartyFacts(country="AR", kind="company", withholds=False)
ABROAD = PartyFacts(country="US", kind="company")


@pytest.mark.parametrize(
    ("provider", "client", "told"),
    [
        (JULIETA, SHOP, Told("not_charged", "", (), "client_does_not_withhold", "1000.00")),
        (JULIETA, ABROAD, Told("not_charged", "", (), "client_abroad", "1000.00")),
        (replace(JULIETA, vat=""), ABROAD, Told("not_charged", "", (), "client_abroad", "1000.00")),
        (replace(JULIETA, vat="registered"), ABROAD, unknown("taxes.override")),
        (JULIETA, replace(SHOP, withholds=None), unknown("client.tax.withholds")),
        (JULIETA, replace(SHOP, withholds=True), unknown("taxes.override")),
        (JULIETA, replace(SHOP, country=""), unknown("client.address.country")),
        (LUCIA, SHOP, Told("charged", "210.00", (), "client_does_not_withhold", "1210.00")),
        (FIRM, SHOP, Told("charged", "210.00", (), "client_does_not_withhold", "1210.00")),
        (LUCIA, replace(SHOP, withholds=True), unknown("taxes.override")),
        (replace(LUCIA, vat=""), SHOP, unknown("provider.tax.vat")),
        (replace(LUCIA, vat="exempt"), SHOP, unknown("taxes.override")),
        (LUCIA, ABROAD, unknown("taxes.override")),
        (FIRM, ABROAD, unknown("taxes.override")),
        (replace(JULIETA, regime="ar-exempt"), SHOP, unknown("taxes.override")),
        (replace(JULIETA, regime=""), SHOP, unknown("provider.tax.regime")),
    ],
)
def test_by_facts(provider: PartyFacts, client: PartyFacts, told: Told) -> None:
    """No IVA in the simplified regime, 21 % of who is registered at home; what our data do not tell is asked for."""
    assert ask(provider, client, "1000.00", "ARS") == told


@pytest.mark.parametrize(
    ("provider", "day", "told"),
    [
        (LUCIA, date(2025, 12, 31), unknown("law.vat_name", "law.vat_rate")),
        (LUCIA, date(2026, 1, 1), Told("charged", "210.00", (), "client_does_not_withhold", "1210.00")),
        (JULIETA, date(2025, 12, 31), unknown("law.vat_name")),
        (JULIETA, date(2026, 1, 1), Told("not_charged", "", (), "client_does_not_withhold", "1000.00")),
    ],
)
def test_a_day_before_the_data_has_no_figure(provider: PartyFacts, day: date, told: Told) -> None:
    """IVA is known for the year in which it was checked and after it; before it, nothing is told."""
    assert ask(provider, SHOP, "1000.00", "ARS", day) == told


def test_what_is_cited() -> None:
    """The simplified regime was read at its source and may be cited; the rate of IVA was not and is not."""
    case = Case(JULIETA, SHOP, (Money(Decimal(1000), "ARS"),), DAY)
    data = library().law["AR"]
    simplified, charged = (taxes(replace(case, provider=one), RULES["AR"], data) for one in (JULIETA, LUCIA))
    assert simplified.reference is not None and "monotributo" in simplified.reference["es"]
    assert charged.treatment == "charged" and charged.reference is None
