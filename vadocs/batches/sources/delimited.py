"""CSV: encoding and delimiter told from the file, then its rows, each kept as the text that it was."""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from vadocs.batches.sources.table import MOST_COLUMNS, MOST_ROWS, Cell, Row, tell
from vadocs.diagnostics import Report, Span, character_names, hint
from vadocs.readers.place import letters
from vadocs.readers.schema.leaf import MAX_TEXT
from vadocs.readers.source import FORBIDDEN, MAX_FORBIDDEN

DELIMITERS = (",", ";", "\t", "|")
_SEPARATOR_LINE = re.compile(r"\"?sep=([,;\t|])\"?\r?\n?", re.IGNORECASE)
"""A first line that Excel takes for the delimiter, and does not show."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_UTF8_LETTER = re.compile(rb"[\xc3\xc2\xe2][\x80-\xbf]")
"""How letters with accents, and the signs of Spanish and English, begin in UTF-8."""


@dataclass(frozen=True, slots=True)
class Delimited:
    """What the rows of a CSV file share. `width`: how many cells its heading row has."""

    file: str
    delimiter: str
    encoding: str
    convention: str
    width: int


@dataclass(frozen=True, slots=True)
class DelimitedRow:
    """A row as the text that it was. `line`: the line of the file in which it begins."""

    shared: Delimited
    number: int
    line: int
    raw: str

    def cells(self) -> Sequence[Cell]:
        """The cells with the places of their text."""
        shared = self.shared
        texts = next(csv.reader([self.raw], delimiter=shared.delimiter, strict=True), [])
        return tuple(_placed(self, texts))


def _placed(row: DelimitedRow, texts: Sequence[str]) -> Iterator[Cell]:
    """The cells of a row. Where they stand follows from their texts: quotes are doubled within quotes, and no more."""
    at, line, column = 0, row.line, 1
    for index, text in enumerate(texts):
        quotes = 2 + text.count('"') if row.raw[at : at + 1] == '"' else 0
        written = row.raw[at : at + len(text) + quotes]
        end_line, end_column = _after(written, line, column)
        wide = max(end_column, column + 1) if end_line == line else end_column
        span = Span(row.shared.file, line, column, end_line, wide)
        yield Cell(trimmed(text), span, f"{letters(index)}{row.number}", row.shared.convention)
        at += len(written) + 1
        line, column = end_line, end_column + 1


def _after(written: str, line: int, column: int) -> tuple[int, int]:
    """Line and column behind a text that begins at `line` and `column`."""
    if "\n" not in written and "\r" not in written:
        return line, column + len(written)
    lines = re.split(r"\r\n|\r|\n", written)
    return line + len(lines) - 1, len(lines[-1]) + 1


def trimmed(text: str) -> str:
    """A cell's text without white space around it, its line breaks as one character each."""
    return text.strip().replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Read:
    """The rows of a file: that of the headings, the others, and how many held nothing."""

    headings: Sequence[Cell]
    rows: tuple[Row, ...]
    blank: int
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


def read_delimited(data: bytes | None, path: Path, convention: str, report: Report) -> Read | None:
    """The rows of a CSV file; None, reported, where they cannot be told for certain, or `data` is None already."""
    file = str(path)
    decoded = _decoded(data, file, report) if data is not None else None
    if decoded is None:
        return None
    text, encoding = decoded
    lines, forbidden = _LINE.findall(text), FORBIDDEN.search(text) is not None
    del data, text, decoded  # a batch lives long, and needs its rows alone
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        report.add("E733", Span(file, 1, 1, 1, 1), hints=[hint("H733")])
        return None
    stated = _SEPARATOR_LINE.fullmatch(lines[0])
    delimiter = stated[1] if stated else _delimiter(lines, file, report)
    if delimiter is None:
        return None
    shared = Delimited(file, delimiter, encoding, convention, 0)
    found = Report()
    read = _rows(shared, lines, 1 if stated else 0, found)
    if read is not None and forbidden:
        _tell_forbidden(read, found)
    tell(found, report)
    return None if found.failed else read


def _decoded(data: bytes, file: str, report: Report) -> tuple[str, str] | None:
    """The text and the name of its encoding; None, reported, where it is none."""
    start = Span(file, 1, 1, 1, 1)
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text, encoding = data.decode("utf-16"), "UTF-16"
        else:
            text, encoding = data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        if _UTF8_LETTER.search(data) or data.startswith(codecs.BOM_UTF8):
            line = data.count(b"\n", 0, error.start) + 1
            report.add("E739", Span(file, line, 1, line, 1), hints=[hint("H739.mixed")])
            return None
        try:
            text, encoding = data.decode("cp1252"), "Windows-1252"
        except UnicodeDecodeError:
            report.add("E739", start, hints=[hint("H739")])
            return None
    if len(FORBIDDEN.findall(text)) > MAX_FORBIDDEN or "\0" in text:
        report.add("E739", start, hints=[hint("H739")])
        return None
    return text, encoding


def _delimiter(lines: Sequence[str], file: str, report: Report) -> str | None:
    """What parts the cells of the heading row; None, reported, where two signs may do so."""
    start = next(n for n, line in enumerate(lines) if line.strip())
    widths: dict[str, list[str]] = {}
    for sign in DELIMITERS:
        try:
            cells = next(csv.reader(islice(lines, start, None), delimiter=sign, strict=True), [])
        except csv.Error:
            continue
        if len(cells) > 1:
            widths[sign] = cells
    if len(widths) < 2:
        return next(iter(widths), ",")
    keys = {sign: sum(_KEY.fullmatch(cell.strip()) is not None for cell in cells) for sign, cells in widths.items()}
    best = sorted(keys, key=lambda sign: -keys[sign])
    if keys[best[0]] > keys[best[1]]:
        return best[0]
    shown = ", ".join(f"`{_shown(sign)}`" for sign in widths)
    report.add("E740", Span(file, start + 1, 1, start + 1, 1), signs=shown, hints=[hint("H740")])
    return None


_KEY = re.compile(r"[A-Za-z_][\w.\[\]-]*")


def _shown(sign: str) -> str:
    return "TAB" if sign == "\t" else sign


def _rows(shared: Delimited, lines: Sequence[str], skip: int, report: Report) -> Read | None:
    """All rows; None, reported, where the file cannot be parted into rows at all."""
    taken = skip

    def feed() -> Iterator[str]:
        nonlocal taken
        for line in lines[skip:]:
            taken += 1
            yield line

    reader = csv.reader(feed(), delimiter=shared.delimiter, strict=True)
    headings: Sequence[Cell] | None = None
    rows: list[Row] = []
    number = blank = 0
    while True:
        begun = taken
        try:
            texts = next(reader)
        except StopIteration:
            break
        except csv.Error:
            line = begun + 1
            report.add("E741", Span(shared.file, line, 1, line, 1), hints=[hint("H741")])
            return None
        number += 1
        row = DelimitedRow(shared, number, begun + 1, "".join(lines[begun:taken]))
        if not any(text.strip() for text in texts):
            blank += 1
        elif headings is None:
            headings = row.cells()
            shared = Delimited(shared.file, shared.delimiter, shared.encoding, shared.convention, len(texts))
            if len(texts) > MOST_COLUMNS:
                _limit("columns", MOST_COLUMNS, row, report)
                return None
        elif len(rows) == MOST_ROWS:
            _limit("rows", MOST_ROWS, row, report)
            return None
        else:
            _judge(row, texts, shared.width, report)
            rows.append(row)
    return Read(headings or (), tuple(rows), blank, shared.encoding, shared.delimiter)


def _judge(row: DelimitedRow, texts: Sequence[str], width: int, report: Report) -> None:
    """Report a row with another number of cells than there are headings, and texts too long for any leaf."""
    if len(texts) != width:
        span = row.cells()[0].span
        report.add("E738", span, row=row.number, count=len(texts), width=width, hints=[hint("H738")])
    elif any(len(text) > MAX_TEXT for text in texts):
        for cell in row.cells():
            if len(cell.text) > MAX_TEXT:
                report.add("E742", _start(cell.span), hints=[hint("H742.cell", cell=cell.name, most=MAX_TEXT)])


def _start(span: Span) -> Span:
    """The first character of a cell: what it holds may be internal, and is not shown."""
    return Span(span.file, span.line, span.column, span.line, span.column + 1)


def _limit(what: str, most: int, row: DelimitedRow, report: Report) -> None:
    report.add("E742", Span(row.shared.file, row.line, 1, row.line, 1), hints=[hint(f"H742.{what}", most=most)])


def _tell_forbidden(read: Read, report: Report) -> None:
    """Report each cell with characters that no document can hold (E743)."""
    for cells in (read.headings, *(row.cells() for row in read.rows if isinstance(row, DelimitedRow))):
        for cell in cells:
            wrong = FORBIDDEN.findall(cell.text)
            if wrong:
                report.add("E743", _start(cell.span), cell=cell.name, character=character_names(wrong))
