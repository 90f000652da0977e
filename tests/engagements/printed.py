"""Figures as a contract prints them, read back from the tables of its native text."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tests.engagements.arithmetic import Row

COMMA = ("ES", "CO", "AR", "CL", "UY", "VE", "FR", "DE")
"""Countries whose Spanish writes a comma before the cents; English and the other ones write a point."""
HEADERS = {
    "es": (
        ("Concepto", "Importe"),
        ("Concepto", "Base", "Impuestos", "Retención", "A pagar"),
        ("Concepto", "Emisión", "Vencimiento", "Base", "A pagar"),
    ),
    "en": (
        ("Item", "Amount"),
        ("Item", "Base", "Taxes", "Withholding", "Payable"),
        ("Item", "Issued", "Due", "Base", "Payable"),
    ),
}
"""The headers of three tables: a fee's result and a row for each payment in the clause on taxes, and the calendar."""
_ALL_HEADERS = {header for some in HEADERS.values() for header in some}
PAYABLE = ("A pagar", "Payable")
"""What the last row of a fee's result is called."""
_FIGURE = re.compile(r"\d[\d.,\u00a0\u202f]*")

Cells = tuple[str, ...]


def charges(native: str, language: str) -> list[Row]:
    """What the clause on taxes tabulates: each result of a fee, or each payment and then their total; [] without."""
    one, several, _ = HEADERS[language[:2]]
    if found := _rows(native, several):
        return [_of_milestone(cells, language) for cells in found]
    groups: list[list[Decimal | None]] = [[]]
    for what, figure in _rows(native, one):
        groups[-1].append(amount(figure, language))
        if what in PAYABLE:
            groups.append([])
    return [_of_fee(figures) for figures in groups[:-1]]


def calendar(native: str, language: str) -> list[tuple[Decimal | None, Decimal | None]]:
    """Base and net of each payment in the calendar and then of the total; [] where the contract has no calendar."""
    found = _rows(native, HEADERS[language[:2]][2])
    return [(amount(cells[3], language), amount(cells[4], language)) for cells in found]


def rows_with_amounts(native: str, language: str) -> list[str]:
    """The rows of those three tables, each as one text without tabs."""
    return ["".join(cells) for header in HEADERS[language[:2]] for cells in _rows(native, header)]


def amount(cell: str, language: str) -> Decimal | None:
    """The amount in a cell, negative after a minus sign; None for a dash."""
    if cell.strip() == "—":
        return None
    found = _FIGURE.search(cell)
    assert found, cell
    mark = "," if language.startswith("es") and language.partition("-")[2] in COMMA else "."
    digits = "".join(sign for sign in found[0].rstrip(".,") if sign.isdigit() or sign == mark).replace(mark, ".")
    return -Decimal(digits) if "−" in cell else Decimal(digits)


def _of_fee(figures: list[Decimal | None]) -> Row:
    base, *levies, net = figures
    assert base is not None
    if net is None:
        return Row(base, None, None, None)
    told = [levy or Decimal(0) for levy in levies]
    more = sum((levy for levy in told if levy > 0), Decimal(0))
    return Row(base, more, -sum((levy for levy in told if levy < 0), Decimal(0)), net)


def _of_milestone(cells: Cells, language: str) -> Row:
    base, vat, withheld, net = (amount(cell, language) for cell in cells[1:])
    assert base is not None
    if net is None:
        return Row(base, None, None, None)
    return Row(base, vat or Decimal(0), -(withheld or Decimal(0)), net)


def _rows(native: str, header: Cells) -> list[Cells]:
    """The rows of the first table with this header."""
    lines = iter(native.splitlines())
    for line in lines:
        if tuple(line.split("\t")) == header:
            return list(_following(lines, len(header)))
    return []


def _following(lines: Iterator[str], columns: int) -> Iterator[Cells]:
    """The rows of a table, up to other text or the header of the same table in another language."""
    for line in lines:
        cells = tuple(line.split("\t"))
        if len(cells) != columns or cells in _ALL_HEADERS:
            return
        yield cells
