"""Words in free texts: found by their stems, in Spanish and English, without accents, and not where they are denied.

A phrase is written as its words in order, `|` between alternatives, `*` after a stem: `reten*|bloque* dato*|acceso*`.
Other words may stand between two of a phrase, up to `GAP`; the end of a sentence may not. `+` before a word: it follows
at once.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vadocs.diagnostics import Span

GAP = 4
"""How many words may stand between two words of a phrase."""
REACH = 4
"""How many words after a denial it still denies."""
LIST_REACH = 8
"""How many words, commas included, after a denial it still denies the things of a list."""
STOP = "."
COMMA = ","
_DENIALS = frozenset((
    "no", "ni", "nunca", "jamas", "sin", "tampoco", "ningun", "ninguna", "nadie", "excepto", "salvo", "excluye",
    "not", "never", "neither", "nor", "without", "cannot", "nobody", "none", "except", "excluding", "excludes",
))  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+|%|[.;:!?\n]|,")
_TILDE = "\u0303"


@dataclass(frozen=True, slots=True)
class FreeText:
    """A text of the spec (or a paragraph of an own clause): its dotted path, its folded words, its place.

    `words` hold `STOP` for the end of a sentence and `COMMA` for a comma.
    """

    path: str
    words: tuple[str, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase was found: the text, the index of its first word, and the words from the first to the last."""

    text: FreeText
    index: int
    words: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Free texts by word: `places` gives (text, index) of each word, `sorted_words` the words in order."""

    texts: tuple[FreeText, ...]
    places: Mapping[str, Sequence[tuple[int, int]]]
    sorted_words: Sequence[str]

    def find(
        self, *phrases: str, denied: bool = False, listed: bool = False, unless: tuple[str, ...] = ()
    ) -> Iterator[Hit]:
        """The hits of any of the phrases, in the order of the phrases, at most one a text.

        `denied`: also those before or in which a denial stands (`no`, `sin`, `never`). `listed`: the phrases are
        things, which may stand in a list that is denied as a whole (`no salary, holiday pay or benefits`).
        `unless`: phrases among whose words a hit does not count.
        """
        innocent = {(number, at) for number, of in self._matches(unless) for at in range(of[0], of[-1] + 1)}
        seen: set[int] = set()
        for number, matched in self._matches(phrases):
            words, index = self.texts[number].words, matched[0]
            if number in seen or innocent.intersection((number, at) for at in matched):
                continue
            if denied or not (is_denied(words, index, listed=listed) or _denied_within(words, matched)):
                seen.add(number)
                yield Hit(self.texts[number], index, _joined(words[index : matched[-1] + 1]))

    def _matches(self, phrases: Iterable[str]) -> Iterator[tuple[int, tuple[int, ...]]]:
        """(text, the indices of its words) of every place where one of the phrases stands."""
        for phrase in phrases:
            groups = tuple(tuple(group.split("|")) for group in phrase.split())
            for number, index in self._starts(groups[0]):
                matched = _matched(self.texts[number].words, index, groups[1:])
                if matched is not None:
                    yield number, matched

    def _starts(self, stems: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Every place of a word that begins a phrase."""
        for stem in stems:
            if not stem.endswith("*"):
                yield from self.places.get(stem, ())
                continue
            prefix = stem[:-1]
            for word in self.sorted_words[bisect_left(self.sorted_words, prefix) :]:
                if not word.startswith(prefix):
                    break
                yield from self.places[word]


def corpus(texts: Iterable[FreeText]) -> Corpus:
    """The texts with an index of their words."""
    kept = tuple(texts)
    places: dict[str, list[tuple[int, int]]] = {}
    for number, text in enumerate(kept):
        for index, word in enumerate(text.words):
            if word not in (STOP, COMMA):
                places.setdefault(word, []).append((number, index))
    return Corpus(kept, places, sorted(places))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded: small letters, no accents (ñ stays), signs of sentences as `STOP` and `COMMA`."""
    plain = text.casefold().replace("’", "'").replace("n't", " not")
    tokens = _TOKEN.findall(fold(plain))
    return tuple(token if token in (COMMA, "%") or token[0].isalnum() else STOP for token in tokens)


def fold(text: str) -> str:
    """The text in small letters without accents; ñ is a letter of its own, and stays."""
    letters = unicodedata.normalize("NFD", text.casefold())
    kept = [
        c for i, c in enumerate(letters) if not unicodedata.combining(c) or (c == _TILDE and letters[i - 1 : i] == "n")
    ]
    return unicodedata.normalize("NFC", "".join(kept))


def is_denied(words: Sequence[str], index: int, *, listed: bool = False) -> bool:
    """Whether a denial stands before the word at `index`, in its own part of the sentence, or before its list."""
    for word in reversed(words[max(0, index - (LIST_REACH if listed else REACH)) : index]):
        if word == STOP or (word == COMMA and not listed):
            return False
        if word in _DENIALS:
            return True
    return False


def _matched(words: Sequence[str], index: int, groups: Sequence[Sequence[str]]) -> tuple[int, ...] | None:
    """The indices of a phrase's words, whose first stands at `index`; None where it does not go on."""
    matched = [index]
    for stems in groups:
        found, passed = None, 0
        gap = 0 if stems[0].startswith("+") else GAP
        for step in range(matched[-1] + 1, len(words)):
            word = words[step]
            if word == STOP or passed > gap:
                break
            if word == COMMA:
                continue
            if any(_is(word, stem) for stem in stems):
                found = step
                break
            passed += 1
        if found is None:
            return None
        matched.append(found)
    return tuple(matched)


def _denied_within(words: Sequence[str], matched: Sequence[int]) -> bool:
    """Whether a denial that is no part of the phrase stands among its words."""
    return any(words[at] in _DENIALS for at in range(matched[0], matched[-1]) if at not in matched)


def _is(word: str, stem: str) -> bool:
    stem = stem.removeprefix("+")
    return word.startswith(stem[:-1]) if stem.endswith("*") else word == stem


def sentence(text: FreeText, index: int) -> tuple[str, ...]:
    """The words of the sentence in which the word at `index` stands."""
    before = [at for at in range(index) if text.words[at] == STOP]
    after = [at for at in range(index, len(text.words)) if text.words[at] == STOP]
    return text.words[before[-1] + 1 if before else 0 : after[0] if after else len(text.words)]


def _joined(words: Iterable[str]) -> str:
    return " ".join(words).replace(f" {COMMA}", COMMA)
