"""What fields and remarks look like becomes part of the page, and they themselves go (12.5.5)."""

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from vadocs.pack.outside.held import at

_DRAWN = frozenset((
    "/Widget", "/FreeText", "/Stamp", "/Ink", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Square",
    "/Circle", "/Line", "/Polygon", "/PolyLine", "/Caret",
))  # fmt: skip
_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5
_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def appearances(page: PageObject) -> Iterator[tuple[int, IndirectObject, str]]:
    """Each appearance drawn on a page: its annotation's object number (0: it has none), its form, where it goes.

    Where it goes is the operand of `cm`.
    """
    annotations: Any = at(page, "/Annots")
    held = annotations.get_object() if annotations is not None else None
    for each in held if isinstance(held, ArrayObject) else ():
        annotation = each.get_object()
        if not isinstance(annotation, DictionaryObject) or at(annotation, "/Subtype") not in _DRAWN:
            continue
        flags = at(annotation, "/F", 0)
        form = _normal(annotation)
        if form is None or (isinstance(flags, int) and flags & (_HIDDEN | _NO_VIEW)):
            continue
        matrix = _fitted(form.get_object(), _numbers(at(annotation, "/Rect"), 4))
        if matrix is not None:
            number = each.idnum if isinstance(each, IndirectObject) else 0
            yield number, form, " ".join(f"{value:.5f}" for value in matrix)


def _normal(annotation: DictionaryObject) -> IndirectObject | None:
    """The form that shows an annotation as it is: that of its state where it has several."""
    appearance = at(annotation, "/AP")
    held = appearance.get_object() if appearance is not None else None
    if not isinstance(held, DictionaryObject) or "/N" not in held:
        return None
    found = held.raw_get("/N")
    states = found.get_object()
    if isinstance(states, DictionaryObject) and not isinstance(states, StreamObject):
        state = at(annotation, "/AS")
        found = states.raw_get(state) if state in states else None
    shown = found.get_object() if found is not None else None
    return found if isinstance(found, IndirectObject) and isinstance(shown, StreamObject) else None


def _fitted(form: Any, place: tuple[float, ...] | None) -> tuple[float, ...] | None:
    """The matrix that moves a form's box, turned as it says itself, onto `place` (algorithm 8.1)."""
    box = _numbers(at(form, "/BBox"), 4)
    if box is None or place is None:
        return None
    a, b, c, d, e, f = _numbers(at(form, "/Matrix"), 6) or _UPRIGHT
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in box[::2] for y in box[1::2]]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    if right <= left or top <= bottom:
        return None
    across = abs(place[2] - place[0]) / (right - left)
    up = abs(place[3] - place[1]) / (top - bottom)
    return across, 0.0, 0.0, up, min(place[::2]) - left * across, min(place[1::2]) - bottom * up


def _numbers(value: Any, count: int) -> tuple[float, ...] | None:
    held = value.get_object() if value is not None else None
    found = [each.get_object() for each in held] if isinstance(held, ArrayObject) else []
    if len(found) != count or not all(isinstance(each, int | float) for each in found):
        return None
    return tuple(float(each) for each in found)
