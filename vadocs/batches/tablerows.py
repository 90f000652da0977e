"""The row of a table that tells of an engagement."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vadocs.batches.sources.jobs import keys_near, read_table
from vadocs.batches.traces import terms_of
from vadocs.diagnostics import Report

TABLES = (".csv", ".tsv", ".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its number as a spreadsheet shows it, the lines of the file that it takes, by what its client is found.

    `number` 0: the table could not be read.
    """

    file: Path
    number: int
    lines: tuple[int, ...] = ()
    engagement_number: str = ""
    terms: tuple[str, ...] = field(default=(), repr=False)


def row_of(table: Path, id: str) -> TableRow | None:
    """The row of the engagement; None where the table has none. OSError, `Failure` where the system refuses."""
    read = read_table(table, "", None, keys_near(table, Report()), Report())
    if read is None:
        return TableRow(table, 0)
    keys = [heading.text for heading in read.headings]
    if "id" not in keys:
        return None
    at = keys.index("id")
    for row in read.rows:
        cells = row.cells()
        if at < len(cells) and cells[at].text == id:
            told = dict(zip(keys, (cell.text for cell in cells), strict=False))
            spans = [cell.span for cell in cells]
            lines = tuple(range(min(s.line for s in spans), max(s.end_line for s in spans) + 1))
            return TableRow(table, row.number, lines, told.get("number", ""), terms_of(_of_client(told)))
    return None


def _of_client(told: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((key, text) for key, text in told.items() if key.startswith("client") and text)
