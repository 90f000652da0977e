"""Spain over the bundled data: 21 % of IVA; 15 % or 7 % of IRPF; abroad, in the Union, in the islands."""

from dataclasses import replace
from datetime import date

import pytest

from tests.content.contracts import library
from tests.law.cases import DAY, Told, ask, unknown
from tests.law.data import LEVANTE, MARTA
from vadocs.law.countries import RULES
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.taxes import taxes

ABROAD = PartyFacts(country="US", kind="company")
IN_THE_UNION = PartyFacts(country="FR", kind="company", vat="registered")
REGISTERED = replace(MARTA, declarations={"roi-vies": date(2026, 1, 1)})


@pytest.mark.parametrize(
    ("day", "withheld", "net"),
    [
        (date(2026, 11, 19), "84.00", "593.60"),  # the notice came on the 20th: 560 × 15 %
        (date(2026, 11, 20), "39.20", "638.40"),  # 560 × 7 %
        (date(2026, 12, 31), "39.20", "638.40"),
        (date(2027, 12, 31), "39.20", "638.40"),
        (date(2028, 12, 31), "39.20", "638.40"),  # the last day of the second following year
        (date(2029, 1, 1), "84.00", "593.60"),  # year four
    ],
)
def test_the_beginners_rate_by_day(day: date, withheld: str, net: str) -> None:
    """560 + 117.60 of IVA, less 7 % from the day of the notice to the end of the third year, else less 15 %."""
    assert ask(MARTA, LEVANTE, "560.00", "EUR", day) == Told("charged", "117.60", (withheld,), "", net)


@pytest.mark.parametrize(
    ("provider", "client", "used_in", "told"),
    [
        (replace(MARTA, activity="business"), replace(LEVANTE, withholds=None), (),
         Told("charged", "117.60", (), "business_activity", "677.60")),
        (replace(MARTA, kind="company", regime="es-company"), LEVANTE, (),
         Told("charged", "117.60", (), "provider_is_a_company", "677.60")),
        (MARTA, replace(LEVANTE, withholds=False), (),
         Told("charged", "117.60", (), "client_does_not_withhold", "677.60")),
        (replace(MARTA, vat="exempt"), LEVANTE, (), Told("not_charged", "", ("39.20",), "", "520.80")),
        (MARTA, ABROAD, ("US",), Told("not_subject", "", (), "client_abroad", "560.00")),
        (MARTA, ABROAD, (), unknown("used_in")),
        (MARTA, ABROAD, ("ES", "US"), unknown("taxes.override")),
        (REGISTERED, IN_THE_UNION, ("FR",), Told("reverse_charge", "", (), "client_abroad", "560.00")),
        (REGISTERED, replace(IN_THE_UNION, country="DE"), ("DE",),
         Told("reverse_charge", "", (), "client_abroad", "560.00")),
        (REGISTERED, IN_THE_UNION, ("ES", "FR"), unknown("taxes.override")),
        (REGISTERED, replace(IN_THE_UNION, country="NO"), ("NO",),  # of the Economic Area, not of the Union
         Told("not_subject", "", (), "client_abroad", "560.00")),
        (MARTA, IN_THE_UNION, ("FR",), unknown("provider.tax.declarations")),
        (REGISTERED, replace(IN_THE_UNION, vat=""), ("FR",), unknown("client.tax.vat")),
        (REGISTERED, replace(IN_THE_UNION, vat="not-registered"), ("FR",), unknown("taxes.override")),
        (REGISTERED, replace(IN_THE_UNION, country="GB", vat=""), ("GB",),
         Told("not_subject", "", (), "client_abroad", "560.00")),
        (replace(MARTA, territory="canarias"), LEVANTE, (), unknown("taxes.override")),
        (MARTA, replace(LEVANTE, territory="ceuta-melilla"), (), unknown("taxes.override")),
        (replace(MARTA, regime="es-objective-estimation"), LEVANTE, (), unknown("taxes.override")),
    ],
)  # fmt: skip
def test_by_facts(provider: PartyFacts, client: PartyFacts, used_in: tuple[str, ...], told: Told) -> None:
    """Each fact that changes the answer, and what is asked where one is missing."""
    assert ask(provider, client, "560.00", "EUR", used_in=used_in) == told


@pytest.mark.parametrize("day", [date(2012, 8, 31), date(2015, 7, 11)])
def test_before_the_data_nothing_is_told(day: date) -> None:
    """Before the first day of a rate it is asked for."""
    told = ask(MARTA, LEVANTE, "560.00", "EUR", day)
    assert told.treatment == "unknown" and all(key.startswith("law.") for key in told.missing)


@pytest.mark.parametrize(
    ("provider", "client", "applies"),
    [("mainland", "canarias", False), ("canarias", "canarias", False), ("mainland", "ceuta-melilla", False),
     ("canarias", "mainland", None), ("mainland", "mainland", None)],
)  # fmt: skip
def test_outside_the_territory_iva_is_known_not_to_apply(provider: str, client: str, applies: bool | None) -> None:
    """A client in the Canaries, Ceuta or Melilla bears no IVA, though what it bears is asked for."""
    parties = replace(MARTA, territory=provider), replace(LEVANTE, territory=client)
    found = taxes(Case(*parties, (), DAY), RULES["ES"], library().law["ES"])
    assert found.vat_applies is applies
    assert (found.missing == ("taxes.override",)) is (provider != "mainland" or client != "mainland")
