"""The words of a delivered file in reading order, without what runs on every page and what is drawn."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pypdf
from lxml import etree
from pypdf.errors import PyPdfError

from vadocs.model.forms import FIELD_BOOKMARK

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
    form: an answer changes no document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body, styles = (_part(archive, name) for name in ("word/document.xml", "word/styles.xml"))
    except (*_NO_ZIP, etree.XMLSyntaxError) as error:
        raise Unreadable from error
    entries = _styles_of_contents(styles)
    answers = frozenset(_answers(body))
    paragraphs = (_paragraph(one, answers) for one in body.iter(f"{_W}p") if _style(one) not in entries)
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


def _paragraph(paragraph: etree._Element, answers: frozenset[etree._Element]) -> str:
    return "".join(_pieces(paragraph, answers))


def _pieces(paragraph: etree._Element, answers: frozenset[etree._Element]) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", *_SIGNS):
        parent = element.getparent()
        if parent is not None and parent.tag == f"{_W}r" and element not in answers:
            yield (element.text or "") if element.tag == f"{_W}t" else _SIGNS[str(element.tag)]


_FAULTS = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError)
"""What pypdf raises for bytes that are no PDF."""


def pdf_words(data: bytes) -> tuple[str, ...]:
    """The words of a tagged PDF, a word that is parted at the end of a line in two pieces."""
    try:
        return _words(pypdf.PdfReader(io.BytesIO(data)).pages)
    except _FAULTS as error:
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
        reader = pypdf.PdfReader(io.BytesIO(data))
        labels = reader.page_labels
        found = {name: reader.get_destination_page_number(to) for name, to in reader.named_destinations.items()}
        at = {name: page for name, page in found.items() if page is not None}
        first = {code: at[f"{code}:"] for code in codes}
        ends = [*sorted(page for name, page in at.items() if name.endswith(":")), len(reader.pages)]
        documents = {
            code: _words(reader.pages[begin : min(end for end in ends if end > begin)])
            for code, begin in first.items()
        }
    except _FAULTS as error:
        raise Unreadable from error
    return PacketWords(documents, {name: labels[page] for name, page in at.items()})


def _words(pages: Iterable[pypdf.PageObject]) -> tuple[str, ...]:
    return tuple(word for page in pages for word in _page(page).split())


def members(data: bytes) -> Mapping[str, bytes]:
    """The files in a zip, by name. Raises `Unreadable` for other bytes, and for more than a packet may hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_IN_ALL:
                raise Unreadable
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except _NO_ZIP as error:
        raise Unreadable from error


def _page(page: pypdf.PageObject) -> str:
    """The text of a page's marked content that is to be read."""
    open_marks: list[object] = []
    pieces: list[str] = []

    def before(operator: bytes, operands: list[object], *_: object) -> None:
        if operator in (b"BDC", b"BMC"):
            open_marks.append(operands[0])
        elif operator == b"EMC" and open_marks:
            open_marks.pop()

    def text(piece: str, *_: object) -> None:
        if not any(mark in _APART for mark in open_marks):
            pieces.append(piece)

    page.extract_text(visitor_operand_before=before, visitor_text=text)
    return re.sub("[-\u2010\u00ad]\n", "", "".join(pieces))


READERS: Mapping[str, Callable[[bytes], tuple[str, ...]]] = {"docx": docx_words, "pdf": pdf_words}
"""By the ending of a file's name."""
