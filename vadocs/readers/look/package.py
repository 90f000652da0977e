"""The package inside the archive: XML parts, content types, relationships (ECMA-376 part 2)."""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from vadocs.readers.look.watch import Watch
from vadocs.readers.look.xml import Element, local, parse, w

_XML = (".xml", ".rels")
_XML_TYPES = ("+xml", "/xml")
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
"""Where the types of relationships, and the package's own elements, have their names."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NODES = 200_000
"""Elements and attributes in all parts together: a parser makes an object of each, a hundred times its bytes."""
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship: the last word of its type, and its target (a part's path, or an address if external)."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """All parts by path; `trees` the roots of XML parts; `types` content types; `main` the document's path.

    `relationships` by part ("" for the package), then by id.
    """

    parts: Mapping[str, bytes]
    trees: Mapping[str, Element]
    types: Mapping[str, str]
    relationships: Mapping[str, Mapping[str, Relationship]]
    main: str

    def related(self, kind: str) -> str | None:
        """The path of the document's part of that kind ("styles"), None if it has none."""
        for relationship in self.relationships.get(self.main, {}).values():
            if relationship.kind == kind and not relationship.external:
                return relationship.target if relationship.target in self.parts else None
        return None

    def tree(self, kind: str) -> Element | None:
        """The root of the document's part of that kind, None if it has none."""
        path = self.related(kind)
        return None if path is None else self.trees.get(path)

    @property
    def stories(self) -> frozenset[str]:
        """The paths of the document and of its headers and footers."""
        entries = self.relationships.get(self.main, {}).values()
        return frozenset((self.main, *(e.target for e in entries if e.kind in ("header", "footer"))))

    @property
    def document(self) -> Element:
        """The root of the document."""
        return self.trees[self.main]


def open_package(parts: Mapping[str, bytes], watch: Watch) -> Package | None:
    """The package of these files; None, with errors, if a part is not sound XML or there is no document."""
    trees = _trees({path: data for path, data in parts.items() if path.lower().endswith(_XML)}, watch)
    if trees is None:
        return None
    types = _types(trees[TYPES], parts) if TYPES in trees else {}
    # Word goes by the type: a part may be called anything.
    others = (path for path, kind in types.items() if kind.lower().endswith(_XML_TYPES) and path not in trees)
    further = _trees({path: parts[path] for path in others}, watch)
    if further is None:
        return None
    trees |= further
    relationships = {_source(path): _relationships(path, trees[path]) for path in trees if path.endswith(".rels")}
    main = next((r.target for r in relationships.get("", {}).values() if r.kind == "officeDocument"), None)
    if main not in trees or TYPES not in trees:
        watch.error("E500")
        return None
    usual = types[main] == _DOCUMENT or "macroenabled" in types[main].lower()
    if trees[main].tag != w("document") or not usual:
        watch.error("E506", part=main)
        return None
    return Package(parts, trees, types, relationships, main)


def _trees(parts: Mapping[str, bytes], watch: Watch) -> dict[str, Element] | None:
    """The roots of the parts; None, with errors, if one cannot be read."""
    trees: dict[str, Element] = {}
    if sum(data.count(b"<") + data.count(b"=") for data in parts.values()) > NODES:
        watch.error("E535", limit=NODES)
        return None
    for path, data in parts.items():
        if b"<!DOCTYPE" in data:
            watch.error("E505", part=path)
            continue
        declared = _ENCODING.match(data)
        if declared and declared[1].decode("ascii", "replace").lower() not in ("utf-8", "utf-16"):
            watch.error("E536", part=path, encoding=declared[1].decode("ascii", "replace"))
            continue
        try:
            tree = parse(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            line, column = getattr(error, "position", (1, 1))
            watch.error("E507", part=path, line=max(line, 1), column=max(column, 1))
            continue
        # In UTF-16 the bytes looked for above are others.
        if tree.getroottree().docinfo.internalDTD is not None:
            watch.error("E505", part=path)
            continue
        trees[path] = tree
    return None if watch.failed else trees


def _source(path: str) -> str:
    """The part whose relationships stand in `path` ("" for the package's own)."""
    folder, name = posixpath.split(path)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _relationships(path: str, tree: Element) -> dict[str, Relationship]:
    base = posixpath.dirname(_source(path))
    found: dict[str, Relationship] = {}
    for entry in tree:
        if local(entry) != "Relationship":
            continue
        target = str(entry.get("Target", ""))
        external = entry.get("TargetMode", "Internal") != "Internal"
        if not external:
            target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
        kind = str(entry.get("Type", "")).rpartition("/")[2]
        found[str(entry.get("Id", ""))] = Relationship(kind, target, external)
    return found


def _types(tree: Element, parts: Mapping[str, bytes]) -> dict[str, str]:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for entry in tree:
        kind = str(entry.get("ContentType", ""))
        if local(entry) == "Default":
            defaults[str(entry.get("Extension", "")).lower()] = kind
        elif local(entry) == "Override":
            overrides[str(entry.get("PartName", "")).removeprefix("/")] = kind
    return {path: overrides.get(path, defaults.get(path.rpartition(".")[2].lower(), "")) for path in parts}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as an archive, the same bytes each time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return target.getvalue()
