"""Value-added tax and withholding: the worked examples, each fact that changes them, and what is not known."""

from dataclasses import replace
from datetime import date

import pytest

from tests.law.data import (
    AUSTIN,
    CHECKED,
    COLOMBIA,
    FERRETERIA,
    FROM_COLOMBIA,
    IN_PERU,
    IN_SPAIN,
    LAURA,
    LEVANTE,
    MARTA,
    PERU,
    ROSA,
    SPAIN,
    money,
)
from vadocs.law.colombia import colombia
from vadocs.law.countries import RULES
from vadocs.law.facts import PartyFacts
from vadocs.law.peru import peru
from vadocs.law.ruling import Levy, Taxes
from vadocs.law.spain import spain
from vadocs.law.taxes import taxes


def in_spain(provider: PartyFacts = MARTA, client: PartyFacts = LEVANTE, day: date = IN_SPAIN.day) -> Taxes:
    """Marta's invoice with another provider, client or day."""
    return taxes(replace(IN_SPAIN, provider=provider, client=client, day=day), spain, SPAIN)


def levies(found: Taxes) -> tuple[Levy, ...]:
    """What is withheld."""
    assert found.ruling is not None
    return found.ruling.withholdings


def why(found: Taxes) -> str:
    """Why nothing is withheld."""
    assert found.ruling is not None and found.ruling.none is not None and not found.ruling.withholdings
    return found.ruling.none.why


def test_marta_charges_vat_and_bears_the_beginners_rate() -> None:
    """560,00 + IVA 117,60 − IRPF 39,20 = 638,40, with the rate's last day and what follows."""
    found = taxes(IN_SPAIN, spain, SPAIN)
    assert found.treatment == "charged" and not found.missing
    (line,) = found.lines
    amounts = tuple(map(money, ("560.00", "117.60", "39.20", "638.40")))
    assert (line.base, line.vat, line.withholding, line.net) == amounts
    assert found.totals == line
    (levy,) = levies(found)
    assert (levy.until, levy.rate_after) == (date(2028, 12, 31), 15)
    assert found.reference == {"es": "art. vat_rate", "en": "s. vat_rate"}
    assert found.checked_on == CHECKED


@pytest.mark.parametrize(
    ("declarations", "since", "day", "rate"),
    [
        ({"irpf-7": date(2026, 11, 20)}, date(2026, 2, 1), date(2028, 12, 31), 7),
        ({"irpf-7": date(2026, 11, 20)}, date(2026, 2, 1), date(2029, 1, 1), 15),
        ({"irpf-7": None}, date(2026, 2, 1), date(2026, 11, 23), 7),
        ({"irpf-7": date(2026, 11, 24)}, date(2026, 2, 1), date(2026, 11, 23), 15),
        ({}, date(2026, 2, 1), date(2026, 11, 23), 15),
        ({"roi-vies": date(2026, 1, 1)}, date(2026, 2, 1), date(2026, 11, 23), 15),
    ],
)
def test_the_lower_rate_needs_its_notice_and_its_years(
    declarations: dict[str, date | None], since: date, day: date, rate: int
) -> None:
    """7 % holds in the year of the start and the two after it, once the notice was received; else 15 %."""
    found = in_spain(replace(MARTA, declarations=declarations, since=since), day=day)
    assert [levy.rate for levy in levies(found)] == [rate]


@pytest.mark.parametrize(
    ("provider", "client", "reason"),
    [
        (replace(MARTA, activity="business"), LEVANTE, "business_activity"),
        (replace(MARTA, kind="company", regime="es-company"), LEVANTE, "provider_is_a_company"),
        (MARTA, replace(LEVANTE, withholds=False), "client_does_not_withhold"),
    ],
)
def test_no_withholding_where_none_is_due(provider: PartyFacts, client: PartyFacts, reason: str) -> None:
    """A business activity, a company and a client that is no withholder lead to VAT alone, and the reason is told."""
    found = in_spain(provider, client)
    assert found.treatment == "charged"
    assert found.lines[0].withholding is None and found.lines[0].net == money("677.60")
    assert why(found) == reason


def test_a_business_abroad_is_outside_the_tax() -> None:
    """Neither VAT nor withholding for a client established abroad, and the article is cited."""
    case = replace(IN_SPAIN, client=PartyFacts(country="US", kind="company"), used_in=("US",))
    found = taxes(case, spain, SPAIN)
    assert found.treatment == "not_subject"
    assert found.lines[0].net == money("560.00") and found.lines[0].vat is None
    assert found.reference == {"es": "art. vat_place_of_supply", "en": "s. vat_place_of_supply"}


@pytest.mark.parametrize(
    ("provider", "client", "missing"),
    [
        (replace(MARTA, territory=""), LEVANTE, ("provider.tax.territory",)),
        (replace(MARTA, vat=""), LEVANTE, ("provider.tax.vat",)),
        (replace(MARTA, regime=""), LEVANTE, ("provider.tax.regime",)),
        (replace(MARTA, activity=""), LEVANTE, ("provider.tax.activity",)),
        (replace(MARTA, since=None), LEVANTE, ("provider.tax.since",)),
        (MARTA, replace(LEVANTE, withholds=None), ("client.tax.withholds",)),
        (MARTA, replace(LEVANTE, territory=""), ("client.tax.territory",)),
        (MARTA, replace(LEVANTE, country=""), ("client.address.country",)),
        (replace(MARTA, territory="canarias"), LEVANTE, ("taxes.override",)),
        (MARTA, replace(LEVANTE, territory="canarias"), ("taxes.override",)),
        (replace(MARTA, regime="es-objective-estimation"), LEVANTE, ("taxes.override",)),
        (replace(MARTA, vat="not-registered"), LEVANTE, ("taxes.override",)),
    ],
)
def test_a_fact_that_is_missing_is_asked_for(
    provider: PartyFacts, client: PartyFacts, missing: tuple[str, ...]
) -> None:
    """Without a fact that decides, or outside our rules, the treatment is unknown: no line, no guess."""
    found = in_spain(provider, client)
    assert (found.treatment, found.lines, found.missing) == ("unknown", (), missing)


@pytest.mark.parametrize("name", [d.name for d in SPAIN if d.name != "vat_place_of_supply"])
def test_a_datum_that_is_missing_or_doubtful_makes_it_unknown(name: str) -> None:
    """Each datum of Marta's case is needed: absent, of low confidence, or not yet in force."""
    others = tuple(d for d in SPAIN if d.name != name)
    (own,) = (d for d in SPAIN if d.name == name)
    for instead in ((), (replace(own, confidence="low"),), (replace(own, valid_from=date(2030, 1, 1)),)):
        found = taxes(IN_SPAIN, spain, (*others, *instead))
        assert found.treatment == "unknown" and f"law.{name}" in found.missing


def test_rates_are_those_of_the_day() -> None:
    """A rate that changes is taken by the engagement's date."""
    (old,) = (d for d in SPAIN if d.name == "vat_rate")
    new = replace(old, value=replace(old.value, amount=22), valid_from=date(2027, 1, 1))  # type: ignore[type-var]
    found = taxes(replace(IN_SPAIN, day=date(2027, 1, 1)), spain, (*SPAIN, new))
    assert found.lines[0].vat == money("123.20")


def test_peru_withholds_from_the_first_milestone_only() -> None:
    """8 % of 1,920.00 and nothing of 1,440.00: 4,646.40 of 4,800.00 are paid; no IGV."""
    found = taxes(IN_PERU, peru, PERU)
    assert found.treatment == "not_charged"
    assert [line.net for line in found.lines] == [money(a, "PEN") for a in ("1766.40", "1440.00", "1440.00")]
    assert [line.withholding for line in found.lines] == [money("153.60", "PEN"), None, None]
    assert found.totals is not None and found.totals.net == money("4646.40", "PEN")
    assert found.totals.withholding == money("153.60", "PEN") and found.totals.vat is None


@pytest.mark.parametrize("amount", ["1500.00", "1499.99"])
def test_peru_withholds_only_above_the_threshold(amount: str) -> None:
    """A receipt of S/ 1,500 or less bears nothing, and then the contract has no withholding to tell of."""
    found = taxes(replace(IN_PERU, charges=(money(amount, "PEN"),)), peru, PERU)
    assert why(found) == "below_threshold"
    assert found.lines[0].net == money(amount, "PEN")


@pytest.mark.parametrize(
    ("provider", "client", "withheld"),
    [
        (replace(ROSA, declarations={"pe-fourth-category-suspension": date(2026, 3, 1)}), FERRETERIA, False),
        (replace(ROSA, declarations={"pe-fourth-category-suspension": date(2025, 3, 1)}), FERRETERIA, True),
        (ROSA, replace(FERRETERIA, withholds=False), False),
        (ROSA, replace(FERRETERIA, country="ES"), False),
    ],
)
def test_peru_withholding_by_facts(provider: PartyFacts, client: PartyFacts, withheld: bool) -> None:
    """This year's certificate, a client that is no agent, or one abroad: no withholding."""
    found = taxes(replace(IN_PERU, provider=provider, client=client), peru, PERU)
    assert found.totals is not None and (found.totals.withholding is not None) == withheld


def test_peru_does_not_convert_the_threshold() -> None:
    """Fees in dollars have no threshold in dollars: the provider is asked."""
    found = taxes(replace(IN_PERU, charges=(money("900.00", "USD"),)), peru, PERU)
    assert (found.treatment, found.missing) == ("unknown", ("taxes.override",))


def test_colombian_export_is_exempt() -> None:
    """A written contract used only abroad: exempt, cited, nothing withheld; by the hour there are no lines."""
    found = taxes(FROM_COLOMBIA, colombia, COLOMBIA)
    assert found.treatment == "exempt_export" and found.lines == () and found.totals is None
    assert found.reference == {"es": "art. export_exemption", "en": "s. export_exemption"}
    assert why(found) == "client_abroad" and found.ruling is not None and found.ruling.vat is None


@pytest.mark.parametrize(
    ("changes", "treatment", "missing"),
    [
        ({"used_in": ()}, "unknown", ("used_in",)),
        ({"used_in": ("US", "CO")}, "unknown", ("taxes.override",)),
        ({"provider": replace(LAURA, vat="not-registered")}, "not_charged", ()),
        ({"provider": replace(LAURA, vat="")}, "unknown", ("provider.tax.vat",)),
        ({"client": replace(AUSTIN, country="CO", withholds=False)}, "charged", ()),
        ({"client": replace(AUSTIN, country="CO", withholds=True)}, "unknown", ("provider.tax.activity",)),
        ({"client": replace(AUSTIN, local_business=None)}, "unknown", ("client.tax.local_business",)),
        ({"client": replace(AUSTIN, local_business=True)}, "unknown", ("taxes.override",)),
        ({"client": replace(AUSTIN, country="CO")}, "unknown", ("client.tax.withholds",)),
    ],
)
def test_colombia_by_facts(changes: dict[str, object], treatment: str, missing: tuple[str, ...]) -> None:
    """Used at home, a provider outside the tax, a Colombian client: each its own answer."""
    found = taxes(replace(FROM_COLOMBIA, **changes), colombia, COLOMBIA)  # type: ignore[arg-type]
    assert (found.treatment, found.missing) == (treatment, missing)


def test_a_medium_datum_computes_and_is_not_cited() -> None:
    """A reference needs high confidence and a source that was read; computing needs neither."""
    for weaker in ({"confidence": "medium"}, {"source_read": False}):
        data = tuple(replace(d, **weaker) for d in SPAIN)  # type: ignore[arg-type]
        found = taxes(IN_SPAIN, spain, data)
        assert found.treatment == "charged" and found.reference is None


def test_a_country_without_a_rule_asks_for_the_providers_statement() -> None:
    """No data means no tax of ours: the provider's own statement is asked for."""
    found = taxes(replace(IN_SPAIN, provider=replace(MARTA, country="UY")), RULES.get("UY"), ())
    assert (found.treatment, found.missing) == ("unknown", ("taxes.override",))


def test_totals_are_sums_of_what_is_printed() -> None:
    """Three invoices of 33.33 each round alone; the total is the sum of the rounded lines."""
    case = replace(IN_SPAIN, charges=(money("33.33"), money("33.33"), money("33.33")))
    found = taxes(case, spain, SPAIN)
    assert found.totals is not None
    assert found.totals.vat == money("21.00") and found.totals.withholding == money("6.99")
    assert found.totals.net == money("114.00") == found.totals.base + money("21.00") - money("6.99")
