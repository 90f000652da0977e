"""Agreements as delivered, before judges that we did not write: the examples' own, in both formats."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.documents.agreed import written
from tests.docx.reading import body_text
from tests.examples import Example, rendered
from tests.leaves.test_internal import unpacked
from tests.test_one_text import native_of_word, normal, structure_text

pytestmark = pytest.mark.xdist_group("agreements")

FOLDER = Path(__file__).parents[2] / "examples" / "acuerdos"
CASES = {"change": ("austin", "change-order"), "subcontract": ("levante", "subcontractor-agreement")}
"""The spec and the document: in English, with a table of prices; in Spanish, with contents and a schedule."""
NAMES = tuple(CASES)
SECRETS = ("Zqwvxkjyprivado", "7919376113.29", "Zqwvxkjyquien")
INTERNAL = {"internal": {"notes": SECRETS[0], "rate_floor": SECRETS[1]}}
CONFIRMED = {"taxes.vat_rate": {"by": SECRETS[2], "on": "2026-11-20"}}


@cache
def made_of(name: str) -> Example:
    """The agreement of a case in every format, its spec with what is for the provider's eyes alone."""
    base, document = CASES[name]
    spec = yaml.load((FOLDER / f"{base}.vadocs.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    spec["agreements"]["subcontract"]["confirmed"] = CONFIRMED
    return rendered(written({**spec, **INTERNAL}, [document]), name)


def test_the_word_files_are_valid_and_their_pages_foretold(docx_schema: Any, libreoffice: Any, poppler: Any) -> None:
    """Every part keeps to the standard's schemas; LibreOffice has each heading on the page foretold."""
    files = [made_of(name).docx for name in NAMES]
    for validity in docx_schema.check(files):
        assert validity.valid, validity.errors
    for name, reading in zip(NAMES, libreoffice.read(files), strict=True):
        made = made_of(name)
        found: dict[str, int] = {}
        for heading in reading.headings:
            found.setdefault(heading.text.strip(), heading.first_page)
        # A number that Word counts by itself is no part of a heading's text.
        foretold = {re.sub(r"^\d+\. ", "", one.title): one.page for one in made.pages.outline}
        assert len(foretold) >= 6
        assert {title: found.get(title) for title in foretold} == foretold
        assert poppler.page_count(reading.pdf) == poppler.page_count(made.pdf) == len(made.pages.pages)


@pytest.mark.parametrize("name", NAMES)
def test_the_files_satisfy_the_checkers_and_say_one_text(
    name: str, outloud: Any, pdfua: Any, qpdf: Any, poppler: Any
) -> None:
    """No finding of three programs on the PDF; Word file, structure and native text agree; nothing internal leaves."""
    made = made_of(name)
    hearing = outloud.check(made.pdf)
    assert not hearing.serious, hearing.serious
    conformance = pdfua.check(made.pdf)
    assert conformance.clean, conformance.findings
    soundness = qpdf.check(made.pdf)
    assert soundness.clean, soundness.messages
    assert normal(body_text(made.docx.read_bytes())) == normal(native_of_word(made.document, made.pages.contents))
    assert normal(structure_text(poppler.structure_text(made.pdf))) == normal(made.native)
    for file in (made.docx, made.pdf):
        parts = list(unpacked(file.read_bytes()))
        assert len(parts) > 5
        assert not any(secret.encode() in part for part in parts for secret in SECRETS)


def test_no_byte_of_a_subcontract_is_the_clients() -> None:
    """Name, address, number and e-mail of the client stand in neither file, nor in what is attached to the PDF."""
    made = made_of("subcontract")
    for file in (made.docx, made.pdf):
        parts = list(unpacked(file.read_bytes()))
        for told in ("Levante", "admin@example.com", "B12345674", "Pilar Ortega", "560,00"):
            assert not any(told.encode() in part for part in parts), told
    assert "Nuria-Vila-Soler" in made.docx.name and "Levante" not in made.docx.name
