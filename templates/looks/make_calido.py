"""Makes `calido.docx`, the warm sans look for proposals and welcome kits: `python make_calido.py [FILE]`.

The styles are those of `sobrio`, with other faces, colours and spaces: a wide column, since tables of packages stand in
it; the title in a band of terracotta; headings that a reader who leafs through can follow. Lines are exact and no word
is hyphenated, for the reason given there. Terracotta and white have a contrast of 5.7 to 1, terracotta on sand 5.1,
slate on white 7.7 (WCAG 2.2, 1.4.3 asks for 4.5). Lengths are points.
"""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from make_sobrio import LANGUAGE, LISTS, STYLES
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
ACCENT, INK, SLATE, RULE, SAND, WARNING = "A84A25", "3A2A20", "5B5149", "E2CFC0", "FAF1E8", "9B2C1F"
LINK = "8A3A1B"
ACCENTS = (ACCENT, INK, RULE, SAND, LINK)
"""What a provider's own accent takes the place of, and what derives from that."""
SIZE, LEADING = 11.0, 15.0
PAPER = (595.3, 841.9)
TOP, BOTTOM, HEADER, FOOTER = 78.0, 70.0, 38.0, 36.0
LEFT, RIGHT = 82.0, 72.0
MEASURE = round(PAPER[0] - LEFT - RIGHT, 2)
HANG = 28.0

DOTS = ' w:leader="dot"'
heading = partial(paragraph, keep_next=True, keep_lines=True, no_hyphens=True)
callout = partial(
    paragraph,
    borders=border("left", 3, ACCENT, 9),
    shading=f'<w:shd w:val="clear" w:color="auto" w:fill="{SAND}"/>',
    left=12,
    keep_lines=True,
)
BAND = "".join(border(side, 0.75, ACCENT, space) for side, space in (("top", 20), ("left", 14), ("bottom", 16)))
CONTENTS = (("right", DOTS, MEASURE),)

LOOKS = {
    "Body Text": (paragraph(before=7, after=5), ""),
    "Title": (
        heading(borders=BAND + border("right", 0.75, ACCENT, 14), left=14, right=14, before=20, after=26, line=36,
                shading=f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/>'),
        run(bold=True, colour="FFFFFF", size=28),
    ),
    "Subtitle": (paragraph(no_hyphens=True, before=4, after=14, line=18), run(colour=SLATE, size=12)),
    "Division": (heading(before=20, after=6, align="center", outline=0, line=18),
                 run(bold=True, colour=ACCENT, size=13)),
    "heading 1": (heading(numbering=(1, 0), before=18, after=4, line=19, outline=0),
                  run(bold=True, colour=ACCENT, size=13.5)),
    "Heading 1 Ordinal": (heading(numbering=(2, 0), before=18, after=4, line=19, outline=0),
                          run(bold=True, colour=ACCENT, size=13.5)),
    "Schedule Heading": (
        heading(page_break=True, numbering=(3, 0), borders=border("bottom", 1, ACCENT, 6), after=12, line=24,
                outline=0),
        run(bold=True, colour=ACCENT, size=18),
    ),
    "Heading Plain": (heading(before=23, after=6, line=23, outline=0), run(bold=True, colour=ACCENT, size=17)),
    "heading 2": (heading(before=16, after=3, line=17, outline=1), run(bold=True, colour=INK, size=12.5)),
    "heading 3": (heading(before=12, after=3, outline=2), run(italic=True, colour=INK)),
    "Note": (paragraph(before=5, after=6, line=13.5), run(colour=SLATE, size=9.5)),
    "Closing Formula": (paragraph(keep_next=True, keep_lines=True, before=18), ""),
    "Callout": (callout(keep_next=True, no_hyphens=True, before=14, line=17),
                run(bold=True, colour=WARNING, size=10.5)),
    "Callout Item": (callout(after=14, line=15, contextual=True), run(size=10.5)),
    "Table Text": (paragraph(no_hyphens=True, line=14), run(size=10.5)),
    "Table Heading": (paragraph(keep_next=True), run(bold=True, colour=INK)),
    "Table Total": ("", run(bold=True, colour=ACCENT)),
    "TOC Heading": (heading(before=20, after=6, line=17), run(bold=True, colour=ACCENT, size=13)),
    "toc 1": (paragraph(no_hyphens=True, line=17, left=24, first=-24, tabs=CONTENTS), run(size=11)),
    "toc 2": (paragraph(no_hyphens=True, line=16, left=56, first=-32, tabs=CONTENTS), run(size=10.5)),
    "Signature Heading": (heading(before=14, after=2), run(bold=True, colour=INK)),
    "Signature Rule": (heading(borders=border("bottom", 0.75, SLATE, 1), after=4, line=34, right=180), ""),
    "Signature Line": (paragraph(keep_lines=True, no_hyphens=True, line=16), run(size=10.5)),
    "header": (paragraph(no_hyphens=True, tabs=(("right", "", MEASURE),), line=12), run(colour=SLATE, size=9)),
    "Draft Notice": (paragraph(line=14), run(bold=True, colour=WARNING, size=9.5)),
    "Hyperlink": ("", run(colour=LINK, underline=True)),
}  # fmt: skip
"""Paragraph and run properties of the styles that look otherwise than in `sobrio`."""

STYLE_SHEET = tuple(
    replace(style, p=LOOKS[style.name][0], r=LOOKS[style.name][1]) if style.name in LOOKS else style
    for style in STYLES
)

LISTS_HERE = (
    ("Provisions", (
        Level("decimal", "%1.", "heading 1", HANG, -HANG),
        Level("decimal", "%1.%2", "Clause Paragraph", HANG, -HANG, "tab", run(colour=SLATE)),
    )),
    *LISTS[1:],
)  # fmt: skip


def table_style() -> str:
    """Warm rules between rows; the first row on sand below a line of the accent."""
    above, below = border("top", 1, ACCENT), border("bottom", 1, ACCENT)
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ContractTable"><w:name w:val="Contract Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="17"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{above}{below}{border('insideH', 0.5, RULE)}</w:tblBorders>"
        f"{cell_margins(4, 6, 4)}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{below}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SAND}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def make(path: Path) -> None:
    """Write the look to `path`."""
    write_look(
        path, "cálido", LANGUAGE, Section(PAPER, TOP, RIGHT, BOTTOM, LEFT, HEADER, FOOTER),
        styles_part(FONT, SIZE, LEADING, LANGUAGE, STYLE_SHEET, table_style()), numbering_part(LISTS_HERE),
        fonts_part(FONT, TWIN), run(bold=False, colour=SLATE, size=9), ACCENTS,
    )  # fmt: skip


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("calido.docx"))
