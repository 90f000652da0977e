"""The order of a document's clauses: a set and those it extends, niches laid over it, places for additions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vadocs.model.clause import ClauseSet, Overlay
from vadocs.model.library import Library
from vadocs.model.plan import Reason


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause that is to be in: its id, the layer it came from, and why."""

    clause: str
    layer: str
    reason: Reason


def reason(id: str, **args: str) -> Reason:
    """A reason with its arguments written as keywords."""
    return Reason(f"reason.{id}", tuple(args.items()))


def set_chain(id: str, sets: Mapping[str, ClauseSet]) -> list[ClauseSet]:
    """The set and those it extends, the outermost base first; stops at one unknown or met before."""
    chain: list[ClauseSet] = []
    known: set[str] = set()
    name: str | None = id
    while name is not None and name in sets and name not in known:
        known.add(name)
        chain.insert(0, sets[name])
        name = sets[name].extends
    return chain


def clauses_of(id: str, sets: Mapping[str, ClauseSet]) -> list[str]:
    """The clauses of a set in order: those of its base, with its own put in where both name a neighbour.

    A set that extends names its own clauses, and may name some of its base to say where they go.
    """
    chain = set_chain(id, sets)
    order = list(dict.fromkeys(chain[0].clauses)) if chain else []
    for one in chain[1:]:
        for place, clause in enumerate(one.clauses):
            if clause not in order:
                order.insert(_place(order, one.clauses, place), clause)
    return order


def _place(order: Sequence[str], source: Sequence[str], place: int) -> int:
    """Where the clause at `place` of `source` goes in `order`: after its nearest predecessor there.

    Without a predecessor it goes before its nearest successor, else to the end.
    """
    for before in reversed(source[:place]):
        if before in order:
            return order.index(before) + 1
    for after in source[place + 1 :]:
        if after in order:
            return order.index(after)
    return len(order)


def overlaid(entries: Sequence[Entry], niche: Overlay, orders: Iterable[Sequence[str]]) -> list[Entry]:
    """The entries with a niche's removals, replacements and additions."""
    why = reason("niche", niche=niche.id)
    found: list[Entry] = []
    present = {entry.clause for entry in entries}
    for entry in entries:
        instead = niche.replace.get(entry.clause)
        if instead is None and entry.clause not in niche.remove:
            found.append(entry)
        elif instead is not None and instead not in present:
            found.append(Entry(instead, "niche", why))
            present.add(instead)
    known = list(orders)
    for clause in niche.add:
        if not any(entry.clause == clause for entry in found):
            found = inserted(found, Entry(clause, "niche", why), known)
    return found


def inserted(
    entries: Sequence[Entry], new: Entry, orders: Iterable[Sequence[str]], after: str | None = None
) -> list[Entry]:
    """The entries with one more, at the place that a known order (a set of the library) gives it.

    The first order that knows it counts; else it comes right after the clause `after`, else at the end.
    """
    ids = [entry.clause for entry in entries]
    place = next((_place(ids, order, order.index(new.clause)) for order in orders if new.clause in order), None)
    if place is None:
        place = ids.index(after) + 1 if after in ids else len(ids)
    return [*entries[:place], new, *entries[place:]]


def known_orders(id: str, library: Library) -> Iterator[Sequence[str]]:
    """The orders that may place an added clause: the set's own first, then the other sets', then the clauses' own."""
    yield clauses_of(id, library.sets)
    for other in library.sets:
        if other != id:
            yield clauses_of(other, library.sets)
    for clause in library.clauses.values():
        if clause.after:
            yield (*clause.after, clause.id)
