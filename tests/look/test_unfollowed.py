"""What Word follows and the PDF does not: a warning each, which names style or place and element."""

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
    said,
)
from tests.look.test_followed import LOGO, TITLE, with_logo

PARAGRAPH = [
    ('<w:framePr w:w="100"/>', "w:framePr"),
    ("<w:mirrorIndents/>", "w:mirrorIndents"),
    ("<w:bidi/>", "w:bidi"),
    ('<w:textAlignment w:val="top"/>', 'w:textAlignment w:val="top"'),
    ('<w:textDirection w:val="btLr"/>', 'w:textDirection w:val="btLr"'),
    ('<w:jc w:val="distribute"/>', 'w:jc w:val="distribute"'),
    ('<w:spacing w:beforeAutospacing="1"/>', 'w:spacing w:beforeAutospacing="1"'),
    ('<w:spacing w:afterLines="50"/>', 'w:spacing w:afterLines="50"'),
    ('<w:ind w:firstLineChars="200"/>', 'w:ind w:firstLineChars="200"'),
    ('<w:tabs><w:tab w:val="decimal" w:pos="800"/></w:tabs>', 'w:tab w:val="decimal"'),
    ('<w:tabs><w:tab w:val="right" w:leader="heavy" w:pos="800"/></w:tabs>', 'w:tab w:leader="heavy"'),
    ('<w:pBdr><w:between w:val="single" w:sz="4"/></w:pBdr>', "w:between"),
    ('<w:pBdr><w:top w:val="double" w:sz="4"/></w:pBdr>', 'w:top w:val="double"'),
    ('<w:shd w:val="pct25" w:fill="FFFFFF"/>', 'w:shd w:val="pct25"'),
]
RUN = [
    ("<w:strike/>", "w:strike"),
    ("<w:dstrike/>", "w:dstrike"),
    ("<w:outline/>", "w:outline"),
    ("<w:shadow/>", "w:shadow"),
    ("<w:emboss/>", "w:emboss"),
    ("<w:vanish/>", "w:vanish"),
    ('<w:spacing w:val="40"/>', 'w:spacing w:val="40"'),
    ('<w:w w:val="90"/>', 'w:w w:val="90"'),
    ('<w:position w:val="6"/>', 'w:position w:val="6"'),
    ('<w:vertAlign w:val="superscript"/>', 'w:vertAlign w:val="superscript"'),
    ('<w:u w:val="wave"/>', 'w:u w:val="wave"'),
    ('<w:em w:val="dot"/>', 'w:em w:val="dot"'),
    ('<w:bdr w:val="single" w:sz="4"/>', 'w:bdr w:val="single"'),
    ('<w:rFonts w:ascii="Cambria" w:hAnsi="Arial"/>', 'w:rFonts w:hAnsi="Arial"'),
]


def only(data: bytes, code: str, *words: str) -> None:
    """`data` can be read, with one finding, which has this code and names these words."""
    look, report = read(data)
    assert look is not None and codes(report) == [code], said(report)
    for word in words:
        assert word in said(report)


@pytest.mark.parametrize(("xml", "element"), PARAGRAPH)
def test_paragraph_of_a_style(xml: str, element: str) -> None:
    """A paragraph property that is not followed is named with its style."""
    only(in_style("Note", p=xml), "W500", "`Note`", f"`{element}`")


@pytest.mark.parametrize(("xml", "element"), RUN)
def test_characters_of_a_style(xml: str, element: str) -> None:
    """A character property that is not followed is named with its style."""
    only(in_style("Note", r=xml), "W500", "`Note`", f"`{element}`")


@pytest.mark.parametrize(
    "xml", ["<w:strike w:val='0'/>", "<w:spacing w:val='0'/>", "<w:w w:val='100'/>", "<w:vertAlign w:val='baseline'/>"]
)
def test_what_changes_nothing_is_no_finding(xml: str) -> None:
    """An element that only says what holds anyway is passed over."""
    look, report = read(in_style("Note", r=xml))
    assert look is not None and not len(report), said(report)


def test_a_base_style_counts_as_used() -> None:
    """What a used style inherits is named once, with the style that says it."""
    only(in_style("Normal", r="<w:strike/>"), "W500", "`Normal`", "`w:strike`")


def test_a_character_style_with_small_capitals() -> None:
    """A character style has no small capitals."""
    only(in_style("Strong", r="<w:smallCaps/>"), "W500", "`Strong`", "`w:smallCaps`")


@pytest.mark.parametrize(
    ("old", "new", "element"),
    [
        ("<w:tblBorders>", '<w:jc w:val="center"/><w:tblBorders>', "w:jc"),
        ("<w:tblBorders>", '<w:tblInd w:w="100" w:type="dxa"/><w:tblBorders>', "w:tblInd"),
        ("<w:tblBorders>", '<w:tblCellSpacing w:w="20" w:type="dxa"/><w:tblBorders>', "w:tblCellSpacing"),
        ('<w:tblStylePr w:type="firstRow">', '<w:tblStylePr w:type="lastRow"/><w:tblStylePr w:type="firstRow">',
         'w:tblStylePr w:type="lastRow"'),
        ('<w:tblStylePr w:type="firstRow">', '<w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/></w:pPr>',
         'w:jc w:val="center"'),
        ("<w:tcBorders>", '<w:vAlign w:val="center"/><w:tcBorders>', "w:vAlign"),
    ],
)  # fmt: skip
def test_table_style(old: str, new: str, element: str) -> None:
    """Beyond borders, margins and first row a table style says nothing."""
    only(edited(STYLES, (f"{old}", new)), "W500", "`Contract Table`", element)


@pytest.mark.parametrize(
    ("new", "element"),
    [
        ('<w:cols w:num="2" w:equalWidth="0"/>', 'w:cols w:num="2" w:equalWidth="0"'),
        ('<w:cols/><w:pgBorders/>', "w:pgBorders"),
        ('<w:cols/><w:vAlign w:val="center"/>', 'w:vAlign w:val="center"'),
        ('<w:lnNumType w:countBy="1"/>', "w:lnNumType"),
        ('<w:pgNumType w:start="5"/>', 'w:pgNumType w:start="5"'),
        ('<w:cols/><w:docGrid w:type="lines" w:linePitch="360"/>', 'w:docGrid w:type="lines"'),
        ("<w:cols/><w:bidi/>", "w:bidi"),
        ('<w:headerReference w:type="even" r:id="header1"/>', 'w:headerReference w:type="even"'),
    ],
)  # fmt: skip
def test_section(new: str, element: str) -> None:
    """Columns, page borders, line numbers and the like are named."""
    only(edited(DOCUMENT, ('<w:cols w:space="708"/>', new)), "W502", f"`{element}`")


def test_further_section() -> None:
    """A look has one section."""
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:sectPr>"
    look, report = read(edited(DOCUMENT, ("<w:sectPr>", section)))
    assert look is not None and codes(report) == ["W502", "W505"] and "w:sectPr (2)" in said(report)


@pytest.mark.parametrize(
    ("xml", "element"),
    [
        ("<w:r><w:t>x</w:t><w:pict/></w:r>", "w:pict"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F04A'/></w:r>", "w:sym"),
        ("<w:r><w:br w:type='page'/></w:r>", 'w:br w:type="page"'),
        ('<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>', "w:ptab"),
        ('<w:fldSimple w:instr="DATE"/>', "w:fldChar (DATE)"),
        ('<w:fldSimple w:instr="PAGE \\* ROMAN"/>', "w:fldChar (PAGE \\* ROMAN)"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>x</w:t></w:r>", "w:strike"),
        ('<w:hyperlink w:anchor="x"><w:r><w:t>x</w:t></w:r></w:hyperlink>', "w:hyperlink"),
        (LOGO.replace("wp:inline", "wp:anchor"), "wp:anchor"),
    ],
)
def test_header(xml: str, element: str) -> None:
    """What stands in a header and is not followed is named with its file."""
    only(edited(HEADER, (TITLE, xml)), "W503", "`header1.xml`", f"`{element}`")


def test_header_table() -> None:
    """A table in a footer is not followed."""
    only(edited(FOOTER, ("<w:p>", "<w:tbl/><w:p>")), "W503", "`footer1.xml`", "`w:tbl`")


@pytest.mark.parametrize(
    ("xml", "element"),
    [
        (LOGO.replace("<a:blip", '<a:srcRect l="10"/><a:blip'), "`a:srcRect`"),
        (LOGO.replace("<a:blip", '<a:xfrm rot="900000"/><a:blip'), "`a:xfrm`"),
    ],
)
def test_changed_logo(xml: str, element: str) -> None:
    """A logo that is cropped or turned in Word is not so in the PDF."""
    only(with_logo(xml), "W503", element)


def test_logo_of_another_format() -> None:
    """Only PNG and JPEG are drawn: a logo that the PDF would lack is refused."""
    look, report = read(with_logo(LOGO, b"<svg/>"))
    assert look is None and codes(report) == ["E527"], said(report)


def test_condition_over_several_runs() -> None:
    """Word's document follows a condition that spans runs of different looks; the PDF cannot."""
    xml = (
        "<w:r><w:t>{% if draft_notice %}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r>"
        "<w:r><w:t>{% endif %}</w:t></w:r>"
    )
    look, report = read(edited(HEADER, (TITLE, xml)))
    assert look is not None and set(codes(report)) == {"W503"} and "{% if draft_notice %}" in said(report)


@pytest.mark.parametrize(
    ("old", "new", "element"),
    [
        ('<w:start w:val="1"/>', '<w:start w:val="5"/>', 'w:start w:val="5"'),
        ('<w:start w:val="1"/>', '<w:start w:val="1"/><w:lvlRestart w:val="0"/>', 'w:lvlRestart w:val="0"'),
        ('<w:start w:val="1"/>', '<w:start w:val="1"/><w:isLgl/>', "w:isLgl"),
        ("<w:pPr>", "<w:pPr><w:keepNext/>", "w:keepNext"),
    ],
)
def test_list_level(old: str, new: str, element: str) -> None:
    """What a level says beyond indents and label is named with list and level."""
    only(edited(NUMBERING, (old, new)), "W501", "`Provisions 1`", f"`{element}`")


def test_symbol_bullet() -> None:
    """Word's own bullet out of Symbol becomes the like of it, with a warning."""
    data = edited(NUMBERING, ('w:val="•"', 'w:val="\uf0b7"'))
    only(data, "W501", "`Bullets 1`", "U+F0B7")
    look, _ = read(data)
    assert look is not None and look.numbering["Bullets"][0].text == "•"


def test_other_label() -> None:
    """A list that prints other labels than documents compute is named."""
    only(edited(NUMBERING, ('w:val="%1.%2"', 'w:val="%1-%2"')), "W506", "`Provisions`", "%1-%2", "%1.%2")


@pytest.mark.parametrize(
    ("new", "element"),
    [
        ("<w:updateFields/>", "w:updateFields"),
        ("<w:evenAndOddHeaders/>", "w:evenAndOddHeaders"),
        ("<w:mirrorMargins/>", "w:mirrorMargins"),
        ('<w:hyphenationZone w:val="425"/>', 'w:hyphenationZone w:val="425"'),
        ("<w:doNotHyphenateCaps/>", "w:doNotHyphenateCaps"),
    ],
)
def test_settings(new: str, element: str) -> None:
    """Settings that change lines, pages or what happens at opening are named."""
    only(edited(SETTINGS, (HYPHENS, f"{HYPHENS}{new}")), "W504", f"`{element}`")


@pytest.mark.parametrize(
    ("xml", "words"),
    [("<w:p><w:r><w:t>Portada</w:t></w:r></w:p>", "Portada"), ("<w:tbl/>", "w:tbl"), ("<w:p/>", "w:p")],
)
def test_beside_the_body(xml: str, words: str) -> None:
    """What stands beside the body stands in Word only."""
    only(edited(DOCUMENT, ("<w:sectPr>", f"{xml}<w:sectPr>")), "W505", words)
