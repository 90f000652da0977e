"""References between clauses: what they name exists, and is there whenever the clause that cites it is."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property

from vadocs.diagnostics import MOST_FINDINGS, Edit, Hint, Report, hint
from vadocs.lint.guards import Facts, implied
from vadocs.lint.names import Names
from vadocs.lint.texts import Cited
from vadocs.model.clause import Clause, ClauseText, Ref, Target
from vadocs.model.library import Library
from vadocs.model.parts import anchors


class References:
    """What a library's clauses have to be cited by."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _anchors(self) -> Mapping[str, frozenset[str]]:
        """By clause, the anchors that all its texts have; a faulty text is not asked."""
        return {id: _common_anchors(clause.texts.values()) for id, clause in self._library.clauses.items()}

    @cached_property
    def _sets(self) -> tuple[frozenset[str], ...]:
        """The clauses of each set, or what stands for them there, with those it extends and those they require."""
        found = []
        for clause_set in self._library.sets.values():
            members: set[str] = set()
            seen: set[str] = set()
            current = clause_set
            while current.id not in seen:
                seen.add(current.id)
                members.update((*current.clauses, *current.instead))
                current = self._library.sets.get(current.extends or "", current)
            found.append(self._required(members))
        return tuple(found)

    def check(self, clause: Clause, cited: Iterable[Cited], names: Names, report: Report) -> None:
        """Report references to what is not there (E267, E268), or may not be (W267, W268)."""
        for each in cited:
            for target in each.ref.targets:
                other = self._library.clauses.get(target.clause)
                if other is None:
                    self._unknown(target, each, report)
                    continue
                if target.anchor is not None and target.anchor not in self._anchors[target.clause]:
                    known = self._anchors[target.clause] if len(report) < MOST_FINDINGS else ()
                    near = get_close_matches(target.anchor, known, 1)
                    hints = [_instead(each.ref, target, replace(target, anchor=near[0]))] if near else []
                    report.add("E268", each.ref.span, hints=hints, clause=target.clause, anchor=target.anchor)
                if not (target.optional or each.guarded or self._certain(clause, other, each.facts, names)):
                    report.add("W268", each.ref.span, hints=[hint("H268")], clause=clause.id, target=other.id)

    def _unknown(self, target: Target, each: Cited, report: Report) -> None:
        """A clause that the library lacks: an optional reference may name one of a workspace."""
        near = get_close_matches(target.clause, self._library.clauses if len(report) < MOST_FINDINGS else (), 1)
        hints = [_instead(each.ref, target, replace(target, clause=near[0]))] if near else []
        report.add("W267" if target.optional else "E267", each.ref.span, hints=hints, clause=target.clause)

    def _certain(self, clause: Clause, other: Clause, facts: Facts, names: Names) -> bool:
        """Whether `other` is in every document that holds `clause`, as far as sets and conditions tell."""
        if other.id == clause.id:
            return True
        holding = [members for members in self._sets if clause.id in members]
        together = bool(holding) and all(other.id in members for members in holding)
        if not together and other.id not in self._required({clause.id}):
            return False
        if other.applies_when is None or other.applies_when == clause.applies_when:
            return True
        needed = implied(other.applies_when, True, names)
        same_codes = all(facts.codes.get(path, frozenset({""})) <= codes for path, codes in needed.codes.items())
        return bool(needed.present) and all(map(facts.has, needed.present)) and same_codes

    def _required(self, ids: Iterable[str]) -> frozenset[str]:
        """The clauses and all that they require, directly or not."""
        found: set[str] = set()
        waiting = list(ids)
        while waiting:
            id = waiting.pop()
            if id in found:
                continue
            found.add(id)
            clause = self._library.clauses.get(id)
            waiting.extend(clause.requires if clause is not None else ())
        return frozenset(found)


def _instead(ref: Ref, target: Target, meant: Target) -> Hint:
    """The hint that `meant` was meant by `target`, with the reference written anew."""
    said = f"{meant.clause}.{meant.anchor}" if meant.anchor else meant.clause
    targets = [meant if each is target else each for each in ref.targets]
    words = ", ".join(
        f"{t.clause}{'.' + t.anchor if t.anchor else ''}{'?' if t.optional else ''}" for t in targets
    )
    form = "" if ref.form == "full" else f"|{ref.form}"
    return hint("lint.near", Edit(ref.span, f"[[{words}{form}]]") if ref.span is not None else None, word=said)


def check_maps(clause: Clause, report: Report) -> None:
    """Report an item of `maps` that no anchor of some text holds (E343)."""
    known = _common_anchors(clause.texts.values())
    for item, named in clause.maps.items():
        if not named:
            report.add("E343", clause.span, item=item, anchor="")
        for anchor in named:
            if anchor not in known:
                report.add("E343", clause.span, item=item, anchor=anchor)


def _common_anchors(texts: Iterable[ClauseText]) -> frozenset[str]:
    """The anchors that all of the texts have."""
    found = [frozenset(anchors(text)) for text in texts if not text.faulty]
    return frozenset.intersection(*found) if found else frozenset()
