"""Document -> its stable text: what a reader reads, in reading order, one line a paragraph.

This is the text that the DOCX and the PDF hold too. Folding white space makes the three equal, but for
a DOCX's native labels, which are no `w:t`.
"""

from collections.abc import Iterator, Sequence

from vadocs.model.document import Contents, Document
from vadocs.model.lines import Line, entry_title, lines
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
    return "".join(f"{text}\n" for line in lines(document) for text in _texts(line, contents))


def _texts(line: Line, contents: Sequence[Entry]) -> Iterator[str]:
    """The line; after the heading of the contents, the entries."""
    yield line.label + CELL.join(text_of(cell).replace("\n", " ") for cell in line.cells)
    if line.contents is not None:
        yield from _entries(line.contents, contents)


def _entries(block: Contents, contents: Sequence[Entry]) -> Iterator[str]:
    yield from (f"{entry.label} {entry_title(entry)}".strip() for entry in block.entries or ())
    for label, title, _, page, _ in contents:
        yield f"{label} {title}{CELL}{page}" if label else f"{title}{CELL}{page}"
