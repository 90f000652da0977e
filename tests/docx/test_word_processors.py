"""What others make of our files: the schemas of the standard, and LibreOffice's own numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.docx import golden, specimen, templates
from tests.docx.reading import paragraphs, parts
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model.document import Document, Piece, Reference, Scheme
from vadocs.model.pages import Pages
from vadocs.model.walk import document_inlines
from vadocs.writers.docx import write_docx
from vadocs.writers.docx.package import pack

pytestmark = pytest.mark.xdist_group("docx")

KINDS: Sequence[tuple[str, Scheme]] = (
    ("es-ES", "ordinal"), ("es-PE", "decimal"), ("en-CO", "decimal"), ("en-GB", "ordinal"),
)  # fmt: skip


class Made(NamedTuple):
    """A contract, its pages, and its DOCX in a file."""

    document: Document
    pages: Pages
    path: Path


def made(tag: str, scheme: Scheme, seed: int, folder: Path) -> Made:
    """A contract made by chance, in sobrio."""
    document, report = specimen.contract(tag, scheme, seed), Report()
    look = templates.look()
    pages = lay_out(document, look, report)
    assert pages is not None, [each.message("en") for each in report]
    path = folder / f"{tag}-{scheme}-{seed}.docx"
    path.write_bytes(write_docx(document, look, pages, report))
    assert not len(report)
    return Made(document, pages, path)


@pytest.fixture(scope="module")
def contracts(tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    """Three contracts of each kind."""
    folder = tmp_path_factory.mktemp("contracts")
    return [made(*kind, seed, folder) for kind in KINDS for seed in (1, 2, 3)]


@pytest.fixture(scope="module")
def readings(libreoffice: Any, contracts: list[Made]) -> list[Any]:
    """What LibreOffice computes for each of them."""
    return list(libreoffice.read([each.path for each in contracts]))


def test_our_files_keep_to_the_standard(docx_schema: Any, contracts: list[Made], tmp_path: Path) -> None:
    """No part breaks its schema, and nothing refers to what is not there."""
    every_node = tmp_path / "golden.docx"
    every_node.write_bytes(golden.made())
    verdicts = docx_schema.check([every_node, *(each.path for each in contracts)])
    assert [verdict.errors for verdict in verdicts] == [()] * 13


def test_libreoffice_numbers_as_we_do(contracts: list[Made], readings: list[Any]) -> None:
    """Each heading, paragraph and item has the label we printed elsewhere; silent headings have none."""
    compared = {"heading": 0, "paragraph": 0, "item": 0}
    for each, reading in zip(contracts, readings, strict=True):
        wanted = [(kind, label) for kind, label in specimen.labels(each.document) if label != "•"]
        assert labels(reading) == [label for _, label in wanted]
        for kind, _ in wanted:
            compared[kind] += 1
    assert compared["heading"] == 6 * 12
    assert compared["paragraph"] > 400
    assert compared["item"] > 700


def labels(reading: Any) -> list[str]:
    """The labels that LibreOffice prints, bullets left out."""
    return [paragraph.label for paragraph in reading.paragraphs if paragraph.label]


def cited(document: Document) -> list[Piece]:
    """The numbers that references print, in order, but for those in other letters than their heading's."""
    references = (each for each in document_inlines(document) if isinstance(each, Reference))
    pieces = [piece for reference in references for piece in reference.pieces if piece.anchor]
    lower = document.meta.scheme == "ordinal"
    return [piece for piece in pieces if not (lower and piece.number == "heading" and piece.text.islower())]


def test_libreoffice_computes_our_references(contracts: list[Made], readings: list[Any]) -> None:
    """Each field gives the number we cached: clauses, paragraphs, items of three levels, schedules."""
    compared = {"full": 0, "label": 0, "heading": 0}
    for each, reading in zip(contracts, readings, strict=True):
        pieces = cited(each.document)
        assert [reference.text for reference in reading.references] == [piece.text for piece in pieces]
        for piece in pieces:
            compared[str(piece.number)] += 1
    assert compared["full"] > 250
    assert compared["label"] > 1500
    assert compared["heading"] > 200


def test_ordinals_in_references_are_those_of_the_headings(contracts: list[Made], readings: list[Any]) -> None:
    """A field in small letters holds what its bookmark does, and LibreOffice, which cannot compute it, keeps it."""
    compared = 0
    for each, reading in zip(contracts, readings, strict=True):
        xml = parts(each.path.read_bytes())["word/document.xml"].decode()
        marked = dict(re.findall(r'w:name="(_num_\w+)"/><w:r><w:t>([^<]+)</w:t></w:r><w:bookmarkEnd', xml))
        fields = re.findall(r'> (_num_\w+) \\h \\\* Lower <.*?"separate"/></w:r><w:r><w:t>([^<]+)</w:t>', xml)
        for name, result in fields:
            assert result == marked[name].lower()
        assert [paragraph.text for paragraph in reading.paragraphs] == paragraphs(each.path.read_bytes())
        compared += len(fields)
    assert compared > 150


def test_libreoffice_notices_a_number_that_is_wrong(libreoffice: Any, contracts: list[Made], tmp_path: Path) -> None:
    """A list that does not begin again, and a field that cites another place, give other numbers."""
    sound = parts(contracts[3].path.read_bytes())
    faults = {
        "lists": ("word/numbering.xml", rb'w:startOverride w:val="1"', b'w:startOverride w:val="2"'),
        "cites": ("word/document.xml", rb" REF _ref_clause_(?!1 )\d+ ", b" REF _ref_clause_1 "),
    }
    paths = []
    for name, (part, old, new) in faults.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(pack(sound | {part: re.sub(old, new, sound[part])}))
    first, second = libreoffice.read(paths)
    wanted = [label for _, label in specimen.labels(contracts[3].document) if label != "•"]
    assert labels(first) != wanted
    assert [each.text for each in second.references] != [piece.text for piece in cited(contracts[3].document)]


def test_libreoffice_keeps_the_contents(contracts: list[Made], readings: list[Any]) -> None:
    """Each entry stands as we wrote it, with its page."""
    compared = 0
    for each, reading in zip(contracts, readings, strict=True):
        wanted = [
            f"{label}\t{title}\t{page}" if label else f"{title}\t{page}"
            for label, title, _, page, _ in each.pages.contents
        ]
        shown = [paragraph.text for paragraph in reading.paragraphs]
        start = shown.index("Índice") + 1
        assert shown[start : start + len(wanted)] == wanted
        compared += len(wanted)
    assert compared == 12 * 14


def test_headings_are_on_the_pages_of_the_contents(contracts: list[Made], readings: list[Any]) -> None:
    """LibreOffice puts each heading of provisions and schedules on the page that the contents foretell."""
    compared = 0
    for each, reading in zip(contracts, readings, strict=True):
        pages = {heading.text: heading.first_page for heading in reading.headings}
        for _, title, _, page, _ in each.pages.contents:
            assert pages[title] == page, (each.path.name, title)
            compared += 1
    assert compared == 12 * 14
