"""Where a piece of text that we parse ourselves stands in its file."""

from dataclasses import dataclass

from vadocs.diagnostics import Diagnostic, Hint, Report, Span

WORKBOOKS = (".xlsx", ".xlsm")
"""How the names of workbooks end, whose places are cells: lines are their rows."""
TABLES = (".csv", ".tsv")
"""How the names of files end that are tables as text."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a text's first character: lines and columns count from 1. The text is within one line."""

    file: str
    line: int
    column: int

    def span(self, start: int, end: int) -> Span:
        """The characters `start` to `end` (exclusive, from 0) of the text; at least one character wide."""
        return Span(self.file, self.line, self.column + start, self.line, self.column + max(end, start + 1))

    def after(self, offset: int) -> "Place":
        """The place of the character at `offset`."""
        return Place(self.file, self.line, self.column + offset)


def letters(column: int) -> str:
    """The name that spreadsheets give a column, by its place from 0: A, B, …, Z, AA."""
    name = ""
    column += 1
    while column:
        column, last = divmod(column - 1, 26)
        name = chr(ord("A") + last) + name
    return name


class Fault(Exception):
    """A fault that ends the parsing of one piece of text: what to report, caught where the piece began."""

    def __init__(self, code: str, span: Span, *hints: Hint, **args: object) -> None:
        super().__init__(code)
        texts = tuple((name, str(value)) for name, value in args.items())
        self.diagnostic = Diagnostic(code, span, texts, hints)

    def tell(self, report: Report) -> None:
        """Record the fault among the findings."""
        report.extend([self.diagnostic])
