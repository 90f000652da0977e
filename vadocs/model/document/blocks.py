"""What stands between paragraphs, and paragraphs themselves: headings, lists, tables, figures, signatures."""

from dataclasses import dataclass, field
from typing import Literal

from vadocs.model.document.inlines import Blank, Inline
from vadocs.model.drawing import Drawing


class Block:
    """What stands between paragraphs."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """An unnumbered heading of level 1 to 3 (REUNIDOS, EXPONEN, a heading inside a schedule).

    Numbered headings belong to a `Provision`. `centred` headings divide the whole document.
    """

    level: int
    content: tuple[Inline, ...]
    anchor: str | None = None
    centred: bool = False


ParagraphRole = Literal["body", "title", "subtitle", "note", "closing"]


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """A paragraph. `label` is its number as printed ("7.2"), None before numbering or if unnumbered."""

    content: tuple[Inline, ...]
    anchor: str | None = None
    numbered: bool = False
    label: str | None = None
    role: ParagraphRole = "body"


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item: a paragraph's content, then nested blocks. `label` is "(a)" or "•", None before numbering."""

    content: tuple[Inline, ...]
    children: tuple[Block, ...] = ()
    anchor: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class BulletList(Block):
    """An unordered list; `level` is its depth, 0 to 2, set by `compose.number`."""

    items: tuple[ListItem, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class OrderedList(Block):
    """A lettered list, (a) then (i) then (A); `level` is its depth, 0 to 2, set by `compose.number`.

    `counted`: its items are steps, 1. 2. 3.
    """

    items: tuple[ListItem, ...]
    level: int = 0
    counted: bool = False


Align = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: one paragraph."""

    content: tuple[Inline, ...]
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `strong` marks a total."""

    cells: tuple[Cell, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table. `header` is one row, repeated on each page, or None; all rows have as many cells.

    `widths` are parts of the measure that sum to 1, or empty: then the contents decide
    (`layout` computes them and the DOCX takes the same). `summary` is the alternative text. `highlight`: the column,
    counted from 0, whose cells are shaded below the header (None: none); its header says in words what sets it apart.
    `even`: so many of the last columns are as wide as one another, where there is room. `caption` stands above it;
    () for none.
    """

    header: Row | None
    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    summary: str = ""
    highlight: int | None = None
    even: int = 0
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture made of pixels: a PNG's bytes, its width and height in points."""

    data: bytes = field(repr=False)
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A drawing with its alternative text, which says what it shows, and the table that has the same figures.

    `name` tells drawings of one document apart. `picture`: what is shown where there is no drawing.
    """

    name: str
    alternative: str
    twin: Table | None = None
    drawing: Drawing | None = None
    picture: Raster | None = None


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """A box that stands apart from the text (the open points of a draft on its first page)."""

    kind: str
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Form(Block):
    """Fields to be filled in, each with its prompt."""

    fields: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line of a signature block: a label and what follows it (text, value or blank).

    `beside` is the label in a document's second language, "" where it has one.
    """

    label: str
    content: tuple[Inline, ...]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class SignatureBlock(Block):
    """Where a party signs: the party's word, its name, a signature field `field`, further lines."""

    party: str
    heading: tuple[Inline, ...]
    lines: tuple[SignatureLine, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Columns(Block):
    """Two language versions of the same text: `left` is in the first of `Meta.sides`, `right` in the second.

    Side by side, a row: a paragraph, a heading or a list of one item on each side, or nothing where the other side
    alone has something to say. `stacked`: over the full measure, what is left first (tables, drawings).
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """What follows starts a page."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry of a table of contents: a list number that a tab follows ("" for none), text, anchor, level from 0.

    `strong`: printed bold. `page`: what is printed as its page; "" where the anchor is in the document itself.
    `beside`: the title in the document's second language, "" where it has one.
    """

    label: str
    title: str
    anchor: str
    level: int
    strong: bool = False
    page: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Contents(Block):
    """The table of contents: headings of provisions and schedules with their pages.

    `entries`: those listed instead, of other documents too; None: the document's own. The page of an anchor that
    stands in another document is told when the pages are known (`layout.Galley.place`).
    """

    heading: tuple[Inline, ...]
    entries: tuple[ContentsEntry, ...] | None = None
