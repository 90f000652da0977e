"""The bundled look: made the same each time, valid, and read as it was meant."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from tests.look.templates import FONTS, ROOT, SOBRIO, checked, codes, look_of
from vadocs.model.look import Border, Look, Tab
from vadocs.model.styles import CHARACTERS, PARAGRAPHS, STAND_INS
from vadocs.templating import RUNNING, check_expressions

pytestmark = pytest.mark.xdist_group("sobrio")

SCRIPT = ROOT / "templates" / "looks" / "make_sobrio.py"


@pytest.fixture(scope="module")
def sobrio() -> Look:
    """The bundled look, read without any finding."""
    return look_of(SOBRIO.read_bytes())


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_script_makes_the_committed_file(seed: str, tmp_path: Path) -> None:
    """Each run of the script, in a process, folder and hash seed of its own, gives the committed bytes."""
    made = tmp_path / "made.docx"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, str(SCRIPT), str(made)], check=True, cwd=tmp_path, env=environment)
    assert made.read_bytes() == SOBRIO.read_bytes()


def test_parts_are_stored(sobrio: Look) -> None:
    """No part is deflated, so that the bytes do not depend on a build of zlib."""
    with zipfile.ZipFile(SOBRIO) as archive:
        assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_STORED}
    assert sobrio.source == SOBRIO.read_bytes()


def test_valid_by_the_schemas(docx_schema: Any) -> None:
    """The look satisfies ECMA-376 and the reference checks."""
    (verdict,) = docx_schema.check([SOBRIO])
    assert verdict.errors == ()


def test_opens_in_libreoffice(libreoffice: Any) -> None:
    """LibreOffice opens the look and finds the one paragraph of the body."""
    (reading,) = libreoffice.read([SOBRIO])
    assert [paragraph.text for paragraph in reading.paragraphs] == ["{{p body }}"]


def test_every_style_is_there_by_its_name(sobrio: Look) -> None:
    """Word stores "heading 1"; the look has it under the name that documents ask for."""
    assert tuple(sobrio.styles) == PARAGRAPHS
    assert tuple(sobrio.characters) == (*CHARACTERS, *STAND_INS)
    assert sobrio.styles["Heading 1"].name == "Heading 1"


def test_page(sobrio: Look) -> None:
    """A4; the text is 326 points wide."""
    assert (sobrio.paper.width, sobrio.paper.height) == (595.3, 841.9)
    assert sobrio.paper.measure == pytest.approx(326.0)
    assert (sobrio.paper.top, sobrio.paper.bottom) == (82.0, 74.0)


def test_lines_hold_66_to_80_characters(sobrio: Look) -> None:
    """Spanish prose in the body's face fills a line with a readable number of characters."""
    prose = (
        "La Parte Prestadora emitirá la factura el día 1 de cada mes, por mes anticipado, y el Cliente la abonará en "
        "los cinco días naturales siguientes a su recepción, mediante transferencia a la cuenta indicada en ella."
    )
    body = sobrio.styles["Body Text"].run
    with TTFont(sobrio.faces[body.font, False, False].path) as font:
        widths, codes, units = font["hmtx"], font.getBestCmap(), font["head"].unitsPerEm
        width = sum(widths[codes[ord(character)]][0] for character in prose) / units * body.size / len(prose)
    assert 66 <= sobrio.paper.measure / width <= 80


def test_body(sobrio: Look) -> None:
    """Body text: Cambria 10.5 on exactly 13.5 points, left-aligned, kerned, widows controlled, never hyphenated."""
    body = sobrio.styles["Body Text"]
    assert (body.run.font, body.run.size, body.run.colour, body.run.kern) == ("Cambria", 10.5, "000000", 1.0)
    assert (body.line_rule, body.line, body.alignment) == ("exact", 13.5, "left")
    assert (body.before, body.after, body.widow_control) == (5.0, 3.0, True)
    assert not sobrio.hyphenate


def test_every_line_is_exact(sobrio: Look) -> None:
    """No style takes its height from the face, whose twin may be of other heights."""
    running = sobrio.running
    stories = (running.header, running.footer, running.first_header or (), running.first_footer or ())
    styles = [*sobrio.styles.values(), *(paragraph.style for story in stories for paragraph in story)]
    assert {style.line_rule for style in styles} == {"exact"}
    assert {style.alignment for style in styles} == {"left", "center"}


def test_headings_stay_with_what_follows(sobrio: Look) -> None:
    """Headings keep with the next paragraph, in one piece, unhyphenated, and carry an outline level."""
    for name in (
        "Heading 1",
        "Heading 1 Ordinal",
        "Schedule Heading",
        "Heading Plain",
        "Heading 2",
        "Heading 3",
        "Division",
    ):
        style = sobrio.styles[name]
        assert style.keep_next and style.keep_lines and not style.hyphenate and style.outline is not None, name
    assert sobrio.styles["Schedule Heading"].page_break_before


def test_no_style_changes_letters(sobrio: Look) -> None:
    """Capitals are typed, never made by a style: the text is the same letter for letter everywhere."""
    assert not any(style.run.caps or style.run.small_caps for style in sobrio.styles.values())


def test_numbers_hang_in_the_margin(sobrio: Look) -> None:
    """Headings, numbered paragraphs and lists share the left edge of the text; their numbers hang left of it."""
    for name in ("Heading 1", "Clause Paragraph", "Clause Paragraph Ordinal", "Schedule Paragraph"):
        assert (sobrio.styles[name].left, sobrio.styles[name].first_line) == (0.0, -32.0), name
    letter = sobrio.styles["List Letter"]
    assert letter.left + letter.first_line == 0.0


def test_lists(sobrio: Look) -> None:
    """The five lists by name; each level is bound to its style, and prints the label that documents compute."""
    levels = {name: [(level.text, level.style) for level in levels] for name, levels in sobrio.numbering.items()}
    assert levels == {
        "Provisions": [("%1.", "heading 1"), ("%1.%2", "Clause Paragraph")],
        "Ordinals": [("", "Heading 1 Ordinal"), ("%2.", "Clause Paragraph Ordinal")],
        "Schedules": [("", "Schedule Heading"), ("%2.", "Schedule Paragraph")],
        "Letters": [("(%1)", "List Letter"), ("(%2)", "List Letter 2"), ("(%3)", "List Letter 3")],
        "Bullets": [("•", "List Bullet"), ("–", "List Bullet 2"), ("•", "List Bullet 3")],
    }
    assert [level.format for level in sobrio.numbering["Letters"]] == ["lowerLetter", "lowerRoman", "upperLetter"]
    assert sobrio.numbering["Ordinals"][0].suffix == "nothing"
    assert sobrio.styles["Clause Paragraph"].numbering == ("Provisions", 1)
    label = sobrio.numbering["Provisions"][1].run
    assert label is not None and (label.colour, label.size) == ("5A6472", 10.5)


def test_table(sobrio: Look) -> None:
    """Fine rules between rows, stronger ones above and below, none between columns."""
    table = sobrio.tables["Contract Table"]
    strong, fine = Border(0.75, "1F3350"), Border(0.5, "C3C9D1")
    assert table.borders == {"top": strong, "bottom": strong, "insideH": fine}
    assert table.margins == (3.5, 5.0, 3.5, 5.0)
    assert (table.first_row, table.first_row_shading) == (None, "F3F5F8")
    assert table.first_row_borders == {"bottom": strong}


def test_characters(sobrio: Look) -> None:
    """Strong and Emphasis change one thing each; an open point is marked."""
    assert sobrio.characters["Strong"].bold is True and sobrio.characters["Strong"].italic is None
    assert sobrio.characters["Emphasis"].italic is True
    assert sobrio.characters["Open Point"].highlight == "FCE8A6"
    assert sobrio.characters["Hyperlink"].underline is True


def test_header_and_footer(sobrio: Look) -> None:
    """Title and number above, parties and page below; the draft's notice on every page, the first included."""
    header, notice = sobrio.running.header
    assert [part.text or part.kind for part in header.parts] == ["{{ title }}", "tab", "{{ number }} · v{{ version }}"]
    assert header.style.tabs == (Tab(326.0, "right"),)
    assert [part.text for part in notice.parts] == ["{{ draft_notice }}"]
    (footer,) = sobrio.running.footer
    assert [part.text or part.kind for part in footer.parts] == [
        "{{ parties }}", "tab", "{{ page_word }} ", "page", " {{ of_word }} ", "pages",
    ]  # fmt: skip
    assert sobrio.running.first_footer == sobrio.running.footer
    assert sobrio.running.first_header is not None
    quiet = sobrio.running.first_header[0].parts[-1].run
    assert quiet is not None and (quiet.bold, quiet.size, quiet.colour) == (False, 8.5, "5A6472")


def test_running_texts_are_known(sobrio: Look) -> None:
    """Header and footer ask for no text that a document lacks."""
    texts = [part.text for paragraph in (*sobrio.running.header, *sobrio.running.footer) for part in paragraph.parts]
    assert check_expressions(" ".join(texts), RUNNING) == []


def test_faces_are_the_twin(sobrio: Look) -> None:
    """Cambria is embedded as Caladea, and letters that Caladea has not as its supplement, in all four styles."""
    assert {(key[0], face.family) for key, face in sobrio.faces.items()} == {
        ("Cambria", "Caladea"), ("Liberation Serif", "Liberation Serif")
    }
    assert sobrio.supplements == {"Cambria": "Liberation Serif"}
    assert {key[1:] for key in sobrio.faces} == {(b, i) for b in (False, True) for i in (False, True)}
    assert all(Path(face.path).is_relative_to(FONTS) for face in sobrio.faces.values())


def test_template_check_finds_nothing() -> None:
    """The bundled look has nothing that spoils agreement."""
    assert codes(checked(SOBRIO.read_bytes())) == []
