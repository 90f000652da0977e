"""Edits of a template's XML as Word's dialogs make them: each property in its place, the rest as it was."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree
from PIL import Image, ImageDraw

from tests.look.templates import SOBRIO, packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:wp="{WP}" xmlns:pic="{PIC}"'

# The sequences of CT_PPr and CT_RPr, as far as edits need them.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap bidi snapToGrid spacing ind contextualSpacing mirrorIndents jc "
    "textDirection textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof vanish color "
    "spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign em lang",
}


def w(name: str) -> str:
    """The qualified name of `w:name`."""
    return f"{{{W}}}{name}"


def elements(xml: str) -> list[etree._Element]:
    """The elements of a piece of WordprocessingML."""
    return list(etree.fromstring(f"<all {NAMES}>{xml}</all>"))


def put(owner: etree._Element, kind: str, xml: str) -> None:
    """Set properties in the `kind` ("pPr", "rPr") of `owner`: one that is there already is replaced."""
    found = owner.find(w(kind))
    if found is None:
        found = etree.Element(w(kind))
        after = owner.find(w("pPr")) if kind == "rPr" else None
        first = owner.find(w("rPr")) if kind == "pPr" else None
        if after is not None:
            after.addnext(found)
        elif first is not None:
            first.addprevious(found)
        else:
            owner.append(found)
    for element in elements(xml):
        for old in found.findall(element.tag):
            found.remove(old)
        found.append(element)
    order = ORDER[kind].split()
    found[:] = sorted(found, key=lambda each: order.index(etree.QName(each).localname))


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of a header: its part, bytes, size in points and alternative text."""

    part: str
    data: bytes
    width: float
    height: float
    text: str

    def run(self) -> str:
        """The run that shows it, as Word writes it."""
        size = f'cx="{round(self.width * 12700)}" cy="{round(self.height * 12700)}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="1" name="Imagen 1" descr="{self.text}"/><a:graphic><a:graphicData uri="{PIC}"><pic:pic>'
            '<pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            '<a:blip r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def drawn(width: int, height: int, ground: str, ink: str) -> bytes:
    """A logo as PNG: a disc, and two bars where there is room, on a ground of one colour."""
    image = Image.new("RGB", (width, height), ground)
    pen = ImageDraw.Draw(image)
    pen.ellipse((height * 0.15, height * 0.15, height * 0.85, height * 0.85), fill=ink)
    for top, length in ((0.3, 0.95), (0.58, 0.75)) if width > height else ():
        pen.rectangle((height * 1.1, height * top, width * length, height * (top + 0.14)), fill=ink)
    target = io.BytesIO()
    image.save(target, "PNG", dpi=(288, 288))
    return target.getvalue()


class Template:
    """A template under edit, begun with the bundled look."""

    def __init__(self) -> None:
        with zipfile.ZipFile(SOBRIO) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {
            name: etree.fromstring(data) for name, data in self.files.items() if name.endswith((".xml", ".rels"))
        }
        self.styles = self.trees["word/styles.xml"]
        self.numbering = self.trees["word/numbering.xml"]
        self.settings = self.trees["word/settings.xml"]
        self.section = self.trees["word/document.xml"].find(f".//{w('sectPr')}")

    def packed(self) -> bytes:
        """The template's bytes."""
        trees = {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self.trees.items()
        }
        kept = {name: data for name, data in self.files.items() if not name.endswith((".xml", ".rels"))}
        return packed(trees | kept)

    # --- styles ------------------------------------------------------------------------------------

    def style(self, name: str) -> etree._Element:
        """The style of that name, in any case."""
        for element in self.styles.iter(w("style")):
            if element.find(w("name")).get(w("val")).casefold() == name.casefold():
                return element
        raise KeyError(name)

    def change(self, *names: str, p: str = "", r: str = "") -> None:
        """Set paragraph and run properties of styles."""
        for name in names:
            if p:
                put(self.style(name), "pPr", p)
            if r:
                put(self.style(name), "rPr", r)

    def defaults(self, p: str = "", r: str = "") -> None:
        """Set the defaults of the document."""
        defaults = self.styles.find(w("docDefaults"))
        if p:
            put(defaults.find(w("pPrDefault")), "pPr", p)
        if r:
            put(defaults.find(w("rPrDefault")), "rPr", r)

    def table(self, properties: str, first_row: str) -> None:
        """What the table style says: the children of its `w:tblPr`, and of its first row."""
        style = self.style("Contract Table")
        for old in [*style.findall(w("tblPr")), *style.findall(w("tblStylePr"))]:
            style.remove(old)
        style.extend(elements(f"<w:tblPr>{properties}</w:tblPr>"))
        style.extend(elements(f'<w:tblStylePr w:type="firstRow">{first_row}</w:tblStylePr>'))

    def level(
        self, name: str, depth: int, left: float, first: float, suffix: str = "tab", r: str | None = None
    ) -> None:
        """The indents of a list's level in points, what follows its label, and its look (None: as it was)."""
        for abstract in self.numbering.iter(w("abstractNum")):
            if abstract.find(w("name")).get(w("val")) != name:
                continue
            level = abstract.findall(w("lvl"))[depth]
            for old in level.findall(w("suff")):
                level.remove(old)
            level.find(w("lvlText")).addprevious(elements(f'<w:suff w:val="{suffix}"/>')[0])
            side = f'w:hanging="{round(-first * 20)}"' if first < 0 else f'w:firstLine="{round(first * 20)}"'
            put(level, "pPr", f'<w:ind w:left="{round(left * 20)}" {side}/>')
            if r is not None:
                put(level, "rPr", r)

    def setting(self, name: str, value: str) -> None:
        """A setting's `w:val`."""
        self.settings.find(w(name)).set(w("val"), value)

    # --- page, header, footer, theme ---------------------------------------------------------------

    def page(self, size: tuple[int, int] | None = None, **margins: float) -> None:
        """The size of the page in twips, its margins in points."""
        if size is not None:
            for name, value in zip("wh", size, strict=True):
                self.section.find(w("pgSz")).set(w(name), str(value))
        for name, points in margins.items():
            self.section.find(w("pgMar")).set(w(name), str(round(points * 20)))

    def first_page_as_the_others(self) -> None:
        """Take away the first page's own header and footer."""
        for element in list(self.section):
            if element.get(w("type")) == "first" or element.tag == w("titlePg"):
                self.section.remove(element)
        for part in ("header2", "footer2"):
            self.drop(part)

    def drop(self, part: str) -> None:
        """Remove a part of the document with its relationship and type."""
        del self.trees[f"word/{part}.xml"]
        for entry in list(self.trees["word/_rels/document.xml.rels"]):
            if entry.get("Target") == f"{part}.xml":
                entry.getparent().remove(entry)
        for entry in list(self.trees["[Content_Types].xml"]):
            if entry.get("PartName") == f"/word/{part}.xml":
                entry.getparent().remove(entry)

    def story(self, part: str, *paragraphs: tuple[str, str], p: str = "", logo: Logo | None = None) -> None:
        """A header or footer: paragraphs of (style id, runs); `p` are properties of the first one's own."""
        kind = "hdr" if part.startswith("header") else "ftr"
        body = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{p if at == 0 else ""}</w:pPr>{runs}</w:p>'
            for at, (style, runs) in enumerate(paragraphs)
        )
        self.trees[f"word/{part}.xml"] = etree.fromstring(f"<w:{kind} {NAMES}>{body}</w:{kind}>")
        if logo is not None:
            self.files[f"word/media/{logo.part}"] = logo.data
            self.trees[f"word/_rels/{part}.xml.rels"] = etree.fromstring(
                f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="logo" Type="{R}/image" '
                f'Target="media/{logo.part}"/></Relationships>'
            )
            self._default("png", "image/png")

    def theme(self, major: str, minor: str, colours: Mapping[str, str]) -> None:
        """A theme with these fonts, and colours by their names in it, in Word's order."""
        scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
        blank = '<a:ea typeface=""/><a:cs typeface=""/>'
        fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
        line = f'<a:ln w="9525">{fill}</a:ln>'
        self.trees["word/theme/theme1.xml"] = etree.fromstring(
            f'<a:theme xmlns:a="{A}" name="Propio"><a:themeElements><a:clrScheme name="Propio">{scheme}</a:clrScheme>'
            f'<a:fontScheme name="Propio"><a:majorFont><a:latin typeface="{major}"/>{blank}</a:majorFont><a:minorFont>'
            f'<a:latin typeface="{minor}"/>{blank}</a:minorFont></a:fontScheme><a:fmtScheme name="Propio">'
            f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>"
            f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
            "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
        )
        etree.SubElement(
            self.trees["word/_rels/document.xml.rels"], f"{{{PACKAGE}/relationships}}Relationship",
            {"Id": "theme", "Type": f"{R}/theme", "Target": "theme/theme1.xml"},
        )
        etree.SubElement(
            self.trees["[Content_Types].xml"], f"{{{PACKAGE}/content-types}}Override",
            {"PartName": "/word/theme/theme1.xml",
             "ContentType": "application/vnd.openxmlformats-officedocument.theme+xml"},
        )

    def _default(self, extension: str, kind: str) -> None:
        types = self.trees["[Content_Types].xml"]
        if not any(entry.get("Extension") == extension for entry in types):
            made = etree.Element(f"{{{PACKAGE}/content-types}}Default", {"Extension": extension, "ContentType": kind})
            types.insert(0, made)
