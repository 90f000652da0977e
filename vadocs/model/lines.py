"""A document as it is read: its paragraphs in reading order, each with its label and its inlines."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Columns,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Form,
    Heading,
    Inline,
    OrderedList,
    PageBreak,
    Paragraph,
    Provision,
    Row,
    SignatureBlock,
    SignatureLine,
    Table,
    Text,
)

BESIDE = " / "
"""What parts two languages that stand in one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `label` is its number with what parts it from the text ("7.2 "), "" for none.

    `cells` are the contents of a row's cells, or the one content of any other paragraph. `spoken`: it is not printed,
    but told to who cannot see a drawing. `contents`: the heading of a table of contents, whose entries follow it.
    """

    label: str
    cells: tuple[tuple[Inline, ...], ...]
    spoken: bool = False
    contents: Contents | None = None


Tables = Callable[[Table], Table]
"""Gives a table as it stands where it is read."""


def _as_composed(table: Table) -> Table:
    return table


def lines(document: Document, tables: Tables = _as_composed) -> Iterator[Line]:
    """Every paragraph in reading order, of each table as `tables` gives it; the entries of the contents are none."""
    yield from _blocks(document.front, tables)
    for one in document.provisions:
        yield from _provision(one, " ", tables)
    yield from _blocks(document.execution, tables)
    for one in document.schedules:
        yield from _provision(one, ". ", tables)


def _provision(one: Provision, after_label: str, tables: Tables) -> Iterator[Line]:
    yield Line(f"{one.label}{after_label}" if one.label else "", (one.heading,))
    if one.heading_beside:
        yield Line(f"{one.label_beside}{after_label}" if one.label_beside else "", (one.heading_beside,))
    yield from _blocks(one.body, tables)
    for child in one.children:
        yield from _provision(child, " ", tables)


def _blocks(blocks: Iterable[Block], tables: Tables) -> Iterator[Line]:
    for block in blocks:
        yield from _block(block, tables)


def _block(block: Block, tables: Tables) -> Iterator[Line]:
    match block:
        case Paragraph(content, _, _, label):
            yield _labelled(label, content)
        case Heading(_, content):
            yield Line("", (content,))
        case Contents(content):
            yield Line("", (content,), contents=block)
        case BulletList(items) | OrderedList(items):
            for item in items:
                yield _labelled(item.label, item.content)
                yield from _blocks(item.children, tables)
        case Table():
            table = tables(block)
            if table.caption:
                yield Line("", (table.caption,))
            yield from (_row(row) for row in (*((table.header,) if table.header else ()), *table.rows))
        case Callout(_, body):
            yield from _blocks(body, tables)
        case Columns(left, right):
            yield from _blocks(left, tables)
            yield from _blocks(right, tables)
        case Figure(_, alternative, twin):
            yield Line("", ((Text(alternative),),), spoken=True)
            yield from _block(twin, tables) if twin else ()
        case Form(fields):
            yield from (Line("", ((field,),)) for field in fields)
        case SignatureBlock():
            yield Line("", (block.heading,))
            yield from (Line(f"{signature_label(line)}: ", (line.content,)) for line in block.lines)
        case PageBreak():
            return
        case _:
            raise TypeError(f"no native text for {type(block).__name__}")


def entry_title(entry: ContentsEntry) -> str:
    """The title of an entry of the contents, in both languages where the document has two."""
    return f"{entry.title}{BESIDE}{entry.beside}" if entry.beside else entry.title


def signature_label(line: SignatureLine) -> str:
    """The label of a line of a signature block, in both languages where the document has two."""
    return f"{line.label}{BESIDE}{line.beside}" if line.beside else line.label


def _row(row: Row) -> Line:
    return Line("", tuple(cell.content for cell in row.cells))


def _labelled(label: str | None, content: tuple[Inline, ...]) -> Line:
    return Line("" if label is None else f"{label} ", (content,))
