"""Files that are no Word document, or archives that are not to be opened: made when a test asks for them."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

from tests.look.templates import DOCUMENT, FOOTER, HEADER, RELATIONSHIPS, STYLES, TYPES, changed, edited, packed, parts

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
"""How a file of Word 97–2003 (.doc) begins (MS-CFB, 2.2)."""
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _with(**files: bytes) -> bytes:
    return packed({**parts(), **files})


def _without(path: str) -> bytes:
    files = parts()
    del files[path]
    return packed(files)


def _replaced(path: str, data: bytes) -> bytes:
    return packed({**parts(), path: data})


def _twice() -> bytes:
    """Two members of one name, as an archive may have and a folder may not."""
    data = bytearray(packed({**parts(), "word/stylez.xml": b"<x/>"}))
    return bytes(data.replace(b"word/stylez.xml", b"word/styles.xml"))


def _encrypted() -> bytes:
    data = bytearray(packed(parts()))
    for at in _headers(bytes(data)):
        data[at + 8] |= 1
    return bytes(data)


def _headers(data: bytes) -> list[int]:
    """Where the entries of the directory begin (APPNOTE 4.3.12)."""
    found, at = [], data.find(b"PK\x01\x02")
    while at >= 0:
        found.append(at)
        at = data.find(b"PK\x01\x02", at + 4)
    return found


def _method(number: int) -> bytes:
    """The first member said to be packed by another method."""
    data = bytearray(packed(parts()))
    struct.pack_into("<H", data, _headers(bytes(data))[0] + 10, number)
    return bytes(data)


def _lying() -> bytes:
    """A member that says it is small and unpacks to ten megabytes."""
    data = bytearray(packed({"word/zero.bin": bytes(10 * 2**20), **parts()}))
    for at in (_headers(bytes(data))[0] + 24, 22):
        struct.pack_into("<I", data, at, 1000)
    return bytes(data)


def _crowded(count: int) -> bytes:
    """An archive whose directory tells of `count` members, all of them one and the same empty file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a", b"")
    data = target.getvalue()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, len(entry) * count, start, 0)
    return data[:start] + entry * count + tail


def _corrupt() -> bytes:
    """A stored member whose bytes are not those of its checksum."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts().items():
            archive.writestr(name, data)
    return target.getvalue().replace(b"Table Total", b"Table Toxal", 1)


def _office(kind: str) -> bytes:
    """A document of LibreOffice, as far as its archive tells."""
    return packed({"mimetype": kind.encode(), "content.xml": b"<office:document-content xmlns:office='urn:x'/>"})


def _doctype(encoding: str) -> bytes:
    entities = '<!DOCTYPE w:styles [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    body = parts()[STYLES].decode().partition("?>")[2]
    return _replaced(STYLES, f'<?xml version="1.0" encoding="{encoding}"?>{entities}{body}'.encode(encoding))


def _deep(count: int) -> bytes:
    inner = "<w:sdt><w:sdtContent>" * count + "</w:sdtContent></w:sdt>" * count
    return edited(DOCUMENT, ("<w:sectPr>", f"{inner}<w:sectPr>"))


def _many_elements() -> bytes:
    """Five megabytes of empty elements, each of which a parser makes an object of; stored, so that no ratio tells."""
    files = parts()
    files[STYLES] = files[STYLES].replace(b"</w:styles>", b"<w:a/>" * 800_000 + b"</w:styles>")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


CASES: Mapping[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"Contrato de servicios",
    "html": lambda: b"<html><body><p>Contrato</p></body></html>",
    "rtf": lambda: rb"{\rtf1\ansi Contrato}",
    "pdf": lambda: b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n",
    "doc-of-word-97": lambda: OLE2,
    "odt": lambda: _office("application/vnd.oasis.opendocument.text"),
    "spreadsheet": lambda: edited(TYPES, (MAIN, MAIN.replace("wordprocessingml.document", "spreadsheetml.sheet"))),
    "cut-short": lambda: packed(parts())[:6000],
    "wrong-checksum": _corrupt,
    "lying-about-its-size": _lying,
    "too-many-members": lambda: packed({f"{number}.txt": b"" for number in range(1001)}),
    "a-million-members": lambda: _crowded(1_000_000),
    "too-large": lambda: packed({f"{number}.bin": bytes(9 * 2**20) for number in range(8)}),
    "packed-too-tightly": lambda: _with(**{"word/zero.bin": bytes(10 * 2**20)}),
    "name-that-goes-up": lambda: _with(**{"../evil.xml": b"<x/>"}),
    "absolute-name": lambda: _with(**{"/etc/cron.d/evil": b"x"}),
    "name-with-a-drive": lambda: _with(**{"C:evil.xml": b"<x/>"}),
    "name-in-another-case": lambda: _with(**{"word/DOCUMENT.xml": b"<x/>"}),
    "name-twice": _twice,
    "encrypted": _encrypted,
    "other-compression": lambda: _method(14),
    "doctype": lambda: _doctype("utf-8"),
    "doctype-in-utf-16": lambda: _doctype("utf-16"),
    "strict": lambda: edited(
        DOCUMENT,
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ),
    "word-template-renamed": lambda: edited(TYPES, (MAIN, MAIN.replace("document.main", "template.main"))),
    "utf-7": lambda: _replaced(STYLES, parts()[STYLES].replace(b"UTF-8", b"UTF-7")),
    "part-cut-short": lambda: _replaced(STYLES, parts()[STYLES][:500]),
    "part-empty": lambda: _replaced(HEADER, b""),
    "no-content-types": lambda: _without(TYPES),
    "document-of-no-type": lambda: edited(TYPES, (f'<Override PartName="/{DOCUMENT}" ContentType="{MAIN}"/>', "")),
    "no-document": lambda: _without(DOCUMENT),
    "no-relationships": lambda: _without("_rels/.rels"),
    "styles-missing": lambda: _without(STYLES),
    "relationship-to-nothing": lambda: edited(RELATIONSHIPS, ('Target="header1.xml"', 'Target="header9.xml"')),
    "relationship-out-of-the-package": lambda: edited(
        RELATIONSHIPS, ('Target="header1.xml"', 'Target="../../etc/passwd"')
    ),
    "value-of-another-type": lambda: edited(STYLES, ('<w:sz w:val="21"/>', '<w:sz w:val="big"/>')),
    "page-without-size": lambda: edited(
        DOCUMENT, ("<w:sectPr>", "<w:customXml>"), ("</w:sectPr>", "</w:customXml>")
    ),
    "ten-thousand-deep": lambda: _deep(5000),
    "huge-attribute": lambda: edited(STYLES, ('w:val="Note"', f'w:val="{"N" * 12_000_000}"')),
    "many-elements": _many_elements,
    "footer-twice-declared": lambda: _replaced(
        FOOTER, changed(parts()[FOOTER].decode(), ("<w:ftr ", '<w:ftr xmlns:w="x" ')).encode()
    ),
}
"""By name: the bytes of a template."""
