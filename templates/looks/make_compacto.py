"""Makes `compacto.docx`, the look for contracts on few pages: `python make_compacto.py [FILE]`.

Two columns of about 62 characters, in which small type is still read with ease; margins of 13 millimetres; headings of
the size of the text, numbers at the beginning of the line, tight tables. No text is smaller than 8.5 points. The styles
are those of `sobrio`; lines are exact and no word is hyphenated, for the reason given there. Lengths are points.
"""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from make_sobrio import AMBER, INK, LANGUAGE, PALE, RULE, SAND, SLATE, STYLES, WARNING
from wordpackage import Section, fonts_part, write_look
from wordxml import (
    Level,
    border,
    cell_margins,
    numbering_part,
    paragraph,
    run,
    styles_part,
)

FONT, TWIN = "Calibri", "Carlito"
ACCENTS = (INK, RULE, PALE)
"""What a provider's own accent takes the place of, and what derives from that."""
SIZE, LEADING, SMALL = 8.5, 9.65, 8.5
PAPER = (595.3, 841.9)
SIDE, TOP, BOTTOM, HEADER, FOOTER = 36.9, 46.0, 36.0, 17.5, 17.0
COLUMNS, GAP = 2, 15.0
MEASURE = round(PAPER[0] - 2 * SIDE, 2)
COLUMN = round((MEASURE - GAP) / COLUMNS, 2)
ITEM = 13.0

DOTS = ' w:leader="dot"'
heading = partial(paragraph, keep_next=True, keep_lines=True, no_hyphens=True)
callout = partial(
    paragraph,
    borders=border("left", 2.25, AMBER, 6),
    shading=f'<w:shd w:val="clear" w:color="auto" w:fill="{SAND}"/>',
    left=8.5,
    keep_lines=True,
)
CONTENTS = (("right", DOTS, COLUMN),)
TITLED = run(bold=True, colour=INK)

LOOKS = {
    "Body Text": (paragraph(before=1, after=1), ""),
    "Title": (heading(borders=border("bottom", 0.75, INK, 4), after=3, line=14), run(bold=True, colour=INK, size=11.5)),
    "Subtitle": (paragraph(no_hyphens=True, after=4, line=11), run(colour=SLATE, size=SMALL)),
    "Division": (heading(before=7, after=2, align="center", outline=0), TITLED),
    "heading 1": (heading(numbering=(1, 0), before=4, after=0.5, outline=0), TITLED),
    "Heading 1 Ordinal": (heading(numbering=(2, 0), before=4, after=0.5, outline=0), TITLED),
    "Schedule Heading": (
        heading(numbering=(3, 0), borders=border("bottom", 0.75, INK, 3), before=10, after=3, line=12.5, outline=0),
        run(bold=True, colour=INK, size=10),
    ),
    "Heading Plain": (heading(before=7, after=2, line=12.5, outline=1), run(bold=True, colour=INK, size=10)),
    "heading 2": (heading(before=6, after=1, outline=1), TITLED),
    "heading 3": (heading(before=5, after=1, outline=2), run(italic=True, colour=INK)),
    **{f"List Letter{suffix}": (paragraph(numbering=(4, level), after=0.75), "")
       for level, suffix in enumerate(("", " 2", " 3"))},
    **{f"List Bullet{suffix}": (paragraph(numbering=(5, level), after=0.75), "")
       for level, suffix in enumerate(("", " 2", " 3"))},
    "Note": (paragraph(before=2, after=2, line=9.65), run(colour=SLATE, size=SMALL)),
    "Closing Formula": (paragraph(keep_next=True, keep_lines=True, before=6), ""),
    "Callout": (callout(keep_next=True, no_hyphens=True, before=6, line=11), run(bold=True, colour=WARNING, size=9)),
    "Callout Item": (callout(after=6, line=10.5, contextual=True), run(size=SMALL)),
    "Table Text": (paragraph(no_hyphens=True, line=9.65), run(size=SMALL)),
    "TOC Heading": (heading(before=6, after=2), TITLED),
    "toc 1": (paragraph(no_hyphens=True, line=9.65, left=18, first=-18, tabs=CONTENTS), run(size=SMALL)),
    "toc 2": (paragraph(no_hyphens=True, line=9.65, left=42, first=-24, tabs=CONTENTS), run(size=SMALL)),
    "Signature Heading": (heading(before=7, after=1), TITLED),
    "Signature Rule": (heading(borders=border("bottom", 0.5, SLATE, 1), after=3, line=25, right=60), ""),
    "Signature Line": (paragraph(keep_lines=True, no_hyphens=True, line=10.5), run(size=SMALL)),
    "header": (paragraph(no_hyphens=True, tabs=(("right", "", MEASURE),), line=11), run(colour=SLATE, size=SMALL)),
    "Draft Notice": (paragraph(line=11.5), run(bold=True, colour=WARNING, size=SMALL)),
}  # fmt: skip
"""Paragraph and run properties of the styles that look otherwise than in `sobrio`."""

STYLE_SHEET = tuple(
    replace(style, p=LOOKS[style.name][0], r=LOOKS[style.name][1]) if style.name in LOOKS else style
    for style in STYLES
)

LISTS = (
    ("Provisions", (
        Level("decimal", "%1.", "heading 1", 0, 0, "space"),
        Level("decimal", "%1.%2", "Clause Paragraph", 0, 0, "space", run(colour=SLATE)),
    )),
    ("Ordinals", (
        Level("decimal", "", "Heading 1 Ordinal", 0, 0, "nothing"),
        Level("decimal", "%2.", "Clause Paragraph Ordinal", 0, 0, "space", run(colour=SLATE)),
    )),
    ("Schedules", (
        Level("decimal", "", "Schedule Heading", 0, 0, "nothing"),
        Level("decimal", "%2.", "Schedule Paragraph", 0, 0, "space", run(colour=SLATE)),
    )),
    ("Letters", (
        Level("lowerLetter", "(%1)", "List Letter", ITEM, -ITEM),
        Level("lowerRoman", "(%2)", "List Letter 2", 2 * ITEM + 2, -ITEM - 2),
        Level("upperLetter", "(%3)", "List Letter 3", 3 * ITEM + 2, -ITEM),
    )),
    ("Bullets", (
        Level("bullet", "•", "List Bullet", 9, -9),
        Level("bullet", "–", "List Bullet 2", 18, -9),
        Level("bullet", "•", "List Bullet 3", 27, -9),
    )),
)  # fmt: skip


def table_style() -> str:
    """Fine rules between rows, none between columns; narrow cells."""
    above, below = border("top", 0.75, INK), border("bottom", 0.75, INK)
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ContractTable"><w:name w:val="Contract Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="17"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{above}{below}{border('insideH', 0.5, RULE)}</w:tblBorders>"
        f"{cell_margins(1.5, 3, 1.5)}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{below}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def make(path: Path) -> None:
    """Write the look to `path`."""
    write_look(
        path, "compacto", LANGUAGE, Section(PAPER, TOP, SIDE, BOTTOM, SIDE, HEADER, FOOTER, COLUMNS, GAP),
        styles_part(FONT, SIZE, LEADING, LANGUAGE, STYLE_SHEET, table_style()), numbering_part(LISTS),
        fonts_part(FONT, TWIN), run(bold=False, colour=SLATE, size=SMALL), ACCENTS,
    )  # fmt: skip


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("compacto.docx"))
