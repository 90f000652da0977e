"""Drawings take a width, a face and colours: shapes become strokes, areas and runs of text, and all of it one box."""

import re
from dataclasses import replace
from math import ceil, cos, floor, pi, sin

from vadocs.layout.boxes import Box, LineBox, plate_at
from vadocs.layout.lines import FIGURE
from vadocs.layout.paragraphs import Column
from vadocs.layout.shape import Origin, Run, Shaper
from vadocs.model import styles
from vadocs.model.document import Raster
from vadocs.model.drawing import Area, Drawing, Grid, Label, Mark, Sector, Shape, Stroke
from vadocs.model.look import RunStyle
from vadocs.model.pages import Fill, Glyphs, Line, Path, Picture, Plate, Rule
from vadocs.model.palette import palette

OUTLINE, HATCH, HATCH_STEP = 0.75, 0.6, 4.0
"""Widths of an outline and of the strokes of a hatch, and their distance, in points."""

STEPS = 120
"""Straight strokes that a whole circle is made of: at the size of a chart none is told from an arc."""

EDGE = 1.0
"""What is left free at both sides, in points: a picture would cut off what a letter or a stroke has beyond it."""

LEAST = 8.0
"""The size in points down to which a text is set smaller, rather than cut."""

CUT = "…"
"""The end of a text that is longer than its room."""

Item = Line | Rule | Fill | Path


class Plotter:
    """Draws the shapes of one drawing, `width` points wide, as content of `element`; `where` is for findings."""

    def __init__(self, shaper: Shaper, width: float, element: int, where: str) -> None:
        self._shaper = shaper
        self._width = width
        self._element = element
        self._where = where
        self._colours = palette(shaper.look)
        self._runs: dict[RunStyle, RunStyle] = {}

    def plate(self, name: str, drawing: Drawing) -> Plate:
        """The drawing as if it stood at the top left corner."""
        items = [item for shape in drawing.shapes for item in self._items(shape)]
        return Plate(0.0, 0.0, self._width, drawing.height, name, self._element, tuple(items))

    def _x(self, part: float) -> float:
        return EDGE + part * (self._width - 2 * EDGE)

    def _items(self, shape: Shape) -> list[Item]:
        match shape:
            case Area():
                return self._area(shape)
            case Stroke():
                points = tuple((self._x(x), y) for x, y in shape.points)
                return [Path(points, shape.width, self._colours[shape.role], shape.dash)]
            case Mark():
                x, y, r = self._x(shape.x), shape.y, shape.radius
                corners = ((x - r, y), (x, y - r), (x + r, y), (x, y + r))
                return [Path(corners, 0.0, self._colours[shape.role], filled=True)]
            case Label():
                return self._label(shape)
            case Grid():
                return self._grid(shape)
            case Sector():
                return [self._sector(shape)]

    # --- areas -------------------------------------------------------------------------------------

    def _area(self, area: Area) -> list[Item]:
        x0, x1, colour = self._x(area.x0), self._x(area.x1), self._colours[area.role]
        if area.pattern == "solid":
            return [Fill(x0, area.y0, x1 - x0, area.y1 - area.y0, colour)]
        corners = ((x0, area.y0), (x1, area.y0), (x1, area.y1), (x0, area.y1), (x0, area.y0))
        outline = Path(corners, OUTLINE, colour)
        strokes = hatch(x0, area.y0, x1, area.y1, colour) if area.pattern == "hatched" else []
        return [*strokes, outline]

    def _grid(self, grid: Grid) -> list[Item]:
        """Each stretch of dark squares in a row as one area."""
        found: list[Item] = []
        for number, squares in enumerate(grid.rows):
            for dark in re.finditer("1+", squares):
                x, y = grid.x + dark.start() * grid.side, grid.y + number * grid.side
                found.append(Fill(x, y, len(dark[0]) * grid.side, grid.side, self._colours[grid.role]))
        return found

    def _sector(self, sector: Sector) -> Path:
        x, colour = self._x(sector.x) + sector.shift, self._colours[sector.role]
        steps = max(1, ceil((sector.end - sector.start) * STEPS))
        turns = [2 * pi * (sector.start + (sector.end - sector.start) * n / steps) for n in range(steps + 1)]
        ways = ((sector.outer, turns), (sector.inner, turns[::-1]))
        points = tuple((x + r * sin(turn), sector.y - r * cos(turn)) for r, way in ways for turn in way)
        solid = sector.pattern == "solid"
        return Path(points if solid else (*points, points[0]), 0.0 if solid else OUTLINE, colour, filled=solid)

    # --- texts -------------------------------------------------------------------------------------

    def _label(self, label: Label) -> list[Item]:
        runs, width = self._fitted(label)
        if not runs:
            return []
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        x = self._x(label.x) + label.shift - width * share
        found: list[Glyphs] = []
        for number, (text, ink) in enumerate(runs, start=1):
            wide = ink.type.measure(text)
            shown = text + " " if number == len(runs) else text
            found.append(Glyphs(x, shown, ink.type.font.path, ink.type.size, ink.colour, wide, self._element,
                                kerned=ink.type.kerned))  # fmt: skip
            x += wide
        return [Line(label.y, label.y - label.size * 0.8, label.size * 1.2, tuple(found))]

    def _fitted(self, label: Label) -> tuple[list[Run], float]:
        """The runs of a label, set smaller and then cut where they are longer than its room, and their width.

        None of a figure that would be cut: what is left of it would be another figure.
        """
        room = label.room * (self._width - 2 * EDGE) - abs(label.shift)
        text = label.text.strip()
        runs = self._shaped(text, label)
        width = _width(runs)
        if width > room and label.size > LEAST:
            label = replace(label, size=max(LEAST, floor(10 * label.size * room / width) / 10))
            runs = self._shaped(text, label)
            width = _width(runs)
        if width > room and FIGURE.match(text):
            return [], 0.0
        while width > room and len(text) > 1:
            # A guess by what is too much, then letter by letter.
            text = text[: min(len(text) - 1, int(len(text) * room / width) + 2)].rstrip()
            runs = self._shaped(text + CUT, label)
            width = _width(runs)
        return runs, width

    def _shaped(self, text: str, label: Label) -> list[Run]:
        base = self._shaper.look.styles[styles.TABLE_TEXT].run
        colour = self._colours[label.role]
        wanted = replace(base, size=label.size, bold=label.bold, italic=False, colour=colour, caps=False)
        run = self._runs.setdefault(wanted, wanted)
        return self._shaper.text(text, Origin(run, self._element, self._where))


def _width(runs: list[Run]) -> float:
    return sum(ink.type.measure(text) for text, ink in runs)


def hatch(x0: float, y0: float, x1: float, y1: float, colour: str) -> list[Item]:
    """Strokes that rise to the right, none outside the rectangle."""
    strokes: list[Item] = []
    height = y1 - y0
    foot = x0 - height + HATCH_STEP
    while foot < x1:
        left, right = max(foot, x0), min(foot + height, x1)
        if right > left:
            strokes.append(Rule(left, y1 - (left - foot), right, y1 - (right - foot), HATCH, colour))
        foot += HATCH_STEP
    return strokes


def plate_box(plate: Plate, column: Column) -> Box:
    """The drawing in a column, as a box that is never divided."""
    return _box(plate_at(plate, column.x, 0.0), column)


def picture_box(picture: Raster, element: int, column: Column) -> Box:
    """A picture at the left of a column, content of `element`, as a box that is never divided."""
    return _box(Picture(column.x, 0.0, picture.width, picture.height, picture.data, element=element), column)


def _box(item: Plate | Picture, column: Column) -> Box:
    line = LineBox((), item.height, item.height, item.height)
    gap = styles.FIGURE_GAP
    return Box("", [line], before=gap, after=gap, whole=True, extras=(item,), x=column.x)
