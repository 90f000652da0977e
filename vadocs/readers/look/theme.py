"""Fonts and colours of the theme, with tint and shade."""

import colorsys
import re
from dataclasses import dataclass, field

from vadocs.readers.look.xml import A, BadValue, Element, local, shown, w

_SCHEME = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
}  # fmt: skip
"""Word's names of theme colours as the theme has them; text and background by `w:clrSchemeMapping`'s default."""
_HEX = re.compile("[0-9A-Fa-f]{6}")
_MAPPED = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}


@dataclass(frozen=True, slots=True)
class Theme:
    """`fonts` by "major" and "minor"; `colours` by the theme's own names (dk1, accent1), six digits."""

    fonts: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)

    def font(self, name: str | None) -> str | None:
        """The family for `minorHAnsi`, `majorAscii`, …; None if the theme has none."""
        return None if name is None else self.fonts.get(name[:5])

    def colour(self, element: Element, plain: str = "val", prefix: str = "theme") -> str | None:
        """The colour that `element` gives in attribute `plain` or by the theme; None if neither is there.

        `prefix` "theme" reads themeColor, themeTint, themeShade; "themeFill" the fill's. "auto" is black.
        """
        name = element.get(w("themeColor" if prefix == "theme" else prefix))
        if name is not None:
            found = self.colours.get(self.mapping.get(name) or _SCHEME.get(name, name))
            if found is not None:
                return tinted(found, _part(element, f"{prefix}Tint"), _part(element, f"{prefix}Shade"))
        text = element.get(w(plain))
        if text is None or text == "auto":
            return None if text is None else "000000"
        if not _HEX.fullmatch(text):
            raise BadValue(shown(element, plain))
        return text.upper()


def read_theme(tree: Element | None, settings: Element | None) -> Theme:
    """The theme of a template; an empty one if it has none."""
    if tree is None:
        return Theme()
    fonts = {
        kind: str(latin.get("typeface"))
        for kind in ("major", "minor")
        for latin in tree.iterfind(f".//{{{A}}}{kind}Font/{{{A}}}latin")
        if latin.get("typeface")
    }
    colours: dict[str, str] = {}
    for scheme in tree.iterfind(f".//{{{A}}}clrScheme"):
        for entry in scheme:
            for colour in entry:
                text = str(colour.get("lastClr") or colour.get("val"))
                colours[local(entry)] = text.upper() if _HEX.fullmatch(text) else "000000"
    return Theme(fonts, colours, _mapping(settings))


def _mapping(settings: Element | None) -> dict[str, str]:
    """`w:clrSchemeMapping` (17.15.1.20): which theme colour text and background are."""
    entry = None if settings is None else settings.find(w("clrSchemeMapping"))
    if entry is None:
        return {}
    pairs = ((name, entry.get(w(short))) for name, short in _MAPPED.items())
    return {name: _SCHEME.get(value, value) for name, value in pairs if value is not None}


def _part(element: Element, attribute: str) -> float | None:
    """A tint or shade, two hexadecimal digits, as a part of 255; None if absent."""
    text = element.get(w(attribute))
    if text is None:
        return None
    if not re.fullmatch("[0-9A-Fa-f]{1,2}", text):
        raise BadValue(shown(element, attribute))
    return int(text, 16) / 255


def tinted(colour: str, tint: float | None, shade: float | None) -> str:
    """A colour made lighter or darker (17.3.2.6, themeTint and themeShade): parts of its HSL lightness."""
    hue, light, saturation = _hls(colour)
    if tint is not None:
        light = light * tint + 1 - tint
    if shade is not None:
        light *= shade
    return "".join(f"{round(c * 255):02X}" for c in colorsys.hls_to_rgb(hue, light, saturation))


def lightness(colour: str) -> float:
    """How light a colour is in HSL, from 0 (black) to 1 (white)."""
    return _hls(colour)[1]


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)
