"""The body: styles, numbers, lists, tables, contents, signatures, page breaks, findings."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.docx import specimen, templates
from tests.docx.specimen import document, table, text
from tests.docx.templates import plain, style_id
from tests.docx.wml import expected, shown
from vadocs.diagnostics import Report
from vadocs.model import styles
from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Columns,
    Contents,
    Document,
    Figure,
    Form,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Piece,
    Provision,
    Reference,
    SignatureBlock,
    SignatureLine,
    Table,
)
from vadocs.model.pages import Pages
from vadocs.writers.docx.body import Body, write_body
from vadocs.writers.docx.template import compiled


def body(made: Document, report: Report | None = None, **pages: object) -> Body:
    """The body of a document in the smallest template, whose next list instance is 6."""
    found = Pages((), (), (), {}, {}, **pages)  # type: ignore[arg-type]
    ids = compiled(plain().source).style_ids
    return write_body(made, plain(), found, ids, 6, Report() if report is None else report)


def of(*blocks: Block, **pages: object) -> str:
    """Blocks at the front of a document, in the short way."""
    return shown(body(document(*blocks), **pages).xml)


def p(style: str, inner: str = "", more: str = "") -> str:
    """A paragraph in the short way: `more` are properties after its style."""
    style = f"pStyle{{val={style_id(style)}}}"
    properties = f"pPr/({style},{more})" if more else f"pPr/{style}"
    return f"p/({properties},{inner})" if inner else f"p/{properties}"


@pytest.mark.parametrize("scheme", ["decimal", "ordinal"])
def test_a_numbered_paragraph_carries_its_style_alone(scheme: str) -> None:
    """The number comes from the style: none stands in the text or in the paragraph's properties."""
    provision = Provision("scope", text("Objeto"), (Paragraph(text("Uno."), None, True, "1.1"),), label="1.")
    made = shown(body(document(provisions=[provision], scheme=scheme)).xml)
    assert made.endswith(expected(p(styles.NUMBERED[scheme], 'r/t"Uno."')))


def test_a_decimal_heading_has_a_native_number() -> None:
    """Its text is the heading alone; without a number it takes the plain heading."""
    provisions = [Provision("scope", text("Objeto"), (), label="1."), Provision("note", text("Nota"), ())]
    assert shown(body(document(provisions=provisions, scheme="decimal")).xml) == expected(
        p("Heading 1", 'r/t"Objeto"') + "," + p("Heading Plain", 'r/t"Nota"')
    )


def test_an_ordinal_heading_holds_its_number_as_text() -> None:
    """PRIMERA stands in a bookmark of its own where it is cited; its closing marks do not."""
    see = Paragraph((Reference(("scope",), pieces=(Piece("primera", "scope", "heading"),)),))
    made = shown(body(document(provisions=[Provision("scope", text("Objeto"), (see,), label="PRIMERA.–")])).xml)
    assert made.startswith(expected(p(
        "Heading 1 Ordinal",
        'bookmarkStart{id=3,name=_ref_scope},bookmarkStart{id=2,name=_num_scope},r/t"PRIMERA",bookmarkEnd{id=2},'
        'r/t".– ",r/t"Objeto",bookmarkEnd{id=3}',
    )))  # fmt: skip
    assert r"_num_scope \h \* Lower" in made


def test_a_schedule_starts_a_page_and_its_number_is_the_last_word() -> None:
    """`Anexo I. Encargo`: the number is cited without its noun."""
    cites = Paragraph((Reference(("dpa",), pieces=(Piece("I", "dpa", "heading"),)),))
    made = Document(specimen.meta(), (cites,), (), (), (Provision("dpa", text("Encargo"), (), label="Anexo\u00a0I"),))
    assert shown(body(made).xml).endswith(expected(p(
        "Schedule Heading",
        'bookmarkStart{id=3,name=_ref_dpa},r/t"Anexo\u00a0",bookmarkStart{id=2,name=_num_dpa},r/t"I",'
        'bookmarkEnd{id=2},r/t". ",r/t"Encargo",bookmarkEnd{id=3}', "pageBreakBefore",
    )))  # fmt: skip


def lettered(*items: ListItem, level: int = 0) -> OrderedList:
    """A lettered list."""
    return OrderedList(items, level)


def numbers(made: Body) -> list[tuple[int, int]]:
    """(instance, level) of each paragraph that carries a list instance."""
    found = re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d+)"/>', made.xml)
    return [(int(instance), int(level)) for level, instance in found]


def test_each_list_begins_again_in_an_instance_of_its_own() -> None:
    """Two lists have two instances; a list within an item is in its outer list's, which begins it again."""
    a, b = ListItem(text("a")), ListItem(text("b"))
    inner = lettered(ListItem(text("i"), (lettered(ListItem(text("A")), level=2),)), level=1)
    made = body(document(lettered(a, replace(b, children=(inner,)), replace(b, children=(inner,))), lettered(a, b)))
    assert numbers(made) == [(6, 0), (6, 0), (6, 1), (6, 2), (6, 0), (6, 1), (6, 2), (7, 0), (7, 0)]
    assert [each[:2] for each in made.instances] == [(6, 0), (7, 0)]


def test_a_second_list_within_one_item_begins_again() -> None:
    """So does one within a bullet: no outer letter would begin it again."""
    inner = lettered(ListItem(text("i")), level=1)
    made = body(document(
        lettered(ListItem(text("a"), (inner, inner))), BulletList((ListItem(text("•"), (inner,)),)),
    ))  # fmt: skip
    assert numbers(made) == [(6, 0), (6, 1), (7, 1), (8, 1)]
    assert [each[:2] for each in made.instances] == [(6, 0), (7, 1), (8, 1)]


def test_bullets_need_no_instance() -> None:
    """Their style says it all."""
    made = BulletList((ListItem(text("a"), (BulletList((ListItem(text("b")),), 1),)),))
    assert of(made) == expected(p("List Bullet", 'r/t"a"') + "," + p("List Bullet 2", 'r/t"b"'))


def test_a_table_repeats_its_header_and_keeps_its_rows() -> None:
    """The header row is repeated and stays with the next; totals and figures have their looks; no row splits."""
    made = of(table(), widths=((150.0, 80.0, 60.0),))
    heading = p("Table Heading", 'r/(rPr/b,t"Hito")', "keepNext")
    assert expected(f"tr/(trPr/(cantSplit,tblHeader),tc/(tcPr/tcW{{w=3000,type=dxa}},{heading})") in made
    total = p("Table Total", 'r/t"4.800,00"', "jc{val=right}")
    assert expected(f"tc/(tcPr/tcW{{w=1600,type=dxa}},{total})") in made
    assert (made.count("cantSplit"), made.count("tblHeader"), made.count("tr/")) == (4, 1, 4)
    assert "tblDescription{val=Honorariosporhito}" in made.replace(" ", "")


def test_a_table_without_header_has_no_header_row() -> None:
    """No row is repeated, and the style does not paint the first one."""
    made = of(table(header=False), widths=((150.0, 80.0, 60.0),))
    assert "firstRow=0" in made and "tblHeader" not in made
    first, *others = made.split("tr/")[1:]
    assert "keepNext" in first and len(others) == 2


def test_a_column_that_stands_out_is_shaded() -> None:
    """Each of its cells but the header's, which the style shades, in the colour of the look's first row."""
    made = of(replace(table(), highlight=1), widths=((150.0, 80.0, 60.0),))
    assert made.count("shd{val=clear,color=auto,fill=") == len(table().rows)
    total = "tcW{w=1600,type=dxa},shd{val=clear,color=auto,fill="
    assert total in made and "shd" not in of(table(), widths=((150.0, 80.0, 60.0),))


WIDTHS = ((150.0, 80.0, 60.0),)
"""The columns of the table of `specimen`."""


def rows(count: int) -> Table:
    """A table of so many rows below its header."""
    made = table()
    return replace(made, rows=made.rows[:1] * count)


def test_a_short_table_stays_on_one_page() -> None:
    """Up to six rows: every row but the last stays with the next one."""
    kept = ["keepNext}" in each or "keepNext," in each for each in of(rows(6), widths=WIDTHS).split("tr/")[1:]]
    assert kept == [True] * 6 + [False]


def test_a_long_table_may_be_divided() -> None:
    """Of seven rows only the header stays with the next; the first row leaves the rule below it to the second."""
    parts = of(rows(7), widths=WIDTHS).split("tr/")[1:]
    assert ["keepNext" in each.partition("p/pPr/(pStyle{val=EstTableText},keepNext{val=0}")[0] for each in parts] == (
        [True] + [False] * 7
    )
    assert ["tcBorders/bottom{val=nil}" in each for each in parts] == [False, True] + [False] * 6


def test_tables_that_follow_one_another_are_parted() -> None:
    """An empty paragraph of six points stands between two tables, one of a point after the table at the end."""
    made = of(table(), table(), Paragraph(text("Entre")), table(), widths=WIDTHS * 3)
    assert re.findall(r"line=(\d+),lineRule=exact", made) == ["120", "20"]
    assert made.index("line=120") < made.index('t"Entre"') < made.index("line=20,")


def test_a_signature_block_is_kept_together() -> None:
    """Heading, rule and lines keep with the next, but for the last line."""
    block = SignatureBlock("client", text("Por el Cliente"), (
        SignatureLine("Nombre", text("Vicent Ferrer")), SignatureLine("Cargo", text("administrador")),
    ), "signature_client")  # fmt: skip
    assert of(block) == expected(",".join((
        p("Signature Heading", 'r/t"Por el Cliente"', "keepNext"), p("Signature Rule", more="keepNext"),
        p("Signature Line", 'r/t"Nombre: Vicent Ferrer"', "keepNext"), p("Signature Line", 'r/t"Cargo: administrador"'),
    )))  # fmt: skip


def test_a_callout_has_a_first_style_and_one_for_the_rest() -> None:
    """Its paragraphs, in order."""
    assert of(Callout("open-points", (Paragraph(text("Faltan:")), Paragraph(text("ley"))))) == expected(
        p("Callout", 'r/t"Faltan:"') + "," + p("Callout Item", 'r/t"ley"')
    )


def test_a_page_break_is_a_property_of_what_follows() -> None:
    """No empty paragraph stands for it."""
    assert of(PageBreak(), Heading(1, text("EXPONEN"), centred=True)) == expected(
        p("Division", 'r/t"EXPONEN"', "pageBreakBefore")
    )


def test_only_what_is_pointed_at_has_a_bookmark() -> None:
    """An anchor nobody cites leaves no trace."""
    cited, other = Paragraph(text("a"), "scope.a"), Paragraph(text("b"), "scope.b")
    see = Paragraph((Reference(("scope.a",), pieces=(Piece("1.1", "scope.a", "full"),)),))
    assert re.findall(r'w:name="(\w+)"', body(document(cited, other, see)).xml) == ["_ref_scope__a"]


ENTRIES = (("1.", "Objeto", "scope", 1, 0), ("", "Anexo I. Encargo", "dpa", 12, 0))


def test_the_contents_are_a_field_with_its_entries() -> None:
    """Each entry is a link: label, tab, title, tab, page as a field; Word asks nothing at opening."""
    provisions = [Provision("scope", text("Objeto"), (), label="1.")]
    schedules = (Provision("dpa", text("Encargo"), (), label="Anexo I"),)
    made = replace(document(Contents(text("Índice")), provisions=provisions, scheme="decimal"), schedules=schedules)
    xml = shown(body(made, contents=ENTRIES).xml)
    begin, separate, end = (f"r/fldChar{{fldCharType={kind}}}" for kind in ("begin", "separate", "end"))
    entries = []
    for name, words, page in (("_ref_scope", 't"1.",tab,t"Objeto"', 1), ("_ref_dpa", 't"Anexo I. Encargo"', 12)):
        number = f'{begin},r/instrText" PAGEREF {name} \\h ",{separate},r/t"{page}",{end}'
        entries.append(f"hyperlink{{anchor={name},history=1}}/(r/({words},tab),{number})")
    toc = f'{begin},r/instrText" TOC \\o "1-1" \\h \\z \\u \\b _contents ",{separate}'
    assert xml.startswith(",".join((
        p("TOC Heading", 'r/t"Índice"'),
        p("toc 1", f"{toc},{entries[0]}"),
        p("toc 1", f"{entries[1]},{end}"),
        "bookmarkStart{id=1,name=_contents}",
    )))  # fmt: skip
    assert xml.endswith("bookmarkEnd{id=1}")
    assert "dirty" not in xml


def test_a_document_without_contents_has_no_bookmarks_for_them() -> None:
    """Entries of the layout stage alone leave no trace."""
    made = document(provisions=[Provision("scope", text("Objeto"), ())])
    assert "bookmark" not in shown(body(made, contents=ENTRIES).xml)


@pytest.mark.parametrize(
    "block",
    [Form(()), Figure("income", "Ingresos"), Columns((), ()), Callout("x", (BulletList(()),)),
     OrderedList((ListItem(text("a"), (Form(()),)),))],
    ids=["form", "figure", "columns", "list in a callout", "form in a list"],
)  # fmt: skip
def test_a_block_that_word_cannot_show_is_reported(block: Block) -> None:
    """It is an error with the clause it stands in, never a gap."""
    report = Report()
    body(document(provisions=[Provision("scope", text("Objeto"), (block,), label="1.")]), report)
    (found,) = report
    assert (found.code, dict(found.args)["where"], [each.id for each in found.hints]) == ("E570", "scope", ["H570"])


def test_a_finding_outside_the_provisions_names_the_document() -> None:
    """Before and after the provisions there is no clause to name."""
    provision = Provision("scope", text("Objeto"), (), label="1.")
    report = Report()
    body(replace(document(provisions=[provision]), execution=(Form(()),)), report)
    (found,) = report
    assert (dict(found.args)["where"], found.span) == ("contract", None)


def test_every_style_of_the_table_of_styles_is_found_by_name() -> None:
    """Ids differ from names in the template: a style is looked up by its name, whatever the case of its letters."""
    ids = compiled(plain().source).style_ids
    assert {ids[name.lower()] for name in (*styles.PARAGRAPHS, *styles.CHARACTERS, styles.TABLE)} == {
        templates.style_id(name) for name in (*styles.PARAGRAPHS, *styles.CHARACTERS, styles.TABLE)
    }


def test_the_number_of_a_provision_within_a_provision_is_shown() -> None:
    """Word does not number it, so it is text."""
    child = Provision("way", text("Modo"), (), label="1.1")
    made = document(provisions=[Provision("scope", text("Objeto"), (), (child,), label="1.")], scheme="decimal")
    assert "".join(re.findall(">([^<>]+)<", body(made).xml)) == "Objeto1.1 Modo"
