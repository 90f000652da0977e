"""What a page must look like: rules that hold for every document, each fault told as a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean

from vadocs.model.pages import ARTIFACT, FormField, Line, Page, Pages

FULL = 0.85
"""A line that reaches this part of the measure is a full one; others end a paragraph."""


def faults(pages: Pages, measure: float) -> list[str]:
    """All that is wrong with pages whose text is `measure` points wide; empty if nothing is."""
    return [*_characters(pages, measure), *_fill(pages), *_headings(pages), *_figures(pages), *_signatures(pages)]


def body(page: Page) -> list[Line]:
    """The lines that are read, without header and footer, top to bottom."""
    lines = [
        item for item in page.items if isinstance(item, Line) and any(run.element != ARTIFACT for run in item.runs)
    ]
    return sorted(lines, key=lambda line: line.y)


def role(pages: Pages, line: Line) -> str:
    """The role of the block that a line begins with: that of the first element that is no link or span."""
    element = pages.elements[line.runs[0].element]
    while element.role in ("Link", "Span", "Reference") and element.parent is not None:
        element = pages.elements[element.parent]
    return element.role


def _characters(pages: Pages, measure: float) -> Iterator[str]:
    """55 to 80 characters on an average full line of running text."""
    full = [
        len("".join(run.text for run in line.runs).strip())
        for page in pages.pages
        for line in body(page)
        if role(pages, line) == "P" and line.runs[-1].x + line.runs[-1].width - line.runs[0].x > FULL * measure
    ]
    if full and not 55 <= mean(full) <= 80:
        yield f"{mean(full):.0f} characters on an average line"


def _fill(pages: Pages) -> Iterator[str]:
    """No page but the last is under a quarter full, unless a schedule follows."""
    for page, following in zip(pages.pages, pages.pages[1:], strict=False):
        lines = body(page)
        schedule = body(following) and role(pages, body(following)[0]).startswith("H")
        if not schedule and (not lines or lines[-1].y - lines[0].top < page.height / 4):
            yield f"page {page.number} is under a quarter full"


def _headings(pages: Pages) -> Iterator[str]:
    """No heading stands in the last two lines of a page that is not the last."""
    for page in pages.pages[:-1]:
        if any(role(pages, line).startswith("H") for line in body(page)[-2:]):
            yield f"a heading ends page {page.number}"


def _figures(pages: Pages) -> Iterator[str]:
    """Amounts in one column of a table end at one place."""
    ends: dict[int, set[float]] = {}
    for page in pages.pages:
        for line in body(page):
            text = "".join(run.text for run in line.runs).strip()
            if role(pages, line) == "TD" and text[:1].isdigit() and text[-1] in "€$":
                row = pages.elements[line.runs[0].element].parent
                table = pages.elements[row].parent if row is not None else None
                ends.setdefault(table or 0, set()).add(round(line.runs[-1].x + line.runs[-1].width, 1))
    for table, places in ends.items():
        if len(places) > 1:
            yield f"amounts of table {table} end at {sorted(places)}"


def _signatures(pages: Pages) -> Iterator[str]:
    """A page with signatures has at least two lines of text above them."""
    for page in pages.pages:
        fields = [item for item in page.items if isinstance(item, FormField) and item.kind == "signature"]
        if fields:
            above = [line for line in body(page) if line.y < min(field.y for field in fields)]
            if len(above) < 3:
                yield f"the signatures of page {page.number} stand alone"
