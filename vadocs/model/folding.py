"""Tables too wide for their measure: neighbouring columns become one, in which each cell has a line for each of them.

The words and their order stay, so a file still says what the tree says. Where all columns but the first become one,
each line begins with the heading of its column, since such a line may be longer than the measure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from vadocs.model.document import Cell, Field, Inline, LineBreak, Row, Table, Text
from vadocs.model.walk import inlines, text_of

LABELLED = 2
"""The columns of a table of which all but the first became one."""

Folds = tuple[tuple[int, ...], ...]
"""For each column of a folded table, from the left, the columns of the table that stand in it."""


def folds(table: Table) -> Iterator[Folds]:
    """The ways to fold `table`, each with fewer columns than the one before; none where it must stay as it is.

    First the last neighbours of one alignment (amounts), then all of them, then all but the first column, which says
    what a row is. A table without a header stays, since nothing would tell its lines apart, and so does a form.
    """
    if table.header is None or len(table.header.cells) < 3 or table.widths or _is_form(table):
        return
    alike = [tuple(run) for _, run in groupby(range(1, len(table.header.cells)), lambda at: _align(table, at))]
    last = next((number for number in range(len(alike) - 1, -1, -1) if len(alike[number]) > 1), None)
    apart = [tuple((at,) for at in run) for run in alike]
    seen = len(table.header.cells)
    for found in (
        [(0,), *_flat([(run,) if number == last else apart[number] for number, run in enumerate(alike)])],
        [(0,), *alike],
        [(0,), tuple(range(1, len(table.header.cells)))],
    ):
        if len(found) < seen:
            seen = len(found)
            yield tuple(found)


def folded(table: Table, columns: int) -> Table:
    """`table` in so many `columns`: itself where it has them. ValueError where no way to fold it has."""
    if not table.rows or len(table.rows[0].cells) == columns:
        return table
    ways = next((ways for ways in folds(table) if len(ways) == columns), None)
    if ways is None or table.header is None:
        raise ValueError(f"a table of {len(table.rows[0].cells)} columns does not fold into {columns}")
    if columns == LABELLED:
        rows = tuple(_labelled(table.header, row) for row in table.rows)
        return replace(table, header=_row(table.header, ways, " · "), rows=rows, even=0, highlight=None)
    alone = {way[0]: at for at, way in enumerate(ways) if len(way) == 1}
    return replace(
        table, header=_row(table.header, ways), rows=tuple(_row(row, ways) for row in table.rows), even=0,
        highlight=None if table.highlight is None else alone.get(table.highlight),
    )  # fmt: skip


def _row(row: Row, ways: Folds, between: str = "") -> Row:
    return replace(row, cells=tuple(_cell([row.cells[at] for at in way], between) for way in ways))


def _cell(cells: Sequence[Cell], between: str) -> Cell:
    """The cells as lines of one, or parted by a sign; an empty one keeps its line, unless all are."""
    if len(cells) == 1:
        return cells[0]
    part: Inline = Text(between) if between else LineBreak()
    filled = any(cell.content for cell in cells)
    content = [one for n, cell in enumerate(cells) for one in (*([part] if n else []), *cell.content)] if filled else []
    return Cell(tuple(content), cells[0].align if len({cell.align for cell in cells}) == 1 else "left")


def _labelled(header: Row, row: Row) -> Row:
    """The first cell, and the others that say something as lines of one, each after its heading."""
    lines: list[Inline] = []
    for heading, cell in zip(header.cells[1:], row.cells[1:], strict=True):
        if cell.content:
            label = (Text(f"{text_of(heading.content)}: "),) if heading.content else ()
            lines += [*([LineBreak()] if lines else []), *label, *cell.content]
    return replace(row, cells=(row.cells[0], Cell(tuple(lines))))


def _flat(runs: Sequence[Folds]) -> list[tuple[int, ...]]:
    return [way for run in runs for way in run]


def _align(table: Table, at: int) -> str:
    """The alignment of a column: its last row's."""
    row = table.rows[-1] if table.rows else table.header
    assert row is not None
    return row.cells[at].align


def _is_form(table: Table) -> bool:
    return any(isinstance(one, Field) for row in table.rows for cell in row.cells for one in inlines(cell.content))
