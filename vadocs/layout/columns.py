"""Two languages side by side: rows whose two halves begin on one line and go over a page together.

A row is one box. Its lines are those of its longer half; a page divides both halves after the same line, where neither
leaves or takes over less than two. So all that is known of boxes holds for rows, and what follows a row begins level.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from vadocs.layout.boxes import Box, LineBox, line_items
from vadocs.layout.paragraphs import Column, Setter
from vadocs.layout.shape import Origin
from vadocs.model import styles
from vadocs.model.document import Scheme, Side
from vadocs.model.look import Look
from vadocs.model.pages import ARTIFACT, Fill, PageItem, Rule

NARROWEST_SIDE = 140.0
"""The least width of a side, in points: some 25 letters of a contract's text."""

SHORT = 15
"""A row of so many lines, or fewer, is kept on one page rather than divided before the last line that fits."""
BELOW_NAMES = 4.0
"""What stands below the row that names the languages, in points."""


@dataclass(slots=True, eq=False)
class Pair(Box):
    """A row: `sides` are its halves, one of them alone where the other says nothing.

    Its own lines have heights only. Its `header` names the languages on every page that it begins or goes on with.
    """

    sides: tuple[Box, ...] = ()

    def divisible(self, fitting: int, begun: int = 0) -> int:
        """As of any box; both halves are divided after the same line: the last that fits, or the row is not, if short.

        Where it may not end there, a shorter part could: but word processors know no such lines in cells, and fill the
        page (LibreOffice 7.4). So only a long row, which would leave too much of a page empty, is divided earlier.
        """
        if self.whole and not begun:
            return 0
        most = min(fitting, len(self.lines) - begun - 1)
        if not begun and len(self.lines) <= SHORT:
            return most if most > 0 and self._parts(0, most) else 0
        kept = next((k for k in range(most, 0, -1) if self._parts(begun, begun + k)), 0)
        return kept if kept or not begun else min(fitting, 1)

    def _parts(self, begun: int, at: int) -> bool:
        """Whether a page may end after `at` lines, of which `begun` stand on earlier ones."""
        least = 1 if begun else 2
        return all(
            len(side.lines) <= at or not side.widow_control or (at - begun >= least and len(side.lines) - at >= 2)
            for side in self.sides
        )


def pair(left: Box | None, right: Box | None) -> Pair:
    """The row of two paragraphs; what they want above and below is the larger of both."""
    sides = tuple(side for side in (left, right) if side is not None)
    first = sides[0]
    lines = [_step(lines) for lines in zip_longest(*(side.lines for side in sides))]
    frames = [side.frame for side in sides if side.frame is not None]
    return Pair(
        first.style, lines, max(side.before for side in sides), max(side.after for side in sides),
        all(side.contextual for side in sides), any(side.keep_next for side in sides),
        any(side.whole for side in sides), any(side.widow_control for side in sides),
        any(side.break_before for side in sides),
        anchors=tuple(anchor for side in sides for anchor in side.anchors), x=first.x, where=first.where,
        lead=max((frame.top for frame in frames), default=0.0),
        tail=max((frame.bottom for frame in frames), default=0.0), sides=sides,
    )  # fmt: skip


def _step(lines: Sequence[LineBox | None]) -> LineBox:
    """The line of a row that both its halves have room on."""
    there = [line for line in lines if line is not None]
    return LineBox((), max(line.height for line in there), max(line.need for line in there), 0.0)


def pair_items(box: Pair, first: int, last: int, y: float) -> list[PageItem]:
    """The lines `first` to `last` of a row from `y`: the left half, then the right one."""
    items: list[PageItem] = []
    for side in box.sides:
        count = len(side.lines)
        items += line_items(side, min(first, count), min(last, count), y)
    return items


def halves_of(look: Look, scheme: Scheme) -> tuple[Column, Column]:
    """Where each language stands: between the two there is room for the numbers of the second."""
    x, width = look.paper.left, styles.side_width(look, scheme)
    return Column(x, width), Column(x + width + styles.COLUMN_GAP + styles.outdent(look, scheme), width)


def names_row(sides: Sequence[Side], setter: Setter, halves: Sequence[Column]) -> Box:
    """The row that names the languages above what stands in them: no part of the text, as a running head is none."""
    style, look = setter.shaper.look.styles[styles.TABLE_HEADING], setter.shaper.look.tables[styles.TABLE]
    top, _, bottom, _ = look.margins
    first, second = halves
    # The row has room for the numbers of the first language too, as much as lies before the second.
    x, end = first.x - (second.x - first.x - first.width - styles.COLUMN_GAP), second.x + second.width
    rules = {side: look.first_row_borders.get(side) or look.borders.get(side) for side in ("top", "bottom")}
    above = rules["top"].width if rules["top"] is not None else 0.0
    content = []
    for side, half in zip(sides, halves, strict=True):
        runs = setter.shaper.text(side.name, Origin(style.run, ARTIFACT, ""))
        content.append(setter.paragraph(style, runs, half, None, "left"))
    inner = above + top + max(each.height for each in content) + bottom

    def draw(y: float, first: bool, repeated: bool) -> list[PageItem]:
        items: list[PageItem] = []
        if look.first_row_shading:
            items.append(Fill(x, y, end - x, inner, look.first_row_shading))
        for each in content:
            items += line_items(each, 0, len(each.lines), y + above + top)
        for border, at in zip(rules.values(), (y, y + inner), strict=True):
            if border is not None:
                middle = at + border.width / 2
                items.append(Rule(x, middle, end, middle, border.width, border.colour))
        return items

    # The lower rule lies within what is left below: the low row of a Word file has room for it.
    height = inner + BELOW_NAMES
    return Box("", [LineBox((), height, height, 0.0)], keep_next=True, whole=True, row=draw, x=x)
