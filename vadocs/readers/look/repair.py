"""Lists that lost their names: LibreOffice saves neither a list's name nor which style each of its levels carries.

Both are told again by the styles, which still point at their list and level (17.3.1.19). Word needs them: it finds
the level of a style by `w:pStyle` (17.9.23), and the writers find a list by its name.
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from vadocs.readers.look.lists import STYLES
from vadocs.readers.look.package import Package, zipped
from vadocs.readers.look.xml import Element, child, integer, value, w

_BEFORE_NAME = frozenset((w("nsid"), w("multiLevelType"), w("tmpl")))
_BEFORE_STYLE = frozenset((w("start"), w("numFmt"), w("lvlRestart")))


def repair(package: Package, data: bytes) -> bytes:
    """The template's bytes with every list of ours named; `data` itself where nothing is to be told.

    The tree of the numbering in `package` is changed along.
    """
    numbering, styles = package.tree("numbering"), package.tree("styles")
    path = package.related("numbering")
    if numbering is None or styles is None or path is None or not any(list(_repaired(numbering, styles))):
        return data
    told = etree.tostring(numbering, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped({**package.parts, path: told})


def _repaired(numbering: Element, styles: Element) -> Iterator[bool]:
    """Whether each list had to be told its name; told it."""
    abstracts = {entry.get(w("abstractNumId")): entry for entry in numbering.iterchildren(w("abstractNum"))}
    numbers = {entry.get(w("numId")): value(entry, "abstractNumId") for entry in numbering.iterchildren(w("num"))}
    known = {value(entry, "name") for entry in abstracts.values()}
    places = _places(styles)
    for name, bound in STYLES.items():
        ids = [places.get(style.casefold()) for style in bound]
        found = abstracts.get(numbers.get(ids[0][1])) if ids[0] is not None else None
        if name not in known and found is not None and _own(ids):
            yield _name(found, name, [each[0] for each in ids if each is not None])


def _places(styles: Element) -> Mapping[str, tuple[str, str, int]]:
    """The paragraph styles that point at a list, by name: id, `w:numId`, level."""
    found: dict[str, tuple[str, str, int]] = {}
    for style in styles.iterchildren(w("style")):
        properties = child(style, "pPr", "numPr")
        number, level = value(properties, "numId"), child(properties, "ilvl")
        if style.get(w("type"), "paragraph") == "paragraph" and number is not None:
            depth = integer(level) if level is not None else 0
            found[(value(style, "name") or "").casefold()] = (str(style.get(w("styleId"))), number, depth or 0)
    return found


def _own(places: Sequence[tuple[str, str, int] | None]) -> bool:
    """Whether the styles are at the levels of one list, in order."""
    levels = [(place[1], place[2]) for place in places if place is not None]
    return levels == [(levels[0][0], depth) for depth in range(len(places))]


def _name(abstract: Element, name: str, ids: Sequence[str]) -> bool:
    if child(abstract, "multiLevelType") is None:
        _insert(abstract, "multiLevelType", "multilevel", frozenset((w("nsid"),)))
    for other in abstract.findall(w("name")):
        abstract.remove(other)
    _insert(abstract, "name", name, _BEFORE_NAME)
    for level, id in zip(abstract.findall(w("lvl")), ids, strict=False):
        if child(level, "pStyle") is None:
            _insert(level, "pStyle", id, _BEFORE_STYLE)
    return True


def _insert(parent: Element, name: str, text: str, before: frozenset[str]) -> None:
    """Add a child behind those that the schema wants before it."""
    place = sum(1 for entry in parent if entry.tag in before)
    parent.insert(place, parent.makeelement(w(name), {w("val"): text}))
