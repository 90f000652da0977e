"""Our own contestants, and the cases that all contestants print."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import vadocs
from harness.content import load, variant
from harness.stream import Item, stream
from vadocs.build import load_look
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model.document import Document
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.writers import writer

CHECKOUT = Path(vadocs.__file__).resolve().parent.parent
"""The checkout that is measured: the one whose `vadocs` was imported."""


@dataclass(frozen=True, slots=True)
class Case:
    """One variant: our document and its pages, and the same content as a peer takes it."""

    number: int
    mixed: bool
    document: Document
    look: Look
    pages: Pages
    items: tuple[Item, ...]


@cache
def look() -> Look:
    """The look that all contestants follow, on A4."""
    report = Report()
    found = load_look("sobrio", CHECKOUT, report)
    assert found is not None and not report.failed
    return found.on_paper("a4")


def cases(mixed: bool = False) -> Iterator[Case]:
    """Endless variants of the content, each another client's; `mixed`: with the words in another order."""
    yield from (case(number, mixed) for number in count())


def case(number: int, mixed: bool = False) -> Case:
    """Variant `number` of the content."""
    document = variant(_data(), number, mixed)
    pages = laid_out(document)
    return Case(number, mixed, document, look(), pages, stream(document, pages))


def unseen(given: Case) -> Document:
    """A variant that nobody has laid out or written, for a row that must not find its document already made."""
    return variant(_data(), given.number + 5000, given.mixed)


def another(given: Case) -> Case:
    """A case that no other row of its round prints."""
    return case(given.number + 1000, given.mixed)


@cache
def _data() -> Mapping[str, Any]:
    return load()


def laid_out(document: Document, in_look: Look | None = None) -> Pages:
    """Our layout stage."""
    report = Report()
    pages = lay_out(document, in_look or look(), report)
    assert pages is not None and not report.failed, list(report)
    return pages


def written(name: str, document: Document, pages: Pages, in_look: Look | None = None) -> bytes:
    """Our writer called `name`."""
    report = Report()
    data = writer(name)(document, in_look or look(), pages, report)
    assert not report.failed, list(report)
    return data


def pdf(document: Document) -> bytes:
    """From the document to the bytes of a PDF: layout and writing."""
    return written("pdf", document, laid_out(document))


def docx_only(case: Case) -> bytes:
    """Writing alone, the layout for the contents done."""
    return written("docx", case.document, case.pages)


def measure_pdf(data: bytes) -> tuple[int, int]:
    """The pages of a PDF, and the letters and digits that can be read out of it."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    return len(reader.pages), sum(map(str.isalnum, "".join(page.extract_text() for page in reader.pages)))


def unchanged(case: Any) -> Any:
    """For contestants that take a case as it is."""
    return case
