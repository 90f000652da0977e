"""Makes `sobrio.docx`, the quiet serif look for contracts, the same bytes each time: `python make_sobrio.py [FILE]`.

One column of about 70 characters; numbers of clauses and paragraphs hang in the left margin, so that headings, text and
lists share one edge. Every line has an exact height, and no word is hyphenated, since Word has other patterns: then
Word, LibreOffice and our own layout break lines and pages alike. Colours: ink for headings, slate for what runs along
the page, amber only for what is still open. Lengths are points.
"""

import sys
from functools import partial
from pathlib import Path

from wordpackage import Section, fonts_part, write_look
from wordxml import (
    Level,
    Style,
    border,
    cell_margins,
    numbering_part,
    paragraph,
    run,
    styles_part,
)

FONT, TWIN = "Cambria", "Caladea"
INK, SLATE, RULE, AMBER, SAND, WARNING = "1F3350", "5A6472", "C3C9D1", "B7791F", "FBF5E6", "9B2C1F"
PALE = "F3F5F8"
ACCENTS = (INK, RULE, PALE)
"""What a provider's own accent takes the place of, and what derives from that."""
LANGUAGE = "es-ES"
SIZE, LEADING = 10.5, 13.5
PAPER = (595.3, 841.9)
TOP, BOTTOM, HEADER, FOOTER = 82.0, 74.0, 42.0, 40.0
MEASURE, HANG = 326.0, 32.0
RIGHT = 119.0
LEFT = round(PAPER[0] - MEASURE - RIGHT, 2)

DOTS = ' w:leader="dot"'
RIGHT_TAB = ("right", "", MEASURE)
heading = partial(paragraph, keep_next=True, keep_lines=True, no_hyphens=True)
callout = partial(
    paragraph,
    borders=border("left", 2.25, AMBER, 8),
    shading=f'<w:shd w:val="clear" w:color="auto" w:fill="{SAND}"/>',
    left=10.5,
    keep_lines=True,
)

STYLES = (
    Style("Normal", default=True, priority=0),
    Style("Body Text", "Normal", paragraph(before=5, after=3)),
    # Front
    Style("Title", "Normal", heading(borders=border("bottom", 0.75, INK, 9), after=10, line=25),
          run(bold=True, colour=INK, size=19), "Subtitle", priority=10),
    Style("Subtitle", "Normal", paragraph(no_hyphens=True, after=10, line=15), run(colour=SLATE, size=10.5),
          "Body Text", priority=11),
    Style("Division", "Normal", heading(before=18, after=5, align="center", outline=0),
          run(bold=True, colour=INK), "Body Text", priority=8),
    # Headings
    Style("heading 1", "Normal", heading(numbering=(1, 0), before=13, after=2, line=15, outline=0),
          run(bold=True, colour=INK, size=11.5), "Clause Paragraph", priority=9),
    Style("Heading 1 Ordinal", "Normal",
          heading(numbering=(2, 0), before=13, after=2, line=15, outline=0),
          run(bold=True, colour=INK, size=11.5), "Clause Paragraph Ordinal", priority=9),
    Style("Schedule Heading", "Normal",
          heading(page_break=True, numbering=(3, 0), borders=border("bottom", 0.75, INK, 6), after=10,
                    line=21, outline=0),
          run(bold=True, colour=INK, size=16), "Body Text", priority=9),
    Style("Heading Plain", "Normal", heading(before=16, after=4, line=16, outline=1),
          run(bold=True, colour=INK, size=11.5), "Body Text", priority=9),
    Style("heading 2", "Normal", heading(before=14, after=3, outline=1), run(bold=True, colour=INK),
          "Body Text", priority=9),
    Style("heading 3", "Normal", heading(before=12, after=3, outline=2),
          run(italic=True, colour=INK), "Body Text", priority=9),
    # Numbered paragraphs and lists
    Style("Clause Paragraph", "Body Text", paragraph(numbering=(1, 1))),
    Style("Clause Paragraph Ordinal", "Body Text", paragraph(numbering=(2, 1))),
    Style("Schedule Paragraph", "Body Text", paragraph(numbering=(3, 1))),
    *(Style(f"List Letter{suffix}", "Normal", paragraph(numbering=(4, level), after=3), priority=12)
      for level, suffix in enumerate(("", " 2", " 3"))),
    *(Style(f"List Bullet{suffix}", "Normal", paragraph(numbering=(5, level), after=3), priority=12)
      for level, suffix in enumerate(("", " 2", " 3"))),
    # What stands apart
    Style("Note", "Normal", paragraph(before=5, after=5, line=13), run(colour=SLATE, size=9.5), priority=14),
    Style("Closing Formula", "Body Text", paragraph(keep_next=True, keep_lines=True, before=16), priority=15),
    Style("Callout", "Normal", callout(keep_next=True, no_hyphens=True, before=12, line=16),
          run(bold=True, colour=WARNING, size=10), "Callout Item", priority=16),
    Style("Callout Item", "Normal", callout(after=12, line=14, contextual=True), run(size=10),
          priority=16),
    # Tables
    Style("Table Text", "Normal", paragraph(no_hyphens=True, line=12.5), run(size=9.5), priority=17),
    Style("Table Heading", "Table Text", paragraph(keep_next=True), run(bold=True, colour=INK), priority=17),
    Style("Table Total", "Table Text", "", run(bold=True), priority=17),
    # Contents
    Style("TOC Heading", "Normal", heading(before=18, after=6), run(bold=True, colour=INK, size=12),
          "Body Text", priority=39),
    Style("toc 1", "Normal", paragraph(no_hyphens=True, line=13, left=24, first=-24, tabs=(("right", DOTS, MEASURE),)),
          run(size=10), priority=39, quick=False),
    Style("toc 2", "Normal",
          paragraph(no_hyphens=True, line=13, left=56, first=-32, tabs=(("right", DOTS, MEASURE),)),
          run(size=10), priority=39, quick=False),
    # Signatures
    Style("Signature Heading", "Normal", heading(before=16, after=2), run(bold=True, colour=INK),
          "Signature Line", priority=18),
    Style("Signature Rule", "Normal",
          heading(borders=border("bottom", 0.5, SLATE, 1), after=4, line=36, right=96), "",
          "Signature Line", priority=18),
    Style("Signature Line", "Normal", paragraph(keep_lines=True, no_hyphens=True, line=14.5), run(size=10),
          priority=18),
    # Running header and footer; they start where the numbers hang.
    Style("header", "Normal",
          paragraph(no_hyphens=True, tabs=(RIGHT_TAB,), line=12, left=-HANG), run(colour=SLATE, size=8.5), priority=99,
          quick=False),
    Style("footer", "header", "", "", priority=99, quick=False),
    Style("Draft Notice", "header", paragraph(line=14), run(bold=True, colour=WARNING, size=9), priority=99,
          quick=False),
    # Characters
    Style("Default Paragraph Font", kind="character", default=True, quick=False,
          extra="<w:semiHidden/><w:unhideWhenUsed/>"),
    Style("Strong", "Default Paragraph Font", r=run(bold=True), kind="character", priority=20),
    Style("Emphasis", "Default Paragraph Font", r=run(italic=True), kind="character", priority=20),
    Style("Hyperlink", "Default Paragraph Font", r=run(colour="1F4E8C", underline=True), kind="character", priority=20,
          quick=False),
    Style("Open Point", "Default Paragraph Font", r=run(shade="FCE8A6"), kind="character", priority=20),
    Style("To Confirm", "Default Paragraph Font", r=run(shade="D6E8F7"), kind="character", priority=20),
    Style("Blank", "Default Paragraph Font", r=run(colour=SLATE, shade="EDF0F3"), kind="character", priority=20),
)  # fmt: skip

LISTS = (
    ("Provisions", (
        Level("decimal", "%1.", "heading 1", 0, -HANG),
        Level("decimal", "%1.%2", "Clause Paragraph", 0, -HANG, "tab", run(colour=SLATE)),
    )),
    ("Ordinals", (
        Level("decimal", "", "Heading 1 Ordinal", 0, 0, "nothing"),
        Level("decimal", "%2.", "Clause Paragraph Ordinal", 0, -HANG, "tab", run(colour=SLATE)),
    )),
    ("Schedules", (
        Level("decimal", "", "Schedule Heading", 0, 0, "nothing"),
        Level("decimal", "%2.", "Schedule Paragraph", 0, -HANG, "tab", run(colour=SLATE)),
    )),
    ("Letters", (
        Level("lowerLetter", "(%1)", "List Letter", 22, -22),
        Level("lowerRoman", "(%2)", "List Letter 2", 48, -26),
        Level("upperLetter", "(%3)", "List Letter 3", 72, -24),
    )),
    ("Bullets", (
        Level("bullet", "•", "List Bullet", 22, -13),
        Level("bullet", "–", "List Bullet 2", 38, -13),
        Level("bullet", "•", "List Bullet 3", 54, -13),
    )),
)  # fmt: skip


def table_style() -> str:
    """The contract's table: fine rules between rows, none between columns."""
    above, below = border("top", 0.75, INK), border("bottom", 0.75, INK)
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ContractTable"><w:name w:val="Contract Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="17"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{above}{below}{border('insideH', 0.5, RULE)}</w:tblBorders>"
        f"{cell_margins(3.5, 5, 3.5)}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{below}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def make(path: Path) -> None:
    """Write the look to `path`."""
    write_look(
        path, "sobrio", LANGUAGE, Section(PAPER, TOP, RIGHT, BOTTOM, LEFT, HEADER, FOOTER),
        styles_part(FONT, SIZE, LEADING, LANGUAGE, STYLES, table_style()), numbering_part(LISTS),
        fonts_part(FONT, TWIN), run(bold=False, colour=SLATE, size=8.5), ACCENTS,
    )  # fmt: skip


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("sobrio.docx"))
