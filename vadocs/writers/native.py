"""Document -> its stable text: what a reader reads, in reading order, one line a paragraph.

This is the text that the DOCX and the PDF hold too. Folding white space makes the three equal, but for
a DOCX's native labels, which are no `w:t`.
"""

from collections.abc import Iterable, Iterator, Sequence

from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Columns,
    Contents,
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
    Table,
)
from vadocs.model.walk import text_of

CELL = "\t"
"""What parts the cells of a row."""


Entry = tuple[str, str, str, int, int]
"""An entry of the contents as `Pages.contents` has it: label, title, anchor, page, level."""


def write_native(document: Document, contents: Sequence[Entry] = ()) -> str:
    """The text of the whole document, each line ended by "\\n"; `contents` are the entries with their pages.

    A label stands before its paragraph, item or heading with a space, a schedule's with ". "; a row's
    cells are parted by tabs; a line of a signature block is its label, ": ", its content; line
    breaks within a paragraph are spaces. A page break prints nothing.
    """
    lines = [*_front(document.front, contents)]
    for one in document.provisions:
        lines += _provision(one, " ")
    lines += _blocks(document.execution)
    for one in document.schedules:
        lines += _provision(one, ". ")
    return "".join(f"{line}\n" for line in lines)


def _front(blocks: Iterable[Block], contents: Sequence[Entry]) -> Iterator[str]:
    """The blocks before the first provision; the contents with their entries."""
    for block in blocks:
        yield from _block(block)
        if isinstance(block, Contents):
            for label, title, _, page, _ in contents:
                yield f"{label} {title}{CELL}{page}" if label else f"{title}{CELL}{page}"


def _provision(one: Provision, after_label: str) -> Iterator[str]:
    heading = _line(one.heading)
    yield f"{one.label}{after_label}{heading}" if one.label else heading
    yield from _blocks(one.body)
    for child in one.children:
        yield from _provision(child, " ")


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content, _, _, label):
            yield _labelled(label, content)
        case Heading(_, content):
            yield _line(content)
        case Contents(content, listed):
            yield _line(content)
            yield from (f"{entry.label} {entry.title}".strip() for entry in listed or ())
        case BulletList(items) | OrderedList(items):
            for item in items:
                yield _labelled(item.label, item.content)
                yield from _blocks(item.children)
        case Table(header, rows, caption=caption):
            if caption:
                yield _line(caption)
            for row in (*((header,) if header else ()), *rows):
                yield _row(row)
        case Callout(_, body):
            yield from _blocks(body)
        case Columns(left, right):
            yield from _blocks(left)
            yield from _blocks(right)
        case Figure(_, alternative, twin):
            yield alternative
            yield from _block(twin) if twin else ()
        case Form(fields):
            yield from (_line((field,)) for field in fields)
        case SignatureBlock():
            yield _line(block.heading)
            yield from (f"{line.label}: {_line(line.content)}" for line in block.lines)
        case PageBreak():
            return
        case _:
            raise TypeError(f"no native text for {type(block).__name__}")


def _row(row: Row) -> str:
    return CELL.join(_line(cell.content) for cell in row.cells)


def _labelled(label: str | None, content: tuple[Inline, ...]) -> str:
    return _line(content) if label is None else f"{label} {_line(content)}"


def _line(content: tuple[Inline, ...]) -> str:
    return text_of(content).replace("\n", " ")
