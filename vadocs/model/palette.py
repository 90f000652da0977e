"""The colours of a drawing, taken from the look, with contrast enough for who sees little (WCAG 2.2, 1.4.3, 1.4.11)."""

from vadocs.model import styles
from vadocs.model.drawing import Role
from vadocs.model.look import Look

LEAST_CONTRAST = 4.5
"""Of text and of what a drawing shows, against white paper; 3 would do for the latter."""

_TINT = 0.82
"""How far the pale tint is from the accent to white."""

_GRID = "C3C9D1"
"""Grid lines where the look's tables have none: what they carry is said by figures too."""


def palette(look: Look) -> dict[Role, str]:
    """Six hexadecimal digits for each role. The accent is that of the look's headings."""
    accent = _darkened(look.styles[styles.HEADINGS[1]].run.colour)
    inside = look.tables[styles.TABLE].borders.get("insideH")
    return {
        "ink": _darkened(look.styles[styles.TABLE_TEXT].run.colour),
        "muted": _darkened(look.styles[styles.NOTE].run.colour),
        "accent": accent,
        "quiet": _mixed(accent, _TINT),
        "rule": inside.colour if inside else _GRID,
    }


def contrast(colour: str, ground: str = "FFFFFF") -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, 0 to 1."""
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (0, 2, 4))


def _darkened(colour: str) -> str:
    """The colour, made darker until it stands out from the paper."""
    while contrast(colour) < LEAST_CONTRAST:
        colour = "".join(f"{int(channel * 0.94):02X}" for channel in _channels(colour))
    return colour


def _mixed(colour: str, white: float) -> str:
    return "".join(f"{round(channel + (255 - channel) * white):02X}" for channel in _channels(colour))
