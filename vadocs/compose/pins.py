"""Pins: the edition of a clause that a spec asks for stands in the place of the library's."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vadocs.diagnostics import Hint, Report, Span, hint
from vadocs.model.clause import Clause
from vadocs.model.engagement import Engagement, Leaf, Record
from vadocs.model.library import Library


def with_pins(engagement: Engagement, library: Library) -> Library:
    """The library with the editions that the spec pins, where they are at hand; `check_pins` tells of the others.

    What the workspace keeps comes first; then the library's own edition, and the bundled one under a clause of the
    workspace. A clause that the library has no more can be pinned where it is kept.
    """
    found = {id: clause for id, wanted, _ in _pins(engagement) if (clause := _edition(id, wanted, library)) is not None}
    if all(library.clauses.get(id) is clause for id, clause in found.items()):
        return library
    return replace(library, clauses={**library.clauses, **found})


def pins(engagement: Engagement) -> Mapping[str, str]:
    """The editions that the spec pins, as it writes them."""
    return {id: wanted for id, wanted, _ in _pins(engagement)}


def check_pins(engagement: Engagement, library: Library, report: Report) -> bool:
    """Whether each pinned clause of the library (`with_pins`) is of the edition that the spec pins; E354 if not."""
    good = True
    for id, wanted, span in _pins(engagement):
        clause = library.clauses.get(id)
        if clause is not None and wanted != str(clause.edition):
            good = False
            hints = _advice(id, wanted, library)
            report.add("E354", span, clause=id, pinned=wanted, edition=clause.edition, hints=hints)
    return good


def _advice(id: str, wanted: str, library: Library) -> list[Hint]:
    """Where the wanted edition can be had."""
    now = library.clauses[id].edition
    if not wanted.isdecimal() or int(wanted) < 1:
        return [hint("H354.number", clause=id, edition=now)]
    if int(wanted) > now:
        return [hint("H354.newer", clause=id, edition=now)]
    kept = sorted(library.editions.get(id, ()), key=int)
    held = [hint("H354.kept", list=", ".join(kept))] if kept else []
    return [hint("H354"), *held, hint("H354.had", clause=id, pinned=wanted)]


def _edition(id: str, wanted: str, library: Library) -> Clause | None:
    """That edition of a clause; None where it is not at hand."""
    kept = library.editions.get(id, {}).get(wanted)
    there = (kept, library.clauses.get(id), library.under.get(id))
    return next((clause for clause in there if clause is not None and str(clause.edition) == wanted), None)


def _pins(engagement: Engagement) -> Iterator[tuple[str, str, Span | None]]:
    """Each clause that the spec pins, with the edition as it is written and its place."""
    found = engagement.get("clauses.pin")
    for id, leaf in found.fields.items() if isinstance(found, Record) else ():
        if isinstance(leaf, Leaf):
            yield id, str(leaf.value), leaf.span
        else:
            yield id, "–", getattr(leaf, "span", None)
