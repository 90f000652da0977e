"""What the members of the Union and of its Economic Area share: who has it, over what it lies, the reverse charge."""

from dataclasses import replace
from datetime import date

import pytest

from tests.content.contracts import library
from tests.law.cases import Told, ask, unknown
from tests.law.data import MARTA, datum
from tests.law.independent import UNION as OTHERS
from vadocs.law.data import data_of, law_names
from vadocs.law.facts import PartyFacts
from vadocs.model.jurisdiction import ECONOMIC_AREA, UNION, lineage

LAW = library().law
DAY = date(2026, 11, 23)
SHARED = {"data_protection_law", "data_protection_area"}
OF_THE_UNION = {"dpa_standard_clauses", "esignature_law", "ai_transparency_law"}
REGISTERED = replace(MARTA, declarations={"roi-vies": date(2026, 1, 1)})


def test_who_is_a_member() -> None:
    """Spain and the 26 of another list; three more in the Area; Great Britain and Switzerland in neither."""
    assert len(UNION) == 27 and {*OTHERS, "ES"} == UNION
    assert {"IS", "LI", "NO"} == ECONOMIC_AREA - UNION
    assert not {"GB", "CH", "US"} & ECONOMIC_AREA


@pytest.mark.parametrize(
    ("law", "laws"),
    [
        ("DE", ("DE", "EU", "EEA")), ("NO", ("NO", "EEA")), ("DE-BY", ("DE-BY", "DE", "EU", "EEA")),
        ("US-NY", ("US-NY", "US")), ("GB-NIR", ("GB-NIR", "GB")), ("EU", ("EU",)), ("", ("",)),
    ],
)  # fmt: skip
def test_the_laws_that_hold_under_one(law: str, laws: tuple[str, ...]) -> None:
    """A part's, its country's, the Union's, the Area's: the most particular first."""
    assert lineage(law) == laws


@pytest.mark.parametrize(
    ("law", "names"),
    [
        ("DE", SHARED | OF_THE_UNION), ("FR", SHARED | OF_THE_UNION), ("IE", SHARED | OF_THE_UNION), ("NO", SHARED),
        ("LI", SHARED), ("CH", set()), ("UY", set()),
    ],
)  # fmt: skip
def test_what_a_country_without_data_of_its_own_may_cite(law: str, names: set[str]) -> None:
    """What it shares and no more: nothing of Spain's, nothing of VAT, which was read in no official page."""
    assert set(law_names(data_of(law, LAW), DAY).fields) == names


def test_a_member_stands_over_what_it_shares() -> None:
    """What a country says of a name takes the place of what the Union says; Spain has its own beside what it shares."""
    own = datum("DE", "data_protection_law", {"es": "la ley alemana", "en": "the German act"})
    data = {"EU": LAW["EU"], "EEA": LAW["EEA"], "DE": (own,)}
    (found,) = [one for one in data_of("DE", data) if one.name == "data_protection_law"]
    assert found is own
    assert not {one.name for one in LAW["ES"]} & {one.name for one in (*LAW["EU"], *LAW["EEA"])}
    assert SHARED | OF_THE_UNION | {"data_blocking", "esignature_national_law"} <= {
        one.name for one in data_of("ES", LAW)
    }


@pytest.mark.parametrize("law", ["ES", "DE", "NO"])
def test_the_first_day_of_what_is_shared(law: str) -> None:
    """The GDPR from 20 July 2018 in the whole Area; notices of AI from 2 August 2026 in the Union alone."""
    names = {day: set(law_names(data_of(law, LAW), day).fields) for day in (
        date(2018, 7, 19), date(2018, 7, 20), date(2026, 8, 1), date(2026, 8, 2),
    )}  # fmt: skip
    assert ["data_protection_law" in found for found in names.values()] == [False, True, True, True]
    assert ["ai_transparency_law" in found for found in names.values()] == [False, False, False, law != "NO"]


@pytest.mark.parametrize("country", sorted(UNION - {"ES"}))
def test_from_spain_to_any_other_member(country: str) -> None:
    """Between two registered businesses the client accounts for the tax, in each of the 26 countries."""
    client = PartyFacts(country=country, kind="company", vat="registered")
    told = ask(REGISTERED, client, "560.00", "EUR", used_in=(country,))
    assert told == Told("reverse_charge", "", (), "client_abroad", "560.00")
    assert ask(MARTA, client, "560.00", "EUR", used_in=(country,)) == unknown("provider.tax.declarations")


@pytest.mark.parametrize("country", ["DE", "IE", "NO"])
def test_from_a_member_without_data_taxes_are_asked_for(country: str) -> None:
    """No rule of ours tells them, not even that the client accounts for the tax."""
    provider = PartyFacts(country=country, kind="person", vat="registered", declarations=REGISTERED.declarations)
    client = PartyFacts(country="ES", kind="company", vat="registered")
    assert ask(provider, client, "560.00", "EUR", used_in=("ES",)) == unknown("taxes.override")
