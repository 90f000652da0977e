"""How many syllables a word has, for measures of how hard a text is to read."""

import re
from functools import lru_cache
from itertools import pairwise

_STRONG = frozenset("aeoáéó")
_ACCENTED = frozenset("íú")
_SPANISH_RUN = re.compile("[aeiouáéíóúü]+")
_ENGLISH_RUN = re.compile("[aeiouy]+")
_SILENT = re.compile("(?:[^aeiouyl]e|[aeiouy]le|[^aeioutdy]ed|[^aeiouyscxzg]es)$")
"""Endings that are written and not spoken: name, whole, signed, names; not table, wanted, prices."""


@lru_cache(maxsize=8192)
def spanish_syllables(word: str) -> int:
    """The syllables of a Spanish word by the rules of its spelling (RAE, Ortografía 2010, II 2.2); at least one.

    Two strong vowels are two syllables, as are a strong one and an accented `í` or `ú`; two different weak ones are
    one. `h` separates no vowels; the `u` of `que`, `gui` is silent; `y` is a vowel where no vowel follows.
    """
    letters = re.sub(r"(?<!c)h", "", word.lower())
    letters = re.sub(r"y(?![aeiouáéíóúü])", "i", letters)
    letters = re.sub(r"(?<=[qg])u(?=[eéií])", "", letters)
    return max(1, sum(_nuclei(run) for run in _SPANISH_RUN.findall(letters)))


def _nuclei(run: str) -> int:
    """The syllables that a run of vowels makes."""
    if not _STRONG & set(run):
        return 1 + sum(one == other for one, other in pairwise(run))
    strong = sum(vowel in _STRONG for vowel in run)
    around = zip(" " + run, run, run[1:] + " ", strict=False)
    return strong + sum(vowel in _ACCENTED and bool({before, after} & _STRONG) for before, vowel, after in around)


@lru_cache(maxsize=8192)
def english_syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, silent endings aside; at least one."""
    letters = re.sub("[^a-z]", "", word.lower())
    count = len(_ENGLISH_RUN.findall(letters))
    return max(1, count - bool(_SILENT.search(letters)))
