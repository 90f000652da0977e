"""What a template must have: styles, lists bound to them, one body, font files."""

import re
import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.look.templates import (
    DOCUMENT,
    FONTS,
    NAME,
    NUMBERING,
    STYLES,
    codes,
    edited,
    in_style,
    packed,
    parts,
    read,
    said,
)
from vadocs.diagnostics import Report
from vadocs.readers.look import read_look

BODY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t xml:space="preserve">{{p body }}</w:t></w:r></w:p>'


def refused(data: bytes, code: str, *words: str) -> None:
    """`data` gives no look, and only errors of this code, which say these words."""
    look, report = read(data)
    assert look is None and set(codes(report)) == {code}, said(report)
    for word in words:
        assert word in said(report)


def test_missing_styles_are_listed() -> None:
    """One error names all styles that are missing: of paragraphs, characters, tables."""
    data = edited(
        STYLES,
        ('<w:name w:val="Note"/>', '<w:name w:val="Nota"/>'),
        ('<w:name w:val="Emphasis"/>', '<w:name w:val="Énfasis"/>'),
        ('<w:name w:val="Contract Table"/>', '<w:name w:val="Tabla"/>'),
    )
    refused(data, "E518", "Note, Emphasis, Contract Table")


def test_a_style_of_another_kind_does_not_count() -> None:
    """A paragraph style named Strong is not the character style."""
    data = edited(
        STYLES, ('<w:style w:type="character" w:styleId="Strong">', '<w:style w:type="paragraph" w:styleId="Strong">')
    )
    refused(data, "E518", "Strong")


def test_aliases_count() -> None:
    """A style found by one of its aliases counts as that style."""
    data = edited(STYLES, ('<w:name w:val="Note"/>', '<w:name w:val="Nota"/><w:aliases w:val="Otra,note"/>'))
    look, report = read(data)
    assert look is not None and not len(report), said(report)


def test_style_based_on_itself() -> None:
    """A ring of styles is an error, not an endless walk."""
    data = edited(
        STYLES,
        ('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="BodyText"/>'),
    )
    look, report = read(data)
    assert look is None and set(codes(report)) == {"E524"}, said(report)


def test_missing_lists_are_named() -> None:
    """Lists are known by the name of their abstractNum, or else by the styles that point at them."""
    files = parts()
    files[NUMBERING] = re.sub('<w:name w:val="(Letters|Bullets)"/>', "", files[NUMBERING].decode()).encode()
    pointing = '<w:numPr><w:ilvl [^>]*/><w:numId w:val="[45]"/></w:numPr>'
    files[STYLES] = re.sub(pointing, "", files[STYLES].decode()).encode()
    look, report = read(packed(files))
    assert look is None and "E519" in codes(report) and "Letters, Bullets" in said(report)


def test_level_bound_to_no_style() -> None:
    """A style that has lost its numbering is named with list and level."""
    data = edited(STYLES, ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', ""))
    refused(data, "E526", "level 2", "`Provisions`", "`Clause Paragraph`")


def test_the_level_that_names_the_style_wins() -> None:
    """Word takes the level by its `pStyle`, whatever `ilvl` the style says."""
    data = edited(
        STYLES,
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    )
    look, report = read(data)
    assert look is not None and look.styles["Clause Paragraph"].numbering == ("Provisions", 1), said(report)


@pytest.mark.parametrize(
    ("xml", "count"),
    [
        ("", "0"),
        (BODY + BODY, "2"),
        (BODY.replace("{{p body }}", "Texto {{p body }}"), "0"),
        (f"<w:tbl><w:tr><w:tc>{BODY}</w:tc></w:tr></w:tbl>", "0"),
    ],
)
def test_one_body(xml: str, count: str) -> None:
    """The body has one place, alone in a paragraph that is not in a table."""
    look, report = read(edited(DOCUMENT, (BODY, xml)))
    assert look is None and "E523" in codes(report) and f"there are {count}" in said(report)


def test_body_split_over_runs() -> None:
    """Word may split the tag; it is found all the same."""
    split = BODY.replace("{{p body }}", '{{</w:t></w:r><w:r><w:t xml:space="preserve">p bo</w:t></w:r><w:r><w:t>dy }}')
    look, report = read(edited(DOCUMENT, (BODY, split)))
    assert look is not None and not len(report), said(report)


def test_font_without_twin() -> None:
    """A font that cannot be embedded is an error; the hint lists those that can."""
    data = in_style("Note", r='<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>')
    refused(data, "E520", "`Georgia`")
    _, report = read(data)
    (finding,) = report
    for pair in (
        "Cambria → Caladea",
        "Calibri → Carlito",
        "Times New Roman → Liberation Serif",
        "Arial → Liberation Sans",
    ):
        assert pair in finding.hints[0].text("es")


@pytest.mark.parametrize(
    ("family", "twin"),
    [
        ("Calibri", "Carlito"),
        ("Times New Roman", "Liberation Serif"),
        ("Arial", "Liberation Sans"),
        ("Carlito", "Carlito"),
    ],
)
def test_twins(family: str, twin: str) -> None:
    """Each family of Word that has a twin is found, and a twin by its own name."""
    look, report = read(in_style("Note", r=f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}"/>'))
    assert look is not None, said(report)
    assert {face.family for key, face in look.faces.items() if key[0] == family} == {twin}


def renamed(source: str, target: Path, family: str) -> None:
    """A copy of a bundled font under another family name."""
    with TTFont(FONTS / source) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = family
        font.save(target)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fonts folder with a whole family, "Letra Propia", in a folder of its own."""
    folder = tmp_path / "fonts" / "propia"
    folder.mkdir(parents=True)
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        renamed(f"carlito/Carlito-{style}.ttf", folder / f"{style}.ttf", "Letra Propia")
    return tmp_path / "fonts"


OWN = in_style("Note", r='<w:rFonts w:ascii="Letra Propia" w:hAnsi="Letra Propia"/>')


def test_font_of_the_workspace(workspace: Path) -> None:
    """A font is found by the name inside its file, whatever the file is called."""
    look, report = read(OWN, workspace)
    assert look is not None, said(report)
    assert look.faces["Letra Propia", True, True].path == str(workspace / "propia" / "BoldItalic.ttf")


def test_a_style_of_the_font_is_missing(workspace: Path) -> None:
    """Without its bold italic file a family is not whole: no other style stands in silently."""
    (workspace / "propia" / "BoldItalic.ttf").unlink()
    _, report = read(OWN, workspace)
    assert codes(report) == ["E521"] and "Bold Italic" in said(report)


def test_the_real_font_goes_before_its_twin(workspace: Path) -> None:
    """Who has Cambria itself in the workspace gets Cambria."""
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        renamed(f"caladea/Caladea-{style}.ttf", workspace / f"cambria-{style}.ttf", "Cambria")
    look, report = read(packed(parts()), workspace)
    assert look is not None and {face.family for face in look.faces.values()} == {"Cambria"}, said(report)


def test_an_earlier_folder_goes_first(tmp_path: Path) -> None:
    """Of two files for one face, the one in the earlier folder is taken."""
    shutil.copytree(FONTS / "caladea", tmp_path / "caladea")
    look, _ = read(packed(parts()), tmp_path)
    assert look is not None
    caladea = [face for face in look.faces.values() if face.family == "Caladea"]
    assert len(caladea) == 4 and all(Path(face.path).is_relative_to(tmp_path) for face in caladea)


def test_changed_font_is_read_again(workspace: Path) -> None:
    """Names are kept per process, but a file that changed is opened anew."""
    read(OWN, workspace)
    renamed("carlito/Carlito-Regular.ttf", workspace / "propia" / "Regular.ttf", "Otra")
    _, report = read(OWN, workspace)
    assert codes(report) == ["E521"] and "Regular" in said(report)


def test_font_that_may_not_be_embedded(workspace: Path) -> None:
    """The file's licence bits (OS/2 fsType 2) forbid embedding."""
    path = workspace / "propia" / "Bold.ttf"
    with TTFont(path) as font:
        font["OS/2"].fsType = 2
        font.save(path)
    _, report = read(OWN, workspace)
    assert codes(report) == ["E522"] and "Bold.ttf" in said(report)
    (finding,) = report
    assert finding.hints[0].id == "H522.restricted"


def test_broken_font_file(workspace: Path) -> None:
    """A file that is no font does not stop the search; if it is the one that is needed, it is named."""
    (workspace / "junk.ttf").write_bytes(b"\x00\x01\x00\x00 not a font")
    look, report = read(OWN, workspace)
    assert look is not None, said(report)


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    """A workspace without fonts folder is no fault."""
    report = Report()
    assert read_look(packed(parts()), NAME, (tmp_path / "none", FONTS), report) is not None
    assert not len(report)
