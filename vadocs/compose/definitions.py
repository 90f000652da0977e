"""Whether each term is defined once, in this document, and used."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vadocs.compose.nouns import PARTIES
from vadocs.diagnostics import Hint, Report, Span, hint
from vadocs.model.document import Definition, Document, Emphasis, Inline, Link, Strong, Use
from vadocs.model.plan import Plan
from vadocs.model.walk import provisions, text_of


@dataclass(slots=True)
class Definitions:
    """What the paragraphs of a document define and use: each time (key of the term, text printed, clause)."""

    defined: list[tuple[str, str, str]] = field(default_factory=list)
    used: list[tuple[str, str, str]] = field(default_factory=list)

    def note(self, inline: Inline, clause: str) -> None:
        """Take in one inline of a clause and all that it holds."""
        if type(inline) is Use:
            self.used.append((inline.term, inline.text, clause))
        elif isinstance(inline, Definition):
            self.defined.append((inline.term, text_of(inline.children), clause))
        elif isinstance(inline, Strong | Emphasis | Link):
            for child in inline.children:
                self.note(child, clause)


def check_definitions(found: Definitions, document: Document, plan: Plan, report: Report) -> None:
    """Reports a term defined twice (E373), used but not defined (E374), defined but not used (W353)."""
    spans = {one.id: one.span for one in provisions(document)}
    first: dict[str, tuple[str, str]] = {}
    for term, text, clause in found.defined:
        if term in first:
            other = first[term][1]
            hints = [hint("H373")]
            report.add("E373", spans.get(clause), term=text, clause=clause, other=other, hints=hints)
        first.setdefault(term, (text, clause))
    used = {term: (text, clause) for term, text, clause in reversed(found.used)}
    for term, (text, clause) in used.items():
        if term not in first and term not in PARTIES:
            report.add("E374", spans.get(clause), term=text, clause=clause, hints=_where_defined(term, plan))
    _unused(first, used, spans, report)


def _unused(
    first: Mapping[str, tuple[str, str]],
    used: Mapping[str, tuple[str, str]],
    spans: Mapping[str, Span | None],
    report: Report,
) -> None:
    for term, (text, clause) in first.items():
        if term not in used:
            report.add("W353", spans.get(clause), term=text, clause=clause)


def _where_defined(term: str, plan: Plan) -> list[Hint]:
    """The clause that defines the term in a branch not taken, if one that is in does."""
    ids = [p.clause.id for p in plan.placements if term in p.clause.defines]
    return [hint("H374", clause=ids[0])] if ids else []
