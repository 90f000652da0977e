"""XLSX: one sheet's rows, each kept as text, read with openpyxl once the archive was measured."""

import io
import warnings
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from vadocs.batches.sources.archive import Facts, Unsafe, facts_of, measured, place
from vadocs.batches.sources.delimited import Read
from vadocs.batches.sources.headings import NOTE
from vadocs.batches.sources.table import MOST_COLUMNS, MOST_ROWS, Cell, Row, tell
from vadocs.batches.sources.values import NoText, Told, told
from vadocs.diagnostics import Hint, Report, Span, character_names, hint
from vadocs.readers.keys import Key, Keys, NoKey
from vadocs.readers.place import letters
from vadocs.readers.schema.conventions import EXACT
from vadocs.readers.schema.leaf import MAX_TEXT
from vadocs.readers.similar import listed, similar
from vadocs.readers.source import FORBIDDEN

_BETWEEN = "\x1f"
"""Between the cells of a row: a character that no cell may hold."""
_EXACTLY, _AS_TEXT = "=", "'"
_OLD = b"\xd0\xcf\x11\xe0"
"""How a file of the old format begins, and one that a password locks."""


@dataclass(frozen=True, slots=True)
class WorkbookRow:
    """A row as one text: each cell after a sign that tells whether it is a number, date or boolean."""

    file: str
    convention: str
    number: int
    raw: str

    def cells(self) -> Sequence[Cell]:
        """The cells with their places: the row is the line, the column the column."""
        return tuple(
            Cell(
                text[1:], cell_span(self.file, self.number, at + 1), f"{letters(at)}{self.number}",
                EXACT if text[0] == _EXACTLY else self.convention,
            )
            for at, text in enumerate(self.raw.split(_BETWEEN))
        )  # fmt: skip


def cell_span(file: str, row: int, column: int) -> Span:
    """The place of a cell, counted from 1."""
    return Span(file, row, column, row, column + 1)


def read_workbook(
    data: bytes, path: Path, convention: str, sheet: str | None, keys: Keys, report: Report
) -> Read | None:
    """The rows of a workbook's sheet; None, reported, where they cannot be told for certain.

    `sheet` None: the only one that holds anything and is not hidden.
    """
    file = str(path)
    whole = Span(file, 0, 0, 0, 0)
    if data.startswith(_OLD):
        report.add("E750", whole, hints=[hint("H750.old")])
        return None
    try:
        with measured(data) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data, archive, file, convention, sheet, keys, report)
    except Unsafe as reason:
        report.add("E750", whole, hints=[hint(str(reason))])
    except (BadZipFile, zlib.error, EOFError, NotImplementedError):
        report.add("E750", whole, hints=[hint("H750.damaged")])
    except Exception:
        # openpyxl has no error of its own for what is not as it should be: whatever comes is the file's fault.
        report.add("E750", whole, hints=[hint("H750.damaged")])
    return None


def _read(
    data: bytes, archive: ZipFile, file: str, convention: str, sheet: str | None, keys: Keys, report: Report
) -> Read | None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    found = _sheet(book, archive, file, sheet, report)
    if found is None:
        return None
    chosen, facts = found
    if facts.columns > MOST_COLUMNS or facts.rows > MOST_ROWS + 1:
        what, most = ("columns", MOST_COLUMNS) if facts.columns > MOST_COLUMNS else ("rows", MOST_ROWS)
        report.add("E742", Span(file, 0, 0, 0, 0), hints=[hint(f"H742.{what}", most=most)])
        return None
    faults = Report()
    read = _Reader(file, convention, chosen.title, facts, keys, faults).read(chosen)
    tell(faults, report)
    return None if faults.failed else read


def _sheet(
    book: Any, archive: ZipFile, file: str, wanted: str | None, report: Report
) -> tuple[Any, Facts] | None:
    """The sheet to read and the facts of its XML; None, reported, where it is not clear which (E751)."""
    whole = Span(file, 0, 0, 0, 0)
    sheets = {one.title: one for one in book.worksheets}
    if wanted is not None:
        alike = [one for title, one in sheets.items() if title.casefold() == wanted.casefold()]
        chosen = sheets.get(wanted) or (alike[0] if len(alike) == 1 else None)
        if chosen is None:
            near = similar(wanted, sheets)
            hints = [hint("H700", name=near)] if near else []
            report.add("E751", whole, hints=[*hints, hint("H751", names=listed(list(sheets)))])
            return None
        return chosen, _facts(chosen, archive)
    shown = [(one, _facts(one, archive)) for one in sheets.values() if one.sheet_state == "visible"]
    filled = [(one, facts) for one, facts in shown if facts.cells]
    if len(filled) == 1:
        return filled[0]
    names = listed([one.title for one, _ in filled])
    report.add("E751", whole, hints=[hint("H751", names=names) if filled else hint("H751.empty")])
    return None


def _facts(sheet: Any, archive: ZipFile) -> Facts:
    """The facts of the very part that openpyxl reads for a sheet."""
    with archive.open(sheet._worksheet_path) as stream:
        return facts_of(stream)


@dataclass(slots=True)
class _Reader:
    """Reads one sheet into rows; findings go to `report`."""

    file: str
    convention: str
    title: str
    facts: Facts
    keys: Keys
    report: Report

    def read(self, sheet: Any) -> Read | None:
        """The rows below the first that holds anything, which is that of the headings."""
        headings: tuple[Cell, ...] = ()
        columns: list[Key | NoKey | None] = []
        numbers: dict[int, list[str]] = {}
        rows: list[Row] = []
        blank = 0
        facts = self.facts
        for number, cells in enumerate(sheet.iter_rows(max_row=facts.rows, max_col=facts.columns), start=1):
            if not headings:
                texts = [told_heading(cell) for cell in cells]
                if any(texts):
                    headings = tuple(self._cell(number, at, text) for at, text in enumerate(texts))
                    columns = [None if not t or t.startswith(NOTE) else self.keys.find(t) for t in texts]
                    self._merged(number, columns)
                continue
            found = [self._told(number, at, cell, columns[at]) for at, cell in enumerate(cells)]
            for at, one in enumerate(found):
                if one.number:
                    numbers.setdefault(at, []).append(f"{letters(at)}{number}")
            if any(one.text for one in found):
                raw = _BETWEEN.join((_EXACTLY if one.exact else _AS_TEXT) + one.text for one in found)
                rows.append(WorkbookRow(self.file, self.convention, number, raw))
            else:
                blank += 1
        self._lost_zeros(numbers, headings)
        self._hidden(headings, rows)
        return Read(headings, tuple(rows), blank, sheet=self.title)

    def _cell(self, number: int, at: int, text: str) -> Cell:
        return Cell(text, cell_span(self.file, number, at + 1), f"{letters(at)}{number}")

    def _told(self, number: int, at: int, cell: Any, key: Key | NoKey | None) -> Told:
        """The text of a cell; what keeps it from being read is reported."""
        if (number, at + 1) in self.facts.unsaved:
            self._fault(number, at, key, hint("H729.formula"))
            return Told("?")
        if cell.value is None:
            return Told("")
        try:
            found = told(cell.value, cell.data_type, cell.number_format, key)
        except NoText as reason:
            self._fault(number, at, key, hint(str(reason)))
            return Told("?")
        wrong = FORBIDDEN.findall(found.text)
        if wrong:
            name = f"{letters(at)}{number}"
            self.report.add(
                "E743", cell_span(self.file, number, at + 1), cell=name, character=character_names(wrong)
            )
            return Told("?")
        if len(found.text) > MAX_TEXT:
            advice = hint("H742.cell", cell=f"{letters(at)}{number}", most=MAX_TEXT)
            self.report.add("E742", cell_span(self.file, number, at + 1), hints=[advice])
            return Told("?")
        return found

    def _fault(self, number: int, at: int, key: Key | NoKey | None, reason: Hint) -> None:
        """Report that a cell cannot be read as it stands (E729); in a column of notes it does not matter."""
        if key is not None:
            cell = f"{letters(at)}{number}"
            self.report.add(
                "E729", cell_span(self.file, number, at + 1), cell=cell, row=number, key=key_text(key), hints=[reason]
            )

    def _merged(self, header: int, columns: Sequence[Key | NoKey | None]) -> None:
        """Report merged cells from the headings down, but those of notes alone (E748): only the first has a value."""
        for name in self.facts.merged:
            first, _, last = name.partition(":")
            (left, top), (right, bottom) = place(first), place(last or first)
            used = any(key is not None for key in columns[left - 1 : right])
            if bottom >= header and used:
                self.report.add("E748", cell_span(self.file, top, left), range=name, hints=[hint("H748")])

    def _lost_zeros(self, numbers: dict[int, list[str]], headings: Sequence[Cell]) -> None:
        """Warn of numbers where a text belongs, once a column (W749): noughts before them are lost."""
        for at, cells in numbers.items():
            key = headings[at].text
            row, column = place(cells[0])[1], at + 1
            span = cell_span(self.file, row, column)
            self.report.add("W749", span, key=key, cell=cells[0], count=len(cells), hints=[hint("H749.zeros")])

    def _hidden(self, headings: Sequence[Cell], rows: Sequence[Row]) -> None:
        """Warn of hidden rows and columns, which are read as the others are (W750)."""
        known = {row.number for row in rows}
        hidden = [number for number in self.facts.hidden_rows if number in known]
        if hidden:
            span = cell_span(self.file, hidden[0], 1)
            self.report.add("W750", span, count=len(hidden), row=hidden[0], hints=[hint("H750.rows")])
        for at, cell in enumerate(headings):
            if cell.text and any(first <= at + 1 <= last for first, last in self.facts.hidden_columns):
                self.report.add("W751", cell.span, key=cell.text, cell=cell.name, hints=[hint("H751.column")])


def key_text(key: Key | NoKey) -> str:
    """The key as messages show it; "?" for a heading that is none."""
    return key.text if isinstance(key, Key) else "?"


def told_heading(cell: Any) -> str:
    """The text of a heading."""
    return "" if cell.value is None else str(cell.value).strip()

