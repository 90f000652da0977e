"""A table too wide for its measure is folded into fewer columns: every figure whole, the words those of the tree."""

from dataclasses import replace

import pytest

from tests.layout.agreement import laid_out
from tests.layout.documents import of_blocks
from tests.layout.looks import look
from vadocs.model.document import Cell, Field, Row, Table, Text
from vadocs.model.folding import folded, folds
from vadocs.model.lines import lines
from vadocs.model.look import Look
from vadocs.model.pages import Line, Pages
from vadocs.model.walk import text_of

ALIGNS = ("left", "left", "left", "right", "right")


def calendar(amount: str) -> Table:
    """A calendar of payments of that amount: item, two dates, two amounts."""

    def row(*texts: str, strong: bool = False) -> Row:
        return Row(tuple(Cell((Text(one),) if one else (), align) for one, align in zip(texts, ALIGNS, strict=True)),
                   strong)  # fmt: skip

    paid = row("Enero de 2027", "01/01/2027", "08/01/2027", amount, amount)
    return Table(row("Concepto", "Emisión", "Vencimiento", "Base", "A pagar"), (paid, paid, row(
        "Total", "", "", amount, amount, strong=True)), highlight=4)  # fmt: skip


def narrow(width: float) -> Look:
    """A look whose measure is `width` points."""
    made = look(size=9.0)
    return replace(made, paper=replace(made.paper, right=made.paper.width - made.paper.left - width))


def drawn(pages: Pages) -> list[str]:
    """The runs of text of a document, one a line of a cell."""
    return [run.text.strip() for page in pages.pages for item in page.items if isinstance(item, Line)
            for run in item.runs]  # fmt: skip


@pytest.mark.parametrize(("width", "columns"), [(441.0, 5), (270.0, 4), (200.0, 3), (150.0, 2)])
def test_columns_become_fewer_as_the_measure_becomes_narrower(width: float, columns: int) -> None:
    """Amounts stand below one another first, then the dates, then all; every amount stands whole in one line."""
    amount = "$\u00a0999.999.999,00"
    pages = laid_out(of_blocks(calendar(amount)), narrow(width))
    (widths,) = pages.widths
    assert len(widths) == columns and sum(widths) == pytest.approx(width, abs=0.05)
    assert sum(amount in one for one in drawn(pages)) == 6


def test_the_words_of_a_folded_table_are_those_of_the_tree() -> None:
    """In their order, so that what reads a file back finds what it looks for."""
    table = calendar("9,00\u00a0€")
    said = [text_of(cell) for line in lines(of_blocks(table)) for cell in line.cells]
    for columns in (4, 3):
        rows = (row for row in (folded(table, columns).header, *folded(table, columns).rows) if row is not None)
        assert " ".join(text_of(cell.content) for row in rows for cell in row.cells).split() == " ".join(said).split()


def test_one_column_of_all_names_each_line() -> None:
    """A line that may be broken says whose it is; what a row lacks has none."""
    made = folded(calendar("9,00\u00a0€"), 2)
    assert made.header is not None
    assert text_of(made.header.cells[1].content) == "Emisión · Vencimiento · Base · A pagar"
    assert text_of(made.rows[2].cells[1].content) == "Base: 9,00\u00a0€\nA pagar: 9,00\u00a0€"
    assert made.rows[2].strong and made.highlight is None


def test_a_column_that_stands_out_is_found_again() -> None:
    """Where it still stands alone."""
    assert folded(replace(calendar("9"), highlight=1), 4).highlight == 1
    assert folded(replace(calendar("9"), highlight=4), 4).highlight is None
    assert folded(calendar("9"), 5).highlight == 4


def test_what_cannot_be_folded_stays() -> None:
    """Without a header, with widths of its own, of two columns, or for answers."""
    table = calendar("9")
    form = replace(table.rows[0], cells=(*table.rows[0].cells[:4], Cell((Field("a", "text"),))))
    two = Table(Row(table.rows[0].cells[:2]), (Row(table.rows[0].cells[:2]),))
    for one in (replace(table, header=None), replace(table, widths=(0.2,) * 5), two, replace(table, rows=(form,))):
        assert not list(folds(one))
    with pytest.raises(ValueError):
        folded(replace(table, header=None), 3)


def test_a_figure_among_words_is_not_cut() -> None:
    """A column of texts is not made narrower than the amount in it, nor is an amount parted from its currency."""
    amount = "480.000.000,00\u00a0€"
    cells = tuple(Cell((Text(f"hasta {amount} al mes"),)) for _ in range(3))
    header = Row(tuple(Cell((Text(one),)) for one in ("Responsabilidades", "Una", "Otra", "Tercera")))
    table = Table(header, (Row((Cell((Text("Administración"),)), *cells)),))
    for width in range(200, 420, 20):
        assert sum(amount in one for one in drawn(laid_out(of_blocks(table), narrow(float(width))))) == 3
