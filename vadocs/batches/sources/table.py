"""A table as it was read, whatever its file: headings and rows of cells, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, overload

from vadocs.diagnostics import Report, Severity, Span, hint
from vadocs.readers.keys import Key
from vadocs.readers.overlay import Given

MOST_ROWS = 100_000
MOST_COLUMNS = 500
MOST_FINDINGS = 100
"""Findings about a table's rows that are told one by one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, its place in the file, its name as spreadsheets have it ("C5").

    `convention`: how a number or a date in it is to be read (`Given.convention`).
    """

    text: str
    span: Span
    name: str
    convention: str = ""


class Row(Protocol):
    """A row. `number` is the one that a spreadsheet shows. Its cells are made when they are asked for, each time."""

    @property
    def number(self) -> int:
        """The number that a spreadsheet shows."""

    def cells(self) -> Sequence[Cell]:
        """The cells, as many as there are headings."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its place from 0. `key` is None for notes, whose heading begins with `#`."""

    at: int
    heading: Cell
    key: Key | None


@dataclass(frozen=True, slots=True)
class Laid(Sequence[Given]):
    """What a row lays over the base spec, then what `--set` gives; made anew each time it is gone through.

    A batch holds the rows of its table until its end: as their text alone they take a tenth of the memory.
    """

    row: Row
    columns: tuple[Column, ...]
    settings: tuple[Given, ...] = ()

    def __iter__(self) -> Iterator[Given]:
        cells = self.row.cells()
        for column in self.columns:
            cell = cells[column.at]
            if cell.text and column.key is not None:
                text = _as_leaf(cell.text, column.key)
                yield Given(column.key.text, text, cell.span, cell.convention, cell.name)
        yield from self.settings

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> Given: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Given]: ...
    def __getitem__(self, index: int | slice) -> Given | Sequence[Given]:
        return tuple(self)[index]


_BOOLEANS = {"true": "true", "verdadero": "true", "false": "false", "falso": "false"}
"""What spreadsheets in Spanish and English make of a boolean, whatever was typed."""


def _as_leaf(text: str, key: Key) -> str:
    """The text; of a boolean as a spreadsheet writes it, as a spec does."""
    boolean = key.leaf is not None and key.leaf.type == "boolean"
    return _BOOLEANS.get(text.casefold(), text) if boolean else text


def tell(found: Report, report: Report) -> None:
    """Hand the findings of a table over; of very many errors or warnings the first, then how many more (E734, W734)."""
    errors = [one for one in found if one.severity is Severity.ERROR]
    others = [one for one in found if one.severity is not Severity.ERROR]
    for told, code in ((errors, "E734"), (others, "W734")):
        report.extend(told[:MOST_FINDINGS])
        if len(told) > MOST_FINDINGS:
            report.add(code, told[MOST_FINDINGS].span, count=len(told) - MOST_FINDINGS, hints=[hint("H734")])
