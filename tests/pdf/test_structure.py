"""The structure tree: what a screen reader goes through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.pdf.reading import block_texts, elements, is_bare, kids, roles, streams
from tests.pdf.samples import opened, png, sample, typed, write
from tests.pdf.typewriter import REGULAR, Run, Typewriter
from vadocs.model.pages import ARTIFACT, Element, Glyphs, Line, Picture


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    """The sample as pikepdf reads it."""
    with opened(sample()) as found:
        yield found


def depths(tree: Sequence[Element]) -> list[tuple[int, str]]:
    """(depth, role) of each element, the document's own first."""
    found: list[int] = []
    for element in tree:
        found.append(1 if element.parent is None else found[element.parent] + 1)
    return [(0, "Document"), *zip(found, (element.role for element in tree), strict=True)]


def test_roles_are_those_of_the_tree(pdf: pikepdf.Pdf) -> None:
    """Every element of the pages stands in the PDF once, at its depth and in its order."""
    assert roles(pdf) == depths(typed().pages().elements)


def test_an_empty_element_keeps_its_place() -> None:
    """Elements without content (an empty cell, an empty paragraph at the end) are not lost."""
    writer = Typewriter()
    writer.table(("Concepto", "Importe"), [("Total", ""), ("", "1,00 €")])
    writer.add("P")
    pages = writer.pages()
    with opened(write(pages)) as pdf:
        assert roles(pdf) == depths(pages.elements)
        assert [len(kids(cell)) for cell in elements(pdf, "TD")] == [1, 0, 0, 1]


def test_text_of_each_block_is_the_tree_s(poppler: Any, tmp_path: Path) -> None:
    """`pdfinfo -struct-text` joined by block equals what was typed, letter for letter, without artifacts."""
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample())
    assert block_texts(poppler.structure_text(path)) == typed().typed


def test_every_piece_of_content_knows_its_element(pdf: pikepdf.Pdf) -> None:
    """Marked content on each page and its element name each other (the parent tree is whole)."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(parents)
    pages: list[Any] = list(pdf.pages)
    for page, content in zip(pages, streams(pdf), strict=True):
        marked = parents[int(page.StructParents)]
        assert content.count(b"/MCID ") == len(marked)
        assert content.count(b"BDC") == content.count(b"EMC")
        for number, element in enumerate(marked):
            role = element.P.S if is_bare(element) else element.S
            assert f"/{str(role)[1:]} <</MCID {number}".encode() in content
            assert (page.objgen, number) in list(content_of(element))


def content_of(element: Any) -> Iterator[tuple[tuple[int, int], int]]:
    """(page, identifier) of the content that stands under an element."""
    for kid in kids(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)


def test_a_paragraph_goes_on_over_the_page() -> None:
    """An element whose text stands on two pages has content on both, in order."""
    writer = Typewriter()
    writer.block("P", (Run("palabra " * 700),))
    with opened(write(writer.pages())) as pdf:
        (paragraph,) = elements(pdf, "P")
        assert [page for page, _ in content_of(paragraph)] == [page.objgen for page in pdf.pages]
        assert len(pdf.pages) == 2


def test_languages(pdf: pikepdf.Pdf) -> None:
    """The document, a span and a paragraph each have their language."""
    assert str(pdf.Root.Lang) == "es-ES"
    assert [str(each.Lang) for each in elements(pdf, "Span") if "/Lang" in each] == ["en"]
    assert [str(each.Lang) for each in elements(pdf, "P") if "/Lang" in each] == ["en-US"]


@pytest.mark.parametrize(
    ("own", "said", "expected"),
    [(None, None, b"/P <</MCID 0>>"), ("en", "en", b"/P <</MCID 0>>"), (None, "en", b"/P <</MCID 0 /Lang (en)>>"),
     ("en", None, b"/P <</MCID 0 /Lang (es-ES)>>")],
)
def test_a_run_in_another_language_than_its_element_says_so(
    own: str | None, said: str | None, expected: bytes
) -> None:
    """Where the element does not carry the run's language, its content does."""
    writer = Typewriter()
    element = writer.add("P", language=own)
    writer.item(Line(100, 90, 14, (Glyphs(70, "text ", REGULAR, 11, "000000", 20, element, said),)))
    with opened(write(writer.pages())) as pdf:
        assert expected in streams(pdf)[0]


def test_alternative_texts(pdf: pikepdf.Pdf) -> None:
    """Figures and fields have one; a link's text is its own, so that it is read."""
    assert [str(each.Alt) for each in elements(pdf, "Figure")] == ["Logotipo de Marta"]
    assert [str(each.Alt) for each in elements(pdf, "Form")] == ["Firma de Cerámicas Levante, S.L.", "Firma de Marta"]
    assert not [each for each in elements(pdf, "Link") if "/Alt" in each]


def test_tables_say_what_their_headers_are_for(pdf: pikepdf.Pdf) -> None:
    """Header cells have a scope, the table its summary."""
    assert [(str(each.A.O), str(each.A.Scope)) for each in elements(pdf, "TH")] == [("/Table", "/Column")] * 2
    assert [str(each.A.Summary) for each in elements(pdf, "Table")] == ["Cuotas del año"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("(a)", "LowerAlpha"), ("(i)", "LowerRoman"), ("(A)", "UpperAlpha"), ("1.", "Decimal"), ("•", "Disc"),
     ("–", "Disc")],
)
def test_lists_say_how_they_are_numbered(label: str, kind: str) -> None:
    """The first label of a list tells its numbering."""
    writer = Typewriter()
    writer.items((label, "(b)"), ("uno", "dos"))
    with opened(write(writer.pages())) as pdf:
        assert [(str(each.A.O), str(each.A.ListNumbering)) for each in elements(pdf, "L")] == [("/List", f"/{kind}")]


def test_a_figure_tells_its_place(pdf: pikepdf.Pdf) -> None:
    """A figure has the box that it takes on its page, as a reader that reflows needs it."""
    (figure,) = elements(pdf, "Figure")
    left, low, right, high = (float(each) for each in figure.A.BBox)
    assert (right - left, high - low) == (60, 60)
    assert str(figure.A.O) == "/Layout"


def test_sections_are_called_by_their_headings(pdf: pikepdf.Pdf) -> None:
    """A section's title is its heading."""
    assert [str(each.T) for each in elements(pdf, "Sect")] == ["1. Objeto", "1.1 Detalle", "2. Honorarios"]


def test_running_parts_are_artifacts_of_pagination(pdf: pikepdf.Pdf) -> None:
    """Header and footer of each page are marked as such, with their text inside."""
    found = list(streams(pdf))
    assert len(found) == len(pdf.pages) > 1
    for number, content in enumerate(found, 1):
        assert artifacts(content, b"/Header") == [f"(Cabecera {number})".encode()]
        footer = artifacts(content, b"/Footer")
        assert footer == [f"(Página {number} de {len(pdf.pages)})".encode("cp1252")]


def artifacts(content: bytes, kind: bytes) -> list[bytes]:
    """The strings shown in artifacts of pagination of a kind."""
    found = []
    for part in content.split(b"/Subtype " + kind)[1:]:
        shown = part.split(b"EMC")[0]
        found.append(shown[shown.index(b"(") : shown.rindex(b") Tj") + 1])
    return found


def test_rules_and_areas_are_artifacts_of_layout(pdf: pikepdf.Pdf) -> None:
    """No stroke or area stands outside an artifact, none within an element."""
    painted = 0
    for content in streams(pdf):
        inside = b""
        for line in content.splitlines():
            if line.endswith(b"BDC") and not line.startswith(b"BT"):
                inside = line
            elif line == b"EMC":
                inside = b""
            elif line.endswith((b"S Q", b"f Q")):
                painted += 1
                assert inside == b"/Artifact <</Type /Layout>> BDC"
    assert painted == 9, "three rules of headers, two of fields, a highlight, an underline, two areas"


@pytest.mark.parametrize(
    ("top", "kind"),
    [(20.0, b" <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"), (400.0, b" <</Type /Pagination>> BDC"),
     (780.0, b" <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC")],
)
def test_a_picture_that_is_not_read_is_an_artifact(top: float, kind: bytes) -> None:
    """A logo above all that is read belongs to the header, below it to the footer."""
    writer = Typewriter()
    element = writer.add("P")
    for y in (200.0, 600.0):
        writer.item(Line(y, y - 10, 14, (Glyphs(70, "texto ", REGULAR, 11, "000000", 20, element),)))
    writer.item(Picture(70, top, 20, 10, png(), element=ARTIFACT))
    with opened(write(writer.pages())) as pdf:
        before, _, _ = streams(pdf)[0].partition(b" Do ")
    assert before.rpartition(b"/Artifact")[2].splitlines()[0] == kind


def test_text_beside_a_link_is_an_element_too(pdf: pikepdf.Pdf) -> None:
    """No element has both content of its own and elements: reading order is that of the elements."""
    mixed = []
    for role in ("P", "LBody", "TD"):
        for element in elements(pdf, role):
            found = kids(element)
            inner = [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
            mixed += [role] if inner and len(inner) < len(found) else []
    assert mixed == []
    assert [each for each in elements(pdf, "Span") if is_bare(each)]
