"""The foot of a page in two languages counts it in two phrases, in every look, in Word and in PDF."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.bilingual.test_bilingual import ROOT, laura
from tests.docx.reading import W
from tests.docx.templates import NAMES
from tests.look.templates import FOOTER, packed, parts
from tests.look.variants import number, words
from vadocs.build.looks import galley_of, load_look
from vadocs.diagnostics import Report
from vadocs.model.pages import ARTIFACT, Line, Pages
from vadocs.model.styles import fitted
from vadocs.writers import writer

FIELDS = ["PAGE", "NUMPAGES"] * 2


def delivered(look_name: str) -> tuple[Pages, bytes]:
    """The pages of Laura's contract and its Word file, in a look by name or path."""
    report = Report()
    look = load_look(look_name, ROOT, report)
    galley = galley_of(laura().document, laura().engagement, look, report)
    assert galley is not None and look is not None, list(report)
    galley.place()
    pages = galley.pages()
    return pages, writer("docx")(laura().document, fitted(look, laura().document.meta), pages, report)


def feet(pages: Pages) -> list[str]:
    """The last line of each page that no reader hears."""
    return [[_text(item) for item in page.items if _runs(item)][-1] for page in pages.pages]


def _runs(item: Any) -> bool:
    return isinstance(item, Line) and bool(item.runs) and item.runs[0].element == ARTIFACT


def _text(item: Any) -> str:
    return "".join(run.text for run in item.runs).strip()


def stories(data: bytes) -> dict[str, Any]:
    """The feet of a Word file by part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/footer")]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def said(root: Any) -> str:
    """The text of a foot, its fields with their stored results."""
    return "".join(each.text or "" for each in root.iter(f"{W}t"))


def fields(root: Any) -> list[str]:
    """The names of its fields in order."""
    return [(each.text or "").split()[0] for each in root.iter(f"{W}instrText")]


@pytest.mark.parametrize("look", ("sobrio", "calido"))
def test_each_page_is_counted_in_two_phrases(look: str) -> None:
    """ "Página 3 de 12 · Page 3 of 12" on every page of the PDF; in Word the same, of four fields."""
    pages, data = delivered(look)
    count = len(pages.pages)
    for at, foot in enumerate(feet(pages), 1):
        assert foot.endswith(f"Página {at} de {count} · Page {at} of {count}")
    assert len(stories(data)) == 2
    for root in stories(data).values():
        assert said(root).endswith("Página 1 de 1 · Page 1 of 1")
        assert fields(root) == FIELDS


def test_libreoffice_counts_in_two_phrases(libreoffice: Any, poppler: Any, tmp_path: Path) -> None:
    """What another word processor computes for the four fields is the page and the number of all, twice."""
    file = tmp_path / "two.docx"
    file.write_bytes(delivered("sobrio")[1])
    (pdf,) = libreoffice.convert([file], "pdf")
    texts = poppler.pages_text(pdf)
    for at, text in enumerate(texts, 1):
        assert f"Página {at} de {len(texts)} · Page {at} of {len(texts)}" in " ".join(text.split())


PHRASE = words("{{ page_word }} ") + number("PAGE") + words(" {{ of_word }} ") + number("NUMPAGES")
SIMPLE = (
    words("{{ parties }}. {{ page_word }} ") + '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
)
OWN: dict[str, tuple[str, str, list[str]]] = {
    "a letterhead's": (PHRASE + words(" ({{ number }})"), "Página 1 de 1 · Page 1 of 1 (", FIELDS),
    "without a total": (SIMPLE, ". Página 1 · Page 1", []),
    "words cut by Word": (
        words("{{ page_") + words("word }}") + words(" ") + number("PAGE"), "Página 1 · Page 1", ["PAGE", "PAGE"],
    ),
    "numbers alone": (number("PAGE") + words(" / ") + number("NUMPAGES"), "1 / 1", ["PAGE", "NUMPAGES"]),
    "a word alone": (words("{{ page_word }}"), "Página", []),
    "between tabs": (
        words("{{ page_word }} ") + number("PAGE") + "<w:r><w:tab/></w:r>" + number("NUMPAGES"),
        "Página 1 · Page 11", ["PAGE", "PAGE", "NUMPAGES"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OWN)
def test_feet_of_a_look_of_ones_own(name: str, tmp_path: Path) -> None:
    """However a template writes the phrase, it is there once a language; what is none stays as it is."""
    foot, text, wanted = OWN[name]
    path = tmp_path / "own.docx"
    files = parts()
    files[FOOTER] = f"<w:ftr {NAMES}><w:p>{foot}</w:p></w:ftr>".encode()
    path.write_bytes(packed(files))
    pages, data = delivered(str(path))
    root = stories(data)["word/footer1.xml"]
    assert text in said(root).replace("\u00a0", " ")
    assert fields(root) == wanted
    printed = re.sub(r"\d+", "1", feet(pages)[2].replace("\u00a0", " "))
    assert text in printed if "tabs" not in name else printed.startswith("Página 1 · Page 1")


def test_one_language_counts_in_one_phrase() -> None:
    """A document in one language has two fields, and nothing of another language."""
    report, composed = Report(), laura()
    look = load_look("sobrio", ROOT, report)
    one = composed.sides[0].document
    galley = galley_of(one, composed.engagement, look, report)
    assert galley is not None and look is not None
    galley.place()
    data = writer("docx")(one, fitted(look, one.meta), galley.pages(), report)
    for root in stories(data).values():
        assert said(root).endswith("Página 1 de 1") and fields(root) == ["PAGE", "NUMPAGES"]
