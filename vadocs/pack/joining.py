"""The pages of several documents become those of one, with one structure, one outline, one set of destinations."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never

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
    PageLabels,
    Pages,
    Path,
    Picture,
    Plate,
    Rule,
    Sheet,
)

Labels = Literal["continuous", "each"]
"""How pages are counted: through the whole packet, or in each document by itself."""

BLANK = "–"
"""What a viewer calls a blank page where each document counts its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A document to be joined: its code, its title, the BCP 47 tag of its language, its pages.

    `word` is what a viewer calls its pages after where each document counts its own ("Contrato" for "Contrato, 3");
    "" for the bare number.
    """

    document: str
    title: str
    language: str
    pages: Pages
    word: str = ""


def anchor_in(document: str, anchor: str = "") -> str:
    """The anchor in a packet of an anchor in `document`; "" stands for the document's first page.

    One that names its document already is left as it is: no anchor of a document holds a colon.
    """
    return anchor if ":" in anchor else f"{document}:{anchor}"


def starts(counts: Sequence[int], *, duplex: bool) -> tuple[int, ...]:
    """The place, from 1, of each document's first page in a packet; `duplex`: always an odd one."""
    found: list[int] = []
    following = 1
    for count in counts:
        following += duplex and following % 2 == 0
        found.append(following)
        following += count
    return tuple(found)


def joined(parts: Sequence[Part], labels: Labels, *, duplex: bool) -> Pages:
    """The pages of all `parts` (one at least), in order, as one document in the language of the first.

    Anchors, and links to them, get their document's code before them; form fields too, so that two contracts'
    signatures stay two. Each document is one element, a Part, and one entry of the outline. `duplex` puts a blank page
    where a document would begin on an even one. The numbers printed on the pages are those they were laid out with.
    """
    packet = _Packet(labels)
    for part, start in zip(parts, starts([len(part.pages.pages) for part in parts], duplex=duplex), strict=True):
        if len(packet.pages) < start - 1:
            packet.add_blank()
        packet.add(part, part.language if part.language != parts[0].language else None)
    return packet.whole()


class _Packet:
    """What has been joined so far."""

    __slots__ = (
        "_accessible", "_archival",
        "_contents", "_destinations", "_elements", "_headings", "_labels", "_outline", "_pairs", "_plates", "_ranges",
        "_widths", "pages",
    )  # fmt: skip

    def __init__(self, labels: Labels) -> None:
        self.pages: list[Page] = []
        self._labels = labels
        self._elements: list[Element] = []
        self._outline: list[OutlineEntry] = []
        self._destinations: dict[str, Destination] = {}
        self._headings: dict[str, int] = {}
        self._widths: list[tuple[float, ...]] = []
        self._contents: list[tuple[str, str, str, int, int]] = []
        self._pairs: dict[str, Kerning] = {}
        self._plates: list[Plate] = []
        self._ranges: list[PageLabels] = []
        self._archival = self._accessible = True

    def add_blank(self) -> None:
        """An empty page after the last one, of its size."""
        last = self.pages[-1]
        if self._labels == "each":
            self._ranges.append(PageLabels(len(self.pages), None, BLANK))
        self.pages.append(Page(last.number + 1, last.width, last.height, ()))

    def add(self, part: Part, language: str | None) -> None:
        """All of a document; `language` where it differs from the packet's."""
        before, pages, own = len(self.pages), part.pages, _Renamed(part.document, len(self._elements) + 1)
        if self._labels == "each" or not self.pages:
            prefix = f"{part.word}, " if part.word and self._labels == "each" else ""
            self._ranges.append(PageLabels(before, pages.pages[0].number, prefix))
        start = anchor_in(part.document)
        self._elements.append(Element("Part", None, language, anchor=start, title=part.title))
        self._elements += [own.element(element) for element in pages.elements]
        self.pages += [replace(page, items=tuple(map(own.item, page.items))) for page in pages.pages]
        self._outline.append(OutlineEntry(part.title, 0, before + 1, 0.0))
        self._outline += [OutlineEntry(e.title, e.level + 1, before + e.page, e.y) for e in pages.outline]
        self._destinations[start] = Destination(before + 1, 0.0, 0.0)
        for anchor, place in pages.destinations.items():
            self._destinations[own.anchor(anchor)] = Destination(before + place.page, place.x, place.y)
        self._headings |= {own.anchor(anchor): before + page for anchor, page in pages.heading_pages.items()}
        self._widths += pages.widths
        for label, title, anchor, page, level in pages.contents:
            self._contents.append((label, title, own.anchor(anchor), page, level))
        self._pairs |= pages.pairs
        self._archival, self._accessible = self._archival and pages.archival, self._accessible and pages.accessible
        self._plates += [own.plate(plate) for plate in pages.plates]

    def whole(self) -> Pages:
        """Everything that was added, as one document."""
        return Pages(
            tuple(self.pages), tuple(self._elements), tuple(self._outline), self._destinations, self._headings,
            tuple(self._widths), tuple(self._contents), self._pairs, tuple(self._plates), tuple(self._ranges),
            self._archival, self._accessible,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Renamed:
    """What one document's names become in the packet: its first element is number `first` there."""

    document: str
    first: int

    def anchor(self, anchor: str) -> str:
        return anchor_in(self.document, anchor)

    def element(self, element: Element) -> Element:
        parent = self.first - 1 if element.parent is None else self.first + element.parent
        anchor = element.anchor if element.anchor is None else self.anchor(element.anchor)
        return element._replace(parent=parent, anchor=anchor)

    def index(self, element: int) -> int:
        return element if element == ARTIFACT else self.first + element

    def item(self, item: PageItem) -> PageItem:
        """An item of a page; what belongs to no element stays as it is."""
        match item:
            case Line():
                return self.line(item)
            case Rule() | Fill() | Path():
                return item
            case Plate():
                return self.plate(item)
            case Picture() | Sheet():
                return replace(item, element=self.index(item.element))
            case FormField():
                return replace(item, element=self.index(item.element), name=f"{self.document}_{item.name}")
            case _:
                assert_never(item)

    def line(self, line: Line) -> Line:
        if all(run.element == ARTIFACT and run.link is None for run in line.runs):
            return line
        return line._replace(runs=tuple(map(self.run, line.runs)))

    def plate(self, plate: Plate) -> Plate:
        items = tuple(self.line(item) if isinstance(item, Line) else item for item in plate.items)
        return replace(plate, element=self.index(plate.element), items=items)

    def run(self, run: Glyphs) -> Glyphs:
        link = run.link
        if link is not None and link.startswith("#"):
            link = f"#{self.anchor(link[1:])}"
        return run._replace(element=self.index(run.element), link=link)

