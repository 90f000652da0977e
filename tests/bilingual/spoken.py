"""What a tagged PDF says, element by element, with the language that it says it in: read from the file alone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.pdf.reading import kids

BLOCKS = {"/P", "/H1", "/H2", "/H3", "/LBody", "/TH", "/TD", "/Caption", "/Lbl"}


def said(data: bytes) -> list[tuple[str, str, str]]:
    """(role, language, text) of every block of text in reading order; inline elements belong to their block."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [marked(page) for page in pdf.pages]
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        found: list[list[str]] = []
        _element(pdf.Root.StructTreeRoot.K, str(pdf.Root.Lang), None, pages, texts, found)
    return [(role, language, " ".join(text.split())) for role, language, text in found]


def _element(element: Any, language: str, page: Any, pages: Any, texts: Any, found: list[list[str]]) -> None:
    language = str(element.get("/Lang", language))
    page = element.get("/Pg", page)
    if str(element.S) in BLOCKS:
        found.append([str(element.S), language, ""])
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            _element(kid, language, page, pages, texts, found)
            continue
        number, place = (kid, page) if isinstance(kid, int) else (kid.get("/MCID"), kid.get("/Pg", page))
        if number is not None and found:
            found[-1][2] += texts[pages[place.objgen]].get(int(number), "")


def marked(page: Any) -> dict[int, str]:
    """The text of each marked content of a page by its number."""
    fonts = {name: _characters(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    number, font = None, ""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                number = operands[1].get("/MCID") if isinstance(operands[1], pikepdf.Dictionary) else None
            case "EMC":
                number = None
            case "Tf":
                font = str(operands[0])
            case "Tj" | "TJ" if number is not None:
                parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
                text = "".join(_decoded(part, fonts[font]) for part in parts if isinstance(part, pikepdf.String))
                found[int(number)] = found.get(int(number), "") + text
    return found


def _decoded(part: Any, characters: dict[int, str]) -> str:
    return "".join(characters.get(byte, "") for byte in bytes(part)).replace("\N{SOFT HYPHEN}", "")


def _characters(font: Any) -> dict[int, str]:
    """Code to text of a font, as its /ToUnicode tells."""
    return dict(_mapped(font.ToUnicode.read_bytes().decode("latin-1")))


def _mapped(table: str) -> Iterator[tuple[int, str]]:
    for code, text in re.findall(r"<([0-9A-F]{2})>\s*<((?:[0-9A-F]{4})+)>\n", table):
        yield int(code, 16), bytes.fromhex(text).decode("utf-16-be")
