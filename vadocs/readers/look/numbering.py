"""The template's lists (`numbering.xml`, 17.9): levels by list name, and the indents that they set."""

from copy import deepcopy
from dataclasses import dataclass

from vadocs.readers.look.paragraphs import Indents, read_indents
from vadocs.readers.look.watch import Place, Watch, level
from vadocs.readers.look.xml import Element, child, children, integer, local, value, w

FORMATS = frozenset(["decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "bullet", "none"])
_NEUTRAL = frozenset(["start", "numFmt", "pStyle", "suff", "lvlText", "lvlJc", "pPr", "rPr"])
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢", "\uf076": "❖",
            "\uf02d": "–"}
"""Word's own bullets in Symbol and Wingdings, whose codes mean nothing in another face."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level as the file has it; `style` is a style's id, `run` its `w:rPr`."""

    format: str
    text: str
    style: str | None
    indents: Indents
    suffix: str
    alignment: str
    run: Element | None


@dataclass(frozen=True, slots=True)
class List:
    """A list: its name ("numId 3" if it has none) and levels."""

    name: str
    levels: tuple[Level, ...]


@dataclass(slots=True)
class Lists:
    """The lists of a template, read when first asked for: only used ones are judged."""

    tree: Element | None
    watch: Watch
    _read: dict[str, List | None]

    def by_number(self, number: str) -> List | None:
        """The list of a `w:numId`; None for "0" (no numbering) or an unknown one."""
        if number not in self._read:
            self._read[number] = self._list(number)
        return self._read[number]

    def named(self) -> dict[str, str]:
        """The `w:numId` of each list that has a name: the first that stands for it."""
        found: dict[str, str] = {}
        names = {abstract.get(w("abstractNumId")): value(abstract, "name") for abstract in self._all("abstractNum")}
        for entry in self._all("num"):
            name = names.get(value(entry, "abstractNumId"))
            if name:
                found.setdefault(name, str(entry.get(w("numId"))))
        return found

    def _all(self, name: str) -> list[Element]:
        return [] if self.tree is None else self.tree.findall(w(name))

    def _list(self, number: str) -> List | None:
        entry = next((e for e in self._all("num") if e.get(w("numId")) == number), None)
        wanted = value(entry, "abstractNumId")
        abstract = next((a for a in self._all("abstractNum") if a.get(w("abstractNumId")) == wanted), None)
        if entry is None or abstract is None:
            return None
        name = value(abstract, "name") or f"numId {number}"
        for other in (*entry.findall(w("lvlOverride")), *abstract.findall(w("numStyleLink"))):
            self.watch.unfollowed(Place("W501", name), other, "val")
        return List(name, tuple(_level(name, element, self.watch) for element in abstract.findall(w("lvl"))))


def read_lists(tree: Element | None, watch: Watch) -> Lists:
    """The lists of `numbering.xml`, None for a template without."""
    return Lists(tree, watch, {})


def _level(name: str, element: Element, watch: Watch) -> Level:
    place = level(name, (integer(element, "ilvl") or 0) + 1)
    for entry in element:
        if local(entry) and local(entry) not in _NEUTRAL:
            watch.unfollowed(place, entry, "val")
    start = child(element, "start")
    if start is not None and integer(start) != 1:
        watch.unfollowed(place, start, "val")
    form, suffix = value(element, "numFmt") or "decimal", value(element, "suff") or "tab"
    if form not in FORMATS:
        watch.unfollowed(place, f'w:numFmt w:val="{form}"')
    indents: Indents = {}
    for entry in children(element, "pPr"):
        if local(entry) == "ind":
            indents = read_indents(entry, place, watch)
        elif local(entry) != "tabs":
            watch.unfollowed(place, entry)
    justified = {"start": "left", "end": "right"}.get(value(element, "lvlJc") or "left", value(element, "lvlJc"))
    said = value(element, "lvlText") or ""
    text, run = _text(said, place, watch), child(element, "rPr")
    if text != said and run is not None:
        run = _without_font(run)
    return Level(form, text, value(element, "pStyle"), indents, suffix, justified or "left", run)


def _without_font(run: Element) -> Element:
    """A label's look in the face of its paragraph: its own was that of a symbol that is no more."""
    found = deepcopy(run)
    for font in found.findall(w("rFonts")):
        found.remove(font)
    return found


def _text(text: str, place: Place, watch: Watch) -> str:
    """The label's text; a bullet out of Symbol or Wingdings becomes the like of it, with a warning."""
    if not any("\uf000" <= character <= "\uf0ff" for character in text):
        return text
    watch.unfollowed(place, f'w:lvlText w:val="U+{ord(text[0]):04X}"')
    return "".join(_SYMBOLS.get(c, "•") if "\uf000" <= c <= "\uf0ff" else c for c in text)
