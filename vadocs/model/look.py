"""The look of a document, as read from a Word template: what layout and the writers follow.

Lengths are points (1/72 inch), colours six hexadecimal digits. Names are Word's style names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

_PAPERS = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
"""Width and height as Word has them: 11906 x 16838 and 12240 x 15840 twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Page size and margins; `header` and `footer` are the distances from the paper's edge.

    Text stands in `columns` of equal width, `gap` apart.
    """

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    columns: int = 1
    gap: float = 0.0

    @property
    def measure(self) -> float:
        """The width between the margins, which header and footer have."""
        return self.width - self.left - self.right

    @property
    def column(self) -> float:
        """The width of the text: of one column."""
        return (self.measure - self.gap * (self.columns - 1)) / self.columns


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How characters look. `kern` is the size from which pairs are kerned (`w:kern`), None: never."""

    font: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = "000000"
    underline: bool = False
    caps: bool = False
    small_caps: bool = False
    highlight: str | None = None
    kern: float | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop at `position` from the left margin; `leader` is "" or "."."""

    position: float
    alignment: Literal["left", "right", "center"]
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """A rule: its width and colour; `space` between it and the text."""

    width: float
    colour: str
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph looks. `first_line` is negative for a hanging indent.

    `line_rule` "auto": `line` is a multiple of the face's height; "exact", "atLeast": points.
    `numbering` is (list name, level) of the template's numbering, or None.
    `borders` by side ("top", "bottom", "left", "right"); `shading` is a colour or None.
    """

    name: str
    run: RunStyle
    alignment: Literal["left", "right", "center", "both"] = "left"
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    contextual: bool = False
    line_rule: Literal["auto", "exact", "atLeast"] = "auto"
    line: float = 1.0
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    hyphenate: bool = True
    outline: int | None = None
    tabs: tuple[Tab, ...] = ()
    numbering: tuple[str, int] | None = None
    borders: Mapping[str, Border] = field(default_factory=dict)
    shading: str | None = None


@dataclass(frozen=True, slots=True)
class NumberLevel:
    """A level of a list: `text` as Word has it ("%1.%2"), `left`, `first_line` the indents it sets.

    `suffix` is what follows the label; `run` is how the label looks (None: as the paragraph).
    """

    format: str
    text: str
    style: str | None
    left: float
    first_line: float
    suffix: Literal["tab", "space", "nothing"] = "tab"
    alignment: Literal["left", "right", "center"] = "left"
    run: RunStyle | None = None


LIGHT = 0xF0
"""How light what lies behind text must be, in luma (ITU-R BT.601) from 0 to 255; as a grey, so much of each colour."""


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Borders by side (also "insideH", "insideV"), cell margins, and the first row's look."""

    name: str
    borders: Mapping[str, Border]
    margins: tuple[float, float, float, float]
    first_row: RunStyle | None = None
    first_row_shading: str | None = None
    first_row_borders: Mapping[str, Border] = field(default_factory=dict)

    @property
    def highlight(self) -> str:
        """The colour behind a column that stands out: that of the first row where text in black is easily read on it,
        else a light grey."""
        own = self.first_row_shading or "000000"
        red, green, blue = (int(own[at : at + 2], 16) for at in (0, 2, 4))
        light = 0.299 * red + 0.587 * green + 0.114 * blue >= LIGHT
        return own if light else f"{LIGHT:02X}" * 3


@dataclass(frozen=True, slots=True)
class RunningPart:
    """A part of a header or footer: "text" (may hold `{{ title }}`), "tab", "page", "pages", "logo", "break".

    A logo has its picture's bytes, width and height in points, and alternative text in `text`.
    """

    kind: Literal["text", "tab", "page", "pages", "logo", "break"]
    text: str = ""
    run: RunStyle | None = None
    picture: bytes = b""
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class RunningParagraph:
    """A paragraph of a header or footer."""

    style: ParagraphStyle
    parts: tuple[RunningPart, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """Header and footer of the pages, and of the first page where it differs (else None)."""

    header: tuple[RunningParagraph, ...] = ()
    footer: tuple[RunningParagraph, ...] = ()
    first_header: tuple[RunningParagraph, ...] | None = None
    first_footer: tuple[RunningParagraph, ...] | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """A font file that stands for a family in one style. `family` is its own name ("Caladea")."""

    family: str
    path: str


@dataclass(frozen=True, slots=True)
class Look:
    """A whole look. Styles by Word's name; `characters` by name (what they change, applied over a run).

    `faces`: (family as the template names it, bold, italic) to the file that is embedded.
    `supplements`: family as the template names it to the family in `faces` that has the letters which its file lacks.
    `numbering`: list name to its levels. `hyphenate`: `w:autoHyphenation`.
    `widened`: by how much its measure is wider than the template's, in points (`styles.fitted`).
    `body_before`, `body_after`: what stands in the template's body before and after `{{p body }}` is
    kept by the DOCX only; a look may hold nothing else there. `source` is the template's bytes.
    """

    name: str
    paper: Paper
    styles: Mapping[str, ParagraphStyle]
    characters: Mapping[str, "CharacterStyle"]
    numbering: Mapping[str, tuple[NumberLevel, ...]]
    tables: Mapping[str, TableStyle]
    running: Running
    faces: Mapping[tuple[str, bool, bool], Face]
    hyphenate: bool
    source: bytes = field(repr=False, default=b"")
    supplements: Mapping[str, str] = field(default_factory=dict)
    widened: float = 0.0

    def on_paper(self, paper: Literal["a4", "letter"]) -> "Look":
        """The look on another paper (ISO 216 A4: 210 x 297 mm; Letter: 8.5 x 11 in).

        The measure is kept, and with it lines and tabs: what the paper is wider goes to both margins.
        """
        width, height = _PAPERS[paper]
        side = (width - self.paper.width) / 2
        left, right = self.paper.left + side, self.paper.right + side
        return replace(self, paper=replace(self.paper, width=width, height=height, left=left, right=right))

    def wider(self, left: float, right: float) -> "Look":
        """The look with smaller margins: what stands at the right end of its measure does so on the new one."""
        old, by = self.paper.measure, self.paper.left + self.paper.right - left - right
        styles = {name: _moved(style, old, by) for name, style in self.styles.items()}

        def moved(part: tuple[RunningParagraph, ...]) -> tuple[RunningParagraph, ...]:
            return tuple(replace(each, style=_moved(each.style, old, by)) for each in part)

        own = self.running
        running = Running(
            moved(own.header), moved(own.footer), None if own.first_header is None else moved(own.first_header),
            None if own.first_footer is None else moved(own.first_footer),
        )  # fmt: skip
        paper = replace(self.paper, left=left, right=right)
        return replace(self, paper=paper, styles=styles, running=running, widened=self.widened + by)


def _moved(style: ParagraphStyle, end: float, by: float) -> ParagraphStyle:
    """The style with the tab stops at the `end` of the measure moved."""
    if not any(_at(tab, end) for tab in style.tabs):
        return style
    tabs = [replace(tab, position=tab.position + by) if _at(tab, end) else tab for tab in style.tabs]
    return replace(style, tabs=tuple(tabs))


def _at(tab: Tab, end: float) -> bool:
    return tab.alignment == "right" and tab.position >= end - 1.0


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """What a character style changes; None leaves the paragraph's own."""

    name: str
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    underline: bool | None = None
    caps: bool | None = None
    size: float | None = None
    font: str | None = None
    highlight: str | None = None
