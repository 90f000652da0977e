"""Forms: the kit's fields as delivered, before judges that we did not write, and in both formats the same."""

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pypdf
import pytest
import yaml
from lxml import etree

from tests.documents.test_acceptance import judged
from tests.documents.test_charts import with_alternative
from tests.documents.welcomes import LAURA, MARTA, Spec, spec
from tests.docx.reading import W, body_text
from tests.examples import Example, rendered
from tests.test_one_text import native_of_word, normal, structure_text
from vadocs.model.document import Field, Figure, Table
from vadocs.model.forms import LONGEST_NAME, compared, mark_of, row_name
from vadocs.model.walk import document_blocks, text_of
from vadocs.writers.pdf.fillable import _program

pytestmark = pytest.mark.xdist_group("forms")

ASKED: Spec = {"client": {"contact": None, "website": None, "linkedin": None}}
"""Nothing of what the form asks for is known yet."""


@cache
def made_of(name: str) -> Example:
    """The welcome kit of a rich spec that knows no contact, in every format."""
    given = spec(name)
    for key in ASKED["client"]:
        given["client"].pop(key, None)
    file = Path(mkdtemp(prefix="vadocs-forms-")) / f"{name}.vadocs.yaml"
    file.write_text(yaml.safe_dump({**given, "documents": ["welcome-kit"]}, allow_unicode=True), encoding="utf-8")
    return rendered(file, name, "calido")


def fields(name: str) -> dict[str, Field]:
    """The fields of a kit's tree by name."""
    tables = (block for block in document_blocks(made_of(name).document) if isinstance(block, Table))
    cells = (cell for table in tables for row in table.rows for cell in row.cells)
    return {one.name: one for cell in cells for one in cell.content if isinstance(one, Field)}


def answer_sheets(name: str) -> list[tuple[int, int]]:
    """For each table, how many of its cells are for answers alone, and how many there are: outloud takes a cell that
    holds a field, and no text, for an empty one."""
    found = []
    for table in (block for block in document_blocks(made_of(name).document) if isinstance(block, Table)):
        cells = [cell for row in (*([table.header] if table.header else []), *table.rows) for cell in row.cells]
        found.append((sum(isinstance(cell.content[0], Field) for cell in cells if cell.content), len(cells)))
    return found


def in_pdf(data: bytes, mark: str) -> dict[str, Any]:
    """The fields of a PDF by name as pypdf finds them, the form's mark and the way of writing names taken off."""
    found = pypdf.PdfReader(io.BytesIO(data)).get_fields() or {}
    own = {name.removeprefix(mark + "."): field for name, field in found.items() if name.startswith(mark + ".")}
    return {name.replace("/", "."): field for name, field in own.items()}


def controls(data: bytes) -> dict[str, etree._Element]:
    """The content controls of a DOCX by tag."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return {str(one.find(f"{W}sdtPr/{W}tag").get(f"{W}val")): one for one in root.iter(f"{W}sdt")}  # type: ignore[union-attr]


@pytest.mark.parametrize("name", [MARTA, LAURA])
def test_the_forms_satisfy_the_checkers(name: str, outloud: Any, pdfua: Any, qpdf: Any, docx_schema: Any) -> None:
    """No finding of four independent programs: what a screen reader meets, PDF/UA, the file itself, the Word file."""
    made = made_of(name)
    hearing, conformance, soundness = (judge.check(made.pdf) for judge in (outloud, pdfua, qpdf))
    sheets = {f"{empty} of {count} cells are empty" for empty, count in answer_sheets(name)}
    serious = [one for one in hearing.serious if one.rule != "TBL-012" or one.message.partition(";")[0] not in sheets]
    assert not serious, serious
    assert conformance.clean, conformance.findings
    assert soundness.clean, soundness.messages
    for validity in docx_schema.check([made.docx]):
        assert validity.valid, validity.errors


def test_word_has_each_heading_on_the_page_foretold(libreoffice: Any, poppler: Any) -> None:
    """Rooms for answers are as high in LibreOffice as in our layout: headings and pages agree."""
    kits = [made_of(MARTA), made_of(LAURA)]
    for made, reading in zip(kits, libreoffice.read([made.docx for made in kits]), strict=True):
        found: dict[str, int] = {}
        for heading in reading.headings:
            found.setdefault(heading.text.strip(), heading.first_page)
        entries = {entry.title: entry.page for entry in made.pages.outline if entry.title in found}
        assert len(entries) >= 30
        assert {title: found[title] for title in entries} == entries
        assert poppler.page_count(reading.pdf) == len(made.pages.pages)


@pytest.mark.parametrize("name", [MARTA, LAURA])
def test_a_form_reads_as_its_text(name: str, poppler: Any) -> None:
    """Fields add nothing to the text of either file."""
    made = made_of(name)
    figures = [block for block in document_blocks(made.document) if isinstance(block, Figure)]
    expected, listing = native_of_word(made.document, made.pages.contents), poppler.structure_text(made.pdf)
    for figure, plate in zip(figures, made.pages.plates, strict=True):
        expected = expected.replace(figure.alternative + "\n", "", 1)
        listing = with_alternative(listing, figure, plate)
    assert normal(body_text(made.docx.read_bytes())) == normal(expected)
    assert normal(structure_text(listing)) == normal(made.native)


@pytest.mark.parametrize("name", [MARTA, LAURA])
def test_both_files_have_the_same_fields_each_with_its_question(name: str) -> None:
    """Names, kinds, questions and options of PDF and Word are those of the tree; each name has room in Word."""
    made, known = made_of(name), fields(name)
    kinds = {"text": "/Tx", "lines": "/Tx", "date": "/Tx", "choice": "/Ch", "check": "/Btn"}
    assert {field.kind for field in known.values()} == set(kinds)
    found = in_pdf(made.pdf.read_bytes(), made.document.meta.mark)
    assert {n: (f["/FT"], f["/TU"]) for n, f in found.items()} == {
        n: (kinds[f.kind], f.prompt) for n, f in known.items()
    }
    word = controls(made.docx.read_bytes())
    assert known.keys() <= word.keys() and max(map(len, known)) <= LONGEST_NAME
    for field_name, field in known.items():
        listed = [item.get(f"{W}value") for item in word[field_name].iter(f"{W}listItem")]
        assert tuple(listed) == field.options
        assert tuple(found[field_name].get("/_States_", [])) == field.options or field.kind == "check"
        assert field.prompt and re.search(r"\w", field.prompt)


def test_languages_share_the_names_of_their_fields() -> None:
    """What the section itself names has one name in every language; what a row names follows its words."""
    own = [{n for n in fields(name) if n.count(".") == 1 and n.startswith("kit-")} for name in (MARTA, LAURA)]
    assert own[0] == own[1] and len(own[0]) > 40
    assert {"client.contact.name", "client.contact.email", "client.contact.phone"} <= fields(MARTA).keys()


def test_a_row_keeps_its_name_wherever_it_stands() -> None:
    """The name of a repeated row comes from its words, not from its place."""
    assert row_name("Google Workspace") == "google-workspace"
    long = [row_name("¿Qué línea de producto hay que separar?"), row_name("¿Qué línea de producto hay que juntar?")]
    assert len(set(long)) == 2 and all(len(one) <= 24 for one in long)
    assert row_name("日本") != row_name("日木")


def test_a_mark_tells_engagements_and_clients_apart() -> None:
    """Another id or number is another engagement; a client keeps its identity by its name or by its identifier."""
    own = mark_of("a-1", "2026-031", ["Cerámicas Levante, S.L."], ["B12345674"])
    ways = {
        ("a-1", "2026-031", "CERAMICAS LEVANTE S.L.", "b-12345674"): "own",
        ("a-1", "2026-031", "Cerámicas Levante SL", ""): "own",
        ("a-1", "2026-031", "Levante Tiles", "B12345674"): "renamed",
        ("a-1", "2026-031", "Otra Casa", "B99999999"): "other client",
        ("a-1", "2026-031", "Otra Casa", ""): "other client",
        ("a-2", "2026-031", "Cerámicas Levante SL", "B12345674"): "other",
        ("a-1", "2026-032", "Cerámicas Levante SL", "B12345674"): "other",
    }
    found = {given: compared(own, mark_of(*given[:2], given[2:3], given[3:])) for given in ways}
    assert found == ways


@pytest.mark.parametrize("name", [MARTA, LAURA])
def test_the_fields_of_a_kit_are_clear_high_enough_and_in_order(name: str) -> None:
    """As laid out: none over text or another, none too low to be read, all in the order of reading."""
    assert not judged(made_of(name).pages)


def test_the_text_of_a_field_is_empty() -> None:
    """A field prints nothing of its own: what is typed there is not known yet."""
    assert text_of(tuple(fields(MARTA).values())) == ""


def test_the_font_for_typing_is_cut_in_silence(caplog: pytest.LogCaptureFixture) -> None:
    """The library that cuts it says nothing of our own faces: a user could not tell its words from a finding."""
    _program.cache_clear()
    for face in sorted((Path(__file__).parents[2] / "templates" / "fonts").rglob("*-Regular.ttf")):
        _program(str(face))
    assert not caplog.records
