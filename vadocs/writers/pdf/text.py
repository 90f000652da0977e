"""Runs of text -> text-showing operators: font, codes, kerning (ISO 32000-1, 9.4.3)."""

import re
from collections.abc import Mapping

from vadocs.model.pages import Glyphs
from vadocs.writers.pdf.fonts import HYPHENATED, Fonts, codes
from vadocs.writers.pdf.objects import literal, number

_WORDS = re.compile("[^ ]+ ?| ")
"""A word with the space after it: the unit that is encoded once a document."""

Pairs = Mapping[str, float]


class _Words(dict[str, str]):
    """Words as they stand between `[(` and `)] TJ` after the character `before`, made when first asked for."""

    def __init__(self, before: str, pairs: Pairs) -> None:
        super().__init__()
        self._before = before
        self._pairs = pairs

    def __missing__(self, word: str) -> str:
        shown = self[word] = _adjusted(self._before, word, self._pairs)
        return shown


class Setter:
    """Shows runs in the fonts of one file; `pairs` is `Pages.pairs`. Encoded words are kept for the file."""

    def __init__(self, fonts: Fonts, pairs: Mapping[str, Pairs]) -> None:
        self._fonts = fonts
        self._pairs = pairs
        self._words: dict[tuple[str, str], _Words] = {}
        self._font: tuple[str, float] | None = None

    def begin_page(self) -> None:
        """A page sets its first font anew."""
        self._font = None

    def show(self, run: Glyphs) -> str:
        """The operators that show a run from where the text stands; a broken word ends in a soft hyphen."""
        pairs = self._pairs.get(run.face) if run.kerned else None
        text = run.text + HYPHENATED if run.hyphen else run.text
        found = []
        before = ""
        for label, stretch in self._fonts.stretches(run.face, text):
            font = (label, run.size)
            if font != self._font:
                self._font = font
                found.append(f"/{label} {number(run.size)} Tf")
            if pairs and stretch:
                found.append(f"[({self._kerned(run.face, pairs, before, stretch)})] TJ")
            else:
                found.append(f"({literal(codes(stretch))}) Tj")
            before = stretch[-1:]
        shown = " ".join(found)
        return f"{number(run.space)} Tw {shown} 0 Tw" if run.space else shown

    def _kerned(self, face: str, pairs: Pairs, before: str, text: str) -> str:
        """`text` after the character `before`, with its adjustments, as what stands between `[(` and `)] TJ`."""
        words = _WORDS.findall(text)
        first = self._after(face, pairs, before)[words[0]]
        return first + "".join(map(self._after(face, pairs, " ").__getitem__, words[1:]))

    def _after(self, face: str, pairs: Pairs, before: str) -> _Words:
        words = self._words.get((face, before))
        if words is None:
            words = self._words[face, before] = _Words(before, pairs)
        return words


def _adjusted(before: str, word: str, pairs: Pairs) -> str:
    """The codes of `word` with the adjustment of each pair before its second character.

    TJ moves to the left what `Pages.pairs` moves to the right.
    """
    text = before + word
    first = len(before)
    cuts = [at - first for at in range(1, len(text)) if text[at - 1 : at + 1] in pairs]
    if not cuts:
        return literal(codes(word))
    ends = [*cuts[1:], len(word)]
    found = [literal(codes(word[: cuts[0]]))]
    for at, end in zip(cuts, ends, strict=True):
        kern = pairs[text[at + first - 1 : at + first + 1]]
        found.append(f") {number(-kern)} ({literal(codes(word[at:end]))}")
    return "".join(found)
