"""Engagements in two languages over six laws, niches and fee models, under the gates of those in one language."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from lxml import etree

from tests.bilingual.rendered import DOCUMENTS, SPECS, delivered, native
from tests.docx.reading import W
from tests.engagements.arithmetic import Spec, expected_charges, expected_payments, expected_row, total
from tests.engagements.beside import beside
from tests.engagements.printed import calendar, charges, rows_with_amounts
from tests.engagements.test_engagements import row_of
from vadocs.build import check_specs, schedule_spec
from vadocs.build.composing import Composed, compose
from vadocs.build.looks import galley_of, load_look
from vadocs.build.reading import read
from vadocs.diagnostics import Report
from vadocs.model.document import Columns, Document, Value
from vadocs.model.pages import Pages
from vadocs.model.styles import fitted
from vadocs.model.walk import blocks, document_blocks, inlines, rows_of_inlines
from vadocs.writers import writer

pytestmark = pytest.mark.xdist_group("two-languages")

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "dos-idiomas" / "austin.vadocs.yaml"
TWO = ("en", "es")


def plain(name: str) -> Spec:
    """The spec as plain data, every scalar a text, under the first of its languages."""
    found = yaml.load(SPECS[name].read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(found, dict)
    return {**found, "language": found["language"][0]}


@cache
def composed(spec: Path) -> tuple[Composed, ...]:
    """Contract, proposal and kit of a spec; of the example the contract alone, which tells no more."""
    report = Report()
    found = read(spec, report)
    assert found is not None, list(report)
    made = compose(*found, ("contract",) if spec == EXAMPLE else DOCUMENTS, report)
    assert not report.failed, list(report)
    return made


@pytest.mark.parametrize("name", SPECS)
def test_only_what_is_listed_is_told_or_asked(name: str) -> None:
    """`check` on the day of the spec tells the findings listed, accepts those listed, and nothing is left to ask."""
    spec, listed = plain(name), beside(SPECS[name])
    (checked,) = check_specs([SPECS[name]], date.fromisoformat(spec["date"]))
    assert sorted(found.code for found in checked.report) == sorted(listed.findings)
    assert sorted({one.diagnostic.code for one in checked.accepted}) == sorted(listed.accepted)
    assert [made.document.meta.open_points for made in composed(SPECS[name])] == [(), (), ()]
    assert not listed.open_points


@pytest.mark.parametrize("name", SPECS)
def test_the_second_computation_comes_to_the_figures(name: str) -> None:
    """Plain arithmetic gives every invoice, their total and the table's rows listed; so does the schedule."""
    spec, listed = plain(name), beside(SPECS[name])
    found = expected_payments(spec)
    assert (found or []) == list(listed.invoices)
    assert expected_charges(spec) == list(listed.charges)
    assert [total([row for _, row in found])] == list(listed.totals) if found else not listed.totals
    hundred = expected_row(spec, listed.of_100[0].base, date.fromisoformat(spec["date"])) if listed.of_100 else None
    assert [hundred] == list(listed.of_100) if found is None else not listed.of_100
    made = schedule_spec(SPECS[name], Report())
    assert made is not None
    assert [(payment.invoice.issued, row_of(payment)) for _, payment in made.payments] == list(listed.invoices)


@pytest.mark.parametrize("name", SPECS)
def test_both_languages_print_the_figures(name: str, poppler: Any) -> None:
    """The tables of either language hold the figures expected, sums last, and so does the delivered PDF."""
    listed, model = beside(SPECS[name]), plain(name)["fees"]["model"]
    expected = list(listed.charges)
    if model != "retainer" and len(expected) > 1:
        expected.append(total(expected))
    squeezed = "".join("".join(poppler.pages_text(delivered(name)["contract"].pdf)).split())
    rows = [(row.base, row.net) for _, row in listed.invoices]
    for side in composed(SPECS[name])[0].sides:
        language = side.document.meta.language
        assert charges(native(name), language) == expected
        if printed := calendar(native(name), language):
            assert printed == [*rows, *((row.base, row.net) for row in listed.totals)]
        assert all("".join(row.split()) in squeezed for row in rows_with_amounts(native(name), language))
        text = native(name).replace("\u00a0", " ")
        for figure in (figure for row in listed.of_100 for figure in (row.vat, row.withheld) if figure):
            assert f"{figure.normalize():f}{' ' if language.startswith('es') else ''}%" in text


@pytest.mark.parametrize("spec", (EXAMPLE, *SPECS.values()), ids=lambda spec: spec.name.partition(".")[0])
def test_each_row_says_something_on_both_sides(spec: Path) -> None:
    """No row of any document has an empty side, and both sides of a contract's row print the same data."""
    for made in composed(spec):
        rows = [block for block in document_blocks(made.document) if isinstance(block, Columns)]
        assert len(rows) > 40
        assert [row for row in rows if not (row.left and row.right)] == []
    contract = composed(spec)[0].document
    assert "language-precedence" in {one.id for one in contract.provisions}
    assert sum(len(keys(row.left)) for row in columns(contract)) > 30
    # The name of a law of New York is not cited at equal length.
    assert all(keys(row.left) - LAW == keys(row.right) - LAW for row in columns(contract))


LAW = {"law.freelance_law"}


def columns(document: Document) -> list[Columns]:
    """The rows of a document."""
    return [block for block in document_blocks(document) if isinstance(block, Columns)]


def keys(side: Any) -> set[str]:
    """What data a side prints, by key."""
    found = (one for block in blocks(side) for row in rows_of_inlines(block) for one in inlines(row))
    return {one.key for one in found if isinstance(one, Value)}


def test_the_six_differ_in_law_and_fees() -> None:
    """Six laws and four fee models are among them."""
    specs = [plain(name) for name in SPECS]
    assert len({spec["governing_law"] for spec in specs}) == 6
    assert len({spec["fees"]["model"] for spec in specs}) == 4


# --- judges that we did not write ------------------------------------------------------------------


def test_the_word_files_are_valid(docx_schema: Any) -> None:
    """Every part of all eighteen keeps to the schemas, and every reference between parts leads somewhere."""
    files = [each.docx for name in SPECS for each in delivered(name).values()]
    assert len(files) == 18
    for validity in docx_schema.check(files):
        assert validity.valid, validity.errors


CHECKED = [(name, "contract") for name in SPECS] + [
    ("es-redes-zaragoza", "proposal"), ("us-diseno-brooklyn", "welcome-kit"),
]  # fmt: skip
"""All contracts, a proposal with drawings, a kit with forms."""


@pytest.mark.parametrize(("name", "kind"), CHECKED)
def test_the_pdf_satisfies_the_checkers(name: str, kind: str, outloud: Any, pdfua: Any, qpdf: Any) -> None:
    """No finding of three independent programs: what a screen reader meets, PDF/UA, the file itself."""
    pdf = delivered(name)[kind].pdf
    # A kit's tables to fill in are empty; the first page's running head is longer than that of one language.
    guesses = {"TBL-012"} if kind == "welcome-kit" else {"TAG-002"}
    serious = [one for one in outloud.check(pdf).serious if one.rule not in guesses or not is_guess(one)]
    assert not serious, serious
    conformance = pdfua.check(pdf)
    assert conformance.clean, conformance.findings
    soundness = qpdf.check(pdf)
    assert soundness.clean, soundness.messages


def is_guess(finding: Any) -> bool:
    """Whether a finding takes a table of fields for none, or a running head, which is an artifact, for prose."""
    return "cells are empty" in finding.message or finding.evidence.startswith(("DRAFT – ", "BORRADOR – "))


@pytest.mark.parametrize("name", SPECS)
def test_no_page_is_blank(name: str, poppler: Any) -> None:
    """Each page of each PDF asks something, or says more than runs on every page with the names of the languages."""
    for each in delivered(name).values():
        silent = [text for text in poppler.pages_text(each.pdf) if "¿" not in text]
        lines = [sum(bool(line.strip()) for line in text.splitlines()) for text in silent]
        assert min(lines) > 6, lines


# --- pages of the Word file ------------------------------------------------------------------------

NUMBER = re.compile(r"^(?:\d+\.|(?:Anexo|Schedule)\W\w+\.?) ")
ONE_MORE = "gb-transcription-edinburgh", "contract"
"""LibreOffice breaks a line in clause 13 of this contract one word earlier (a hundredth of a point decides), of which
five paragraphs later a page comes."""


def test_headings_of_the_example_stand_where_foretold(libreoffice: Any, poppler: Any, tmp_path: Path) -> None:
    """LibreOffice puts each heading on the page that the contents name, and makes as many pages."""
    made, report = composed(EXAMPLE)[0], Report()
    look = load_look("sobrio", ROOT, report)
    galley = galley_of(made.document, made.engagement, look, report)
    assert galley is not None and look is not None
    galley.place()
    pages: Pages = galley.pages()
    file = tmp_path / "two.docx"
    file.write_bytes(writer("docx")(made.document, fitted(look, made.document.meta), pages, report))
    (reading,) = libreoffice.read([file])
    found: dict[str, int] = {}
    for heading in reading.headings:
        found.setdefault(heading.text.strip(), heading.first_page)
    foretold = {title: page for _, title, _, page, _ in pages.contents}
    assert len(foretold) == 50 and all(" / " in title for title in foretold)
    assert all(pages.destinations[anchor].page == page for _, _, anchor, page, _ in pages.contents)
    assert {title: found.get(title.partition(" / ")[0]) for title in foretold} == foretold
    assert poppler.page_count(reading.pdf) == len(pages.pages)


def test_every_word_file_has_the_pages_of_its_pdf(libreoffice: Any, poppler: Any) -> None:
    """LibreOffice makes as many pages of each, and puts each heading where the PDF has it; one contract is named.

    In all of them the signatures stand below the sentence that leads to them.
    """
    files = [(name, kind, made) for name in SPECS for kind, made in delivered(name).items()]
    readings = libreoffice.read([made.docx for _, _, made in files])
    for (name, kind, made), reading in zip(files, readings, strict=True):
        apart = poppler.page_count(reading.pdf) - poppler.page_count(made.pdf)
        assert apart == int((name, kind) == ONE_MORE), (name, kind)
        found: dict[str, list[int]] = {}
        for heading in reading.headings:
            found.setdefault(NUMBER.sub("", heading.text.strip()), []).append(heading.first_page)
        outline = outlined(made.pdf)
        assert len(outline) > 10
        elsewhere = [
            (title, page) for title, page in outline
            if page not in (*found.get(title, ()), *found.get(title.partition(" / ")[0], ()))
        ]  # fmt: skip
        assert bool(elsewhere) == bool(apart), (name, kind, elsewhere)
        signed = [at for at, one in enumerate(reading.paragraphs) if one.style.startswith("Signature")]
        assert bool(signed) == (kind != "welcome-kit")
        said = [one for one in reading.paragraphs[: signed[0]] if one.text.strip()] if signed else []
        assert not signed or said[-1].last_page == reading.paragraphs[signed[0]].first_page, (name, kind)


@pytest.mark.parametrize("name", SPECS)
def test_no_kit_ends_with_a_single_question(name: str, poppler: Any) -> None:
    """The last page of its questions has two at least, or more than questions."""
    *_, last = poppler.pages_text(delivered(name)["welcome-kit"].pdf)
    asked = last.count("¿")
    assert asked >= 2, last


def outlined(pdf: Path) -> list[tuple[str, int]]:
    """The entries of a PDF's outline, numbers of provisions left out, with their pages."""
    with pikepdf.open(pdf) as file, file.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        entries, found = list(outline.root), []
        while entries:
            entry = entries.pop(0)
            entries[:0] = entry.children
            assert entry.destination is not None
            found.append((NUMBER.sub("", entry.title), numbers[entry.destination[0].objgen]))
    return found


def test_the_contents_keep_both_languages_in_one_entry() -> None:
    """No field of Word's makes them anew, which would list either language; each entry's page is a field of its own."""
    with zipfile.ZipFile(delivered("mx-inmobiliaria-tijuana")["contract"].docx) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    fields = [(each.text or "").split()[:1] for each in body.iter(f"{W}instrText")]
    assert ["TOC"] not in fields
    assert fields.count(["PAGEREF"]) == 46
