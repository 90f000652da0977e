"""Tables, in the columns that the layout stage gave them."""

from collections.abc import Sequence

from vadocs.model import styles
from vadocs.model.document import Row, Table
from vadocs.writers import ooxml
from vadocs.writers.docx.paragraphs import Paragraphs

_ALIGN = {"left": "", "right": "right", "centre": "center"}


def write_table(table: Table, widths: Sequence[float], paragraphs: Paragraphs) -> str:
    """A table with columns of `widths` points; its header row is repeated on each page, no row splits."""
    rows = [_row(table.header, widths, styles.TABLE_HEADING, paragraphs, header=True)] if table.header else []
    for row in table.rows:
        rows.append(_row(row, widths, styles.TABLE_TOTAL if row.strong else styles.TABLE_TEXT, paragraphs))
    style = paragraphs.inlines.style_id(styles.TABLE)
    return ooxml.table(style, widths, rows, header=table.header is not None, summary=table.summary)


def _row(row: Row, widths: Sequence[float], style: str, paragraphs: Paragraphs, *, header: bool = False) -> str:
    """A row; a header stays with the first row below it."""
    keep = True if header else None
    cells = [
        (width, paragraphs.text(style, cell.content, keep=keep, align=_ALIGN[cell.align]))
        for cell, width in zip(row.cells, widths, strict=True)
    ]
    return ooxml.row(cells, header=header)
