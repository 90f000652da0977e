"""Tables, in the columns that the layout stage gave them."""

import re
from collections.abc import Sequence

from vadocs.model import styles
from vadocs.model.document import Field, Row, Table
from vadocs.writers import ooxml
from vadocs.writers.docx.paragraphs import Paragraphs

_AT_END = re.compile("</w:tbl>(?=(?:<w:bookmarkEnd[^>]*/>)?$)")
_ALIGN = {"left": "", "right": "right", "centre": "center"}


def write_table(table: Table, widths: Sequence[float], paragraphs: Paragraphs, *, stays: bool = False) -> str:
    """A table with columns of `widths` points; its header row is repeated on each page, no row splits.

    `stays`: its last row is kept with what follows.
    """
    rows = []
    if table.header:
        rows.append(_row(table.header, widths, styles.TABLE_HEADING, paragraphs, header=True, keep=True))
    count = len(table.rows)
    kept = styles.kept_whole(table)
    for number, row in enumerate(table.rows, start=1):
        style = styles.TABLE_TOTAL if row.strong else styles.TABLE_TEXT
        # LibreOffice cuts a table off where the first row fits a page but for the rule below it.
        opened = number == 1 < count and not kept
        keep = kept if number < count else stays
        rows.append(_row(row, widths, style, paragraphs, keep=keep, open_below=opened, shaded=table.highlight))
    style = paragraphs.inlines.style_id(styles.TABLE)
    return ooxml.table(style, widths, rows, header=table.header is not None, summary=table.summary)


def _row(
    row: Row, widths: Sequence[float], style: str, paragraphs: Paragraphs,
    *, header: bool = False, keep: bool = False, open_below: bool = False, shaded: int | None = None,
) -> str:
    """A row; `keep`: it stays with the row below it, which word processors read off its paragraphs (17.3.1.15).

    `shaded`: the column whose cell stands out.
    """
    colour = paragraphs.look.tables[styles.TABLE].highlight
    cells = [
        (
            width,
            paragraphs.text(style, cell.content, keep=keep or None, align=_ALIGN[cell.align]),
            colour if number == shaded else "",
        )
        for number, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
    ]
    fields = (cell.content[0] for cell in row.cells if cell.content)
    height = max((styles.FIELD_HEIGHTS.get(one.kind, 0.0) for one in fields if isinstance(one, Field)), default=0.0)
    return ooxml.row(cells, header=header, open_below=open_below, height=height)


def parted(xml: str, style: str) -> str:
    """A body with an empty paragraph between tables that follow one another, and after one that ends it.

    `style` is the id of the paragraphs' style.
    """
    between, after = (ooxml.strut(style, height) for height in (styles.BETWEEN_TABLES, styles.AFTER_TABLE))
    return _AT_END.sub(lambda _: "</w:tbl>" + after, xml.replace("</w:tbl><w:tbl>", f"</w:tbl>{between}<w:tbl>"))
