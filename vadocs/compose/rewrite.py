"""A document with each of its paragraphs rewritten, the rest as it was."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Cell,
    Columns,
    Document,
    Heading,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Provision,
    Row,
    SignatureBlock,
    Table,
)

Rewrite = Callable[[tuple[Inline, ...], str], tuple[Inline, ...]]
"""The new inlines of a paragraph, heading, item or cell of the clause whose id is given; the same object: unchanged."""


def rewritten(document: Document, rewrite: Rewrite) -> Document:
    """The document with `rewrite` applied to every paragraph, in reading order; what is unchanged is shared.

    Before the provisions the anchor of a centred heading names the clause.
    """
    return replace(
        document,
        front=_divided(document.front, rewrite),
        provisions=tuple(_provision(one, rewrite) for one in document.provisions),
        execution=_blocks(document.execution, rewrite, "signature-block"),
        schedules=tuple(_provision(one, rewrite) for one in document.schedules),
    )


def _divided(blocks: Sequence[Block], rewrite: Rewrite) -> tuple[Block, ...]:
    found: list[Block] = []
    clause = ""
    for block in blocks:
        if isinstance(block, Heading) and block.centred:
            clause = block.anchor or clause
        found += _blocks((block,), rewrite, clause)
    return tuple(found)


def _provision(one: Provision, rewrite: Rewrite) -> Provision:
    return replace(
        one,
        heading=rewrite(one.heading, one.id),
        body=_blocks(one.body, rewrite, one.id),
        children=tuple(_provision(child, rewrite) for child in one.children),
    )


def _blocks(blocks: Sequence[Block], rewrite: Rewrite, clause: str) -> tuple[Block, ...]:
    return tuple([_block(block, rewrite, clause) for block in blocks])


def _block(block: Block, rewrite: Rewrite, clause: str) -> Block:
    match block:
        case Paragraph():
            content = rewrite(block.content, clause)
            if content is block.content:
                return block
            return Paragraph(content, block.anchor, block.numbered, block.label, block.role)
        case Heading():
            return replace(block, content=rewrite(block.content, clause))
        case BulletList() | OrderedList():
            items = tuple([_item(item, rewrite, clause) for item in block.items])
            same = all(new is old for new, old in zip(items, block.items, strict=True))
            return block if same else replace(block, items=items)
        case Table():
            header = _row(block.header, rewrite, clause) if block.header else None
            return replace(block, header=header, rows=tuple(_row(row, rewrite, clause) for row in block.rows))
        case SignatureBlock():
            lines = [replace(line, content=rewrite(line.content, clause)) for line in block.lines]
            return replace(block, heading=rewrite(block.heading, clause), lines=tuple(lines))
        case Callout():
            return replace(block, body=_blocks(block.body, rewrite, clause))
        case Columns():
            return Columns(_blocks(block.left, rewrite, clause), _blocks(block.right, rewrite, clause))
        case _:
            return block


def _item(item: ListItem, rewrite: Rewrite, clause: str) -> ListItem:
    content = rewrite(item.content, clause)
    children = _blocks(item.children, rewrite, clause) if item.children else ()
    if content is item.content and all(n is o for n, o in zip(children, item.children, strict=True)):
        return item
    return replace(item, content=content, children=children)


def _row(row: Row, rewrite: Rewrite, clause: str) -> Row:
    return Row(tuple([Cell(rewrite(cell.content, clause), cell.align) for cell in row.cells]), row.strong)
