"""What is placed on pages: boxes of lines, whose heights are known and whose place is not.

`y` grows downwards; a box is drawn from its top. Horizontal places are final from the start.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from vadocs.model.look import Border
from vadocs.model.pages import Fill, Glyphs, Line, PageItem, Path, Picture, Plate, Rule

TOLERANCE = 0.02
"""How far a line may hang over the end of the page, in points: less than a twip, for what rounding makes."""


@dataclass(slots=True, eq=False)
class LineBox:
    """A line: `height` is its step to the next, `need` what it takes at the end of a page, `baseline` from its top.

    `leaders` are dotted strokes (x0, x1) on the baseline.
    """

    runs: tuple[Glyphs, ...]
    height: float
    need: float
    baseline: float
    leaders: tuple[tuple[float, float], ...] = ()


@dataclass(slots=True, eq=False)
class Frame:
    """Shading and borders around a paragraph, from `left` to `right`; `top`, `bottom` what they add to its height."""

    left: float
    right: float
    shading: str | None
    borders: dict[str, Border]
    top: float = 0.0
    bottom: float = 0.0

    def same(self, other: "Frame | None") -> bool:
        """Whether two paragraphs that follow one another share one frame."""
        return other is not None and (self.left, self.right, self.shading, self.borders) == (
            other.left, other.right, other.shading, other.borders,
        )


Row = Callable[[float, bool, bool], list[PageItem]]
"""Draws a row of a table at a y; whether it stands first in its part of the table, and whether as a repetition."""


@dataclass(slots=True, eq=False)
class Box:
    """A paragraph, or a row of a table (`row` draws it), with what decides where it may stand.

    `keep_next`: its end stays with the beginning of the next box. `whole`: it is never divided.
    `break_before`: it starts a page; where it `yields`, not after the few lines that ran over onto one, from which it
    then stands `apart`.
    `header`: the box repeated above it where it starts a page by itself. `anchors`: the places that begin here.
    `extras` are drawn with the first line, y from the box's top.
    `lead`, `tail`: the height that its frame adds above and below, but where frames join.
    """

    style: str
    lines: list[LineBox]
    before: float = 0.0
    after: float = 0.0
    contextual: bool = False
    keep_next: bool = False
    whole: bool = False
    widow_control: bool = True
    break_before: bool = False
    yields: bool = False
    apart: float = 0.0
    header: "Box | None" = None
    anchors: tuple[str, ...] = ()
    x: float = 0.0
    frame: Frame | None = None
    extras: tuple[PageItem, ...] = ()
    row: Row | None = None
    where: str = ""
    lead: float = 0.0
    tail: float = 0.0

    @property
    def height(self) -> float:
        """All its lines, as a box that another follows."""
        return sum([line.height for line in self.lines])

    @property
    def need(self) -> float:
        """What it takes where the page ends with it."""
        return self.height - self.lines[-1].height + self.lines[-1].need if self.lines else 0.0

    def divisible(self, fitting: int, begun: int = 0) -> int:
        """How many lines to keep on a page that has room for `fitting`, fewer than are left; 0: none.

        `begun` lines stand on earlier pages already.
        """
        if self.whole and not begun:
            return 0
        if not self.widow_control:
            return fitting
        kept = min(fitting, len(self.lines) - begun - 2)
        return kept if kept >= (1 if begun else 2) else min(fitting, 1) if begun else 0


@dataclass(slots=True, eq=False)
class Placed:
    """Lines `first` to `last` (exclusive) of a box, whose top stands at `y` of a page, in a column counted from 0."""

    box: Box
    first: int
    last: int
    y: float
    repeats: bool = False
    column: int = 0


LEADER = (0.6, 3.0)
"""A dotted line: on and off, in points."""


def line_items(box: Box, first: int, last: int, y: float) -> list[PageItem]:
    """The lines of a box from `y`, with their leaders."""
    items: list[PageItem] = []
    for line in box.lines[first:last]:
        base = y + line.baseline
        if line.runs:
            items.append(Line(base, y, line.height, line.runs))
        for x0, x1 in line.leaders:
            items += _leader(x0, x1, base, line.runs[-1].colour if line.runs else "000000")
        y += line.height
    return items


def _leader(x0: float, x1: float, y: float, colour: str) -> list[PageItem]:
    """A dotted stroke on a baseline, clear of the text on both sides; the dots of all lines stand in columns."""
    step = sum(LEADER)
    x0, x1 = ceil((x0 + step / 2) / step) * step, x1 - step
    return [Rule(x0, y - 0.5, x1, y - 0.5, LEADER[0], colour, LEADER)] if x1 > x0 else []


def moved(item: PageItem, x: float, y: float) -> PageItem:
    """The item moved by (x, y); for what was made at an origin."""
    match item:
        case Rule(x0, y0, x1, y1, width, colour, dash):
            return Rule(x0 + x, y0 + y, x1 + x, y1 + y, width, colour, dash)
        case Fill(left, top, width, height, colour):
            return Fill(left + x, top + y, width, height, colour)
        case Picture(left, top, width, height, data, alternative, element):
            return Picture(left + x, top + y, width, height, data, alternative, element)
        case Line(base, top, height, runs):
            runs = runs if x == 0.0 else tuple(run._replace(x=run.x + x) for run in runs)
            return Line(base + y, top + y, height, runs)
        case Path(points, width, colour, dash, filled):
            return Path(tuple((px + x, py + y) for px, py in points), width, colour, dash, filled)
        case Plate():
            return plate_at(item, item.x + x, item.y + y)
    return replace(item, x=item.x + x, y=item.y + y)


def plate_at(plate: Plate, x: float, y: float) -> Plate:
    """The drawing with its top left corner at (`x`, `y`)."""
    items = tuple(_moved_shape(item, x - plate.x, y - plate.y) for item in plate.items)
    return Plate(x, y, plate.width, plate.height, plate.name, plate.element, items)


def _moved_shape(item: Line | Rule | Fill | Path, x: float, y: float) -> Line | Rule | Fill | Path:
    shape = moved(item, x, y)
    assert isinstance(shape, Line | Rule | Fill | Path)
    return shape
