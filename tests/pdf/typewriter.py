"""Pages for tests of the PDF writer, set by a plain typewriter of its own: no layout, no look.

What is typed is remembered as (role, text), the outcome that a reader of the PDF must find.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from vadocs.model.document import Document, Inline, Meta, Paragraph
from vadocs.model.pages import (
    ARTIFACT,
    Destination,
    Element,
    Fill,
    FormField,
    Glyphs,
    Kerning,
    Line,
    OutlineEntry,
    Page,
    PageItem,
    Pages,
    Picture,
    Rule,
)

FONTS = Path(__file__).parents[2] / "templates" / "fonts"
REGULAR = str(FONTS / "caladea" / "Caladea-Regular.ttf")
BOLD = str(FONTS / "caladea" / "Caladea-Bold.ttf")
ITALIC = str(FONTS / "caladea" / "Caladea-Italic.ttf")
SANS = str(FONTS / "liberation-sans" / "LiberationSans-Regular.ttf")
WIDTH, HEIGHT, MARGIN, LEADING = 595.3, 841.9, 70.9, 14.0
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True)
class Run:
    """A stretch of a paragraph; with a link or a language it is an element of its own."""

    text: str
    face: str = REGULAR
    link: str | None = None
    language: str | None = None
    colour: str = "000000"
    underline: bool = False
    highlight: str | None = None


@cache
def _widths(face: str) -> dict[str, float]:
    with TTFont(face, lazy=True) as font:
        units = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {chr(code): metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def width(text: str, face: str = REGULAR, size: float = 11) -> float:
    """The width of `text` in points, unkerned."""
    widths = _widths(face)
    return sum(widths.get(each, 0.0) for each in text) * size


def meta(**changes: object) -> Meta:
    """What a test document says of itself."""
    plain = Meta(
        "contract", "Contrato de prueba: «A & B»", "es-ES", "2026-031-prueba", "2026-031", 1, date(2026, 11, 23),
        "draft", "Marta Ruiz Pardo", "decimal", "a4", {},
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def document(*content: Inline, **changes: object) -> Document:
    """A document whose body is one paragraph of `content`."""
    return Document(meta(**changes), (Paragraph(content),), ())


class Typewriter:
    """Types blocks down the pages; `typed` is what was typed, as (role, text) of each block."""

    def __init__(self, size: float = 11, *, kerned: bool = False, header: str = "Cabecera {n}") -> None:
        self.size = size
        self.kerned = kerned
        self.header = header
        self.elements: list[Element] = []
        self.typed: list[tuple[str, str]] = []
        self.outline: list[OutlineEntry] = []
        self.destinations: dict[str, Destination] = {}
        self.pairs: dict[str, dict[str, float]] = {}
        self._pages: list[list[PageItem]] = [[]]
        self._top = MARGIN

    # --- elements ---

    def add(self, role: str, parent: int | None = None, **more: str | None) -> int:
        """A new element; its index."""
        self.elements.append(Element(role, parent, **more))  # type: ignore[arg-type]
        return len(self.elements) - 1

    # --- blocks ---

    def heading(self, text: str, level: int = 1, anchor: str = "") -> int:
        """A section with its heading, in the outline and, with an anchor, a destination; the section."""
        section = self.add("Sect", title=text)
        self._room(LEADING * 2)
        page = len(self._pages)
        self.outline.append(OutlineEntry(text, level - 1, page, self._top))
        if anchor:
            self.destinations[anchor] = Destination(page, MARGIN, self._top)
        self.block(f"H{level}", (Run(text, BOLD),), section)
        return section

    def block(self, role: str, runs: Sequence[Run], parent: int | None = None, **more: str | None) -> int:
        """A block element with its text; its index."""
        element = self.add(role, parent, **more)
        self.text(element, runs)
        return element

    def text(self, element: int, runs: Sequence[Run], left: float = MARGIN) -> None:
        """Type `runs` into `element`, which is then done."""
        plain = "".join(run.text for run in runs).replace(SOFT_HYPHEN, "")
        self.typed.append((self.elements[element].role, " ".join(plain.split())))
        pieces = [piece for run in runs for piece in self._pieces(run, element)]
        for line in _broken(pieces, WIDTH - MARGIN - left, self.size):
            self._line(line, left)
        self._top += 6

    def items(self, labels: Sequence[str], texts: Sequence[str], parent: int | None = None) -> int:
        """A list; its index."""
        owner = self.add("L", parent)
        for label, text in zip(labels, texts, strict=True):
            item = self.add("LI", owner)
            sign, body = self.add("Lbl", item), self.add("LBody", item)
            self.typed.append(("Lbl", label))
            self._room(LEADING)
            runs = (Glyphs(MARGIN, label + " ", REGULAR, self.size, "000000", width(label), sign),)
            self._put(Line(self._top + 10, self._top, LEADING, runs))
            self.text(body, (Run(text),), MARGIN + 20)
        return owner

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]], summary: str = "") -> int:
        """A table with a row of column headers; its index."""
        table = self.add("Table", alternative=summary)
        for row, role in [(header, "TH"), *((row, "TD") for row in rows)]:
            self._row(table, row, role)
        self._top += 6
        return table

    def field(self, kind: str, name: str, prompt: str, height: float = 40) -> None:
        """A form field over a rule."""
        element = self.add("Form", alternative=prompt)
        self._room(height)
        self._put(FormField(kind, name, prompt, MARGIN, self._top, 200, height, element))
        self._put(Rule(MARGIN, self._top + height, MARGIN + 200, self._top + height, 0.5, "000000"))
        self._top += height + 6

    def picture(self, data: bytes, alternative: str) -> None:
        """A picture; without alternative text it is an artifact."""
        element = self.add("Figure", alternative=alternative) if alternative else ARTIFACT
        self._room(60)
        self._put(Picture(MARGIN, self._top, 60, 60, data, alternative, element))
        self._top += 66

    def item(self, item: PageItem) -> None:
        """Anything, as it is."""
        self._put(item)

    # --- pages ---

    def pages(self) -> Pages:
        """What was typed, with running header, rule and footer on every page."""
        total = len(self._pages)
        return Pages(
            tuple(self._page(number, items, total) for number, items in enumerate(self._pages, 1)),
            tuple(self.elements), tuple(self.outline), self.destinations, {},
            pairs={face: _kerning(pairs) for face, pairs in self.pairs.items()},
        )

    def _page(self, number: int, items: Sequence[PageItem], total: int) -> Page:
        above, below = self.header.format(n=number), f"Página {number} de {total}"
        running: tuple[PageItem, ...] = (
            Line(40, 30, LEADING, (Glyphs(MARGIN, above, REGULAR, 9, "777777", width(above, size=9), ARTIFACT),)),
            Rule(MARGIN, 46, WIDTH - MARGIN, 46, 0.5, "999999", (1, 2)),
            Line(810, 800, LEADING, (Glyphs(MARGIN, below, REGULAR, 9, "777777", width(below, size=9), ARTIFACT),)),
        )
        return Page(number, WIDTH, HEIGHT, (*running, *items))

    # --- lines ---

    def _pieces(self, run: Run, element: int) -> Iterator[Glyphs]:
        """The words of a run as glyphs without a place, each with the space after it."""
        own = element
        if run.link is not None:
            own = self.add("Link", element, alternative=f"Va a {run.link}")
        elif run.language is not None:
            own = self.add("Span", element, language=run.language)
        words = run.text.split(" ")
        for index, word in enumerate(words):
            text = word if index == len(words) - 1 else word + " "
            if text:
                yield Glyphs(
                    0, text, run.face, self.size, run.colour, 0, own, run.language, self.kerned, link=run.link,
                    underline=run.underline, highlight=run.highlight,
                )

    def _line(self, line: Sequence[Glyphs], left: float) -> None:
        self._room(LEADING)
        placed, x = [], left
        for piece in line:
            long = width(piece.text.rstrip(" ") + "-" * piece.hyphen, piece.face, piece.size)
            placed.append(piece._replace(x=x, width=long))
            x += width(piece.text, piece.face, piece.size)
        self._put(Line(self._top + 10, self._top, LEADING, tuple(placed)))
        self._top += LEADING

    def _row(self, table: int, texts: Sequence[str], role: str) -> None:
        row = self.add("TR", table)
        self._room(LEADING * 2)
        if role == "TH":
            self._put(Fill(MARGIN, self._top, WIDTH - 2 * MARGIN, LEADING, "E8EAF0"))
        top = self._top
        for index, text in enumerate(texts):
            self._top = top
            cell = self.add(role, row, scope="Column" if role == "TH" else "")
            self.text(cell, (Run(text),), MARGIN + index * 150)
        self._top = top + LEADING

    def _room(self, height: float) -> None:
        if self._top + height > HEIGHT - MARGIN:
            self._pages.append([])
            self._top = MARGIN

    def _put(self, item: PageItem) -> None:
        self._pages[-1].append(item)


def _broken(pieces: Sequence[Glyphs], measure: float, size: float) -> Iterator[list[Glyphs]]:
    """Lines of pieces; a word breaks at a soft hyphen, and the last piece of a line ends in a space."""
    line: list[Glyphs] = []
    used = 0.0
    for piece in pieces:
        parts = piece.text.split(SOFT_HYPHEN)
        whole = piece._replace(text="".join(parts))
        long = width(whole.text.rstrip(" "), piece.face, size)
        if line and used + long > measure:
            if len(parts) > 1:
                yield [*line, piece._replace(text=parts[0], hyphen=True)]
                whole = piece._replace(text="".join(parts[1:]))
            else:
                yield line
            line, used = [], 0.0
        line.append(whole)
        used += width(whole.text, piece.face, size)
    if line:
        last = line[-1]
        yield [*line[:-1], last._replace(text=last.text.rstrip(" ") + " ")]


def _kerning(pairs: Mapping[str, float]) -> Kerning:
    """Kerning by a table of pairs."""
    return Kerning(lambda two: pairs.get(two, 0.0))
