"""All contracts as delivered, before judges that we did not write, and a checklist of their pages."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import mean
from typing import Any

import pikepdf
import pytest
import yaml

from tests.elsewhere import ELSEWHERE
from tests.engagements.printed import rows_with_amounts
from tests.examples import EXAMPLES, NAMES, Example, example, spec_of
from tests.pdf.reading import roles
from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Contents,
    Figure,
    Heading,
    Inline,
    Link,
    OrderedList,
    Paragraph,
    Provision,
    Reference,
    SignatureBlock,
    Table,
)
from vadocs.model.pages import ARTIFACT, Element, FormField, Line, Page
from vadocs.model.walk import document_inlines, inlines, text_of

pytestmark = pytest.mark.xdist_group("examples")

AMOUNT = re.compile(r"\d[.,]\d{2,3}(\s€)?$")
"""An amount as the end of a cell: 560,00 €, S/ 1,920.00 or $3.500.000."""


# --- Word ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def readings(libreoffice: Any) -> dict[str, Any]:
    """What LibreOffice makes of each contract: labels, references, pages; one start for all."""
    made = [example(name) for name in NAMES]
    return dict(zip(NAMES, libreoffice.read([each.docx for each in made]), strict=True))


def test_the_word_files_are_valid(docx_schema: Any) -> None:
    """Every part keeps to the schemas of the standard, and every reference between parts leads somewhere."""
    for validity in docx_schema.check([example(name).docx for name in NAMES]):
        assert validity.valid, validity.errors


@pytest.mark.parametrize("name", NAMES)
def test_headings_stand_on_the_pages_of_the_contents(name: str, readings: dict[str, Any]) -> None:
    """LibreOffice puts each heading on the page that the contents name, but for those listed in `ELSEWHERE`."""
    made, reading = example(name), readings[name]
    found: dict[str, int] = {}
    for heading in reading.headings:
        found.setdefault(heading.text.strip(), heading.first_page)
    foretold = {title: page for _, title, _, page, _ in made.pages.contents}
    elsewhere = ELSEWHERE.get(name, {})
    assert len(foretold) > 35
    assert all(foretold[title] != page for title, page in elsewhere.items())
    assert {title: found.get(title) for title in foretold} == {**foretold, **elsewhere}


def test_nearly_every_heading_stands_where_foretold() -> None:
    """Of all contracts at least ninety-nine in a hundred headings are not listed as being elsewhere."""
    foretold = sum(len(example(name).pages.contents) for name in NAMES)
    assert foretold > 1000
    assert sum(len(titles) for titles in ELSEWHERE.values()) <= foretold // 100


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_numbers_as_we_do(name: str, readings: dict[str, Any]) -> None:
    """Every label that LibreOffice counts itself is the one we print, in order."""
    made = example(name)
    counted = [p.label.strip() for p in readings[name].paragraphs if p.label.strip(" •\u00a0")]
    ours = list(native_labels(made))
    assert len(ours) > 150
    assert counted == ours


def native_labels(made: Example) -> Any:
    """The labels that Word counts: those of paragraphs and items, and in the decimal scheme of headings."""
    document = made.document
    for block in document.front:
        yield from labels_of(block)
    for provision in document.provisions:
        if document.meta.scheme == "decimal" and provision.label:
            yield provision.label
        yield from labels_in(provision)
    for block in document.execution:
        yield from labels_of(block)
    for schedule in document.schedules:
        yield from labels_in(schedule)


def labels_in(provision: Provision) -> Any:
    """The labels in a provision's body."""
    for block in provision.body:
        yield from labels_of(block)


def labels_of(block: Any) -> Any:
    """The labels of a block and of what it holds; a bullet counts nothing."""
    if getattr(block, "label", None):
        yield block.label
    for item in getattr(block, "items", ()):
        if item.label and item.label != "•":
            yield item.label
        for child in item.children:
            yield from labels_of(child)


@pytest.mark.parametrize("name", NAMES)
def test_the_formats_have_as_many_pages(name: str, readings: dict[str, Any], poppler: Any) -> None:
    """The Word file comes to as many pages as the PDF, give or take one."""
    made = example(name)
    assert abs(poppler.page_count(readings[name].pdf) - poppler.page_count(made.pdf)) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_computes_the_references_as_we_do(name: str, readings: dict[str, Any]) -> None:
    """Every reference that LibreOffice recomputes says the number we print.

    Ordinals (cláusula tercera) it cannot compute: their bookmark holds the heading's word, which
    `tests/docx` compares; here what they say is held against that heading.
    """
    made = example(name)
    pieces = [piece for reference in references(made) for piece in reference.pieces if piece.anchor]
    ordinals = {p.anchor: (p.label or "").rstrip(".–-:") for p in made.document.provisions}
    words = [piece for piece in pieces if piece.number == "heading" and piece.anchor in ordinals]
    numbers = [piece for piece in pieces if piece not in words]
    told = sorted(reference.text.rstrip(".") for reference in readings[name].references)
    assert told == sorted(piece.text.rstrip(".") for piece in numbers)
    assert len(told) >= 10 and len(pieces) >= 30
    for piece in words:
        # Chile's headings are masculine (PRIMERO:), what cites them says "cláusula primera".
        heading = ordinals[piece.anchor or ""].casefold()
        assert piece.text.casefold() in (heading, re.sub(r"o\b", "a", heading))


def references(made: Example) -> list[Reference]:
    """Every resolved reference of the document, in reading order."""
    return [inline for inline in document_inlines(made.document) if isinstance(inline, Reference)]


# --- PDF -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_structure_is_that_of_the_tree(name: str) -> None:
    """Headings, paragraphs, lists, items, tables, header cells and links follow one another as in the tree."""
    made = example(name)
    with pikepdf.open(made.pdf) as pdf:
        found = [re.sub(r"^H\d$", "H", role) for _, role in roles(pdf)]
    told = [role for role in found if role in ("H", "P", "L", "LI", "Table", "TH", "Link")]
    expected = list(tree_roles(made))
    assert len(expected) > 400
    assert told == expected


def tree_roles(made: Example) -> Iterator[str]:
    """The roles of the tree, its contents with an entry a heading."""
    document = made.document
    yield from block_roles(document.front, made)
    for provision in document.provisions:
        yield from ("H", *link_roles(provision.heading), *block_roles(provision.body, made))
    yield from block_roles(document.execution, made)
    for schedule in document.schedules:
        yield from ("H", *link_roles(schedule.heading), *block_roles(schedule.body, made))


def block_roles(blocks: tuple[Block, ...], made: Example) -> Iterator[str]:
    """The roles of blocks and of what they hold."""
    for block in blocks:
        match block:
            case Paragraph(content):
                yield from ("P", *link_roles(content))
            case Heading(_, content):
                yield from ("H", *link_roles(content))
            case OrderedList(items) | BulletList(items):
                yield "L"
                for item in items:
                    yield from ("LI", *link_roles(item.content), *block_roles(item.children, made))
            case Figure(twin=Table() as twin):
                yield from block_roles((twin,), made)
            case Table(header, rows):
                yield "Table"
                heads = header.cells if header else ()
                yield from (role for cell in heads for role in ("TH", *link_roles(cell.content)))
                yield from (role for row in rows for cell in row.cells for role in link_roles(cell.content))
            case Contents():
                yield "P"
                yield from ("Link" for _ in made.pages.contents)
            case SignatureBlock(lines=lines):
                yield "P"
                yield from (role for line in lines for role in ("P", *link_roles(line.content)))
            case Callout(_, body):
                yield from block_roles(body, made)
            case _:
                raise AssertionError(type(block).__name__)


def link_roles(content: tuple[Inline, ...]) -> Iterator[str]:
    """A link for each address and for each number of a reference."""
    for inline in inlines(content):
        if isinstance(inline, Link):
            yield "Link"
        elif isinstance(inline, Reference):
            yield from ("Link" for piece in inline.pieces if piece.anchor)


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_satisfies_the_checkers(name: str, outloud: Any, pdfua: Any, qpdf: Any) -> None:
    """No finding of three independent programs: what a screen reader meets, PDF/UA, the file itself."""
    pdf = example(name).pdf
    hearing = outloud.check(pdf)
    # MuPDF, by which outloud reads, itself writes SIGN into each unsigned field: with three it takes that for ours.
    serious = [one for one in hearing.serious if (one.rule, one.evidence) != ("TAG-003", "SIGN")]
    assert not serious, serious
    conformance = pdfua.check(pdf)
    assert conformance.clean, conformance.findings
    soundness = qpdf.check(pdf)
    assert soundness.clean, soundness.messages


# --- pages -----------------------------------------------------------------------------------------


def read_lines(page: Page) -> list[Line]:
    """The lines of a page that are read: those of its body, in order."""
    return [item for item in page.items if isinstance(item, Line) and item.runs and item.runs[0].element != ARTIFACT]


def element(made: Example, line: Line) -> Element:
    """The structure element of a line's last run, a link's or span's own paragraph."""
    found = made.pages.elements[line.runs[-1].element]
    while found.role in ("Link", "Span", "Reference", "Lbl") and found.parent is not None:
        found = made.pages.elements[found.parent]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_comfortable(name: str) -> None:
    """A full line of running text holds 55 to 80 characters on average."""
    made = example(name)
    lines = [line for page in made.pages.pages for line in read_lines(page)]
    full = [
        len("".join(run.text for run in line.runs))
        for line, following in pairwise(lines)
        if element(made, line).role == "P" and element(made, line) is element(made, following)
    ]
    assert len(full) > 150
    assert 55 <= mean(full) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_nearly_empty(name: str) -> None:
    """Every page but the last is at least a quarter full."""
    pages = example(name).pages.pages
    for page in pages[:-1]:
        lines = read_lines(page)
        filled = max(line.top + line.height for line in lines) - min(line.top for line in lines)
        assert filled > page.height * 0.8 / 4, f"page {page.number}"


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_ends_a_page(name: str) -> None:
    """No heading stands in the last two lines of a page."""
    made = example(name)
    for page in made.pages.pages:
        roles = [element(made, line).role for line in read_lines(page)[-2:]]
        assert not any(role.startswith("H") for role in roles), f"page {page.number}: {roles}"


@pytest.mark.parametrize("name", NAMES)
def test_figures_are_aligned(name: str) -> None:
    """Amounts in one column of a table all end at one place; every contract with a price table is looked at."""
    made = example(name)
    elements = made.pages.elements
    ends: dict[tuple[int | None, int], list[float]] = {}
    for page in made.pages.pages:
        for line in read_lines(page):
            for run in line.runs:
                cell = elements[run.element]
                if cell.role == "TD" and cell.parent is not None and AMOUNT.search(run.text.strip()):
                    row = [index for index, other in enumerate(elements) if other.parent == cell.parent]
                    column = (elements[cell.parent].parent, row.index(run.element))
                    ends.setdefault(column, []).append(run.x + run.width)
    several = [places for places in ends.values() if len(places) > 2]
    assert several or len(rows_with_amounts(made.native, made.document.meta.language)) < 3
    for places in several:
        assert max(places) - min(places) < 0.01, places


def signing(name: str) -> list[object]:
    """The parties of a spec: the provider, and the client or each of several."""
    spec = yaml.load(spec_of(name).read_text(encoding="utf-8"), yaml.CBaseLoader)
    return [spec["provider"], *spec["client"].get("members", [spec["client"]])]


@pytest.mark.parametrize("name", NAMES)
def test_signatures_have_text_beside_them(name: str) -> None:
    """All parties sign on one page, below at least two lines of the contract."""
    made = example(name)
    signed = [page for page in made.pages.pages if any(isinstance(item, FormField) for item in page.items)]
    assert len(signed) == 1
    (page,) = signed
    fields = [item for item in page.items if isinstance(item, FormField)]
    assert len(fields) == len(signing(name))
    above = [line for line in read_lines(page) if line.y < fields[0].y]
    assert len(above) >= 3, "two lines of text and the party"


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_a_final_needs_is_there(name: str) -> None:
    """The example contracts have no open point: nothing is left to ask."""
    made = example(name)
    assert made.document.meta.open_points == ()
    assert not [i for i in document_inlines(made.document) if type(i).__name__ == "OpenPoint"]
    assert text_of(made.document.provisions[0].heading)
