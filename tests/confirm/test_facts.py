"""Which facts a person must confirm: each where it stands, and a near miss where it does not."""

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.compose.workshop import setting
from tests.confirm.specs import AUTHORITY, by_name, draft
from tests.content.contracts import example as example_spec
from tests.content.contracts import library, names
from vadocs.compose.confirmations import facts_of, shown
from vadocs.compose.taxnames import data_used, names_of
from vadocs.law.data import valid_on
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.inquiry import Inquiry
from vadocs.law.ruling import Ruling
from vadocs.law.taxes import taxes
from vadocs.model.engagement import Leaf, Record
from vadocs.model.plan import Placement, Plan, Reason
from vadocs.model.walk import text_of

TRADE = {
    "clauses": {"add": ["economic-dependence-trade"]},
    "economic_dependence": {
        "income_share_percent": "80", "declared_on": "2026-11-20", "weekly_rest": "sábado y domingo",
        "weekly_hours": "20",
    },
}  # fmt: skip
RESIDENCE = {"clauses": {"add": ["tax-residence"]}, "tax_residence": {"in_address_country": "true"}}

CASES: dict[str, tuple[str, dict[str, Any], str, dict[str, Any]]] = {
    "client.signatory.name": ("levante", {}, "Pilar Ortega Sáez", {"client": {"signatory": {"authority": AUTHORITY}}}),
    "taxes.vat_rate": ("levante", {}, "21 %", {"provider": {"tax": {"territory": "~"}}}),
    "taxes.withholdings.rate": ("levante", {}, "7 %", {"client": {"tax": {"withholds": "false"}}}),
    "taxes.no_withholding": (
        "levante", {"client": {"tax": {"withholds": "false"}}}, "el cliente no es agente de retención", {},
    ),
    "taxes.treatment": ("asistencia-austin", {}, "exempt export", {"client": {"tax": {"local_business": "~"}}}),
    "used_in": ("asistencia-austin", {}, "the United States", {"client": {"tax": {"local_business": "~"}}}),
    "client.tax.local_business": ("asistencia-austin", {}, "no", {"client": {"tax": {"local_business": "~"}}}),
    "personal_data.special_categories": (
        "levante", {}, "bajas por enfermedad y afiliación sindical", {"personal_data": {"special_categories": "~"}},
    ),
    "personal_data.transfers.mechanism": (
        "asistencia-austin", {}, "contract that requires the transfer", {"personal_data": {"transfers": "~"}},
    ),
    "provider.kind": ("asistencia-austin", {"governing_law": "US-TX"}, "", {}),
    "economic_dependence.income_share_percent": (
        "levante", TRADE, "80 %", {"economic_dependence": {"income_share_percent": "70"}},
    ),
    "tax_residence.in_address_country": (
        "asistencia-austin", RESIDENCE, "yes", {"tax_residence": {"in_address_country": "false"}},
    ),
}  # fmt: skip
"""By name: an example, its change, the value told; and the change of a near miss, in which it is no fact."""


@pytest.mark.parametrize("name", CASES)
def test_a_fact_is_to_be_confirmed(name: str, tmp_path: Path) -> None:
    """It is listed with what it is, its value and the reason; the document prints that list."""
    base, change, value, _ = CASES[name]
    document = draft(base, tmp_path, change)
    fact = by_name(document)[name]
    assert text_of(fact.value).replace("\u00a0", " ") == value
    assert fact.prompt and fact.reason and "`" not in fact.prompt + fact.reason


@pytest.mark.parametrize("name", CASES)
def test_a_near_miss_is_none(name: str, tmp_path: Path) -> None:
    """Without the value, or where its condition is false, there is nothing to confirm."""
    base, _, _, miss = CASES[name]
    assert name not in by_name(draft(base, tmp_path, miss))


@pytest.mark.parametrize("base", ["levante", "asistencia-austin", "web-lima"])
def test_they_are_few(base: str, tmp_path: Path) -> None:
    """An ordinary contract has between two and five: more would be waved through."""
    assert 2 <= len(draft(base, tmp_path).meta.to_confirm) <= 5


def test_every_name_of_the_library_has_a_case() -> None:
    """The cases, and that of several clients below, are all that clauses ask to confirm."""
    asked = {name for clause in library().clauses.values() for name in clause.confirm}
    assert asked == {*CASES, "client.members.signatory.name"}


def test_of_several_clients_only_companies_without_a_named_power(tmp_path: Path) -> None:
    """Each member is judged by itself: a person, and a company whose power is named, are not listed."""
    one = example_spec("levante")["client"]
    shared = {key: one[key] for key in ("tax", "address")}
    members = [
        {**deepcopy(shared), "legal_name": "Uno, S.L.", "kind": "company", "tax_id": "B12345674",
         "email": "a@example.com",
         "signatory": {"name": "Ana Gil", "capacity": "administradora"}},
        {**deepcopy(shared), "legal_name": "Dos, S.L.", "kind": "company", "tax_id": "A58818501",
         "email": "b@example.com",
         "signatory": {"name": "Eva Sol", "capacity": "apoderada", "authority": AUTHORITY}},
    ]  # fmt: skip
    change = {"client": {key: "~" for key in one} | {"members": members, "liability": "joint"}}
    fact = by_name(draft("levante", tmp_path, change))["client.members.signatory.name"]
    assert text_of(fact.value) == "Ana Gil" and fact.keys == ("client.members[0].signatory.name",)


def test_a_datum_of_the_law_that_is_not_certain() -> None:
    """A figure of medium confidence that the taxes were computed with is a fact of its own, if taxes are spoken of."""
    law = library().law
    datum = valid_on(law["CO"], date(2026, 11, 24))["withholding_services_from_uvt"]
    assert datum.confidence == "medium"

    def rule(inquiry: Inquiry) -> Ruling:
        inquiry.number(datum.name)
        inquiry.datum("vat_name")
        return Ruling("not_charged", none=inquiry.nothing("client_abroad"))

    found = taxes(Case(PartyFacts(), PartyFacts(), (), date(2026, 11, 24)), rule, law["CO"])
    assert found.uncertain == (datum.name,)
    provider = Record({"address": Record({"country": Leaf("CO")})})
    own = Record({**names_of(found), **data_used([found])})
    fields = {"date": Leaf(date(2026, 11, 24)), "provider": provider, "taxes": own}
    clause = library().clauses["taxes"]
    placement = Placement(clause, clause.texts["es"], "set", Reason("reason.set"))
    facts = facts_of(Plan("contract", "es-CO", "CO", (placement,), ()), Record(fields), law, names())
    (fact,) = [fact for fact in facts if fact.reason is None]
    assert fact.name == "law.withholding_services_from_uvt"
    one = setting(Record(fields), "es-CO", library().lexicon("es", "CO"))
    told = shown([fact], one)[0]
    assert text_of(told.value) and "withholding_services_from_uvt" in told.prompt and "biblioteca" in told.reason
    assert facts_of(Plan("contract", "es-CO", "CO", (), ()), Record(fields), law, names()) == ()
