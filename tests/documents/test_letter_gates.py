"""Letters and certificates as delivered, before judges that we did not write."""

from functools import cache
from typing import Any

import pytest

from tests.documents.correspondence import LAURA, MARTA, Spec, owed, spec, written
from tests.docx.reading import body_text
from tests.examples import Example, rendered
from tests.laid import laid
from tests.leaves.letters import CLOSED
from tests.leaves.test_internal import unpacked
from tests.test_one_text import native_of_word, normal, structure_text

pytestmark = pytest.mark.xdist_group("letters")

SECRETS = ("Zqwvxkjyprivado", "7919376113.29", "Zqwvxkjymotivo")
INTERNAL: Spec = {"internal": {"notes": SECRETS[0], "rate_floor": SECRETS[1]}, "accept": {"W814": SECRETS[2]}}
CASES: dict[str, Spec] = {
    "demand": owed(MARTA, "formal-demand"),
    "closing-en": spec(LAURA, "offboarding-certificate", {"offboarding": CLOSED}),
    "hours": spec(MARTA, "hours-ledger", {"hours": [{"month": "2025-12", "used": "31"}]}),
}
"""A letter, a certificate and a ledger: each shape that these documents have."""
NAMES = tuple(CASES)


@cache
def made_of(name: str) -> Example:
    """A letter in every format."""
    return rendered(written(laid(CASES[name], INTERNAL)), name)


def test_word_files_are_valid_and_pages_are_those_foretold(docx_schema: Any, libreoffice: Any, poppler: Any) -> None:
    """Every part keeps to the schemas; LibreOffice has each heading and as many pages where ours are."""
    files = [made_of(name).docx for name in NAMES]
    for validity in docx_schema.check(files):
        assert validity.valid, validity.errors
    for name, reading in zip(NAMES, libreoffice.read(files), strict=True):
        made = made_of(name)
        found = {heading.text.strip(): heading.first_page for heading in reading.headings}
        foretold = {entry.title: entry.page for entry in made.pages.outline if entry.title in found}
        assert {title: found[title] for title in foretold} == foretold
        assert poppler.page_count(reading.pdf) == poppler.page_count(made.pdf) == len(made.pages.pages), name


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_satisfies_the_checkers(name: str, outloud: Any, pdfua: Any, qpdf: Any) -> None:
    """No finding of three independent programs: what a screen reader meets, PDF/UA, the file itself."""
    pdf = made_of(name).pdf
    hearing = outloud.check(pdf)
    assert not hearing.serious, hearing.serious
    conformance = pdfua.check(pdf)
    assert conformance.clean, conformance.findings
    soundness = qpdf.check(pdf)
    assert soundness.clean, soundness.messages


@pytest.mark.parametrize("name", NAMES)
def test_both_files_say_the_native_text_and_nothing_internal(name: str, poppler: Any) -> None:
    """Word's text and the PDF's structure are the native text; notes and reasons stand in no byte, packed or not."""
    made = made_of(name)
    assert normal(body_text(made.docx.read_bytes())) == normal(native_of_word(made.document, made.pages.contents))
    assert normal(structure_text(poppler.structure_text(made.pdf))) == normal(made.native)
    for file in (made.docx, made.pdf):
        parts = list(unpacked(file.read_bytes()))
        assert len(parts) > 5 and not any(secret.encode() in part for part in parts for secret in SECRETS)
