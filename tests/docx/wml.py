"""A short way to write down WordprocessingML that is expected.

`p/(pPr/pStyle{val=Body},r/t"Hola")` is a `w:p` that holds a `w:pPr` (which holds a `w:pStyle` whose `w:val` is
"Body") and a run with text. `w:` is left out, other prefixes are written; white space outside quotation marks
does not count; `xml:space` is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
W = f"{{{NAMESPACES['w']}}}"


def parse(xml: str) -> etree._Element:
    """A root that holds `xml`, in which the prefixes are bound."""
    bound = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<root{bound}>{xml}</root>")


def shown(xml: str) -> str:
    """`xml` in the short way, without white space."""
    return _siblings(parse(xml))


def expected(short: str) -> str:
    """`short` without the white space that does not count."""
    return "".join(part if part.startswith('"') else re.sub(r"\s", "", part) for part in re.split(r'("[^"]*")', short))


def _siblings(elements: Iterable[etree._Element]) -> str:
    return ",".join(_element(each) for each in elements)


def _element(element: etree._Element) -> str:
    attributes = ",".join(f"{_name(str(k))}={v}" for k, v in element.attrib.items() if k != SPACE)
    text = f'"{element.text}"' if element.text else ""
    inner = _siblings(element)
    if len(element) > 1:
        inner = f"({inner})"
    return _name(str(element.tag)) + (f"{{{attributes}}}" if attributes else "") + text + (f"/{inner}" if inner else "")


def _name(tag: str) -> str:
    uri, _, local = tag.rpartition("}")
    prefix = next((prefix for prefix, known in NAMESPACES.items() if uri[1:] == known), "")
    return local if prefix in ("w", "") else f"{prefix}:{local}"
