"""Hostile templates: each is refused by an error that names what it holds, and nothing is read."""

import copy
import io
import zipfile
from random import Random

import pytest
from lxml import etree

from tests.look.templates import (
    DOCUMENT,
    HEADER,
    HYPHENS,
    RELATIONSHIPS,
    SETTINGS,
    STYLES,
    TYPES,
    added,
    codes,
    edited,
    packed,
    parts,
    read,
    said,
)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ENTITIES = '<!DOCTYPE w:styles [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refused(data: bytes, code: str, *words: str) -> None:
    """`data` gives no look, and an error of this code that says these words."""
    look, report = read(data)
    assert look is None and code in codes(report), said(report)
    for word in words:
        assert word in said(report)


@pytest.mark.parametrize(
    "data",
    [b"", b"not a zip", b"PK\x03\x04 broken", packed({}), packed({"word/document.xml": b"<x/>"})],
    ids=["empty", "no archive", "broken", "no part", "one part"],
)
def test_not_a_document(data: bytes) -> None:
    """Bytes that are no archive, and an archive that is no document."""
    refused(data, "E500", "`prueba`")


def test_truncated_document() -> None:
    """Half a file."""
    whole = packed(parts())
    refused(whole[: len(whole) // 2], "E500")


def test_a_part_whose_checksum_is_wrong() -> None:
    """A changed byte inside a stored part."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts().items():
            archive.writestr(name, data)
    refused(target.getvalue().replace(b"Table Total", b"Table Toxal", 1), "E500")


def test_too_many_files() -> None:
    """An archive of a thousand files and more."""
    refused(packed({f"{number}.txt": b"" for number in range(1001)}), "E501", "1001")


def test_too_large() -> None:
    """More than 64 MB in all, by the sizes declared."""
    data = packed({f"{number}.bin": bytes(9 * 2**20) for number in range(8)})
    refused(data, "E502", "72", "64")


def test_packed_too_tightly() -> None:
    """Ten megabytes of zeros in a few kilobytes."""
    refused(packed({**parts(), "word/bomb.xml": bytes(10 * 2**20)}), "E503", "word/bomb.xml")


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word\\evil.xml", "C:evil.xml"])
def test_names_that_leave_the_folder(name: str) -> None:
    """Absolute paths and paths that go up."""
    refused(packed({**parts(), name: b"x"}), "E504", name)


def test_repeated_name() -> None:
    """Two members that differ in case only: readers disagree on which one counts."""
    refused(packed({**parts(), "word/DOCUMENT.xml": b"<x/>"}), "E504", "DOCUMENT.xml")


def test_encrypted() -> None:
    """A member marked as encrypted."""
    data = bytearray(packed(parts()))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    refused(bytes(data), "E504")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_doctype(encoding: str) -> None:
    """A DOCTYPE with entities, plain or hidden in UTF-16."""
    files = parts()
    body = files[STYLES].decode().partition("?>")[2]
    files[STYLES] = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITIES}{body}'.encode(encoding)
    refused(packed(files), "E505", STYLES)


def test_other_encoding() -> None:
    """OPC allows UTF-8 and UTF-16 only; another encoding could hide anything from a filter."""
    files = parts()
    files[STYLES] = files[STYLES].replace(b"UTF-8", b"UTF-7")
    refused(packed(files), "E536", STYLES, "UTF-7")


def test_part_that_is_no_xml() -> None:
    """A part cut short."""
    files = parts()
    files[STYLES] = files[STYLES][:500]
    refused(packed(files), "E507", STYLES)


def test_strict_document() -> None:
    """Word's "Strict Open XML" has other namespaces: the advice is to save it otherwise."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = edited(DOCUMENT, ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict))
    refused(data, "E506", "strict")


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://example.com/track.png"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", "\\\\server\\share"),
    ],
)
def test_external_relationship(kind: str, target: str) -> None:
    """A picture from the network, and links that are neither http(s) nor mailto."""
    refused(
        added(f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'),
        "E510",
        kind,
        target,
    )


@pytest.mark.parametrize("target", ["https://example.com", "mailto:marta@example.com", "HTTP://example.com"])
def test_plain_links_are_allowed(target: str) -> None:
    """A hyperlink to an address or a mailbox is no finding."""
    look, report = read(
        added(f'<Relationship Id="x" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>')
    )
    assert look is not None and not len(report)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("vbaProject", "E511"),
        ("oleObject", "E512"),
        ("package", "E512"),
        ("aFChunk", "E513"),
        ("attachedTemplate", "E514"),
        ("control", "E515"),
        ("subDocument", "E516"),
        ("frame", "E516"),
        ("mailMergeSource", "E516"),
    ],
)
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
def test_kinds_of_relationships(kind: str, code: str, mode: str) -> None:
    """Macros, OLE, altChunk, another template, ActiveX, subdocuments: inside the package or outside it."""
    refused(
        added(f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="x.bin"{mode}/>', x_bin=("application/x", b"x")),
        code,
    )


def test_macro_enabled_document() -> None:
    """A .docm renamed to .docx."""
    data = edited(TYPES, (f"{WORD}.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"))
    refused(data, "E511", DOCUMENT)


def test_active_x_part() -> None:
    """An ActiveX part by its content type alone."""
    refused(added(activeX1_bin=("application/vnd.ms-office.activeX", b"x")), "E515", "activeX1.bin")


@pytest.mark.parametrize(
    ("part", "old", "xml", "code"),
    [
        (DOCUMENT, "<w:sectPr>", '<w:altChunk xmlns:r="x" r:id="x"/><w:sectPr>', "E513"),
        (DOCUMENT, "<w:sectPr>", "<w:p><w:r><w:object/></w:r></w:p><w:sectPr>", "E512"),
        (DOCUMENT, "<w:sectPr>", "<w:p><w:r><w:control/></w:r></w:p><w:sectPr>", "E515"),
        (DOCUMENT, "<w:sectPr>", "<w:subDoc/><w:sectPr>", "E516"),
        (SETTINGS, HYPHENS, f"<w:attachedTemplate/>{HYPHENS}", "E514"),
        (SETTINGS, HYPHENS, f"<w:mailMerge/>{HYPHENS}", "E516"),
    ],
)
def test_elements(part: str, old: str, xml: str, code: str) -> None:
    """The elements that call for such parts are refused without them too."""
    refused(edited(part, (old, xml)), code, part)


def _split(command: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{letter}</w:instrText></w:r>" for letter in command)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    "command", ["DDEAUTO", "dde", "INCLUDETEXT", "IncludePicture", "LINK", "IMPORT", "MACROBUTTON", "FILLIN"]
)
def test_fields(command: str) -> None:
    """Fields that run or fetch something, as a simple field and letter by letter in a complex one."""
    simple = f'<w:fldSimple w:instr=" {command} cmd.exe"/>'
    for xml in (simple, _split(f" {command} x")):
        title = '<w:r><w:t xml:space="preserve">{{ title }}</w:t></w:r>'
        refused(edited(HEADER, (title, xml)), "E517", f"`{command.upper()}`", HEADER)


def test_field_nested_in_another() -> None:
    """A command hidden in the instruction of a harmless field."""
    inner = _split("DDEAUTO x")
    xml = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE </w:instrText></w:r>{inner}'
    xml += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    refused(edited(HEADER, ('<w:r><w:t xml:space="preserve">{{ title }}</w:t></w:r>', xml)), "E517", "DDEAUTO")


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (STYLES, '<w:sz w:val="21"/>', '<w:sz w:val="big"/>'),
        (STYLES, 'w:line="300"', 'w:line="1e9"'),
        (STYLES, '<w:color w:val="5A6472"/>', '<w:color w:val="grey"/>'),
        (STYLES, '<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="zero"/>'),
        (DOCUMENT, 'w:w="11906"', 'w:w="A4"'),
    ],
)
def test_values_of_another_type(part: str, old: str, new: str) -> None:
    """A number that is none is an error that shows it."""
    refused(edited(part, (old, new)), "E508", "`w:")


def test_no_section() -> None:
    """A document without page."""
    files = parts()
    text = files[DOCUMENT].decode()
    start, end = text.index("<w:sectPr>"), text.index("</w:sectPr>") + len("</w:sectPr>")
    files[DOCUMENT] = (text[:start] + text[end:]).encode()
    refused(packed(files), "E525")


@pytest.mark.parametrize("target", ["header9.xml", "../../etc/passwd", "/word/header9.xml"])
def test_relationship_to_a_part_that_is_not_there(target: str) -> None:
    """A part that is missing is named; nothing outside the package is looked for."""
    files = parts()
    files[RELATIONSHIPS] = files[RELATIONSHIPS].replace(b'Target="header1.xml"', f'Target="{target}"'.encode())
    refused(packed(files), "E509", target.rpartition("/")[2])


VALUES = (
    "",
    "0",
    "-1",
    "1",
    "9",
    "99999999999",
    "true",
    "Normal",
    "Heading1",
    "auto",
    "FFFFFF",
    "%1",
    "nil",
    "decimal",
    "\u0416",
)


def _mutated(random: Random, text: bytes) -> bytes:
    """One part with an attribute changed, an element taken away, doubled or put elsewhere."""
    tree = etree.fromstring(text)
    elements = [element for element in tree.iter() if element.getparent() is not None]
    if not elements:
        return text
    element, other = random.choice(elements), random.choice(elements)
    parent = element.getparent()
    assert parent is not None
    match random.randrange(4):
        case 0 if element.attrib:
            element.set(random.choice(sorted(element.attrib)), random.choice(VALUES))
        case 1:
            parent.remove(element)
        case 2:
            parent.append(copy.deepcopy(element))
        case _:
            other.append(copy.deepcopy(element))
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


@pytest.mark.parametrize("seed", range(20))
def test_damaged_templates_never_raise(seed: int) -> None:
    """However a template is damaged, there is a look, or an error that says why there is none."""
    random = Random(seed)
    for _ in range(15):
        files = parts()
        for _ in range(random.randrange(1, 4)):
            path = random.choice(sorted(files))
            files[path] = _mutated(random, files[path])
        look, report = read(packed(files))
        assert (look is None) == report.failed, said(report)
        assert said(report).isprintable() or "\n" in said(report)
