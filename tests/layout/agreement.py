"""Our pages beside LibreOffice's: which lines and which headings stand alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.layout import word
from tests.oracles import libreoffice, poppler
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model.document import Document
from vadocs.model.look import Look
from vadocs.model.pages import ARTIFACT, Glyphs, Line, Page, Pages


@dataclass(frozen=True, slots=True)
class Agreement:
    """How much of one document agrees: lines, pages, headings; `differences` are lines of ours that they lack."""

    lines: int
    equal_lines: int
    our_pages: int
    their_pages: int
    headings: int
    equal_headings: int
    hyphens: int
    their_hyphens: int
    differences: tuple[str, ...]


def folded(text: str) -> str:
    """A line without white space and leaders; a hyphen for a soft one."""
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "-")
    return re.sub(r"\.{4,}", "", "".join(plain.split()))


def our_lines(page: Page) -> list[str]:
    """The text of each printed line of a page, top to bottom; cells of one height are joined from left to right."""
    rows: dict[float, list[Glyphs]] = {}
    for item in page.items:
        if isinstance(item, Line):
            key = next((each for each in rows if abs(each - item.y) < 1.0), item.y)
            rows.setdefault(key, []).extend(item.runs)
    return [
        folded("".join(run.text + ("-" if run.hyphen else "") for run in sorted(runs, key=lambda run: run.x)))
        for _, runs in sorted(rows.items())
    ]


def their_lines(pdf: Path) -> list[list[str]]:
    """The same of LibreOffice's PDF, by page."""
    found: dict[int, dict[float, list[poppler.Line]]] = {}
    for line in poppler.lines(pdf):
        rows = found.setdefault(line.page, {})
        key = next((each for each in rows if abs(each - line.bottom) < 4.0), line.bottom)
        rows.setdefault(key, []).append(line)
    return [
        [folded("".join(line.text for line in sorted(rows[key], key=lambda line: line.left))) for key in sorted(rows)]
        for _, rows in sorted(found.items())
    ]


def laid_out(document: Document, look: Look) -> Pages:
    """Our pages; an error is a failure of the test."""
    report = Report()
    pages = lay_out(document, look, report)
    assert pages is not None, [each.message("en") for each in report]
    return pages


def compare(documents: Sequence[tuple[Document, Look]], folder: Path) -> list[Agreement]:
    """Each document laid out by both; LibreOffice starts once."""
    ours = [laid_out(document, look) for document, look in documents]
    sources = [
        word.write(document, look, pages.widths, folder / f"{number}.docx")
        for number, ((document, look), pages) in enumerate(zip(documents, ours, strict=True))
    ]
    drawn = libreoffice.convert(sources, "pdf", folder / "pdf")
    return [_agreement(pages, pdf) for pages, pdf in zip(ours, drawn, strict=True)]


def _agreement(pages: Pages, pdf: Path) -> Agreement:
    mine = [our_lines(page) for page in pages.pages]
    theirs = their_lines(pdf)
    flat, other = [line for page in mine for line in page], {line for page in theirs for line in page}
    differences = tuple(line for line in flat if line not in other)
    hyphens = [sum(line.endswith("-") for page in side for line in page) for side in (mine, theirs)]
    headings = [(each.page, folded(each.title)) for each in pages.outline]
    equal = sum(1 for page, title in headings if _stands_on(title, page, mine, theirs))
    return Agreement(
        len(flat),
        len(flat) - len(differences),
        len(mine),
        len(theirs),
        len(headings),
        equal,
        *hyphens,
        differences,
    )


def _stands_on(title: str, page: int, mine: list[list[str]], theirs: list[list[str]]) -> bool:
    """Whether the line that begins a heading stands on the same page in both."""
    first = next((line for line in mine[page - 1] if title.startswith(line) or line.startswith(title)), None)
    return first is not None and page <= len(theirs) and first in theirs[page - 1]


def text_of_elements(pages: Pages) -> dict[int, str]:
    """The text of each element, as drawn, in order."""
    found: dict[int, str] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, Line):
                for run in item.runs:
                    if run.element != ARTIFACT:
                        found[run.element] = found.get(run.element, "") + run.text + ("\u00ad" if run.hyphen else "")
    return found
