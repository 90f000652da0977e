"""Drawings as pictures (PNG), which every word processor shows, from the very strokes, areas and runs of the PDF.

Drawn at twice the wanted resolution and halved, which smooths slanting strokes. The face files are those that layout
measured, so a text takes the room that was left for it.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import cycle, pairwise
from math import hypot

from PIL import Image, ImageDraw, ImageFont

from vadocs.model.fontfiles import kept_of_files
from vadocs.model.pages import ARTIFACT, Fill, Glyphs, Line, Path, Plate, Rule
from vadocs.model.spelling import ALIKE, drawn

DOTS_PER_INCH = 220
"""Enough for print; Word keeps as much by default."""

COMPRESSION = 6
"""Of nine: the last three take three times as long and spare three bytes in a hundred."""

_SMOOTHING = 2
_SCALE = DOTS_PER_INCH * _SMOOTHING / 72
"""Dots under way in a point."""

Point = tuple[float, float]


def png(plate: Plate) -> bytes:
    """The drawing, which stands at the top left corner, on white paper: the same bytes each time."""
    return _png(plate.width, plate.height, tuple(map(_anywhere, plate.items)))


Item = Line | Rule | Fill | Path


def _anywhere(item: Item) -> Item:
    """An item without the element that it belongs to: the same drawing in another document is the same picture."""
    if isinstance(item, Line):
        return item._replace(runs=tuple(run._replace(element=ARTIFACT) for run in item.runs))
    return item


@kept_of_files(8)
def _png(across: float, down: float, items: tuple[Item, ...]) -> bytes:
    width, height = (round(side * DOTS_PER_INCH / 72) for side in (across, down))
    picture = Image.new("RGB", (width * _SMOOTHING, height * _SMOOTHING), "white")
    draw = ImageDraw.Draw(picture)
    for item in items:
        _item(item, draw)
    out = BytesIO()
    small = picture.reduce(_SMOOTHING)
    small.save(out, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), compress_level=COMPRESSION)
    return out.getvalue()


def _item(item: Item, draw: ImageDraw.ImageDraw) -> None:
    match item:
        case Line():
            for run in item.runs:
                _text(run, item.y, draw)
        case Rule():
            _strokes(((item.x0, item.y0), (item.x1, item.y1)), item.width, item.colour, item.dash, draw)
        case Path() if item.filled:
            draw.polygon(_dots(item.points), fill=f"#{item.colour}")
        case Path():
            _strokes(item.points, item.width, item.colour, item.dash, draw)
        case Fill():
            ends = _dots(((item.x, item.y), (item.x + item.width, item.y + item.height)))
            # Pillow paints the last dot too.
            (left, top), (right, bottom) = [(round(x, 3), round(y, 3)) for x, y in ends]
            draw.rectangle(((left, top), (max(left, right - 1), bottom - 1)), fill=f"#{item.colour}")


def _dots(points: Sequence[Point]) -> list[Point]:
    return [(x * _SCALE, y * _SCALE) for x, y in points]


def _text(run: Glyphs, y: float, draw: ImageDraw.ImageDraw) -> None:
    draw.text((run.x * _SCALE, y * _SCALE), shown(run.text), f"#{run.colour}", _face(run.face, run.size), "ls")


def shown(text: str) -> str:
    """The letters whose shapes are drawn for a run's text: not every face has a no-break space, say."""
    return "".join(ALIKE.get(letter, letter) for letter in map(drawn, text)).rstrip(" ")


@kept_of_files(32)
def _face(path: str, size: float) -> ImageFont.FreeTypeFont:
    # The plain engine: another one, where it is installed, would shape and kern in a way of its own.
    return ImageFont.truetype(path, size * _SCALE, layout_engine=ImageFont.Layout.BASIC)


def _strokes(
    points: Sequence[Point], width: float, colour: str, dash: Sequence[float], draw: ImageDraw.ImageDraw
) -> None:
    dots = max(1, round(width * _SCALE))
    for stroke in _dashes(points, dash) if dash else (points,):
        draw.line(_dots(stroke), fill=f"#{colour}", width=dots, joint="curve")


def _dashes(points: Sequence[Point], dash: Sequence[float]) -> Iterator[tuple[Point, ...]]:
    """The parts of a line that its dashes leave (ISO 32000-1, 8.4.3.6)."""
    lengths = cycle(dash if len(dash) % 2 == 0 else (*dash, *dash))
    left, on = next(lengths), True
    stroke: list[Point] = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        whole = hypot(x1 - x0, y1 - y0)
        done = 0.0
        while whole - done > left:
            done += left
            place = (x0 + (x1 - x0) * done / whole, y0 + (y1 - y0) * done / whole)
            if on:
                yield (*stroke, place)
            stroke = [place]
            left, on = next(lengths), not on
        left -= whole - done
        stroke.append((x1, y1))
    if on and len(stroke) > 1:
        yield tuple(stroke)
