"""Words that a clause may not use: for each the reason, and a way for one clause to use it with a reason of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vadocs.diagnostics import Hint, Report, Span, hint
from vadocs.lint.gender import DOUBLED, MASCULINE, Masculine
from vadocs.lint.prose import Sources, about, proses, span_at
from vadocs.lint.sought import Sought, sought
from vadocs.model.clause import Clause


@dataclass(frozen=True, slots=True)
class Avoided:
    """What is not written: `key` is its name in `allows`, `hint` the catalogue entry that tells why and what instead.

    `words` by language.
    """

    key: str
    hint: str
    words: Mapping[str, Sought]


def _avoided(key: str, hint: str, es: tuple[str, ...], en: tuple[str, ...]) -> Avoided:
    """`es` and `en`: a pattern, then stems as in `Sought`."""
    found = {"es": es, "en": en}
    return Avoided(key, hint, {code: sought(rf"\b(?:{each[0]})\b", *each[1:]) for code, each in found.items()})


_HIRE = r"works?[-\s]+(?:made[-\s]+)?for[-\s]+hire"

FORBIDDEN = (
    _avoided(
        "non-refundable", "H941.kept",
        (
            r"(?:no|nunca)\s+(?:es|son|será|serán)?\s*(?:reembolsables?|retornables?)|irreembolsables?",
            "embolsable", "retornable",
        ),
        (r"non-?\s?refundable|not\s+refundable|nonreturnable", "refundable", "nonreturnable"),
    ),
    _avoided(
        "penalty", "H941.penalty",
        (
            r"penalizaci(?:ón|ones)|penaliza(?:r|rá|rán|n|do|da|dos|das)?|penalidad(?:es)?|cláusulas?\s+penal(?:es)?",
            "penal",
        ),
        (r"penalt(?:y|ies)|penali[sz](?:e|es|ed|ing|ation)|liquidated\s+damages", "penal", "liquidated"),
    ),
    _avoided("earnest", "H941.earnest", (r"arras|señas?", "arras", "seña"), (r"earnest(?:\s+money)?", "earnest")),
    _avoided(
        "non-solicitation", "H941.solicitation",
        (r"no\s+capta(?:ción|r|rá)|no\s+contratación\s+de(?:l)?\s+personal", "capta", "contratación"),
        (r"non-?\s?solicit(?:ation|ing)?", "solicit"),
    ),
    _avoided(
        "satisfaction", "H941.satisfaction",
        (
            r"a\s+(?:su\s+|plena\s+|entera\s+|total\s+)*satisfacción|hasta\s+que\s+\w+\s+quede\s+satisfech[oa]",
            "satisf",
        ),
        (
            r"to\s+the\s+(?:full\s+|entire\s+)?satisfaction|to\s+its\s+(?:full\s+|entire\s+)?satisfaction",
            "satisfaction",
        ),
    ),
    _avoided("made-for-hire", "H941.hire", (_HIRE, "hire"), (_HIRE, "hire")),
    _avoided("membership", "H941.membership", ("IVAA", "ivaa"), ("IVAA", "ivaa")),
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
    lower = words.lower()
    for each in FORBIDDEN:
        for match in each.words[language].find(words, lower) if language in each.words else ():
            yield _found(each.key, "E941", match, hint(each.hint))
    doubled = [match for form in DOUBLED.get(language, ()) for match in form.find(words, lower)]
    for match in doubled:
        yield _found("doubled-form", "E942", match, hint("H942"))
    for entry in MASCULINE.get(language, ()):
        for match in entry.sought.find(words, lower):
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
