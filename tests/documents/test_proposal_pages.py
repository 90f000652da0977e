"""The checklist for the pages of a proposal (docs/proposal-checklist.md), as far as a program can look at it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from vadocs.build import compose_spec, load_look
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model.document import Document, Figure, Table
from vadocs.model.pages import ARTIFACT, Line, Page, Pages, Plate
from vadocs.model.walk import blocks, document_blocks, rows_of_inlines, text_of

ROOT = Path(__file__).parents[2]
AMOUNT = re.compile(r"−?(\d[\d.]*,\d\d\s€|[A-Z]{3}\s\d[\d,]*\.\d\d)")
PAID = ("proposal-options", "proposal-investment", "proposal-payments")


class Laid(NamedTuple):
    """A proposal, composed and laid out."""

    document: Document
    pages: Pages


@pytest.fixture(scope="module", params=["levante", "opciones", "austin"])
def laid(request: pytest.FixtureRequest) -> Laid:
    """Each example of a proposal in its usual look."""
    report = Report()
    made = compose_spec(ROOT / "examples" / "propuestas" / f"{request.param}.vadocs.yaml", report)
    (document,) = (one.document for one in made if one.plan.document == "proposal")
    look = load_look("calido", ROOT, report)
    assert look is not None and not report.failed
    pages = lay_out(document, look.on_paper(document.meta.paper), report)
    assert pages is not None
    return Laid(document, pages)


def body(page: Page) -> list[Line | Plate]:
    """What stands on a page but for header and footer, from top to bottom."""
    lines = [one for one in page.items if isinstance(one, Line) and any(run.element != ARTIFACT for run in one.runs)]
    plates = [one for one in page.items if isinstance(one, Plate)]
    return sorted([*lines, *plates], key=lambda one: one.y)


def tables(document: Document) -> Iterator[Table]:
    """The tables, the charts' own included."""
    for block in document_blocks(document):
        if isinstance(block, Figure) and block.twin is not None:
            yield block.twin
        elif isinstance(block, Table):
            yield block


def test_pages_are_filled_and_no_heading_ends_one(laid: Laid) -> None:
    """Eight to twelve pages, each but the last at least half full, the last thing on it no heading."""
    assert 8 <= len(laid.pages.pages) <= 12
    for page in laid.pages.pages[:-1]:
        last = body(page)[-1]
        assert last.y > page.height / 2, f"page {page.number} is half empty"
        roles = {laid.pages.elements[run.element].role for run in last.runs} if isinstance(last, Line) else set()
        assert not {role for role in roles if role.startswith("H")}, f"page {page.number} ends in a heading"


def test_amounts_stand_in_line(laid: Laid) -> None:
    """A column of amounts is set to the right; the table that compares packages, side by side, has none."""
    columns = 0
    for table in (one for one in tables(laid.document) if not one.even):
        for cells in zip(*(row.cells for row in table.rows), strict=True):
            amounts = [cell for cell in cells if AMOUNT.fullmatch(text_of(cell.content))]
            assert len(amounts) < 2 or {cell.align for cell in amounts} == {"right"}
            columns += len(amounts) > 1
    # The one in English tells a single price, which needs no column.
    assert columns or laid.document.meta.language.startswith("en")


def test_charts_and_packages_are_told_in_words(laid: Laid) -> None:
    """Each chart has its alternative text and table; the package recommended says so in its name."""
    figures = [one for one in document_blocks(laid.document) if isinstance(one, Figure)]
    assert figures and all(one.alternative and one.twin is not None and one.twin.rows for one in figures)
    for table in (one for one in tables(laid.document) if one.even and one.highlight is not None):
        assert table.header is not None and "(recom" in text_of(table.header.cells[table.highlight].content)


def test_the_client_comes_first_and_prices_are_no_invoice(laid: Laid) -> None:
    """What the client told opens it, who writes comes after the price, and where something is paid it is told."""
    ids = [one.id for one in laid.document.provisions]
    assert ids[0] == "proposal-understanding" and ids.index("proposal-payments") < ids.index("proposal-about")
    for one in (each for each in laid.document.provisions if each.id in PAID):
        said = " ".join(text_of(row) for block in blocks(one.body) for row in rows_of_inlines(block))
        assert re.search("no (es|son) una factura|not an invoice", said, re.IGNORECASE), one.id
