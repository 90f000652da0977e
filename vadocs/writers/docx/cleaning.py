"""What a template of Word's brings along, put in order before it is compiled.

Marks of editing sessions (rsid) go, and what makes Word ask a question at opening; the property parts that
every document of ours has are declared; languages of styles give way to the document's.
"""

import re
from copy import deepcopy

from lxml import etree

from vadocs.writers.docx.package import RELATIONSHIPS, TYPES

PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

_PAGE_SIZE = re.compile(r"<w:pgSz\b[^>]*/>")
_USUAL_MARGINS = {
    "top": "1440", "right": "1440", "bottom": "1440", "left": "1440", "header": "720", "footer": "720", "gutter": "0",
}  # fmt: skip
"""A section's margins where the template gives none: an inch, and half of it for header and footer."""
CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES = {
    CORE: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
    ),
    CUSTOM: (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{_OFFICE}/custom-properties",
    ),
}
_DROPPED = frozenset((f"{_W}rsids", f"{_W}rsid", f"{_W}updateFields"))
_BEFORE_PAGE_SIZE = frozenset(("headerReference", "footerReference", "footnotePr", "endnotePr", "type"))

Element = etree._Element


def parse(data: bytes) -> Element:
    """The root of a part."""
    return etree.fromstring(data, PARSER)


def cleaned(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts without marks of editing, with the property parts declared (their content comes later)."""
    found = {name: _cleaned(data) if name.endswith(".xml") else data for name, data in parts.items()}
    types, relations = parse(parts[TYPES]), parse(parts[RELATIONSHIPS])
    for name, (content_type, kind) in _PROPERTIES.items():
        if name not in found:
            found[name] = b"<none/>"
            declared = {"PartName": f"/{name}", "ContentType": content_type}
            etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", declared)
            related = {"Id": f"vadocs{len(relations)}", "Type": kind, "Target": name}
            etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship", related)
    return found | {TYPES: _bytes(types), RELATIONSHIPS: _bytes(relations)}


def _cleaned(data: bytes) -> bytes:
    """A part without rsids, and with page size and margins in each section."""
    root = parse(data)
    for element in [each for each in root.iter() if each.tag in _DROPPED]:
        element.getparent().remove(element)  # type: ignore[union-attr]
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if str(name).startswith(f"{_W}rsid")]:
            del element.attrib[name]
    for section in root.iter(f"{_W}sectPr"):
        before = len([child for child in section if str(child.tag).removeprefix(_W) in _BEFORE_PAGE_SIZE])
        if section.find(f"{_W}pgMar") is None:
            margins = etree.Element(f"{_W}pgMar", {f"{_W}{name}": width for name, width in _USUAL_MARGINS.items()})
            section.insert(before + (section.find(f"{_W}pgSz") is not None), margins)
        if section.find(f"{_W}pgSz") is None:
            section.insert(before, etree.Element(f"{_W}pgSz"))
    return _bytes(root)


def with_paper(source: str) -> str:
    """A body with tags for the size of every page, and the side margins of its last section, the text's."""
    source = _PAGE_SIZE.sub("{{ page_size }}", source)
    cover, last, text = source.rpartition("<w:pgMar")
    for side in ("left", "right"):
        text = re.sub(rf'\bw:{side}="[^"]*"', f'w:{side}="{{{{ {side}_margin }}}}"', text, count=1)
    return cover + last + text


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def style_ids(styles: Element) -> dict[str, str]:
    """Style name, in lower case, to style id."""
    named = ((style, style.find(f"{_W}name")) for style in styles.iter(f"{_W}style"))
    return {_val(name).lower(): str(style.get(f"{_W}styleId")) for style, name in named if name is not None}


def list_ids(numbering: Element) -> dict[str, int]:
    """List name (`w:name` of the abstract numbering) to abstractNumId."""
    named = ((each, each.find(f"{_W}name")) for each in numbering.iter(f"{_W}abstractNum"))
    return {_val(name): int(str(each.get(f"{_W}abstractNumId"))) for each, name in named if name is not None}


def next_instance(numbering: Element) -> int:
    """The first free `w:numId`."""
    return 1 + max((int(str(each.get(f"{_W}numId"))) for each in numbering.iter(f"{_W}num")), default=0)


TWIN = 1000
"""What is added to the number of a list, and to that of its first instance, for its twin."""


def with_twins(numbering: Element) -> Element:
    """The numbering with a twin of each list that has a name, and an instance of each.

    Lists count by themselves only where their definitions are two (17.9.1); styles lead to the first alone.
    """
    lists = [each for each in numbering.iter(f"{_W}abstractNum") if each.find(f"{_W}name") is not None]
    last = list(numbering).index(list(numbering.iter(f"{_W}abstractNum"))[-1]) if lists else 0
    for number, each in enumerate(lists, start=1):
        twin = deepcopy(each)
        id = int(str(each.get(f"{_W}abstractNumId"))) + TWIN
        twin.set(f"{_W}abstractNumId", str(id))
        for tag in ("pStyle", "tmpl", "styleLink"):
            for own in list(twin.iter(f"{_W}{tag}")):
                own.getparent().remove(own)  # type: ignore[union-attr]
        _renamed(twin, id)
        numbering.insert(last + number, twin)
    highest = next_instance(numbering)
    at = max((n for n, each in enumerate(numbering) if each.tag == f"{_W}num"), default=len(numbering) - 1)
    for number, each in enumerate(lists):
        instance = etree.Element(f"{_W}num")
        instance.set(f"{_W}numId", str(highest + number))
        reference = etree.SubElement(instance, f"{_W}abstractNumId")
        reference.set(f"{_W}val", str(int(str(each.get(f"{_W}abstractNumId"))) + TWIN))
        numbering.insert(at + 1 + number, instance)
    return numbering


def _renamed(twin: Element, id: int) -> None:
    """A name and an identifier of its own: Word takes lists of one identifier for one."""
    for tag in ("nsid", "name"):
        own = twin.find(f"{_W}{tag}")
        if own is not None:
            value = f"{0x5A0C0000 + id:08X}" if tag == "nsid" else f"{_val(own)} 2"
            own.set(f"{_W}val", value)


def twins_of(numbering: Element) -> dict[str, int]:
    """List name to the instance of its twin."""
    instances = {}
    for each in numbering.iter(f"{_W}num"):
        reference = each.find(f"{_W}abstractNumId")
        if reference is not None:
            instances[int(_val(reference))] = int(str(each.get(f"{_W}numId")))
    ids = list_ids(numbering)
    return {name: instances[id + TWIN] for name, id in ids.items() if id + TWIN in instances}


def with_language(styles: Element, tag: str) -> Element:
    """The styles with `tag` as the language of the defaults (`w:docDefaults`), and none in any style."""
    for style in styles.iter(f"{_W}style"):
        for own in list(style.iter(f"{_W}lang")):
            own.getparent().remove(own)  # type: ignore[union-attr]
    defaults = _child(_child(_child(styles, "docDefaults"), "rPrDefault"), "rPr")
    language = defaults.find(f"{_W}lang")
    if language is None:
        language = etree.SubElement(defaults, f"{_W}lang")
    language.set(f"{_W}val", tag)
    return styles


def with_instances(numbering: Element, mark: str) -> Element:
    """The numbering with a comment `mark` where list instances go: after the last (17.9.17)."""
    last = [index for index, child in enumerate(numbering) if child.tag in (f"{_W}abstractNum", f"{_W}num")]
    numbering.insert(last[-1] + 1 if last else 0, etree.Comment(mark))
    return numbering


def with_child(root: Element, mark: str) -> Element:
    """The root with a comment `mark` at its end."""
    root.append(etree.Comment(mark))
    return root


def _child(parent: Element, name: str) -> Element:
    """The child of that name, made at the beginning if there is none."""
    found = parent.find(f"{_W}{name}")
    if found is None:
        found = etree.Element(f"{_W}{name}")
        parent.insert(0, found)
    return found


def _val(element: Element) -> str:
    return str(element.get(f"{_W}val"))
