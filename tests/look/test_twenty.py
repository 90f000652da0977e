"""Thirty things people do in Word that the PDF does not follow: each is named, with its place, in both languages."""

from collections.abc import Callable

import pytest

from tests.look.templates import (
    DOCUMENT,
    FOOTER,
    HEADER,
    HYPHENS,
    NUMBERING,
    SETTINGS,
    STYLES,
    codes,
    edited,
    in_style,
    read,
)
from tests.look.test_followed import LOGO, TITLE, with_logo

TEXT_BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing/>'
    "</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
)
WATERMARK = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="PowerPlusWaterMarkObject1" type="#_x0000_t136">'
    '<v:textpath string="BORRADOR"/></v:shape></w:pict></w:r>'
)


def note(p: str = "", r: str = "") -> bytes:
    """Something done to the style Note."""
    return in_style("Note", p=p, r=r)


def header(xml: str) -> bytes:
    """Something put into the header."""
    return edited(HEADER, (TITLE, xml))


def section(xml: str) -> bytes:
    """Something said of the section."""
    return edited(DOCUMENT, ('<w:cols w:space="708"/>', xml))


def settings(xml: str) -> bytes:
    """Something said in the settings."""
    return edited(SETTINGS, (HYPHENS, HYPHENS + xml))


def table(xml: str) -> bytes:
    """A conditional format of the table style."""
    return edited(STYLES, ('<w:tblStylePr w:type="firstRow">', f'{xml}<w:tblStylePr w:type="firstRow">'))


NOTE, FIRST, TABLE, LIST = "`Note`", "`header1.xml`", "`Contract Table`", "`Provisions 1`"
THINGS: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "text box": (lambda: header(TEXT_BOX), FIRST, "mc:AlternateContent"),
    "watermark": (lambda: header(WATERMARK), FIRST, "w:pict"),
    "floating picture": (lambda: with_logo(LOGO.replace("wp:inline", "wp:anchor")), FIRST, "wp:anchor"),
    "cropped picture": (lambda: with_logo(LOGO.replace("<a:blip", '<a:srcRect l="9"/><a:blip')), FIRST, "a:srcRect"),
    "symbol": (lambda: header('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'), FIRST, "w:sym"),
    "date field": (lambda: header('<w:fldSimple w:instr="DATE"/>'), FIRST, "DATE"),
    "roman page number": (lambda: header('<w:fldSimple w:instr="PAGE \\* ROMAN"/>'), FIRST, "ROMAN"),
    "alignment tab": (lambda: header('<w:r><w:ptab w:alignment="right"/></w:r>'), FIRST, "w:ptab"),
    "table in the footer": (lambda: edited(FOOTER, ("<w:p>", "<w:tbl/><w:p>")), "`footer1.xml`", "w:tbl"),
    "columns": (lambda: section('<w:cols w:num="2" w:sep="1"/>'), "", 'w:cols w:num="2" w:sep="1"'),
    "page borders": (lambda: section("<w:cols/><w:pgBorders/>"), "", "w:pgBorders"),
    "line numbers": (lambda: section('<w:lnNumType w:countBy="1"/><w:cols/>'), "", "w:lnNumType"),
    "text in the middle of the page": (lambda: section('<w:cols/><w:vAlign w:val="center"/>'), "", "w:vAlign"),
    "document grid": (lambda: section('<w:cols/><w:docGrid w:type="lines"/>'), "", "w:docGrid"),
    "section from right to left": (lambda: section("<w:cols/><w:bidi/>"), "", "w:bidi"),
    "text turned": (lambda: section('<w:cols/><w:textDirection w:val="tbRl"/>'), "", "w:textDirection"),
    "gutter": (lambda: edited(DOCUMENT, ('w:gutter="0"', 'w:gutter="284"')), "", 'w:gutter="284"'),
    "page numbers from five": (lambda: section('<w:pgNumType w:start="5"/><w:cols/>'), "", 'w:start="5"'),
    "even and odd pages": (lambda: settings("<w:evenAndOddHeaders/>"), "", "w:evenAndOddHeaders"),
    "mirrored margins": (lambda: settings("<w:mirrorMargins/>"), "", "w:mirrorMargins"),
    "drop cap": (lambda: note(p='<w:framePr w:dropCap="drop" w:lines="3"/>'), NOTE, "w:framePr"),
    "paragraph from right to left": (lambda: note(p="<w:bidi/>"), NOTE, "w:bidi"),
    "distributed text": (lambda: note(p='<w:jc w:val="distribute"/>'), NOTE, "distribute"),
    "decimal tab": (lambda: note(p='<w:tabs><w:tab w:val="decimal" w:pos="9"/></w:tabs>'), NOTE, "decimal"),
    "odd leader": (lambda: note(p='<w:tabs><w:tab w:val="right" w:leader="middleDot" w:pos="9"/></w:tabs>'), NOTE,
                   "middleDot"),
    "double border": (lambda: note(p='<w:pBdr><w:top w:val="double" w:sz="4"/></w:pBdr>'), NOTE, "double"),
    "patterned shading": (lambda: note(p='<w:shd w:val="pct25" w:fill="FFFFFF"/>'), NOTE, "pct25"),
    "struck through": (lambda: note(r="<w:strike/>"), NOTE, "w:strike"),
    "spaced letters": (lambda: note(r='<w:spacing w:val="40"/>'), NOTE, "w:spacing"),
    "stretched letters": (lambda: note(r='<w:w w:val="90"/>'), NOTE, "w:w"),
    "raised": (lambda: note(r='<w:vertAlign w:val="superscript"/>'), NOTE, "superscript"),
    "outlined": (lambda: note(r="<w:outline/>"), NOTE, "w:outline"),
    "shadow": (lambda: note(r="<w:shadow/>"), NOTE, "w:shadow"),
    "letters from right to left": (lambda: note(r="<w:rtl/>"), NOTE, "w:rtl"),
    "modern effect": (lambda: note(
        r='<w14:glow xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>'), NOTE, "w14:glow"),
    "banded rows": (lambda: table('<w:tblStylePr w:type="band1Horz"/>'), TABLE, "band1Horz"),
    "total row": (lambda: table('<w:tblStylePr w:type="lastRow"/>'), TABLE, "lastRow"),
    "list from five": (lambda: edited(NUMBERING, ('<w:start w:val="1"/>', '<w:start w:val="5"/>')), LIST, 'w:val="5"'),
    "cover": (lambda: edited(DOCUMENT, ("<w:sectPr>", "<w:p><w:r><w:t>Portada</w:t></w:r></w:p><w:sectPr>")), "Portada",
              "w:p"),
}  # fmt: skip
"""What is done, where it is named, and the words for it."""


@pytest.mark.parametrize("name", THINGS)
def test_named(name: str) -> None:
    """The template is taken; one warning names place and element, and its hint what to do, in both languages."""
    make, place, element = THINGS[name]
    look, report = read(make())
    assert look is not None and len(report) == 1, [each.message("en") for each in report]
    (finding,) = report
    assert finding.code.startswith("W50")
    spanish, english = finding.message("es"), finding.message("en")
    assert spanish != english and "plantilla" in spanish and "template" in english
    for text in (spanish, english):
        assert place in text and element in text
    (advice,) = finding.hints
    assert "PDF" in advice.text("es") and advice.text("es") != advice.text("en")


def test_they_are_many() -> None:
    """More than twenty different things, in styles, lists, tables, section, settings, header and footer."""
    told = {tuple(codes(read(make())[1])) for make, _, _ in THINGS.values()}
    assert told == {("W500",), ("W501",), ("W502",), ("W503",), ("W504",), ("W505",)}
    assert len(THINGS) > 20
