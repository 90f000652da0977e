"""Runs become words: parallel lists of parts, each with its width and what follows it.

A line may break at a space, after a hyphen or dash within a word, on both sides of a long dash: what
LibreOffice does of UAX #14, and no more (no break at a slash). Lists rather than objects: a paragraph is
measured and broken with a handful of passes that do not run in Python word by word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import add
from pathlib import Path

import pyphen

from vadocs.layout.shape import LINE, Run, Shape, Type

TAB = "\t"

NO, YES, SOFT = 0, 1, 2
"""Whether a line may break after a part: not, at will, with a hyphen (a soft one stands there)."""

SHORTEST = 5
"""Letters of the shortest word that is hyphenated (LibreOffice's setting; Word has none)."""

HYPHENATED_KEPT = 20_000
"""How many words pyphen may remember before it forgets all."""

_HYPHENS = ("-", "–", "‐")
_NEVER = re.compile(r"[@_\d]|\w[.:]\w|://")
_TIED = re.compile(r"[^\u00a0\u202f\u2007]+[\u00a0\u202f\u2007]?")
_LETTERS = re.compile(r"[^\W\d_]+")


Stretch = tuple[str, Type, str, int]
"""A run as far as setting it goes: its text, its type, its language, its number in the paragraph."""


def stretches(runs: Sequence[Run], first: int = 0) -> tuple[Stretch, ...]:
    """What of a paragraph's runs decides how it is set; numbers from `first`, one for neighbours of one ink."""
    found: list[Stretch] = []
    number, last = first, None
    for at, (text, ink) in enumerate(runs, first):
        if ink is not last:
            number, last = at, ink
        found.append((text, ink.type, ink.language, number))
    return tuple(found)


@dataclass(slots=True, eq=False)
class Voice:
    """What the words of neighbours in one ink share; `run` is the first one's number in the paragraph."""

    type: Type
    language: str
    run: int


class Words:
    """The words of a stretch of text without tabs and forced breaks.

    Of each part: its text and voice, its width, the `spaces` after it (a word space; between parts of one word the
    pair's kerning), `after` (the voice of that space, None where there is none), `breaks` (NO, YES, SOFT), and the
    `extra` room it needs where a line ends with it: what an italic leans, and what the next character of the same
    run draws the last one to itself. A part without voice is a gap (a logo). `plain`: one voice, all parts whole words.
    """

    __slots__ = ("after", "breaks", "ends", "extra", "parts", "places", "plain", "spaces", "voices", "widths")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.voices: list[Voice | None] = []
        self.widths: list[float] = []
        self.spaces: list[float] = []
        self.after: list[Voice | None] = []
        self.breaks: list[int] = []
        self.extra: list[float] = []
        self.plain = True
        self.places: list[float] = []
        self.ends: list[float] = []

    def add(self, text: str, voice: Voice) -> None:
        """Add a run. Its first word joins the last one of the run before where no space stands between."""
        kind = voice.type
        parts = text.split(" ")
        shapes = [*map(kind.words.__getitem__, parts)]
        joined = bool(self.parts) and self.after[-1] is None
        if joined:
            self.plain = False
            if parts[0]:
                can = self.parts[-1][-1:] in _HYPHENS and parts[0][0].isalnum()
                self.breaks[-1] = YES if can else NO
            else:
                del parts[0], shapes[0]
                self.after[-1], self.breaks[-1] = voice, YES
                self.spaces[-1] = kind.space + (shapes[0][2] if shapes else 0.0)
                joined = False
                if not parts:
                    return
        elif self.parts:
            self.plain = False
        ends_in_space = len(parts) > 1 and not parts[-1]
        if ends_in_space:
            del parts[-1], shapes[-1]
        self._extend(parts, shapes, voice, joined, ends_in_space)

    def _extend(self, parts: list[str], shapes: list[Shape], voice: Voice, joined: bool, ends_in_space: bool) -> None:
        kind, count, begin = voice.type, len(parts), len(self.parts)
        widths, pulls, leads, cuts = zip(*shapes, strict=True)
        if kind.kerns_spaces:
            space, lean = kind.space, kind.lean
            self.spaces += [space + pull + lead for pull, lead in zip(pulls, (*leads[1:], 0.0), strict=True)]
            self.extra += [pull + lean for pull in pulls]
        else:
            self.spaces += [kind.space] * count
            self.extra += [kind.lean] * count
        self.parts += parts
        self.voices += [voice] * count
        self.widths += widths
        self.after += [voice] * count
        self.breaks += [YES] * count
        if joined:
            self.extra[begin] = kind.lean
        if not ends_in_space:
            self.after[-1], self.spaces[-1], self.extra[-1] = None, 0.0, kind.lean
        if any(cuts):
            for at in range(count - 1, -1, -1):
                self._divide(begin + at, cuts[at])

    def _divide(self, at: int, cuts: tuple[int, ...]) -> None:
        """Cut a part at its own places to break; soft hyphens are taken out."""
        for cut in reversed(cuts):
            self.split(at, cut)
            if self.parts[at].endswith("\u00ad"):
                self.replace(at, self.parts[at][:-1])
                self.breaks[at] = SOFT

    def replace(self, at: int, text: str) -> None:
        """Put another text for a part."""
        voice = self.voices[at]
        assert voice is not None
        self.parts[at] = text
        self.widths[at] = voice.type.measure(text)

    def split(self, at: int, cut: int) -> None:
        """Make two parts of one, before its character `cut`; a line may break between them."""
        voice, text = self.voices[at], self.parts[at]
        assert voice is not None
        self.plain = False
        kind, whole = voice.type, self.widths[at]
        first, second = kind.measure(text[:cut]), kind.measure(text[cut:])
        pull = whole - first - second
        self.parts[at : at + 1] = [text[:cut], text[cut:]]
        self.voices.insert(at, voice)
        self.widths[at : at + 1] = [first, second]
        self.spaces.insert(at, pull)
        self.after.insert(at, None)
        self.breaks.insert(at, YES)
        self.extra.insert(at, pull + kind.lean)

    def place(self) -> None:
        """Find where each part begins and ends if all stood on one line; to be done after a change."""
        steps = list(map(add, self.widths, self.spaces))
        self.places = [0.0, *accumulate(steps)]
        self.ends = list(map(add, self.places, self.widths))

    def word(self, at: int) -> tuple[int, int]:
        """The first part of the word that part `at` belongs to, and the one after its last."""
        first, last = at, at
        while first and self.breaks[first - 1] != YES:
            first -= 1
        while last + 1 < len(self.parts) and self.breaks[last] != YES:
            last += 1
        return first, last + 1


Segment = Words | str
"""Words, or a tab or a forced break."""


def segments(texts: Sequence[Stretch]) -> list[Segment]:
    """A paragraph's runs as words between its tabs and forced breaks, in order."""
    found: list[Segment] = []
    words: Words | None = None
    voice: Voice | None = None
    for text, kind, language, number in texts:
        if voice is None or voice.run != number:
            voice = Voice(kind, language, number)
        if text == LINE or TAB in text:
            for part in re.split(f"({TAB})", text):
                if part in (TAB, LINE):
                    found.append(part)
                    words = None
                elif part:
                    words = _into(found, words, part, voice)
        elif text:
            words = _into(found, words, text, voice)
    for each in found:
        if isinstance(each, Words):
            each.place()
    return found


def _into(found: list[Segment], words: Words | None, text: str, voice: Voice) -> Words:
    if words is None:
        words = Words()
        found.append(words)
    words.add(text, voice)
    return words


def gap(width: float) -> Words:
    """A stretch of nothing, `width` wide."""
    words = Words()
    words.parts, words.voices, words.widths, words.spaces = [""], [None], [width], [0.0]
    words.after, words.breaks, words.extra, words.plain = [None], [YES], [0.0], False
    words.place()
    return words


# --- hyphenation -----------------------------------------------------------------------------------

_BRITISH = ("en-gb", "en-au", "en-ie", "en-nz", "en-za")


class Hyphenator:
    """Where words of one language may be hyphenated."""

    __slots__ = ("_pyphen", "left", "right")

    def __init__(self, path: Path) -> None:
        head = path.read_text(encoding="utf-8", errors="replace")[:400]
        self.left, self.right = (
            max(2, int(found.group(1)) if (found := re.search(rf"^{side}HYPHENMIN (\d)", head, re.M)) else 2)
            for side in ("LEFT", "RIGHT")
        )
        self._pyphen = pyphen.Pyphen(filename=path, left=self.left, right=self.right)

    def places(self, text: str, fits: int) -> list[int]:
        """The places where the word at character `fits` of `text` may be divided, the last first.

        `fits` is how many characters the line can hold. Only the word that crosses the line's end is
        hyphenated, never one tied to it by a no-break space, an address, or a word with figures.
        """
        fits = min(fits, len(text) - 1)
        for tied in _TIED.finditer(text):
            if tied.start() <= fits < tied.end():
                break
        else:
            return []
        if _NEVER.search(tied.group()):
            return []
        found: list[int] = []
        for letters in _LETTERS.finditer(text, tied.start(), tied.end()):
            if letters.start() > fits:
                break
            if len(letters.group()) >= SHORTEST:
                found = [letters.start() + int(place) for place in self._pyphen.positions(letters.group())]
            else:
                found = []
        if len(self._pyphen.hd.cache) > HYPHENATED_KEPT:
            self._pyphen.hd.cache.clear()
        return found[::-1]


@lru_cache(maxsize=16)
def hyphenator(language: str) -> Hyphenator | None:
    """The hyphenator for a BCP 47 tag; None where pyphen has no patterns for it."""
    tag = language.lower()
    if tag in _BRITISH:
        tag = "en-gb"
    elif tag.split("-")[0] == "en":
        tag = "en-us"
    name = pyphen.language_fallback(tag.replace("-", "_"))
    return Hyphenator(Path(pyphen.LANGUAGES[name])) if name else None
