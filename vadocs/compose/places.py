"""Where each anchor of a numbered document stands, as the language's references need to know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from vadocs.language import Level, Target
from vadocs.model.document import Block, Document, Heading, OrderedList, Paragraph, Provision
from vadocs.model.walk import blocks, items


@dataclass(frozen=True, slots=True)
class Place:
    """A place that has a number: its numbers from the clause down, and the anchor at each level."""

    target: Target
    anchors: Mapping[Level, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Places:
    """Every anchor of a document. `unnumbered`: those that stand where nothing has a number (front, sections)."""

    numbered: Mapping[str, Place]
    unnumbered: frozenset[str]


def places_of(document: Document) -> Places:
    """The places of a document that `compose.number` has numbered."""
    found: dict[str, Place] = {}
    sections = [one for one in document.provisions if one.number is None]
    for one in document.provisions if not sections else ():
        _provision(one, Place(Target(clause=one.number), {"clause": one.id}), found)
    for one in document.schedules:
        place = Place(Target(schedule=one.number), {"schedule": one.id})
        _provision(one, place, found)
        for child in one.children:
            inside = replace(place.target, clause=child.number)
            _provision(child, Place(inside, {**place.anchors, "clause": child.id}), found)
    outside = frozenset(_anchors((*document.front, *document.execution)))
    outside |= frozenset(anchor for one in sections for anchor in (one.id, *_anchors(one.body)))
    return Places(found, outside - found.keys())


def _provision(one: Provision, place: Place, found: dict[str, Place]) -> None:
    """The provision, its paragraphs, its items. What has no number of its own stands for the provision."""
    found[one.id] = place
    last: Paragraph | None = None
    for block in one.body:
        if isinstance(block, Paragraph):
            last = block
            if block.anchor is not None:
                found[block.anchor] = _paragraph(block, place)
            continue
        anchors = _anchors((block,))
        if not anchors:
            continue
        current = place if last is None else _paragraph(last, place)
        if isinstance(block, OrderedList):
            _items(block, current, found, 0)
        for anchor in anchors:
            found.setdefault(anchor, current)


def _paragraph(block: Paragraph, place: Place) -> Place:
    """The place of a paragraph of the provision at `place`; that itself where it has no number."""
    if block.label is None:
        return place
    own = int(block.label.rstrip(".").rsplit(".", 1)[-1])
    target = Target(place.target.schedule, place.target.clause, own)
    return Place(target, {**place.anchors, "paragraph": block.anchor})


_ITEMS: tuple[Level, ...] = ("item0", "item1", "item2")


def _items(block: OrderedList, place: Place, found: dict[str, Place], depth: int) -> None:
    for n, item in enumerate(block.items, 1):
        outer = place.target
        target = Target(outer.schedule, outer.clause, outer.paragraph, (*outer.items, n))
        current = Place(target, {**place.anchors, _ITEMS[depth]: item.anchor})
        if item.anchor is not None:
            found[item.anchor] = current
        for child in item.children:
            if isinstance(child, OrderedList):
                _items(child, current, found, depth + 1)


def _anchors(some: Sequence[Block]) -> list[str]:
    """Every anchor in some blocks."""
    own = [b.anchor for b in blocks(some) if isinstance(b, Paragraph | Heading) and b.anchor is not None]
    return own + [item.anchor for item in items(some) if item.anchor is not None]
