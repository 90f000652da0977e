"""Walks the parts of a clause text: every block, item and row, and every inline, directives and holes included."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TypeVar

from vadocs.model.clause import Across, ClauseText, For, If, ItemPart, ListPart, Maybe, Part, TablePart
from vadocs.model.document import (
    Definition,
    Emphasis,
    Heading,
    Inline,
    Link,
    Paragraph,
    Row,
    Strong,
    Text,
)

MOST_KEPT = 1024
"""Texts of which something computed is kept: three times those of the bundled library and its sections."""

_Found = TypeVar("_Found")


def kept(compute: Callable[[ClauseText], _Found]) -> Callable[[ClauseText], _Found]:
    """`compute`, a function of a text alone, which keeps what it found: a text never changes.

    Several rules ask the same of a text, and a library is judged again with one clause changed. Texts are told apart
    by what they are, not by what they say: comparing two would take longer than most functions.
    """
    known: dict[int, tuple[ClauseText, _Found]] = {}

    @wraps(compute)
    def found(text: ClauseText) -> _Found:
        entry = known.get(id(text))
        if entry is None:  # the text is kept too, so that no other takes its number
            if len(known) >= MOST_KEPT:
                known.clear()
            entry = known[id(text)] = text, compute(text)
        return entry[1]

    return found


def children(part: Part) -> tuple[Part, ...]:
    """The parts right inside a part, in the order of the text; the branches of a condition one after another."""
    if isinstance(part, If):
        return tuple(inner for _, body in part.branches for inner in body)
    if isinstance(part, For):
        return part.body
    if isinstance(part, ItemPart):
        return part.children
    if isinstance(part, ListPart):
        return part.parts
    if isinstance(part, TablePart):
        return part.parts if part.header is None else (part.header, *part.parts)
    return ()


def loop_of(part: Part) -> For | Across | None:
    """The list that a part goes through with a variable of its own, downwards or sideways; None for the others."""
    if isinstance(part, TablePart):
        return part.across
    return part if isinstance(part, For) else None


def phrases(part: Part) -> tuple[tuple[Inline, ...], ...]:
    """The contents of a part itself: one for a paragraph, heading or item, one a cell for a row."""
    if isinstance(part, Paragraph | Heading | ItemPart):
        return (part.content,)
    if isinstance(part, Row):
        return tuple(cell.content for cell in part.cells)
    return ()


def walk_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Every part, outer before inner."""
    for part in parts:
        yield part
        inner = children(part)
        if inner:
            yield from walk_parts(inner)


def inner_inlines(inline: Inline) -> tuple[Inline, ...]:
    """The inlines right inside one, the branches of a condition one after another."""
    if isinstance(inline, Text):  # most are
        return ()
    if isinstance(inline, (Emphasis, Strong, Link, Definition)):
        return inline.children
    if isinstance(inline, Maybe):
        return tuple(inner for _, body in inline.branches for inner in body)
    return ()


def walk_inlines(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline, outer before inner."""
    for inline in inlines:
        yield inline
        inner = inner_inlines(inline)
        if inner:
            yield from walk_inlines(inner)


@kept
def text_inlines(text: ClauseText) -> tuple[Inline, ...]:
    """Every inline of a text, its heading first."""
    found = list(walk_inlines(text.heading))
    for part in walk_parts(text.body):
        for phrase in phrases(part):
            found += walk_inlines(phrase)
    return tuple(found)


def anchors(text: ClauseText) -> Iterator[str]:
    """Every anchor of a text, in order; one that stands in two branches twice."""
    for part in walk_parts(text.body):
        if isinstance(part, Paragraph | Heading | ItemPart) and part.anchor is not None:
            yield part.anchor


def plain(inlines: Iterable[Inline]) -> str:
    """The literal text of inlines, with an ellipsis for each hole."""
    out: list[str] = []
    for inline in inlines:
        inner = inner_inlines(inline)
        out.append(inline.text if isinstance(inline, Text) else plain(inner) if inner else "…")
    return "".join(out)
