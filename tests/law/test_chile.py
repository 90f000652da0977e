"""Chile over the bundled data: fee slips with each year's withholding, the payment on account, IVA of the others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.content.contracts import library
from tests.law.cases import DAY, Told, ask, unknown
from vadocs.compose.taxnames import names_of
from vadocs.law.countries import RULES
from vadocs.law.data import law_names, valid_on
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.taxes import taxes
from vadocs.model.engagement import Items, Quantity
from vadocs.model.money import Money

PAULA = PartyFacts(country="CL", kind="person", regime="cl-fees")
STUDIO = PartyFacts(country="CL", kind="company", regime="cl-company", vat="registered")
CLIENT = PartyFacts(country="CL", kind="company", withholds=True)
ABROAD = PartyFacts(country="US", kind="company")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2022, 12, 31), unknown("law.fee_slip_without_vat")),
        (date(2023, 1, 1), Told("not_charged", "", ("130000",), "", "870000")),
        (date(2023, 12, 31), Told("not_charged", "", ("130000",), "", "870000")),
        (date(2024, 1, 1), Told("not_charged", "", ("137500",), "", "862500")),
        (date(2024, 12, 31), Told("not_charged", "", ("137500",), "", "862500")),
        (date(2025, 1, 1), Told("not_charged", "", ("145000",), "", "855000")),
        (date(2025, 12, 31), Told("not_charged", "", ("145000",), "", "855000")),
        (date(2026, 1, 1), Told("not_charged", "", ("152500",), "", "847500")),
        (date(2026, 12, 31), Told("not_charged", "", ("152500",), "", "847500")),
        (date(2027, 1, 1), Told("not_charged", "", ("160000",), "", "840000")),
        (date(2027, 12, 31), Told("not_charged", "", ("160000",), "", "840000")),
        (date(2028, 1, 1), Told("not_charged", "", ("170000",), "", "830000")),
        (date(2028, 12, 31), Told("not_charged", "", ("170000",), "", "830000")),
        (date(2029, 1, 1), unknown("law.withholding_rate")),
    ],
)
def test_each_year_has_its_rate(day: date, told: Told) -> None:
    """The rate of the year of the slip, on both sides of each year's end; after 2028 none is known."""
    assert ask(PAULA, CLIENT, "1000000", "CLP", day) == told


def test_the_rates_of_the_law() -> None:
    """Ley 21.133 as it is known: nine years, each from its first day to its last."""
    rates = ("10.75", "11.5", "12.25", "13", "13.75", "14.5", "15.25", "16", "17")
    for year, rate in zip(range(2020, 2029), rates, strict=True):
        for day in (date(year, 1, 1), date(year, 12, 31)):
            assert valid_on(library().law["CL"], day)["withholding_rate"].value == Quantity(Decimal(rate), "percent")
    assert "withholding_rate" not in valid_on(library().law["CL"], date(2019, 12, 31))


def test_pesos_have_no_cents() -> None:
    """15.25 % of 650,003 is 99,125.4575: what is withheld is rounded once, to whole pesos."""
    found = ask(PAULA, CLIENT, "650003", "CLP")
    assert (found.withheld, found.net) == (("99125",), "550878")


@pytest.mark.parametrize(
    ("provider", "client", "told"),
    [
        (PAULA, replace(CLIENT, withholds=False), Told("not_charged", "", (), "client_does_not_withhold", "100000")),
        (PAULA, ABROAD, Told("not_charged", "", (), "client_abroad", "100000")),
        (PAULA, replace(CLIENT, withholds=None), unknown("client.tax.withholds")),
        (replace(PAULA, regime=""), CLIENT, unknown("provider.tax.regime")),
        (replace(PAULA, kind="company"), CLIENT, unknown("taxes.override")),
        (replace(PAULA, regime="cl-first-category", vat="registered"), CLIENT,
         Told("charged", "19000", (), "business_activity", "119000")),
        (STUDIO, CLIENT, Told("charged", "19000", (), "provider_is_a_company", "119000")),
        (STUDIO, replace(CLIENT, withholds=None), Told("charged", "19000", (), "provider_is_a_company", "119000")),
        (STUDIO, ABROAD, unknown("taxes.override")),
        (replace(STUDIO, vat="exempt"), CLIENT, unknown("taxes.override")),
        (replace(STUDIO, regime="cl-professional-company"), CLIENT,
         Told("charged", "19000", (), "provider_is_a_company", "119000")),
        (replace(STUDIO, regime="cl-professional-company", vat="exempt"), CLIENT, unknown("taxes.override")),
        (replace(STUDIO, regime="cl-professional-company", vat=""), CLIENT, unknown("provider.tax.vat")),
    ],
)  # fmt: skip
def test_by_facts(provider: PartyFacts, client: PartyFacts, told: Told) -> None:
    """Slips bear no IVA, all else 19 %; who is no agent withholds nothing; what our data do not tell is asked for."""
    assert ask(provider, client, "100000", "CLP") == told


@pytest.mark.parametrize(("day", "known"), [(date(2022, 12, 31), False), (date(2023, 1, 1), True)])
def test_services_bear_vat_since_2023(day: date, known: bool) -> None:
    """Ley 21.420: on the day before, our data tell nothing."""
    found = ask(STUDIO, CLIENT, "100000", "CLP", day)
    assert found.missing == (() if known else ("law.vat_rate",))


@pytest.mark.parametrize(("day", "rate"), [(date(2026, 12, 31), "15.25"), (date(2027, 1, 1), "16")])
def test_who_is_not_withheld_from_pays_as_much(day: date, rate: str) -> None:
    """The payment on account (PPM) is at the rate of the year; nothing of it is taken off the slip."""
    case = Case(PAULA, ABROAD, (Money(Decimal(900), "USD"),), day)
    ruling = taxes(case, RULES["CL"], library().law["CL"]).ruling
    assert ruling is not None and ruling.none is not None and ruling.none.own is not None
    assert ruling.none.own.rate == Decimal(rate)


@pytest.mark.parametrize(
    ("last", "years"),
    [(date(2026, 12, 31), []), (date(2027, 1, 1), [2027]), (None, [2027, 2028])],
)
def test_later_rates_are_told_as_far_as_the_term_goes(last: date | None, years: list[int]) -> None:
    """A rate that begins after the last invoice is none of the contract's."""
    case = Case(PAULA, CLIENT, (Money(Decimal(900000), "CLP"),), DAY)
    found = names_of(taxes(case, RULES["CL"], library().law["CL"]), last)["withholdings"]
    assert isinstance(found, Items)
    steps = found.items[0].get("steps")  # type: ignore[union-attr]
    assert [one.value("since").year for one in (steps.items if isinstance(steps, Items) else ())] == years  # type: ignore[union-attr]


@pytest.mark.parametrize(("day", "new"), [(date(2026, 11, 30), False), (date(2026, 12, 1), True)])
def test_the_law_of_data_of_december_2026(day: date, new: bool) -> None:
    """Ley 21.719 on both sides of the day on which it takes effect: the mandate of art. 15 bis, and its name."""
    names = law_names(library().law["CL"], day)
    assert (names.get("processing_mandate") is not None) is new
    held = names.get("data_protection_law")
    assert ("21.719" in str(held)) is new and "19.628" in str(held)
    assert names.get("data_breach_hours") is None, "of medium confidence: no text may name it"
