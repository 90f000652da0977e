"""A contract in two languages side by side, beside the same contract in each of them."""

import re
from pathlib import Path
from typing import Any

from harness import ours, specs
from harness.rounds import Contestant
from vadocs.diagnostics import Report
from vadocs.model.document import Document
from vadocs.model.pages import Pages
from vadocs.model.styles import fitted
from vadocs.writers import writer

_LANGUAGE = "language: es-ES\n"
_BOTH = "language: [es-ES, en-GB]\nprevailing_language: es-ES\n"
_SHORT = ("clause_set: retainer\n", "clause_set: retainer-short\n")
_LEFT_OUT = re.compile(r"^(?:personal_data:\n(?: .*\n)+|deposit: .*\n)", re.MULTILINE)
_NO_DATA = "personal_data: {handled: false}\n"


def contestants() -> list[Contestant]:
    """One file of both languages, and two files of one each; each composes, lays out and writes a client's own PDF.

    It is the short contract without personal data (and so without that schedule) and deposit: twelve pages in two
    languages.
    """
    return [
        Contestant("in two languages", lambda job: (_read(job, 0, _BOTH),), _made),
        Contestant(
            "two, in one each",
            lambda job: (_read(job, 1, _LANGUAGE), _read(job, 2, "language: en-GB\n")), _made, goal=1.3,
        ),
    ]  # fmt: skip


def _read(job: specs.Job, step: int, language: str) -> Any:
    """A client's spec in other words, read."""
    path: Path = specs.spec(job.number + step)
    text = path.read_text(encoding="utf-8").replace(_LANGUAGE, language).replace(*_SHORT)
    text = _LEFT_OUT.sub("", text) + _NO_DATA
    assert language in text and _SHORT[1] in text and _NO_DATA in text
    path.write_text(text, encoding="utf-8")
    return specs.read(path)


def _made(engagements: tuple[Any, ...]) -> bytes:
    return b"".join(_pdf(specs.compose(found)) for found in engagements)


def _pdf(document: Document) -> bytes:
    look, report = fitted(ours.look(), document.meta), Report()
    pages: Pages = ours.laid_out(document, look)
    data = writer("pdf")(document, look, pages, report)
    assert not report.failed, list(report)
    return data
