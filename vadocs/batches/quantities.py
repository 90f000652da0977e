"""Counts, rates and durations as people read them, in the language of the screen."""

_GROUPS = {"es": "\u00a0", "en": ","}
"""What stands between thousands."""
_LEAST_GROUPED = {"es": 10_000, "en": 1_000}
"""From where on they are parted: Spanish leaves four figures together."""


def whole(number: int, language: str) -> str:
    """A count with its thousands parted: `12 500`, `12,500`."""
    return f"{number:,}".replace(",", _GROUPS[language]) if number >= _LEAST_GROUPED[language] else str(number)


def decimal(number: float, digits: int, language: str) -> str:
    """A number with so many decimals, after a comma in Spanish."""
    text = f"{number:.{digits}f}"
    return text.replace(".", ",") if language == "es" else text


def rate(number: float, language: str) -> str:
    """So many a minute: whole from ten on."""
    return whole(round(number), language) if number >= 10 else decimal(number, 1, language)


def duration(seconds: float, language: str) -> str:
    """A time in the two largest units that tell something: `0,21 s`, `4,2 s`, `42 s`, `15 min 20 s`, `2 h 5 min`.

    An integer has no decimals.
    """
    if isinstance(seconds, float) and seconds < 9.95:
        return f"{decimal(seconds, 2 if seconds < 0.995 else 1, language)} s"
    rounded = round(seconds)
    minutes, rest = divmod(rounded, 60)
    if rounded < 60:
        return f"{rounded} s"
    if rounded < 3600:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
