"""Which rows stay together, and what stands between tables."""

from dataclasses import replace

import pytest

from tests.layout.agreement import laid_out
from tests.layout.documents import Maker, of_blocks
from tests.layout.looks import look
from vadocs.model import styles
from vadocs.model.document import Block, Cell, Contents, Field, Heading, Paragraph, Row, Table, Text
from vadocs.model.look import Border, Look, TableStyle
from vadocs.model.pages import Fill, Line, Pages, Rule

MAKER = Maker(1)
ROW = replace(MAKER.table().rows[0])


def table(rows: int) -> Table:
    """A table with a header and so many rows."""
    made = MAKER.table()
    return replace(made, rows=(replace(ROW, cells=tuple(replace(c, content=(Text("x"),)) for c in ROW.cells)),) * rows)


def after(lines: int, *blocks: Block) -> Pages:
    """Blocks below so many paragraphs of one line."""
    return laid_out(of_blocks(*[Paragraph((Text("Línea"),))] * lines, *blocks), look())


def rows_by_page(pages: Pages) -> list[int]:
    """How many rows, the header among them, each page has."""
    return [
        len({line.y for line in page.items if isinstance(line, Line) and any(run.text == "x " for run in line.runs)})
        for page in pages.pages
    ]


@pytest.mark.parametrize("lines", range(26, 34))
def test_a_short_table_is_not_divided(lines: int) -> None:
    """Six rows stand on one page wherever they come."""
    found = rows_by_page(after(lines, table(styles.KEPT_ROWS)))
    assert [count for count in found if count] == [styles.KEPT_ROWS]


def test_a_long_table_is_divided() -> None:
    """Seven rows may begin on one page and end on the next."""
    divided = [rows_by_page(after(lines, table(styles.KEPT_ROWS + 1))) for lines in range(26, 34)]
    assert any(len([count for count in each if count]) == 2 for each in divided)


def test_a_short_table_higher_than_a_page_goes_on() -> None:
    """What no page can hold is divided after all, and nothing of it is lost."""
    made = table(4)
    first = made.rows[0]
    tall = replace(first, cells=tuple(replace(each, content=MAKER.inlines(190, 200)[:1]) for each in first.cells))
    pages = laid_out(of_blocks(replace(made, rows=(tall,) * 4, widths=(0.4, 0.4, 0.2))), look(size=9.0, line=10.0))
    assert len(pages.pages) > 1


def test_tables_that_follow_one_another_are_parted() -> None:
    """Six points stand between two tables; a document that ends in one has a point more."""
    alone, parted = after(1, table(1), Paragraph((Text("y"),))), after(1, table(1), table(1))
    step = _lowest(parted) - _lowest(after(1, table(1)))
    height = _lowest(after(1, table(2))) - _lowest(after(1, table(1)))
    assert len(alone.widths) == 1 and len(parted.widths) == 2
    assert step > 2 * height + styles.BETWEEN_TABLES - 3


def _lowest(pages: Pages) -> float:
    return max(item.y for item in pages.pages[0].items if isinstance(item, Line))


def fills(pages: Pages) -> list[Fill]:
    """The areas of the first page."""
    return [item for item in pages.pages[0].items if isinstance(item, Fill)]


def test_a_column_that_stands_out_is_shaded() -> None:
    """Behind each cell of the column below the header, in its width; other tables have none."""
    made = table(3)
    plain, shaded = after(1, made), after(1, replace(made, highlight=1))
    more = [fill for fill in fills(shaded) if fill not in fills(plain)]
    (widths,) = shaded.widths
    left = min(item.x0 for item in shaded.pages[0].items if isinstance(item, Rule))
    assert [(fill.x, fill.width) for fill in more] == [(left + widths[0], widths[1])] * 3
    assert len({fill.y for fill in more}) == 3 and shaded.widths == plain.widths


def test_columns_that_repeat_are_as_wide_as_one_another() -> None:
    """Whatever their texts, where the words have room; else as without."""
    cells = [Cell((Text(text),)) for text in ("Paquete", "x", "una frase más larga que las demás", "dos palabras")]
    plain = Table(Row(tuple(cells)), (Row(tuple(cells)),))
    (first, *uneven), (_, *even) = (after(1, replace(plain, even=count)).widths[0] for count in (0, 3))
    assert max(even) - min(even) < 0.1 and max(uneven) - min(uneven) > 10 and first > 0
    long = replace(plain, rows=(Row((*cells[:3], Cell((Text("x" * 45),)))),))
    assert after(1, long).widths == after(1, replace(long, even=3)).widths


@pytest.mark.parametrize(
    ("first_row", "behind"),
    [("F3F5F8", "F3F5F8"), ("FAF1E8", "FAF1E8"), ("1F3350", "F0F0F0"), ("EEEEEE", "F0F0F0"), (None, "F0F0F0")],
)
def test_what_stands_out_is_shaded_lightly(first_row: str | None, behind: str) -> None:
    """As the look's first row where that is light, else in a grey on which any text is read."""
    assert TableStyle("x", {}, (0.0, 0.0, 0.0, 0.0), first_row_shading=first_row).highlight == behind


def bordered(width: float) -> Look:
    """The look with rules of that width between rows."""
    made = look()
    grid = made.tables[styles.TABLE]
    ruled = replace(grid, borders={**grid.borders, "insideH": Border(width, "000000")})
    return replace(made, tables={styles.TABLE: ruled})


def test_the_rule_below_a_row_needs_room() -> None:
    """A thick rule that would hang over the page's end sends its row to the next page, but the first row's does not."""
    document = of_blocks(*[Paragraph((Text("Línea"),))] * 20, table(20))
    thin, thick = (rows_by_page(laid_out(document, bordered(width)))[0] for width in (0.25, 6.0))
    assert thin > thick > 0


def test_contents_of_nothing_take_no_room() -> None:
    """A document without a heading below its contents is laid out."""
    assert len(after(1, Contents(()), table(1)).pages) == 1


def test_an_empty_field_has_the_room_that_word_takes() -> None:
    """Where what a Word file shows in it takes two lines, the row has room for both; a date is never broken."""

    def form(shown: str) -> Table:
        cells = (Cell((Text("1"),)), *(Cell((Field(f"f{at}", "text", placeholder=shown),)) for at in range(3)))
        return Table(Row(tuple(Cell((Text("Pregunta"),)) for _ in cells)), (Row(cells),), widths=(0.7, 0.1, 0.1, 0.1))

    below = Paragraph((Text("Debajo"),))
    heights = [_lowest(after(1, form(shown), below)) for shown in ("respuesta", "respuesta / answer")]
    assert heights[1] - heights[0] == pytest.approx(look().styles[styles.TABLE_TEXT].line, abs=0.1)
    dates = tuple(Cell((Field(f"d{at}", "date", placeholder="dd/mm/aaaa"),)) for at in range(6))
    asked = Table(Row(tuple(Cell((Text("Día"),)) for _ in dates)), (Row(dates),))
    assert min(after(1, asked).widths[0]) > 40.0


def test_the_last_question_but_one_stays_with_the_last() -> None:
    """Under headings of their own; other tables, and questions that something follows, stay with nothing."""
    field = Table(None, (Row((Cell((Field("a", "lines"),)),)),))
    heading = Heading(3, (Text("Límites"),))
    told = [leads for _, leads in styles.with_leads((field, heading, field, heading, field))]
    assert told == [False, False, True, False, False]
    assert not any(leads for _, leads in styles.with_leads((table(2), heading, table(2))))
    assert not any(leads for _, leads in styles.with_leads((field, heading, field, heading)))
