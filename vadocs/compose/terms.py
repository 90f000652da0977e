"""Defined terms: the forms in which literal text uses them, and whether each is defined once and used."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from vadocs.model.clause import Clause
from vadocs.model.document import Text, Use

_KEPT = 20_000
"""How many texts a splitter remembers; a library has fewer."""

Piece = tuple[Text, Use | None]
"""A stretch of a text as plain letters, and as the use of a term where it is one of its forms."""


class Splitter:
    """Finds the forms of a set of terms in literal texts, and remembers what it found."""

    __slots__ = ("_by_form", "_found", "_pattern")

    def __init__(self, by_form: tuple[tuple[str, str], ...]) -> None:
        ordered = sorted((form for form, _ in by_form), key=lambda form: (-len(form), form))
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")
        self._by_form = dict(by_form)
        self._found: dict[str, tuple[Piece, ...]] = {}

    def split(self, text: str) -> tuple[Piece, ...]:
        """The text in pieces, each plain and, where it is the form of a term, as its use. Longest forms win."""
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[text] = tuple(self._pieces(text))
        return found

    def _pieces(self, text: str) -> Iterator[Piece]:
        place = 0
        for match in self._pattern.finditer(text) if self._by_form else ():
            if match.start() > place:
                yield Text(text[place : match.start()]), None
            letters = match.group()
            yield Text(letters), Use(self._by_form[letters], letters)
            place = match.end()
        if place < len(text):
            yield Text(text[place:]), None


_splitter = lru_cache(maxsize=32)(Splitter)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a library's clauses in one language.

    `by_form`: a form as printed ("Información Confidencial") to the term's key. `definers`: key to the
    ids of the clauses that define it.
    """

    by_form: Mapping[str, str]
    definers: Mapping[str, tuple[str, ...]]
    splitter: Splitter


def terms_of(clauses: Iterable[Clause], language: str) -> Terms:
    """The terms that the clauses define in `language` ("es"); of two with one form the first counts."""
    by_form: dict[str, str] = {}
    definers: dict[str, tuple[str, ...]] = {}
    for clause in clauses:
        for key, forms in clause.defines.items():
            definers[key] = (*definers.get(key, ()), clause.id)
            for form in forms.get(language, ()):
                by_form.setdefault(form, key)
    return Terms(by_form, definers, _splitter(tuple(sorted(by_form.items()))))
