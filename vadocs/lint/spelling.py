"""Spelling: words of clause texts that neither a dictionary of their language nor the library's own list knows."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vadocs.diagnostics import Edit, Report, Span, hint
from vadocs.lint.prose import Sources, about, proses, span_at
from vadocs.model.library import Library

Speller = Callable[[str, str, Sequence[str]], Mapping[str, tuple[str, ...]]]
"""Language, country of the law ("" for any) and words, to the words no dictionary knows with what was perhaps meant."""

SHOWN = 4
"""Suggestions that a hint shows."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Told:
    """Words in one place: `tag` as of a text ("es@PE"), `file` empty where only the clause's place is known."""

    tag: str
    file: str
    words: str
    span: Span | None


def check_spelling(
    library: Library, sources: Sources, known: Collection[str], speller: Speller, report: Report
) -> None:
    """Report misspelt words (W955) of texts, titles, summaries and descriptions, each once a text, with suggestions.

    `known` are the library's own words, letter for letter.
    """
    every = list(_told(library, sources))
    for tag in dict.fromkeys(told.tag for told in every):
        mine = [told for told in every if told.tag == tag]
        words = {word for told in mine for word in _words(told.words)} - set(known)
        language, _, law = tag.partition("@")
        wrong = speller(language, law, sorted(words))
        for told in mine:
            _report(told, wrong, report)


def _told(library: Library, sources: Sources) -> Iterator[_Told]:
    for clause in library.clauses.values():
        for tag, file, words in proses(clause, sources):
            yield _Told(tag, file, words, None)
        for language, words in about(clause):
            yield _Told(language, "", words, clause.span)


def _words(text: str) -> Iterator[str]:
    """The words of a text; single letters are signs."""
    yield from (match.group().replace("’", "'") for match in _WORD.finditer(text) if len(match.group()) > 1)


def _report(told: _Told, wrong: Mapping[str, tuple[str, ...]], report: Report) -> None:
    """The first place of each misspelt word."""
    seen: set[str] = set()
    for match in _WORD.finditer(told.words):
        word = match.group().replace("’", "'")
        if word not in wrong or word in seen:
            continue
        seen.add(word)
        span = told.span if told.span is not None else span_at(told.file, told.words, match.start(), match.end())
        meant = wrong[word][:SHOWN]
        edit = Edit(span, meant[0]) if len(meant) == 1 and told.file and span is not None else None
        hints = [hint("H955", edit, list=", ".join(meant))] if meant else []
        report.add("W955", span, hints=[*hints, hint("H955.own")], word=word)
