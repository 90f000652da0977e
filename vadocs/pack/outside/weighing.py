"""Drawings in drawings: how often a page draws them all, and that none holds itself (ISO 32000-1, 8.10, 8.7, 9.6.5).

What counts is what is drawn: many programs give every drawing the resources of all.
"""

import math
import re
from collections.abc import Iterator
from typing import Any

from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from vadocs.pack.outside.faults import DEPTH, DRAWINGS, UNPACKED, broken, too_large
from vadocs.pack.outside.held import at, dictionary, items

_USED = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+(?:-?[\d.]+\s+)?(Do|scn|SCN|Tf|gs)\b")
_KINDS = {b"Do": "/XObject", b"scn": "/Pattern", b"SCN": "/Pattern", b"Tf": "/Font", b"gs": "/ExtGState"}
_MOST_GLYPHS = 300
_INLINE = re.compile(rb"(?<![^\s])BI\s(.{0,500}?)\sID\s", re.DOTALL)
_SIDE = re.compile(rb"/(?:W|H|Width|Height)\s+(\d{1,12})")
"""The sides of a picture within the operators (8.9.7)."""
_CELL = 0.01
"""The least area of a pattern's cell, in square points: finer ones are seen by nobody."""

_Drawing = tuple[int, StreamObject, Any]
"""The number of a drawing's object, the drawing, and the resources that it uses where it has none of its own."""


def weigh(resources: Any, content: bytes, under: tuple[int, ...] = ()) -> int:
    """How many drawings a page or drawing draws; raises `Unfit` where one holds itself, or there are too many."""
    try:
        return _weigh(resources, content, under, {})
    except LimitReachedError as fault:
        raise too_large() from fault


def _weigh(resources: Any, content: bytes, under: tuple[int, ...], known: dict[int, int]) -> int:
    held = dictionary(resources)
    total = 0
    for entries in _INLINE.findall(content):
        sides = [int(side) for side in _SIDE.findall(entries)]
        if math.prod(sides[:2]) * 3 > UNPACKED:
            raise too_large()
    for name, operator in _USED.findall(content):
        total += operator == b"Do"
        for number, drawing, otherwise in _drawings(held, _KINDS[operator], "/" + name.decode("latin-1")):
            if number in under or len(under) >= DEPTH:
                raise broken()
            if number not in known:
                own = at(drawing, "/Resources", otherwise)
                known[number] = _weigh(own, drawing.get_data(), (*under, number), known)
            total += known[number]
        if total > DRAWINGS:
            raise broken()
    return total


def _drawings(resources: DictionaryObject, kind: str, name: str) -> Iterator[_Drawing]:
    """What a name of the resources draws: a form, the cell of a pattern, the glyphs of a font, the form of a mask."""
    named = dictionary(resources.get(kind))
    raw = named.raw_get(name) if name in named else None
    found = raw.get_object() if raw is not None else None
    if isinstance(found, StreamObject):
        if at(found, "/PatternType") == 1 and _close(found):
            raise broken()
        if at(found, "/Subtype") == "/Form" or at(found, "/PatternType") == 1:
            yield _number(raw), found, resources
    elif isinstance(found, DictionaryObject) and kind == "/Font" and at(found, "/Subtype") == "/Type3":
        glyphs = dictionary(at(found, "/CharProcs"))
        for glyph in list(glyphs)[:_MOST_GLYPHS]:
            drawn = glyphs[glyph]
            if isinstance(drawn, StreamObject):
                yield _number(glyphs.raw_get(glyph)), drawn, at(found, "/Resources", resources)
    elif isinstance(found, DictionaryObject) and kind == "/ExtGState":
        mask = dictionary(at(found, "/SMask"))
        form = at(mask, "/G")
        if isinstance(form, StreamObject):
            yield _number(mask.raw_get("/G")), form, resources


def _close(pattern: StreamObject) -> bool:
    """Whether the cells of a pattern lie so close that a page would hold millions of them."""
    matrix = [float(each.get_object()) for each in items(at(pattern, "/Matrix"))] or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    steps = [abs(float(at(pattern, key, 0))) for key in ("/XStep", "/YStep")]
    area = steps[0] * steps[1] * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
    return area < _CELL


def _number(raw: Any) -> int:
    return raw.idnum if isinstance(raw, IndirectObject) else id(raw)
