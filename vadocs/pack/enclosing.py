"""A stranger's file, cleaned, as pages: each fitted onto the paper, in an element that says what it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vadocs.model.outside import Cleaned, Outside
from vadocs.model.pages import Element, OutlineEntry, Page, Pages, Picture, Sheet

_MARGIN = 56.0
"""Round a picture: two centimetres."""
_POINTS_A_PIXEL = 0.75
"""How large a picture is at most: 96 pixels to the inch, as on a screen."""
_WIDE = 1.2
"""From how many times wider than high a picture gets the paper on its side."""


@dataclass(frozen=True, slots=True)
class Sized:
    """The paper of a packet, and how much of it, above and below, belongs to a stamp, in points."""

    width: float
    height: float
    band: float = 0.0


def enclosed(found: Cleaned, paper: Sized, said: Callable[[int], str], first: int = 1) -> Pages:
    """The pages of a cleaned file, numbered from `first`; `said` is what stands for page n of it in words.

    A page is made smaller or larger to fit the paper, which lies on its side where the page does.
    """
    if found.outside is None:
        return _picture(found, paper, said(1), first)
    elements = _elements(found.outside, said)
    tagged = bool(found.outside.tags)
    pages = []
    for index, page in enumerate(found.outside.pages):
        width, height = page.size
        wide, high = _paper(paper, width, height)
        scale = min(wide / width, (high - 2 * paper.band) / height)
        width, height = width * scale, height * scale
        element = 0 if tagged else index
        place = ((wide - width) / 2, (high - height) / 2)
        pages.append(Page(first + index, wide, high, (Sheet(*place, width, height, found.outside, index, element),)))
    outline = tuple(OutlineEntry(one.title, one.level, one.page + 1, 0.0) for one in found.outside.outline)
    return replace(_whole(pages, elements, archival=False, accessible=found.accessible), outline=outline)


def _elements(outside: Outside, said: Callable[[int], str]) -> list[Element]:
    """The PDF's own tags as elements; without them, a figure a page."""
    if not outside.tags:
        return [Element("Figure", None, alternative=said(number + 1)) for number in range(len(outside.pages))]
    return [
        Element(
            tag.role, tag.parent, tag.language, tag.alternative, scope=tag.scope, title=tag.title, actual=tag.actual,
            spans=tag.spans,
        )
        for tag in outside.tags
    ]  # fmt: skip


def _picture(found: Cleaned, paper: Sized, said: str, first: int) -> Pages:
    """A picture in the middle of the paper's width, below its upper margin."""
    width, height = (side * _POINTS_A_PIXEL for side in found.pixels)
    wide, high = _paper(paper, width if width > paper.width - 2 * _MARGIN else 0.0, height)
    scale = min(1.0, (wide - 2 * _MARGIN) / width, (high - 2 * _MARGIN) / height)
    width, height = width * scale, height * scale
    item = Picture((wide - width) / 2, _MARGIN, width, height, found.picture, said, 0)
    return _whole([Page(first, wide, high, (item,))], [Element("Figure", None, alternative=said)])


def _paper(paper: Sized, width: float, height: float) -> tuple[float, float]:
    """The paper, on its side for what is wide."""
    return (paper.height, paper.width) if width > height * _WIDE else (paper.width, paper.height)


def _whole(pages: list[Page], elements: list[Element], *, archival: bool = True, accessible: bool = True) -> Pages:
    return Pages(tuple(pages), tuple(elements), (), {}, {}, archival=archival, accessible=accessible)


