"""Contracts under the law of the United States: the frame, what each state adds, and what no source lets us cite."""

from copy import deepcopy
from pathlib import Path

import pytest

from tests.content.contracts import Spec, contract, provision, text
from tests.content.engagements import under
from tests.content.test_frames import headings
from vadocs.model.document import SignatureBlock
from vadocs.model.walk import document_blocks, text_of

VALUED: Spec = {
    "services": [
        {"task": {"en": "Minutes", "es": "Actas"}, "frequency": "weekly", "value": "300.00"},
        {"task": {"en": "Travel", "es": "Viajes"}, "frequency": "monthly"},
    ]
}
UNREAD = ("1833", "3351", "16600", "work made for hire", "work-made-for-hire")


def made(law: str, code: str, folder: Path, **changes: object) -> str:
    """The text of a contract under a law of the United States."""
    return text(contract(under(law, f"{code}-US", **deepcopy({**VALUED, **changes})), folder)[1])


@pytest.mark.parametrize(
    ("code", "title", "heads", "opening", "closing"),
    [
        ("en", "Independent Contractor Agreement", ["Parties", "Recitals", "Agreement"],
         "This agreement is entered into as of November 23, 2026 by and between:", "IN WITNESS WHEREOF, the parties"),
        ("es", "Contrato de servicios con contratista independiente", ["Partes", "Antecedentes", "Acuerdo"],
         "Este contrato se celebra con fecha 23 de noviembre de 2026 entre:", "EN TESTIMONIO DE LO CUAL, las partes"),
    ],
)  # fmt: skip
def test_the_frame(code: str, title: str, heads: list[str], opening: str, closing: str, tmp_path: Path) -> None:
    """Title, headings, opening, closing, letter paper, numbers in figures; nothing is missing."""
    document = contract(under("US-TX", f"{code}-US", **VALUED), tmp_path)[1]
    found = text(document)
    assert document.meta.title == title and headings(document) == heads
    assert document.meta.paper == "letter" and document.provisions[0].label == "1."
    assert opening in found and found.count(closing) == 1
    assert not document.meta.open_points


def test_who_signs(tmp_path: Path) -> None:
    """By, Name, Title, Date: the heading names the party, and no line tells the place or whom one stands for."""
    document = contract(under("US", "en-US", **VALUED), tmp_path)[1]
    client, provider = [block for block in document_blocks(document) if isinstance(block, SignatureBlock)]
    assert text_of(client.heading).split() == ["The", "Client:", "Cerámicas", "Levante,", "S.L.", "By:"]
    assert [line.label for line in client.lines] == ["Name", "Title", "Identity document", "EIN", "Date"]
    assert [line.label for line in provider.lines] == ["Name", "Date"]


def test_american_words(tmp_path: Path) -> None:
    """Dollars in words as on a check, sections, dates in the American order."""
    found = made("US", "en", tmp_path)
    assert "Five Hundred Sixty and 00/100 Dollars ($560.00)" in found
    assert "Section 3.2" in found and "clause 3" not in found
    assert "without regard to its rules on conflicts of laws" in found


@pytest.mark.parametrize(
    ("law", "act", "kept"),
    [
        ("US-NY", "the New York Freelance Isn’t Free Act", "for at least six (6) years"),
        ("US-CA", "the California Freelance Worker Protection Act (SB 988)", "for as long as that act requires"),
        ("US-IL", "the Illinois Freelance Worker Protection Act", "for as long as that act requires"),
        ("US-TX", "", ""),
    ],
)
def test_the_itemised_list(law: str, act: str, kept: str, tmp_path: Path) -> None:
    """Each state's act is named with each service and its value; what is not sure of it is not printed."""
    spec = under(law, "en-US", **deepcopy(VALUED))
    spec["services"] = [{**one, "task": one["task"]["en"]} for one in spec["services"]]
    document = contract(spec, tmp_path)[1]
    found = provision(document, "final-disclosures")
    assert ("Freelance" in found) is bool(act)
    if act:
        assert f"Where {act} applies" in found
        assert "Minutes\n$300.00\nTravel\n—" in found and f"Each party keeps a copy of this agreement {kept}." in found
    assert ("double damages and attorney’s fees" in found) is (law == "US-NY")


def test_the_date_of_the_list(tmp_path: Path) -> None:
    """The day by which the list is submitted: of a retainer its billing day, unless another is agreed."""
    assert "no later than day 1 of each month" in made("US-NY", "en", tmp_path)
    other = made("US-NY", "en", tmp_path, invoicing={"list_day": "7"})
    assert "no later than day 7 of each month" in other
    assert "no más tarde del día 7 de cada mes" in made("US-NY", "es", tmp_path, invoicing={"list_day": "7"})


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("law", ["US", "US-CA"])
def test_what_was_not_read_is_not_cited(law: str, code: str, tmp_path: Path) -> None:
    """No statute of which only the address is known; rights pass by assignment; protected reports stay free."""
    found = made(law, code, tmp_path)
    assert not [words for words in UNREAD if words in found]
    assert ("by this assignment alone" if code == "en" else "solo por esta cesión") in found
    assert ("from reporting, in confidence," if code == "en" else "comunicar en confianza") in found


@pytest.mark.parametrize(
    ("home", "kind", "said"),
    [
        ("US", "person", "Form W-9"),
        ("ES", "person", "Form W-8BEN,"),
        ("ES", "company", "Form W-8BEN-E,"),
    ],
)
def test_the_tax_form(home: str, kind: str, said: str, tmp_path: Path) -> None:
    """The form by where the provider is, and whether a person or an entity."""
    spec = under("US", "en-US", **deepcopy(VALUED), performed_in=home)
    if home == "ES":
        spec["provider"].update(
            address={"street": "C/ Colón, 12", "city": "Valencia", "country": "ES"},
            tax_id="12345678Z" if kind == "person" else "B12345674",
        )
    spec["provider"]["kind"] = kind
    if kind == "company":
        spec["provider"]["signatory"] = {"name": "Ana", "capacity": "manager"}
    found = provision(contract(spec, tmp_path)[1], "final-disclosures")
    assert said in found
    assert ("social security number is never written" in found) is (home == "US")
