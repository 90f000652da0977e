"""What every letter is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vadocs.compose.places import places_of
from vadocs.diagnostics import Report, Span
from vadocs.language import Language
from vadocs.model.document import Counted, Document
from vadocs.model.engagement import Choice, Record
from vadocs.model.library import LawDatum


@dataclass(frozen=True, slots=True)
class Matter:
    """What a letter is made from: the contract's names, the ids of its clauses, the law's data by country.

    `contract` is the contract itself, numbered and resolved; None where it could not be made. `instead`: clauses
    that are out of it, each with the one that stands for it. Findings go to `report`.
    """

    root: Record
    clauses: frozenset[str]
    contract: Document | None
    law: Mapping[str, tuple[LawDatum, ...]]
    language: Language
    report: Report
    instead: Mapping[str, str] = field(default_factory=dict)

    @property
    def country(self) -> str:
        """The country of the governing law, "" where none is given."""
        return self.code("governing_law").split("-")[0]

    def code(self, path: str) -> str:
        """The code or text at a path; "" where there is none."""
        value = self.root.value(path)
        return value.code if isinstance(value, Choice) else value if isinstance(value, str) else ""

    def place(self, *paths: str) -> Span | None:
        """Where the first of these that stands in a file stands there."""
        items = (self.root.get(path) for path in paths)
        return next((item.span for item in items if item is not None and item.span is not None), None)

    def cited(self, anchor: str) -> str:
        """A clause of the contract, or what stands for it, by its number ("cláusula 12"); "" where it is not there."""
        there = self.instead.get(anchor, anchor)
        place = places_of(self.contract).numbered.get(there) if self.contract is not None else None
        if place is None or self.contract is None:
            return ""
        scheme: Counted = "decimal" if self.contract.meta.scheme == "plain" else self.contract.meta.scheme
        return "".join(piece.text for piece in self.language.reference(place.target, scheme, "bare"))
