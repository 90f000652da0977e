"""What the file says of itself, what is attached to it, and the ways into it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import ImageCms

from tests.pdf.samples import opened, sample, typed, write
from tests.pdf.typewriter import Run, Typewriter, document, meta
from vadocs.model.document import BulletList, Cell, Document, ListItem, Provision, Row, Table, Text, Value
from vadocs.writers.pdf.extract import extract


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    """The sample as pikepdf reads it."""
    with opened(sample()) as found:
        yield found


def test_xmp_agrees_with_the_information(pdf: pikepdf.Pdf) -> None:
    """Title, author, dates and producer are the same in both (ISO 19005-3, 6.6.3)."""
    xmp = pdf.open_metadata(set_pikepdf_as_editor=False)
    assert xmp["dc:title"] == str(pdf.docinfo.Title)
    assert xmp["dc:creator"] == [str(pdf.docinfo.Author)]
    assert xmp["dc:language"] == {"es-ES"}
    assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-11-23T00:00:00Z"
    assert xmp["pdf:Producer"] == str(pdf.docinfo.Producer)
    assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "B", "1")


def test_xmp_can_be_found_by_any_program(pdf: pikepdf.Pdf) -> None:
    """The packet is not compressed, is XML, and describes the one schema that PDF/A does not know."""
    data = pdf.Root.Metadata.read_raw_bytes()
    assert "/Filter" not in pdf.Root.Metadata and data in sample()
    root = ElementTree.fromstring(data)
    schema = "{http://www.aiim.org/pdfa/ns/schema#}"
    assert [each.text for each in root.iter(f"{schema}namespaceURI")] == ["http://www.aiim.org/pdfua/ns/id/"]


@pytest.mark.parametrize("title", ["A & B <C>", "{title} %s", "Último\u00a0año «ñ»"])
def test_titles_come_through(title: str) -> None:
    """Whatever stands in a title stands in XMP and information alike."""
    with opened(write(typed().pages(), document(title=title))) as pdf:
        assert str(pdf.docinfo.Title) == title
        assert pdf.open_metadata(set_pikepdf_as_editor=False)["dc:title"] == title


def test_output_intent_is_srgb(pdf: pikepdf.Pdf) -> None:
    """One output intent with an embedded profile that colour management accepts, of three components."""
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFA1" and str(intent.OutputConditionIdentifier) == "sRGB"
    profile = ImageCms.ImageCmsProfile(BytesIO(intent.DestOutputProfile.read_bytes()))
    assert profile.profile.xcolor_space == "RGB " and int(intent.DestOutputProfile.N) == 3
    assert "sRGB" in ImageCms.getProfileDescription(profile)


def attached(pdf: pikepdf.Pdf) -> Any:
    """The attached extract, as read."""
    return json.loads(pdf.Root.AF[0].EF.F.read_bytes())


def test_the_extract_is_attached_as_pdf_a_3_asks(pdf: pikepdf.Pdf) -> None:
    """File, its kind and its relation to the document (ISO 19005-3, 6.8); the name tree leads to it too."""
    (specification,) = pdf.Root.AF
    assert (str(specification.F), str(specification.UF)) == ("engagement.json", "engagement.json")
    assert str(specification.AFRelationship) == "/Data"
    file = specification.EF.F
    assert str(file.Subtype) == "/application/json"
    assert int(file.Params.Size) == len(file.read_bytes())
    assert str(file.Params.ModDate) == "D:20261123000000Z"
    names = pdf.Root.Names.EmbeddedFiles.Names
    assert str(names[0]) == "engagement.json" and names[1].objgen == specification.objgen


def test_the_extract_holds_what_is_printed_and_no_more(pdf: pikepdf.Pdf) -> None:
    """Each leaf that the document prints, in order, with every form once; letter for letter."""
    assert attached(pdf) == {
        "document": "contract", "title": "Contrato de prueba: «A & B»", "language": "es-ES",
        "printed": {
            "fees.amount": ["560,00 €", "quinientos sesenta euros"],
            "client.legal_name": ["Cerámicas & <Levante>, S.L."],
            "signing.place": ["Valencia"],
        },
    }


def test_values_are_found_wherever_they_are_printed() -> None:
    """In headings, list items, cells and schedules alike."""
    def value(name: str) -> tuple[Value, ...]:
        return (Value(name.upper(), name),)

    table = Table(Row((Cell(value("a.header")),)), (Row((Cell(value("a.cell")),)),))
    items = BulletList((ListItem(value("a.item"), (BulletList((ListItem(value("a.deeper")),)),)),))
    provision = Provision("one", value("a.heading"), (items, table), (Provision("two", (Text("x"),), (table,)),))
    schedule = Provision("three", value("a.schedule"), ())
    found = json.loads(extract(Document(meta(), (), (provision,), (), (schedule,))))["printed"]
    assert found == {name: [name.upper()] for name in (
        "a.item", "a.deeper", "a.header", "a.cell", "a.heading", "a.schedule")}


def test_outline_is_the_tree_of_headings() -> None:
    """Entries nest by level, one that skips a level under the nearest above; all are open."""
    writer = Typewriter()
    for level, title in ((1, "1. Uno"), (2, "1.1 Más"), (2, "1.2 Ñu"), (1, "2. Dos"), (3, "2.0.1 Hondo")):
        writer.heading(title, level)
    with opened(write(writer.pages())) as pdf:
        assert tree(pdf.Root.Outlines) == [
            ("1. Uno", [("1.1 Más", []), ("1.2 Ñu", [])]), ("2. Dos", [("2.0.1 Hondo", [])])]
        assert int(pdf.Root.Outlines.Count) == 5
        assert str(pdf.Root.PageMode) == "/UseOutlines"
        assert str(pdf.Root.Outlines.Last.Prev.Title) == "1. Uno"


def tree(entry: Any) -> list[tuple[str, Any]]:
    """The titles below an outline entry."""
    found, each = [], entry.get("/First")
    while each is not None:
        assert each.Parent.objgen == entry.objgen
        found.append((str(each.Title), tree(each)))
        each = each.get("/Next")
    return found


def test_outline_leads_to_the_headings(pdf: pikepdf.Pdf) -> None:
    """Each entry goes to the page and the height of its heading."""
    expected = [(entry.page, round(841.9 - entry.y, 3)) for entry in typed().pages().outline]
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = []
    todo = [pdf.Root.Outlines.First]
    while todo:
        entry = todo.pop()
        found.append((pages[entry.Dest[0].objgen], float(entry.Dest[3])))
        todo += [entry[key] for key in ("/Next", "/First") if key in entry]
    assert found == expected


def test_without_headings_there_is_no_outline() -> None:
    """The reader is not asked to show an empty one."""
    writer = Typewriter()
    writer.block("P", (Run("Hola."),))
    with opened(write(writer.pages())) as pdf:
        assert "/Outlines" not in pdf.Root and str(pdf.Root.PageMode) == "/UseNone"
        assert "/AcroForm" not in pdf.Root


def test_pages_are_labelled_by_their_numbers(pdf: pikepdf.Pdf) -> None:
    """A reader shows 1, 2, 3."""
    pages: list[Any] = list(pdf.pages)
    assert [page.label for page in pages] == [str(number) for number in range(1, len(pdf.pages) + 1)]
