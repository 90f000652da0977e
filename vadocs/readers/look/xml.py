"""WordprocessingML as lxml elements: parsing without entities or network, and the simple types of attributes."""

import re
from functools import lru_cache
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

Element: TypeAlias = _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PREFIXES = {W: "w", R: "r", A: "a", WP: "wp"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)

_OFF = frozenset(("0", "false", "off"))
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?")


class BadValue(ValueError):
    """An attribute's text is not of its type; the message is element, attribute and text."""


@lru_cache(maxsize=1024)
def w(name: str) -> str:
    """The qualified name of `w:name`."""
    return f"{{{W}}}{name}"


VAL = w("val")


def parse(data: bytes) -> Element:
    """The root of a part. Raises etree.XMLSyntaxError if it is not well-formed."""
    return etree.fromstring(data, _PARSER)


def local(element: Element) -> str:
    """The name without namespace; "" for a comment or processing instruction."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def shown(element: Element, *attributes: str) -> str:
    """An element as people write it, with some of its attributes: `w:jc w:val="distribute"`."""
    space, _, name = str(element.tag).rpartition("}")
    prefix = _PREFIXES.get(space[1:]) or element.prefix or ""
    values = ((attribute, element.get(w(attribute))) for attribute in attributes)
    parts = [f'w:{attribute}="{value}"' for attribute, value in values if value is not None]
    return " ".join([f"{prefix}:{name}" if prefix else name, *parts])


def flag(element: Element) -> bool:
    """An on/off property (17.17.4): present without `w:val` is on."""
    return element.get(VAL) not in _OFF


def switched_off(element: Element) -> bool:
    """Whether the element only says that something is not so."""
    return len(element) == 0 and element.get(VAL) in _OFF


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, its child, …; None where one is absent."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(w(name)), None)
    return element


def children(element: Element | None, *path: str) -> list[Element]:
    """The elements in a descendant, comments left out; none where it is absent."""
    found = child(element, *path)
    return [] if found is None else [entry for entry in found if local(entry)]


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of a descendant, None if absent."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def length(element: Element, attribute: str = "val", unit: float = 20.0) -> float | None:
    """An attribute as points: a bare number counts `unit` to the point (20: twips). None if absent."""
    text = element.get(w(attribute))
    if text is None:
        return None
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise BadValue(shown(element, attribute))
    number, suffix = float(match[1]), match[2]
    return number * _UNITS[suffix] if suffix else number / unit


def attribute_on(element: Element, attribute: str) -> bool:
    """Whether an on/off attribute is there and on."""
    return element.get(w(attribute)) in ("1", "true", "on")


def integer(element: Element, attribute: str = "val") -> int | None:
    """An attribute as a whole number, None if absent."""
    text = element.get(w(attribute))
    if text is None:
        return None
    if not re.fullmatch(r"-?\d{1,9}", text):
        raise BadValue(shown(element, attribute))
    return int(text)
