"""References become the numbers of what they name; what they name must be there. Definitions are checked."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vadocs.compose.definitions import Definitions, check_definitions
from vadocs.compose.flow import WRAPS, Flow
from vadocs.compose.places import Place, Places, places_of
from vadocs.compose.rewrite import rewritten
from vadocs.diagnostics import Hint, Report, hint
from vadocs.language import Language
from vadocs.language import Piece as Printed
from vadocs.model.document import Counted, Document, Inline, Piece, Reference, Text, Value
from vadocs.model.plan import Plan
from vadocs.model.walk import inlines


def resolve(document: Document, language: Language, plan: Plan, report: Report) -> Document:
    """The numbered document with every reference printed; an optional one to what is not there is gone.

    Reports E370 (what is cited is not in the document: names both clauses and why the cited one is
    out), E371 (no such place in the clause), E372 (it has no number), and what `definitions` finds.
    """
    # A document that counts nothing has no number that a reference could print: E372.
    scheme: Counted = "decimal" if document.meta.scheme == "plain" else document.meta.scheme
    resolver = _Resolver(scheme, language, places_of(document), plan, report)
    resolved = rewritten(document, resolver.paragraph)
    check_definitions(resolver.definitions, resolved, plan, report)
    return resolved


@dataclass(slots=True)
class _Resolver:
    """Resolves the references of one document, and notes its definitions on the way."""

    scheme: Counted
    language: Language
    places: Places
    plan: Plan
    report: Report
    definitions: Definitions = field(default_factory=Definitions)

    def paragraph(self, content: tuple[Inline, ...], clause: str) -> tuple[Inline, ...]:
        """The inlines of one paragraph of `clause` with its references printed."""
        cites = False
        for inline in content:
            kind = type(inline)
            if kind is Reference:
                cites = True
            elif kind is not Text and kind is not Value:
                self.definitions.note(inline, clause)
                cites = cites or (isinstance(inline, WRAPS) and _cites(inline.children))
        if not cites:
            return content
        flow = Flow(self.language)
        self._write(content, clause, flow)
        return flow.inlines()

    def _write(self, content: tuple[Inline, ...], clause: str, flow: Flow) -> None:
        for inline in content:
            if isinstance(inline, Reference):
                if not self._reference(inline, clause, flow):
                    flow.trim_space()
            elif isinstance(inline, WRAPS):
                outer = flow.wraps
                flow.wraps = (*outer, inline)
                self._write(inline.children, clause, flow)
                flow.wraps = outer
            else:
                flow.add(inline)

    def _reference(self, reference: Reference, clause: str, flow: Flow) -> bool:
        """Print the reference; False where nothing of it is left."""
        kept: list[tuple[str, Place]] = []
        for anchor in reference.targets:
            there = anchor if anchor in reference.optional_targets else self._standing(anchor)
            place = self.places.numbered.get(there)
            if place is not None:
                kept.append((there, place))
            elif anchor not in reference.optional_targets:
                self._dangling(reference, anchor, clause)
        if not kept:
            return False
        targets = [place.target for _, place in kept]
        standing = self.places.numbered.get(clause)
        here = standing.target if standing is not None else None
        printed = self.language.references(targets, self.scheme, reference.form, here=here)
        pieces = [self._piece(piece, kept[piece.index][1]) for piece in _joined(printed, flow)]
        anchors = tuple([anchor for anchor, _ in kept])
        flow.add(Reference(
            anchors, reference.form, reference.optional, tuple(pieces), reference.optional_targets, reference.span
        ))
        return True

    def _standing(self, anchor: str) -> str:
        """The anchor, or that of the clause that stands for the one cited; that clause where it has no such place."""
        cited, dot, name = anchor.partition(".")
        stand = self.plan.instead.get(cited)
        if stand is None:
            return anchor
        inside = f"{stand}{dot}{name}"
        return inside if inside in self.places.numbered else stand

    def _piece(self, piece: Printed, place: Place) -> Piece:
        """A number becomes a field that points at its place, where that has an anchor."""
        if piece.level is None or piece.level == "article":
            return Piece(piece.text)
        anchor = place.anchors.get(piece.level)
        if anchor is None:
            return Piece(piece.text)
        if piece.level == "schedule" or (piece.level == "clause" and self.scheme == "ordinal"):
            return Piece(piece.text, anchor, "heading")
        whole = piece.level == "clause" or "." in piece.text
        return Piece(piece.text, anchor, "full" if whole else "label")

    def _dangling(self, reference: Reference, anchor: str, clause: str) -> None:
        cited, _, name = anchor.partition(".")
        if anchor in self.places.unnumbered:
            self.report.add("E372", reference.span, clause=clause, target=anchor)
        elif any(p.clause.id == cited for p in self.plan.placements):
            self.report.add("E371", reference.span, clause=clause, cited=cited, anchor=name, hints=[hint("H371")])
        else:
            why = next((o.reason for o in self.plan.omitted if o.clause == cited), None)
            hints = [Hint(why.id, why.args)] if why else []
            hints.append(hint("H370", cited=cited))
            self.report.add("E370", reference.span, clause=clause, cited=cited, hints=hints)


def _cites(some: tuple[Inline, ...]) -> bool:
    return any(isinstance(inline, Reference) for inline in inlines(some))


def _joined(printed: Sequence[Printed], flow: Flow) -> list[Printed]:
    """The pieces with a capital at the start of a sentence, the article contracted with what stands before."""
    first, *rest = printed
    if flow.starts_sentence():
        return [_with_text(first, flow.language.capitalise(first.text)), *rest]
    if first.level == "article":
        article = flow.contract(first.text)
        return [_with_text(first, article), *rest] if article else rest
    return [first, *rest]


def _with_text(piece: Printed, text: str) -> Printed:
    """The piece, reading `text`: itself where it does already."""
    return piece if text == piece.text else Printed(text, piece.level, piece.index)
