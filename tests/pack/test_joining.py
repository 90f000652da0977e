"""Joining pages: every name of a document stays its own, every number counts on."""

import io
import zipfile
from dataclasses import replace

import pytest

from vadocs.model.pages import (
    ARTIFACT,
    Destination,
    Element,
    FormField,
    Glyphs,
    Kerning,
    Line,
    OutlineEntry,
    Page,
    PageItem,
    PageLabels,
    Pages,
    Path,
    Picture,
    Plate,
    Rule,
)
from vadocs.pack import Part, anchor_in, joined, stamped, starts, zipped

KERNING = Kerning(lambda pair: 0.0)


def line(text: str, element: int, link: str | None = None, *, x: float = 100.0, top: float = 100.0) -> Line:
    """A line of one run, ten points high."""
    return Line(top + 8, top, 10, (Glyphs(x, text, "a.ttf", 10, "000000", 50.0, element, link=link),))


def pages(*items: tuple[PageItem, ...], first: int = 1) -> Pages:
    """Pages of 400 by 600 points with a section, its heading and a form; `fees` stands on the last one."""
    made = tuple(Page(number, 400, 600, each) for number, each in enumerate(items, start=first))
    elements = (Element("Sect", None, anchor="fees"), Element("H1", 0), Element("Form", 0, alternative="sign"))
    return Pages(
        made, elements, (OutlineEntry("Fees", 0, len(made), 90.0), OutlineEntry("Late", 1, len(made), 200.0)),
        {"fees": Destination(len(made), 100.0, 90.0)}, {"fees": len(made)}, ((50.0, 50.0),),
        (("1.", "Fees", "fees", first + len(made) - 1, 0),), {"a.ttf": KERNING},
    )  # fmt: skip


PLATE = Plate(100, 400, 200, 80, "hours", 2, (line("20 h", 2), Path(((0.0, 0.0), (9.0, 9.0)), 1.0, "000000")))
FIELD = FormField("signature", "signature.client", "sign", 100, 300, 100, 40, 2)
ONE = Part("contract", "Contrato", "es-ES", pages((line("Fees", 1), line("head", ARTIFACT, top=10)),), "Contrato")
TWO = Part("kit", "Welcome", "en-GB", pages((), (line("see", 1, "#fees"), FIELD), first=2), "Kit")


def test_elements_hang_below_their_document() -> None:
    """A Part each, with title, the language that differs from the first's, and all elements moved."""
    found = joined([ONE, TWO], "continuous", duplex=False)
    assert found.elements[0] == Element("Part", None, None, anchor="contract:", title="Contrato")
    assert found.elements[4] == Element("Part", None, "en-GB", anchor="kit:", title="Welcome")
    assert [element.parent for element in found.elements] == [None, 0, 1, 1, None, 4, 5, 5]
    assert [element.anchor for element in found.elements[:2]] == ["contract:", "contract:fees"]
    runs = [run for page in found.pages for item in page.items if isinstance(item, Line) for run in item.runs]
    assert [run.element for run in runs] == [2, ARTIFACT, 6]


def test_places_links_and_entries_follow() -> None:
    """A link leads within its own document; destinations and outline count pages through, one level deeper."""
    found = joined([ONE, TWO], "continuous", duplex=False)
    (see,) = [item for item in found.pages[2].items if isinstance(item, Line)]
    assert see.runs[0].link == "#kit:fees"
    assert found.destinations["contract:fees"] == Destination(1, 100.0, 90.0)
    assert found.destinations["kit:fees"] == Destination(3, 100.0, 90.0)
    assert found.destinations["kit:"] == Destination(2, 0.0, 0.0)
    assert found.heading_pages == {"contract:fees": 1, "kit:fees": 3}
    assert [(e.title, e.level, e.page) for e in found.outline] == [
        ("Contrato", 0, 1), ("Fees", 1, 1), ("Late", 2, 1), ("Welcome", 0, 2), ("Fees", 1, 3), ("Late", 2, 3),
    ]  # fmt: skip
    assert found.contents == (("1.", "Fees", "contract:fees", 1, 0), ("1.", "Fees", "kit:fees", 3, 0))
    assert found.pairs == {"a.ttf": KERNING} and len(found.widths) == 2


def test_a_name_that_tells_its_document_is_left_alone() -> None:
    """So a cover links into any document; an address is no anchor."""
    cover = Part("packet", "Cover", "es-ES", pages((line("Fees", 1, "#kit:fees"), line("web", 1, "https://a.example"))))
    found = joined([cover, TWO], "continuous", duplex=False)
    links = [item.runs[0].link for item in found.pages[0].items if isinstance(item, Line)]
    assert links == ["#kit:fees", "https://a.example"]
    assert anchor_in("contract", "kit:fees") == "kit:fees" and anchor_in("contract") == "contract:"


def test_a_drawing_moves_whole() -> None:
    """Its element and that of its texts; its strokes belong to nothing else. The list of drawings follows."""
    drawn = pages((PLATE,))
    found = joined([ONE, Part("kit", "Kit", "es-ES", replace(drawn, plates=(PLATE,)))], "continuous", duplex=False)
    (plate,) = found.pages[1].items
    assert isinstance(plate, Plate) and isinstance(plate.items[0], Line)
    assert (plate.element, plate.items[0].runs[0].element, plate.items[1]) == (7, 7, PLATE.items[1])
    assert found.plates == (plate,)


def test_fields_bear_their_documents_code() -> None:
    """Name and element change, place and prompt do not."""
    found = joined([ONE, TWO], "continuous", duplex=False)
    (field,) = [item for item in found.pages[2].items if isinstance(item, FormField)]
    assert (field.name, field.element, field.prompt, field.x) == ("kit_signature.client", 7, "sign", 100)


@pytest.mark.parametrize(
    ("counts", "duplex", "expected"),
    [((3, 2, 1), False, (1, 4, 6)), ((3, 2, 1), True, (1, 5, 7)), ((2, 1, 1), True, (1, 3, 5)), ((1,), True, (1,))],
)
def test_where_documents_begin(counts: tuple[int, ...], duplex: bool, expected: tuple[int, ...]) -> None:
    """One after the other, or each on the next odd page."""
    assert starts(counts, duplex=duplex) == expected


def test_labels_count_through() -> None:
    """One range of numbers, blank pages counted."""
    found = joined([ONE, TWO], "continuous", duplex=True)
    assert found.labels == (PageLabels(0, 1),)
    assert [len(page.items) for page in found.pages] == [2, 0, 0, 2]
    assert (found.pages[1].number, found.pages[1].width, found.pages[1].height) == (2, 400, 600)


def test_labels_count_each_document() -> None:
    """A range for each, called by its word; a blank page has no number."""
    found = joined([ONE, TWO], "each", duplex=True)
    assert found.labels == (PageLabels(0, 1, "Contrato, "), PageLabels(1, None, "–"), PageLabels(2, 2, "Kit, "))


def test_a_stamp_is_told_where_it_covers_something() -> None:
    """A line, a picture or a field under it is told by its page; a stroke is not; an empty page takes any stamp."""
    stroke = Rule(100, 105, 200, 105, 1, "000000")
    picture = Picture(90, 95, 30, 30, b"")
    field = FormField("text", "a", "a", 140, 100, 50, 10, ARTIFACT)
    below = line("text", 1, top=110.0)
    made = pages((line("text", 1),), (stroke,), (picture,), (field,), (below,), ())
    found, covered = stamped(made, [line("CL-1", ARTIFACT)] * 6)
    assert covered == (1, 3, 4)
    assert all(page.items[-1] == line("CL-1", ARTIFACT) for page in found.pages)


def test_a_zip_says_nothing_but_its_files() -> None:
    """The same bytes each time, whatever the day: names, contents and plain permissions."""
    files = [("a.docx", b"one"), ("b.pdf", b"two" * 100)]
    assert zipped(files) == zipped(files)
    with zipfile.ZipFile(io.BytesIO(zipped(files))) as archive:
        assert [(e.filename, archive.read(e)) for e in archive.infolist()] == files
        assert {(e.date_time, e.external_attr >> 16, e.create_system) for e in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0o100644, 3)
        }
