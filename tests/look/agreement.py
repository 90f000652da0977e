"""How well the pages foretold in a Word file's contents agree with the pages that LibreOffice gives its headings.

    python -m tests.look.agreement [SEEDS]       (`make agreement`: the figures in docs/agreement.md)

Documents are generated from the seeds 1, 2, 3, ... without choosing, in both languages and every look of LOOKS, and
written by our own writer. The page of a heading is read from the table of contents in the Word file, that of the
same heading from LibreOffice.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tests.look.contracts import Written, long_contract, look_from, written
from tests.look.templates import HYPHENS, SETTINGS, edited
from tests.look.variants import template
from tests.look.wordedit import w
from tests.oracles import libreoffice
from vadocs.model.document import Scheme

LANGUAGES: Sequence[tuple[str, Scheme]] = (("es-ES", "ordinal"), ("en-US", "decimal"))
LOOKS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "sobrio": ("a4", lambda: template("sobrio")),
    "sobrio, hyphenated": ("a4", lambda: edited(SETTINGS, (HYPHENS, HYPHENS.replace("false", "true")))),
    "fresh, hyphenated": ("a4", lambda: template("fresh")),
    "formal, on Letter": ("letter", lambda: template("formal")),
    "plain": ("a4", lambda: template("plain")),
}
"""Each look with its paper."""
HEADINGS = ("Heading 1", "Heading 1 Ordinal", "Schedule Heading")
ENTRIES = ("Toc1", "Toc2")
"""The ids of the styles of entries, in sobrio and what is made of it."""
PROVISIONS = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document: its look and name, how many headings it has, those on another page (title, foretold, found),
    both page totals."""

    look: str
    name: str
    headings: int
    elsewhere: tuple[tuple[str, int, int], ...]
    our_pages: int
    their_pages: int


def documents(seeds: Sequence[int], folder: Path) -> Iterator[tuple[str, Written]]:
    """The documents of these seeds as Word files, with the name of their look."""
    for name, (paper, made) in LOOKS.items():
        look = look_from(made())
        for seed in seeds:
            for tag, scheme in LANGUAGES:
                document = long_contract(seed, tag, scheme, paper, PROVISIONS)
                yield name, written(document, look, folder, f"{name}, {tag}, {seed}", ("docx",))


def foretold(docx: Path) -> list[tuple[str, int]]:
    """The entries of the table of contents in a Word file: text without white space, page."""
    with zipfile.ZipFile(docx) as archive:
        tree = etree.parse(io.BytesIO(archive.read("word/document.xml")))
    found = []
    for paragraph in tree.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if style is not None and style.get(w("val")) in ENTRIES:
            parts = paragraph.iter(w("t"), w("tab"))
            text = "".join("\t" if each.tag == w("tab") else each.text or "" for each in parts)
            title, _, page = text.rpartition("\t")
            found.append((_folded(title), int(page)))
    return found


def _folded(text: str) -> str:
    return re.sub(r"\s", "", text)


def outcome(look: str, made: Written, reading: libreoffice.Reading) -> Outcome:
    """Compare one document; headings and entries of the contents must be the same, in order."""
    entries = foretold(made.docx)
    headings = [
        (_folded(each.label + each.text), each.first_page) for each in reading.paragraphs if each.style in HEADINGS
    ]
    assert [title for title, _ in headings] == [title for title, _ in entries], made.docx.stem
    elsewhere = tuple(
        (title, page, found) for (title, page), (_, found) in zip(entries, headings, strict=True) if page != found
    )
    ours = len(made.pages.pages)
    return Outcome(look, made.docx.stem, len(entries), elsewhere, ours, _pages(reading.pdf))


def _pages(pdf: Path) -> int:
    import pikepdf

    with pikepdf.open(pdf) as file:
        return len(file.pages)


def compare(seeds: Sequence[int], folder: Path) -> list[Outcome]:
    """All documents of these seeds, through one start of LibreOffice."""
    made = list(documents(seeds, folder))
    readings = libreoffice.read([each.docx for _, each in made])
    return [outcome(*each, reading) for each, reading in zip(made, readings, strict=True)]


def table(outcomes: Sequence[Outcome]) -> str:
    """The figures by look, in Markdown, then every heading and total that differs."""
    lines = ["| look | documents | pages | totals equal | headings | on the page foretold |", "|---" * 6 + "|"]
    for look in (*LOOKS, ""):
        own = [each for each in outcomes if look in ("", each.look)]
        count = sum(each.headings for each in own)
        equal = sum(each.our_pages == each.their_pages for each in own)
        right = count - sum(len(each.elsewhere) for each in own)
        pages = f"{min(each.our_pages for each in own)} to {max(each.our_pages for each in own)}"
        share = f"{right} ({right / count:.2%})"
        lines.append(f"| {look or '**all**'} | {len(own)} | {pages} | {equal} | {count} | {share} |")
    lines.append("")
    for each in outcomes:
        if each.elsewhere or each.our_pages != each.their_pages:
            lines.append(f"- {each.name}: pages {each.our_pages}, LibreOffice {each.their_pages}; {each.elsewhere}")
    return "\n".join(lines)


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    with tempfile.TemporaryDirectory() as place:
        print(table(compare(range(1, count + 1), Path(place))))
