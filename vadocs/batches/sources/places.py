"""Findings about what a table gave: each tells its row, heading and cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from vadocs.diagnostics import Diagnostic, Span, hint, related
from vadocs.readers.overlay import Given

_OF_CONVENTIONS = frozenset({"E070", "E071", "E072", "E073", "E074", "E078", "E079"})
"""Findings about numbers and dates that another convention may read."""


def located(found: Iterable[Diagnostic], given: Sequence[Given]) -> tuple[Diagnostic, ...]:
    """The findings in their order, those about a cell with its row, heading and name as the first related place.

    They lose the edits of their hints, which are made for YAML.
    """
    findings = tuple(found)
    cells = {one.span: one for one in given if one.cell}
    if not cells:
        return findings
    files = {span.file for span in cells}
    return tuple(_located(one, cells) if one.span is not None and one.span.file in files else one for one in findings)


def _located(found: Diagnostic, cells: Mapping[Span, Given]) -> Diagnostic:
    assert found.span is not None
    cell = cells.get(found.span) or next((one for span, one in cells.items() if _within(found.span, span)), None)
    if cell is None:
        return found
    row = cell.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    place = related(cell.span, "table.cell", row=row, key=cell.key, cell=cell.cell)
    hints = tuple(replace(one, edit=None) for one in found.hints)
    if not cell.convention and found.code in _OF_CONVENTIONS:
        hints = (*hints, hint("H749.locale"))
    return replace(found, hints=hints, related=(place, *found.related))


def _within(inner: Span, outer: Span) -> bool:
    starts = (outer.line, outer.column) <= (inner.line, inner.column)
    return starts and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
