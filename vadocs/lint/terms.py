"""Defined terms across a library: each is defined where it is used, once, and used; what looks like one is one."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from vadocs.diagnostics import Report, Span, hint
from vadocs.language import language
from vadocs.lint.prose import Sources, proses, span_at
from vadocs.model.clause import YOU, Clause, ClauseText
from vadocs.model.document import Definition, Inline, Text
from vadocs.model.library import Library
from vadocs.model.parts import inner_inlines, kept, phrases, text_inlines, walk_parts

PROPER = frozenset(
    (
        "Derecho", "Estado", "Europea", "Europeo", "Espacio", "Económico", "Internet", "Constitución",
        "Member", "State", "Union", "European", "Economic", "Area", "Constitution",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
        "Spanish", "Colombian", "Mexican", "Peruvian", "Argentine", "Chilean", "English",
        "British", "American", "Latin",
    )
)  # fmt: skip
"""Words with a capital that are no terms: institutions, days, months, peoples. Countries come from CLDR."""

_CAPITAL = re.compile(r"(?<=[\w,)] )[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+(?: [A-ZÁÉÍÓÚÑ][a-záéíóúñü]+)*")
"""Words with a capital that do not begin a sentence."""
_ADDRESS = re.compile(rf"@{YOU}\([^()\n]*\)")
"""The forms of a word for tú, usted and vos, which begin a sentence one as well as the other."""


def check_defined_terms(
    library: Library, sources: Sources, known: Iterable[str], report: Report, sections: Collection[str] = ()
) -> None:
    """Report terms without a definition beside them (E946), defined twice (E947), unused (W946), or undefined (W947).

    `known` are the library's own words, which may be names. `sections` are parts of other documents: what they say is
    no use of a term that a clause defines, but of one that a section does.
    """
    contract = [clause for clause in library.clauses.values() if clause.id not in sections]
    others = [clause for clause in library.clauses.values() if clause.id in sections]
    defining = [clause for clause in library.clauses.values() if clause.defines]
    for one, other in combinations(defining, 2):
        if _together(one, other):
            _twice(one, other, report)
    names = frozenset(known) | PROPER | _countries()
    for code in ("es", "en"):
        forms = _forms(library.clauses.values(), code)
        used = _check_uses(contract, code, forms, report) | _check_uses(others, code, _forms(others, code), report)
        for clause in library.clauses.values():
            for term, by_language in clause.defines.items():
                written = by_language.get(code, ())
                if written and not used & set(written) and _defined(clause, term, code):
                    report.add("W946", _place(clause, code), term=written[0])
        parts = {word for form in forms for word in form.split()}
        for clause in library.clauses.values():
            _check_capitals(clause, code, sources, parts | names, report)


def _together(one: Clause, other: Clause) -> bool:
    """Whether two clauses can be in one document: neither excludes the other, and some law has both."""
    if one.id in other.excludes or other.id in one.excludes:
        return False
    return not one.law or not other.law or bool(set(one.law) & set(other.law))


def _twice(one: Clause, other: Clause, report: Report) -> None:
    """Report a term, or a form of one, that both clauses define, at the one read later: a workspace's own."""
    for key, forms in other.defines.items():
        mine = {form for each in one.defines.values() for found in each.values() for form in found}
        same = [form for found in forms.values() for form in found if form in mine]
        if key in one.defines or same:
            report.add("E947", other.span, term=same[0] if same else key, clause=one.id)


def _forms(clauses: Iterable[Clause], code: str) -> Mapping[str, list[Clause]]:
    """The forms of the terms that clauses define in a language, each with those that define it."""
    found: dict[str, list[Clause]] = {}
    for clause in clauses:
        for by_language in clause.defines.values():
            for form in by_language.get(code, ()):
                found.setdefault(form, []).append(clause)
    return found


def _check_uses(clauses: Iterable[Clause], code: str, forms: Mapping[str, list[Clause]], report: Report) -> set[str]:
    """The forms that texts use outside definitions; a term with a capital needs its definition at hand."""
    if not forms:
        return set()
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    written = _written(tuple(ordered))
    used: set[str] = set()
    for clause in clauses:
        here = frozenset[str]().union(*map(written, _texts(clause, code)))
        used |= here
        for form in sorted(here):
            definers = forms[form]
            if form[0].isupper() and not any(each.id == clause.id or _together(each, clause) for each in definers):
                ids = ", ".join(each.id for each in definers)
                report.add("E946", _place(clause, code), term=form, clauses=ids)
    return used


@lru_cache(maxsize=8)
def _written(forms: tuple[str, ...]) -> Callable[[ClauseText], frozenset[str]]:
    """What finds those of the forms, longer ones first, that a text uses outside definitions."""
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")

    @kept
    def written(text: ClauseText) -> frozenset[str]:
        return frozenset(form for words in _plain(text) for form in pattern.findall(words))

    return written


def _defined(clause: Clause, term: str, code: str) -> bool:
    """Whether every text of the clause in a language defines the term: one that does not is told (E342), or faulty."""
    texts = [text for tag, text in clause.texts.items() if tag.startswith(code)]
    return bool(texts) and all(
        not text.faulty and any(isinstance(each, Definition) and each.term == term for each in text_inlines(text))
        for text in texts
    )


def _texts(clause: Clause, code: str) -> Iterator[ClauseText]:
    yield from (text for tag, text in clause.texts.items() if tag.startswith(code) and not text.faulty)


@kept
def _plain(text: ClauseText) -> tuple[str, ...]:
    """The literal texts of a clause text that stand in no definition."""
    return tuple(words for part in walk_parts(text.body) for phrase in phrases(part) for words in _undefined(phrase))


def _undefined(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.text
        elif not isinstance(inline, Definition):
            yield from _undefined(inner_inlines(inline))


def _check_capitals(clause: Clause, code: str, sources: Sources, known: set[str], report: Report) -> None:
    """Report words with a capital inside a sentence that are neither terms nor names."""
    for tag, file, words in proses(clause, sources):
        forms = [found.span() for found in _ADDRESS.finditer(sources[file])]
        for match in _CAPITAL.finditer(words) if tag.startswith(code) else ():
            line = words.rfind("\n", 0, match.start()) + 1
            titled = words[line : line + 1] in ("#", "|")
            formed = any(start < match.start() < end for start, end in forms)
            if not titled and not formed and not set(match.group().split()) <= known:
                span = span_at(file, words, match.start(), match.end())
                report.add("W947", span, hints=[hint("H947")], term=match.group())


@cache
def _countries() -> frozenset[str]:
    """The words of the names of countries, as both languages have them."""
    names = [name for code in ("es", "en") for name in language(code).locale.territories.values()]
    return frozenset(word for name in names for word in name.split())


def _place(clause: Clause, code: str) -> Span | None:
    text = clause.texts.get(code)
    return Span(text.file, 1, 1, 1, 2) if text is not None else clause.span
