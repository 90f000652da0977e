"""The provider's accent laid over a template: what has the look's own accent, or derives from it, takes the new one.

A template's accent is colour 1 of its theme (`accent1`). One without a theme says in its properties which of its plain
colours is the accent (`vadocs.accent`) and which derive from it (`vadocs.accent.derived`): these get a theme, and keep
how light they are. Text that would be hard to read is made darker, in the template: so Word and PDF show the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from vadocs.model.palette import LEAST_CONTRAST, contrast
from vadocs.readers.look.package import Package
from vadocs.readers.look.theme import Theme, lightness, read_theme, tinted
from vadocs.readers.look.xml import A, Element, child, local, w

ACCENT = "accent1"
OWN, DERIVED = "vadocs.accent", "vadocs.accent.derived"
"""The properties of a look without a theme: its accent; the colours that derive from it, parted by spaces."""

ON_AREA = 5.5
"""Contrast of text whose colour gives way on an area of the accent: a little more, since both are of one hue."""
_STEPS = range(255, -1, -1)
_WHITE = "FFFFFF"
_STORIES = ("styles", "numbering")


@dataclass(frozen=True, slots=True)
class Recoloured:
    """What was done: whether anything took the accent, and in which colour text is that would be hard to read."""

    changed: bool
    text: str | None


def recolour(package: Package, accent: str) -> Recoloured:
    """Lay `accent`, six hexadecimal digits, over the trees of `package`."""
    tree, said = package.tree("theme"), properties(package)
    theme = read_theme(tree, package.tree("settings"))
    own = said.get(OWN, theme.colours.get(ACCENT, ""))
    for entry in () if tree is None else tree.iter(f"{{{A}}}{ACCENT}"):
        entry[:] = [entry.makeelement(f"{{{A}}}srgbClr", {"val": accent})]
    new = replace(theme, colours={**theme.colours, ACCENT: accent})
    brush = _Brush(accent, frozenset((own, *said.get(DERIVED, "").split())) - {""}, new, own)
    roots = list(_roots(package))
    for root in roots:
        brush.areas(root)
    for root in roots:
        brush.texts(root)
    return Recoloured(brush.changed, brush.darkened)


def properties(package: Package) -> Mapping[str, str]:
    """The texts of the template's own properties (docProps/custom.xml) by name."""
    targets = [entry.target for entry in package.relationships[""].values() if entry.kind == "custom-properties"]
    trees = [package.trees[target] for target in targets if target in package.trees]
    return {str(each.get("name")): "".join(str(text) for text in each.itertext()) for tree in trees for each in tree}


def _roots(package: Package) -> Iterator[Element]:
    yield from (tree for kind in _STORIES if (tree := package.tree(kind)) is not None)
    yield from (package.trees[path] for path in sorted(package.stories) if path in package.trees)


@dataclass(slots=True)
class _Brush:
    """Gives elements the accent. `plain`: the colours that are the accent or derive from it; `own`: the accent."""

    accent: str
    plain: frozenset[str]
    theme: Theme
    own: str
    changed: bool = False
    darkened: str | None = None
    grounds: set[str] = field(default_factory=lambda: {_WHITE})
    """What stands behind text: the paper and the tints of the accent, not the accent itself."""

    def areas(self, root: Element) -> None:
        """Fills and strokes keep the colour, however light."""
        for element in root.iter():
            if local(element) == "shd":
                found = self._painted(element, "fill", "themeFill")
                if found is not None and found != self.accent:
                    self.grounds.add(found)
            elif local(element) != "color" and element.get(w("color")) is not None:
                self._painted(element, "color", "theme")

    def texts(self, root: Element) -> None:
        """Texts: those in the accent, and those that stand on an area that took it."""
        for element in root.iter(w("color")):
            own = self._painted(element, "val", "theme")
            area = _area(element)
            ground = None if area is None else self.theme.colour(area, "fill", "themeFill")
            touched = area is not None and area.get(w("themeFill")) == ACCENT
            colour = own or self.theme.colour(element)
            if colour is None or (own is None and not touched):
                continue
            grounds = self.grounds if ground is None else {ground}
            if _least(colour, grounds) < LEAST_CONTRAST:
                self._darken(element, grounds, ON_AREA if touched else LEAST_CONTRAST)
                if colour == self.accent and not touched:
                    self.darkened = element.get(w("val"))

    def _painted(self, element: Element, plain: str, prefix: str) -> str | None:
        """The element's new colour, put there; None where it has nothing to do with the accent."""
        name = w("themeColor" if prefix == "theme" else prefix)
        if element.get(name) is None and (element.get(w(plain)) or "").upper() in self.plain:
            self._derive(element, str(element.get(w(plain))).upper(), name, prefix)
        if element.get(name) != ACCENT:
            return None
        self.changed = True
        colour = self.theme.colour(element, plain, prefix)
        element.set(w(plain), str(colour))
        return colour

    def _derive(self, element: Element, old: str, name: str, prefix: str) -> None:
        """The theme's accent as light as `old` was; the accent itself where `old` was that."""
        element.set(name, ACCENT)
        here, wanted = lightness(self.accent), lightness(old)
        if old == self.own or abs(here - wanted) < 1 / 255:
            return
        if wanted > here:
            element.set(w(f"{prefix}Tint"), f"{round((1 - wanted) / (1 - here) * 255):02X}")
        else:
            element.set(w(f"{prefix}Shade"), f"{round(wanted / here * 255):02X}")

    def _darken(self, element: Element, grounds: Iterable[str], least: float) -> None:
        """The accent, darker or else lighter, until its contrast with each of `grounds` is `least` or near it."""
        name, step, colour = max(_variants(self.accent), key=lambda each: min(least, _least(each[2], grounds)))
        for each in ("themeTint", "themeShade"):
            if element.get(w(each)) is not None:
                del element.attrib[w(each)]
        element.set(w("themeColor"), ACCENT)
        element.set(w(name), f"{step:02X}")
        element.set(w("val"), colour)


@lru_cache(maxsize=16)
def _variants(accent: str) -> tuple[tuple[str, int, str], ...]:
    """(attribute, its value, colour) of the accent's shades, the lightest first, then of its tints."""
    shades = (("themeShade", step, tinted(accent, None, step / 255)) for step in _STEPS)
    tints = (("themeTint", step, tinted(accent, step / 255, None)) for step in _STEPS)
    return (*shades, *tints)


def _least(colour: str, grounds: Iterable[str]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def _area(element: Element) -> Element | None:
    """The shading of the style, part of a table style or paragraph whose text has the colour `element`."""
    holder = next(element.iterancestors(w("style"), w("tblStylePr"), w("p")), None)
    found = child(holder, "pPr", "shd")
    return child(holder, "tcPr", "shd") if found is None else found
