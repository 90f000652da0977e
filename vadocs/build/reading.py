"""A spec becomes an engagement, with the sources it goes with."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vadocs.build.workspace import Sources, parameters_of, sources
from vadocs.compose.agreements import AGREEMENTS
from vadocs.compose.confirmations import check_confirmed
from vadocs.compose.explained import EXPLANATION
from vadocs.compose.letters import LETTERS, VETTING
from vadocs.compose.pins import with_pins
from vadocs.compose.select import check_names
from vadocs.diagnostics import Report
from vadocs.model.engagement import Engagement, leaves
from vadocs.readers.engagement import read_what_holds
from vadocs.readers.overlay import Given

DOCUMENTS = ("contract", "proposal", "welcome-kit", *AGREEMENTS, *LETTERS, VETTING, EXPLANATION)
"""The documents that can be made."""


def read(
    spec: Path, report: Report, data: bytes | None = None, asked: tuple[str, ...] = (), given: Sequence[Given] = ()
) -> tuple[Engagement, Sources] | None:
    """The engagement of a spec and the sources around it; None, reported, where it cannot be read or is not whole.

    `data`: what the file would hold (None: what it holds). `asked`, `given`: as for `read_what_holds`.
    """
    found = sources(spec.parent, report)
    kept = (clause for editions in found.library.editions.values() for clause in editions.values())
    namespaces = {clause.id: clause.namespace for clause in (*kept, *found.library.clauses.values())}
    parameters = parameters_of(found.library)
    engagement, whole = read_what_holds(spec, parameters, report, True, DOCUMENTS, namespaces, data, asked, given)
    if engagement is not None and not whole:
        check_names(engagement, found.library, report)
        check_confirmed(engagement, found.library, report)
    if engagement is None or not whole:
        return None
    return engagement, replace(found, library=with_pins(engagement, found.library))


def documents_of(engagement: Engagement, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The codes asked for, else those that the spec names."""
    named = engagement.get("documents")
    if asked or named is None:
        return asked
    return tuple(str(getattr(leaf.value, "code", leaf.value)) for _, leaf in leaves(named))
