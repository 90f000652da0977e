"""One text: the tree, the Word file and the PDF say the same, letter for letter."""

import os
import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pypdf
import pytest

from tests.docx.reading import body_text
from tests.examples import ENGAGEMENTS, EXAMPLES, NAMES, Example, example
from vadocs.model.document import Document, ListItem, Paragraph
from vadocs.model.pages import ARTIFACT, Line
from vadocs.writers.native import write_native

pytestmark = pytest.mark.xdist_group("examples")

HEARD = NAMES if "VADOCS_SOAK" in os.environ else (*EXAMPLES, *ENGAGEMENTS[::3])
"""The contracts whose structure is read: pdfinfo reads each page anew for each element, six seconds a contract. All of
them by `make soak`."""


def normal(text: str) -> str:
    """The text with composed letters, words rejoined at line ends, and white space folded."""
    joined = re.sub("\u00ad\\s*", "", unicodedata.normalize("NFC", text))
    return " ".join(joined.split())


def bare(text: str) -> str:
    """The normal text without any white space, for readers that guess it from positions."""
    return normal(text).replace(" ", "")


def without_native_labels(value: Any, scheme: str) -> Any:
    """The tree without the labels that Word numbers itself; an ordinal and a schedule's label are text."""
    if isinstance(value, tuple):
        return tuple(without_native_labels(member, scheme) for member in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {f.name: without_native_labels(getattr(value, f.name), scheme) for f in fields(value)}
    if isinstance(value, Paragraph | ListItem):
        changed["label"] = None
    return replace(value, **changed)


def native_of_word(document: Document, contents: tuple[tuple[str, str, str, int, int], ...]) -> str:
    """The native text as `w:t` holds it."""
    stripped = without_native_labels(document, document.meta.scheme)
    if document.meta.scheme == "decimal":
        provisions = tuple(replace(p, label=None) for p in stripped.provisions)
        stripped = replace(stripped, provisions=provisions)
    return write_native(stripped, contents)


def structure_text(listing: str) -> str:
    """The strings of `pdfinfo -struct-text`, those of one block joined without a space."""
    parts: list[str] = []
    for line in listing.splitlines():
        content = line.strip()
        if content.startswith('"') and content.endswith('"') and len(content) > 1:
            parts.append(content[1:-1])
        elif not re.match(r"(Link|Span|Reference|Object|Form)\b", content):
            parts.append("\n")
    return "".join(parts)


def body_of(page: str, made: Example, number: int) -> str:
    """A page's text without white space and without its running header and footer.

    These are artifacts, drawn before and after the body: their text is that of the page's items.
    """
    lines = [item.runs for item in made.pages.pages[number].items if isinstance(item, Line)]
    edges = [runs for runs in lines if {run.element for run in runs} == {ARTIFACT}]
    marginal = [bare("".join(run.text for run in runs)) for runs in edges]
    found = bare(page)
    for text in marginal:
        assert text in found, f"page {number + 1}: no {text!r}"
        found = found.replace(text, "", 1) if found.startswith(text) else "".join(found.rsplit(text, 1))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_says_the_native_text(name: str) -> None:
    """The DOCX, text and field results in order, equals the native text but for labels that Word numbers."""
    made = example(name)
    expected = normal(native_of_word(made.document, made.pages.contents))
    assert normal(body_text(made.docx.read_bytes())) == expected
    assert len(expected) > 10_000


@pytest.mark.parametrize("name", HEARD)
def test_the_structure_of_the_pdf_says_the_native_text(name: str, poppler: Any) -> None:
    """What a screen reader is told, block by block, equals the native text."""
    made = example(name)
    assert normal(structure_text(poppler.structure_text(made.pdf))) == normal(made.native)


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_say_the_native_text(name: str, poppler: Any) -> None:
    """pdftotext in content order finds the native text, once running headers and footers are left out."""
    made = example(name)
    pages = poppler.pages_text(made.pdf)
    assert len(pages) == len(made.pages.pages)
    assert "".join(body_of(page, made, n) for n, page in enumerate(pages)) == bare(made.native)


@pytest.mark.parametrize("name", NAMES)
def test_another_reader_finds_the_same(name: str) -> None:
    """pypdf, a reader of another making, finds the native text too."""
    made = example(name)
    pages = [page.extract_text() for page in pypdf.PdfReader(made.pdf).pages]
    assert "".join(body_of(page, made, n) for n, page in enumerate(pages)) == bare(made.native)


@pytest.mark.parametrize(
    ("one", "other"),
    [("A & B", "A B"), ("co-op", "coop"), ("28,5", "28.5"), ("solo", "sólo"), ("a b", "ab")],
)
def test_a_changed_sign_is_noticed(one: str, other: str) -> None:
    """The normaliser keeps what matters: an ampersand, a hyphen, a figure, an accent, a word space."""
    assert normal(one) != normal(other)


def test_the_normaliser_folds_only_what_a_line_end_brings() -> None:
    """A soft hyphen with its line end, a folded space and a decomposed accent are not differences."""
    assert normal("contra\u00ad\n  seña de  la\u00a0casa") == normal("contraseña de la casa") == "contraseña de la casa"
