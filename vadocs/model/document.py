"""The language of documents: every node that a contract, proposal or kit is made of.

Values are frozen; children are tuples. `Inline` nodes stand in a paragraph, `Block` nodes in a
document. The holes of a clause text (`model.clause`) are inlines and blocks too; none is left after
assembly. A writer dispatches on the class and reports a node it cannot show.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vadocs.diagnostics import Span
from vadocs.model.drawing import Drawing


class Inline:
    """What stands within a paragraph."""

    __slots__ = ()


class Block:
    """What stands between paragraphs."""

    __slots__ = ()


# --- inlines ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text(Inline):
    """Literal text of the library, printed as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Value(Inline):
    """Text that came from the spec (or was computed from it): `key` is its dotted path there.

    `language` is the BCP 47 tag of the text where it differs from the document's, else None.
    `unconfirmed`: in a draft, a person has still to confirm it (`Meta.to_confirm`), so that it is highlighted.
    """

    text: str
    key: str
    language: str | None = None
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis(Inline):
    """Italic text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong(Inline):
    """Bold text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link(Inline):
    """A link to `target`, an http(s) or mailto address.

    "#contract:dpa" is a place in another document, "#contract:" its first page: a link in a packet that holds it.
    """

    children: tuple[Inline, ...]
    target: str


@dataclass(frozen=True, slots=True)
class LineBreak(Inline):
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Definition(Inline):
    """The place where a term is defined. `children` are what is printed, quotation marks included."""

    term: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Use(Inline):
    """A use of a defined term, in the form printed."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a printed reference. With an `anchor` it is the number of that place (a field).

    `number` tells what of the target is printed: "heading" the ordinal in the heading's bookmark,
    "label" the paragraph's or item's own number, "full" the number with its context (7.2).
    """

    text: str
    anchor: str | None = None
    number: Literal["heading", "label", "full"] | None = None


ReferenceForm = Literal["full", "bare", "number"]


@dataclass(frozen=True, slots=True)
class Reference(Inline):
    """A cross-reference. `targets` are anchors (`clause-id` or `clause-id.anchor`).

    `pieces` is empty until `compose.resolve` fills it. An optional target is left out if absent:
    `optional_targets` are those of `targets`, `optional` says that all are.
    """

    targets: tuple[str, ...]
    form: ReferenceForm = "full"
    optional: bool = False
    pieces: tuple[Piece, ...] = ()
    optional_targets: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Blank(Inline):
    """A place to be filled in by hand (date beside a signature). `prompt` says with what."""

    name: str
    prompt: str


FieldKind = Literal["text", "lines", "date", "choice", "check"]
"""A field of a form: a line, several lines, a date, one of the options, yes or no."""


@dataclass(frozen=True, slots=True)
class Field(Inline):
    """A field of a form, alone in its cell: whoever fills it in types there, or writes by hand. It prints nothing.

    `name` is unique in the document and stays as documents change: a key of the spec, or section, name and row
    (`kit-access.given.drive`). `prompt` asks for what belongs in it, `placeholder` is what Word shows while it is
    empty, both in the document's language; `options` are those of a choice.
    """

    name: str
    kind: FieldKind
    prompt: str = ""
    options: tuple[str, ...] = ()
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class OpenPoint(Inline):
    """A datum that is missing and matters: highlighted in a draft, an error in a final version.

    `key` is the dotted path in the spec, `prompt` what is asked for, in the document's language.
    """

    key: str
    prompt: str


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A fact that a person must confirm before signing: listed in a draft, an error in a final version.

    `name` is its dotted name, as the spec confirms it (`taxes.withholdings.rate`, through lists without indices);
    `prompt` describes it, `value` prints it (empty where it has no print), `reason` tells why; all in the document's
    language. `keys` are the dotted paths of the values concerned.
    """

    name: str
    prompt: str
    value: tuple[Inline, ...]
    reason: str
    keys: tuple[str, ...]


# --- blocks ----------------------------------------------------------------------------------------


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
    """A line of a signature block: a label and what stands beside it (text, value or blank)."""

    label: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock(Block):
    """Where a party signs: the party's word, its name, a signature field `field`, further lines."""

    party: str
    heading: tuple[Inline, ...]
    lines: tuple[SignatureLine, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Columns(Block):
    """Two language versions of the same blocks, side by side."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """What follows starts a page."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry of a table of contents: a list number that a tab follows ("" for none), text, anchor, level from 0.

    `strong`: printed bold. `page`: what is printed as its page; "" where the anchor is in the document itself.
    """

    label: str
    title: str
    anchor: str
    level: int
    strong: bool = False
    page: str = ""


@dataclass(frozen=True, slots=True)
class Contents(Block):
    """The table of contents: headings of provisions and schedules with their pages.

    `entries`: those listed instead, of other documents too; None: the document's own. The page of an anchor that
    stands in another document is told when the pages are known (`layout.Galley.place`).
    """

    heading: tuple[Inline, ...]
    entries: tuple[ContentsEntry, ...] | None = None


# --- the whole -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Provision:
    """A clause placed in a document; in `Document.schedules`, a schedule.

    `number` counts from 1 (None before numbering, or for an unnumbered one), `label` is the number as
    printed ("7.", "PRIMERA.–", "Anexo I"). `anchor` is the clause's id.
    """

    id: str
    heading: tuple[Inline, ...]
    body: tuple[Block, ...]
    children: tuple["Provision", ...] = ()
    number: int | None = None
    label: str | None = None
    span: Span | None = field(default=None, compare=False)

    @property
    def anchor(self) -> str:
        """The name that references to the clause as a whole use."""
        return self.id


Counted = Literal["decimal", "ordinal"]
Scheme = Counted | Literal["plain"]
"""How provisions are numbered; "plain": not at all."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says about itself.

    `running` holds the texts that header and footer of a look may show (`title`, `number`, `version`,
    `parties`, `draft_notice`, …), each already printed in the document's language.
    `clauses` are (id, edition) of what was placed. `paper` is "a4" or "letter". `mark` tells whose form it is
    (`model.forms`).
    """

    document: str
    title: str
    language: str
    engagement: str
    number: str
    version: int
    date: date | None
    status: Literal["draft", "final"]
    author: str
    scheme: Scheme
    paper: Literal["a4", "letter"]
    running: Mapping[str, str]
    clauses: tuple[tuple[str, int], ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    to_confirm: tuple[ToConfirm, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, in the order in which it is read."""

    meta: Meta
    front: tuple[Block, ...]
    provisions: tuple[Provision, ...]
    execution: tuple[Block, ...] = ()
    schedules: tuple[Provision, ...] = ()
