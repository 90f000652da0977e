"""What every package must say for Word, and for whoever opens it after us: identifiers, types, numbers."""

from lxml import etree

from vadocs.readers.look.package import Package
from vadocs.readers.look.watch import Watch
from vadocs.readers.look.xml import VAL, Element, shown, w

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_REQUIRED = {
    f"{{{_TYPES}}}Default": ("Extension", "ContentType"),
    f"{{{_TYPES}}}Override": ("PartName", "ContentType"),
    f"{{{_RELATIONSHIPS}}}Relationship": ("Id", "Type", "Target"),
    w("style"): (w("styleId"),),
    w("fldChar"): (w("fldCharType"),),
}
"""Attributes without which an element means nothing (ECMA-376 part 2, 10.1.2 and 9.3; part 1, 17.7.4.17, 17.16.18)."""
_NUMBERS = {
    w("num"): w("numId"),
    w("abstractNum"): w("abstractNumId"),
    w("lvl"): w("ilvl"),
    w("abstractNumId"): VAL,
    w("numId"): VAL,
    w("ilvl"): VAL,
}
"""Attributes that must be whole numbers (17.9)."""
_LARGEST = 2**31 - 1
_WORD = frozenset(("styles", "numbering", "settings", "header", "footer", "fontTable", "footnotes", "endnotes"))
"""Kinds of relationship whose target has a type of the same name (part 1, 11.3)."""


def check_soundness(package: Package, watch: Watch) -> None:
    """E508 for each element without what it must have or too many, E540 for each part of a type not of its kind."""
    for path, tree in package.trees.items():
        for element in tree.iter(*_REQUIRED, *_NUMBERS):
            if not _sound(element):
                watch.error("E508", element=f"{path}: {_told(element)}")
    for body in [*package.document.iter(w("body"))][1:]:
        # A document has one body (17.2.2): docxtpl would join the first's beginning to the second's end.
        watch.error("E508", element=f"{package.main}: {_told(body)}")
    expected = {
        entry.target: f"wordprocessingml.{entry.kind}+xml"
        for entry in package.relationships.get(package.main, {}).values()
        if entry.kind in _WORD
    }
    for path, kind in package.types.items():
        if kind and not kind.endswith(expected.get(path, "")):
            watch.error("E540", part=path)


def _sound(element: Element) -> bool:
    tag = str(element.tag)
    if any(not element.get(name) for name in _REQUIRED.get(tag, ())):
        return False
    number = element.get(_NUMBERS[tag]) if tag in _NUMBERS else "0"
    return number is not None and number.isdecimal() and number.isascii() and int(number) <= _LARGEST


def _told(element: Element) -> str:
    """The element with its attributes, as written: people look for it by them."""
    said = " ".join(f'{etree.QName(name).localname}="{value!s}"' for name, value in element.attrib.items())
    return f"{shown(element)} {said}".strip()[:120]
