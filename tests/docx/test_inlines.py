"""Inlines as runs: looks, languages, links, references, controls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.docx.templates import plain, style_id
from tests.docx.wml import W, expected, parse, shown
from vadocs.diagnostics import Report, Span
from vadocs.model.clause import Hole
from vadocs.model.document import (
    Blank,
    Definition,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    OpenPoint,
    Piece,
    Reference,
    Strong,
    Text,
    Use,
    Value,
)
from vadocs.model.expression import Name
from vadocs.writers.docx.anchors import Anchors, HeadingNumber, bookmark_name, heading_number
from vadocs.writers.docx.inlines import Inlines
from vadocs.writers.docx.template import compiled

ANCHORS = Anchors(
    frozenset(("term", "scope", "scope.way", "dpa")),
    {"scope": HeadingNumber("", "PRIMERA", ".– "), "dpa": HeadingNumber("Anexo\u00a0", "I", ". ")},
    frozenset(("term", "scope.way")),
)


def inlines(report: Report | None = None) -> Inlines:
    """A writer of inlines over the smallest template."""
    return Inlines(dict(compiled(plain().source).style_ids), ANCHORS, Report() if report is None else report)


def written(*content: Inline, style: str = "Body Text") -> str:
    """The inlines in the short way, in a paragraph of that style."""
    return shown(inlines().write(content, plain().styles[style].run))


def test_neighbours_that_look_alike_are_one_run() -> None:
    """Literal text, values, uses and line breaks of one look are joined; nothing is lost between."""
    content = Text("El "), Use("client", "Cliente"), Value(" paga", "payment"), LineBreak(), Text("ya")
    assert written(*content) == expected('r/(t"El Cliente paga",br,t"ya")')


def test_emphasis_is_a_style_and_both_together_a_style_and_a_property() -> None:
    """Strong and Emphasis take their styles; a run has one style, so the other kind is a property."""
    strong_d = Definition("x", (Strong((Text("d"),)),))
    content = Strong((Text("a"), Emphasis((Text("b"),)))), Emphasis((Text("c"),)), strong_d
    strong, both, emphasis = f"rStyle{{val={style_id('Strong')}}}", ", i", f"rStyle{{val={style_id('Emphasis')}}}"
    assert written(*content) == expected(
        f'r/(rPr/{strong},t"a"), r/(rPr/({strong}{both}),t"b"), r/(rPr/{emphasis},t"c"), r/(rPr/{strong},t"d")'
    )


def test_strong_text_in_a_bold_paragraph_stays_bold() -> None:
    """Bold of a style toggles: in a bold paragraph the property is used instead."""
    assert plain().styles["Table Heading"].run.bold
    assert written(Strong((Text("Hito"),)), style="Table Heading") == expected('r/(rPr/b,t"Hito")')


@pytest.mark.parametrize(
    ("tag", "word"),
    [("en-CO", "en-US"), ("en-GB", "en-GB"), ("en", "en-US"), ("es", "es-ES"), ("es-PE", "es-PE"), ("es-419", "es-ES"),
     ("fr-FR", "fr-FR"), ("pt", "pt")],
)  # fmt: skip
def test_a_value_in_another_language_says_so(tag: str, word: str) -> None:
    """A value's language is on its run, as a tag that word processors have a dictionary for."""
    assert written(Value("Bank reconciliation", "services[0].task", tag)) == expected(
        f'r/(rPr/lang{{val={word}}},t"Bank reconciliation")'
    )


def test_a_link_keeps_what_is_in_it() -> None:
    """All the children of a link are shown, in the link style; one address has one relationship."""
    writer = inlines()
    link = Link((Text("a "), Strong((Text("b"),))), "https://example.com/?a=1&b=2")
    style = f"rStyle{{val={style_id('Hyperlink')}}}"
    short = f'hyperlink{{r:id=rIdLink1,history=1}}/(r/(rPr/{style},t"a "),r/(rPr/({style},b),t"b"))'
    assert shown(writer.write((link, link), plain().styles["Body Text"].run)) == expected(f"{short},{short}")
    assert writer.links == {"https://example.com/?a=1&b=2": "rIdLink1"}


def instruction(piece: Piece) -> str | None:
    """The field that prints a piece."""
    return ANCHORS.instruction(piece)


@pytest.mark.parametrize(
    ("piece", "field"),
    [
        (Piece("7.2", "scope.way", "full"), r"REF _ref_scope__way \w \h"),
        (Piece("2", "scope.way", "label"), r"REF _ref_scope__way \n \h"),
        (Piece("3", "term", "full"), r"REF _ref_term \w \h"),
        (Piece("primera", "scope", "heading"), r"_num_scope \h \* Lower"),
        (Piece("PRIMERA", "scope", "heading"), r"REF _num_scope \h"),
        (Piece("I", "dpa", "heading"), r"REF _num_dpa \h"),
        (Piece("la primera", "scope", "heading"), None),
        (Piece("REUNIDOS", "parties", "heading"), None),
    ],
)  # fmt: skip
def test_references_are_fields_where_word_can_compute_them(piece: Piece, field: str | None) -> None:
    """Native numbers are cited by paragraph, numbers in headings by their text; other texts have no field."""
    assert instruction(piece) == field


def test_a_reference_shows_its_pieces() -> None:
    """Text between is text, a number a field with its result, what no field gives a link to the place."""
    reference = Reference(("scope.way",), pieces=(
        Piece("la cláusula "), Piece("7.2", "scope.way", "full"), Piece(" y "), Piece("REUNIDOS", "parties"),
    ))  # fmt: skip
    assert written(reference) == expected(
        'r/t"la cláusula ",r/fldChar{fldCharType=begin},r/instrText" REF _ref_scope__way \\w \\h ",'
        'r/fldChar{fldCharType=separate},r/t"7.2",r/fldChar{fldCharType=end},r/t" y ",'
        'hyperlink{anchor=_ref_parties,history=1}/r/t"REUNIDOS"'
    )


def test_blanks_and_open_points_are_controls_with_ids_of_their_own() -> None:
    """Each is a content control that shows its prompt; the tag is the field's name or the spec's key."""
    xml = inlines().write((Blank("date_client", "fecha"), Strong((OpenPoint("signing.place", "lugar"),))),
                          plain().styles["Body Text"].run)
    assert shown(xml) == expected(
        f'sdt/(sdtPr/(alias{{val=fecha}},tag{{val=date_client}},id{{val=7000001}},showingPlcHdr),'
        f'sdtContent/r/(rPr/rStyle{{val={style_id("Blank")}}},t"[fecha]")),'
        f'sdt/(sdtPr/(alias{{val=lugar}},tag{{val=signing.place}},id{{val=7000002}},showingPlcHdr),'
        f'sdtContent/r/(rPr/(rStyle{{val={style_id("Open Point")}}},b),t"[lugar]"))'
    )


def test_a_long_prompt_does_not_spoil_the_file() -> None:
    """Word refuses a control whose tag or title is longer than 64 characters; the text shown is whole."""
    prompt = "el lugar en que se firma " * 5
    (control,) = parse(inlines().write((OpenPoint("k" * 80, prompt),), plain().styles["Body Text"].run))
    values = [control.find(f".//{W}{name}").get(f"{W}val") for name in ("alias", "tag")]  # type: ignore[union-attr]
    assert [len(str(value)) for value in values] == [64, 64]
    assert "".join(control.itertext()) == f"[{prompt}]"


def test_a_node_that_word_cannot_show_is_reported() -> None:
    """A hole that is left is an error with the clause and its place, not a gap in the text."""
    report, span = Report(), Span("clauses/scope/es.md", 3, 1, 3, 9)
    writer = replace(inlines(report), place="scope", span=span)
    assert writer.write((Hole(Name("x")),), plain().styles["Body Text"].run) == ""
    (found,) = report
    assert (found.code, found.span, dict(found.args)) == ("E570", span, {"node": "Hole", "where": "scope"})


def test_bookmark_names_differ_as_anchors_do() -> None:
    """Names are hidden, at most 40 characters, the same each time, and no two anchors share one."""
    anchors = ["a-b.c", "a.b-c", "a.b.c", "a-b-c", "a_b-c", "duración", "duracion", "x" * 60, "x" * 61, "a--b", "A-b"]
    names = [bookmark_name("ref", each) for each in anchors]
    assert len(set(names)) == len(anchors)
    assert all(name.startswith("_ref_") and len(name) <= 40 for name in names)
    assert bookmark_name("ref", "ip-assignment.licence") == "_ref_ip_assignment__licence"


@pytest.mark.parametrize(
    ("label", "schedule", "parts"),
    [
        ("PRIMERA.–", False, ("", "PRIMERA", ".– ")),
        ("VIGÉSIMA PRIMERA.–", False, ("", "VIGÉSIMA PRIMERA", ".– ")),
        ("PRIMERA:", False, ("", "PRIMERA", ": ")),
        ("TWENTY-FIRST.", False, ("", "TWENTY-FIRST", ". ")),
        ("Anexo\u00a0XIV", True, ("Anexo\u00a0", "XIV", ". ")),
        ("Schedule\u00a01", True, ("Schedule\u00a0", "1", ". ")),
    ],
)
def test_the_parts_of_a_heading_number(label: str, schedule: bool, parts: tuple[str, str, str]) -> None:
    """What references print is told from the word before it and the marks that close it."""
    assert heading_number(label, schedule=schedule) == HeadingNumber(*parts)
