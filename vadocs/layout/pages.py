"""The pages themselves: what was placed is drawn, with header and footer, destinations and outline."""

from collections.abc import Iterator, Mapping, Sequence

from vadocs.diagnostics import Report
from vadocs.layout.boxes import Frame, Placed, line_items, moved
from vadocs.layout.document import Builder
from vadocs.layout.faults import Faults
from vadocs.layout.flow import Room, join_frames, place
from vadocs.layout.running import RunningSetter
from vadocs.model import styles
from vadocs.model.document import Document
from vadocs.model.engagement import Leaf
from vadocs.model.look import Look
from vadocs.model.pages import Destination, Fill, OutlineEntry, Page, PageItem, Pages, Rule

ROUNDS = 4
"""How often the contents are filled in; a second time is needed only where a number changes a line."""

LEAST_ROOM = 100.0
"""The least height for text that makes a page, in points."""


def lay_out(
    document: Document, look: Look, report: Report, leaves: Mapping[str, Leaf] | None = None
) -> Pages | None:
    """The pages of `document` in `look`; None where a fault was reported (E550 to E560).

    The document is numbered and resolved; the look's paper is used as it is. `leaves` are the engagement's by
    dotted path (None: unknown), so that a finding about a value has the place where it was written.
    """
    faults = Faults(report, leaves)
    pages = _laid_out(document, look, faults)
    faults.tell()
    return pages


def _laid_out(document: Document, look: Look, faults: Faults) -> Pages | None:
    if not _complete(look, faults):
        return None
    builder = Builder(document, look, faults)
    builder.build()
    running = RunningSetter(look, builder.setter, document.meta.running)
    join_frames(builder.boxes)

    def room(page: int) -> float:
        return running.bottom(page) - running.top(page)

    if room(1) < LEAST_ROOM or room(2) < LEAST_ROOM:
        faults.room()
    if faults:
        return None
    placed = _place(builder, room)
    running.pages = len(placed)
    pages = tuple(_page(look, running, number, each) for number, each in enumerate(placed, start=1))
    for box in builder.boxes:
        if box.row is not None and box.height > room(2):
            faults.row(box.where)
    if faults:
        return None
    return _pages(builder, running, placed, pages)


def _complete(look: Look, faults: Faults) -> bool:
    """Whether the look has every style that layout may need."""
    for name in (*(each for each in styles.PARAGRAPHS if each not in look.styles),
                 *([] if styles.TABLE in look.tables else [styles.TABLE])):
        faults.style(name)
    return not faults


def _place(builder: Builder, room: Room) -> list[list[Placed]]:
    """Place the boxes, fill the contents with the pages so found, and again until nothing moves."""
    known: dict[str, int] = {}
    placed: list[list[Placed]] = []
    for _ in range(ROUNDS):
        placed = place(builder.boxes, room)
        found = _anchor_pages(placed)
        if found == known or not builder.contents:
            break
        known = found
        for contents in builder.contents:
            boxes = contents.boxes(known)
            if not boxes:
                continue
            boxes[0].break_before = boxes[0].break_before or builder.boxes[contents.at].break_before
            builder.boxes[contents.at : contents.at + len(boxes)] = boxes
    return placed


def _anchor_pages(placed: Sequence[Sequence[Placed]]) -> dict[str, int]:
    return {anchor: page for page, part in _firsts(placed) for anchor in part.box.anchors}


def _firsts(placed: Sequence[Sequence[Placed]]) -> Iterator[tuple[int, Placed]]:
    """The beginning of each box, with its page."""
    for page, parts in enumerate(placed, start=1):
        for part in parts:
            if part.first == 0:
                yield page, part


def _page(look: Look, running: RunningSetter, number: int, parts: Sequence[Placed]) -> Page:
    top = running.top(number)
    items = running.header(number)
    items += _frames(parts, top)
    for at, part in enumerate(parts):
        items += _items(part, top, at == 0 or parts[at - 1].box.row is None)
    items += running.footer(number)
    return Page(number, look.paper.width, look.paper.height, tuple(items))


def _items(part: Placed, top: float, first: bool) -> list[PageItem]:
    box, y = part.box, part.y + top
    if box.row is not None:
        items: list[PageItem] = []
        if part.repeats and box.header is not None and box.header.row is not None:
            items += box.header.row(y - box.header.height, True, True)
        return items + box.row(y, first, False)
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
    for number, part in _firsts(placed):
        y = part.y + running.top(number)
        where[id(part.box)] = (number, y)
        for anchor in part.box.anchors:
            destinations[anchor] = Destination(number, part.box.x, y)
    outline = tuple(OutlineEntry(each.title, each.level, *where[id(each.box)]) for each in builder.headings)
    document = builder.document
    headed = [each.id for each in (*document.provisions, *document.schedules)]
    heading_pages = {anchor: destinations[anchor].page for anchor in headed}
    contents = tuple(
        (entry.label, entry.title, entry.anchor, destinations[entry.anchor].page, entry.level)
        for made in builder.contents[:1]
        for entry in made.entries
    )
    return Pages(
        pages, tuple(builder.tree.elements), outline, destinations, heading_pages, tuple(builder.widths), contents,
        {each.font.path: each.font.kerning for each in builder.setter.shaper.types if each.kerned},
        tuple(builder.plates),
    )
