"""Run properties (`w:rPr`, 17.3.2): what is followed, as changes that a style, level or run makes."""

from typing import TypedDict

from vadocs.model.look import RunStyle
from vadocs.readers.look.theme import Theme
from vadocs.readers.look.watch import Place, Watch
from vadocs.readers.look.xml import VAL, Element, flag, length, local, shown, switched_off, w


class RunChange(TypedDict, total=False):
    """What is said of a `model.look.RunStyle`'s fields; a key that is absent leaves what was there."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str
    underline: bool
    caps: bool
    small_caps: bool
    highlight: str | None
    kern: float | None


def merged(*changes: RunChange) -> RunChange:
    """The changes one after another."""
    result: RunChange = {}
    for change in changes:
        result.update(change)
    return result


def run_style(*changes: RunChange) -> RunStyle:
    """The characters that `changes` make of what Word takes where nothing is said: Times New Roman, 10 points."""
    change = merged(*changes)
    return RunStyle(
        font=change.get("font", "Times New Roman"),
        size=change.get("size", 10.0),
        bold=change.get("bold", False),
        italic=change.get("italic", False),
        colour=change.get("colour", "000000"),
        underline=change.get("underline", False),
        caps=change.get("caps", False),
        small_caps=change.get("small_caps", False),
        highlight=change.get("highlight"),
        kern=change.get("kern"),
    )


TOGGLES = ("bold", "italic", "caps", "small_caps")
"""Toggle properties (17.7.3) among those followed."""
_NEUTRAL = frozenset(["bCs", "iCs", "szCs", "lang", "noProof", "rStyle", "cs", "fitText", "webHidden", "rPrChange"])
_HARMLESS = {"w": "100", "position": "0", "spacing": "0", "vertAlign": "baseline", "em": "none", "effect": "none"}
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000",
    "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip


def read_run(properties: Element | None, theme: Theme, place: Place, watch: Watch) -> RunChange:
    """What `properties` change; each element not followed is a warning about `place`."""
    change: RunChange = {}
    for element in () if properties is None else properties:
        name = local(element)
        match name:
            case "rFonts":
                _font(element, change, theme, place, watch)
            case "b":
                change["bold"] = flag(element)
            case "i":
                change["italic"] = flag(element)
            case "caps":
                change["caps"] = flag(element)
            case "smallCaps":
                change["small_caps"] = flag(element)
            case "sz":
                change["size"] = length(element, unit=2) or 0.0
            case "kern":
                change["kern"] = length(element, unit=2) or None
            case "color":
                change["colour"] = theme.colour(element) or "000000"
            case "highlight" | "shd":
                change["highlight"] = fill(element, theme, place, watch)
            case "u":
                change["underline"] = _underline(element, place, watch)
            case _ if name and name not in _NEUTRAL and not switched_off(element):
                if _HARMLESS.get(name, "") != element.get(VAL, "-"):
                    watch.unfollowed(place, element, "val")
    return change


def _font(element: Element, change: RunChange, theme: Theme, place: Place, watch: Watch) -> None:
    """`w:rFonts`: the family of Latin text; a theme font goes before a name."""
    found = {
        script: theme.font(element.get(w(f"{script}Theme"))) or element.get(w(script)) for script in ("ascii", "hAnsi")
    }
    family = found["ascii"] or found["hAnsi"]
    if family is not None:
        change["font"] = family
    if found["ascii"] and found["hAnsi"] and found["ascii"] != found["hAnsi"]:
        watch.unfollowed(place, element, "hAnsi")


def fill(element: Element, theme: Theme, place: Place, watch: Watch) -> str | None:
    """The colour behind text: of `w:highlight` by its name, of `w:shd` its fill. None for none."""
    if local(element) == "highlight":
        return _HIGHLIGHTS.get(str(element.get(VAL)))
    if element.get(VAL) not in ("clear", "nil", None):
        watch.unfollowed(place, element, "val")
    if element.get(w("fill"), "auto") == "auto" and element.get(w("themeFill")) is None:
        return None
    return theme.colour(element, "fill", "themeFill")


def _underline(element: Element, place: Place, watch: Watch) -> bool:
    kind = element.get(VAL, "single")
    if kind not in ("single", "none"):
        watch.unfollowed(place, shown(element, "val"))
    return kind != "none"
