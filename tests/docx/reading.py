"""What a DOCX says: its text in order, as stored, with the results of its fields."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "softHyphen": "\u00ad", "noBreakHyphen": "\u2011"}


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(data: bytes, *, contents: bool = True) -> list[str]:
    """The text of each paragraph of the body in order, those in table cells among them.

    Tabs and breaks are "\\t" and "\\n"; labels of native lists are not text, instructions of fields are left out.
    `contents` False leaves out the entries of tables of contents (not their headings).
    """
    unpacked = parts(data)
    body = etree.fromstring(unpacked["word/document.xml"]).find(f"{W}body")
    entries = _contents_styles(unpacked["word/styles.xml"]) if not contents else frozenset()
    assert body is not None
    return [_text(each) for each in body.iter(f"{W}p") if _style(each) not in entries]


def body_text(data: bytes, *, contents: bool = True) -> str:
    """The text of the body, a line feed between paragraphs; `contents` as in `paragraphs`."""
    return "\n".join(paragraphs(data, contents=contents))


def _text(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    shown = {each for control in paragraph.iter(f"{W}sdt") if _is_empty_field(control) for each in control.iter()}
    for element in paragraph.iter():
        if element in shown:
            continue
        name = str(element.tag).removeprefix(W)
        if name == "t":
            yield element.text or ""
        elif name in SIGNS and _in_run(element):
            yield SIGNS[name]


def _is_empty_field(control: etree._Element) -> bool:
    """Whether a control is a form's field, whose placeholder or box is Word's own; a blank's prompt is in brackets."""
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    assert properties is not None and content is not None
    text = "".join(t.text or "" for t in content.iter(f"{W}t"))
    shows = properties.find(f"{W}showingPlcHdr") is not None or text == "\u2610"
    return shows and not text.startswith("[")


def _in_run(element: etree._Element) -> bool:
    """A `w:tab` of a paragraph's tab stops is no character."""
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r"


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def _contents_styles(styles: bytes) -> frozenset[str]:
    named = (
        (style, style.find(f"{W}name")) for style in etree.fromstring(styles).iter(f"{W}style")
    )
    return frozenset(
        str(style.get(f"{W}styleId"))
        for style, name in named
        if name is not None and str(name.get(f"{W}val")).lower() in ("toc 1", "toc 2", "toc 3")
    )
