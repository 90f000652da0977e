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
from vadocs.model.document.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Cell,
    Columns,
    Contents,
    ContentsEntry,
    Figure,
    Form,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Raster,
    Row,
    SignatureBlock,
    SignatureLine,
    Table,
)
from vadocs.model.document.inlines import (
    Blank,
    Definition,
    Emphasis,
    Field,
    FieldKind,
    Inline,
    LineBreak,
    Link,
    OpenPoint,
    Piece,
    Reference,
    ReferenceForm,
    Spoken,
    Strong,
    Text,
    ToConfirm,
    Use,
    Value,
)

__all__ = [
    "Align",
    "Blank",
    "Block",
    "BulletList",
    "Callout",
    "Cell",
    "Columns",
    "Contents",
    "ContentsEntry",
    "Counted",
    "Definition",
    "Document",
    "Emphasis",
    "Field",
    "FieldKind",
    "Figure",
    "Form",
    "Heading",
    "Inline",
    "LineBreak",
    "Link",
    "ListItem",
    "Meta",
    "OpenPoint",
    "OrderedList",
    "PageBreak",
    "Paragraph",
    "ParagraphRole",
    "Piece",
    "Provision",
    "Raster",
    "Reference",
    "ReferenceForm",
    "Row",
    "Scheme",
    "Side",
    "SignatureBlock",
    "SignatureLine",
    "Spoken",
    "Strong",
    "Table",
    "Text",
    "ToConfirm",
    "Use",
    "Value",
]


@dataclass(frozen=True, slots=True)
class Provision:
    """A clause placed in a document; in `Document.schedules`, a schedule.

    `number` counts from 1 (None before numbering, or for an unnumbered one), `label` is the number as
    printed ("7.", "PRIMERA.–", "Anexo I"). `anchor` is the clause's id. `heading_beside` and `label_beside` are those
    in the document's second language, () and None where it has one.
    """

    id: str
    heading: tuple[Inline, ...]
    body: tuple[Block, ...]
    children: tuple["Provision", ...] = ()
    number: int | None = None
    label: str | None = None
    span: Span | None = field(default=None, compare=False)
    heading_beside: tuple[Inline, ...] = ()
    label_beside: str | None = None

    @property
    def anchor(self) -> str:
        """The name that references to the clause as a whole use."""
        return self.id


Counted = Literal["decimal", "ordinal"]
Scheme = Counted | Literal["plain"]
"""How provisions are numbered; "plain": not at all."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two languages of a document: its BCP 47 tag and its name in itself ("Español")."""

    language: str
    name: str

    def anchor(self, anchor: str) -> str:
        """What a place is called on this side where it is the second one: each side has places of its own."""
        return f"{anchor}@{self.language.partition('-')[0]}"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says about itself.

    `running` holds the texts that header and footer of a look may show (`title`, `number`, `version`,
    `parties`, `draft_notice`, …), each already printed in the document's language.
    `clauses` are (id, edition) of what was placed. `paper` is "a4" or "letter". `mark` tells whose form it is
    (`model.forms`). `sides`: the two languages that stand side by side, `language` first; () where there is one.
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
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, in the order in which it is read."""

    meta: Meta
    front: tuple[Block, ...]
    provisions: tuple[Provision, ...]
    execution: tuple[Block, ...] = ()
    schedules: tuple[Provision, ...] = ()
