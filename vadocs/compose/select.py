"""Which clauses a document is made of, in which text, and why each is in or out: the `Plan`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from vadocs.compose.changes import Changes, changed, changes_of, unknown_id
from vadocs.compose.evaluate import NO_VOCABULARY, Fault, Missing, Scope, condition
from vadocs.compose.fitting import check_fees
from vadocs.compose.order import Entry, clauses_of, inserted, known_orders, reason
from vadocs.compose.pins import with_pins
from vadocs.compose.spelling import spelled
from vadocs.compose.values import namespace
from vadocs.diagnostics import Diagnostic, Hint, Report, Span, hint
from vadocs.model.clause import Clause
from vadocs.model.engagement import Engagement, Item, Leaf
from vadocs.model.jurisdiction import COMMON, lineage
from vadocs.model.library import Library
from vadocs.model.plan import Omission, Placement, Plan, Reason
from vadocs.model.vocabulary import Vocabulary

NOTHING: Mapping[str, Item] = MappingProxyType({})


def select(
    engagement: Engagement,
    library: Library,
    document: str,
    report: Report,
    vocabulary: Vocabulary = NO_VOCABULARY,
) -> Plan | None:
    """The plan of one document of the engagement; None where an error keeps it from being made.

    The set's clauses, changed by the niches, then by the spec's `clauses`, then by what they require;
    less those of other laws and those whose `applies_when` does not hold. Reports E350–E358, W352–W354.
    """
    library = with_pins(engagement, library)  # a package may pin too
    _tell_law_without_data(engagement, library, report)
    already = sum(d.severity == "error" for d in report)
    entries = _set_entries(engagement, library, report)
    changes = changes_of(engagement, library, report)
    if entries is None or changes is None:
        return None
    omitted: dict[str, Reason] = {}
    orders = tuple(known_orders(engagement.text("clause_set"), library))
    entries = changed(entries, changes, library, orders, omitted, report)
    if not check_fees(engagement, library, [entry.clause for entry in entries], report):
        return None
    clause_set = library.sets[engagement.text("clause_set")]
    selection = _Selection(
        engagement, library, changes, report, vocabulary, orders, entries, omitted, already > 0,
        instead=clause_set.instead,
    )
    plan = selection.plan(document, already)
    return replace(plan, contents=clause_set.contents) if plan is not None else None


def select_sections(
    engagement: Engagement,
    library: Library,
    document: str,
    report: Report,
    vocabulary: Vocabulary = NO_VOCABULARY,
    own: Mapping[str, Item] = NOTHING,
    beside: Sequence[Placement] = (),
) -> Plan | None:
    """The plan of a document made of sections: those of its form whose `applies_when` holds; None, reported, else.

    `library` holds the sections and, for each form of the document, a set: `proposal`, `proposal-short`. The form is
    the spec's, "full" unless told. The spec's changes to clauses are the contract's alone.

    `own`: names that this document has beside those of the engagement, and that conditions see too. `beside`: the
    clauses of the contract that it goes with; of defaults, conditions see theirs alone, so that a section tells of no
    clause that is not agreed.
    """
    already = sum(d.severity == "error" for d in report)
    form = engagement.text(f"{document.replace('-', '_')}.form", FULL)
    name = document if form == FULL else f"{document}-{form}"
    order = clauses_of(name, library.sets)
    # One that could not be read was reported where it was.
    entries = [Entry(id, "set", reason("set", set=name)) for id in order if id in library.clauses]
    selection = _Selection(
        engagement, library, Changes((), (), ()), report, vocabulary, (order,), entries, {}, already > 0, own=own,
        beside=beside,
    )
    plan = selection.plan(document, already)
    return replace(plan, numbered=False) if plan is not None else None


def select_agreement(
    engagement: Engagement,
    library: Library,
    document: str,
    report: Report,
    vocabulary: Vocabulary = NO_VOCABULARY,
    beside: Sequence[Placement] = (),
    *,
    without: Sequence[str] = (),
    contents: bool = False,
) -> Plan | None:
    """The plan of an agreement beside the contract: clauses of the set called as it is, numbered as a contract's are.

    `library`, `vocabulary`, `beside` as for `select_sections`; the set may let clauses of its own stand for others.
    `without`: clauses of the set that the agreement lacks.
    """
    already = sum(d.severity == "error" for d in report)
    order, instead = clauses_of(document, library.sets), library.sets[document].instead
    entries = [Entry(id, "set", reason("set", set=document)) for id in order if id in library.clauses]
    entries = [entry for entry in entries if entry.clause not in without]
    selection = _Selection(
        engagement, library, Changes((), (), ()), report, vocabulary, (order,), entries, {}, already > 0,
        beside=beside, instead=instead,
    )
    plan = selection.plan(document, already)
    return replace(plan, contents=contents) if plan is not None else None


_SHARED = {"EU": "H354.union", "EEA": "H354.area"}
"""What the data common to several countries hold, by their code."""

FULL = "full"
"""The form of a document that has all of its sections."""


def check_names(engagement: Engagement, library: Library, report: Report) -> None:
    """Report the set, niches and clauses that the engagement names and the library lacks (E350–E354).

    `engagement` may lack whatever could not be read of it.
    """
    if engagement.get("clause_set") is not None:
        _set_entries(engagement, library, report)
    changes_of(engagement, library, report)


def _tell_law_without_data(engagement: Engagement, library: Library, report: Report) -> None:
    """W354 where the library has no data of the governing law itself: no statute of that country is cited.

    What the country shares with others is told, where the library has data of it.
    """
    law = engagement.get("governing_law")
    country = engagement.text("governing_law").split("-")[0]
    if isinstance(law, Leaf) and country and country not in library.law:
        known = sorted({code.split("-")[0] for code in library.law} - COMMON.keys())
        shared = [hint(_SHARED[code]) for code in lineage(country)[1:] if code in library.law]
        report.add("W354", law.span, country=country, known=", ".join(known), hints=[*shared[:1], hint("H359")])


def _set_entries(engagement: Engagement, library: Library, report: Report) -> list[Entry] | None:
    """The clauses of the engagement's set in order; None (E350) where there is no such set."""
    name = engagement.text("clause_set")
    if name in library.sets:
        why = reason("set", set=name)
        return [Entry(id, "set", why) for id in clauses_of(name, library.sets)]
    leaf = engagement.get("clause_set")
    place = leaf.span if leaf else None
    report.add("E350", place or engagement.root.span, set=name, **unknown_id(name, library.sets, place))
    return None


@dataclass(slots=True)
class _Selection:
    """A selection under way: `entries` in order, `omitted` with reasons, `unknown` keys that would decide.

    `orders` are those that place what is added, the first that knows it.
    `names` are those that conditions see, once one was asked.
    `told`: errors were found before, so that what a faulty text lacks was told where it was read.
    `beside`: the clauses of the contract that a document of sections goes with; None for a contract.
    `instead`: what is out, with what stands for it.
    """

    engagement: Engagement
    library: Library
    changes: Changes
    report: Report
    vocabulary: Vocabulary
    orders: tuple[Sequence[str], ...]
    entries: list[Entry]
    omitted: dict[str, Reason]
    told: bool = False
    unknown: list[str] = field(default_factory=list)
    own: Mapping[str, Item] = field(default_factory=dict)
    beside: Sequence[Placement] | None = None
    instead: Mapping[str, str] = field(default_factory=dict)
    names: Scope | None = None

    def plan(self, document: str, already: int) -> Plan | None:
        """The plan of what is left when all is settled; None where that made errors beside those `already` there."""
        self.close()
        placements = self.placements()
        if sum(d.severity == "error" for d in self.report) > already:
            return None
        left_out = tuple(Omission(id, why) for id, why in self.omitted.items())
        language, law = self.engagement.text("language", "es"), self.engagement.text("governing_law")
        return Plan(
            document, language, law, placements, left_out, tuple(dict.fromkeys(self.unknown)), instead=self._standing()
        )

    def close(self) -> None:
        """Keep what applies, add what that requires, until nothing changes; then look for conflicts."""
        self._give_place()
        waiting = list(self.entries)
        while waiting:
            entry = waiting.pop(0)
            why = self._why_out(self.library.clauses[entry.clause])
            if why is not None:
                self.entries.remove(entry)
                self.omitted[entry.clause] = why
                self._tell_added_in_vain(entry, why)
                continue
            waiting += self._required_by(entry)
        self._give_way()
        self._conflicts()

    def _tell_added_in_vain(self, entry: Entry, why: Reason) -> None:
        """W355 where the spec adds a clause that stays out, though the set has it too."""
        if entry.clause in self.changes.add:
            place = self.changes.spans.get(entry.clause)
            self.report.add("W355", place, clause=entry.clause, hints=[Hint(why.id, why.args)])

    def scope(self) -> Scope:
        """The names that conditions see: the engagement's, with the defaults of every clause that may be placed.

        Made when first asked.
        """
        if self.names is None:
            if self.beside is None:
                every = [(clause, self.changes.defaults.get(id, {})) for id, clause in self.library.clauses.items()]
            else:
                every = [(one.clause, one.parameters) for one in self.beside]
                every += [(self.library.clauses[entry.clause], {}) for entry in self.entries]
            root = namespace(self.engagement, self.library, every)
            self.names = Scope(replace(root, fields={**root.fields, **self.own}), self.vocabulary)
        return self.names

    def _why_out(self, clause: Clause) -> Reason | None:
        """The reason that keeps the clause out, or None. A faulty condition is reported and keeps it in."""
        law = self.engagement.text("governing_law")
        if clause.law and not law:
            self.unknown.append("governing_law")
            return reason("unknown", keys="governing_law")
        if clause.law and law not in clause.law and law.split("-")[0] not in clause.law:
            return reason("law", law=law, laws=", ".join(clause.law))
        if clause.applies_when is None:
            return None
        try:
            told = condition(clause.applies_when, self.scope())
        except Fault as fault:
            args = tuple((name, str(value)) for name, value in fault.args_of_message.items())
            self.report.extend([Diagnostic(fault.finding, fault.span or clause.span, args)])
            return None
        if isinstance(told, Missing):
            self.unknown += told.keys
            return reason("unknown", keys=", ".join(told.keys))
        return None if told else reason("applies_when", condition=spelled(clause.applies_when))

    def _required_by(self, entry: Entry) -> list[Entry]:
        """What the clause requires and is not there yet, put in its place; E355 where that was removed."""
        added: list[Entry] = []
        for id in self.library.clauses[entry.clause].requires:
            why = self.omitted.get(id)
            if why is not None and why.id in ("reason.removed", "reason.removed_by_niche"):
                span = self.changes.spans.get(id) or self.library.clauses[entry.clause].span
                hints = [hint("H355", clause=entry.clause), Hint(why.id, why.args)]
                self.report.add("E355", span, clause=id, by=entry.clause, hints=hints)
            elif self._stands(id):
                continue
            elif why is None and id not in self.library.clauses:
                clause = self.library.clauses[entry.clause]
                if id not in self.library.missing:
                    self.report.add("E352", clause.span, clause=id, **unknown_id(id, self.library.clauses))
            elif why is None and all(one.clause != id for one in self.entries):
                new = Entry(id, "requires", reason("requires", clause=entry.clause))
                self.entries = inserted(self.entries, new, self.orders, entry.clause)
                added.append(new)
        return added

    def _give_place(self) -> None:
        """Take out what a niche offers and a clause of the set stands for."""
        for entry in tuple(self.entries):
            if entry.layer == "niche" and self._stands(entry.clause):
                self.entries.remove(entry)
                self.omitted[entry.clause] = reason("gives_way", clause=self.instead[entry.clause])

    def _stands(self, id: str) -> bool:
        """Whether a clause that is in stands for this one."""
        stand = self.instead.get(id)
        return any(entry.clause == stand for entry in self.entries)

    def _standing(self) -> Mapping[str, str]:
        """`instead` of the clauses that are out; one that was added speaks for itself."""
        there = {entry.clause for entry in self.entries}
        return {id: stand for id, stand in self.instead.items() if stand in there and id not in there}

    def _give_way(self) -> None:
        """Take out what the set or a niche offers where a clause that the spec's facts bring in excludes it.

        What the spec itself adds, or another clause requires, stays: that is a conflict.
        """
        required = {id for entry in self.entries for id in self.library.clauses[entry.clause].requires}
        kept = required.union(self.changes.add)
        for entry in tuple(self.entries):
            clause = self.library.clauses[entry.clause]
            stands = clause.applies_when is not None and clause.id not in self.omitted
            for other in tuple(self.entries) if stands else ():
                if other.clause in clause.excludes and other.layer in ("set", "niche") and other.clause not in kept:
                    self.entries.remove(other)
                    self.omitted[other.clause] = reason("gives_way", clause=clause.id)

    def _conflicts(self) -> None:
        """E356 for each pair of clauses that are in and of which one excludes the other."""
        present = {entry.clause: entry for entry in self.entries}
        seen: set[frozenset[str]] = set()
        for id, entry in present.items():
            for other in self.library.clauses[id].excludes:
                pair = frozenset((id, other))
                if other in present and pair not in seen:
                    seen.add(pair)
                    span = self.changes.spans.get(id) or self.changes.spans.get(other) or self._set_span()
                    whys = [entry.reason, present[other].reason]
                    hints = [hint("H356"), *(Hint(why.id, why.args) for why in dict.fromkeys(whys))]
                    self.report.add("E356", span, clause=id, other=other, hints=hints)

    def _set_span(self) -> Span | None:
        leaf = self.engagement.get("clause_set")
        return leaf.span if isinstance(leaf, Leaf) else None

    def placements(self) -> tuple[Placement, ...]:
        """The clauses that are in, each with its text; E357 for one without text, E358 for a faulty one."""
        code = self.engagement.text("language", "es").split("-")[0]
        law = self.engagement.text("governing_law")
        found = []
        for entry in self.entries:
            clause = self.library.clauses[entry.clause]
            text = clause.text(code, law)
            if text is None:
                known = ", ".join(sorted(clause.texts)) or "–"
                self.report.add("E357", clause.span, clause=clause.id, language=code, known=known)
            elif text.faulty and self.told:
                continue
            elif text.faulty:
                self.report.add("E358", clause.span, clause=clause.id, file=text.file)
            else:
                parameters: Mapping[str, str] = self.changes.defaults.get(clause.id, {})
                found.append(Placement(clause, text, entry.layer, entry.reason, parameters))
        return tuple(found)
