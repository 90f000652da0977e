"""Runs of text -> text-showing operators: font, codes, kerning (ISO 32000-1, 9.4.3)."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from itertools import chain
from operator import add

from vadocs.model.pages import Glyphs, Kerning
from vadocs.writers.pdf.fonts import HYPHENATED, Fonts, codes
from vadocs.writers.pdf.objects import literal, number

_WORDS = re.compile("[^ ]+ ?| ")
"""A word with the space after it: the unit that is encoded once."""

_WORDS_KEPT, _LINES_KEPT = 20_000, 8_000
"""How many words (and pairs) and how many lines of a face are kept between files: some 3 MB each."""


class _Made(dict[str, str]):
    """Texts by what they are made of, made when first asked for; those beyond `kept` forget all others."""

    def __init__(self, make: Callable[[str], str], kept: int = _WORDS_KEPT) -> None:
        super().__init__()
        self._make = make
        self._kept = kept

    def __missing__(self, key: str) -> str:
        if len(self) >= self._kept:
            self.clear()
        made = self[key] = self._make(key)
        return made


class Setter:
    """Shows runs in the fonts of one file; `pairs` is `Pages.pairs`."""

    def __init__(self, fonts: Fonts, pairs: Mapping[str, Kerning]) -> None:
        self._fonts = fonts
        self._pairs = pairs
        self._shown: dict[tuple[str, str, bool], list[tuple[str, str]]] = {}
        """By face, text and kerning: (font resource, operator) of each stretch. Many runs come again."""
        self._font: tuple[str, float] | None = None

    def begin_page(self) -> None:
        """A page sets its first font anew."""
        self._font = None

    def show(self, run: Glyphs) -> str:
        """The operators that show a run from where the text stands; a broken word ends in a soft hyphen."""
        text = run.text + HYPHENATED if run.hyphen else run.text
        key = (run.face, text, run.kerned)
        stretches = self._shown.get(key)
        if stretches is None:
            stretches = self._shown[key] = self._stretches(*key)
        shown = ""
        for label, operator in stretches:
            if (label, run.size) != self._font:
                self._font = (label, run.size)
                shown += f" /{label} {number(run.size)} Tf"
            shown += f" {operator}"
        return f"{number(run.space)} Tw{shown} 0 Tw" if run.space else shown[1:]

    def _stretches(self, face: str, text: str, kerned: bool) -> list[tuple[str, str]]:
        stretches = self._fonts.stretches(face, text)
        pairs = self._pairs.get(face) if kerned else None
        if pairs is None:
            return [(label, f"({literal(codes(stretch))}) Tj") for label, stretch in stretches]
        kerner, before, found = _kerner(pairs), "", []
        for label, stretch in stretches:
            found.append((label, kerner.show(before, stretch)))
            before = stretch[-1:]
        return found


class _Kerner:
    """Shows text in one face with its kerning. What was made is kept for the next file."""

    def __init__(self, pairs: Kerning) -> None:
        self._pairs = pairs
        self._codes = _Made(_code)
        self._adjustments = _Made(self._adjustment)
        self._opening = _Made(partial(self._word, ""))
        self._following = _Made(partial(self._word, " "))
        self._lines = _Made(partial(self._operator, ""), _LINES_KEPT)

    def show(self, before: str, text: str) -> str:
        """The operator that shows `text`, whose first character stands after `before` ("" for none)."""
        return self._operator(before, text) if before else self._lines[text]

    def _operator(self, before: str, text: str) -> str:
        first, *others = _WORDS.findall(text)
        shown = self._word(before, first) if before else self._opening[first]
        shown += "".join(map(self._following.__getitem__, others))
        # Only an adjustment or an escaped bracket ends so; TJ shows what has no adjustment too.
        return f"[({shown})] TJ" if ") " in shown else f"({shown}) Tj"

    def _word(self, before: str, word: str) -> str:
        """A word as it stands between `[(` and `)] TJ`: each character's code after its adjustment."""
        text = before + word
        kerned = map(self._adjustments.__getitem__, map(add, text, text[1:]))
        coded = map(self._codes.__getitem__, text[1:])
        shown = "".join(chain.from_iterable(zip(kerned, coded, strict=True)))
        return shown if before else self._codes[word[0]] + shown

    def _adjustment(self, two: str) -> str:
        """What stands between the codes of a pair. TJ moves to the left what `Kerning` moves to the right."""
        kern = self._pairs.pair(two) if two[1] != HYPHENATED else 0
        return f") {number(-kern)} (" if kern else ""


@lru_cache(maxsize=32)
def _kerner(pairs: Kerning) -> _Kerner:
    return _Kerner(pairs)


def _code(character: str) -> str:
    return literal(codes(character))
