"""Tables: how wide the columns are, and each row as a box that does not split."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vadocs.layout.boxes import Box, LineBox, line_items
from vadocs.layout.lines import extents
from vadocs.layout.paragraphs import Column, Setter
from vadocs.layout.shape import Origin, Run
from vadocs.layout.structure import Tree
from vadocs.layout.words import stretches
from vadocs.model import styles
from vadocs.model.document import Cell, Field, Row, Table
from vadocs.model.folding import LABELLED, folded, folds
from vadocs.model.look import Border, ParagraphStyle, TableStyle
from vadocs.model.pages import ARTIFACT, Fill, FormField, Line, PageItem, Rule

TWIP = 0.05

EASE = 0.5
"""What a column is wider than its widest text, in points: LibreOffice takes the borders from a cell's text."""

INSET = 1.5
"""How far a field stands from the borders of its cell, in points."""

ANSWER, NARROW_ANSWER = 240.0, 80.0
"""The room, in points, that an answer would have beside its question, and among several columns."""

DATE = 80.0
"""The room, in points, that a date would have: `31/12/2026` and the air around it."""

TYPED = ("text", "lines", "choice")
"""The kinds of field whose answers may be long."""

CHECK = 11.0
"""How wide and high a box to tick is, in points."""

NARROWEST = 60.0
"""The least room for the text of a cell, in points: narrower, and a table is too much for its page."""

LABELS = 0.22
"""The part of the measure that a column of labels may want beside columns that are compared."""

ALIGNMENTS = {"left": "left", "right": "right", "centre": "center"}


@dataclass(slots=True)
class _Cell:
    """A cell under way: its runs, the widths of its widest word, its widest figure and all of it, where it is aligned.

    `stacked`: its lines are those of several columns, and none may be broken. `shown`: what Word shows in an empty
    field, which is not printed but has its room.
    """

    style: ParagraphStyle
    runs: list[Run]
    least: float
    figure: float
    most: float
    align: str
    field: FormField | None = None
    stacked: bool = False
    shown: Sequence[Run] = ()


@dataclass(slots=True)
class TableSetter:
    """Sets the tables of one document; `widths` collects their columns, in order. `mark` is that of its forms."""

    setter: Setter
    tree: Tree
    look: TableStyle
    widths: list[tuple[float, ...]]
    mark: str = ""

    def table(self, table: Table, column: Column, where: str) -> list[Box]:
        """The rows of `table` as boxes, folded where its columns do not fit; one that cannot be folded is reported."""
        element = self.tree.add("Table", alternative=table.summary)
        above = self._caption(table, element, column, where)
        table, cells, widths = self._fitting(table, element, column, where)
        self.widths.append(widths)
        boxes: list[Box] = []
        kept = styles.kept_whole(table)
        for number, row in enumerate(cells):
            header = boxes[0] if table.header and number else None
            box = self._box(row, widths, column, number, len(cells), header, table.header is not None, kept)
            if table.highlight is not None and not (table.header and number == 0):
                self._shade(box, widths, table.highlight)
            box.where = where
            boxes.append(box)
        return [*above, *boxes]

    def _fitting(
        self, table: Table, element: int, column: Column, where: str
    ) -> tuple[Table, list[list[_Cell]], tuple[float, ...]]:
        """The table as it fits the column, its cells and the widths of its columns."""
        before = len(self.tree.elements)
        cells = self._cells(table, element, where)
        widths = self._columns(table, cells, column)
        for ways in folds(table) if widths is None else ():
            del self.tree.elements[before:]
            narrow = folded(table, len(ways))
            stacked = [at for at, way in enumerate(ways) if len(way) > 1 and len(ways) != LABELLED]
            cells = self._cells(narrow, element, where, stacked)
            widths = self._columns(narrow, cells, column)
            if widths is not None:
                return narrow, cells, widths
        if widths is None:
            count = len(cells[0])
            self.setter.shaper.faults.table(len(table.rows[0].cells), column.width, where)
            return table, cells, _to_twips([column.width / count] * count, column.width)
        return table, cells, widths

    def _cells(self, table: Table, element: int, where: str, stacked: Sequence[int] = ()) -> list[list[_Cell]]:
        """The cells of each row, the header's first; lines of the `stacked` columns are not broken."""
        rows = ([table.header] if table.header else []) + list(table.rows)
        found = [self._row(row, element, is_header=row is table.header, where=where) for row in rows]
        for row in found:
            for at in stacked:
                row[at].least, row[at].stacked = row[at].most, True
        return found

    def _caption(self, table: Table, element: int, column: Column, where: str) -> list[Box]:
        """The caption, which stays with the table below it."""
        if not table.caption:
            return []
        style = self.setter.shaper.look.styles[styles.NOTE]
        origin = Origin(style.run, self.tree.add("Caption", element), where)
        box = self.setter.paragraph(style, self.setter.shaper.runs(table.caption, origin), column)
        box.keep_next, box.where = True, where
        return [box]

    def _row(self, row: Row, table: int, is_header: bool, where: str) -> list[_Cell]:
        shaper = self.setter.shaper
        name = styles.TABLE_HEADING if is_header else styles.TABLE_TOTAL if row.strong else styles.TABLE_TEXT
        style = shaper.look.styles[name]
        element = self.tree.add("TR", table)
        found = []
        for cell in row.cells:
            found.append(self._cell(cell, style, element, is_header, where))
        fields = [cell for cell in found if cell.field is not None and cell.field.kind in TYPED]
        for answer in fields:
            answer.most = max(answer.most, ANSWER if len(found) == 2 else NARROW_ANSWER)
        for date in found:
            if date.field is not None and date.field.kind == "date":
                date.most = max(date.most, DATE)
                date.least = max(date.least, extents(stretches(date.shown))[0] + EASE)
        return found

    def _cell(self, cell: Cell, style: ParagraphStyle, row: int, is_header: bool, where: str) -> _Cell:
        element = self.tree.add("TH" if is_header else "TD", row, scope="Column" if is_header else "")
        runs = self.setter.shaper.runs(cell.content, Origin(style.run, element, where))
        word, figure, whole = extents(stretches(runs))
        field = self._field(cell, style, element)
        shown = self._shown(cell, style)
        return _Cell(style, runs, word + EASE, figure + EASE, whole + EASE, ALIGNMENTS[cell.align], field, shown=shown)

    def _shown(self, cell: Cell, style: ParagraphStyle) -> list[Run]:
        """What Word shows in the cell's field as long as nothing is typed; nothing where it has none."""
        found = cell.content[0] if cell.content else None
        if not isinstance(found, Field) or not found.placeholder:
            return []
        return self.setter.shaper.text(found.placeholder, Origin(style.run, ARTIFACT, found.name))

    def _field(self, cell: Cell, style: ParagraphStyle, element: int) -> FormField | None:
        """The field that the cell is for, without its place; None where it is for none."""
        found = cell.content[0] if cell.content else None
        if not isinstance(found, Field):
            return None
        form = self.tree.add("Form", element, alternative=found.prompt)
        type_ = self.setter.shaper.type_of(style.run)
        face, size = (type_.font.path, type_.size) if type_ is not None else ("", 0.0)
        mark = "" if found.kind == "signature" else self.mark
        return FormField(found.kind, found.name, found.prompt, 0.0, 0.0, 0.0, 0.0, form, face, size, found.options,
                         mark)

    # --- columns -----------------------------------------------------------------------------------

    def _columns(self, table: Table, cells: list[list[_Cell]], column: Column) -> tuple[float, ...] | None:
        """The widths of the columns in points; None where they do not fit."""
        if table.widths:
            return _to_twips([share * column.width for share in table.widths], column.width)
        _, right, _, left = self.look.margins
        sides = left + right
        count = len(cells[0]) if cells else 0
        least = [max(row[at].least for row in cells) + sides for at in range(count)]
        most = [max(row[at].most for row in cells) + sides for at in range(count)]
        least, most = _evened(least, most, table.even, column.width)
        texts = [at for at, cell in enumerate(cells[-1]) if cell.align == "left" and not cell.stacked] if cells else []
        if sum(least) > column.width:
            bounds = [
                max(min(width, NARROWEST + sides), max(row[at].figure for row in cells) + sides)
                for at, width in enumerate(least)
            ]
            cut = _narrowed(least, texts, column.width, bounds)
            if cut is None and table.header is not None:
                below = [max((row[at].least for row in cells[1:]), default=0.0) + sides for at in range(count)]
                bounds = [bounds[at] if at in texts else width for at, width in enumerate(below)]
                cut = _headings_cut(least, bounds, column.width)
            if cut is None:
                return None
            least = cut
        free = column.width - sum(most)
        if free >= 0:
            texts = texts or list(range(count))
            weight = sum(most[at] for at in texts)
            wanted = [width + (free * width / weight if at in texts else 0.0) for at, width in enumerate(most)]
        else:
            room = column.width - sum(least)
            slack = sum(high - low for low, high in zip(least, most, strict=True))
            wanted = [low + room * (high - low) / slack for low, high in zip(least, most, strict=True)]
        return _to_twips(wanted, column.width)

    # --- a row -------------------------------------------------------------------------------------

    def _box(
        self, row: list[_Cell], widths: tuple[float, ...], column: Column, number: int, count: int,
        header: Box | None, headed: bool, kept: bool,
    ) -> Box:
        top, right, bottom, left = self.look.margins
        borders = self._borders(number, count, headed)
        inner = (borders["top"].width if "top" in borders else 0.0) + top
        content: list[Box] = []
        shown: list[Box] = []
        x = column.x
        for cell, width in zip(row, widths, strict=True):
            part = Column(x + left, width - left - right)
            content.append(self.setter.paragraph(cell.style, cell.runs, part, None, cell.align))
            if cell.shown:
                shown.append(self.setter.paragraph(cell.style, list(cell.shown), part))
            x += width
        tallest = max((each.before + each.height + each.after for each in (*content, *shown)), default=0.0)
        height = inner + bottom + tallest
        height = max([height, *(styles.FIELD_HEIGHTS.get(cell.field.kind, 0.0) for cell in row if cell.field)])
        shading = self.look.first_row_shading if headed and number == 0 else None
        fields = tuple(cell.field for cell in row)
        draw = _Drawing(content, inner, height, column.x, widths, borders, shading, fields=fields)
        last, below = number + 1 == count, borders["bottom"].width if "bottom" in borders else 0.0
        # The rule below a row needs room at a page's end, but for the rows that a page cannot end with.
        need = height + (0.0 if number == headed or kept else below)
        if last:
            height += below
        keep = (headed and number == 0) or (kept and not last) or any(cell.style.keep_next for cell in row)
        return Box(
            "", [LineBox((), height, need, 0.0)], keep_next=keep, whole=True, header=header, row=draw, x=column.x,
        )

    def _shade(self, box: Box, widths: tuple[float, ...], at: int) -> None:
        """Give a row the shading of its cell in the column `at`."""
        if isinstance(box.row, _Drawing) and at < len(widths):
            box.row.cell = (box.x + sum(widths[:at]), widths[at], self.look.highlight)

    def _borders(self, number: int, count: int, headed: bool) -> dict[str, Border]:
        """The borders of a row by side; "insideV" between cells."""
        every = self.look.borders
        found = {side: every[side] for side in ("left", "right", "insideV") if side in every}
        top = "top" if number == 0 else "insideH"
        bottom = "bottom" if number == count - 1 else "insideH"
        found |= {side: every[name] for side, name in (("top", top), ("bottom", bottom)) if name in every}
        if headed and number == 0:
            found |= {side: value for side, value in self.look.first_row_borders.items() if side != "insideH"}
        if headed and number == 1 and "bottom" in self.look.first_row_borders:
            found["top"] = self.look.first_row_borders["bottom"]
        return found


@dataclass(slots=True, eq=False)
class _Drawing:
    """Draws one row: shading, text, borders. `cell`: left edge, width and colour of a cell that stands out."""

    content: list[Box]
    inner: float
    height: float
    x: float
    widths: tuple[float, ...]
    borders: dict[str, Border]
    shading: str | None
    cell: tuple[float, float, str] | None = None
    fields: tuple[FormField | None, ...] = ()

    def __call__(self, y: float, first: bool, repeated: bool) -> list[PageItem]:
        items: list[PageItem] = []
        right = self.x + sum(self.widths)
        if self.shading:
            items.append(Fill(self.x, y, right - self.x, self.height, self.shading))
        if self.cell:
            left, width, colour = self.cell
            items.append(Fill(left, y, width, self.height, colour))
        for cell in self.content:
            lines = line_items(cell, 0, len(cell.lines), y + self.inner + cell.before)
            items += [_artifact(each) for each in lines] if repeated else lines
        items += self._placed(y)
        items += self._rules(y, right)
        return items

    def _placed(self, y: float) -> Iterator[FormField]:
        """The fields of the row, each as large as its cell within the rules; a box to tick stands where text begins."""
        x = self.x
        for width, field, cell in zip(self.widths, self.fields, self.content, strict=False):
            if field is not None and field.kind == "check":
                side = min(CHECK, self.height - 2 * INSET)
                top = y + (self.height - side) / 2
                yield replace(field, x=cell.x, y=top, width=side, height=side)
            elif field is not None:
                box = (x + INSET, y + INSET, width - 2 * INSET, self.height - 2 * INSET)
                yield replace(field, x=box[0], y=box[1], width=box[2], height=box[3])
            x += width

    def _rules(self, y: float, right: float) -> list[PageItem]:
        items: list[PageItem] = []
        low = y + self.height
        for side, at in (("top", y), ("bottom", low)):
            border = self.borders.get(side)
            if border is not None:
                middle = at + border.width / 2
                items.append(Rule(self.x, middle, right, middle, border.width, border.colour))
        x = self.x
        for number in range(len(self.widths) + 1):
            side = "left" if number == 0 else "right" if number == len(self.widths) else "insideV"
            border = self.borders.get(side)
            if border is not None:
                items.append(Rule(x, y, x, low, border.width, border.colour))
            if number < len(self.widths):
                x += self.widths[number]
        return items


def strut(height: float) -> Box:
    """An empty paragraph of that height, as stands between two tables."""
    return Box("", [LineBox((), height, height, 0.0)])


def _artifact(item: PageItem) -> PageItem:
    if not isinstance(item, Line):
        return item
    return item._replace(runs=tuple(run._replace(element=ARTIFACT, link=None) for run in item.runs))


def _narrowed(least: list[float], texts: list[int], measure: float, bounds: list[float]) -> list[float] | None:
    """The widths with columns of text made so narrow that all fit: their longest words are cut between two letters,
    as word processors do. Figures are never cut. None where a column would be narrower than its bound."""
    room = measure - sum([width for at, width in enumerate(least) if at not in texts])
    widths = list(least)
    for done, at in enumerate(sorted(texts, key=lambda each: least[each])):
        widths[at] = min(least[at], room / (len(texts) - done))
        if widths[at] < bounds[at]:
            return None
        room -= widths[at]
    return widths if texts and room >= 0 else None


def _evened(least: list[float], most: list[float], count: int, measure: float) -> tuple[list[float], list[float]]:
    """The least and most of each column, the last `count` as the widest of them; as they were where no room is left.

    What stands before those, and says what their rows are, has the room that its texts want, up to `LABELS`.
    """
    if not count:
        return least, most
    own = len(least) - count
    alike = [[*widths[:own], *[max(widths[own:])] * count] for widths in (least, most)]
    if sum(alike[0]) > measure:
        return least, most
    wished = [max(low, min(high, LABELS * measure)) for low, high in zip(least[:own], most[:own], strict=True)]
    if sum(wished) + sum(alike[0][own:]) <= measure:
        alike[0][:own] = wished
    return alike[0], alike[1]


def _headings_cut(least: list[float], bounds: list[float], measure: float) -> list[float] | None:
    """As `_narrowed`, where that is not enough: the words of headings above figures are cut too, never the figures
    themselves. `bounds` are the widths that the columns need at least."""
    room, wish = measure - sum(bounds), sum(least) - sum(bounds)
    if room < 0:
        return None
    return [bound + (width - bound) * min(1.0, room / wish) for bound, width in zip(bounds, least, strict=True)]


def _to_twips(widths: list[float], measure: float) -> tuple[float, ...]:
    """Widths in whole twips; the widest column takes what rounding leaves."""
    steps = [int(width / TWIP + 0.5) for width in widths]
    if steps:
        steps[steps.index(max(steps))] += int(measure / TWIP + 0.001) - sum(steps)
    return tuple(step / 20 for step in steps)
