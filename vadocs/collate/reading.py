"""The words of a delivered file in reading order, without what runs on every page and what is drawn."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from vadocs.model.forms import FIELD_BOOKMARK

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST = 64 * 2**20
"""Of the unpacked text of a Word file; ours have a hundredth of it."""
_MOST_IN_ALL = 1024 * 2**20
"""Of the unpacked files of a packet's zip: several attachments, each of 200 MB at most."""
_NO_ZIP = (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, EOFError, OSError)
"""What is raised for bytes that are no zip."""
_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\u2011"}
_APART = ("/Artifact", "/Figure")
"""Marked content that is no text to read (ISO 32000-2, 14.8.2.2 and 14.8.4.8.5)."""


class Unreadable(Exception):
    """The bytes are no file of the kind that they are taken for."""


def docx_words(data: bytes) -> tuple[str, ...]:
    """The words of a Word file's body; labels of native lists are none, nor are entries of the contents.

    What was deleted under revision (`w:del`) is not read, what was inserted is. Nor is what stands in the fields of a
    form: an answer changes no document. Nor do the names of two languages, which head each table of their rows.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body, styles = (_part(archive, name) for name in ("word/document.xml", "word/styles.xml"))
    except (*_NO_ZIP, etree.XMLSyntaxError) as error:
        raise Unreadable from error
    entries = _styles_of_contents(styles)
    apart = frozenset((*_answers(body), *_names_of_languages(body)))
    paragraphs = (_paragraph(one, apart) for one in body.iter(f"{_W}p") if _style(one) not in entries)
    return tuple(word for paragraph in paragraphs for word in paragraph.split())


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A part of the package, parsed; `Unreadable` for one that is larger than any of ours could become."""
    part = archive.getinfo(name)
    if part.file_size > _MOST:
        raise Unreadable
    return etree.fromstring(
        archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    )


def _styles_of_contents(styles: etree._Element) -> frozenset[str]:
    """The styles of entries of a table of contents, which Word knows by the names "toc 1" to "toc 9"."""
    named = ((style.get(f"{_W}styleId"), style.find(f"{_W}name")) for style in styles.iter(f"{_W}style"))
    return frozenset(
        str(own) for own, name in named
        if name is not None and re.fullmatch("toc [1-9]", str(name.get(f"{_W}val")), re.IGNORECASE)
    )  # fmt: skip


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _answers(body: etree._Element) -> Iterator[etree._Element]:
    """The texts and signs within the bookmarks of fields."""
    fields: set[str] = set()
    for element in body.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd", f"{_W}t", *_SIGNS):
        number = str(element.get(f"{_W}id"))
        if element.tag == f"{_W}bookmarkStart":
            if str(element.get(f"{_W}name")).startswith(FIELD_BOOKMARK):
                fields.add(number)
        elif element.tag == f"{_W}bookmarkEnd":
            fields.discard(number)
        elif fields:
            yield element


def _names_of_languages(body: etree._Element) -> Iterator[etree._Element]:
    """The texts of rows that name two languages: a table of rows has two heads, every other one at most."""
    for table in body.iter(f"{_W}tbl"):
        heads = [row for row in table.findall(f"{_W}tr") if row.find(f"{_W}trPr/{_W}tblHeader") is not None]
        for row in heads if len(heads) == 2 else ():
            yield from row.iter(f"{_W}t")


def _paragraph(paragraph: etree._Element, apart: frozenset[etree._Element]) -> str:
    return "".join(_pieces(paragraph, apart))


def _pieces(paragraph: etree._Element, apart: frozenset[etree._Element]) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", *_SIGNS):
        parent = element.getparent()
        if parent is not None and parent.tag == f"{_W}r" and element not in apart:
            yield (element.text or "") if element.tag == f"{_W}t" else _SIGNS[str(element.tag)]


def _opened(data: bytes) -> "PdfReader":
    # Every command loads this module, few read a PDF back: what reads one takes a tenth of a process's start.
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(data))


def _faults() -> tuple[type[Exception], ...]:
    """What pypdf raises for bytes that are no PDF."""
    from pypdf.errors import PyPdfError

    return PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError


def pdf_words(data: bytes) -> tuple[str, ...]:
    """The words of a tagged PDF, a word that is parted at the end of a line in two pieces."""
    try:
        return _words(_opened(data).pages)
    except _faults() as error:
        raise Unreadable from error


@dataclass(frozen=True, slots=True)
class PacketWords:
    """What a packet's PDF holds: the words of each of its `documents`, in order, by what stands before its anchors.

    `pages`: what the page of each anchor is called.
    """

    documents: Mapping[str, tuple[str, ...]]
    pages: Mapping[str, str]


def packet_words(data: bytes, codes: Sequence[str]) -> PacketWords:
    """What a packet says in each of its documents `codes`, by its named destinations; files enclosed are not read.

    Raises `Unreadable` where one of these documents has no destination.
    """
    try:
        reader = _opened(data)
        labels = reader.page_labels
        found = {name: reader.get_destination_page_number(to) for name, to in reader.named_destinations.items()}
        at = {name: page for name, page in found.items() if page is not None}
        first = {code: at[f"{code}:"] for code in codes}
        ends = [*sorted(page for name, page in at.items() if name.endswith(":")), len(reader.pages)]
        documents = {
            code: _words(reader.pages[begin : min(end for end in ends if end > begin)])
            for code, begin in first.items()
        }
    except _faults() as error:
        raise Unreadable from error
    return PacketWords(documents, {name: labels[page] for name, page in at.items()})


def _words(pages: Iterable["PageObject"]) -> tuple[str, ...]:
    """The words of blocks in the order in which they begin: of two texts side by side that go over a page, the first
    one's end is read before the second."""
    blocks: dict[object, list[str]] = {}
    for page in pages:
        for block, text in _page(page):
            blocks.setdefault(block, []).append(text)
    return tuple(word for texts in blocks.values() for text in texts for word in text.split())


def members(data: bytes) -> Mapping[str, bytes]:
    """The files in a zip, by name. Raises `Unreadable` for other bytes, and for more than a packet may hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_IN_ALL:
                raise Unreadable
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except _NO_ZIP as error:
        raise Unreadable from error


def _page(page: "PageObject") -> Iterator[tuple[object, str]]:
    """The text of a page's marked content that is to be read, by the block that it belongs to."""
    open_marks: list[tuple[object, object]] = []
    owners = _owners(page)
    pieces: dict[object, list[str]] = {}
    last: object = None

    def before(operator: bytes, operands: list[Any], *_: object) -> None:
        if operator in (b"BDC", b"BMC"):
            number = operands[1].get("/MCID") if len(operands) > 1 and isinstance(operands[1], dict) else None
            inherited = open_marks[-1][1] if open_marks else None
            block = owners[number] if isinstance(number, int) and number < len(owners) else inherited
            open_marks.append((operands[0], block))
        elif operator == b"EMC" and open_marks:
            open_marks.pop()

    def text(piece: str, *_: object) -> None:
        nonlocal last
        if not any(mark in _APART for mark, _ in open_marks):
            last = open_marks[-1][1] if open_marks else last
            pieces.setdefault(last, []).append(piece)

    page.extract_text(visitor_operand_before=before, visitor_text=text)
    for block, found in pieces.items():
        yield block, re.sub("[-\u2010\u00ad]\n", "", "".join(found))


_WITHIN = ("/Link", "/Span", "/Reference", "/Lbl")
"""Roles of what stands within a block."""


def _owners(page: "PageObject") -> list[object]:
    """The block of each marked content of a page, by its number, as the file's parent tree tells; none without one."""
    key, file = page.get("/StructParents"), cast(Any, page.pdf)
    root = file.trailer["/Root"].get("/StructTreeRoot") if file is not None and key is not None else None
    if root is None:
        return []
    numbers = root["/ParentTree"].get("/Nums", [])
    found = next((numbers[at + 1] for at in range(0, len(numbers), 2) if numbers[at] == key), ())
    return [_block(one) for one in found.get_object()] if found else []


def _block(reference: Any) -> object:
    """The element that a text is a block of: itself, or the one around what stands within it."""
    element = reference.get_object()
    while element is not None and element.get("/S") in _WITHIN and "/P" in element:
        reference = element.raw_get("/P")
        element = reference.get_object()
    return getattr(reference, "idnum", None)


READERS: Mapping[str, Callable[[bytes], tuple[str, ...]]] = {"docx": docx_words, "pdf": pdf_words}
"""By the ending of a file's name."""
