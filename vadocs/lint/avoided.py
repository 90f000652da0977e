"""Words that a clause may not use: for each the reason, and a way for one clause to use it with a reason of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vadocs.diagnostics import Hint, Report, Span, hint
from vadocs.lint.gender import DOUBLED, MASCULINE, Masculine
from vadocs.lint.prose import Sources, about, proses, span_at
from vadocs.model.clause import Clause


@dataclass(frozen=True, slots=True)
class Avoided:
    """What is not written: `key` is its name in `allows`, `hint` the catalogue entry that tells why and what instead.

    `patterns` by language.
    """

    key: str
    hint: str
    patterns: Mapping[str, re.Pattern[str]]


def _avoided(key: str, hint: str, es: str, en: str) -> Avoided:
    patterns = {"es": es, "en": en}
    return Avoided(key, hint, {code: re.compile(rf"\b(?:{found})\b", re.I) for code, found in patterns.items()})


FORBIDDEN = (
    _avoided(
        "non-refundable", "H941.kept",
        r"(?:no|nunca)\s+(?:es|son|será|serán)?\s*(?:reembolsables?|retornables?)|irreembolsables?",
        r"non-?\s?refundable|not\s+refundable|nonreturnable",
    ),
    _avoided(
        "penalty", "H941.penalty",
        r"penalizaci(?:ón|ones)|penaliza(?:r|rá|rán|n|do|da|dos|das)?|penalidad(?:es)?|cláusulas?\s+penal(?:es)?",
        r"penalt(?:y|ies)|penali[sz](?:e|es|ed|ing|ation)|liquidated\s+damages",
    ),
    _avoided("earnest", "H941.earnest", r"arras|señas?", r"earnest(?:\s+money)?"),
    _avoided(
        "non-solicitation", "H941.solicitation",
        r"no\s+capta(?:ción|r|rá)|no\s+contratación\s+de(?:l)?\s+personal", r"non-?\s?solicit(?:ation|ing)?",
    ),
    _avoided(
        "satisfaction", "H941.satisfaction",
        r"a\s+(?:su\s+|plena\s+|entera\s+|total\s+)*satisfacción|hasta\s+que\s+\w+\s+quede\s+satisfech[oa]",
        r"to\s+the\s+(?:full\s+|entire\s+)?satisfaction|to\s+its\s+(?:full\s+|entire\s+)?satisfaction",
    ),
    _avoided(
        "made-for-hire", "H941.hire",
        r"works?[-\s]+(?:made[-\s]+)?for[-\s]+hire", r"works?[-\s]+(?:made[-\s]+)?for[-\s]+hire",
    ),
    _avoided("membership", "H941.membership", r"IVAA", r"IVAA"),
)  # fmt: skip
"""A deposit is returned or set off, delay bears interest, nobody is kept from working: the catalogue says so."""

KEYS = (*(each.key for each in FORBIDDEN), "doubled-form", "masculine")
"""The names that `allows` takes."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Avoided words in a text: the finding, and the key that would allow it."""

    key: str
    code: str
    words: str
    hints: tuple[Hint, ...]
    start: int
    end: int


def check_avoided(clause: Clause, sources: Sources, report: Report) -> None:
    """Report forbidden words (E941), doubled forms (E942), masculine words for persons (W942).

    What `allows` names is let through; a name that is none is told (E943), and one that lets nothing through (W943).
    """
    used: set[str] = set()
    for tag, file, words in proses(clause, sources):
        for found in _find(tag[:2], words):
            used.add(found.key)
            _tell(found, span_at(file, words, found.start, found.end), clause, report)
    for language, told in about(clause):
        for found in _find(language, told):
            used.add(found.key)
            _tell(found, clause.span, clause, report)
    for key in clause.allows:
        if key not in KEYS:
            report.add("E943", clause.span, hints=[hint("H943", list=", ".join(KEYS))], key=key)
        elif sources and key not in used:
            report.add("W943", clause.span, key=key)


def _find(language: str, words: str) -> Iterator[_Found]:
    for each in FORBIDDEN:
        for match in each.patterns[language].finditer(words) if language in each.patterns else ():
            yield _found(each.key, "E941", match, hint(each.hint))
    doubled = [match for pattern in DOUBLED.get(language, ()) for match in pattern.finditer(words)]
    for match in doubled:
        yield _found("doubled-form", "E942", match, hint("H942"))
    lower = words.lower()
    for entry in MASCULINE.get(language, ()):
        for match in entry.pattern.finditer(words) if entry.stem in lower else ():
            if not any(d.start() < match.end() and match.start() < d.end() for d in doubled):
                yield _found("masculine", "W942", match, _neutral(entry))


def _neutral(entry: Masculine) -> Hint:
    return hint("H942.instead", words=entry.instead)


def _found(key: str, code: str, match: re.Match[str], advice: Hint) -> _Found:
    words = " ".join(match.group().split())
    return _Found(key, code, words, (advice, hint("H941", key=key)), match.start(), match.end())


def _tell(found: _Found, span: Span | None, clause: Clause, report: Report) -> None:
    if found.key not in clause.allows:
        report.add(found.code, span, hints=found.hints, words=found.words)
