"""Going through a document: its blocks in reading order, its inlines, and the text that each prints."""

from collections.abc import Iterable, Iterator

from vadocs.model.document import (
    Blank,
    Block,
    BulletList,
    Callout,
    Columns,
    Contents,
    Definition,
    Document,
    Emphasis,
    Field,
    Figure,
    Form,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OpenPoint,
    OrderedList,
    Paragraph,
    Provision,
    Reference,
    SignatureBlock,
    Spoken,
    Strong,
    Table,
    Text,
    Use,
    Value,
)


def provisions(document: Document) -> Iterator[Provision]:
    """Every provision and schedule in reading order, each before its children."""
    for top in (*document.provisions, *document.schedules):
        yield from _with_children(top)


def _with_children(provision: Provision) -> Iterator[Provision]:
    yield provision
    for child in provision.children:
        yield from _with_children(child)


def document_blocks(document: Document) -> Iterator[Block]:
    """Every block of the document in reading order, outer ones before those they hold."""
    yield from blocks(document.front)
    for provision in document.provisions:
        for one in _with_children(provision):
            yield from blocks(one.body)
    yield from blocks(document.execution)
    for schedule in document.schedules:
        for one in _with_children(schedule):
            yield from blocks(one.body)


def blocks(some: Iterable[Block]) -> Iterator[Block]:
    """`some` blocks and all that they hold, in reading order."""
    for block in some:
        yield block
        if isinstance(block, BulletList | OrderedList):
            for item in block.items:
                yield from blocks(item.children)
        elif isinstance(block, Callout):
            yield from blocks(block.body)
        elif isinstance(block, Columns):
            yield from blocks(block.left)
            yield from blocks(block.right)
        elif isinstance(block, Figure) and block.twin is not None:
            yield block.twin


def items(some: Iterable[Block]) -> Iterator[ListItem]:
    """Every list item below `some` blocks, in reading order."""
    for block in blocks(some):
        if isinstance(block, BulletList | OrderedList):
            yield from block.items


def rows_of_inlines(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The paragraphs that a block itself prints, as inlines; what it holds as blocks is not among them."""
    if isinstance(block, Paragraph | Heading):
        yield block.content
    elif isinstance(block, BulletList | OrderedList):
        yield from (item.content for item in block.items)
    elif isinstance(block, Table):
        if block.caption:
            yield block.caption
        rows = (*((block.header,) if block.header else ()), *block.rows)
        yield from (cell.content for row in rows for cell in row.cells)
    elif isinstance(block, SignatureBlock):
        yield block.heading
        yield from (line.content for line in block.lines)
    elif isinstance(block, Contents):
        yield block.heading
    elif isinstance(block, Form):
        yield block.fields


def document_inlines(document: Document) -> Iterator[Inline]:
    """Every inline of the document, outer ones before those they hold."""
    for block in document_blocks(document):
        for row in rows_of_inlines(block):
            yield from inlines(row)
    for provision in provisions(document):
        yield from inlines(provision.heading)
        yield from inlines(provision.heading_beside)


def inlines(some: Iterable[Inline]) -> Iterator[Inline]:
    """`some` inlines and all that they hold, in reading order."""
    for inline in some:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link | Definition | Spoken):
            yield from inlines(inline.children)


def values_of(document: Document) -> Iterator[Value]:
    """Every text of the document that came from the spec, in reading order."""
    yield from (inline for inline in document_inlines(document) if isinstance(inline, Value))


def text_of(some: Iterable[Inline]) -> str:
    """What the inlines print, as plain text: the one text that every format must hold.

    A line break is "\\n", a blank and an open point print their prompt in
    brackets; an unresolved reference prints nothing.
    A node that is none of the document's raises TypeError: a hole is left, which is a defect of ours.
    """
    return "".join(_inline_text(inline) for inline in some)


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text(text) | Value(text) | Use(_, text):
            return text
        case Blank(_, prompt) | OpenPoint(_, prompt):
            return f"[{prompt}]"
        case Strong(children) | Emphasis(children) | Definition(_, children) | Link(children) | Spoken(children):
            return text_of(children)
        case Reference():
            return "".join(piece.text for piece in inline.pieces)
        case LineBreak():
            return "\n"
        case Field():
            return ""
        case _:
            raise TypeError(f"no text for {type(inline).__name__}")
