"""A paragraph's runs, its label and its style become a box of lines."""

from dataclasses import dataclass

from vadocs.layout.boxes import Box, Frame, LineBox
from vadocs.layout.breaking import DEFAULT_TAB, SLACK, Broken, Measure, Piece, break_lines
from vadocs.layout.fonts import Font
from vadocs.layout.shape import Ink, Run, Shaper, Type
from vadocs.layout.words import Segment, segments
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

    __slots__ = ("hyphenate", "kerned", "shaper")

    def __init__(self, shaper: Shaper, hyphenate: bool) -> None:
        self.shaper = shaper
        self.hyphenate = hyphenate
        self.kerned: dict[str, Font] = {}
        """The faces of kerned text, by path."""

    def paragraph(
        self,
        style: ParagraphStyle,
        runs: list[Run],
        column: Column,
        label: Label | None = None,
        content: list[Segment] | None = None,
        alignment: str | None = None,
    ) -> Box:
        """The box of a paragraph in `column`. `content` are its words where they were made before (cells)."""
        aligned = alignment or style.alignment
        labelled = self._label(style, label) if label is not None else None
        start = style.left + style.first_line if labelled is None else labelled.text_start
        room = Measure(
            start, style.left, column.width - style.right, style.tabs, self.hyphenate and style.hyphenate
        )
        broken = break_lines(segments(runs) if content is None else content, room)
        base = self.shaper.type_of(style.run)
        lines = []
        for number, line in enumerate(broken):
            lead = labelled if number == 0 else None
            lines.append(self._line(style, line, room, column, aligned, lead, base))
        box = Box(
            style.name, lines, style.before, style.after, style.contextual, style.keep_next, style.keep_lines,
            style.widow_control, style.page_break_before, x=column.x + style.left,
        )
        if style.shading or style.borders:
            box.frame = frame(style, column)
        return box

    # --- a line ------------------------------------------------------------------------------------

    def _line(
        self, style: ParagraphStyle, line: Broken, room: Measure, column: Column, aligned: str,
        label: "_Labelled | None", base: Type | None,
    ) -> LineBox:
        stretch, shift = 0.0, 0.0
        if aligned == "both" and line.end in ("space", "hyphen", "within"):
            gaps = sum(_gaps(piece) for piece in line.pieces)
            stretch = (room.right - line.right) / gaps if gaps else 0.0
        elif aligned == "right":
            shift = room.right - line.right
        elif aligned == "center":
            shift = (room.right - line.right) / 2
        runs = self.glyphs(line, column.x + shift, stretch)
        if label is not None:
            runs = [*self._label_glyphs(label, column.x + shift), *runs]
        if style.line_rule == "exact":
            height, need, baseline = style.line, style.line, style.line * EXACT_BASELINE
        else:
            types = {id(each): each for each in _types(line, label)}
            height, need, baseline = line_height(style, list(types.values()) or ([base] if base else []))
        leaders = tuple([(column.x + x0, column.x + x1) for x0, x1 in line.leaders])
        return LineBox(tuple(runs), height, need, baseline, leaders)

    def glyphs(self, line: Broken, x: float, stretch: float = 0.0) -> list[Glyphs]:
        """The runs of a line whose column begins at `x`; neighbours of one ink are one run."""
        found: list[Glyphs] = []
        last = line.pieces[-1] if line.pieces else None
        hyphen = line.end == "hyphen"
        for piece in line.pieces:
            ends = piece is last
            closing = not ends or (not hyphen and line.end != "within")
            words = piece.words
            if words.plain:
                begin = x + piece.x
                end = begin + words.ends[piece.last - 1] - words.places[piece.first]
                text = " ".join(words.parts[piece.first : piece.last])
                end += stretch * (piece.last - piece.first - 1)
                self._close(found, words.inks[0], text, begin, end, stretch, ends and hyphen, closing)
            else:
                self._mixed(found, piece, x + piece.x, stretch, ends and hyphen, closing)
        return found

    def _mixed(
        self, found: list[Glyphs], piece: Piece, x: float, stretch: float, hyphen: bool, closing: bool
    ) -> None:
        """The runs of a piece of several inks."""
        words = piece.words
        ink = words.inks[piece.first]
        parts: list[str] = []
        begin = end = x
        for at in range(piece.first, piece.last):
            own = words.inks[at]
            if own is not ink:
                self._close(found, ink, "".join(parts), begin, end, stretch)
                ink, parts, begin = own, [], end
            parts.append(words.parts[at])
            end += words.widths[at]
            if at + 1 == piece.last:
                break
            after = words.after[at]
            if after is not None:
                if after is not ink:
                    self._close(found, ink, "".join(parts), begin, end, stretch)
                    ink, parts, begin = after, [], end
                parts.append(" ")
                end += stretch
            end += words.spaces[at]
        self._close(found, ink, "".join(parts), begin, end, stretch, hyphen, closing)

    def _close(
        self, found: list[Glyphs], ink: Ink | None, text: str, x: float, end: float, stretch: float,
        hyphen: bool = False, closing: bool = False,
    ) -> None:
        """Add a run from `x` to `end`; `closing`: it ends a line or stands before a tab, and draws a last space."""
        if ink is None or not text:
            return
        kind = ink.type
        width = end - x + (kind.measure("-") if hyphen else 0.0)
        if closing and text[-1] != " ":
            text += " "
        if kind.kerned:
            self.kerned[kind.font.path] = kind.font
        found.append(
            Glyphs(
                x, text, kind.font.path, kind.size, ink.colour, width, ink.element, ink.foreign, kind.kerned,
                stretch, hyphen, ink.link, ink.underline, ink.highlight,
            )
        )

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

    def _label_glyphs(self, label: "_Labelled", x: float) -> list[Glyphs]:
        found: list[Glyphs] = []
        for text, ink, place in label.runs:
            begin = x + label.start + place
            self._close(found, ink, text, begin, begin + ink.type.measure(text), 0.0, closing=True)
        return found


@dataclass(slots=True)
class _Labelled:
    """A label that is set: its runs with their distance from `start`, and where the text begins."""

    runs: list[tuple[str, Ink, float]]
    start: float
    text_start: float


def _types(line: Broken, label: _Labelled | None) -> list[Type]:
    """The types of a line's text and label."""
    inks = [ink for piece in line.pieces for ink in piece.words.inks[piece.first : piece.last]]
    inks += [ink for _, ink, _ in label.runs] if label is not None else []
    return [ink.type for ink in inks if ink is not None]


def _gaps(piece: Piece) -> int:
    """How many word spaces a piece has between its words."""
    return sum(1 for after in piece.words.after[piece.first : piece.last - 1] if after is not None)


def _tab_after(x: float, style: ParagraphStyle) -> float:
    """Where the tab after a label that ends at `x` leads: the indent, a stop of the style, a default stop."""
    stops = [style.left, *(tab.position for tab in style.tabs)]
    beyond = [stop for stop in stops if stop >= x - SLACK]
    return min(beyond) if beyond else (int((x + SLACK) / DEFAULT_TAB) + 1) * DEFAULT_TAB


def line_height(style: ParagraphStyle, types: list[Type]) -> tuple[float, float, float]:
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
