"""A look of one's own: copied under a name, never over another, and its faults pointed to in Word."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.typing_in import ROOT, spec, typed
from tests.errors.templates import CASES
from tests.look.templates import DOCUMENT, HEADER, edited, in_style
from tests.look.test_followed import TITLE
from vadocs.diagnostics import Exit
from vadocs.model.styles import CHARACTERS, PARAGRAPHS, STAND_INS, TABLE
from vadocs.readers.bundled import bundled_templates
from vadocs.readers.look.whereabouts import SPANISH, shown_in_english, shown_in_spanish


def test_a_look_is_copied_under_a_name_of_its_own(here: Path) -> None:
    """The copy is byte for byte the look that is named, listed, fit, and a spec can be rendered in it at once."""
    (here / "practice.yaml").write_text("{}\n", encoding="utf-8")
    answer = typed("template", "new", "mi-marca", "--from", "calido")
    assert answer.code is Exit.DONE
    made = here / "templates" / "mi-marca.docx"
    assert made.read_bytes() == (bundled_templates() / "looks" / "calido.docx").read_bytes()
    assert "docs/aspecto.md" in answer.err and "{look: mi-marca}" in answer.err
    assert "mi-marca  (templates/mi-marca.docx)" in typed("template", "list").out
    spec(here)
    assert typed("render", "levante.vadocs.yaml", "--look", "mi-marca", "--formats", "native").code is Exit.DONE


def test_nothing_is_overwritten(here: Path) -> None:
    """A name that is taken, also by a bundled look, is told, and the file stays."""
    (here / "practice.yaml").write_text("{}\n", encoding="utf-8")
    (here / "templates").mkdir()
    (here / "templates" / "mia.docx").write_bytes(b"mia")
    for name in ("mia", "sobrio"):
        answer = typed("template", "new", name)
        assert answer.code is Exit.INPUT and "error[E679]" in answer.err
    assert (here / "templates" / "mia.docx").read_bytes() == b"mia"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["Mía"], "E678"), (["nul"], "E678"), (["../otra"], "E678"), (["mia", "--from", "sobro"], "E707"),
        (["mia"], "E677"),
    ],
)  # fmt: skip
def test_what_cannot_be_copied_is_told(arguments: list[str], code: str, here: Path) -> None:
    """A name that is none, a look that is none, no workspace: nothing is written."""
    answer = typed("template", "new", *arguments, "--json")
    assert (answer.code, answer.codes) == (Exit.INPUT, [code])
    assert not list(here.iterdir())


@pytest.mark.parametrize(
    ("language", "style", "header"),
    [
        ("es", "clic derecho en «Título 2», Modificar", "doble clic en el encabezado de la"),
        ("en", "right click on “Heading 2”, Modify", "double click on the header of the"),
    ],
)
def test_a_finding_leads_to_its_place_in_word(language: str, style: str, header: str, here: Path) -> None:
    """A style by the name that Word shows in that language; a header by where it is seen; a tag with both."""
    (here / "a.docx").write_bytes(in_style("heading 2", r="<w:emboss/>"))
    (here / "b.docx").write_bytes(edited(HEADER, (TITLE, "<w:r><w:t>{{ client }}</w:t></w:r>")))
    assert style in typed("template", "check", "a.docx", language=language).err
    told = typed("template", "check", "b.docx", language=language).err
    assert "E532" in told and header in told


def test_a_look_is_checked_by_its_name_too(here: Path) -> None:
    """The name of a look stands for its file, that of a workspace and one that comes with vadocs."""
    (here / "practice.yaml").write_text("{}\n", encoding="utf-8")
    assert typed("template", "new", "mi-marca").code is Exit.DONE
    for name in ("mi-marca", "sobrio"):
        answer = typed("template", "check", name)
        assert (answer.code, f"{name}.docx: sin hallazgos" in answer.out) == (Exit.DONE, True)
    assert "E705" in typed("template", "check", "mi-marcas").err


def test_as_json_each_hint_of_the_text_is_there(here: Path) -> None:
    """A program that shows the findings leads to the same place in Word."""
    (here / "b.docx").write_bytes(edited(HEADER, (TITLE, "<w:r><w:t>{{ client }}</w:t></w:r>")))
    answer = typed("template", "check", "b.docx", "--json")
    hints = [one["text"] for found in answer.objects if found["kind"] == "finding" for one in found["hints"]]
    assert any("doble clic en el encabezado de la" in text for text in hints)
    told = typed("template", "check", "b.docx").err
    assert len(hints) == told.count("ayuda: ") and all(text in told for text in hints)


def test_a_template_that_cannot_be_opened_leads_nowhere(here: Path) -> None:
    """Its finding stands as it is."""
    (here / "a.docx").write_bytes(edited(DOCUMENT, ("<w:body>", "<w:body")))
    answer = typed("template", "check", "a.docx")
    assert answer.code is Exit.INPUT and "en Word:" not in answer.err


@pytest.mark.parametrize("name", ["styles-missing", "macro-document-renamed"])
def test_what_is_wrong_with_the_file_itself_leads_nowhere(name: str, here: Path) -> None:
    """A part that is missing, or macros, are not to be found on the page."""
    (here / "a.docx").write_bytes(CASES[name]())
    answer = typed("template", "check", "a.docx")
    assert answer.code is Exit.INPUT and "en Word:" not in answer.err


def test_names_are_those_that_word_shows() -> None:
    """Built-in styles are translated, whatever the case of the file; our own keep their names."""
    assert (shown_in_spanish("heading 1"), shown_in_english("heading 1")) == ("Título 1", "Heading 1")
    assert (shown_in_spanish("Body Text"), shown_in_english("Body Text")) == ("Texto independiente", "Body Text")
    assert (shown_in_spanish("toc 2"), shown_in_english("toc 2")) == ("TDC 2", "TOC 2")
    assert shown_in_spanish("Clause Paragraph") == shown_in_english("Clause Paragraph") == "Clause Paragraph"
    assert all(name == name.casefold() for name in SPANISH)


@pytest.mark.parametrize(("page", "shown"), [("aspecto", shown_in_spanish), ("look", shown_in_english)])
def test_the_guide_tells_every_style(page: str, shown: Callable[[str], str]) -> None:
    """Each style that a look must have stands in the table under the name that Word shows.

    Its commands are carried out by tests/site/test_blocks.py.
    """
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| \*\*(.+?)\*\*", text, re.MULTILINE))
    wanted = {shown(name) for name in (*PARAGRAPHS, *CHARACTERS, *STAND_INS, TABLE, "header", "footer")}
    assert told == wanted
    assert (ROOT / "docs" / re.findall(r"!\[.+\]\((.+)\)", text)[0]).is_file()
