"""Pages as laid out: what stands where, and the structure that a screen reader follows.

Coordinates are points from the top left corner of the paper, y growing downwards; the PDF writer
turns them. Reading order is the order of `Page.items` and, across the document, of the elements.
What a document has by the thousand (runs, lines, elements) are named tuples: they are made several times
faster than frozen dataclasses.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vadocs.model.outside import Outside

ARTIFACT = -1
"""The `element` of what is not read aloud: running headers, rules, leaders."""


class Glyphs(NamedTuple):
    """A run of text in one face, size and colour, starting at `x` on its line's baseline.

    `text` is what is drawn, a break's hyphen left out: `hyphen` True draws U+00AD as a hyphen at
    the end. It ends in a space where its line does, unless the line ends within a word; `width`
    leaves that space out, and takes in hyphen, kerning and `space`. `face` is the path of the font
    file. `kerned`: each two neighbours in `text`, spaces too, move by `Pages.pairs`; never the hyphen.
    `space` is added at each word space (justified lines). `element` is the index in
    `Pages.elements` this text belongs to, or ARTIFACT. `link` is an address, "#anchor" or None.
    `language` is the text's where it differs from the document's.
    """

    x: float
    text: str
    face: str
    size: float
    colour: str
    width: float
    element: int
    language: str | None = None
    kerned: bool = False
    space: float = 0.0
    hyphen: bool = False
    link: str | None = None
    underline: bool = False
    highlight: str | None = None


class Line(NamedTuple):
    """A line of text on its baseline `y`; `top` and `height` are the box it takes."""

    y: float
    top: float
    height: float
    runs: tuple[Glyphs, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke (border, leader, signature line); `dash` is (on, off) or empty. An artifact."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle behind text. An artifact."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; an artifact where `element` is ARTIFACT (a logo in a header)."""

    x: float
    y: float
    width: float
    height: float
    data: bytes = field(repr=False)
    alternative: str = ""
    element: int = ARTIFACT


@dataclass(frozen=True, slots=True)
class FormField:
    """A field to fill in: "text", "lines", "date", "choice", "check" or "signature".

    `name` is stable, `prompt` its tooltip. What is typed is set in the face at the path `face`, in `size` points.
    `options` are those of a choice. `mark` tells whose form it is (`Meta.mark`), "" for a signature.
    """

    kind: str
    name: str
    prompt: str
    x: float
    y: float
    width: float
    height: float
    element: int
    face: str = ""
    size: float = 0.0
    options: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A line through `points`, or the area within them where `filled`; `dash` as of a `Rule`."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str
    dash: tuple[float, ...] = ()
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Plate:
    """A drawing in the rectangle given: all of its `items` are content of one element, a Figure, strokes too."""

    x: float
    y: float
    width: float
    height: float
    name: str
    element: int
    items: tuple[Line | Rule | Fill | Path, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Page `page` (from 0) of a PDF made elsewhere, fitted into the rectangle given.

    `element` is the first of those of its PDF's own tags, in their order, or the Figure that stands for the page.
    """

    x: float
    y: float
    width: float
    height: float
    outside: Outside = field(repr=False)
    page: int
    element: int


PageItem = Line | Rule | Fill | Path | Picture | Plate | FormField | Sheet


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` is the one printed on it. Header and footer are items whose element is ARTIFACT."""

    number: int
    width: float
    height: float
    items: tuple[PageItem, ...]


class Element(NamedTuple):
    """A structure element (ISO 32000-1, 14.8.4): `role` is Part, Sect, H1, P, L, LI, Lbl, LBody, Table, TR, TH, TD,
    TOC, TOCI, Reference, Link, Span, Form, Div. `parent` is an index or None for a top-level one.

    `language` where it differs from its parent's; `alternative` of a figure or form field, the summary of
    a Table, what a Link's annotation says in /Contents. `title` is the printed heading of a Sect,
    the document's title of a Part. `anchor` is the place in the tree it stands for.
    `scope` is "Column" or "Row" for a TH. `actual` is the text that its content stands for, `spans` how many rows and
    columns a cell takes: of what was made elsewhere. Marked content comes in the order of the pages' items.
    Children of one parent come in the order of their indices, a parent before its children.
    """

    role: str
    parent: int | None
    language: str | None = None
    alternative: str = ""
    anchor: str | None = None
    scope: str = ""
    title: str = ""
    actual: str = ""
    spans: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the outline: its title, level from 0, and where it leads (page from 1, y from the top)."""

    title: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an anchor stands: page from 1, x and y from the top left."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, eq=False)
class Kerning:
    """How one face kerns: `pair` of two characters ("AV") is what is added to the first one's width.

    In thousandths of the size, 0 where nothing is; the same answer each time. Two are equal only where they
    are one object: a face has one, so that what is made of its pairs can be kept with it.
    """

    pair: Callable[[str], float]


@dataclass(frozen=True, slots=True)
class PageLabels:
    """What pages are called by a viewer, from page `index` (from 0) on: `prefix`, then numbers from `first`.

    `first` None: the prefix alone.
    """

    index: int
    first: int | None = 1
    prefix: str = ""


class RowPlace(NamedTuple):
    """Where a row of two languages stands: whether a page begins with it, or with the names of the languages above it,
    and whether it goes over to the next one."""

    begins: bool
    divided: bool


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out. `destinations` by anchor; `heading_pages` gives the contents their numbers.

    `widths`: for each table, in reading order, its column widths in points: the DOCX takes the same.
    `contents`: the contents' entries as (label, title, anchor, page, level); `label` is the number that a
    tab follows ("7."), "" where the number stands in the title's own text ("PRIMERA.– Objeto").
    `pairs`: the kerning of each face that a kerned run may be set in.
    `plates`: the drawings, in reading order, as if each stood at the top left corner; the DOCX shows the same.
    `breaks`: for each page break of the text, in reading order, whether a page begins there.
    `rows`: for each row of two languages, in reading order, where it stands; the DOCX divides the same ones.
    `labels`: what the pages are called, range by range; empty: by the numbers printed on them.
    `archival`, `accessible`: whether the file may claim PDF/A-3 and PDF/UA-1: not where it holds others' pages that
    do not bear that out.
    """

    pages: tuple[Page, ...]
    elements: tuple[Element, ...]
    outline: tuple[OutlineEntry, ...]
    destinations: Mapping[str, Destination]
    heading_pages: Mapping[str, int]
    widths: tuple[tuple[float, ...], ...] = ()
    contents: tuple[tuple[str, str, str, int, int], ...] = ()
    pairs: Mapping[str, Kerning] = field(default_factory=dict)
    plates: tuple[Plate, ...] = ()
    labels: tuple[PageLabels, ...] = ()
    archival: bool = True
    accessible: bool = True
    breaks: tuple[bool, ...] = ()
    rows: tuple[RowPlace, ...] = ()
