"""A document in two languages: composed row by row, laid out level, delivered with equal figures in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.bilingual.figures import figures
from tests.bilingual.spoken import said
from vadocs.build.composing import Composed, compose
from vadocs.build.looks import galley_of, load_look
from vadocs.build.reading import read
from vadocs.compose.beside import beside
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.layout.boxes import Placed
from vadocs.layout.columns import Pair
from vadocs.model.document import (
    Block,
    BulletList,
    Cell,
    Columns,
    Document,
    Field,
    Heading,
    LineBreak,
    ListItem,
    Meta,
    Paragraph,
    Provision,
    Reference,
    Row,
    SignatureBlock,
    Table,
    Text,
    Value,
)
from vadocs.model.pages import ARTIFACT, Line, Pages
from vadocs.model.styles import fitted
from vadocs.model.walk import blocks, document_blocks, inlines, provisions, rows_of_inlines, text_of
from vadocs.writers import writer

ROOT = Path(__file__).parents[2]
LAURA = ROOT / "examples" / "asistencia-austin.vadocs.yaml"
ONE, TWO = "language: en\n", "language: [es, en]\nprevailing_language: en\n"


def made(text: str, folder: Path, report: Report | None = None) -> Composed | None:
    """The contract of a spec."""
    spec = folder / "spec.vadocs.yaml"
    spec.write_text(text, "utf-8")
    report = report if report is not None else Report()
    found = read(spec, report)
    assert found is not None, list(report)
    return next(iter(compose(*found, ("contract",), report)), None)


@cache
def laura() -> Composed:
    """Laura's contract in Spanish and English, under Colombian law."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        text = LAURA.read_text("utf-8").replace(ONE, TWO).replace("clause_set: hourly\n", "clause_set: hourly-short\n")
        composed = made(text, Path(folder))
    assert composed is not None
    return composed


@cache
def pages() -> tuple[Pages, list[list[Placed]], bytes]:
    """Its pages, what was placed on each, and the PDF."""
    report = Report()
    look = load_look("sobrio", ROOT, report)
    galley = galley_of(laura().document, laura().engagement, look, report)
    assert galley is not None and look is not None, list(report)
    galley.place()
    found = galley.pages()
    data = writer("pdf")(laura().document, fitted(look, laura().document.meta), found, report)
    return found, galley._placed, data


def rows(document: Document) -> Iterator[Columns]:
    """The rows of a document, side by side or stacked."""
    yield from (block for block in document_blocks(document) if isinstance(block, Columns))


def texts(some: tuple[Block, ...]) -> str:
    """What blocks print."""
    return " ".join(text_of(row) for block in blocks(some) for row in rows_of_inlines(block))


# --- composing -------------------------------------------------------------------------------------


def test_every_row_has_both_sides_with_one_number() -> None:
    """Nothing stands alone in a contract of the library; labels are equal but for a schedule's word."""
    document = laura().document
    assert [row for row in rows(document) if not (row.left and row.right)] == []
    pairs = [(left, right) for row in rows(document) for left, right in zip(row.left, row.right, strict=True)]
    assert len(pairs) > 100
    assert all(type(left) is type(right) for left, right in pairs)
    numbered = [(one.label, other.label) for one, other in pairs if isinstance(one, Paragraph)
                and isinstance(other, Paragraph)]  # fmt: skip
    assert all(one == other for one, other in numbered)
    headings = [(one.label, one.label_beside) for one in document.provisions]
    assert headings and all(one == other for one, other in headings)
    assert {(one.label, one.label_beside) for one in document.schedules} == {("Anexo\u00a0I", "Schedule\u00a01")}


def test_both_sides_print_the_same_data() -> None:
    """What of the spec and the law is in one column is in the other, by its key, row by row."""
    printed: set[str] = set()
    for row in rows(laura().document):
        left, right = (_keys(side) for side in (row.left, row.right))
        assert left == right, texts(row.left)
        printed |= left
    assert {"client.legal_name", "provider.legal_name"} <= printed
    for side, code in zip(laura().sides, ("es", "en"), strict=True):
        assert side.document.meta.language == code


def _keys(side: tuple[Block, ...]) -> set[str]:
    found = (one for block in blocks(side) for row in rows_of_inlines(block) for one in inlines(row))
    return {one.key for one in found if isinstance(one, Value)}


def test_each_side_cites_its_own_places() -> None:
    """An anchor stands once; references on the right lead to places on the right, on the left to the left's."""
    document = laura().document
    places = [one.anchor for one in document_blocks(document) if isinstance(one, Paragraph) and one.anchor]
    places += [item.anchor for row in rows(document) for side in (row.left, row.right) for block in side
               if isinstance(block, BulletList) for item in block.items if item.anchor]  # fmt: skip
    assert len(places) == len(set(places))
    headings = {one.anchor for one in provisions(document)}
    for row in rows(document):
        for side, ours in ((row.left, False), (row.right, True)):
            for block in blocks(side):
                for content in rows_of_inlines(block):
                    cited = [one for one in inlines(content) if isinstance(one, Reference)]
                    anchors = [piece.anchor for one in cited for piece in one.pieces if piece.anchor]
                    assert all(anchor.endswith("@en") is ours for anchor in anchors)
                    assert all("." in anchor or anchor.removesuffix("@en") in headings for anchor in anchors)


def test_who_signs_signs_once_in_both_languages() -> None:
    """A signature block has labels in both languages and one field; no field stands twice."""
    signatures = [one for one in document_blocks(laura().document) if isinstance(one, SignatureBlock)]
    assert [text_of(one.heading) for one in signatures] == [
        "Por la Contratante / For the Client", "Por la Parte Contratista / For the Contractor",
    ]
    assert ("Nombre", "Name") in [(line.label, line.beside) for line in signatures[0].lines]
    assert len({one.field for one in signatures}) == 2


def test_a_signature_heading_of_two_lines_is_joined_line_by_line() -> None:
    """Where the party stands above the rule to sign on, each line has both languages: never "By: / El Cliente"."""
    sides = [
        SignatureBlock("client", (Text(f"{party}: Gowanus"), LineBreak(), Text(by)), (), "signature_client")
        for party, by in (("The Client", "By:"), ("El Cliente", "Firma:"))
    ]
    left, right = (Document(META, (), (), execution=(side,)) for side in sides)
    (both,) = beside(left, right, (language("en-US"), language("es-US"))).execution
    assert isinstance(both, SignatureBlock)
    assert text_of(both.heading) == "The Client: Gowanus / El Cliente: Gowanus\nBy: / Firma:"


def test_a_heading_above_what_is_filled_in_stands_once() -> None:
    """As the form below it does, so that no row that names the languages parts one question from the next."""
    sides = []
    for heading, question in (("Contactos", "¿Con quién hablamos?"), ("Contacts", "Who will we talk to?")):
        form = Table(Row((Cell((Text(question),)),)), (Row((Cell((Field("kit.contacts", "lines", question),)),)),))
        sides.append(Document(META, (Heading(2, (Text(heading),)), form), ()))
    front = beside(sides[0], sides[1], (language("es"), language("en"))).front
    assert [type(one) for one in front] == [Heading, Table]
    assert text_of(next(iter(rows_of_inlines(front[0])))) == "Contactos / Contacts"


def test_a_field_for_a_day_asks_for_one_way_to_write_it() -> None:
    """That of the first language; other fields ask in both."""
    sides = []
    for word, shown in (("Fecha", "dd/mm/aaaa"), ("Date", "yyyy-mm-dd")):
        fields = (Field("a", "date", word, placeholder=shown), Field("b", "text", word, placeholder=word))
        sides.append(Document(META, (Table(None, (Row(tuple(Cell((field,)) for field in fields)),)),), ()))
    (form,) = beside(sides[0], sides[1], (language("es"), language("en"))).front
    assert isinstance(form, Table)
    found = [one for cell in form.rows[0].cells for one in cell.content if isinstance(one, Field)]
    assert [one.placeholder for one in found] == ["dd/mm/aaaa", "Fecha / Date"]
    assert {one.prompt for one in found} == {"Fecha / Date"}


META = Meta("contract", "", "es", "", "", 1, None, "draft", "", "decimal", "a4", {})


def _words(*texts: str) -> tuple[Block, ...]:
    return tuple(Paragraph((Text(text),)) for text in texts)


def test_nothing_is_lost_where_the_sides_differ() -> None:
    """A table, a list, paragraphs too many on either side: each has a row of its own, in order."""
    table = Table(None, (), summary="solo")
    items = BulletList((ListItem((Text("uno"),), _words("dentro"), label="•"),))
    left = Document(META, _words("a", "b"), (Provision("x", (Text("X"),), (*_words("c"), table, items)),))
    right = Document(META, _words("A"), (Provision("x", (Text("X"),), _words("C")), Provision("y", (Text("Y"),), ())))
    both = beside(left, right, (language("es"), language("en")))
    found = [(texts(row.left), texts(row.right)) for row in rows(both)]
    assert found == [("a", "A"), ("b", ""), ("c", "C"), ("", ""), ("uno", ""), ("dentro", "")]
    assert [row.left for row in rows(both) if row.stacked] == [(table,)]
    assert [(one.id, text_of(one.heading), text_of(one.heading_beside)) for one in both.provisions] == [
        ("x", "X", "X"), ("y", "", "Y"),
    ]


def test_a_text_in_one_language_is_open_in_the_other(tmp_path: Path) -> None:
    """A leaf given only in Spanish is asked for in English, by both sides; given in both, each has its own."""
    text = LAURA.read_text("utf-8").replace(ONE, TWO)
    given = "exclusions: [{es: Asesoría fiscal}, {es: Firmar, en: Signing}, Signing"
    text = text.replace("exclusions: [Legal and tax advice, Signing", given)
    composed = made(text, tmp_path)
    assert composed is not None
    (point,) = composed.document.meta.open_points
    assert (point.key, point.prompt.endswith(" (inglés)")) == ("exclusions[0]", True)
    left, right = (" ".join(texts(getattr(row, side)) for row in rows(composed.document)) for side in ("left", "right"))
    assert "Asesoría fiscal" in left and "Asesoría fiscal" not in right
    assert "(English)]" in right and "Firmar;" in left and "Signing;" in right
    assert composed.document.meta.running["draft_notice"] == "BORRADOR – falta 1 dato / DRAFT – 1 item missing"


# --- layout ----------------------------------------------------------------------------------------


def test_rows_begin_level_and_go_over_a_page_together() -> None:
    """No side leaves or takes over one line alone; on every page that has rows the languages are named above them."""
    found, placed, _ = pages()
    divided = 0
    for page, parts in zip(found.pages, placed, strict=True):
        for part in parts:
            if not isinstance(part.box, Pair):
                continue
            for side in part.box.sides:
                here = len(side.lines[part.first : part.last])
                assert here != 1 or len(side.lines) == 1 or part.first > 0, text_of(())
                divided += 0 < here < len(side.lines)
        if parts and isinstance(parts[0].box, Pair):
            names = [run.text.strip() for item in page.items if isinstance(item, Line) for run in item.runs
                     if run.element == ARTIFACT]  # fmt: skip
            assert {"Español", "English"} <= set(names)
    assert divided > 4


def test_a_heading_stays_with_its_text() -> None:
    """No page ends with the heading of a clause."""
    found, placed, _ = pages()
    ends = [parts[-1].box for parts in placed[:-1]]
    assert not [box for box in ends if box.keep_next]
    assert len(found.outline) == len({entry.title for entry in found.outline}) > 10
    assert ("Partes / Parties", 0) in [(entry.title, entry.level) for entry in found.outline]


def test_a_look_in_columns_says_that_it_cannot() -> None:
    """E423 names the look; nothing is laid out."""
    report = Report()
    look = load_look("compacto", ROOT, report)
    assert galley_of(laura().document, laura().engagement, look, report) is None
    assert [(one.code, dict(one.args)) for one in report] == [("E423", {"look": "compacto"})]


# --- the delivered file ----------------------------------------------------------------------------


def test_the_delivered_figures_are_equal_in_both_languages() -> None:
    """Numbers, dates, hours and amounts of the PDF's Spanish text are those of its English text, as often.

    What stands once for both (" / ": contents, what is signed) is on neither side.
    """
    _, _, data = pages()
    spoken = [(role, code, text) for role, code, text in said(data) if text]
    ours, theirs = ([text for _, code, text in spoken if code == one and " / " not in text] for one in ("es", "en"))
    assert len(theirs) > 100 and "Contratante" in " ".join(ours) and "Contratante" not in " ".join(theirs)
    left, right = _totals(ours, "es"), _totals(theirs, "en")
    assert sum(right.values()) > 150
    assert left == right, (left - right, right - left)


def _totals(some: list[str], code: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in some:
        found += figures(text, code)
    return found


@pytest.mark.parametrize(
    ("spanish", "english", "equal"),
    [
        ("1.560,00 € el 3 de marzo de 2026", "€1,560.00 on 3 March 2026", True),
        ("desde las 8:00, cláusula 7.2 y Anexo I", "from 08:00, clause 7.2 and Schedule 1", True),
        ("el 25 % de 1.200,50", "25% of 1,200.50", True),
        ("1.560,00 €", "€1,506.00", False),
        ("1.234 horas", "1.234 hours", False),
        ("3 de marzo", "3 May", False),
        ("cláusula 7.2", "clause 7.3", False),
    ],
)
def test_the_oracle_tells_figures_apart(spanish: str, english: str, equal: bool) -> None:
    """Equal values in other writing are equal; another value, month, clause or decimal sign is not."""
    assert (figures(spanish, "es") == figures(english, "en")) is equal
