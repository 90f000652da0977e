"""Running stamps: a short text in one corner of every page, in the margin beyond header and footer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from vadocs.diagnostics import Report
from vadocs.layout.faults import Faults
from vadocs.layout.shape import Origin, Shaper
from vadocs.layout.structure import Tree
from vadocs.model import styles
from vadocs.model.look import Look
from vadocs.model.pages import ARTIFACT, Glyphs, Line

Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]

SIZE, HEIGHT = 8.0, 10.0
"""The size of a stamp's type, and the height of its line."""
INSET = 36.0
"""How far a stamp stands from the side of the paper: half an inch, as office numbering has it."""
LEAST_EDGE = 12.0
"""How near to the upper or lower edge a stamp may stand: printers leave so much blank."""


def set_stamps(look: Look, language: str, texts: Sequence[str], corner: Corner, report: Report) -> tuple[Line, ...]:
    """A line for each text, in the face of the look's footer, between the edge of the paper and what runs there.

    () where the face lacks a character, reported for `--stamp` (E550 to E560).
    """
    faults = Faults(report)
    shaper = Shaper(look, language, Tree(), faults)
    footer = look.running.footer
    base = footer[0].style.run if footer else look.styles[styles.BODY].run
    origin = Origin(replace(base, size=SIZE, bold=False, italic=False), ARTIFACT, "--stamp")
    lines = tuple(_line(text, shaper, origin, corner) for text in texts)
    faults.tell()
    return () if faults else lines


def stamp_band(look: Look, corner: Corner) -> float:
    """How much of the paper, from its edge, belongs to stamps in that corner."""
    return _edge(look, corner) + HEIGHT


def _edge(look: Look, corner: Corner) -> float:
    """How far from the edge of the paper a stamp stands: in the middle of what is left beside header or footer."""
    band = look.paper.header if corner.startswith("top") else look.paper.footer
    return max(LEAST_EDGE, (band - HEIGHT) / 2)


def _line(text: str, shaper: Shaper, origin: Origin, corner: Corner) -> Line:
    """One stamp; its corner decides from which side it is measured."""
    paper = shaper.look.paper
    edge = _edge(shaper.look, corner)
    top = edge if corner.startswith("top") else paper.height - edge - HEIGHT
    runs = shaper.text(text, origin)
    width = sum(ink.type.measure(part) for part, ink in runs)
    x = INSET if corner.endswith("left") else paper.width - INSET - width
    found: list[Glyphs] = []
    for number, (part, ink) in enumerate(runs, start=1):
        wide = ink.type.measure(part)
        shown = f"{part} " if number == len(runs) else part
        found.append(
            Glyphs(x, shown, ink.type.font.path, ink.type.size, ink.colour, wide, ARTIFACT, kerned=ink.type.kerned)
        )
        x += wide
    return Line(top + HEIGHT * 0.8, top, HEIGHT, tuple(found))
