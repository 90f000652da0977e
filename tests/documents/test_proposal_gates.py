"""Proposals as delivered, before judges that we did not write: full and short, with packages and without."""

import hashlib
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import yaml

from tests.documents.proposals import LAURA, MARTA, PACKAGES, Spec, spec
from tests.documents.test_charts import with_alternative
from tests.docx.reading import body_text
from tests.examples import Example, rendered
from tests.leaves.test_internal import unpacked
from tests.test_contracts import element, read_lines
from tests.test_one_text import native_of_word, normal, structure_text
from tests.test_same_bytes import render
from vadocs.model.document import Figure
from vadocs.model.walk import document_blocks

pytestmark = pytest.mark.xdist_group("proposals")

SECRETS = ("Zqwvxkjyprivado", "7919376113.29", "Zqwvxkjymotivo")
INTERNAL: Spec = {
    "internal": {"notes": SECRETS[0], "rate_floor": SECRETS[1]}, "accept": {"W814": SECRETS[2]},
}  # fmt: skip
"""What is for the provider's eyes alone, in words that no file has by chance."""
SHORT: Spec = {**PACKAGES, "proposal": {**PACKAGES["proposal"], "form": "short"}}
CHOSEN: Spec = {**PACKAGES, "proposal": {**PACKAGES["proposal"], "chosen": "administracion"}}
CASES: dict[str, tuple[str, Spec, str]] = {
    "packages": (MARTA, PACKAGES, "calido"),
    "chosen": (MARTA, CHOSEN, "sobrio"),
    "short": (MARTA, SHORT, "sobrio"),
    "english": (LAURA, {}, "calido"),
    "english-plain": (LAURA, {}, "sobrio"),
}
"""The spec, what is laid on it, and the look."""
NAMES = tuple(CASES)


@cache
def written(name: str) -> Path:
    """The spec of a case as a file, with what is internal."""
    base, over, _ = CASES[name]
    file = Path(mkdtemp(prefix="vadocs-proposal-")) / f"{name}.vadocs.yaml"
    given = {**spec(base, {**over, **INTERNAL}), "documents": ["proposal"]}
    file.write_text(yaml.safe_dump(given, allow_unicode=True), encoding="utf-8")
    return file


@cache
def made_of(name: str) -> Example:
    """The proposal of a case in every format."""
    return rendered(written(name), name, CASES[name][2])


def figures(name: str) -> list[Figure]:
    """The drawings of a proposal, in order."""
    return [block for block in document_blocks(made_of(name).document) if isinstance(block, Figure)]


# --- Word ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def readings(libreoffice: Any) -> dict[str, Any]:
    """What LibreOffice makes of each proposal; one start for all."""
    return dict(zip(NAMES, libreoffice.read([made_of(name).docx for name in NAMES]), strict=True))


def test_the_word_files_are_valid(docx_schema: Any) -> None:
    """Every part keeps to the schemas of the standard, drawings as well."""
    for validity in docx_schema.check([made_of(name).docx for name in NAMES]):
        assert validity.valid, validity.errors


@pytest.mark.parametrize("name", NAMES)
def test_headings_and_pages_are_those_foretold(name: str, readings: dict[str, Any], poppler: Any) -> None:
    """LibreOffice puts each heading on the page that our layout does, and comes to as many pages."""
    made, reading = made_of(name), readings[name]
    found: dict[str, int] = {}
    for heading in reading.headings:
        found.setdefault(heading.text.strip(), heading.first_page)
    entries = [entry for entry in made.pages.outline if entry.title in found]
    assert len(entries) >= (5 if name == "short" else 16)
    assert {entry.title: found[entry.title] for entry in entries} == {e.title: e.page for e in entries}
    assert {title: found.get(title) for _, title, _, page, _ in made.pages.contents} == {
        title: page for _, title, _, page, _ in made.pages.contents
    }
    assert poppler.page_count(reading.pdf) == poppler.page_count(made.pdf) == len(made.pages.pages)


# --- PDF -------------------------------------------------------------------------------------------


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


# --- one text --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_says_the_native_text(name: str) -> None:
    """Letter for letter but for the labels that Word counts; where a drawing stands, its description is left out."""
    made = made_of(name)
    expected = native_of_word(made.document, made.pages.contents)
    for figure in figures(name):
        expected = expected.replace(figure.alternative + "\n", "", 1)
    assert normal(body_text(made.docx.read_bytes())) == normal(expected)
    assert len(expected) > 1_500


@pytest.mark.parametrize("name", NAMES)
def test_the_structure_of_the_pdf_says_the_native_text(name: str, poppler: Any) -> None:
    """What a screen reader is told, block by block: of a drawing its description."""
    made = made_of(name)
    listing = poppler.structure_text(made.pdf)
    for figure, plate in zip(figures(name), made.pages.plates, strict=True):
        listing = with_alternative(listing, figure, plate)
    assert normal(structure_text(listing)) == normal(made.native)


# --- pages, secrets, bytes -------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_ends_a_page_and_none_is_nearly_empty(name: str) -> None:
    """No heading ends a page, nor one of a section with a single line below it; no page but the last is nearly empty.

    A question may stand above its answer of one line.
    """
    made = made_of(name)
    for page in made.pages.pages[:-1]:
        lines = read_lines(page)
        roles = [element(made, line).role for line in lines[-2:]]
        assert not roles[-1].startswith("H") and "H1" not in roles, f"page {page.number}: {roles}"
        filled = max(line.top + line.height for line in lines) - min(line.top for line in lines)
        assert filled > page.height * 0.8 / 4, f"page {page.number}"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_internal_leaves(name: str) -> None:
    """Notes, the lowest rate and reasons stand in no byte of any file, packed or not."""
    made = made_of(name)
    for file in (made.docx, made.pdf):
        parts = list(unpacked(file.read_bytes()))
        assert len(parts) > 5
        assert not any(secret.encode() in part for part in parts for secret in SECRETS)
    assert not any(secret in made.native for secret in SECRETS)


@pytest.mark.parametrize("name", ["packages", "english"])
def test_the_surroundings_do_not_show(name: str, tmp_path: Path) -> None:
    """Another process, time zone, locale and hash seed write the same bytes."""
    found = render(
        written(name), tmp_path, tmp_path, TZ="Pacific/Auckland", LANG="es_ES.UTF-8", PYTHONHASHSEED="2",
        SOURCE_DATE_EPOCH="1",
    )  # fmt: skip
    made = made_of(name)
    ours = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (made.docx, made.pdf)}
    assert len(ours) == 2
    assert {file: found[file] for file in ours} == ours
