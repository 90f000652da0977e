"""What all charts are made with: their texts from the frame, cells of their tables, measures of their drawings."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vadocs.compose.printing import print_value
from vadocs.compose.setting import Setting
from vadocs.model.document import Align, Cell, Inline, Row, Table, Text, Value
from vadocs.model.drawing import Drawing, Label, Shape, Stroke
from vadocs.model.engagement import Item, Items, Record
from vadocs.model.walk import text_of

TITLE_SIZE, SIZE, SMALL = 9.5, 9.0, 8.0
"""Sizes of the texts in a drawing, in points."""

TITLE_HEIGHT = 20.0
"""What the title of a drawing takes, in points."""


@dataclass(frozen=True, slots=True)
class Told:
    """A chart: its sentence, its table, and its drawing, None where that would not fit a page."""

    alternative: str
    twin: Table
    drawing: Drawing | None


Printed = tuple[Inline, ...]


def members(setting: Setting, path: str) -> list[Record]:
    """The records of the list at `path`; none where there is no list."""
    items = setting.root.get(path)
    return [item for item in items.items if isinstance(item, Record)] if isinstance(items, Items) else []


def printed(item: Item | None, key: str, setting: Setting, *filters: str) -> Printed:
    """The item found at `key` as texts print it; where there is none, it is asked for."""
    return (setting.ask(key),) if item is None else print_value(item, key, setting.printer, filters)


def computed(text: str, key: str) -> Printed:
    """A figure that follows from what stands at `key`."""
    return (Value(text, key),)


def frame(name: str, setting: Setting, /, **words: str) -> str:
    """The text `chart.<name>` of the frame, with words put into its braces."""
    text = setting.frame(f"chart.{name}")
    for word, value in words.items():
        text = text.replace(f"{{{word}}}", value)
    return text


def table(name: str, setting: Setting, aligns: Sequence[Align], headings: Sequence[Printed], rows: Sequence[Row],
          caption: str = "caption") -> Table:  # fmt: skip
    """The table of the chart `name`: its caption and its summary are the frame's."""
    header = Row(tuple(Cell(content, align) for content, align in zip(headings, aligns, strict=True)))
    text = frame(f"{name}.{caption}", setting)
    return Table(header, tuple(rows), summary=text, caption=(Text(text),))


def row(aligns: Sequence[Align], contents: Sequence[Printed], *, strong: bool = False) -> Row:
    """A row of cells aligned as its columns are."""
    return Row(tuple(Cell(content, align) for content, align in zip(contents, aligns, strict=True)), strong)


def words(text: str) -> Printed:
    """A heading or another text of ours."""
    return (Text(text),)


def title(name: str, setting: Setting) -> Label:
    """The title at the top of a drawing."""
    return Label(0, 10, frame(f"{name}.title", setting), role="accent", size=TITLE_SIZE, bold=True)


def plain(content: Printed) -> str:
    """What inlines print, on one line."""
    return text_of(content).replace("\n", " ")


def upright(x: float, y0: float, y1: float) -> Stroke:
    """A grid line from `y0` down to `y1`."""
    return Stroke(((x, y0), (x, y1)), "rule", 0.5)


def scale(most: float, steps: int = 5) -> tuple[float, int]:
    """A round distance between ticks, and how many of them reach from 0 to `most` or just beyond."""
    power = Decimal(10) ** (Decimal(str(most / steps)).adjusted())
    step = next(float(power * each) for each in (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
                if float(power * each) * steps >= most)  # fmt: skip
    count = int(most / step)
    return step, count if count * step >= most * 0.999 else count + 1


Shapes = list[Shape]
