"""Styles (`styles.xml`, 17.7): inheritance from docDefaults through `w:basedOn` to flat styles of a look."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vadocs.model.look import Border, CharacterStyle, NumberLevel, ParagraphStyle, RunStyle, Tab
from vadocs.readers.look.numbering import Level, List, Lists
from vadocs.readers.look.paragraphs import Change, Indents, ParagraphChange, read_paragraph
from vadocs.readers.look.runs import RunChange, merged, read_run, run_style
from vadocs.readers.look.theme import Theme
from vadocs.readers.look.watch import Place, Watch, style
from vadocs.readers.look.xml import Element, child, local, value, w

DEFAULTS = "docDefaults"
_NEUTRAL = frozenset(
    [
        "name",
        "aliases",
        "basedOn",
        "next",
        "link",
        "autoRedefine",
        "hidden",
        "uiPriority",
        "semiHidden",
        "unhideWhenUsed",
        "qFormat",
        "locked",
        "personal",
        "personalCompose",
        "personalReply",
        "rsid",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "tblStylePr",
    ]
)


@dataclass(frozen=True, slots=True)
class Own:
    """What one style says itself, without what it inherits."""

    run: RunChange
    paragraph: Change


@dataclass(slots=True)
class Sheet:
    """All styles of a template. A style is read when it is first asked for: only used ones are judged."""

    elements: Mapping[str, Element]
    names: Mapping[str, str]
    ids: Mapping[tuple[str, str], str]
    defaults: Own
    theme: Theme
    lists: Lists
    watch: Watch
    _own: dict[str, Own] = field(default_factory=dict)
    _chains: dict[str, list[str]] = field(default_factory=dict)
    _runs: dict[str, RunChange] = field(default_factory=dict)

    def id(self, kind: str, name: str) -> str | None:
        """The id of the style of that kind ("paragraph", "character", "table") and name, None if there is none.

        Word stores the names of built-in styles in lower case and shows others ("heading 1", "Heading 1").
        """
        return self.ids.get((kind, name.casefold()))

    def name(self, id: str) -> str:
        """The name of a style by its id."""
        return self.names.get(id, id)

    def chain(self, id: str) -> list[str]:
        """The ids from the base of all to the style itself; a ring is an error, cut where it closes."""
        if id in self._chains:
            return self._chains[id]
        found: list[str] = []
        current: str | None = id
        while current is not None and current in self.elements:
            if current in found:
                # Every style above the ring meets it; one name stands for it.
                self.watch.error("E524", style=self.name(min(found[found.index(current) :])))
                break
            found.append(current)
            current = value(self.elements[current], "basedOn")
        self._chains[id] = found[::-1]
        return self._chains[id]

    def own(self, id: str) -> Own:
        """What the style says itself."""
        if id not in self._own:
            element, place = self.elements[id], style(self.name(id))
            for entry in element:
                if local(entry) and local(entry) not in _NEUTRAL:
                    self.watch.unfollowed(place, entry)
            self._own[id] = Own(
                read_run(child(element, "rPr"), self.theme, place, self.watch),
                read_paragraph(child(element, "pPr"), self.theme, place, self.watch),
            )
        return self._own[id]

    def run(self, id: str) -> RunStyle:
        """The characters of a paragraph style."""
        return run_style(self.defaults.run, self.run_change(id))

    def run_change(self, id: str) -> RunChange:
        """What a style and its bases change. In one chain the later value of a toggle holds (17.7.3)."""
        if id not in self._runs:
            self._runs[id] = merged(*(self.own(link).run for link in self.chain(id)))
        return self._runs[id].copy()

    def paragraph(self, id: str, name: str, direct: Change | None = None) -> ParagraphStyle:
        """A paragraph style in full, under `name`; `direct` is what a paragraph says on top of it."""
        changes = [self.defaults.paragraph, *(self.own(link).paragraph for link in self.chain(id))]
        changes += [direct] if direct is not None else []
        plain: ParagraphChange = {}
        tabs: dict[float, Tab | None] = {}
        borders: dict[str, Border | None] = {}
        for change in changes:
            plain.update(change.plain)
            tabs.update(change.tabs)
            borders.update(change.borders)
        numbering = self._numbering(id, changes)
        return ParagraphStyle(
            name=name,
            run=self.run(id),
            **plain,
            **_indents(changes, numbering[1].levels[numbering[2]] if numbering else None),
            tabs=tuple(stop for _, stop in sorted(tabs.items()) if stop is not None),
            numbering=(numbering[1].name, numbering[2]) if numbering else None,
            borders={side: border for side, border in borders.items() if border is not None},
        )

    def _numbering(self, id: str, changes: list[Change]) -> tuple[str, List, int] | None:
        """The `w:numId`, list and level of a style. Word takes the level that names the style, else `w:ilvl`."""
        number, depth = None, 0
        for change in changes:
            if change.numbering is not None:
                number = change.numbering[0] or number
                depth = depth if change.numbering[1] is None else change.numbering[1]
        found = None if number is None else self.lists.by_number(number)
        if number is None or found is None:
            return None
        bound = next((at for at, level in enumerate(found.levels) if level.style == id), depth)
        return (number, found, bound) if bound < len(found.levels) else None

    def level(self, level: Level, place: Place) -> NumberLevel:
        """A level of a list for the look: its label looks like its style's text, with the level's changes."""
        bound = level.style if level.style in self.elements else None
        run = None
        if level.run is not None and bound is not None:
            change = read_run(level.run, self.theme, place, self.watch)
            run = run_style(self.defaults.run, self.run_change(bound), change)
        return NumberLevel(
            format=level.format,
            text=level.text,
            style=None if bound is None else self.name(bound),
            left=level.indents.get("left", 0.0),
            first_line=level.indents.get("first_line", 0.0),
            suffix="nothing" if level.suffix == "nothing" else "space" if level.suffix == "space" else "tab",
            alignment="right" if level.alignment == "right" else "center" if level.alignment == "center" else "left",
            run=run,
        )

    def character(self, id: str, name: str) -> CharacterStyle:
        """A character style: what it changes. What `CharacterStyle` has no field for is a warning."""
        change = self.run_change(id)
        for key, element in (("small_caps", "w:smallCaps"), ("kern", "w:kern")):
            if key in change:
                self.watch.unfollowed(style(name), element)
        return CharacterStyle(
            name=name,
            bold=change.get("bold"),
            italic=change.get("italic"),
            colour=change.get("colour"),
            underline=change.get("underline"),
            caps=change.get("caps"),
            size=change.get("size"),
            font=change.get("font"),
            highlight=change.get("highlight"),
        )


def _indents(changes: list[Change], level: Level | None) -> Indents:
    """Indents in Word's order: what is inherited, then the list's where the numbering is said, then what is said
    there or later."""
    merged: Indents = {}
    last = max((at for at, change in enumerate(changes) if change.numbering is not None), default=-1)
    for at, change in enumerate(changes):
        if at == last and level is not None:
            merged.update(level.indents)
        merged.update(change.indents)
    return merged


def read_styles(tree: Element | None, theme: Theme, lists: Lists, watch: Watch) -> Sheet:
    """The styles of `styles.xml`."""
    elements: dict[str, Element] = {}
    names: dict[str, str] = {}
    ids: dict[tuple[str, str], str] = {}
    for element in () if tree is None else tree.iterchildren(w("style")):
        id, kind = str(element.get(w("styleId"))), element.get(w("type"), "paragraph")
        elements[id], names[id] = element, value(element, "name") or id
        for name in (names[id], *(value(element, "aliases") or "").split(",")):
            ids.setdefault((kind, name.strip().casefold()), id)
        default = element.get(w("default"))
        if default in ("1", "true", "on"):
            ids[(kind, "")] = id
    place = style(DEFAULTS)
    run = read_run(child(tree, DEFAULTS, "rPrDefault", "rPr"), theme, place, watch)
    paragraph = read_paragraph(child(tree, DEFAULTS, "pPrDefault", "pPr"), theme, place, watch)
    return Sheet(elements, names, ids, Own(run, paragraph), theme, lists, watch)
