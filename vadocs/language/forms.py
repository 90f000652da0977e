"""The choices that callers name: genders, forms, conjunctions; and the space that does not break."""

from typing import Literal

Gender = Literal["masculine", "feminine"]

Form = Literal["both", "figures", "words"]
"""How an amount stands: contracts print figures and words, so that neither can be altered alone."""

DateForm = Literal["long", "short", "counted", "unbroken"]
"""`counted` is that of closing formulas, with its preposition: a los 21 días del mes de noviembre de 2026."""

Conjunction = Literal["and", "or"]

NBSP = "\u00a0"
"""No-break space: between figures and their unit, symbol or noun, which no line end may part."""


def word_table(text: str) -> tuple[str, ...]:
    """The words of a table kept as running text."""
    return tuple(text.split())


def both_ways(words: str, figures: str) -> str:
    """Words, then figures in parentheses."""
    return f"{words} ({figures})"
