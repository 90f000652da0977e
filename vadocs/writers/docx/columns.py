"""Two languages side by side: a table of two columns for each stretch of rows, its names repeated on every page.

Word's counters belong to lists: were both sides in one, the second paragraph would go on counting where the first had
stopped. So each side counts in lists of its own, those of the right being twins of the look's (`Template.beside`).

A row has one paragraph a side, the space above it in the paragraph: cells know no larger of two gaps, so what layout
leaves between two rows is written above the second, and nothing below.
LibreOffice 7.4 leaves single lines in cells whatever their style says: so a row that layout does not divide stays
whole, unless it is long.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from vadocs.model import styles
from vadocs.model.document import Block, BulletList, Heading, OrderedList, Paragraph, Scheme, Side, Text
from vadocs.model.look import Border, ParagraphStyle
from vadocs.model.pages import RowPlace
from vadocs.model.walk import text_of
from vadocs.writers import ooxml
from vadocs.writers.docx.lists import Lists
from vadocs.writers.docx.paragraphs import Paragraphs

BELOW_NAMES = 4.0
"""What stands below the row that names the languages, in points."""
_FIRST_LABELS = {0: "a", 1: "i", 2: "A"}
"""What a list's first label says, by its level."""
_LONG = 700
"""Letters from which a row may always go over to the next page: some fifteen lines of a side."""
_BETWEEN_PARTS = 1.0
"""What parts two tables of one stretch of rows, in points: word processors would make them one (17.4.37)."""


class Cell(NamedTuple):
    """One side of a row: a paragraph's style, its runs, its list, and whether it stays with the next."""

    style: str
    xml: str
    number: str = ""
    keep: bool = False
    text: str = ""


class _Row(NamedTuple):
    """A row before it is written: its sides, what stands above it, whether it is never divided."""

    cells: tuple[Cell | None, Cell | None]
    above: float
    whole: bool
    begins: bool

    def lower(self, by: float) -> Self:
        """The row below so much that stands in the place of what was above it."""
        return self._replace(above=max(0.0, self.above - by))


@dataclass(slots=True)
class Rows:
    """Writes the rows of one document. `sides` are its languages; `beside`: the list instance of each list's twin.

    `places`: where layout has put each row.
    """

    paragraphs: Paragraphs
    lists: Lists
    sides: Sequence[Side]
    scheme: Scheme
    beside: Mapping[str, int]
    places: Iterator[RowPlace]
    _open: bool = False
    _divisible: bool = False
    """Whether the table under way has a row that nothing keeps with the next."""
    _chain: list[_Row] = field(default_factory=list)
    """The last rows, of which each stays with the next."""
    _opening: _Row | None = None
    """The row that a table begins a page with of itself, until another follows it.

    That keeps it with itself: where names fit at a page's foot, and the row does not, LibreOffice 7.4 would leave room
    on the next page.
    """
    _above: tuple[ParagraphStyle, float, bool] | None = None
    """The row before: its style, what it wants below, whether it shares that with its like."""
    _counting: dict[int, tuple[int, int] | None] = field(default_factory=dict)
    """By side, the list instance of the item in the row before, and its level."""

    def row(self, left: Cell | None, right: Cell | None) -> Iterator[str]:
        """A row, in a table that is begun where none is."""
        look = self.paragraphs.look
        there = [look.styles[one.style] for one in (left, right) if one is not None]
        breaks = self.paragraphs.break_due or any(style.page_break_before for style in there)
        self.paragraphs.break_due = False
        if breaks:
            yield self.close()
            yield self._new_page()
        opens = not (self._open or breaks)
        if not self._open:
            yield self._begin()
        before = max(style.before for style in there)
        contextual = all(style.contextual for style in there)
        above = self._gap(there[0], before, contextual)
        self._above = there[0], max(style.after for style in there), contextual
        place = next(self.places, RowPlace(False, False))
        long = max(len(one.text) for one in (left, right) if one is not None) >= _LONG
        row = _Row((left, right), above, not (place.divided or long), place.begins)
        if self._opening is not None:
            yield self._written(self._opening, keep=True)
            self._opening, self._divisible = None, True
        if any(one.keep for one in row.cells if one is not None):
            self._chain.append(row)
        elif opens and place.begins:
            self._opening = row
        else:
            yield from map(self._written, (*self._chain, row))
            self._chain.clear()
            self._divisible = True

    def close(self, *, table: bool = False) -> str:
        """The end of the table under way, if one is; `table`: another follows at once."""
        if not self._open:
            return ""
        self._open = False
        below = self._above[1] if self._above else 0.0
        self._counting.clear()
        style = self.paragraphs.inlines.style_id(styles.TABLE_TEXT)
        keeps, end = bool(self._chain), f"{self._rest()}</w:tbl>"
        return end + (ooxml.strut(style, styles.BETWEEN_TABLES + below, keep=keeps) if table else "")

    def _rest(self) -> str:
        """The last rows, which stay with what follows: in a table of their own where others stand above them.

        LibreOffice 7.4 keeps no row of a table that goes over a page with what follows the table.
        """
        if self._opening is not None:
            row, self._opening = self._opening, None
            return self._written(row)
        chain, self._chain = self._chain, []
        begin = ""
        if chain and self._divisible:
            style = self.paragraphs.inlines.style_id(styles.TABLE_TEXT)
            begin = f"</w:tbl>{ooxml.strut(style, _BETWEEN_PARTS)}{self._table(named=chain[0].begins)}"
            chain[0] = chain[0].lower(_BETWEEN_PARTS)
        if len(chain) == 1:
            # LibreOffice 7.4 keeps no table of a single row with what follows it.
            begin += self._low(_BETWEEN_PARTS, keep=True)
            chain[0] = chain[0].lower(_BETWEEN_PARTS)
        return begin + "".join(map(self._written, chain))

    def _written(self, row: _Row, *, keep: bool = False) -> str:
        """The row; `keep`: with the next, whatever its sides say."""
        sides = [one and one._replace(keep=one.keep or keep) for one in row.cells]
        cells = "".join(self._cell(n, one, row.above) for n, one in enumerate(sides))
        return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if row.whole else ''}{cells}</w:tr>"

    def number(self, style: str, n: int) -> str:
        """The list of a numbered style on side `n`, from 0; "" where the style's own will do, or it has none."""
        numbering = self.paragraphs.look.styles[style].numbering
        if n == 0 or numbering is None:
            return ""
        return ooxml.number_properties(self.beside[numbering[0]], numbering[1])

    def said(self, n: int, blocks: Sequence[Block], in_schedule: bool, keep: bool) -> Cell | None:
        """What side `n` says in a row: a paragraph, a heading, or an item; None where it says nothing."""
        if not blocks:
            return None
        (block,) = blocks
        with_list = self._counting.get(n)
        self._counting[n] = None
        match block:
            case Paragraph(content, anchor):
                style = styles.paragraph_style(block, self.scheme, in_schedule)
                number = self.number(style, n)
            case Heading(_, content, anchor):
                style = styles.heading_style(block)
                number = self.number(style, n)
            case OrderedList(items=(item,)):
                style, content, anchor = styles.LETTERS[block.level], item.content, item.anchor
                instance = self._instance(block, with_list, n)
                self._counting[n] = instance, block.level
                number = ooxml.number_properties(instance, block.level)
            case BulletList(items=(item,)):
                style, content, anchor = styles.BULLETS[block.level], item.content, item.anchor
                self._counting[n] = with_list
                number = ""
            case _:
                self.paragraphs.inlines.refuse(block)
                return None
        xml = self.paragraphs.marked(self.paragraphs.runs(style, content), anchor)
        return Cell(style, xml, number, keep or self.paragraphs.look.styles[style].keep_next, text_of(content))

    def _instance(self, block: OrderedList, before: tuple[int, int] | None, n: int) -> int:
        """The list instance of an item: that of the row before, unless the item begins a list.

        The first list within an item is in the instance of the outer one, as in documents of one language.
        """
        said = (block.items[0].label or "").strip("().")
        first = said in (_FIRST_LABELS[block.level], "1")
        if before is not None and (not first or before[1] < block.level):
            return before[0]
        return self.lists.instance(block, beside=n == 1)

    def _gap(self, style: ParagraphStyle, before: float, contextual: bool) -> float:
        """What is left between the row before and this one, as layout leaves it."""
        if self._above is None:
            return before
        last, after, shared = self._above
        same = last.name == style.name
        return max(0.0 if same and shared else after, 0.0 if same and contextual else before)

    def _begin(self) -> str:
        """The beginning of a table."""
        self._open, self._above, self._divisible = True, None, False
        return self._table(named=True)

    def _table(self, *, named: bool) -> str:
        """The properties of a table; where it is `named`, the rows that are repeated on each page."""
        look = self.paragraphs.look
        outdent = styles.outdent(look, self.scheme)
        grid = "".join(f'<w:gridCol w:w="{ooxml.twips(width)}"/>' for width in self._widths())
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{ooxml.twips(sum(self._widths()))}" w:type="dxa"/>'
            f'<w:tblInd w:w="{-ooxml.twips(outdent)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{self._names() if named else ''}"
        )

    def _widths(self) -> tuple[float, float]:
        """The two columns, each with room on its left for numbers that stand out."""
        look = self.paragraphs.look
        outdent, width = styles.outdent(look, self.scheme), styles.side_width(look, self.scheme)
        return outdent + width, styles.COLUMN_GAP + outdent + width

    def _rooms(self) -> tuple[float, float]:
        """What is left free at the left of each cell."""
        outdent = styles.outdent(self.paragraphs.look, self.scheme)
        return outdent, styles.COLUMN_GAP + outdent

    def _names(self) -> str:
        """The row that names the languages, and a low one that parts it from the text."""
        write, look = self.paragraphs, self.paragraphs.look.tables[styles.TABLE]
        top, _, bottom, _ = look.margins
        borders = {side: look.first_row_borders.get(side) or look.borders.get(side) for side in ("top", "bottom")}
        cells = ""
        for side, width, room in zip(self.sides, self._widths(), self._rooms(), strict=True):
            text = write.runs(styles.TABLE_HEADING, (Text(side.name),))
            fill = look.first_row_shading
            shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
            cells += (
                f'<w:tc><w:tcPr><w:tcW w:w="{ooxml.twips(width)}" w:type="dxa"/>{_edges(borders)}{shade}'
                f"{_margins(room, top, bottom)}</w:tcPr>"
                f"{self._paragraph(styles.TABLE_HEADING, text, keep=True)}</w:tc>"
            )
        head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        return f"<w:tr>{head}{cells}</w:tr>{self._low(BELOW_NAMES, head=True)}"

    def _low(self, height: float, *, head: bool = False, keep: bool = False) -> str:
        """An empty row of exactly `height` points; `head`: repeated on each page, `keep`: with the next."""
        style = self.paragraphs.inlines.style_id(styles.TABLE_TEXT)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{ooxml.twips(width)}" w:type="dxa"/></w:tcPr>'
            f"{ooxml.strut(style, height, keep=keep)}</w:tc>"
            for width in self._widths()
        )
        exact = f'<w:trHeight w:val="{ooxml.twips(height)}" w:hRule="exact"/>{"<w:tblHeader/>" if head else ""}'
        return f"<w:tr><w:trPr><w:cantSplit/>{exact}</w:trPr>{cells}</w:tr>"

    def _cell(self, n: int, cell: Cell | None, above: float) -> str:
        """A cell: its paragraph, or an empty one, which a cell must end with."""
        width, room = self._widths()[n], self._rooms()[n]
        if cell is None:
            inner = ooxml.strut(self.paragraphs.inlines.style_id(styles.TABLE_TEXT), 1.0)
        else:
            inner = self._paragraph(cell.style, cell.xml, above=above, number=cell.number, keep=cell.keep)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{ooxml.twips(width)}" w:type="dxa"/>{_margins(room)}</w:tcPr>{inner}</w:tc>'
        )

    def _paragraph(
        self, style: str, xml: str, *, above: float = 0.0, number: str = "", keep: bool = False
    ) -> str:
        """A paragraph with nothing below it, that begins no page by itself: the table does.

        It says by itself that it stays with the next: of a style's word LibreOffice 7.4 makes nothing in some cells.
        """
        look = self.paragraphs.look.styles[style]
        kept = "<w:keepNext/>" if keep else '<w:keepNext w:val="0"/>' if look.keep_next else ""
        page = '<w:pageBreakBefore w:val="0"/>' if look.page_break_before else ""
        return (
            f"<w:p><w:pPr><w:pStyle w:val={ooxml.quote(self.paragraphs.inlines.style_id(style))}/>{kept}{page}{number}"
            f'<w:spacing w:before="{ooxml.twips(above)}" w:after="0"/></w:pPr>{xml}</w:p>'
        )

    def _new_page(self) -> str:
        """What a new page begins with, as low as a paragraph can be: a table by itself begins none."""
        style = ooxml.quote(self.paragraphs.inlines.style_id(styles.TABLE_TEXT))
        return (
            f'<w:p><w:pPr><w:pStyle w:val={style}/><w:keepNext w:val="0"/><w:pageBreakBefore/>'
            '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
        )


def _margins(left: float, top: float = 0.0, bottom: float = 0.0) -> str:
    """The margins of a cell (17.4.68)."""
    sides = {"top": top, "left": left, "bottom": bottom}
    inner = "".join(f'<w:{side} w:w="{ooxml.twips(size)}" w:type="dxa"/>' for side, size in sides.items() if size)
    return f"<w:tcMar>{inner}</w:tcMar>" if inner else ""


def _edges(borders: Mapping[str, Border | None]) -> str:
    """The borders of a cell (17.4.66), in eighths of a point."""
    inner = "".join(
        f'<w:{side} w:val="single" w:sz="{round(border.width * 8)}" w:space="0" w:color="{border.colour or "auto"}"/>'
        for side, border in borders.items()
        if border is not None and border.width
    )
    return f"<w:tcBorders>{inner}</w:tcBorders>" if inner else ""
