"""Spanish words that change before or after another: y/e, o/u, del, al."""

import re
from collections.abc import Sequence

from vadocs.language.forms import Conjunction

_VOWELS = "aeiouáéíóúü"
# /i/ begins the word: i, í, hi, hí, or y before a consonant; not an i that glides into a vowel (hierro).
_I_SOUND = re.compile(rf"h?í|h?i(?![{_VOWELS}])|y(?![{_VOWELS}\W]|$)", re.IGNORECASE)
_O_SOUND = re.compile(r"h?[oó]", re.IGNORECASE)
# ocho, ochenta, ochocientos whatever follows; once alone or before thousands or millions: 11.000.
_O_FIGURE = re.compile(r"8|11(?:[.,\u00a0\u202f]?\d{3})*(?!\d)")
# Roman numerals sound as the number they write: II (dos), VIII (ocho), XI (once).
_ROMAN_WITH_I = re.compile(r"(?:I{1,3}|IV|IX)\b")
_ROMAN_WITH_O = re.compile(r"(?:VIII|XI)\b")
_MARKS = re.compile(r"^[\W_]+")
_PREPOSITION = re.compile(r"\b(?:de|a)$", re.IGNORECASE)


def conjunction(kind: Conjunction, next_word: str) -> str:
    """`y` or `e`, `o` or `u`, by the sound that follows (RAE, *Diccionario panhispánico de dudas*, y², o²).

    `next_word` may be a phrase; marks before it are passed over. Figures sound as they are read: 7 u 8.
    """
    word = _MARKS.sub("", next_word)
    if kind == "and":
        return "e" if _I_SOUND.match(word) and not _ROMAN_WITH_I.match(word) else "y"
    return "u" if any(sound.match(word) for sound in (_O_SOUND, _O_FIGURE, _ROMAN_WITH_O)) else "o"


def join(items: Sequence[str], kind: Conjunction) -> str:
    """`a, b y c`; with semicolons where an item holds a comma of its own."""
    if len(items) < 2:
        return "".join(items)
    commas = any(", " in item for item in items)
    mark = "; " if commas else ", "
    before_last = mark if commas and len(items) > 2 else " "
    return f"{mark.join(items[:-1])}{before_last}{conjunction(kind, items[-1])} {items[-1]}"


def join_article(before: str, article: str, noun: str) -> tuple[str, str]:
    """`de` or `a` at the end of `before` and the article `el` become `del`, `al`."""
    article = article.strip()
    text = before.rstrip()
    if article == "el" and text != before and _PREPOSITION.search(text, max(0, len(text) - 3)):
        return f"{text}l{before[len(text) :]}", noun
    return before, f"{article} {noun}" if article else noun
