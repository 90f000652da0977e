"""What a PDF draws, read from its operators (ISO 32000-1, 8 and 9): texts on baselines, pictures, areas.

Shares no code with the writer, and reads LibreOffice's files alike. Points from the top left corner of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
ONE: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as one operator shows it: its page from 1, where its baseline begins, size, font, colour, text."""

    page: int
    x: float
    y: float
    size: float
    font: str
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A picture ("" as colour) or a filled area: page, left, top, width, height, colour."""

    page: int
    x: float
    y: float
    width: float
    height: float
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything on the pages, in drawing order."""

    texts: tuple[Shown, ...]
    pictures: tuple[Box, ...]
    areas: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = ONE
    colour: str = "000000"
    font: Any = None
    size: float = 0.0


def times(one: Matrix, other: Matrix) -> Matrix:
    """`one` applied before `other` (8.3.4)."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def drawn(path: Path) -> Drawn:
    """What the file draws."""
    found: list[Shown | Box] = []
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            found += _Page(number, page).read()
    boxes = [each for each in found if isinstance(each, Box)]
    return Drawn(
        tuple(each for each in found if isinstance(each, Shown)),
        tuple(each for each in boxes if not each.colour),
        tuple(each for each in boxes if each.colour),
    )


class _Page:
    """Runs the operators of one page."""

    def __init__(self, number: int, page: pikepdf.Page) -> None:
        self.number = number
        self.page = page
        self.height = float(page.mediabox[3])
        self.fonts = {name: _Font(font) for name, font in page.resources.get("/Font", {}).items()}
        self.state = _State()
        self.stack: list[_State] = []
        self.text = self.line = ONE
        self.path: list[Box] = []

    def read(self) -> Iterator[Shown | Box]:
        for operands, operator in pikepdf.parse_content_stream(self.page):
            yield from self.run(str(operator), list(operands))

    def run(self, operator: str, given: list[Any]) -> Iterator[Shown | Box]:
        match operator:
            case "q":
                self.stack.append(self.state)
            case "Q":
                self.state = self.stack.pop()
            case "cm":
                self.state = replace(self.state, matrix=times(_matrix(given), self.state.matrix))
            case "rg" | "g" | "sc" | "scn":
                self.state = replace(self.state, colour=_colour(given))
            case "re":
                self.path.append(self.box(*map(float, given)))
            case "m":
                self.path.append(self.box(float(given[0]), float(given[1]), 0, 0))
            case "l":
                self.path[-1] = _around(self.path[-1], self.box(float(given[0]), float(given[1]), 0, 0))
            case "f" | "f*":
                yield from (replace(box, colour=self.state.colour) for box in self.path)
                self.path = []
            case "n" | "S" | "s":
                self.path = []
            case "Do":
                if self.page.resources["/XObject"][str(given[0])]["/Subtype"] == "/Image":
                    yield self.box(0, 0, 1, 1)
            case _:
                yield from self.words(operator, given)

    def words(self, operator: str, given: list[Any]) -> Iterator[Shown]:
        """The operators of text."""
        match operator:
            case "BT":
                self.text = self.line = ONE
            case "Tf":
                self.state = replace(self.state, font=self.fonts[str(given[0])], size=float(given[1]))
            case "Tm":
                self.text = self.line = _matrix(given)
            case "Td" | "TD":
                self.text = self.line = times((1, 0, 0, 1, float(given[0]), float(given[1])), self.line)
            case "Tj":
                yield self.shown([given[0]])
            case "TJ":
                yield self.shown(list(given[0]))

    def shown(self, parts: list[Any]) -> Shown:
        """A text where it begins."""
        state, place = self.state, times(self.text, self.state.matrix)
        size = state.size * (place[2] ** 2 + place[3] ** 2) ** 0.5
        codes = [bytes(part) for part in parts if isinstance(part, pikepdf.String)]
        text = "".join(state.font.decoded(code) for code in codes)
        return Shown(self.number, place[4], self.height - place[5], size, state.font.name, state.colour, text)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """A rectangle of the user's space on the page."""
        a, b, c, d, e, f = self.state.matrix
        xs = (a * x + c * y + e, a * (x + width) + c * (y + height) + e)
        ys = (b * x + d * y + f, b * (x + width) + d * (y + height) + f)
        return Box(self.number, min(xs), self.height - max(ys), abs(xs[1] - xs[0]), abs(ys[1] - ys[0]))


class _Font:
    """A font's name without its tag, and its codes as text (9.10.3)."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.name = re.sub("^/[A-Z]{6}[+]", "", str(font["/BaseFont"]))
        self.wide = font["/Subtype"] == "/Type0"
        self.map: dict[int, str] = {}
        cmap = font["/ToUnicode"].read_bytes().decode("latin-1")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
            for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                self.map[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
            for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                for step in range(int(last, 16) - int(first, 16) + 1):
                    self.map[int(first, 16) + step] = chr(int(text, 16) + step)

    def decoded(self, codes: bytes) -> str:
        """The text of a string operand."""
        width = 2 if self.wide else 1
        numbers = (int.from_bytes(codes[at : at + width], "big") for at in range(0, len(codes), width))
        return "".join(self.map.get(number, "\ufffd") for number in numbers)


def _around(one: Box, other: Box) -> Box:
    """The box around two."""
    left, top = min(one.x, other.x), min(one.y, other.y)
    right, low = (max(a, b) for a, b in ((one.x + one.width, other.x), (one.y + one.height, other.y)))
    return Box(one.page, left, top, right - left, low - top)


def _matrix(given: list[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, given)
    return a, b, c, d, e, f


def _colour(given: list[Any]) -> str:
    parts = [float(each) for each in given] * (3 if len(given) == 1 else 1)
    return "".join(f"{round(part * 255):02X}" for part in parts)
