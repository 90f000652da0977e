"""Word templates that hold what runs, or what fetches something from elsewhere."""

from collections.abc import Callable, Mapping

from tests.look.templates import (
    DOCUMENT,
    HEADER,
    HYPHENS,
    RELATIONSHIPS,
    SETTINGS,
    TYPES,
    added,
    changed,
    edited,
    packed,
    parts,
)
from tests.look.test_followed import TITLE

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{WORD}.document.main+xml"


def _related(kind: str, target: str = "x.bin", external: bool = False, base: str = OFFICE) -> bytes:
    """A relationship of the document, to a part that is there or to something outside."""
    mode = ' TargetMode="External"' if external else ""
    relationship = f'<Relationship Id="x" Type="{base}/{kind}" Target="{target}"{mode}/>'
    return added(relationship) if external else added(relationship, x_bin=("application/x", b"x"))


def _before_section(xml: str) -> bytes:
    return edited(DOCUMENT, ("<w:sectPr>", f"{xml}<w:sectPr>"))


def _setting(xml: str) -> bytes:
    return edited(SETTINGS, (HYPHENS, xml + HYPHENS))


def in_header(xml: str) -> bytes:
    """sobrio with runs in place of the header's title."""
    return edited(HEADER, (TITLE, xml))


def _complex(*pieces: str) -> str:
    """A field whose instruction stands in several runs."""
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _field(instruction: str) -> bytes:
    return in_header(f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>x</w:t></w:r></w:fldSimple>')


def _hidden_header() -> bytes:
    """The header's part under a name that does not say it is XML, with a field that runs a program."""
    files = parts()
    files["word/header1.dat"] = changed(files.pop(HEADER).decode(), (TITLE, _complex("DDEAUTO cmd"))).encode()
    for path in (RELATIONSHIPS, TYPES):
        files[path] = files[path].replace(b"header1.xml", b"header1.dat")
    return packed(files)


def _vml(source: str) -> str:
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata {source}/></v:shape>'
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


CASES: Mapping[str, Callable[[], bytes]] = {
    "linked-picture": lambda: _related("image", "https://example.com/track.png", True),
    "picture-on-a-share": lambda: _related("image", "file://server/share/logo.png", True),
    "link-to-a-file": lambda: _related("hyperlink", "file:///etc/passwd", True),
    "link-to-a-script": lambda: _related("hyperlink", "javascript:alert(1)", True),
    "picture-by-address-in-vml": lambda: in_header(_vml('src="http://example.com/track.png"')),
    "macro": lambda: _related("vbaProject", base=f"{MICROSOFT}/2006/relationships"),
    "macro-document-renamed": lambda: edited(TYPES, (MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml")),
    "keyboard-macros": lambda: _related("keyMapCustomizations", base=f"{MICROSOFT}/2006/relationships"),
    "ribbon": lambda: _related("ui/extensibility", base=f"{MICROSOFT}/2006/relationships"),
    "add-in": lambda: _related("webextensiontaskpanes", base=f"{MICROSOFT}/2011/relationships"),
    "ole-object": lambda: _related("oleObject"),
    "ole-object-linked": lambda: _related("oleObject", "https://example.com/x.doc", True),
    "embedded-workbook": lambda: _related("package"),
    "object-element": lambda: _before_section("<w:p><w:r><w:object/></w:r></w:p>"),
    "alternative-chunk": lambda: _related("aFChunk"),
    "alternative-chunk-element": lambda: _before_section(f'<w:altChunk xmlns:r="{OFFICE}" r:id="x"/>'),
    "attached-template": lambda: _related("attachedTemplate", "https://example.com/evil.dotm", True),
    "attached-template-setting": lambda: _setting(f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="x"/>'),
    "active-x": lambda: added(activeX1_bin=("application/vnd.ms-office.activeX", b"x")),
    "active-x-control": lambda: _before_section("<w:p><w:r><w:control/></w:r></w:p>"),
    "subdocument": lambda: _before_section("<w:subDoc/>"),
    "remote-frame": lambda: _related("frame", "https://example.com/", True),
    "mail-merge": lambda: _setting("<w:mailMerge/>"),
    "transform": lambda: _related("transform", "https://example.com/x.xslt", True),
    "field-dde": lambda: _field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"),
    "field-includetext": lambda: _field("INCLUDETEXT https://example.com/x.docx"),
    "field-includepicture-in-pieces": lambda: in_header(_complex("INC", "LUDE", "PICTURE http://example.com/x.png")),
    "field-nested": lambda: in_header(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE </w:instrText></w:r>'
        + _complex("DDE cmd")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "field-link-to-a-file": lambda: _field("HYPERLINK file:///c:/evil.exe"),
    "header-under-another-name": _hidden_header,
    "tracked-change": lambda: in_header('<w:ins w:id="1" w:author="x"><w:r><w:t>Borrador</w:t></w:r></w:ins>'),
    "comment": lambda: in_header('<w:r><w:commentReference w:id="0"/></w:r>'),
    "text-box": lambda: in_header('<w:r><w:pict/></w:r>'),
    "content-control": lambda: in_header(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{{ title }}</w:t></w:r></w:sdtContent></w:sdt>"
    ),
    "field-link-to-a-page": lambda: _field("HYPERLINK https://example.com/"),
    "field-date": lambda: _field("DATE"),
    "document-protection": lambda: _setting('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
    "old-word": lambda: edited(SETTINGS, ('w:val="15"', 'w:val="11"')),
    "tracking-changes": lambda: _setting("<w:trackRevisions/>"),
    "second-section": lambda: _before_section("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"),
    "custom-xml": lambda: added(
        f'<Relationship Id="x" Type="{OFFICE}/customXml" Target="item1.xml"/>', item1_xml=("application/xml", b"<a/>")
    ),
}
"""By name: the bytes of a template."""
