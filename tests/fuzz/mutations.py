"""Changes to a template that leave its XML well formed: bytes changed blindly would seldom get past the parser.

A row of bytes is read as changes of `SIZE` bytes each: which part, which element (two bytes), what kind of change,
with which value. So every row of bytes is a template, and a fuzzer's own small changes are small changes to it.
"""

from collections.abc import Mapping

from lxml import etree

SIZE = 5

VALUES = (
    "", "0", "-1", "1", "auto", "none", "nil", "true", "off", "2147483648", "99999999999999999999", "1e9", "NaN",
    "-720", "12.5pt", "50%", "FFFFFF", "FFF", "zz", "exact", "atLeast", "both", "center", "Cambria", "Wingdings",
    "rId1", "rId999", "../x.xml", "1440", "%1", "%1.%2", "%9", "upperRoman", "ordinalText", "accent1", "bogus",
    "{{ document.number }}", "\u200f", "😀", "a" * 300,
)  # fmt: skip
TEXTS = (
    "{{ document.number }}", "{{ nada }}", "{{ x.__class__ }}", "{% if a %}", "{% endif %}", "{% for a in b %}", "{{",
    "}}", "{#", "{{p body }}", "{{p body}} y más", "A & B", "\u00a0", "", "PAGE", " INCLUDETEXT x ",
    "NUMPAGES \\* ROMAN", "{{ document.number | upper }}", "{{ 7 * 7 }}",
)  # fmt: skip


def edited(parts: Mapping[str, bytes], changes: bytes) -> dict[str, bytes]:
    """`parts`, all of them XML, with at most twelve changes; a rest of less than `SIZE` bytes counts nothing."""
    names = sorted(parts)
    trees: dict[str, etree._Element] = {}
    for start in range(0, min(len(changes) - SIZE + 1, 12 * SIZE), SIZE):
        part, high, low, kind, value = changes[start : start + SIZE]
        name = names[part % len(names)]
        if name not in trees:
            trees[name] = etree.fromstring(parts[name])
        elements = [element for element in trees[name].iter() if isinstance(element.tag, str)]
        _change(elements[(high * 256 + low) % len(elements)], kind, value)
    changed = {name: etree.tostring(tree, encoding="UTF-8", xml_declaration=True) for name, tree in trees.items()}
    return {**parts, **changed}


def _change(element: etree._Element, kind: int, value: int) -> None:
    parent = element.getparent()
    names = sorted(map(str, element.attrib))
    match kind % 7:
        case 0 if names:
            element.set(names[kind // 7 % len(names)], VALUES[value % len(VALUES)])
        case 1 if names:
            del element.attrib[names[value % len(names)]]
        case 2:
            element.text = TEXTS[value % len(TEXTS)]
        case 3 if parent is not None:
            parent.remove(element)
        case 4 if parent is not None:
            parent.append(_copy(element))
        case 5 if parent is not None:
            parent.insert(0, element)
        case 6 if parent is not None:
            parent[value % len(parent)].append(_copy(element))


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))
