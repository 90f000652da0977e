"""The stable text: one line a paragraph, in reading order; and the walk that it and other writers rest on."""

import pytest

from vadocs.compose.number import number
from vadocs.language import language
from vadocs.model.clause import Noun
from vadocs.model.document import (
    Blank,
    Block,
    BulletList,
    Callout,
    Cell,
    Columns,
    Contents,
    Definition,
    Document,
    Emphasis,
    Figure,
    Form,
    Heading,
    LineBreak,
    Link,
    ListItem,
    Meta,
    OpenPoint,
    OrderedList,
    PageBreak,
    Paragraph,
    Piece,
    Provision,
    Reference,
    Row,
    SignatureBlock,
    SignatureLine,
    Strong,
    Table,
    Text,
    Use,
    Value,
)
from vadocs.model.walk import document_inlines, provisions, text_of, values_of
from vadocs.writers import WRITERS, writer
from vadocs.writers.native import write_native

META = Meta("contract", "", "es-ES", "", "", 1, None, "draft", "", "decimal", "a4", {})


def words(text: str) -> tuple[Text, ...]:
    """A paragraph's content."""
    return (Text(text),)


EVERYTHING: tuple[Block, ...] = (
    Paragraph(words("Título"), role="title"),
    Callout("open-points", (Paragraph(words("Faltan")),)),
    Contents(words("Índice")),
    Heading(1, words("Reunidos"), centred=True),
    PageBreak(),
    BulletList((ListItem(words("uno"), (OrderedList((ListItem(words("dos")),)),)),)),
    Table(Row((Cell(words("A")), Cell(words("B")))), (Row((Cell(words("1")), Cell(words("2")))),)),
    Figure("f", "una figura", Table(None, (Row((Cell(words("gemela")),)),))),
    Form((Blank("n", "nombre"),)),
    Columns((Paragraph(words("izquierda")),), (Paragraph(words("derecha")),)),
    SignatureBlock("client", words("Por el Cliente"), (SignatureLine("Nombre", words("Ana")),), "signature_client"),
)


def test_every_block_is_printed_in_order() -> None:
    """Each kind of block has its lines; labels stand before their text, cells are parted by tabs."""
    provision = Provision("p", words("Objeto"), (Paragraph(words("Texto."), numbered=True),))
    schedule = Provision("s", words("Encargo"), (Paragraph(words("Más."), numbered=True),))
    document = Document(META, EVERYTHING, (provision,), (Paragraph(words("Firman."), role="closing"),), (schedule,))
    assert write_native(number(document, language("es-ES"))).splitlines() == [
        "Título", "Faltan", "Índice", "Reunidos", "• uno", "(i) dos", "A\tB", "1\t2", "una figura", "gemela",
        "[nombre]", "izquierda", "derecha", "Por el Cliente", "Nombre: Ana", "1. Objeto", "Texto.", "Firman.",
        "Anexo\u00a0I. Encargo", "Más.",
    ]  # fmt: skip


def test_every_inline_has_its_text() -> None:
    """What each kind of inline prints; what waits to be filled in shows its prompt in brackets."""
    content = (
        Text("a"), Value("b", "k"), Emphasis(words("c")), Strong(words("d")), Link(words("e"), "https://example.com"),
        Definition("t", words("«f»")), Use("t", "g"), Reference(("x",), pieces=(Piece("la "), Piece("1", "x", "full"))),
        LineBreak(), Blank("n", "fecha"), OpenPoint("k", "falta: h"),
    )  # fmt: skip
    assert text_of(content) == "abcde«f»gla 1\n[fecha][falta: h]"
    assert write_native(Document(META, (Paragraph(content),), ())) == "abcde«f»gla 1 [fecha][falta: h]\n"


def test_a_hole_that_is_left_is_a_defect() -> None:
    """A node that no document may hold is never dropped."""
    with pytest.raises(TypeError):
        text_of((Noun("client"),))
    with pytest.raises(TypeError):
        write_native(Document(META, (Block(),), ()))


def test_the_walk_reaches_everything() -> None:
    """Values in every kind of block, in headings and in children of provisions are met, each once and in order."""
    n = iter(range(100))

    def value() -> tuple[Value, ...]:
        return (Value(str(next(n)), "k"),)

    inner = Provision("i", value(), (Paragraph((Strong(value()),)),))
    body: tuple[Block, ...] = (
        OrderedList((ListItem(value(), (BulletList((ListItem(value()),)),)),)),
        Table(Row((Cell(value()),)), (Row((Cell(value()),)),)),
        Callout("c", (Paragraph(value()),)),
        Figure("f", "", Table(None, (Row((Cell(value()),)),))),
        SignatureBlock("client", value(), (SignatureLine("x", value()),), "f"),
    )
    document = Document(META, body, (Provision("o", value(), (Heading(2, value()),), (inner,)),))
    found = [v.text for v in values_of(document)]
    assert sorted(found, key=int) == [str(k) for k in range(next(n))] and len(found) == len(set(found))
    assert [p.id for p in provisions(document)] == ["o", "i"]
    assert any(isinstance(i, Strong) for i in document_inlines(document))


def test_the_table_of_writers() -> None:
    """Each format has a writer; an unknown one is answered with those there are."""
    assert set(WRITERS) == {"docx", "pdf", "native"}
    assert writer("native") is WRITERS["native"]
    with pytest.raises(ValueError, match="docx, pdf, native"):
        writer("odt")
