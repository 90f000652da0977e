"""The content as peers without our tree take it: a stream of paragraphs, tables and signature blocks.

Each paragraph names its style in the look, so every contestant has the same faces, sizes, indents and gaps.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vadocs.model import document as nodes
from vadocs.model import styles
from vadocs.model.document import Block, Document, Inline
from vadocs.model.pages import Pages


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; `link` is an address or "#anchor", `field` a place to fill in."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph in a style of the look; `label` is its number or bullet, `outline` its level there or None.

    `listed`: whether the contents have it.
    """

    style: str
    runs: tuple[Run, ...]
    label: str | None = None
    anchor: str | None = None
    outline: int | None = None
    listed: bool = False

    @property
    def text(self) -> str:
        """Its text without its label."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: cells are paragraphs, `widths` points; with a `header`, the first row is one, repeated on each page.

    `heights`: how high each row is at least, in points; 0 where its text decides.
    """

    rows: tuple[tuple[Par, ...], ...]
    widths: tuple[float, ...]
    aligns: tuple[str, ...]
    header: bool = True
    heights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """A signature block: its heading, the space with a rule, its lines; kept together."""

    heading: Par
    lines: tuple[Par, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Toc:
    """The contents: a heading, then an entry for each provision."""

    heading: Par


@dataclass(frozen=True, slots=True)
class Gap:
    """The room of a drawing, in points: peers leave it free, which spares them drawing."""

    height: float


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins a page."""


Item = Par | Grid | Sign | Toc | Gap | Break


def stream(document: Document, pages: Pages) -> tuple[Item, ...]:
    """The document in reading order; of `pages` only the tables' column widths are taken."""
    widths = iter(pages.widths)
    found = list(_blocks(document.front, document, widths))
    found += _provisions(document.provisions, document, widths, False)
    found += _blocks(document.execution, document, widths)
    return (*found, *_provisions(document.schedules, document, widths, True))


def _provisions(
    provisions: Sequence[nodes.Provision], document: Document, widths: Iterator[tuple[float, ...]], schedules: bool
) -> Iterator[Item]:
    for provision in provisions:
        title = (nodes.Text(f"{provision.label} "), *provision.heading) if provision.label else provision.heading
        style = styles.provision_style(provision, document.meta.scheme, 0, schedules)
        yield Par(style, tuple(runs(title)), None, provision.id, 0, listed=True)
        yield from _blocks(provision.body, document, widths)


def _blocks(blocks: Sequence[Block], document: Document, widths: Iterator[tuple[float, ...]]) -> Iterator[Item]:
    for block in blocks:
        match block:
            case nodes.Paragraph(content, anchor, label=label):
                style = styles.paragraph_style(block, document.meta.scheme, False)
                yield Par(style, tuple(runs(content)), label, anchor)
            case nodes.Heading(_, content, anchor):
                yield Par(styles.heading_style(block), tuple(runs(content)), None, anchor, 0)
            case nodes.OrderedList(items, level) | nodes.BulletList(items, level):
                names = styles.LETTERS if isinstance(block, nodes.OrderedList) else styles.BULLETS
                for item in items:
                    yield Par(names[level], tuple(runs(item.content)), item.label, item.anchor)
                    yield from _blocks(item.children, document, widths)
            case nodes.Table():
                yield _grid(block, next(widths))
            case nodes.SignatureBlock():
                yield _sign(block)
            case nodes.Contents(heading):
                yield Toc(Par(styles.CONTENTS_HEADING, tuple(runs(heading))))
            case nodes.Figure(twin=twin, drawing=drawing) if drawing is not None:
                yield Gap(drawing.height + 2 * styles.FIGURE_GAP)
                yield from _blocks((twin,) if twin is not None else (), document, widths)
            case nodes.Callout(_, body):
                yield from _blocks(body, document, widths)
            case nodes.PageBreak():
                yield Break()
            case _:
                raise TypeError(f"no peer prints {type(block).__name__}")


def _grid(table: nodes.Table, widths: tuple[float, ...]) -> Grid:
    rows, heights = [], []
    for row in (table.header, *table.rows) if table.header is not None else table.rows:
        style = styles.TABLE_TOTAL if row.strong else styles.TABLE_TEXT
        style = styles.TABLE_HEADING if row is table.header else style
        rows.append(tuple(Par(style, tuple(runs(cell.content))) for cell in row.cells))
        fields = [part for cell in row.cells for part in cell.content if isinstance(part, nodes.Field)]
        heights.append(max([styles.FIELD_HEIGHTS.get(field.kind, 0.0) for field in fields], default=0.0))
    aligns = tuple(cell.align for cell in table.rows[0].cells)
    return Grid(tuple(rows), widths, aligns, table.header is not None, tuple(heights))


def _sign(block: nodes.SignatureBlock) -> Sign:
    lines = [
        Par(styles.SIGNATURE_LINE, tuple(runs((nodes.Text(f"{line.label}: "), *line.content)))) for line in block.lines
    ]
    return Sign(Par(styles.SIGNATURE_HEADING, tuple(runs(block.heading))), tuple(lines), block.field)


def runs(content: tuple[Inline, ...], bold: bool = False, italic: bool = False) -> Iterator[Run]:
    """The inlines as runs; neighbours alike are one, as anybody would write them."""
    held: Run | None = None
    for run in _runs(content, bold, italic, None):
        if held is not None and dataclasses.replace(held, text="") == dataclasses.replace(run, text=""):
            held = dataclasses.replace(held, text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def _runs(content: tuple[Inline, ...], bold: bool, italic: bool, link: str | None) -> Iterator[Run]:
    for node in content:
        match node:
            case nodes.Text(text) | nodes.Value(text) | nodes.Use(_, text):
                yield Run(text, bold, italic, link)
            case nodes.Strong(children):
                yield from _runs(children, True, italic, link)
            case nodes.Emphasis(children):
                yield from _runs(children, bold, True, link)
            case nodes.Definition(_, children):
                yield from _runs(children, bold, italic, link)
            case nodes.Link(children, target):
                yield from _runs(children, bold, italic, target)
            case nodes.Reference(pieces=pieces):
                for piece in pieces:
                    yield Run(piece.text, bold, italic, f"#{piece.anchor}" if piece.anchor else link)
            case nodes.Blank(name, _):
                yield Run("________", bold, italic, link, name)
            case nodes.OpenPoint(_, prompt):
                yield Run(f"[{prompt}]", bold, italic, link)
            case nodes.Field():
                pass  # what is filled in is empty; its row is as high as ours
            case _:
                raise TypeError(f"no peer prints {type(node).__name__}")
