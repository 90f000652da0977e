"""Holds that a library is whole: every id that is named is there, nothing goes in circles, every noun has its words."""

from collections.abc import Iterable, Iterator, Mapping, Set
from graphlib import CycleError, TopologicalSorter
from itertools import islice
from pathlib import Path

from vadocs.diagnostics import MOST_FINDINGS, Edit, Report, Span, hint
from vadocs.model.clause import Agreement, Clause, ClauseSet, ClauseText, Noun
from vadocs.model.library import Library
from vadocs.model.parts import kept, text_inlines
from vadocs.readers.fields import read_tree
from vadocs.readers.lexicon import noun_keys
from vadocs.readers.nodes import Node, ScalarNode, SequenceNode
from vadocs.readers.similar import listed, similar


def check_library(library: Library, unread: Set[str], report: Report) -> frozenset[str]:
    """Report unknown ids (E292, E295), circles (E293, E294) and nouns without words (E300).

    `unread`: clauses that are there and could not be read, of which enough is said. Gives the unknown ids of clauses.
    """
    clauses = library.clauses
    known = clauses.keys() | unread
    unknown: set[str] = set()
    for clause in clauses.values():
        unknown |= _known([*clause.requires, *clause.excludes, *clause.after], known, clause.span, "E292", report)
        both = [id for id in clause.requires if id in clause.excludes]
        for id in both:
            report.add("E297", _written(id, clause.span, last=True), id=id)
    for clause_set in library.sets.values():
        named = [*clause_set.clauses, *clause_set.instead, *clause_set.instead.values()]
        unknown |= _known(named, known, clause_set.span, "E292", report)
        _stands(clause_set, report)
        _known([clause_set.extends] if clause_set.extends else [], library.sets.keys(), clause_set.span, "E295", report)
    for niche in library.niches.values():
        named = [*niche.add, *niche.replace, *niche.replace.values(), *niche.remove, *niche.parameters]
        unknown |= _known(named, known, niche.span, "E292", report)
    _circle({clause.id: clause.requires for clause in clauses.values()}, clauses, "E293", report)
    extends = {s.id: (s.extends,) if s.extends else () for s in library.sets.values()}
    _circle(extends, library.sets, "E294", report)
    nouns = noun_keys(library.lexicons)
    for clause in clauses.values():
        _check_nouns(clause, nouns, report)
    return frozenset(unknown)


def _stands(clause_set: ClauseSet, report: Report) -> None:
    """E640 for a clause that stands for others and is not in the set, or for one that is."""
    for out, stand in clause_set.instead.items():
        if stand not in clause_set.clauses or out in clause_set.clauses:
            report.add("E640", _written(stand, clause_set.span, last=True), stand=stand, out=out, set=clause_set.id)


def _known(ids: Iterable[str], known: Set[str], span: Span | None, code: str, report: Report) -> set[str]:
    """Report each id that is not known, with the one that was meant; those are given back."""
    unknown = [id for id in dict.fromkeys(ids) if id and id not in known]
    for id in unknown:
        near = similar(id, sorted(known))
        place = _written(id, span)
        edit = Edit(place, near) if near and place is not None and place != span else None
        report.add(code, place, hints=[hint("clause.near", edit, word=near)] if near else [], id=id)
    return set(unknown)


def _written(id: str, span: Span | None, *, last: bool = False) -> Span | None:
    """Where an id stands in the file of `span`, as a scalar of its own (the first, or the last); else `span`."""
    root = read_tree(Path(span.file), Report()) if span is not None else None
    places = [node.span for node in _scalars(root) if node.text == id]
    return places[-1 if last else 0] if places else span


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _scalars(item)
    elif node is not None:
        for entry in node.entries.values():
            yield entry.key
            yield from _scalars(entry.value)


def _circle(
    graph: Mapping[str, tuple[str, ...]], places: Mapping[str, "Clause | object"], code: str, report: Report
) -> None:
    """Report the first circle of a graph of ids."""
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        span = getattr(places.get(circle[0]), "span", None)
        report.add(code, _written(circle[1], span, last=True), ids=" → ".join(circle))


def _renamed(noun: Noun | Agreement, key: str) -> Edit | None:
    """The change of a noun's key, whatever form follows it."""
    if noun.span is None:
        return None
    start = noun.span
    return Edit(Span(start.file, start.line, start.column, start.line, start.column + 1 + len(noun.key)), "@" + key)


@kept
def _nouns(text: ClauseText) -> tuple[Noun | Agreement, ...]:
    return tuple(inline for inline in text_inlines(text) if isinstance(inline, (Noun, Agreement)))


def _check_nouns(clause: Clause, nouns: Mapping[str, frozenset[str]], report: Report) -> None:
    """Report each noun of a clause's texts that a lexicon of its language lacks."""
    for tag, text in clause.texts.items():
        known = nouns.get(tag[:2], frozenset())
        for noun in islice((noun for noun in _nouns(text) if noun.key not in known), MOST_FINDINGS):
            near = similar(noun.key, sorted(known))
            hints = [hint("clause.near", _renamed(noun, near), word="@" + near)] if near else []
            hints.append(hint("H300", nouns=listed(sorted(known))))
            report.add("E300", noun.span, hints=hints, noun=noun.key, language=tag[:2])
