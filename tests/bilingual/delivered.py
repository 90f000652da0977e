"""The rows of a delivered file in two languages, read from the file alone: what its left says, what its right says.

Both readers give blocks in reading order, each with what it says in the file's first language and in its second. A
row is a block in the first language and the one in the second that follows it; of what is stacked, so many of each. A
block that says something in both is a row by itself, since it stands once for both.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from lxml import etree

from tests.bilingual.spoken import marked
from tests.docx.reading import W
from tests.pdf.reading import kids

_BLOCKS = {"/P", "/H1", "/H2", "/H3", "/LBody", "/TH", "/TD", "/Caption", "/Lbl", "/Figure", "/TOCI"}
BESIDE = " / "


class Block(NamedTuple):
    """What a block says in the file's first language, and in its second; `role`: that of PDF, or "row" or "p"."""

    role: str
    left: str
    right: str


class Row(NamedTuple):
    """The two sides of a row; `shared`: of one block that stands there once, where what is the same is said once."""

    left: str
    right: str
    shared: bool = False


def paired(blocks: list[Block]) -> tuple[list[Row], list[str]]:
    """The rows, and what stands in the first language alone: once for both, since it is the same in both."""
    rows: list[Row] = []
    once: list[str] = []
    left: list[str] = []
    right: list[str] = []

    def end() -> None:
        assert len(right) <= len(left), (left, right)
        apart = len(left) - len(right)
        once.extend(left[:apart])
        rows.extend(map(Row, left[apart:], right))
        left.clear()
        right.clear()

    for role, ours, theirs in blocks:
        if ours and theirs:
            end()
            rows.append(Row(ours, theirs, role != "row"))
        elif theirs:
            right.append(theirs)
        elif ours:
            if right:
                end()
            left.append(ours)
    end()
    return rows, once


# --- PDF -------------------------------------------------------------------------------------------


def of_pdf(data: bytes) -> tuple[list[Block], tuple[str, str]]:
    """The blocks of a PDF, its contents left out, and its two languages, the first one first."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [marked(page) for page in pdf.pages]
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        first = str(pdf.Root.Lang)
        found: list[tuple[str, list[tuple[str, str]]]] = []
        _element(pdf.Root.StructTreeRoot.K, first, None, (pages, texts), found)
    other = next(language for _, said in found for language, _ in said if language != first)
    blocks = [
        Block(role, *(_squeezed("".join(text for code, text in said if code == one)) for one in (first, other)))
        for role, said in found
        if role != "/TOCI"
    ]
    return blocks, (first, other)


def _element(element: Any, language: str, page: Any, known: Any, found: list[Any]) -> None:
    language = str(element.get("/Lang", language))
    page = element.get("/Pg", page)
    if str(element.S) in _BLOCKS:
        found.append((str(element.S), []))
    pages, texts = known
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            _element(kid, language, page, known, found)
            continue
        number, place = (kid, page) if isinstance(kid, int) else (kid.get("/MCID"), kid.get("/Pg", page))
        if number is not None and found:
            found[-1][1].append((language, texts[pages[place.objgen]].get(int(number), "")))


# --- Word ------------------------------------------------------------------------------------------


def of_word(data: bytes, languages: tuple[str, str]) -> list[Block]:
    """The blocks of a Word file, its contents left out: runs tell the language, cells of two columns the side."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        body = etree.fromstring(parts.read("word/document.xml")).find(f"{W}body")
    return list(_blocks(body, languages[1]))


def _blocks(body: Any, other: str) -> Iterator[Block]:
    for child in body:
        if child.tag == f"{W}p" and not _style(child).startswith("TOC"):
            yield _block(child, other)
        elif child.tag == f"{W}tbl" and child.find(f"{W}tblPr/{W}tblInd") is not None:
            for row in child.iter(f"{W}tr"):
                if row.find(f"{W}trPr/{W}tblHeader") is None:
                    ours, theirs = ("".join(_texts(cell)) for cell in row.iter(f"{W}tc"))
                    yield Block("row", _squeezed(ours), _squeezed(theirs))
        elif child.tag == f"{W}tbl":
            yield from (_block(cell, other) for cell in child.iter(f"{W}tc"))
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            yield from _blocks(content, other) if content is not None else ()


def _block(element: Any, other: str) -> Block:
    sides: tuple[list[str], list[str]] = [], []
    for run in element.iter(f"{W}r"):
        tag = run.find(f"{W}rPr/{W}lang")
        sides[tag is not None and _speech(tag.get(f"{W}val")) == _speech(other)].extend(_texts(run))
    return Block("p", *(_squeezed("".join(side)) for side in sides))


def _texts(element: Any) -> Iterator[str]:
    for each in element.iter(f"{W}t", f"{W}tab", f"{W}br"):
        yield each.text or "" if each.tag == f"{W}t" else " "


def _speech(tag: Any) -> str:
    """The language of a tag: Word has no tag without a country."""
    return str(tag).partition("-")[0]


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val")).upper()


def _squeezed(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split()).strip().strip("/").strip()
