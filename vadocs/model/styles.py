"""Which style of the look each node takes, by Word's style names: for layout and the DOCX writer."""

from collections.abc import Iterator, Sequence

from vadocs.model.document import (
    Block,
    BulletList,
    Columns,
    Field,
    Figure,
    Heading,
    Meta,
    OrderedList,
    Paragraph,
    Provision,
    Scheme,
    SignatureBlock,
    Table,
)
from vadocs.model.look import Look
from vadocs.model.walk import text_of

TITLE = "Title"
SUBTITLE = "Subtitle"
DIVISION = "Division"
"""A centred heading that divides the whole document (REUNIDOS, EXPONEN, CLÁUSULAS)."""
PROVISION = {"decimal": "Heading 1", "ordinal": "Heading 1 Ordinal"}
"""The heading of a provision: with a native number, or with its ordinal as text and a silent number."""
SCHEDULE = "Schedule Heading"
HEADINGS = {1: "Heading Plain", 2: "Heading 2", 3: "Heading 3"}
NUMBERED = {"decimal": "Clause Paragraph", "ordinal": "Clause Paragraph Ordinal"}
SCHEDULE_NUMBERED = "Schedule Paragraph"
BODY = "Body Text"
NOTE = "Note"
CLOSING = "Closing Formula"
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
LETTERS = ("List Letter", "List Letter 2", "List Letter 3")
TABLE_HEADING = "Table Heading"
TABLE_TEXT = "Table Text"
TABLE_TOTAL = "Table Total"
TABLE = "Contract Table"
KEPT_ROWS = 6
"""A table of so many rows below its header, or fewer, stands on one page; one that compares, whatever its rows."""
BETWEEN_TABLES, AFTER_TABLE = 6.0, 1.0
"""Heights of the empty paragraphs, in points, without which word processors would join two tables (17.4.37), and
which they want where a document ends in one."""
FIGURE_GAP = 8.0
"""What stands above and below a drawing, in points."""
COLUMN_GAP = 18.0
"""What lies between two languages that stand side by side, in points."""
SIDE_MARGIN = 56.7
"""The margins of two languages side by side, in points (2 cm), in a look that leaves them too little room."""
ENOUGH = 200.0
"""The width of a side from which a look keeps its own margins, in points."""
CALLOUT = "Callout"
CALLOUT_ITEM = "Callout Item"
CONTENTS_HEADING = "TOC Heading"
ABOVE_STRONG = 6.0
"""The least space above an entry of the contents that stands out from the others, in points."""
BELOW_CONTENTS = 12.0
"""The least space below contents in two languages, in points: a table of them may follow."""
CONTENTS = ("toc 1", "toc 2")
BETWEEN_PHRASES = " · "
"""What parts the phrases that count the pages in two languages."""
SIGNATURE_HEADING = "Signature Heading"
SIGNATURE_RULE = "Signature Rule"
"""The empty paragraph with a rule below it on which a party signs."""
SIGNATURE_LINE = "Signature Line"

STRONG = "Strong"
EMPHASIS = "Emphasis"
LINK = "Hyperlink"
OPEN_POINT = "Open Point"
BLANK = "Blank"
TO_CONFIRM = "To Confirm"

PARAGRAPHS = (
    TITLE,
    SUBTITLE,
    DIVISION,
    *PROVISION.values(),
    SCHEDULE,
    *HEADINGS.values(),
    *NUMBERED.values(),
    SCHEDULE_NUMBERED,
    BODY,
    NOTE,
    CLOSING,
    *BULLETS,
    *LETTERS,
    TABLE_HEADING,
    TABLE_TEXT,
    TABLE_TOTAL,
    CALLOUT,
    CALLOUT_ITEM,
    CONTENTS_HEADING,
    *CONTENTS,
    SIGNATURE_HEADING,
    SIGNATURE_RULE,
    SIGNATURE_LINE,
)
"""Every paragraph style that a look must define."""
CHARACTERS = (STRONG, EMPHASIS, LINK, OPEN_POINT, BLANK)
"""Every character style that a look must define."""
STAND_INS = {TO_CONFIRM: OPEN_POINT}
"""Character styles that a look may define, each with the one that is taken where it does not: looks made before the
style was still do."""

FIELD_HEIGHTS = {"lines": 58.0, "signature": 44.0}
"""How high the row of a field is at least, in points, by its kind: room for an answer of three lines, or to sign."""

_ROLES = {"body": BODY, "title": TITLE, "subtitle": SUBTITLE, "note": NOTE, "closing": CLOSING}


def paragraph_style(paragraph: Paragraph, scheme: Scheme, in_schedule: bool) -> str:
    """The style of a paragraph: by its role, or by what numbers it."""
    if paragraph.numbered and paragraph.label is not None:
        return SCHEDULE_NUMBERED if in_schedule else NUMBERED[scheme]
    return _ROLES[paragraph.role]


def heading_style(heading: Heading) -> str:
    """The style of an unnumbered heading."""
    return DIVISION if heading.centred else HEADINGS[heading.level]


def kept_whole(table: Table) -> bool:
    """Whether a table stands on one page where it fits one: a short one, and one that sets columns side by side."""
    return len(table.rows) <= KEPT_ROWS or table.even > 1


def provision_style(provision: Provision, scheme: Scheme, level: int, in_schedule: bool) -> str:
    """The style of a provision's heading; `level` counts from 0, for one that lies in no other."""
    if level:
        return HEADINGS[2]
    if in_schedule:
        return SCHEDULE
    return HEADINGS[1] if provision.label is None else PROVISION[scheme]


def outdent(look: Look, scheme: Scheme) -> float:
    """How far numbers stand out to the left of the text, in points: room that two languages side by side both need."""
    if scheme == "plain":
        return 0.0
    numbered = (PROVISION[scheme], NUMBERED[scheme], SCHEDULE_NUMBERED)
    return max(0.0, *(-(look.styles[name].left + look.styles[name].first_line) for name in numbered))


def side_width(look: Look, scheme: Scheme) -> float:
    """How wide the text of each of two languages is that stand side by side on the look's measure, in points."""
    return (look.paper.column - COLUMN_GAP - outdent(look, scheme)) / 2


def fitted(look: Look, meta: Meta) -> Look:
    """The look on the document's paper; two languages side by side have margins of their own where the look's are wide.

    A look that sets its text in columns stays as it is: it cannot hold them.
    """
    look = look.on_paper(meta.paper)
    if not meta.sides or look.paper.columns > 1 or side_width(look, meta.scheme) >= ENOUGH:
        return look
    left = min(look.paper.left, SIDE_MARGIN + outdent(look, meta.scheme))
    return look.wider(left, min(look.paper.right, SIDE_MARGIN))


def schedules_begin_pages(look: Look) -> bool:
    """Whether each schedule begins a page; in columns, which save pages, it follows on."""
    return look.paper.columns == 1


_ONE_LINE = 100
"""Characters that no line of a look holds: a paragraph of fewer may be one line."""


def with_leads(blocks: Sequence[Block], *, after_heading: bool = False) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it must stay with the next one whatever its style says.

    So does the paragraph that leads into a list, a table or a drawing; a picture before its paragraph; a close ("Kind
    regards,") before a signature; a signature block before another, lest a page begin with the second signature alone;
    and a paragraph that opens what follows, lest its heading end up in the last two lines of a page: `after_heading`,
    the first that may be one line; after any other heading, one that ends in a colon. Of questions under headings of
    their own, the last but one stays with the last, which a page would look forgotten with.
    """
    asked = len(blocks) - 3 if _ends_asking(blocks) else None
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        first = after_heading and index == 0 and following is not None
        said, next_said = _said(block), _said(following)
        short = first and isinstance(said, Paragraph) and len(text_of(said.content)) < _ONE_LINE
        headed = index > 0 and isinstance(blocks[index - 1], Heading)
        short = short or (headed and isinstance(said, Paragraph) and text_of(said.content).endswith(":"))
        yield block, short or index == asked or _leads(said, next_said)


def _ends_asking(blocks: Sequence[Block]) -> bool:
    """Whether the last blocks are a form, a heading, and a form."""
    return (
        len(blocks) > 2 and isinstance(blocks[-2], Heading) and _is_form(blocks[-1]) and _is_form(blocks[-3])
    )


def _is_form(block: Block) -> bool:
    return isinstance(block, Table) and any(
        isinstance(one, Field) for row in block.rows for cell in row.cells for one in cell.content
    )


def _said(block: Block | None) -> Block | None:
    """The block, or what one side of a row in two languages says."""
    if isinstance(block, Columns):
        return next(iter((*block.left, *block.right)), None)
    return block


def _leads(block: Block | None, following: Block | None) -> bool:
    if isinstance(block, SignatureBlock):
        return isinstance(following, SignatureBlock)
    if isinstance(block, Figure):
        return block.picture is not None and isinstance(following, Paragraph)
    if isinstance(block, Paragraph) and isinstance(following, SignatureBlock):
        return len(text_of(block.content)) < _ONE_LINE
    return isinstance(block, Paragraph) and isinstance(following, BulletList | OrderedList | Table | Figure)
