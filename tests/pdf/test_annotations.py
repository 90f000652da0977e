"""Links and form fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pikepdf
import pytest

from tests.pdf.reading import elements, kids
from tests.pdf.samples import opened, sample, sample_document, write
from tests.pdf.typewriter import Run, Typewriter
from vadocs.diagnostics import Report
from vadocs.model.look import Look
from vadocs.writers.pdf import write_pdf


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    """The sample as pikepdf reads it."""
    with opened(sample()) as found:
        yield found


def of_kind(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    """The annotations of a kind, page by page."""
    found = [each for page in pdf.pages for each in page.get("/Annots", [])]
    return [each for each in found if str(each.Subtype) == kind]


def objects(element: Any) -> list[Any]:
    """The annotations that an element holds."""
    return [kid.Obj for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]


def test_each_annotation_stands_in_the_tree(pdf: pikepdf.Pdf) -> None:
    """Links under Link, fields under Form; the parent tree leads back; all are printed."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    tagged = [each for role in ("Link", "Form") for element in elements(pdf, role) for each in objects(element)]
    found = of_kind(pdf, "/Link") + of_kind(pdf, "/Widget")
    assert {each.objgen for each in found} == {each.objgen for each in tagged}
    assert len(tagged) == len(found)
    for each in found:
        assert each.objgen in [one.objgen for one in objects(parents[int(each.StructParent)])]
        assert int(each.F) == 4
        assert str(each.Contents)


def test_a_link_within_leads_to_a_named_place(pdf: pikepdf.Pdf) -> None:
    """A reference goes to the destination of its anchor, on the page and at the height where it stands."""
    inner = [each for each in of_kind(pdf, "/Link") if "/Dest" in each]
    assert [str(each.Dest) for each in inner] == ["fees.amount"] * len(inner) and inner
    names = list(pdf.Root.Names.Dests.Names)
    places = dict(zip(map(str, names[::2]), names[1::2], strict=True))
    assert list(places) == sorted(places)
    page, how, left, high, _ = places["fees.amount"]
    assert page.objgen in [each.objgen for each in pdf.pages]
    assert (str(how), float(left)) == ("/XYZ", 70.9)
    assert 0 < float(high) < 841.9


def test_a_link_outside_leads_to_its_address(pdf: pikepdf.Pdf) -> None:
    """An address is written in ASCII, what is beyond by its UTF-8 bytes."""
    outer = [str(each.A.URI) for each in of_kind(pdf, "/Link") if "/A" in each]
    assert outer and set(outer) == {"https://example.com/a%C3%B1o?a=1&b=(2)"}


def test_a_link_covers_its_text() -> None:
    """One annotation for each line of a link, as wide as what is linked on it."""
    writer = Typewriter()
    writer.block("P", (Run("ver "), Run("una dirección muy larga " * 5, link="https://example.com"), Run("fin")))
    with opened(write(writer.pages())) as pdf:
        first, second = of_kind(pdf, "/Link")
        left, low, right, high = map(float, first.Rect)
        assert high - low == 14 and 85 < left < 95 and 480 < right < 525
        assert float(second.Rect[0]) == pytest.approx(70.9) and float(second.Rect[3]) == low
        (link,) = elements(pdf, "Link")
        assert [isinstance(kid, int) for kid in kids(link)] == [True, True, False, False]


def test_a_link_says_aloud_what_its_element_says(pdf: pikepdf.Pdf) -> None:
    """/Contents is the element's description."""
    assert {str(each.Contents) for each in of_kind(pdf, "/Link")} == {
        "Va a #fees.amount", "Va a https://example.com/año?a=1&b=(2)",
    }


def test_a_reference_to_nowhere_is_an_error() -> None:
    """A link whose anchor stands on no page is reported with its anchor."""
    writer = Typewriter()
    writer.block("P", (Run("cláusula 9", link="#gone"),))
    report = Report()
    write_pdf(sample_document(), cast(Look, None), writer.pages(), report)
    assert [(each.code, dict(each.args)) for each in report] == [("E582", {"anchor": "gone"})]


def test_signature_fields(pdf: pikepdf.Pdf) -> None:
    """Each is named, says what it is for, has an appearance and no value yet; none asks the reader to draw it."""
    form = pdf.Root.AcroForm
    assert [(str(each.T), str(each.TU), str(each.FT)) for each in form.Fields] == [
        ("signature_client", "Firma de Cerámicas Levante, S.L.", "/Sig"),
        ("signature_provider", "Firma de Marta", "/Sig"),
    ]
    assert "/NeedAppearances" not in form
    assert int(form.SigFlags) == 1
    for each in form.Fields:
        assert "/V" not in each
        assert [float(side) for side in each.AP.N.BBox] == [0, 0, 200, 40]


def test_the_field_is_the_only_child_of_its_element(pdf: pikepdf.Pdf) -> None:
    """A later signature is seen to change the field and nothing else only if K is no array."""
    found = list(elements(pdf, "Form"))
    assert found
    for element in found:
        assert isinstance(element.K, pikepdf.Dictionary)


def test_a_name_has_no_full_stop() -> None:
    """A full stop in a field's name would make it a name of two levels (12.7.3.2)."""
    writer = Typewriter()
    writer.field("signature", "signature.client", "Firma")
    with opened(write(writer.pages())) as pdf:
        assert str(pdf.Root.AcroForm.Fields[0].T) == "signature_client"


def test_text_fields_bring_their_font() -> None:
    """What will be typed is set in an embedded font with a common encoding; a high field takes several lines."""
    writer = Typewriter()
    writer.block("P", (Run("Nombre:"),))
    writer.field("text", "name", "Nombre", 16)
    writer.field("text", "notes", "Observaciones", 60)
    with opened(write(writer.pages())) as pdf:
        form = pdf.Root.AcroForm
        one, several = form.Fields
        assert str(one.FT) == "/Tx" and str(one.DA) == "/Caladea-Regular 11 Tf 0 g"
        assert "/Ff" not in one and int(several.Ff) == 1 << 12
        (font,) = form.DR.Font.values()
        assert str(font.Encoding) == "/WinAnsiEncoding" and len(font.Widths) == 224
        assert int(font.FontDescriptor.Flags) & 0b100100 == 0b100000
        assert font.FontDescriptor.FontFile2.read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_a_field_of_unknown_kind_is_an_error() -> None:
    """It is reported, not left out in silence."""
    writer = Typewriter()
    writer.block("P", (Run("Nombre:"),))
    writer.field("colour", "one", "Uno")
    report = Report()
    write_pdf(sample_document(), cast(Look, None), writer.pages(), report)
    assert [(each.code, dict(each.args)) for each in report] == [("E580", {"node": "FormField colour"})]
