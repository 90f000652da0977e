"""A plan as a diff: the set, each niche, the spec's own changes, what clauses require, what stays out."""

from collections.abc import Iterator, Mapping, Sequence

from vadocs.compose.changes import Changes, changes_of
from vadocs.compose.order import Entry, clauses_of, known_orders, overlaid, reason, set_chain
from vadocs.compose.overlays import joined
from vadocs.diagnostics import Report, Span
from vadocs.model.clause import Clause, Overlay
from vadocs.model.engagement import Choice, ClockTime, Engagement, Item, Items, Leaf, Localised, Quantity
from vadocs.model.library import Library
from vadocs.model.money import Money
from vadocs.model.plan import Change, Layer, Plan

CONTRACT = "contract"
"""The document whose set the spec names."""
_TOLD = ("reason.removed", "reason.removed_by_niche", "reason.replaced")
"""Reasons of omissions that a niche's or the spec's own layer tells."""

_Values = dict[tuple[str, str], str]
"""The value of each parameter so far, by clause and name."""


def layers(engagement: Engagement, library: Library, plan: Plan) -> tuple[Layer, ...]:
    """The layers of a plan of the engagement, from the set up; one that changes nothing is left out.

    Parameters are told of the clauses that are in. A document with a set of its own, as all but the contract have,
    has that and what it requires alone: niches and the spec's changes are the contract's.
    """
    if plan.document != CONTRACT:
        return _of_own_set(plan)
    changes = changes_of(engagement, library, Report())
    if changes is None:
        return ()
    name = engagement.text("clause_set")
    found = list(_sets(name, library))
    orders = tuple(known_orders(name, library))
    entries = [Entry(id, "set", reason("set", set=name)) for id in clauses_of(name, library.sets)]
    placed = {placement.clause.id: placement.clause for placement in plan.placements}
    values: _Values = {}
    for niche in changes.niches:
        after = overlaid(entries, niche, orders)
        made = (*_moved(entries, after, niche), *_set_by(niche, placed, values))
        found.append(Layer("niche", niche.id, _file(niche.span), made))
        entries = after
    present = [entry.clause for entry in entries]
    own = (*_asked(changes, present), *_given(engagement, placed, values))
    found.append(Layer("spec", "", _file(engagement.root.span), own))
    required = (p for p in plan.placements if p.layer == "requires")
    found.append(Layer("requires", "", "", tuple(Change("+", p.clause.id, reason=p.reason) for p in required)))
    out = (o for o in plan.omitted if o.reason.id not in _TOLD)
    found.append(Layer("left_out", "", "", tuple(Change("-", o.clause, reason=o.reason) for o in out)))
    return tuple(layer for layer in found if layer.changes)


def _of_own_set(plan: Plan) -> tuple[Layer, ...]:
    """The layers of a document that the spec names no set for."""
    own = [p for p in plan.placements if p.layer == "set"]
    base = (*(Change(" ", p.clause.id) for p in own), *(Change(" ", o.clause) for o in plan.omitted))
    name = dict(own[0].reason.args).get("set", "") if own else ""
    more = tuple(Change("+", p.clause.id, reason=p.reason) for p in plan.placements if p.layer == "requires")
    out = tuple(Change("-", o.clause, reason=o.reason) for o in plan.omitted)
    found = (Layer("set", name, "", base), Layer("requires", "", "", more), Layer("left_out", "", "", out))
    return tuple(layer for layer in found if layer.changes)


def _file(span: Span | None) -> str:
    return span.file if span is not None else ""


def _sets(name: str, library: Library) -> Iterator[Layer]:
    """The set's base as it is, then what each set that extends it adds."""
    known: list[str] = []
    for one in set_chain(name, library.sets):
        now = clauses_of(one.id, library.sets)
        sign = "+" if known else " "
        yield Layer("set", one.id, _file(one.span), tuple(Change(sign, id) for id in now if id not in known))
        known = now


def _moved(before: Sequence[Entry], after: Sequence[Entry], niche: Overlay) -> Iterator[Change]:
    """The clauses that a niche takes out, then those that it puts in."""
    old, new = [e.clause for e in before], [e.clause for e in after]
    for id in old:
        if id not in new:
            instead = niche.replace.get(id)
            why = reason("replaced", clause=instead, niche=niche.id) if instead else None
            yield Change("-", id, reason=why)
    for id in new:
        if id not in old:
            yield Change("+", id)


def _set_by(niche: Overlay, placed: Mapping[str, Clause], values: _Values) -> Iterator[Change]:
    """The defaults that a niche changes; `values` is brought up to date."""
    for id, given in niche.parameters.items():
        clause = placed.get(id)
        for name, text in given.items() if clause is not None else ():
            assert clause is not None
            parameter = clause.parameters.get(name)
            old = values.get((id, name), (parameter.default if parameter else None) or "")
            listed = parameter is not None and parameter.type == "list"
            new = joined(old, text) if listed and old else text
            values[id, name] = new
            if new != old:
                yield Change("~", id, name, old, new)


def _asked(changes: Changes, present: Sequence[str]) -> Iterator[Change]:
    """The clauses that the spec removes and adds."""
    for id in changes.remove:
        if id in present:
            yield Change("-", id)
    for id in changes.add:
        if id not in present or id in changes.remove:
            yield Change("+", id)


def _given(engagement: Engagement, placed: Mapping[str, Clause], values: _Values) -> Iterator[Change]:
    """The parameters to which the spec gives another value than the layers below it; one of two clauses once."""
    own = {clause.path_of(name) for clause in placed.values() for name in clause.parameters if "." not in name}
    for id, clause in placed.items():
        for name, parameter in clause.parameters.items():
            path = clause.path_of(name)
            item = engagement.get(path)
            if item is None or ("." in name and path in own):
                continue
            old = values.get((id, name), parameter.default or "")
            new = written(item)
            if new != old:
                yield Change("~", id, name, old, new)


def written(item: Item) -> str:
    """A value as a spec would hold it: a code, a number without its unit, members with commas between them."""
    if isinstance(item, Items):
        return ", ".join(written(member) for member in item.items)
    if not isinstance(item, Leaf):
        return ""
    value = item.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Quantity | Money):
        return str(value.amount)
    if isinstance(value, Localised):
        return " / ".join(value.texts.values())
    if isinstance(value, ClockTime):
        return f"{value.hour}:{value.minute:02}"
    return value.code if isinstance(value, Choice) else str(value)
