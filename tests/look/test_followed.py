"""Each property of a template that is followed, read after an edit of its XML."""

import pytest

from tests.look.templates import (
    DOCUMENT,
    HEADER,
    HYPHENS,
    NUMBERING,
    SETTINGS,
    STYLES,
    TYPES,
    added,
    changed,
    edited,
    in_style,
    look_of,
    packed,
    parts,
)
from vadocs.model.look import Border, Look, ParagraphStyle, RunStyle, Tab

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="101010"/></a:dk1><a:accent1><a:srgbClr val="4472C4"/></a:accent1>'
    '</a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Calibri"/></a:majorFont><a:minorFont>'
    '<a:latin typeface="Arial"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


def themed(data: dict[str, bytes]) -> bytes:
    """These parts with a theme added."""
    rel = (
        '<Relationship Id="theme" Target="theme.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"/></Relationships>'
    )
    kind = (
        '<Override PartName="/word/theme.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )
    data["word/theme.xml"] = THEME.encode()
    data["word/_rels/document.xml.rels"] = data["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", rel.encode()
    )
    data["[Content_Types].xml"] = data["[Content_Types].xml"].replace(b"</Types>", kind.encode())
    return packed(data)


def note(p: str = "", r: str = "") -> ParagraphStyle:
    """The style Note with these elements added."""
    return look_of(in_style("Note", p=p, r=r)).styles["Note"]


@pytest.mark.parametrize(
    ("xml", "field", "value"),
    [
        ("<w:b/>", "bold", True),
        ('<w:b w:val="0"/>', "bold", False),
        ("<w:i/>", "italic", True),
        ('<w:i w:val="off"/>', "italic", False),
        ('<w:sz w:val="17"/>', "size", 8.5),
        ('<w:color w:val="ab12cd"/>', "colour", "AB12CD"),
        ('<w:color w:val="auto"/>', "colour", "000000"),
        ('<w:u w:val="single"/>', "underline", True),
        ('<w:u w:val="none"/>', "underline", False),
        ("<w:caps/>", "caps", True),
        ("<w:smallCaps/>", "small_caps", True),
        ('<w:highlight w:val="yellow"/>', "highlight", "FFFF00"),
        ('<w:highlight w:val="none"/>', "highlight", None),
        ('<w:shd w:val="clear" w:color="auto" w:fill="EEF0F2"/>', "highlight", "EEF0F2"),
        ('<w:kern w:val="28"/>', "kern", 14.0),
        ('<w:kern w:val="0"/>', "kern", None),
        ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "font", "Arial"),
    ],
)
def test_characters(xml: str, field: str, value: object) -> None:
    """Size, bold, italic, colour, underline, capitals, highlight, kerning, font."""
    assert getattr(note(r=xml).run, field) == value


@pytest.mark.parametrize(
    ("xml", "field", "value"),
    [
        ('<w:jc w:val="both"/>', "alignment", "both"),
        ('<w:jc w:val="end"/>', "alignment", "right"),
        ('<w:jc w:val="center"/>', "alignment", "center"),
        ('<w:ind w:left="240" w:right="120"/>', "left", 12.0),
        ('<w:ind w:start="1cm" w:right="120"/>', "left", pytest.approx(28.3465, abs=1e-3)),
        ('<w:ind w:left="240" w:right="120"/>', "right", 6.0),
        ('<w:ind w:firstLine="200"/>', "first_line", 10.0),
        ('<w:ind w:firstLine="200" w:hanging="100"/>', "first_line", -5.0),
        ('<w:spacing w:before="60"/>', "before", 3.0),
        ('<w:spacing w:after="60"/>', "after", 3.0),
        ('<w:spacing w:line="276"/>', "line_rule", "auto"),
        ('<w:spacing w:line="276" w:lineRule="auto"/>', "line", 1.15),
        ('<w:spacing w:line="276" w:lineRule="atLeast"/>', "line", 13.8),
        ('<w:spacing w:line="276" w:lineRule="atLeast"/>', "line_rule", "atLeast"),
        ("<w:contextualSpacing/>", "contextual", True),
        ("<w:keepNext/>", "keep_next", True),
        ("<w:keepLines/>", "keep_lines", True),
        ('<w:widowControl w:val="0"/>', "widow_control", False),
        ("<w:pageBreakBefore/>", "page_break_before", True),
        ("<w:suppressAutoHyphens/>", "hyphenate", False),
        ('<w:outlineLvl w:val="2"/>', "outline", 2),
        ('<w:outlineLvl w:val="9"/>', "outline", None),
        ('<w:shd w:val="clear" w:fill="ABCDEF"/>', "shading", "ABCDEF"),
        ('<w:shd w:val="clear" w:fill="auto"/>', "shading", None),
    ],
)
def test_paragraphs(xml: str, field: str, value: object) -> None:
    """Alignment, indents, spacing, line rule, keeps, widow control, hyphenation, outline, shading."""
    assert getattr(note(p=xml), field) == value


def test_what_is_not_said_is_inherited() -> None:
    """Attributes are inherited one by one: a new `after` leaves `before` and the line as they were."""
    style = note(p='<w:spacing w:after="60"/>')
    assert (style.before, style.line_rule, style.line) == (5.0, "exact", 13.0)


def test_based_on_passes_through_the_chain() -> None:
    """Clause Paragraph takes its spacing from Body Text, its size from docDefaults; a change of either shows."""
    style = look_of(in_style("Body Text", p='<w:spacing w:before="200"/>')).styles["Clause Paragraph"]
    assert style.before == 10.0
    look = look_of(edited(STYLES, ('<w:sz w:val="21"/>', '<w:sz w:val="24"/>')))
    assert look.styles["Clause Paragraph"].run.size == 12.0


def test_a_toggle_is_switched_off_below() -> None:
    """In a chain the last word on a toggle holds (17.7.3): bold in Table Text, off in Table Heading, on in a third."""
    heading = '<w:name w:val="Table Heading"/><w:basedOn w:val="TableText"/>'
    off = '<w:rPr><w:b w:val="0"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/>'
    data = parts()
    data[STYLES] = changed(
        data[STYLES].decode(),
        ('<w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" '
         'w:styleId="TableHeading">',
         '<w:b/><w:sz w:val="19"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="TableHeading">'),
        (heading, heading + off),
    ).encode()  # fmt: skip
    look = look_of(packed(data))
    bold = {name: look.styles[name].run.bold for name in ("Table Text", "Table Heading", "Table Total")}
    assert bold == {"Table Text": True, "Table Heading": False, "Table Total": True}


def test_tabs_are_added_and_cleared() -> None:
    """Tab stops of a style join those it inherits; `clear` takes one away."""
    style = note(
        p='<w:tabs><w:tab w:val="left" w:pos="400"/><w:tab w:val="right" w:leader="dot" w:pos="4000"/>'
        '<w:tab w:val="center" w:pos="2000"/></w:tabs>'
    )
    assert style.tabs == (Tab(20.0, "left"), Tab(100.0, "center"), Tab(200.0, "right", "."))
    data = parts()
    tab = '<w:pPr><w:tabs><w:tab w:val="clear" w:pos="6520"/></w:tabs></w:pPr></w:style>'
    data[STYLES] = changed(
        data[STYLES].decode(),
        ('<w:name w:val="footer"/><w:basedOn w:val="Header"/><w:uiPriority w:val="99"/></w:style>',
         f'<w:name w:val="footer"/><w:basedOn w:val="Header"/><w:uiPriority w:val="99"/>{tab}'),
    ).encode()  # fmt: skip
    look = look_of(packed(data))
    assert look.running.footer[0].style.tabs == () and look.running.header[0].style.tabs != ()


def test_borders_side_by_side() -> None:
    """Borders of a paragraph, their width in eighths and space in points; `nil` takes an inherited one away."""
    style = note(
        p='<w:pBdr><w:top w:val="single" w:sz="12" w:space="4" w:color="FF0000"/><w:left w:val="nil"/></w:pBdr>'
    )
    assert style.borders == {"top": Border(1.5, "FF0000", 4.0)}
    item = look_of(in_style("Callout Item", p='<w:pBdr><w:left w:val="nil"/></w:pBdr>')).styles["Callout Item"]
    assert item.borders == {}


def test_indents_of_a_list_give_way_to_the_style() -> None:
    """Word takes the list's indents where the numbering is said, and the style's own above them."""
    style = look_of(in_style("Clause Paragraph", p='<w:ind w:left="200"/>')).styles["Clause Paragraph"]
    assert (style.left, style.first_line) == (10.0, -32.0)


def test_indents_inherited_give_way_to_a_list() -> None:
    """An indent of the base style does not reach a style that has its own numbering."""
    style = look_of(in_style("Body Text", p='<w:ind w:left="999" w:right="40"/>')).styles["Clause Paragraph"]
    assert (style.left, style.right, style.first_line) == (0.0, 2.0, -32.0)


def test_list_levels() -> None:
    """Indents, suffix, alignment and look of a label come from the level."""
    look = look_of(
        edited(
            NUMBERING,
            ('<w:lvlText w:val="(%1)"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="440" w:hanging="440"/></w:pPr>',
             '<w:suff w:val="space"/><w:lvlText w:val="(%1)"/><w:lvlJc w:val="right"/><w:pPr>'
             '<w:ind w:left="500" w:hanging="300"/></w:pPr><w:rPr><w:b/></w:rPr>'),
        )
    )  # fmt: skip
    level = look.numbering["Letters"][0]
    assert (level.left, level.first_line, level.suffix, level.alignment) == (25.0, -15.0, "space", "right")
    assert level.run == RunStyle("Cambria", 10.5, bold=True, kern=1.0)
    assert look.styles["List Letter"].left == 25.0


def near(colour: str, other: str) -> bool:
    """Whether no channel of two colours differs by more than one."""
    return all(abs(one - two) <= 1 for one, two in zip(bytes.fromhex(colour), bytes.fromhex(other), strict=True))


def test_theme_fonts_and_colours() -> None:
    """Theme fonts, and colours with tint and shade: those that Word itself writes beside them, but for its rounding."""
    data = parts()
    data[STYLES] = changed(
        data[STYLES].decode(),
        ('<w:name w:val="Note"/>', '<w:name w:val="Note"/><!-- -->'),
        ('<w:color w:val="5A6472"/><w:sz w:val="19"/>',
         '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
         '<w:color w:val="000000" w:themeColor="accent1" w:themeTint="99"/><w:sz w:val="19"/>'),
        ('<w:b/><w:bCs/><w:color w:val="1F3350"/><w:sz w:val="38"/>',
         '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
         '<w:color w:val="000000" w:themeColor="accent1" w:themeShade="BF"/><w:sz w:val="38"/>'),
        ('<w:color w:val="5A6472"/><w:sz w:val="21"/>', '<w:color w:themeColor="text1" w:val="FFFFFF"/>'),
    ).encode()  # fmt: skip
    look = look_of(themed(data))
    assert (look.styles["Note"].run.font, look.styles["Title"].run.font) == ("Arial", "Calibri")
    assert near(look.styles["Note"].run.colour, "8EAADB")
    assert near(look.styles["Title"].run.colour, "2F5496")
    assert look.styles["Subtitle"].run.colour == "101010"


def test_table_style() -> None:
    """Borders, cell margins and the first row's characters, shading and borders."""
    look = look_of(
        edited(
            STYLES,
            ('<w:tblStylePr w:type="firstRow">', '<w:tblStylePr w:type="firstRow"><w:rPr><w:i/></w:rPr>'),
            ('w:fill="F3F5F8"', 'w:fill="112233"'),
            ('<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C3C9D1"/>',
             '<w:insideH w:val="nil"/><w:insideV w:val="single" w:sz="8" w:color="auto"/>'),
            ('<w:top w:w="70" w:type="dxa"/>', '<w:top w:w="100" w:type="dxa"/>'),
        )
    )  # fmt: skip
    table = look.tables["Contract Table"]
    assert table.first_row is not None and table.first_row.italic and table.first_row.size == 10.5
    assert table.first_row_shading == "112233"
    assert set(table.borders) == {"top", "bottom", "insideV"} and table.borders["insideV"] == Border(1.0, "000000")
    assert table.margins == (5.0, 5.0, 3.5, 5.0)


def test_page() -> None:
    """Page size, margins, distances of header and footer."""
    look = look_of(
        edited(DOCUMENT, ('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'), ('w:header="840"', 'w:header="600"'))
    )
    assert (look.paper.width, look.paper.height, look.paper.header, look.paper.footer) == (612.0, 792.0, 30.0, 40.0)


def test_first_page_only_with_title_page() -> None:
    """Without `titlePg` the first page has the header of the others."""
    look = look_of(edited(DOCUMENT, ("<w:titlePg/>", "")))
    assert look.running.first_header is None and look.running.first_footer is None
    look = look_of(edited(DOCUMENT, ('<w:headerReference w:type="first" r:id="header2"/>', "")))
    assert look.running.first_header == ()


@pytest.mark.parametrize(
    ("xml", "hyphenate"),
    [("<w:autoHyphenation/>", True), ('<w:autoHyphenation w:val="1"/>', True), (HYPHENS, False), ("", False)],
)
def test_hyphenation(xml: str, hyphenate: bool) -> None:
    """`autoHyphenation`, on, off or absent."""
    assert look_of(edited(SETTINGS, (HYPHENS, xml))).hyphenate is hyphenate


TITLE = '<w:r><w:t xml:space="preserve">{{ title }}</w:t></w:r>'


def header(xml: str) -> Look:
    """The look with something else in place of the header's title."""
    return look_of(edited(HEADER, (TITLE, xml)))


def test_header_texts_split_by_word_are_joined() -> None:
    """Word splits a tag over runs; it is one text all the same, and looks as its first run."""
    look = header(
        "<w:r><w:t>{</w:t></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:t>{ ti</w:t></w:r><w:proofErr w:type='spellStart'/>"
        "<w:r><w:t>tle }}</w:t></w:r>"
    )
    assert look.running.header[0].parts[0].text == "{{ title }}"


def test_header_runs_that_look_alike_are_one() -> None:
    """Runs of one look become one part; a bold one stays apart."""
    look = header("<w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>c</w:t></w:r>")
    first, second = look.running.header[0].parts[:2]
    assert (first.text, second.text) == ("ab", "c")
    assert first.run is not None and second.run is not None and (first.run.bold, second.run.bold) == (False, True)


def test_a_character_style_turns_a_toggle_over() -> None:
    """Strong in a bold paragraph is not bold (17.7.3); said of the run itself, bold is bold."""
    look = look_of(
        edited(
            HEADER,
            ('<w:r><w:t xml:space="preserve">{{ draft_notice }}</w:t></w:r>',
             '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>a</w:t></w:r>'
             '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:b/></w:rPr><w:t>b</w:t></w:r>'),
        )
    )  # fmt: skip
    runs = [part.run for part in look.running.header[1].parts]
    assert [run.bold for run in runs if run is not None] == [False, True]


@pytest.mark.parametrize(
    "xml",
    [
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>'
        '<w:r><w:instrText>GE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>page</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_page_fields(xml: str) -> None:
    """PAGE as a simple field, as a complex one with its cached result, split, and without result."""
    assert [part.kind for part in header(xml).running.header[0].parts] == ["page", "tab", "text"]


def test_header_in_a_content_control() -> None:
    """Word's gallery puts headers into content controls: what is inside is read."""
    look = header(f"<w:sdt><w:sdtPr/><w:sdtContent>{TITLE}</w:sdtContent></w:sdt><w:r><w:br/></w:r>")
    assert [part.kind for part in look.running.header[0].parts] == ["text", "break", "tab", "text"]


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "5ef3f7a70000000049454e44ae426082"
)
LOGO = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1270000" cy="254000"/><wp:docPr id="1" name="Logo" descr="Ruiz y Pardo"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x"><a:blip '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="logo"/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


def with_logo(drawing: str = LOGO, picture: bytes = PNG) -> bytes:
    """sobrio with a picture in its header."""
    files = parts()
    files[HEADER] = changed(files[HEADER].decode(), (TITLE, drawing)).encode()
    files["word/logo.png"] = picture
    png = '<Default Extension="png" ContentType="image/png"/><Override'
    files[TYPES] = changed(files[TYPES].decode(), ("<Override", png)).encode()
    files["word/_rels/header1.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="logo" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="logo.png"/>'
        b"</Relationships>"
    )
    kind = b'<Default Extension="png" ContentType="image/png"/></Types>'
    files[TYPES] = files[TYPES].replace(b"</Types>", kind)
    return packed(files)


def test_logo() -> None:
    """A picture in line with the header: bytes, size in points, alternative text."""
    logo = look_of(with_logo()).running.header[0].parts[0]
    assert (logo.kind, logo.picture, logo.width, logo.height) == ("logo", PNG, 100.0, 20.0)
    assert logo.text == "Ruiz y Pardo"


def test_names_are_found_in_any_case() -> None:
    """Word stores built-in names in lower case; a template that has "Heading 1" or "TITLE" means the same."""
    look = look_of(
        edited(
            STYLES,
            ('<w:name w:val="heading 1"/>', '<w:name w:val="Heading 1"/>'),
            ('<w:name w:val="Title"/>', '<w:name w:val="TITLE"/>'),
        )
    )
    assert look.styles["Heading 1"].numbering == ("Provisions", 0) and look.styles["Title"].run.size == 19.0


def test_unused_parts_do_not_matter() -> None:
    """A style that no document takes may hold anything."""
    assert look_of(edited(STYLES, ("</w:styles>", (
        '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/><w:pPr><w:framePr/></w:pPr></w:style>'
        "</w:styles>"
    ))))  # fmt: skip
    assert look_of(added())
