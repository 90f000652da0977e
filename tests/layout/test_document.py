"""From a document to its pages: structure, text, places, contents, tables, signatures, header and footer."""

from dataclasses import replace

import pytest

from tests.layout.agreement import laid_out, text_of_elements
from tests.layout.documents import Maker, meta, of_blocks
from tests.layout.looks import look
from vadocs.model import styles
from vadocs.model.document import (
    Blank,
    Block,
    BulletList,
    Callout,
    Cell,
    Contents,
    Document,
    Heading,
    Inline,
    Link,
    ListItem,
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
    Table,
    Text,
    Value,
)
from vadocs.model.look import Face, Look, Running, RunningParagraph, RunningPart, Tab
from vadocs.model.pages import ARTIFACT, Element, FormField, Glyphs, Line, Pages, Rule


def text(words: str) -> tuple[Inline, ...]:
    """Plain text."""
    return (Text(words),)


def tree(pages: Pages, parent: int | None = None) -> list[object]:
    """The structure as nested lists: role, then children."""
    return [
        [element.role, *tree(pages, index)] if any(e.parent == index for e in pages.elements) else element.role
        for index, element in enumerate(pages.elements)
        if element.parent == parent
    ]


def runs(pages: Pages) -> list[Glyphs]:
    """Every run that is read, in order."""
    return [
        run
        for page in pages.pages
        for item in page.items
        if isinstance(item, Line)
        for run in item.runs
        if run.element != ARTIFACT
    ]


def found(pages: Pages, role: str) -> list[Element]:
    """The elements of a role."""
    return [element for element in pages.elements if element.role == role]


def test_the_tree_of_a_provision() -> None:
    """A provision is a Sect; a nested list hangs from its item's body; a link stands in its paragraph."""
    body: tuple[Block, ...] = (
        Paragraph(
            (Text("Según "), Reference(("c1",), pieces=(Piece("la cláusula "), Piece("1", "c1", "heading")))),
            numbered=True,
            label="1.1",
        ),
        OrderedList(
            (
                ListItem(text("uno"), (OrderedList((ListItem(text("dos"), label="(i)"),), level=1),), label="(a)"),
                ListItem(text("tres"), label="(b)"),
            )
        ),
        Table(Row((Cell(text("H")),)), (Row((Cell(text("x")),)),)),
    )
    pages = laid_out(Document(meta(), (), (Provision("c1", text("Objeto"), body, number=1, label="1."),)), look())
    assert tree(pages) == [
        [
            "Sect",
            "H1",
            ["P", "Link"],
            ["L", ["LI", "Lbl", ["LBody", ["L", ["LI", "Lbl", "LBody"]]]], ["LI", "Lbl", "LBody"]],
            ["Table", ["TR", "TH"], ["TR", "TD"]],
        ]
    ]
    assert found(pages, "Sect")[0].title == "1. Objeto"
    assert found(pages, "TH")[0].scope == "Column"


def test_headings_do_not_skip_a_level() -> None:
    """A heading of level 3 after one of level 1 is an H2 (PDF/UA-1, 7.4.2)."""
    pages = laid_out(
        of_blocks(Heading(1, text("A"), centred=True), Heading(3, text("B")), Heading(1, text("C"))), look()
    )
    assert [element.role for element in pages.elements] == ["H1", "H2", "H1"]


def test_every_line_ends_in_a_drawn_space_but_within_a_word() -> None:
    """So that the text of a paragraph reads as it was written, soft hyphens taken out."""
    document = Maker(3).document(3)
    pages = laid_out(document, look(hyphenate=True))
    spoken = text_of_elements(pages)
    paragraph = document.provisions[0].body[0]
    assert isinstance(paragraph, Paragraph)
    index = next(
        i for i, element in enumerate(pages.elements) if element.role == "P" and spoken[i].startswith("1.1 ")
    )
    inner = {i for i, element in enumerate(pages.elements) if element.parent == index}
    whole = "".join(part for i, part in spoken.items() if i in {index, *inner}).replace("\u00ad", "")
    assert sorted(whole.split()) == sorted(f"1.1 {written(paragraph.content)}".split())
    lines = [item for page in pages.pages for item in page.items if isinstance(item, Line)]
    assert any(line.runs[-1].hyphen for line in lines)
    for line in lines:
        ends = line.runs[-1]
        assert ends.text.endswith(" ") or ends.hyphen or ends.text[-1] in "-–—"


def written(content: tuple[Inline, ...]) -> str:
    """The text of inlines."""
    from vadocs.model.walk import text_of

    return text_of(content)


def test_a_run_is_as_wide_as_its_next_begins() -> None:
    """Neighbouring runs of a line touch: widths hold their spaces and their kerning."""
    content = (Text("AVAL de "), Value("Valencia", "signing.place", "en"), Text(", hoy y siempre"))
    line = next(
        item for item in laid_out(of_blocks(Paragraph(content)), look()).pages[0].items if isinstance(item, Line)
    )
    for left, right in zip(line.runs, line.runs[1:], strict=False):
        assert left.x + left.width == pytest.approx(right.x)


def test_pairs_cover_every_kerned_run() -> None:
    """With the pairs given, a run's width follows from its text."""
    from vadocs.layout.fonts import open_font

    pages = laid_out(of_blocks(Paragraph(text("AVAL, Toda la Verdad."))), look())
    (run,) = runs(pages)
    font, kerning = open_font(run.face), pages.pairs[run.face]
    shown = run.text.rstrip()
    units = sum(font.widths[each] for each in shown) / font.units * 1000
    kerned = sum(kerning.pair(shown[at : at + 2]) for at in range(len(shown) - 1))
    assert run.kerned and kerned < 0
    assert run.width == pytest.approx((units + kerned) * run.size / 1000, abs=0.1)


def test_a_value_in_another_language_is_a_span() -> None:
    """Its element and its runs carry the language; in the document's own language it has neither."""
    pages = laid_out(
        of_blocks(Paragraph((Value("Invoice", "a", "en-US"), Text(" y "), Value("factura", "b", "es-ES")))), look()
    )
    assert [(element.role, element.language) for element in pages.elements] == [("P", None), ("Span", "en-US")]
    assert [run.language for run in runs(pages)] == ["en-US", None]


def test_links_lead_to_addresses_and_anchors() -> None:
    """A link's runs and its element tell where; the number of a reference links to its target."""
    content = (
        Link(text("la web"), "https://example.org"),
        Text(" y "),
        Reference(("c.a",), pieces=(Piece("el apartado "), Piece("2", "c.a", "label"))),
    )
    pages = laid_out(of_blocks(Paragraph(content), Paragraph(text("aquí"), anchor="c.a")), look())
    assert [(run.text.strip(), run.link) for run in runs(pages) if run.link] == [
        ("la web", "https://example.org"),
        ("2", "#c.a"),
    ]
    assert pages.destinations["c.a"].page == 1
    assert [element.alternative for element in found(pages, "Link")] == ["https://example.org", "2"]


def test_blanks_and_open_points_print_their_prompt_in_brackets() -> None:
    """In the look of their styles."""
    pages = laid_out(of_blocks(Paragraph((Blank("date", "fecha"), OpenPoint("courts.city", "ciudad")))), look())
    blank, point = runs(pages)
    assert (blank.text, point.text.strip()) == ("[fecha]", "[ciudad]")
    assert (blank.colour, point.highlight) == ("595959", "FFF2AB")


def test_a_page_break_and_a_schedule_start_a_page() -> None:
    """Whatever their styles say."""
    front = (Paragraph(text("uno")), PageBreak(), Paragraph(text("dos"), anchor="two"))
    schedule = Provision("dpa", text("Encargo"), (Paragraph(text("tres")),), number=1, label="Anexo I")
    pages = laid_out(Document(meta(), front, (), (), (schedule,)), look())
    assert (pages.destinations["two"].page, pages.destinations["dpa"].page) == (2, 3)
    assert pages.outline[-1].title == "Anexo I. Encargo"


@pytest.mark.parametrize(
    ("scheme", "label", "entry"),
    [("decimal", "1.", ("1.", "Objeto")), ("ordinal", "PRIMERA.–", ("", "PRIMERA.– Objeto"))],
)
def test_contents(scheme: str, label: str, entry: tuple[str, str]) -> None:
    """An entry links to its heading and ends in its page at the right; the leader is a stroke, not text."""
    provision = Provision("scope", text("Objeto"), (Paragraph(text("uno")),), number=1, label=label)
    front = (Contents(text("Índice")), PageBreak(), Paragraph(text("dos")))
    made = look()
    pages = laid_out(Document(meta(scheme=scheme), front, (provision,)), made)  # type: ignore[arg-type]
    assert pages.contents == ((*entry, "scope", 2, 0),)
    assert pages.heading_pages == {"scope": 2}
    lines = [item for item in pages.pages[0].items if isinstance(item, Line)]
    number = lines[-1].runs[-1]
    assert number.text == "2 " and number.link == "#scope"
    assert number.x + number.width == pytest.approx(made.paper.left + made.paper.measure, abs=0.1)
    assert [bool(item.dash) for item in pages.pages[0].items if isinstance(item, Rule)] == [True]
    assert tree(pages)[1] == ["TOC", ["TOCI", ["Reference", "Link"]]]


def test_amounts_end_at_the_right_of_their_column() -> None:
    """And columns take the room that their contents need; the sum is the measure."""
    rows = tuple(
        Row((Cell(text(name)), Cell(text(amount), "right")))
        for name, amount in (("Iguala mensual de los servicios", "560,00\u00a0€"), ("IVA", "117,60\u00a0€"))
    )
    made = look()
    pages = laid_out(of_blocks(Table(None, rows)), made)
    ends = {round(run.x + run.width, 2) for run in runs(pages) if "€" in run.text}
    assert len(ends) == 1
    (widths,) = pages.widths
    assert widths[0] > widths[1]
    assert sum(widths) == pytest.approx(made.paper.measure, abs=0.05)
    assert all(round(width * 20, 6) == round(width * 20) for width in widths)


def test_given_widths_are_kept() -> None:
    """As parts of the measure."""
    pages = laid_out(of_blocks(Table(None, (Row((Cell(text("a")), Cell(text("b")))),), (0.25, 0.75))), look())
    (widths,) = pages.widths
    assert widths[1] / widths[0] == pytest.approx(3.0, abs=0.01)


def test_a_repeated_header_row_is_an_artifact() -> None:
    """It is read once."""
    rows = tuple(Row((Cell(text(f"fila {number}")),)) for number in range(60))
    pages = laid_out(of_blocks(Table(Row((Cell(text("Concepto")),)), rows)), look())
    headers = [
        run.element
        for page in pages.pages
        for item in page.items
        if isinstance(item, Line)
        for run in item.runs
        if run.text == "Concepto "
    ]
    assert len(pages.pages) == len(headers) > 1
    assert [element == ARTIFACT for element in headers] == [False] + [True] * (len(headers) - 1)


def test_signatures_are_fields_and_stay_together() -> None:
    """Two blocks and the closing formula stand on one page, whatever room was left."""
    lines = (SignatureLine("Nombre", text("Marta Ruiz")), SignatureLine("Fecha", (Blank("date", "fecha"),)))
    blocks = tuple(SignatureBlock(name, text(name), lines, f"signature-{name}") for name in ("client", "provider"))
    filler = tuple(Paragraph(text("relleno")) for _ in range(31))
    made = look()
    closing = replace(made.styles[styles.CLOSING], keep_next=True)
    kept = replace(made, styles={**made.styles, styles.CLOSING: closing})
    pages = laid_out(of_blocks(*filler, Paragraph(text("Y en prueba de conformidad"), role="closing"), *blocks), kept)
    last = pages.pages[-1]
    assert len(pages.pages) == 2
    assert [item.name for item in last.items if isinstance(item, FormField)] == [
        "signature-client",
        "signature-provider",
    ]
    assert any("conformidad" in run.text for item in last.items if isinstance(item, Line) for run in item.runs)
    assert [element.role for element in pages.elements if element.role == "Form"] == ["Form", "Form"]


def test_a_callout_is_one_box() -> None:
    """Paragraphs that follow one another in equal frames share shading and borders."""
    pages = laid_out(of_blocks(Callout("open", (Paragraph(text("Faltan datos")), Paragraph(text("uno"))))), look())
    assert tree(pages) == [["Div", "P", "P"]]
    assert len([item for item in pages.pages[0].items if isinstance(item, Rule)]) == 4


def running_look() -> Look:
    """A look whose header has the title and the number at both ends, whose footer counts the pages."""
    made = look()
    style = replace(made.styles[styles.NOTE], tabs=(Tab(made.paper.measure, "right"),))
    header = (RunningPart("text", "{{ title }}"), RunningPart("tab"), RunningPart("text", "{{ number }}{{ parties }}"))
    footer = (
        RunningPart("text", "{{ page_word }} "),
        RunningPart("page"),
        RunningPart("text", " {{ of_word }} "),
        RunningPart("pages"),
    )
    running = Running((RunningParagraph(style, header),), (RunningParagraph(style, footer),), first_header=())
    return replace(made, running=running)


def test_header_and_footer() -> None:
    """Their tags are filled, pages are counted, the first page has its own, and nothing of it is read aloud."""
    made = running_look()
    pages = laid_out(of_blocks(Paragraph(text("uno")), PageBreak(), Paragraph(text("dos"))), made)
    texts = [
        [
            "".join(run.text for run in item.runs).strip()
            for item in page.items
            if isinstance(item, Line) and item.runs[0].element == ARTIFACT
        ]
        for page in pages.pages
    ]
    assert texts == [["Página 1 de 2"], ["Contrato 2026-031", "Página 2 de 2"]]
    line = next(item for item in pages.pages[1].items if isinstance(item, Line))
    assert line.runs[-1].x + line.runs[-1].width == pytest.approx(made.paper.left + made.paper.measure, abs=0.1)


def test_filters_and_conditions_of_a_look_are_followed() -> None:
    """As Word's file has them: capitals, and what is there only where a text is."""
    given = "{% if parties %}no{% else %}{{ title | upper }}{% endif %} · {% if number %}n.º {{ number }}{% endif %}"
    pages = in_header(RunningPart("text", given))
    (line,) = (item for item in pages.pages[0].items if isinstance(item, Line) and item.runs[0].element == ARTIFACT)
    assert "".join(run.text for run in line.runs).strip() == "CONTRATO · n.º 2026-031"


def in_header(*parts: RunningPart, **changes: object) -> Pages:
    """A page with a header of these parts, italic, with a right tab at the margin."""
    made = look()
    base = made.styles[styles.NOTE]
    style = replace(base, run=replace(base.run, italic=True), tabs=(Tab(made.paper.measure, "right"),), **changes)  # type: ignore[arg-type]
    running = Running((RunningParagraph(style, parts),))
    return laid_out(of_blocks(Paragraph(text("uno"))), replace(made, running=running))


def test_italics_at_a_right_tab_stay_on_the_line() -> None:
    """What ends at the margin may lean over it."""
    pages = in_header(RunningPart("text", "Contrato"), RunningPart("tab"), RunningPart("text", "Página 2 de 12"))
    header = [item for item in pages.pages[0].items if isinstance(item, Line)][:-1]
    assert len(header) == 1


def test_a_logo_alone_has_nothing_below_it() -> None:
    """A line with a logo and text is higher than one with the logo by what the text's face descends."""
    logo = RunningPart("logo", "Logo", None, b"", 40.0, 60.0)
    word = RunningPart("text", "x")
    bare, said = (in_header(*parts, line_rule="auto", line=1.0) for parts in ((logo,), (logo, word)))
    tops = [[item for item in pages.pages[0].items if isinstance(item, Line)][-1].top for pages in (bare, said)]
    assert tops[0] == pytest.approx(max(look().paper.top, look().paper.header + 60.0 + 6.0))
    assert tops[1] > tops[0] + 1.5


def test_the_same_input_gives_the_same_pages() -> None:
    """Whatever was laid out before."""
    first = laid_out(Maker(2).document(4), look(hyphenate=True))
    laid_out(Maker(5, "en-US").document(2), look("Liberation Serif"))
    assert laid_out(Maker(2).document(4), look(hyphenate=True)) == first


def test_a_label_that_is_wider_than_its_indent_pushes_the_text() -> None:
    """To the next tab stop."""
    made = look()
    (label, words) = runs(laid_out(of_blocks(Paragraph(text("uno"), numbered=True, label="100.100.100")), made))
    assert words.x == pytest.approx(made.paper.left + 72.0)
    assert label.x + label.width < words.x


def test_faces_are_files() -> None:
    """The face of a run is the path of the font that draws it."""
    made = look()
    assert {run.face for run in runs(laid_out(of_blocks(Paragraph(text("uno"))), made))} <= {
        face.path for face in made.faces.values() if isinstance(face, Face)
    }


def test_bullets_keep_their_label() -> None:
    """The bullet is what the document says, so that all formats hold one text."""
    pages = laid_out(of_blocks(BulletList((ListItem(text("uno"), label="•"),))), look())
    assert [run.text for run in runs(pages)] == ["• ", "uno "]
