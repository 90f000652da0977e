"""What niches and the spec change in a set: clauses added, removed, replaced, pinned, and other defaults."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vadocs.compose.order import Entry, inserted, overlaid, reason
from vadocs.compose.overlays import joined_defaults, tell_contradictions
from vadocs.compose.pins import check_pins
from vadocs.diagnostics import Edit, Report, Span, hint
from vadocs.model.clause import Overlay
from vadocs.model.engagement import Choice, Engagement, Item, Items, Leaf, Record
from vadocs.model.library import Library
from vadocs.model.plan import Reason


@dataclass(frozen=True, slots=True)
class Changes:
    """The niches in the spec's order; the spec's own additions and removals; where the spec names a clause.

    `defaults`: clause id to the parameter defaults that niches set together.
    """

    niches: tuple[Overlay, ...]
    add: tuple[str, ...]
    remove: tuple[str, ...]
    defaults: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    spans: Mapping[str, Span | None] = field(default_factory=dict)


def changes_of(engagement: Engagement, library: Library, report: Report) -> Changes | None:
    """The changes that the spec asks for; None where it names what there is not (E351, E352) or pins
    an edition that the library has not (E354).

    Notes tell where niches contradict one another (N900, N901).
    """
    niches: list[tuple[Overlay, Span | None]] = []
    good = True
    for name, span in _niches(engagement):
        if name in library.niches:
            niches.append((library.niches[name], span))
        else:
            good = False
            report.add("E351", span, niche=name, **unknown_id(name, library.niches, span))
    named: dict[str, list[str]] = {}
    spans: dict[str, Span | None] = {}
    for key in ("add", "remove", "with", "pin"):
        named[key] = []
        for name, span in _names(engagement.get(f"clauses.{key}")):
            if name not in library.clauses:
                good = False
                # A key's own place is not known here: no edit could be made there.
                place = span if key in ("add", "remove") else None
                if name not in library.missing:
                    report.add("E352", span, clause=name, **unknown_id(name, library.clauses, place))
            named[key].append(name)
            spans.setdefault(name, span)
    good = check_pins(engagement, library, report) and good
    if not good:
        return None
    defaults = joined_defaults(niches, engagement, library, report)
    add, remove = tuple(named["add"]), tuple(named["remove"])
    tell_contradictions(niches, {*add, *remove}, report)
    return Changes(tuple(niche for niche, _ in niches), add, remove, defaults, spans)


def changed(
    entries: list[Entry],
    changes: Changes,
    library: Library,
    orders: Sequence[Sequence[str]],
    omitted: dict[str, Reason],
    report: Report,
) -> list[Entry]:
    """The entries after niches and spec, additions placed by `orders`; what went out goes into `omitted`.

    W352 for a removal in vain.
    """
    for niche in changes.niches:
        before = entries
        entries = overlaid(entries, niche, orders)
        kept = {entry.clause for entry in entries}
        for entry in before:
            if entry.clause not in kept:
                omitted[entry.clause] = _niche_reason(entry.clause, niche)
    for clause in changes.remove:
        if all(entry.clause != clause for entry in entries):
            report.add("W352", changes.spans.get(clause), clause=clause)
        entries = [entry for entry in entries if entry.clause != clause]
        omitted[clause] = reason("removed")
    for clause in changes.add:
        omitted.pop(clause, None)
        if all(entry.clause != clause for entry in entries):
            entries = inserted(entries, Entry(clause, "spec", reason("added")), orders)
    for entry in entries:
        omitted.pop(entry.clause, None)
    return [entry for entry in entries if _known(entry, library, report)]


def _niches(engagement: Engagement) -> Iterator[tuple[str, Span | None]]:
    """The niches of the engagement, then those of its services, each once."""
    services = engagement.get("services")
    own = [s.get("niche") for s in services.items if isinstance(s, Record)] if isinstance(services, Items) else []
    seen: set[str] = set()
    for name, span in [*_names(engagement.get("niches")), *(found for item in own for found in _names(item))]:
        if name not in seen:
            seen.add(name)
            yield name, span


def _known(entry: Entry, library: Library, report: Report) -> bool:
    if entry.clause in library.clauses:
        return True
    if entry.clause in library.missing:
        return False
    report.add("E352", None, clause=entry.clause, **unknown_id(entry.clause, library.clauses))
    return False


def _niche_reason(clause: str, niche: Overlay) -> Reason:
    if clause in niche.replace:
        return reason("replaced", clause=niche.replace[clause], niche=niche.id)
    return reason("removed_by_niche", niche=niche.id)


def _names(item: Item | None) -> list[tuple[str, Span | None]]:
    """The texts or codes of a list, or the keys of a mapping, with their places."""
    if isinstance(item, Record):
        return [(name, getattr(member, "span", None)) for name, member in item.fields.items()]
    if isinstance(item, Items):
        return [found for member in item.items for found in _names(member)]
    if isinstance(item, Leaf):
        value = item.value
        return [(value.code if isinstance(value, Choice) else str(value), item.span)]
    return []


def unknown_id(name: str, known: Iterable[str], place: Span | None = None) -> dict[str, Any]:
    """The hint for an id that there is not: the one that was probably meant, else those there are.

    `place`: where the id stands, to be replaced; None where that is not known.
    """
    ids = sorted(known)
    near = difflib.get_close_matches(name, ids, n=1, cutoff=0.6)
    if near:
        return {"hints": [hint("H350", Edit(place, near[0]) if place else None, name=near[0])]}
    return {"hints": [hint("H351", known=", ".join(ids) or "–")]}
