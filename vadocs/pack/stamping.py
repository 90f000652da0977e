"""A stamp on every page of a packet, blank ones too."""

from collections.abc import Sequence
from dataclasses import replace

from vadocs.model.pages import FormField, Line, Page, PageItem, Pages, Picture, Plate, Sheet


def stamped(pages: Pages, stamps: Sequence[Line]) -> tuple[Pages, tuple[int, ...]]:
    """The pages, each with its own of the `stamps` (artifacts, made for pages of this size), and where that fails.

    Where it fails: the places, from 1, of pages on which the stamp would stand over text, a picture or a field.
    """
    full = tuple(
        place
        for place, (page, stamp) in enumerate(zip(pages.pages, stamps, strict=True), start=1)
        if any(_overlap(_extent(item), _extent(stamp)) for item in page.items)
    )
    marked = tuple(_with(page, stamp) for page, stamp in zip(pages.pages, stamps, strict=True))
    return replace(pages, pages=marked), full


def _with(page: Page, stamp: Line) -> Page:
    return replace(page, items=(*page.items, stamp))


_Extent = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def _extent(item: PageItem) -> _Extent | None:
    """The place of what a stamp must not cover; strokes and areas it may."""
    match item:
        case Line(_, top, height, runs) if runs:
            last = runs[-1]
            return runs[0].x, top, last.x + last.width, top + height
        case Picture() | Plate() | FormField() | Sheet():
            return item.x, item.y, item.x + item.width, item.y + item.height
    return None


def _overlap(one: _Extent | None, other: _Extent | None) -> bool:
    if one is None or other is None:
        return False
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
