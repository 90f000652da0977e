"""Every kind of tax identifier, of either party: printed with the name of its kind."""

import pytest

from tests.content.contracts import Spec
from tests.examples import ROOT
from tests.laid import GONE, laid
from tests.leaves.telling import compose, count, members
from vadocs.build import sources
from vadocs.diagnostics import Report
from vadocs.readers.schema.codes import CODES

IDS = {
    "nif": ("87654321X", "ES"),
    "nie": ("X1234567L", "ES"),
    "nit": ("800197268-4", "CO"),
    "cc": ("1037654321", "CO"),
    "ce": ("AB123456", "CO"),
    "ruc": ("20131312955", "PE"),
    "dni": ("40506070", "PE"),
    "rfc": ("GODE561231GR8", "MX"),
    "curp": ("BOXW310820HNERXN09", "MX"),
    "cuit": ("20-26756539-3", "AR"),
    "rut": ("76.086.428-5", "CL"),
    "vat": ("FR40303265045", "FR"),
    "utr": ("1955839661", "GB"),
    "company-number": ("SC123456", "GB"),
    "ein": ("98-7654321", "US"),
    "passport": ("ZQ0011223", "DE"),
    "other": ("ZQ-77-1", "CH"),
}
"""A valid number of each kind, and the country that gives it."""
UNTOLD = {"company-number": "Reino Unido", "other": "Suiza", "passport": "Alemania", "vat": "Francia"}
"""The country printed beside the kinds that do not tell it."""


def with_tax_id(party: str, tax_id: Spec) -> Spec:
    """Marta's engagement where a party has another tax identifier and no regime that its country would have to know."""
    return laid(members()["retainer"][0], {party: {"tax_id": tax_id, "tax": {"regime": GONE}}})


def test_the_numbers_are_of_every_kind() -> None:
    """The table above has a number of each kind of the vocabulary but `none`."""
    assert {*IDS, "none"} == set(CODES["tax_id_kind"])


@pytest.mark.parametrize("party", ["client", "provider"])
@pytest.mark.parametrize("kind", IDS)
def test_a_tax_id_is_printed_with_its_kind(kind: str, party: str) -> None:
    """Name of the kind, number, and the country where the name does not tell it, among the parties."""
    number, country = IDS[kind]
    lexicon = sources(ROOT, Report()).library.lexicon("es", "ES")
    assert lexicon is not None
    told, report = compose(with_tax_id(party, {"kind": kind, "value": number, "country": country}))
    assert told is not None, [finding.message("en") for finding in report]
    printed = f"{lexicon.words['tax_id_kind'][kind]} {number}"
    if kind in UNTOLD:
        printed += f" ({UNTOLD[kind]})"
    assert count(printed, told.texts["contract"]) == 1


@pytest.mark.parametrize("party", ["client", "provider"])
def test_who_has_no_tax_id_says_why(party: str) -> None:
    """Where there is none, that is said with its reason, and the signature block has no line for it."""
    told, _ = compose(with_tax_id(party, {"kind": "none", "reason": "alta en trámite", "value": GONE, "country": GONE}))
    assert told is not None
    assert count("sin identificación fiscal (alta en trámite)", told.texts["contract"]) == 1
    assert count("alta en trámite", told.texts["contract"]) == 1
