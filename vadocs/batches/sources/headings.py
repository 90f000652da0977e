"""The headings of a table: each the key of a leaf, or notes of the user's own."""

from collections.abc import Sequence

from vadocs.batches.sources.delimited import Read
from vadocs.batches.sources.table import Cell, Column
from vadocs.diagnostics import Report, Span, hint, related
from vadocs.readers.keys import Key, Keys, NoKey, steps_of
from vadocs.readers.nodes import Node
from vadocs.readers.overlay import Given, misfit
from vadocs.readers.similar import listed

NOTE = "#"
"""How the heading of a column begins that is never laid over a spec."""


def columns_of(read: Read, keys: Keys, report: Report) -> tuple[Column, ...]:
    """The columns of a table; what is wrong with its headings is reported."""
    found: list[Column] = []
    told: list[tuple[Cell, NoKey]] = []
    for at, cell in enumerate(read.headings):
        if not cell.text:
            _unnamed(read, at, cell, report)
        elif cell.text.startswith(NOTE):
            found.append(Column(at, cell, None))
        else:
            key = keys.find(cell.text)
            if isinstance(key, Key):
                found.append(Column(at, cell, key))
            else:
                told.append((cell, key))
    if told and not any(column.key for column in found) and not any(key.meant for _, key in told):
        report.add("E733", _whole(read.headings), hints=[hint("H733")])
        return ()
    for cell, key in told:
        tell_unknown(cell.text, cell.span, key, report)
    _twice(found, report)
    return tuple(found)


def tell_unknown(text: str, span: Span | None, key: NoKey, report: Report) -> None:
    """Report a text that is no key of a leaf, with those that were probably meant."""
    hints = [hint("H726", keys=listed(key.meant))] if key.meant else [hint("H726.none")]
    report.add(key.code, span, key=text, hints=hints)


def _unnamed(read: Read, at: int, cell: Cell, report: Report) -> None:
    """Report a column without a heading in which something stands (E732)."""
    for row in read.rows:
        cells = row.cells()
        if at < len(cells) and cells[at].text:
            report.add("E732", cell.span, cell=cell.name, value=cells[at].name, hints=[hint("H732")])
            return


def _whole(headings: Sequence[Cell]) -> Span:
    first, last = headings[0].span, headings[-1].span
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)


def _twice(columns: Sequence[Column], report: Report) -> None:
    """Report a heading that stands twice (E730), or holds what another is a part of (E731)."""
    seen: dict[object, Column] = {}
    for column in columns:
        name: object = column.key.steps if column.key is not None else column.heading.text
        first = seen.setdefault(name, column)
        if first is not column:
            place = related(first.heading.span, "table.first", cell=first.heading.name)
            report.add("E730", column.heading.span, key=column.heading.text, related=[place])
    keyed = [column for column in columns if column.key is not None]
    for column in keyed:
        assert column.key is not None
        steps = column.key.steps
        for other in (seen.get(steps[:count]) for count in range(1, len(steps))):
            if other is not None:
                place = related(other.heading.span, "table.first", cell=other.heading.name)
                key, above = column.heading.text, other.heading.text
                report.add("E731", column.heading.span, related=[place], key=key, other=above)


def check_fit(columns: Sequence[Column], settings: Sequence[Given], root: Node, report: Report) -> None:
    """Report keys that part what the base spec gives as one value, or join what it parts (E745).

    Laid over it, they would take away what stands there, such as a text in its other language.
    """
    keyed = [(column.key.text, column.key.steps, column.heading.span) for column in columns if column.key is not None]
    keyed += [(one.key, steps_of(one.key) or (), one.span) for one in settings]
    for text, steps, span in keyed:
        wrong = misfit(root, steps)
        if wrong is not None and wrong.place is not None:
            report.add(wrong.code, span, hints=[wrong.hint], related=[related(wrong.place, "table.base")], key=text)
