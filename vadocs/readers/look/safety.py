"""What a template must not hold: anything that runs, or that fetches something from outside."""

import re

from vadocs.readers.look.package import Package, Relationship
from vadocs.readers.look.watch import Watch
from vadocs.readers.look.xml import Element, W, local, w

_VML = "urn:schemas-microsoft-com:vml"
_ADDRESS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_REFUSED = {
    "vbaProject": "E511", "wordVbaData": "E511", "keyMapCustomizations": "E511", "attachedToolbars": "E511",
    "extensibility": "E511", "webextension": "E511", "webextensiontaskpanes": "E511",
    "oleObject": "E512", "package": "E512",
    "aFChunk": "E513",
    "attachedTemplate": "E514",
    "control": "E515", "activeXControlBinary": "E515",
    "subDocument": "E516", "frame": "E516", "mailMergeSource": "E516", "mailMergeHeaderSource": "E516",
    "recipientData": "E516", "transform": "E516", "externalLink": "E516",
}  # fmt: skip
"""Kinds of relationships, by the last word of their type, that a template must not have."""
_ELEMENTS = {
    "object": "E512", "OLEObject": "E512", "altChunk": "E513", "attachedTemplate": "E514", "control": "E515",
    "subDoc": "E516", "mailMerge": "E516", "frameset": "E516",
}  # fmt: skip
_FIELDS = frozenset(
    [
        "DDE",
        "DDEAUTO",
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "INCLUDE",
        "LINK",
        "IMPORT",
        "DATABASE",
        "MACROBUTTON",
        "EMBED",
        "CONTROL",
        "ASK",
        "FILLIN",
        "MERGEFIELD",
        "GOTOBUTTON",
        "PRINT",
        "HTMLACTIVEX",
        "RD",
    ]
)
"""Fields that run, ask or fetch something when Word updates them."""
_MACRO_TYPES = ("macroenabled", "vbaproject", "vbadata")


def refuse(package: Package, watch: Watch) -> None:
    """Report each unsafe thing in the package, and each part that is missing, as an error that names it."""
    for path, kind in package.types.items():
        if any(word in kind.lower() for word in _MACRO_TYPES):
            watch.error("E511", part=path)
        elif "activex" in kind.lower():
            watch.error("E515", part=path)
    for source, entries in package.relationships.items():
        for entry in entries.values():
            if not entry.external and package.types.get(entry.target) == "":
                watch.error("E538", part=entry.target)
            _relationship(source or "_rels/.rels", entry, watch)
            if not entry.external and entry.kind != "hyperlink" and entry.target not in package.parts:
                watch.error("E509", part=source or "_rels/.rels", target=entry.target)
    for path, tree in package.trees.items():
        _elements(path, tree, watch)


def _relationship(source: str, entry: Relationship, watch: Watch) -> None:
    if entry.kind in _REFUSED:
        watch.error(_REFUSED[entry.kind], part=f"{source} → {entry.target}" if entry.external else entry.target)
    elif entry.external and not (entry.kind == "hyperlink" and _ADDRESS.match(entry.target)):
        watch.error("E510", part=source, kind=entry.kind, target=entry.target[:120])


def _elements(path: str, tree: Element, watch: Watch) -> None:
    names = [w(name) for name in _ELEMENTS] + ["{urn:schemas-microsoft-com:office:office}OLEObject"]
    for element in tree.iter(*names):
        watch.error(_ELEMENTS[local(element)], part=path)
    for element in tree.iter(f"{{{_VML}}}*"):
        if element.get("src"):
            watch.error("E510", part=path, kind=f"v:{local(element)}", target=str(element.get("src"))[:120])
    for instruction in _instructions(tree):
        command, _, rest = instruction.strip().partition(" ")
        if command.upper().lstrip("\\") in _FIELDS:
            watch.error("E517", part=path, field=command.upper())
        elif command.upper() == "HYPERLINK" and (target := _linked(rest)):
            watch.error("E510", part=path, kind="HYPERLINK", target=target[:120])


def _linked(instruction: str) -> str:
    """The target of a HYPERLINK field (17.16.5.25) that is neither an address nor a place in the document; else ""."""
    target = next((word.strip('"') for word in instruction.split() if not word.startswith("\\")), "")
    inside = instruction.lstrip().startswith("\\l")
    return "" if inside or _ADDRESS.match(target) else target


def _instructions(tree: Element) -> list[str]:
    """The instruction of every field; runs of one complex field are joined, since Word splits them anywhere."""
    if W not in tree.nsmap.values():
        return []
    found = [str(field.get(w("instr"), "")) for field in tree.iter(w("fldSimple"))]
    open_fields: list[list[str]] = []
    for element in tree.iter(w("fldChar"), w("instrText"), w("delInstrText")):
        kind = element.get(w("fldCharType")) if element.tag == w("fldChar") else None
        if kind == "begin":
            open_fields.append([])
        elif kind in ("separate", "end") and open_fields:
            found.append("".join(open_fields[-1]))
            open_fields[-1:] = [] if kind == "end" else [[]]
        elif kind is None and open_fields:
            open_fields[-1].append(element.text or "")
        elif kind is None:
            found.append(element.text or "")
    return found + ["".join(parts) for parts in open_fields]


def compatibility(settings: Element | None) -> int:
    """The version of Word whose layout rules the document asks for (15: Word 2013 and later); 12 if unsaid."""
    for entry in () if settings is None else settings.iter(w("compatSetting")):
        if entry.get(w("name")) == "compatibilityMode":
            number = str(entry.get(w("val"), ""))
            return int(number) if number.isdigit() else 12
    return 12
