"""What layout refuses, naming the field and the character, before anything is written."""

import unicodedata
from dataclasses import replace

import pytest

from tests.layout.documents import of_blocks
from tests.layout.looks import look
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model import styles
from vadocs.model.document import (
    Block,
    Callout,
    Cell,
    Columns,
    Figure,
    Form,
    Paragraph,
    Row,
    Table,
    Text,
    Value,
)


def found(*blocks: Block) -> list[tuple[str, dict[str, str]]]:
    """Codes and arguments of what layout reports; nothing is laid out."""
    report = Report()
    assert lay_out(of_blocks(*blocks), look(), report) is None
    return [(each.code, dict(each.args)) for each in report]


@pytest.mark.parametrize(
    ("text", "code", "character"),
    [
        ("Řeřicha \u4e2d", "E550", "\u4e2d"),
        ("שלום", "E551", "ו"),
        ("Contable \U0001f600", "E552", "\U0001f600"),
    ],
)
def test_a_character_is_named_with_its_field(text: str, code: str, character: str) -> None:
    """A character no face has, right-to-left text, a pictograph: the key of the spec and the character are told."""
    ((told, args),) = found(Paragraph((Value(text, "client.legal_name"),)))
    assert told == code and args["where"] == "client.legal_name"
    assert f"`{character}` (U+{ord(character):04X} {unicodedata.name(character)})" in args["characters"]


def test_an_unseen_character_is_told_by_its_name() -> None:
    """A control character or a lone combining mark has no shape to show."""
    ((code, args),) = found(Paragraph((Value("a\u200db\u0302", "client.trade_name"),)))
    assert (code, args["where"]) == ("E553", "client.trade_name")
    assert args["characters"] == "U+200D ZERO WIDTH JOINER, U+0302 COMBINING CIRCUMFLEX ACCENT"


def test_a_field_is_told_once() -> None:
    """However often it is printed, whatever its characters lack, and with a count of those past the fifth."""
    text = "日本 שלום \U0001f600 日"
    printed = (Paragraph((Value(each, "client.legal_name"),)) for each in (text, "本"))
    ((code, args),) = found(*printed)
    assert code == "E560"
    assert args["characters"].startswith("`日` (U+65E5") and args["characters"].endswith(", (+2)")


def test_composed_letters_are_accepted_decomposed() -> None:
    """An accent typed apart joins its letter."""
    report = Report()
    pages = lay_out(of_blocks(Paragraph((Value("Jose\u0301", "client.legal_name"),))), look(), report)
    assert pages is not None and not len(report)


@pytest.mark.parametrize("block", [Figure("no drawing", ""), Form(()), Columns((), ())])
def test_what_cannot_be_laid_out_is_refused(block: Block) -> None:
    """A node that is not supported yet is named, never dropped."""
    assert found(block) == [("E555", {"node": type(block).__name__, "where": "contract"})]


def test_a_callout_holds_paragraphs_only() -> None:
    """What else stands in it is named."""
    assert found(Callout("open", (Form(()),)))[0] == ("E555", {"node": "Form", "where": "contract"})


def test_a_table_of_too_many_columns() -> None:
    """Columns that the measure cannot hold are an error."""
    row = Row(tuple(Cell((Text("Responsabilidad"),)) for _ in range(9)))
    assert [code for code, _ in found(Table(None, (row,)))] == ["E557"]


def test_a_row_higher_than_a_page() -> None:
    """No page could show it."""
    row = Row((Cell((Text("palabra " * 1500),)),))
    assert [code for code, _ in found(Table(None, (row,)))] == ["E558"]


def test_a_face_the_look_does_not_have() -> None:
    """There is no silent fallback: family and form are named."""
    made = look()
    faces = {key: face for key, face in made.faces.items() if not key[1]}
    report = Report()
    body = replace(made.styles[styles.BODY], run=replace(made.styles[styles.BODY].run, bold=True))
    bare = replace(made, faces=faces, styles={**made.styles, styles.BODY: body})
    assert lay_out(of_blocks(Paragraph((Text("uno"),))), bare, report) is None
    assert [(each.code, dict(each.args)) for each in report] == [("E554", {"font": "Caladea", "form": "bold"})]


def test_a_style_the_look_does_not_have() -> None:
    """It is named."""
    made = look()
    report = Report()
    bare = replace(made, styles={name: style for name, style in made.styles.items() if name != styles.NOTE})
    assert lay_out(of_blocks(), bare, report) is None
    assert [(each.code, dict(each.args)) for each in report] == [("E556", {"style": "Note"})]


def test_margins_that_leave_no_room() -> None:
    """A page must hold text."""
    made = look()
    report = Report()
    assert lay_out(of_blocks(), replace(made, paper=replace(made.paper, top=400.0, bottom=400.0)), report) is None
    assert [each.code for each in report] == ["E559"]


def test_every_finding_has_both_languages() -> None:
    """The message and its hint are told in Spanish and English."""
    report = Report()
    lay_out(of_blocks(Paragraph((Value("\u4e2d", "client.legal_name"),))), look(), report)
    (finding,) = report
    assert "client.legal_name" in finding.message("es") and "client.legal_name" in finding.message("en")
    assert finding.hints[0].text("es") != finding.hints[0].text("en")
