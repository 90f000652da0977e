"""Holds that a library is whole: every id that is named is there, nothing goes in circles, every noun has its words."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.clause import Agreement, Clause, Noun
from vadocs.model.library import Library
from vadocs.model.parts import text_inlines
from vadocs.readers.lexicon import noun_keys
from vadocs.readers.similar import listed, similar


def check_library(library: Library, report: Report) -> None:
    """Report unknown ids (E292, E295), circles (E293, E294) and nouns without words (E300)."""
    clauses = library.clauses
    for clause in clauses.values():
        _known([*clause.requires, *clause.excludes], clauses, clause.span, "E292", report)
        both = [id for id in clause.requires if id in clause.excludes]
        for id in both:
            report.add("E297", clause.span, id=id)
    for clause_set in library.sets.values():
        _known(clause_set.clauses, clauses, clause_set.span, "E292", report)
        _known([clause_set.extends] if clause_set.extends else [], library.sets, clause_set.span, "E295", report)
    for niche in library.niches.values():
        named = [*niche.add, *niche.replace, *niche.replace.values(), *niche.remove, *niche.parameters]
        _known(named, clauses, niche.span, "E292", report)
    _circle({clause.id: clause.requires for clause in clauses.values()}, clauses, "E293", report)
    extends = {s.id: (s.extends,) if s.extends else () for s in library.sets.values()}
    _circle(extends, library.sets, "E294", report)
    nouns = noun_keys(library.lexicons)
    for clause in clauses.values():
        _check_nouns(clause, nouns, report)


def _known(ids: Iterable[str], known: Iterable[str], span: Span | None, code: str, report: Report) -> None:
    """Report each id that is not known, with the one that was meant."""
    names = set(known)
    for id in ids:
        if id and id not in names:
            near = similar(id, sorted(names))
            report.add(code, span, hints=[hint("clause.near", word=near)] if near else [], id=id)


def _circle(
    graph: Mapping[str, tuple[str, ...]], places: Mapping[str, "Clause | object"], code: str, report: Report
) -> None:
    """Report the first circle of a graph of ids."""
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        report.add(code, getattr(places.get(circle[0]), "span", None), ids=" → ".join(circle))


def _check_nouns(clause: Clause, nouns: Mapping[str, frozenset[str]], report: Report) -> None:
    """Report each noun of a clause's texts that a lexicon of its language lacks."""
    for tag, text in clause.texts.items():
        known = nouns.get(tag[:2], frozenset())
        for inline in text_inlines(text):
            if isinstance(inline, Noun | Agreement) and inline.key not in known:
                near = similar(inline.key, sorted(known))
                hints = [hint("clause.near", word="@" + near)] if near else []
                hints.append(hint("H300", nouns=listed(sorted(known))))
                report.add("E300", inline.span, hints=hints, noun=inline.key, language=tag[:2])
