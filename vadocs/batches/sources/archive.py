"""The archive that a workbook is: measured before it is opened, and what a sheet's XML tells beside its values."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, iterparse

MEMBERS = 1_000
BYTES = 64 * 2**20
RATIO = 200
SMALL = 2**20
"""Below this size a member may be packed as tightly as it likes."""
MOST_ROW = 1_048_576
MOST_COLUMN = 16_384
"""The last row and column that a spreadsheet has."""
_CHUNK = 2**16
_MARKS = tuple(mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be"))
"""A declaration of entities, which no program writes into a workbook, and which could grow without bound."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Unsafe(Exception):
    """The archive is not to be opened: carries the id of the reason."""


def measured(data: bytes) -> zipfile.ZipFile:
    """The archive, if its members are few, small and plain; `Unsafe` if not, zipfile's own errors where it is none."""
    # Each entry of the directory begins so (APPNOTE 4.3.12): they are counted before zipfile makes an object of each.
    if data.count(b"PK\x01\x02") > MEMBERS:
        raise Unsafe("H750.bomb")
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if sum(member.file_size for member in members) > BYTES:
        raise Unsafe("H750.large")
    for member in members:
        packed = member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if member.flag_bits & 1 or not packed:
            raise Unsafe("H750.locked")
        if member.file_size > SMALL and member.file_size > RATIO * max(1, member.compress_size):
            raise Unsafe("H750.bomb")
        if member.filename.lower().endswith((".xml", ".rels")) and _declares(archive, member):
            raise Unsafe("H750.bomb")
    return archive


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a part declares entities."""
    with archive.open(member) as stream:
        before = b""
        while chunk := stream.read(_CHUNK):
            if any(mark in before + chunk for mark in _MARKS):
                return True
            before = chunk[-2 * len("<!DOCTYPE") :]
    return False


@dataclass(slots=True)
class Facts:
    """What a sheet's XML tells that openpyxl's values do not. Rows and columns count from 1.

    `rows`, `columns`: the last ones with a value; `seen`: the last row that is there; `cells`: how many hold a value.
    `unsaved`: cells with a formula and no value, by row and column. `hidden_columns`: first and last of each stretch.
    """

    rows: int = 0
    columns: int = 0
    cells: int = 0
    seen: int = 0
    unsaved: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)


def facts_of(stream: IO[bytes]) -> Facts:
    """The facts of a sheet; ValueError where its rows or cells do not follow one another, as they must."""
    facts = Facts()
    for _, element in iterparse(stream):
        if element.tag == f"{_MAIN}row":
            _row(element, facts)
            element.clear()
        elif element.tag == f"{_MAIN}col" and _true(element.get("hidden")):
            facts.hidden_columns.append((int(element.get("min", "1")), int(element.get("max", "1"))))
        elif element.tag == f"{_MAIN}mergeCell":
            facts.merged.append(element.get("ref", ""))
        elif element.tag.endswith("}sheetData") and not element.tag.startswith(_MAIN):
            raise ValueError("strict Open XML, of which openpyxl reads no row")
    return facts


def _true(text: str | None) -> bool:
    return text in ("1", "true")


def _row(element: Element, facts: Facts) -> None:
    number = int(element.get("r", facts.seen + 1))
    if not facts.seen < number <= MOST_ROW:
        raise ValueError(f"row {number}")
    facts.seen = number
    if _true(element.get("hidden")):
        facts.hidden_rows.append(number)
    for column, cell in _cells(element, number):
        value, formula = cell.find(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
        text = value.text if value is not None else None
        if formula is not None and not text and (value is None or cell.get("t") != "str"):
            facts.unsaved.add((number, column))
        if text or formula is not None or cell.find(f"{_MAIN}is") is not None:
            facts.cells += 1
            facts.rows, facts.columns = number, max(facts.columns, column)


def _cells(row: Element, number: int) -> Iterator[tuple[int, Element]]:
    """The cells of a row with their columns; ValueError where one stands before the one before it, or elsewhere."""
    column, ended = 0, False
    for cell in row:
        if cell.tag != f"{_MAIN}c":
            ended = True  # extensions come last
            continue
        name = cell.get("r")
        wanted = place(name) if name else (column + 1, number)
        if ended or wanted[1] != number or not column < wanted[0] <= MOST_COLUMN:
            raise ValueError(f"cell {name}")
        column = wanted[0]
        yield column, cell


def place(name: str) -> tuple[int, int]:
    """Column and row, from 1, of a cell's name ("C5"); ValueError where it is none."""
    bare = name.replace("$", "")
    word = bare.rstrip("0123456789")
    if not word.isascii() or not word.isalpha() or not word.isupper() or len(word) > 3 or len(bare) > 12:
        raise ValueError(name)
    column = 0
    for letter in word:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(bare[len(word) :])
