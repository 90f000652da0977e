"""What a workspace puts in the place of what comes with vadocs, and what it misses by that."""

from collections.abc import Mapping
from pathlib import Path

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.clause import Clause
from vadocs.model.library import Library
from vadocs.readers.comparing import compared


def tell_behind(library: Library, folder: Path, report: Report) -> None:
    """W459 for each clause of a workspace's `folder` that was made from an older edition than the bundled one."""
    for id, under in library.under.items():
        own = library.clauses[id]
        made_from = own.based_on or own.edition
        if _stands_in(own, folder) and made_from < under.edition:
            hints = [hint("H459.look", clause=id), hint("H459.done", edition=under.edition)]
            report.add("W459", own.span, hints=hints, clause=id, edition=made_from, bundled=under.edition)


def tell_shadows(library: Library, bundled: Library, report: Report) -> None:
    """N460 for own clauses that say what the bundled ones say; N461 for own sets and niches of a bundled one's id."""
    for id, under in library.under.items():
        if not any(compared(under, library.clauses[id])):
            report.add("N460", _place(library.clauses[id]), hints=[hint("H460")], clause=id)
    _tell_places("set", library.sets, bundled.sets, report)
    _tell_places("niche", library.niches, bundled.niches, report)


def _tell_places(kind: str, held: Mapping[str, object], bundled: Mapping[str, object], report: Report) -> None:
    for id in sorted(held.keys() & bundled.keys()):
        span, before = getattr(held[id], "span", None), getattr(bundled[id], "span", None)
        if span is not None and before is not None and span.file != before.file:
            report.add("N461", span, hints=[hint(f"H461.{kind}")], id=id)


def _stands_in(clause: Clause, folder: Path) -> bool:
    return clause.span is not None and Path(clause.span.file).is_relative_to(folder)


def _place(clause: Clause) -> Span | None:
    """Where a clause stands: its first text, which is what a workspace may have alone."""
    file = next((text.file for text in clause.texts.values()), None)
    return Span(file, 1, 1, 1, 2) if file is not None else clause.span
