"""The pages themselves: what was placed is drawn, with header and footer, destinations and outline."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from vadocs.diagnostics import Report
from vadocs.layout.boxes import Frame, Placed, line_items, moved
from vadocs.layout.columns import NARROWEST_SIDE, Pair, pair_items
from vadocs.layout.document import Builder
from vadocs.layout.faults import Faults
from vadocs.layout.flow import join_frames, place
from vadocs.layout.running import RunningSetter
from vadocs.model import styles
from vadocs.model.document import Document
from vadocs.model.engagement import Leaf
from vadocs.model.lines import entry_title
from vadocs.model.look import Look
from vadocs.model.pages import Destination, Fill, OutlineEntry, Page, PageItem, Pages, RowPlace, Rule

ROUNDS = 4
"""How often the contents are filled in; a second time is needed only where a number changes a line."""

NOTHING: Mapping[str, str] = MappingProxyType({})
"""No pages elsewhere."""

LEAST_ROOM = 100.0
"""The least height for text that makes a page, in points."""


def lay_out(
    document: Document, look: Look, report: Report, leaves: Mapping[str, Leaf] | None = None
) -> Pages | None:
    """The pages of `document`, numbered from 1; all else as `set_galley` has it."""
    galley = set_galley(document, look, report, leaves)
    if galley is None:
        return None
    galley.place()
    return galley.pages()


def set_galley(
    document: Document, look: Look, report: Report, leaves: Mapping[str, Leaf] | None = None
) -> "Galley | None":
    """`document` set in `look`, to be placed on pages; None where a fault was reported (E550 to E560).

    The document is numbered and resolved; the look's paper is used as it is. `leaves` are the engagement's by
    dotted path (None: unknown), so that a finding about a value has the place where it was written.
    """
    faults = Faults(report, leaves)
    galley = _set(document, look, faults)
    faults.tell()
    return None if faults else galley


def _set(document: Document, look: Look, faults: Faults) -> "Galley | None":
    if not _complete(look, faults):
        return None
    builder = Builder(document, look, faults)
    builder.build()
    galley = Galley(builder, look)
    join_frames(builder.boxes)
    width = styles.side_width(look, document.meta.scheme)
    if document.meta.sides and look.paper.columns > 1:
        faults.columns(look.name)
    elif document.meta.sides and width < NARROWEST_SIDE:
        faults.side(width)
    if galley.room(1) < LEAST_ROOM or galley.room(2) < LEAST_ROOM:
        faults.room()
    if faults:
        return None
    for box in builder.boxes:
        if box.row is not None and box.height > galley.room(2):
            faults.row(box.where)
    return galley


class Galley:
    """A document set in boxes: lines are broken, pages are not. It may be placed again with other page numbers."""

    __slots__ = ("_builder", "_first", "_known", "_look", "_placed", "_running")

    def __init__(self, builder: Builder, look: Look) -> None:
        self._builder = builder
        self._look = look
        self._running = RunningSetter(look, builder.setter, builder.document.meta.running)
        self._placed: list[list[Placed]] = []
        self._known: dict[str, str] = {}
        self._first = 1

    def room(self, page: int) -> float:
        """The height for text on a page, by its place from 1."""
        return self._running.bottom(page) - self._running.top(page)

    def place(self, first: int = 1, elsewhere: Mapping[str, str] = NOTHING) -> int:
        """Place the boxes on pages, the first with the number `first`; how many pages there are.

        The contents are filled with the pages so found, and again until nothing moves. `elsewhere` tells the pages,
        as printed, of anchors in other documents.
        """
        self._first = first
        for _ in range(ROUNDS):
            if self._placed:
                found = {**elsewhere, **self.printed()} if self._builder.contents else self._known
                if found == self._known:
                    break
                self._known = found
                self._fill()
            self._placed = place(self._builder.boxes, self.room, self._look.paper.columns)
        return len(self._placed)

    def _fill(self) -> None:
        """Make the contents again with the pages that are known."""
        for contents in self._builder.contents:
            boxes = contents.boxes(self._known)
            if not boxes:
                continue
            before = self._builder.boxes[contents.at]
            boxes[0].break_before = boxes[0].break_before or before.break_before
            boxes[0].yields = before.yields
            self._builder.boxes[contents.at : contents.at + len(boxes)] = boxes

    def printed(self) -> dict[str, str]:
        """The number printed on the page of each anchor, as last placed."""
        return {
            anchor: str(self._first + page - 1)
            for page, part in _firsts(self._placed)
            for anchor in part.box.anchors
        }

    def pages(self, total: int | None = None) -> Pages:
        """The pages as last placed; `total` is the number of pages that is printed, None: the document's own."""
        running = self._running
        running.first, running.pages = self._first, total or len(self._placed)
        pages = tuple(
            _page(self._look, running, place, each) for place, each in enumerate(self._placed, start=1)
        )
        return _pages(self._builder, running, self._placed, pages)


def _complete(look: Look, faults: Faults) -> bool:
    """Whether the look has every style that layout may need."""
    for name in (*(each for each in styles.PARAGRAPHS if each not in look.styles),
                 *([] if styles.TABLE in look.tables else [styles.TABLE])):
        faults.style(name)
    return not faults


def _firsts(placed: Sequence[Sequence[Placed]]) -> Iterator[tuple[int, Placed]]:
    """The beginning of each box, with the place of its page from 1."""
    for page, parts in enumerate(placed, start=1):
        for part in parts:
            if part.first == 0:
                yield page, part


def _page(look: Look, running: RunningSetter, place: int, parts: Sequence[Placed]) -> Page:
    top = running.top(place)
    items = running.header(place)
    for column, each in groupby(parts, key=lambda part: part.column):
        items += _column(list(each), top, column * _step(look))
    items += running.footer(place)
    return Page(running.first + place - 1, look.paper.width, look.paper.height, tuple(items))


def _step(look: Look) -> float:
    """How far a column begins to the right of the one before."""
    return look.paper.column + look.paper.gap


def _column(parts: Sequence[Placed], top: float, x: float) -> list[PageItem]:
    """What stands in a column that begins `x` to the right of the first."""
    items = _frames(parts, top)
    for at, part in enumerate(parts):
        items += _items(part, top, at == 0 or parts[at - 1].box.row is None)
    return [moved(item, x, 0.0) for item in items] if x else items


def _items(part: Placed, top: float, first: bool) -> list[PageItem]:
    box, y = part.box, part.y + top
    items: list[PageItem] = []
    if part.repeats and box.header is not None and box.header.row is not None:
        items += box.header.row(top if isinstance(box, Pair) else y - box.lead - box.header.height, True, True)
    if box.row is not None:
        return items + box.row(y, first, False)
    if isinstance(box, Pair):
        return items + pair_items(box, part.first, part.last, y)
    items = line_items(box, part.first, part.last, y)
    if part.first == 0:
        items += [moved(extra, 0.0, y) for extra in box.extras]
    return items


# --- frames ----------------------------------------------------------------------------------------


def _frames(parts: Sequence[Placed], top: float) -> list[PageItem]:
    """Shading and borders; neighbours of one frame are drawn as one."""
    items: list[PageItem] = []
    open_frame: Frame | None = None
    begin = end = 0.0
    for part in parts:
        frame = part.box.frame
        if isinstance(part.box, Pair):
            items += _framed(part, part.box, top)
        if frame is None and open_frame is None:
            continue
        y = part.y + top
        low = y + sum([line.height for line in part.box.lines[part.first : part.last]])
        if open_frame is not None and not open_frame.same(frame):
            items += _frame(open_frame, begin, end)
            open_frame = None
        if frame is not None:
            if open_frame is None:
                open_frame, begin = frame, y - frame.top
            end = low + frame.bottom
    return items + (_frame(open_frame, begin, end) if open_frame is not None else [])


def _framed(part: Placed, box: Pair, top: float) -> list[PageItem]:
    """The frames of a row's halves: each as high as the row."""
    y = part.y + top
    low = y + sum([line.height for line in box.lines[part.first : part.last]])
    frames = [side.frame for side in box.sides if side.frame is not None]
    return [item for frame in frames for item in _frame(frame, y - frame.top, low + frame.bottom)]


def _frame(frame: Frame, begin: float, end: float) -> list[PageItem]:
    items: list[PageItem] = []
    if frame.shading:
        items.append(Fill(frame.left, begin, frame.right - frame.left, end - begin, frame.shading))
    corners = {
        "top": (frame.left, begin, frame.right, begin), "bottom": (frame.left, end, frame.right, end),
        "left": (frame.left, begin, frame.left, end), "right": (frame.right, begin, frame.right, end),
    }
    for side, (x0, y0, x1, y1) in corners.items():
        border = frame.borders.get(side)
        if border is not None:
            half = border.width / 2
            dx = half if side == "left" else -half if side == "right" else 0.0
            dy = half if side == "top" else -half if side == "bottom" else 0.0
            items.append(Rule(x0 + dx, y0 + dy, x1 + dx, y1 + dy, border.width, border.colour))
    return items


# --- the whole -------------------------------------------------------------------------------------


def _pages(
    builder: Builder, running: RunningSetter, placed: Sequence[Sequence[Placed]], pages: tuple[Page, ...]
) -> Pages:
    destinations: dict[str, Destination] = {}
    where: dict[int, tuple[int, float]] = {}
    step = _step(builder.look)
    for number, part in _firsts(placed):
        y = part.y + running.top(number)
        where[id(part.box)] = (number, y)
        for anchor in part.box.anchors:
            destinations[anchor] = Destination(number, part.box.x + part.column * step, y)
    outline = tuple(OutlineEntry(each.title, each.level, *where[id(each.box)]) for each in builder.headings)
    document = builder.document
    headed = [each.id for each in (*document.provisions, *document.schedules)]
    heading_pages = {anchor: destinations[anchor].page for anchor in headed}
    contents = tuple(
        (
            entry.label, entry_title(entry), entry.anchor, running.first + destinations[entry.anchor].page - 1,
            entry.level,
        )
        for made in builder.contents[:1]
        for entry in made.entries
        if entry.anchor in destinations
    )
    return Pages(
        pages, tuple(builder.tree.elements), outline, destinations, heading_pages, tuple(builder.widths), contents,
        {each.font.path: each.font.kerning for each in builder.setter.shaper.types if each.kerned},
        tuple(builder.plates), breaks=tuple(_breaks(builder, placed)), rows=tuple(_rows(builder, placed)),
    )


def _breaks(builder: Builder, placed: Sequence[Sequence[Placed]]) -> Iterator[bool]:
    """For each page break of the text, whether a page begins there; one that nothing follows is none."""
    first = {id(page[0].box) for page in placed if page and page[0].first == 0}
    for at in builder.breaks:
        yield at < len(builder.boxes) and id(builder.boxes[at]) in first


def _rows(builder: Builder, placed: Sequence[Sequence[Placed]]) -> Iterator[RowPlace]:
    """Where each row of two languages stands."""
    first = {id(page[0].box) for page in placed if page and page[0].first == 0}
    divided = {id(part.box) for page in placed for part in page if part.first > 0}
    names = None
    for box in builder.boxes:
        if isinstance(box, Pair):
            yield RowPlace(id(box) in first or (names is box.header and id(names) in first), id(box) in divided)
        names = box
