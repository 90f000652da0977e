"""A document with each of its paragraphs rewritten, the rest as it was."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import is_

from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Cell,
    Columns,
    Document,
    Figure,
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
    heading, body = rewrite(one.heading, one.id), _blocks(one.body, rewrite, one.id)
    children = tuple([_provision(child, rewrite) for child in one.children])
    beside = rewrite(one.heading_beside, one.id) if one.heading_beside else ()
    if heading is one.heading and body is one.body and beside is one.heading_beside and _same(children, one.children):
        return one
    return replace(one, heading=heading, body=body, children=children, heading_beside=beside)


def _blocks(blocks: tuple[Block, ...], rewrite: Rewrite, clause: str) -> tuple[Block, ...]:
    new = tuple([_block(block, rewrite, clause) for block in blocks])
    return blocks if _same(new, blocks) else new


def _same(new: Sequence[object], old: Sequence[object]) -> bool:
    """Whether nothing was rewritten: each member is the very one that it was."""
    return all(map(is_, new, old))


def _block(block: Block, rewrite: Rewrite, clause: str) -> Block:
    match block:
        case Paragraph():
            content = rewrite(block.content, clause)
            if content is block.content:
                return block
            return Paragraph(content, block.anchor, block.numbered, block.label, block.role)
        case Heading():
            content = rewrite(block.content, clause)
            return block if content is block.content else replace(block, content=content)
        case BulletList() | OrderedList():
            items = tuple([_item(item, rewrite, clause) for item in block.items])
            return block if _same(items, block.items) else replace(block, items=items)
        case Table():
            header = _row(block.header, rewrite, clause) if block.header else None
            rows = tuple([_row(row, rewrite, clause) for row in block.rows])
            caption = rewrite(block.caption, clause) if block.caption else ()
            same = header is block.header and _same(rows, block.rows) and caption == block.caption
            return block if same else replace(block, header=header, rows=rows, caption=caption)
        case Figure(twin=Table() as twin):
            told = _block(twin, rewrite, clause)
            return block if told is twin or not isinstance(told, Table) else replace(block, twin=told)
        case SignatureBlock():
            lines = [replace(line, content=rewrite(line.content, clause)) for line in block.lines]
            return replace(block, heading=rewrite(block.heading, clause), lines=tuple(lines))
        case Callout():
            return replace(block, body=_blocks(block.body, rewrite, clause))
        case Columns():
            left, right = _blocks(block.left, rewrite, clause), _blocks(block.right, rewrite, clause)
            same = left is block.left and right is block.right
            return block if same else Columns(left, right, block.stacked)
        case _:
            return block


def _item(item: ListItem, rewrite: Rewrite, clause: str) -> ListItem:
    content = rewrite(item.content, clause)
    children = _blocks(item.children, rewrite, clause) if item.children else item.children
    if content is item.content and children is item.children:
        return item
    return ListItem(content, children, item.anchor, item.label)


def _row(row: Row, rewrite: Rewrite, clause: str) -> Row:
    cells = tuple([_cell(cell, rewrite, clause) for cell in row.cells])
    return row if _same(cells, row.cells) else Row(cells, row.strong)


def _cell(cell: Cell, rewrite: Rewrite, clause: str) -> Cell:
    content = rewrite(cell.content, clause)
    return cell if content is cell.content else Cell(content, cell.align)
