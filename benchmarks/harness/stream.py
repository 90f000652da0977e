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
    """A paragraph in a style of the look; `label` is its number or bullet, `outline` its level there or None."""

    style: str
    runs: tuple[Run, ...]
    label: str | None = None
    anchor: str | None = None
    outline: int | None = None

    @property
    def text(self) -> str:
        """Its text without its label."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: cells are paragraphs, `widths` points; the first row is a header, repeated on each page."""

    rows: tuple[tuple[Par, ...], ...]
    widths: tuple[float, ...]
    aligns: tuple[str, ...]


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


Item = Par | Grid | Sign | Toc


def stream(document: Document, pages: Pages) -> tuple[Item, ...]:
    """The document in reading order; of `pages` only the tables' column widths are taken."""
    widths = iter(pages.widths)
    scheme = document.meta.scheme
    found = list(_blocks(document.front, document, widths))
    for provision in document.provisions:
        title = (nodes.Text(f"{provision.label} "), *provision.heading)
        found.append(Par(styles.PROVISION[scheme], tuple(runs(title)), None, provision.id, 0))
        found += _blocks(provision.body, document, widths)
    return (*found, *_blocks(document.execution, document, widths))


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
            case _:
                raise TypeError(f"no peer prints {type(block).__name__}")


def _grid(table: nodes.Table, widths: tuple[float, ...]) -> Grid:
    assert table.header is not None
    rows = []
    for row in (table.header, *table.rows):
        style = styles.TABLE_TOTAL if row.strong else styles.TABLE_TEXT
        style = styles.TABLE_HEADING if row is table.header else style
        rows.append(tuple(Par(style, tuple(runs(cell.content))) for cell in row.cells))
    return Grid(tuple(rows), widths, tuple(cell.align for cell in table.rows[0].cells))


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
            case _:
                raise TypeError(f"no peer prints {type(node).__name__}")
