"""The section (`w:sectPr`, 17.6): page size, margins, and which headers and footers it has."""

from dataclasses import dataclass

from vadocs.model.look import Paper
from vadocs.readers.look.watch import SECTION, SETTINGS, Watch
from vadocs.readers.look.xml import (
    VAL,
    Element,
    R,
    attribute_on,
    child,
    children,
    flag,
    integer,
    length,
    local,
    shown,
    switched_off,
    w,
)

_FOLLOWED = frozenset(["headerReference", "footerReference", "pgSz", "pgMar", "titlePg"])
_WORD = {"top": 72.0, "right": 72.0, "bottom": 72.0, "left": 72.0, "header": 36.0, "footer": 36.0}
_BETWEEN = 36.0
MOST_COLUMNS = 3

_SETTINGS = [
        "evenAndOddHeaders", "mirrorMargins", "gutterAtTop", "bookFoldPrinting",
        "bookFoldRevPrinting", "printTwoOnOne", "doNotHyphenateCaps", "consecutiveHyphenLimit",
        "hyphenationZone", "updateFields", "revisionView", "trackRevisions", "documentProtection"
]  # fmt: skip
"""Settings that change lines, pages or headers, or what happens at opening."""


@dataclass(frozen=True, slots=True)
class Section:
    """The paper; `first` whether the first page has its own header and footer; `references` relationship ids
    by ("header" or "footer", "default" or "first")."""

    paper: Paper
    first: bool
    references: dict[tuple[str, str], str]


def read_section(document: Element, watch: Watch) -> Section | None:
    """The document's one section; None with an error if it has none. A further one is a warning."""
    found = list(document.iter(w("sectPr")))
    if not found:
        watch.error("E525")
        return None
    section = found[-1]
    if len(found) > 1:
        watch.unfollowed(SECTION, f"w:sectPr ({len(found)})")
    references: dict[tuple[str, str], str] = {}
    first = False
    for element in section:
        match local(element):
            case "headerReference" | "footerReference" as name:
                _reference(element, name.removesuffix("Reference"), references, watch)
            case "titlePg":
                first = flag(element)
            case "cols" if (integer(element, "num") or 1) > MOST_COLUMNS or not _even(element):
                watch.unfollowed(SECTION, element, "num", "equalWidth", "sep")
            case name if name and name not in _FOLLOWED and not _harmless(element, name):
                watch.unfollowed(SECTION, element, "val", "num", "type", "start", "fmt")
    return Section(_paper(section, watch), first, references)


def _reference(element: Element, part: str, references: dict[tuple[str, str], str], watch: Watch) -> None:
    kind = str(element.get(w("type"), "default"))
    if kind == "even":
        watch.unfollowed(SECTION, element, "type")
        return
    references[part, kind] = str(element.get(f"{{{R}}}id"))


def _even(columns: Element) -> bool:
    """Whether columns are equally wide and nothing stands between them (17.6.4)."""
    return columns.get(w("equalWidth")) not in ("0", "false", "off") and not attribute_on(columns, "sep")


def _harmless(element: Element, name: str) -> bool:
    """Whether an element says only what holds anyway or is read elsewhere: columns, the next page, no line grid."""
    match name:
        case "cols":
            return True
        case "docGrid":
            return element.get(w("type"), "default") == "default"
        case "type":
            return element.get(VAL, "nextPage") == "nextPage"
        case "pgNumType":
            return all(element.get(w("fmt")) == "decimal" and name == w("fmt") for name in element.attrib)
        case "vAlign":
            return element.get(VAL) == "top"
        case "textDirection":
            return element.get(VAL) == "lrTb"
        case "footnotePr" | "endnotePr" | "formProt" | "noEndnote" | "sectPrChange" | "printerSettings" | "paperSrc":
            return True
        case _:
            return switched_off(element)


def _paper(section: Element, watch: Watch) -> Paper:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width = length(size, "w") if size is not None else None
    height = length(size, "h") if size is not None else None
    found = dict(_WORD)
    if margins is not None:
        given = {name: length(margins, name) for name in found}
        found.update({name: points for name, points in given.items() if points is not None})
    if margins is not None and (length(margins, "gutter") or 0.0):
        watch.unfollowed(SECTION, margins, "gutter")
    for name in ("top", "bottom"):
        if found[name] < 0:
            # A negative margin lets header and text overlap (17.6.11).
            watch.unfollowed(SECTION, shown(margins, name) if margins is not None else name)
            found[name] = -found[name]
    columns, gap = _columns(child(section, "cols"))
    return Paper(width=width or 612.0, height=height or 792.0, **found, columns=columns, gap=gap)


def _columns(element: Element | None) -> tuple[int, float]:
    """How many columns there are, and the space between them; more or uneven ones are not followed."""
    count = 1 if element is None else integer(element, "num") or 1
    if element is None or count < 2 or count > MOST_COLUMNS or not _even(element):
        return 1, 0.0
    space = length(element, "space")
    return count, _BETWEEN if space is None else space


def read_settings(settings: Element | None, watch: Watch) -> bool:
    """Whether words are hyphenated (`w:autoHyphenation`). Settings that change pages are warnings."""
    if settings is None:
        return False
    for name in _SETTINGS:
        element = child(settings, name)
        if element is not None and not switched_off(element):
            watch.unfollowed(SETTINGS, element, "val")
    for entry in children(settings, "compat"):
        if local(entry) != "compatSetting" and not switched_off(entry):
            watch.unfollowed(SETTINGS, entry)
    hyphenation = child(settings, "autoHyphenation")
    return hyphenation is not None and flag(hyphenation)
