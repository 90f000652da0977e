"""A drawing: what a chart shows, before it has a width, a face or a colour.

Across, places are parts of the measure from its left edge (0 to 1); down, they are points from the top. So one drawing
stands in any look. Colours are roles, and no two things are told apart by colour alone: areas differ by pattern, lines
by their dashes, and each has its words beside it.
"""

from dataclasses import dataclass
from typing import Literal

Role = Literal["ink", "muted", "accent", "quiet", "rule"]
"""What a colour is for: text; text that steps back; what the eye is led to; its pale tint; grid lines."""

Pattern = Literal["solid", "hatched", "open"]
"""How an area is filled: whole; with slanting strokes; not at all. The latter two have an outline."""

Anchor = Literal["start", "middle", "end"]
"""Which part of a text stands at its place."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle from (`x0`, `y0`) to (`x1`, `y1`)."""

    x0: float
    y0: float
    x1: float
    y1: float
    role: Role = "accent"
    pattern: Pattern = "solid"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through `points`, `width` points thick; `dash` is (on, off, …) in points, or empty."""

    points: tuple[Point, ...]
    role: Role = "ink"
    width: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A lozenge round (`x`, `y`), `radius` points from its middle to its corners."""

    x: float
    y: float
    radius: float = 4.0
    role: Role = "accent"


@dataclass(frozen=True, slots=True)
class Label:
    """A text of one line on its baseline `y`, `size` points high, moved `shift` points to the right.

    `room`: the part of the measure that it may take; what is longer ends in "…", as the table beside the drawing has
    all of it.
    """

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    role: Role = "ink"
    size: float = 9.0
    bold: bool = False
    room: float = 1.0
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of a ring round (`x`, `y`), moved `shift` points to the right, between `inner` and `outer` points from its
    middle, from `start` to `end` in turns, clockwise from the top. `pattern` "solid" or "open"."""

    x: float
    y: float
    inner: float
    outer: float
    start: float
    end: float
    role: Role = "accent"
    pattern: Pattern = "solid"
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Squares of `side` points, dark where a row has "1"; `x` and `y` are points from the top left corner."""

    x: float
    y: float
    side: float
    rows: tuple[str, ...]
    role: Role = "ink"


Shape = Area | Stroke | Mark | Label | Sector | Grid


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order in which they are drawn, the later over the earlier; `height` is in points."""

    height: float
    shapes: tuple[Shape, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands written in it, in order."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Label))
