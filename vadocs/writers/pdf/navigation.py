"""Outline, named destinations and page labels (ISO 32000-1, 12.3.3, 12.3.2.3 and 12.4.2)."""

from collections.abc import Sequence

from vadocs.model.pages import OutlineEntry, PageLabels, Pages
from vadocs.writers.pdf.objects import Entries, File, Reference, Value, array, dictionary, name, text


class Navigation:
    """Writes what leads into the pages of one file; `references` are those of the pages."""

    def __init__(self, file: File, pages: Pages, references: Sequence[Reference]) -> None:
        self._file = file
        self._pages = pages
        self._references = references

    def _destination(self, page: int, x: float, y: float) -> str:
        """An explicit destination: `x`, `y` from the top left of page `page` (from 1), zoom unchanged."""
        height = self._pages.pages[page - 1].height
        return array([self._references[page - 1], name("XYZ"), x, height - y, "null"])

    def destinations(self) -> Reference:
        """The name tree of all anchors, in the order of their bytes (7.9.6)."""
        names: list[Value] = []
        for anchor in sorted(self._pages.destinations, key=_encoded):
            place = self._pages.destinations[anchor]
            names += [text(anchor), self._destination(place.page, place.x, place.y)]
        return self._file.add(dictionary({"Names": array(names)}))

    def page_labels(self) -> str:
        """Labels by range: decimal, or a prefix alone; where none are told, the numbers printed on the pages."""
        ranges = self._pages.labels or (PageLabels(0, self._pages.pages[0].number),)
        numbers: list[Value] = []
        for each in ranges:
            style: Entries = {
                "S": name("D") if each.first is not None else None, "St": each.first,
                "P": text(each.prefix) if each.prefix else None,
            }
            numbers += [each.index, dictionary(style)]
        return dictionary({"Nums": array(numbers)})

    def outline(self) -> Reference | None:
        """The outline as a tree of its entries' levels, all open, or None where there are no entries."""
        if not self._pages.outline:
            return None
        root = self._file.reserve()
        first, last = self._siblings(_tree(self._pages.outline), root)
        entries: Entries = {
            "Type": name("Outlines"), "First": first, "Last": last, "Count": len(self._pages.outline),
        }
        return self._file.add(dictionary(entries), root)

    def _siblings(self, nodes: Sequence["_Node"], parent: Reference) -> tuple[Reference, Reference]:
        """Write the outline items of one level; the answer is the first and the last."""
        references = [self._file.reserve() for _ in nodes]
        before: Sequence[Reference | None] = [None, *references[:-1]]
        after: Sequence[Reference | None] = [*references[1:], None]
        for (entry, children), own, previous, following in zip(nodes, references, before, after, strict=True):
            item: Entries = {
                "Title": text(entry.title), "Parent": parent, "Prev": previous, "Next": following,
                "Dest": self._destination(entry.page, 0, entry.y),
            }
            if children:
                item["First"], item["Last"] = self._siblings(children, own)
                item["Count"] = _count(children)
            self._file.add(dictionary(item), own)
        return references[0], references[-1]


_Node = tuple[OutlineEntry, list["_Node"]]


def _encoded(anchor: str) -> bytes:
    return anchor.encode("ascii") if anchor.isascii() else b"\xfe\xff" + anchor.encode("utf-16-be")


def _tree(entries: Sequence[OutlineEntry]) -> list[_Node]:
    """Entries nested by level; one that skips a level hangs under the nearest above it."""
    roots: list[_Node] = []
    path: list[_Node] = []
    for entry in entries:
        while path and path[-1][0].level >= entry.level:
            path.pop()
        node: _Node = (entry, [])
        (path[-1][1] if path else roots).append(node)
        path.append(node)
    return roots


def _count(nodes: Sequence[_Node]) -> int:
    return sum(1 + _count(children) for _, children in nodes)
