"""Documents to files: one table of formats. A writer prints what the tree says and decides nothing."""

from collections.abc import Callable
from importlib import import_module

from vadocs.diagnostics import Report
from vadocs.model.document import Document
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.writers.native import write_native

Writer = Callable[[Document, Look, Pages, Report], bytes]
"""Document, its look and its pages to the bytes of a file. A node it cannot show goes to the report."""


def _native(document: Document, look: Look, pages: Pages, report: Report) -> bytes:
    """The stable text as UTF-8; of the pages only the contents' page numbers matter to it."""
    return write_native(document, pages.contents).encode()


def _imported(module: str, name: str) -> Writer:
    """A writer whose module is imported when it first writes: python-docx, lxml and reportlab take time."""

    def write(document: Document, look: Look, pages: Pages, report: Report) -> bytes:
        found: Writer = getattr(import_module(module), name)
        return found(document, look, pages, report)

    return write


WRITERS: dict[str, Writer] = {
    "docx": _imported("vadocs.writers.docx", "write_docx"),
    "pdf": _imported("vadocs.writers.pdf", "write_pdf"),
    "native": _native,
}
"""Every format by its name, which is its file's suffix too."""


def writer(name: str) -> Writer:
    """The writer of a format; ValueError that names those there are."""
    if name not in WRITERS:
        raise ValueError(f"no format `{name}`: choose one of {', '.join(WRITERS)}")
    return WRITERS[name]
