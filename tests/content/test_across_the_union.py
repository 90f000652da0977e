"""Contracts across the members of the Union and of its Economic Area: what they cite, where data may go, taxes."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.content.contracts import MARTA, Spec, contract, example, provision
from vadocs.model.document import Document, Value
from vadocs.model.walk import document_inlines

_IDS: dict[str, tuple[Any, Any]] = {
    "ES": ("12345678Z", "B12345674"),
    "DE": ({"kind": "vat", "value": "DE136695976"}, {"kind": "vat", "value": "DE811569869"}),
    "FR": ({"kind": "other", "value": "1"}, {"kind": "vat", "value": "FR40303265045"}),
    "PT": ({"kind": "vat", "value": "PT501964843"}, {"kind": "other", "value": "2"}),
    "IE": ({"kind": "vat", "value": "IE6433435F"}, {"kind": "other", "value": "2"}),
    "NO": ({"kind": "other", "value": "1"}, {"kind": "other", "value": "2"}),
    "US": ({"kind": "none", "reason": "x"}, "12-3456789"),
}
GDPR = {"es": "el Reglamento (UE) 2016/679 (RGPD)", "en": "Regulation (EU) 2016/679 (GDPR)"}
WITHIN = {
    "es": "no transferirá datos fuera del Espacio Económico Europeo",
    "en": "shall not transfer data outside the European Economic Area",
}
SHARED = {"data_protection_law", "esignature_law", "ai_transparency_law"}


def between(own: str, theirs: str, code: str, folder: Path, *expected: str) -> Document:
    """Marta's contract as that of a provider of one country and a client of another, under the provider's law."""
    spec: Spec = example(MARTA)
    for party, country, one in (("provider", own, 0), ("client", theirs, 1)):
        spec[party].update(tax_id=_tax_id(country, one))
        spec[party]["address"] = {"street": "1 Example", "postal_code": "10000", "city": "X", "country": country}
        spec[party].pop("tax")
    if own == "ES":
        spec["provider"]["tax"] = {
            "regime": "es-direct-estimation", "activity": "professional", "territory": "mainland", "vat": "registered",
            "declarations": [{"kind": "roi-vies", "received_on": "2026-11-20"}],
        }  # fmt: skip
        spec["client"]["tax"] = {"vat": "registered"}
    spec.update(
        language=code, governing_law=own, courts={"city": "X", "country": own}, performed_in=[own], used_in=[theirs],
        clauses={"add": ["data-notice", "ai-tools", "e-signature"]},
    )  # fmt: skip
    return contract(spec, folder, *expected)[1]


def _tax_id(country: str, side: int) -> Any:
    found = deepcopy(_IDS[country][side])
    return {**found, "country": country} if isinstance(found, dict) and found["kind"] != "none" else found


def cited(document: Document) -> set[str]:
    """The names of the law's data that a document prints."""
    keys = [inline.key for inline in document_inlines(document) if isinstance(inline, Value)]
    return {key.removeprefix("law.") for key in keys if key.startswith("law.")}


@pytest.mark.parametrize(
    ("own", "theirs", "code", "names"),
    [
        ("DE", "ES", "es", SHARED), ("FR", "FR", "en", SHARED), ("PT", "ES", "es", SHARED), ("IE", "US", "en", SHARED),
        ("NO", "ES", "en", {"data_protection_law"}),
    ],
)  # fmt: skip
def test_a_member_without_data_cites_what_it_shares(
    own: str, theirs: str, code: str, names: set[str], tmp_path: Path
) -> None:
    """The GDPR in the processing terms and the notice, its Economic Area as the border of data; taxes are asked for."""
    document = between(own, theirs, code, tmp_path, "W354")
    assert cited(document) == names
    for clause in ("dpa", "data-notice"):
        assert GDPR[code] in provision(document, clause)
    assert WITHIN[code] in provision(document, "dpa")
    assert [point.key for point in document.meta.open_points] == ["taxes.override"]


def test_spain_has_its_own_beside_what_it_shares(tmp_path: Path) -> None:
    """For a client in Germany: the same words on data, Spain's own acts, the reverse charge under its act on VAT."""
    document = between("ES", "DE", "es", tmp_path)
    assert cited(document) > SHARED and GDPR["es"] in provision(document, "dpa")
    assert WITHIN["es"] in provision(document, "dpa")
    taxes = provision(document, "taxes")
    assert "inversión del sujeto pasivo" in taxes and "Ley 37/1992, art. 69" in taxes
    assert not document.meta.open_points
