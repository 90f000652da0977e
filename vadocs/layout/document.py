"""A document becomes boxes in reading order, with their elements, anchors and headings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest

from vadocs.layout.boxes import Box
from vadocs.layout.columns import Pair, halves_of, names_row, pair
from vadocs.layout.contents import ContentsList, entries, heading_beside, printed_heading
from vadocs.layout.faults import Faults
from vadocs.layout.figures import Plotter, picture_box, plate_box
from vadocs.layout.lists import add_list, level_of
from vadocs.layout.paragraphs import Column, Label, Setter
from vadocs.layout.shape import Origin, Run, Shaper
from vadocs.layout.signatures import add_signature
from vadocs.layout.structure import Tree
from vadocs.layout.tables import TableSetter, strut
from vadocs.model import styles
from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Columns,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    OrderedList,
    PageBreak,
    Paragraph,
    Provision,
    Raster,
    SignatureBlock,
    Table,
    Text,
)
from vadocs.model.drawing import Drawing
from vadocs.model.lines import BESIDE
from vadocs.model.look import Look, ParagraphStyle
from vadocs.model.pages import Plate
from vadocs.model.walk import text_of


@dataclass(frozen=True, slots=True)
class Heard:
    """A heading for the outline: its printed text, its level from 0, and its box."""

    title: str
    level: int
    box: Box


class Builder:
    """Turns the blocks of one document into boxes."""

    def __init__(self, document: Document, look: Look, faults: Faults) -> None:
        self.document = document
        self.look = look
        self.faults = faults
        self.tree = Tree()
        self.setter = Setter(Shaper(look, document.meta.language, self.tree, faults), look.hyphenate)
        self.column = Column(look.paper.left, look.paper.column)
        self.boxes: list[Box] = []
        self.headings: list[Heard] = []
        self.widths: list[tuple[float, ...]] = []
        self.plates: list[Plate] = []
        self.contents: list[ContentsList] = []
        self.breaks: list[int] = []
        """The boxes that page breaks of the text stand before."""
        self._where = document.meta.document
        self._in_schedule = False
        self._break_due = False
        self._names: Box | None = None
        """What names the languages of the rows under way."""

    def build(self) -> None:
        """All of the document, in reading order."""
        document = self.document
        self.blocks(document.front)
        for provision in document.provisions:
            self._provision(provision, 0)
        self._where = document.meta.document
        self.faults.span = None
        self.blocks(document.execution)
        self._in_schedule = True
        for schedule in document.schedules:
            self._break_due = styles.schedules_begin_pages(self.look)
            self._provision(schedule, 0)
        if self._ends_in_table():
            self.add_box(strut(styles.AFTER_TABLE))

    def _ends_in_table(self) -> bool:
        return bool(self.boxes) and (self.boxes[-1].row is not None or isinstance(self.boxes[-1], Pair))

    # --- what blocks need --------------------------------------------------------------------------

    def style(self, name: str) -> ParagraphStyle:
        """The style of this name. KeyError where the look lacks it: `lay_out` has reported that before."""
        return self.look.styles[name]

    def label(self, text: str | None, style: ParagraphStyle, element: int) -> Label | None:
        """A number in the look that its list gives it; None where there is none."""
        if text is None:
            return None
        level = level_of(style, self.look.numbering)
        run = level.run or style.run
        if (run.font, run.bold, run.italic) not in self.look.faces:
            run = style.run
        return Label(self.setter.shaper.text(text, Origin(run, element, self._where)), level)

    def add(
        self, style: ParagraphStyle, content: Sequence[Inline], element: int, anchor: str | None = None,
        label: Label | None = None,
    ) -> Box:
        """A paragraph whose text belongs to `element`."""
        runs = self.setter.shaper.runs(content, Origin(style.run, element, self._where))
        return self.add_runs(style, runs, anchor, label)

    def add_runs(
        self, style: ParagraphStyle, runs: list[Run], anchor: str | None = None, label: Label | None = None
    ) -> Box:
        """A paragraph of runs made before."""
        return self.add_box(self.setter.paragraph(style, runs, self.column, label), anchor)

    def add_box(self, box: Box, anchor: str | None = None) -> Box:
        """A box that is ready; it starts a page where a break is due."""
        box.where = box.where or self._where
        if not isinstance(box, Pair):
            self._names = None
        if anchor is not None:
            box.anchors = (*box.anchors, anchor)
        if self._break_due:
            box.break_before = True
            box.yields = bool(self.breaks) and self.breaks[-1] == len(self.boxes)
            self._break_due = False
        self.boxes.append(box)
        return box

    # --- blocks ------------------------------------------------------------------------------------

    def blocks(self, blocks: Sequence[Block], *, after_heading: bool = False) -> None:
        """Each block in order, leads kept with what follows; a kind that is not laid out yet is reported."""
        for block, leads in styles.with_leads(blocks, after_heading=after_heading):
            self._block(block)
            if leads:
                self.boxes[-1].keep_next = True

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case Heading():
                self._heading(block)
            case BulletList() | OrderedList():
                add_list(block, self)
            case Table():
                self._table(block)
            case Figure(drawing=Drawing()):
                self._figure(block)
            case Figure(picture=Raster() as picture):
                element = self.tree.add("Figure", alternative=block.alternative)
                self.add_box(picture_box(picture, element, self.column))
            case Callout(_, body):
                self._callout(body)
            case SignatureBlock():
                add_signature(block, self)
            case Contents():
                self._contents(block)
            case Columns() if not self.document.meta.sides:
                self.faults.node(block, self._where)
            case Columns(stacked=False):
                self._row(lambda: self.blocks(block.left), lambda: self.blocks(block.right))
            case Columns():
                self.blocks(block.left)
                with self._speaking():
                    self.blocks(block.right)
            case PageBreak():
                self._break_due = True
                self.breaks.append(len(self.boxes))
            case _:
                self.faults.node(block, self._where)

    def _paragraph(self, block: Paragraph) -> None:
        style = self.style(styles.paragraph_style(block, self.document.meta.scheme, self._in_schedule))
        element = self.tree.add("P", anchor=block.anchor)
        label = self.label(block.label if block.numbered else None, style, element)
        self.add(style, block.content, element, block.anchor, label)

    def _heading(self, block: Heading) -> None:
        depth = 1 if block.centred else block.level + 1 if self.tree.within is not None else block.level
        element = self.tree.heading(depth, anchor=block.anchor)
        box = self.add(self.style(styles.heading_style(block)), block.content, element, block.anchor)
        self.headings.append(Heard(text_of(block.content), depth - 1, box))

    def _table(self, block: Table) -> None:
        setter = TableSetter(self.setter, self.tree, self.look.tables[styles.TABLE], self.widths,
                             self.document.meta.mark)
        if self._ends_in_table() and not block.caption:
            keeps = self.boxes[-1].keep_next
            self.add_box(strut(styles.BETWEEN_TABLES)).keep_next = keeps
        for box in setter.table(block, self.column, self._where):
            self.add_box(box)

    def _figure(self, block: Figure) -> None:
        assert block.drawing is not None
        element = self.tree.add("Figure", alternative=block.alternative)
        plotter = Plotter(self.setter.shaper, self.column.width, element, self._where)
        plate = plotter.plate(block.name, block.drawing)
        self.plates.append(plate)
        self.add_box(plate_box(plate, self.column))
        if block.twin is not None:
            self.boxes[-1].keep_next = True
            self._table(block.twin)

    def _callout(self, body: Sequence[Block]) -> None:
        outer = self.tree.enter(self.tree.add("Div"))
        style = self.style(styles.CALLOUT)
        for block in body:
            if isinstance(block, Paragraph):
                self.add(style, block.content, self.tree.add("P", anchor=block.anchor), block.anchor)
            else:
                self.faults.node(block, self._where)
            style = self.style(styles.CALLOUT_ITEM)
        self.tree.leave(outer)

    def _contents(self, block: Contents) -> None:
        style = self.style(styles.CONTENTS_HEADING)
        self.add(style, block.heading, self.tree.add("P"))
        listed = entries(self.document) if block.entries is None else block.entries
        beside = self.document.meta.sides[1].language if self.document.meta.sides else None
        made = ContentsList(listed, self.setter, self.column, len(self.boxes), beside)
        self.contents.append(made)
        for box in made.boxes({}):
            self.add_box(box)

    # --- provisions --------------------------------------------------------------------------------

    def _provision(self, provision: Provision, level: int) -> None:
        self._where, self.faults.span = provision.id, provision.span
        title, label = printed_heading(provision, self.document.meta.scheme, self._in_schedule)
        outer = self.tree.enter(self.tree.add("Sect", anchor=provision.anchor, title=f"{label} {title}".strip()))
        if self.document.meta.sides:
            side, other = self.document.meta.sides[1], heading_beside(provision)
            self._row(
                lambda: self._provision_heading(provision, level, provision.anchor),
                lambda: self._provision_heading(other, level, side.anchor(provision.anchor)),
            )
        else:
            self._provision_heading(provision, level, provision.anchor)
        self.blocks(provision.body, after_heading=True)
        for child in provision.children:
            self._provision(child, level + 1)
        self.tree.leave(outer)

    def _provision_heading(self, provision: Provision, level: int, anchor: str) -> None:
        """The heading with its number; nothing for one that is empty."""
        if not provision.heading:
            return
        scheme = self.document.meta.scheme
        title, label = printed_heading(provision, scheme, self._in_schedule)
        element = self.tree.heading(level + 1, anchor=anchor)
        style = self.style(styles.provision_style(provision, scheme, level, self._in_schedule))
        lead = title.removesuffix(text_of(provision.heading))
        content = (Text(lead), *provision.heading) if lead else provision.heading
        box = self.add(style, content, element, anchor, self.label(label or None, style, element))
        self.headings.append(Heard(f"{label} {title}".strip(), level, box))

    # --- two languages -----------------------------------------------------------------------------

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        """Set what comes in the document's second language."""
        first, second = self.document.meta.sides
        self.setter.shaper.language = second.language
        self.tree.speak(second.language)
        yield
        self.setter.shaper.language = first.language
        self.tree.speak(None)

    def _row(self, left: Callable[[], None], right: Callable[[], None]) -> None:
        """A row of what the two make, in the two languages; what stands alone on a side has a row of its own."""
        due, self._break_due = self._break_due, False
        heard = len(self.headings)
        halves = halves_of(self.look, self.document.meta.scheme)
        ours = self._half(left, halves[0])
        with self._speaking():
            theirs = self._half(right, halves[1])
        self._break_due = due
        rows = [pair(one, other) for one, other in zip_longest(ours, theirs)]
        self._hear(heard, {id(side): row for row in rows for side in row.sides})
        for row in rows:
            if any(side.row is not None for side in row.sides):
                self.faults.node(Columns((), ()), self._where)
            self._name_languages(row)
            row.header = self._names
            self.add_box(row)

    def _half(self, make: Callable[[], None], column: Column) -> list[Box]:
        """The boxes that `make` adds, set in one half of the measure."""
        outer = self.boxes, self.column, self._names
        self.boxes, self.column = [], column
        make()
        made = self.boxes
        self.boxes, self.column, self._names = outer
        return made

    def _hear(self, first: int, rows: Mapping[int, Pair]) -> None:
        """Of the headings from `first` on, let those of one row be one, in both languages."""
        found: dict[int, Heard] = {}
        for each in self.headings[first:]:
            row = rows[id(each.box)]
            before = found.get(id(row))
            title = each.title if before is None else f"{before.title}{BESIDE}{each.title}"
            found[id(row)] = Heard(title, each.level, row)
        self.headings[first:] = found.values()

    def _name_languages(self, row: Pair) -> None:
        """Above the first of several rows, and above one that begins a page by its style."""
        if self._names is not None and not self._break_due and not row.break_before:
            return
        breaks = self._break_due or row.break_before
        if self._ends_in_table() and not breaks:
            self.add_box(strut(styles.BETWEEN_TABLES))
        names = names_row(self.document.meta.sides, self.setter, halves_of(self.look, self.document.meta.scheme))
        names.break_before, row.break_before = row.break_before, False
        names.apart = styles.BETWEEN_TABLES if self._ends_in_table() and breaks else 0.0
        self.add_box(names)
        self._names = names
