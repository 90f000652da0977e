"""A paragraph's runs, its label and its style become a box of lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vadocs.layout.boxes import Box, Frame, LineBox
from vadocs.layout.breaking import DEFAULT_TAB, SLACK, Measure
from vadocs.layout.lines import SetLine, SetRun, set_lines
from vadocs.layout.shape import Ink, Run, Shaper, Type
from vadocs.layout.words import stretches
from vadocs.model.look import Border, NumberLevel, ParagraphStyle
from vadocs.model.pages import Glyphs

EXACT_BASELINE = 0.8
"""Where the baseline of a line of exact height stands (Word and LibreOffice)."""


@dataclass(frozen=True, slots=True)
class Label:
    """A number or bullet: its runs and the level of the list that places it."""

    runs: list[Run]
    level: NumberLevel


@dataclass(frozen=True, slots=True)
class Column:
    """Where paragraphs stand: the left edge and the width, in points."""

    x: float
    width: float


class Setter:
    """Sets paragraphs for one document."""

    __slots__ = ("hyphenate", "shaper")

    def __init__(self, shaper: Shaper, hyphenate: bool) -> None:
        self.shaper = shaper
        self.hyphenate = hyphenate

    def paragraph(
        self,
        style: ParagraphStyle,
        runs: list[Run],
        column: Column,
        label: Label | None = None,
        alignment: str | None = None,
    ) -> Box:
        """The box of a paragraph in `column`; `alignment` stands for the style's own (cells)."""
        aligned = alignment or style.alignment
        labelled = self._label(style, label) if label is not None else None
        start = style.left + style.first_line if labelled is None else labelled.text_start
        room = Measure(
            start, style.left, column.width - style.right, style.tabs, self.hyphenate and style.hyphenate
        )
        made = set_lines(stretches(runs), room, aligned, column.x)
        inks = [ink for _, ink in runs]
        lines = [self._line(style, line, inks) for line in made]
        if labelled is not None:
            lines[0] = self._labelled(style, made[0], lines[0], labelled)
        box = Box(
            style.name, lines, style.before, style.after, style.contextual, style.keep_next, style.keep_lines,
            style.widow_control, style.page_break_before, x=column.x + style.left,
        )
        if style.shading or style.borders:
            box.frame = frame(style, column)
        return box

    # --- a line ------------------------------------------------------------------------------------

    def _line(self, style: ParagraphStyle, line: SetLine, inks: Sequence[Ink]) -> LineBox:
        height, need, baseline = self._height(style, line.types)
        return LineBox(glyphs(line.runs, inks, line.stretch), height, need, baseline, line.leaders)

    def _labelled(self, style: ParagraphStyle, line: SetLine, plain: LineBox, label: "_Labelled") -> LineBox:
        """A line with the label before it."""
        inks = [ink for _, ink, _ in label.runs]
        runs = glyphs(_label_runs(label, line.x), inks) + plain.runs
        height, need, baseline = self._height(style, (*line.types, *(ink.type for ink in inks)))
        return LineBox(runs, height, need, baseline, line.leaders)

    def _height(self, style: ParagraphStyle, types: Sequence[Type]) -> tuple[float, float, float]:
        """`line_height`; a line without words is as high as the style's own type."""
        if not types and style.line_rule != "exact":
            base = self.shaper.type_of(style.run)
            types = () if base is None else (base,)
        return line_height(style, types)

    # --- the label ---------------------------------------------------------------------------------

    def _label(self, style: ParagraphStyle, label: Label) -> "_Labelled":
        width = 0.0
        placed = []
        for text, ink in label.runs:
            placed.append((text, ink, width))
            width += ink.type.measure(text)
        start = style.left + style.first_line
        start -= width * {"left": 0.0, "center": 0.5, "right": 1.0}[label.level.alignment]
        end = start + width
        if label.level.suffix == "space" and label.runs:
            end += label.runs[-1][1].type.space
        elif label.level.suffix == "tab":
            end = _tab_after(end, style)
        return _Labelled(placed, start, end)


@dataclass(slots=True)
class _Labelled:
    """A label that is set: its runs with their distance from `start`, and where the text begins."""

    runs: list[tuple[str, Ink, float]]
    start: float
    text_start: float


def glyphs(places: Iterable[SetRun], inks: Sequence[Ink], stretch: float = 0.0) -> tuple[Glyphs, ...]:
    """The runs of a line, drawn with the paragraph's `inks`."""
    found = []
    for run, x, text, width, hyphen in places:
        ink = inks[run]
        kind = ink.type
        found.append(
            Glyphs(
                x, text, kind.font.path, kind.size, ink.colour, width, ink.element, ink.foreign, kind.kerned,
                stretch, hyphen, ink.link, ink.underline, ink.highlight,
            )
        )
    return tuple(found)


def _label_runs(label: _Labelled, x: float) -> list[SetRun]:
    """The runs of a label in a column that begins at `x`; each ends in a space."""
    found = []
    for number, (text, ink, place) in enumerate(label.runs):
        if text:
            shown = text if text[-1] == " " else text + " "
            found.append(SetRun(number, x + label.start + place, shown, ink.type.measure(text), False))
    return found


def _tab_after(x: float, style: ParagraphStyle) -> float:
    """Where the tab after a label that ends at `x` leads: the indent, a stop of the style, a default stop."""
    stops = [style.left, *(tab.position for tab in style.tabs)]
    beyond = [stop for stop in stops if stop >= x - SLACK]
    return min(beyond) if beyond else (int((x + SLACK) / DEFAULT_TAB) + 1) * DEFAULT_TAB


def line_height(style: ParagraphStyle, types: Sequence[Type]) -> tuple[float, float, float]:
    """Height, need at the page's end, and baseline of a line in which `types` occur, by the style's rule."""
    if style.line_rule == "exact":
        return style.line, style.line, style.line * EXACT_BASELINE
    above = max((each.line.baseline for each in types), default=0.0)
    below = max((each.line.height - each.line.baseline for each in types), default=0.0)
    height = above + below
    if style.line_rule == "atLeast":
        extra = max(0.0, style.line - height)
        return height + extra, height + extra, above + extra
    percent = int(style.line * 100 + 0.5)
    return int(height * 20 * percent / 100) / 20, min(height, height * style.line), above


def frame(style: ParagraphStyle, column: Column) -> Frame:
    """The frame of a paragraph of `style`: borders stand outside its indents, shading reaches to them."""
    borders = dict(style.borders)

    def reach(side: str) -> float:
        border = borders.get(side)
        return border.space + border.width if isinstance(border, Border) else 0.0

    left = column.x + style.left + min(0.0, style.first_line) - reach("left")
    right = column.x + column.width - style.right + reach("right")
    return Frame(left, right, style.shading, borders, reach("top"), reach("bottom"))
