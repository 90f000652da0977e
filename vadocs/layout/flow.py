"""Boxes onto pages, under the word processors' rules.

The gap between paragraphs is the larger of what one wants below and the other above; `before` is dropped
after a page break that came by itself. A paragraph leaves or takes over at least two lines. A chain of
boxes that keep with the next needs all of itself and the beginning of what follows.
"""

from collections.abc import Callable, Sequence
from itertools import chain

from vadocs.layout.boxes import TOLERANCE, Box, LineBox, Placed
from vadocs.layout.columns import Pair

FEW = 0.2
"""The part of a page that lines take which ran over onto it, at most: a page left so would look forgotten."""

Room = Callable[[int], float]
"""The height for text on a page, by its number from 1."""


def join_frames(boxes: Sequence[Box]) -> None:
    """Give each box the height of its frame, none where two neighbours share one."""
    for at, box in enumerate(boxes):
        if box.frame is None:
            continue
        before = boxes[at - 1].frame if at else None
        after = boxes[at + 1].frame if at + 1 < len(boxes) else None
        box.lead = 0.0 if box.frame.same(before) else box.frame.top
        box.tail = 0.0 if box.frame.same(after) else box.frame.bottom


def gap(above: Box, below: Box) -> float:
    """The space between two paragraphs on one page; none on the contextual side of equal styles."""
    same = above.style == below.style
    return max(
        0.0 if same and above.contextual else above.after,
        0.0 if same and below.contextual else below.before,
    )


def place(boxes: Sequence[Box], room: Room, columns: int = 1) -> list[list[Placed]]:
    """The boxes by page, column after column; each page that is begun holds at least one line."""
    filled = _Placer(boxes, room, columns).pages()
    return [list(chain(*filled[at : at + columns])) for at in range(0, len(filled), columns)]


class _Placer:
    """The state of one document being placed; `at`, `line` are what comes next.

    A column is filled as a page is: what is said of pages here holds for columns.
    """

    __slots__ = ("_pages", "at", "boxes", "by_itself", "columns", "kept_to", "limit", "line", "room", "y")

    def __init__(self, boxes: Sequence[Box], room: Room, columns: int) -> None:
        self.boxes = boxes
        self.room = room
        self.columns = columns
        self._pages: list[list[Placed]] = [[]]
        self.limit = room(1) + TOLERANCE
        self.y = 0.0
        self.at = self.line = 0
        self.by_itself = False
        self.kept_to = -1
        """The last box of the chain that is known to fit, or that no page can hold."""

    def pages(self) -> list[list[Placed]]:
        """Place all boxes."""
        while self.at < len(self.boxes):
            box = self.boxes[self.at]
            if box.break_before and self.line == 0 and self._pages[-1] and not (box.yields and self._ran_over()):
                self._turn(by_itself=False)
                while len(self._pages) % self.columns != 1 % self.columns:
                    self._turn(by_itself=False)
            top, repeats = self._top(box)
            if self.line == 0 and box.keep_next and self.at > self.kept_to:
                if self._pages[-1] and not self._chain_fits(top):
                    self._turn()
                    continue
                self.kept_to = self._chain_end()
            count = self._kept(box, top)
            if count == 0:
                self._turn()
                continue
            self._put(box, top, count, repeats)
        return self._pages

    def _turn(self, by_itself: bool = True) -> None:
        """Begin a page."""
        self._pages.append([])
        self.limit = self.room((len(self._pages) - 1) // self.columns + 1) + TOLERANCE
        self.y = 0.0
        self.by_itself = by_itself

    def _ran_over(self) -> bool:
        """Whether this page holds no more than the last lines of what begins on the page before."""
        return self.by_itself and self.y < self.limit * FEW

    def _top(self, box: Box) -> tuple[float, bool]:
        """Where the next line of `box` would stand, and whether its table's header row is repeated above it."""
        if box.header is not None and not self._pages[-1] and isinstance(box, Pair):
            # In cells the space above a paragraph stays wherever the row begins; LibreOffice 7.4 repeats it where the
            # row goes on.
            above = gap(self.boxes[self.at - 1], box) if self.at else 0.0
            return self.y + box.header.height + above + box.lead, True
        if self.line:
            return self.y, False
        if self._pages[-1]:
            return self.y + gap(self._pages[-1][-1].box, box) + box.lead + box.apart, False
        if not self.by_itself:
            return self.y + box.before + box.lead, False
        if box.header is not None:
            return self.y + box.header.height, True
        return self.y + box.lead, False

    def _kept(self, box: Box, top: float) -> int:
        """How many lines of `box`, from the next one, stand on this page; 0: it begins on the next page."""
        fitting, left = self._fitting(box.lines[self.line :], top), len(box.lines) - self.line
        if fitting >= left:
            return left
        kept = box.divisible(fitting, self.line)
        if kept > 0 or self._pages[-1]:
            return kept
        return left if box.row is not None else max(1, fitting)

    def _fitting(self, lines: Sequence[LineBox], y: float) -> int:
        """How many of the lines there is room for, the first at `y`."""
        for number, line in enumerate(lines):
            if y + line.need > self.limit:
                return number
            y += line.height
        return len(lines)

    def _put(self, box: Box, top: float, count: int, repeats: bool) -> None:
        last = self.line + count
        column = (len(self._pages) - 1) % self.columns
        self._pages[-1].append(Placed(box, self.line, last, top, repeats, column))
        self.y = top + sum([line.height for line in box.lines[self.line : last]])
        if last < len(box.lines):
            self.line = last
            self._turn()
        else:
            self.y += box.tail
            self.at += 1
            self.line = 0

    def _chain_end(self) -> int:
        """The last box that the chain from here keeps together with its neighbours."""
        at = self.at
        while at + 1 < len(self.boxes) and self.boxes[at].keep_next and not self.boxes[at + 1].break_before:
            at += 1
        return at

    def _chain_fits(self, y: float) -> bool:
        """Whether the chain that begins here, at `y`, and the beginning of what follows fit on this page."""
        boxes, at = self.boxes, self.at
        end = self._chain_end()
        while at < end:
            if y + boxes[at].need > self.limit:
                return False
            y += boxes[at].height + boxes[at].tail
            at += 1
            y += gap(boxes[at - 1], boxes[at]) + boxes[at].lead
        fitting = self._fitting(boxes[end].lines, y)
        return fitting == len(boxes[end].lines) or boxes[end].divisible(fitting) > 0
