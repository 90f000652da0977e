"""The names under `explained.`: what a contract says, clause by clause, in plain words and with its figures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vadocs.compose.evaluate import Fault
from vadocs.compose.kitwords import Words
from vadocs.compose.scalars import Printer, generated
from vadocs.compose.taxnames import leaf
from vadocs.model.document import Document, OpenPoint, Provision, Value
from vadocs.model.engagement import Item, Items, Leaf, Record, Scalar
from vadocs.model.library import Library
from vadocs.model.vocabulary import Field, Type, Vocabulary
from vadocs.model.walk import blocks, inlines, provisions, rows_of_inlines, text_of

EXPLANATION = "explanation"
"""The document that has these names."""
_FIGURES: tuple[Type, ...] = ("money", "quantity", "integer", "number", "date", "time")
_NAMED = ("amount", "net", "rate", "due")
"""The figures of a list's member that has a name, as an instalment has."""
_INDEX = re.compile(r"\[\d+\]")
_FIRST = re.compile(r"[^.;:]+")
"""How a description begins, up to where it explains."""
_APART = ("document", "contract", "taxes.checked_on")
"""Values that say nothing of what was agreed."""


def explained_names(
    contract: Document, names: Record, library: Library, vocabulary: Vocabulary, words: Words
) -> Record:
    """The record under `explained.`, of a contract that is numbered and resolved, with the names it was made of.

    `clauses`: for each clause and schedule its `label` (none where the contract counts none), `title`, `summary` in
    the contract's language, and `figures`, each with what it is, where it has any.
    """
    teller = _Teller(names, vocabulary, words)
    return Record({"clauses": Items(tuple(_clauses(contract, library, teller, words)))})


def _clauses(contract: Document, library: Library, teller: "_Teller", words: Words) -> Iterator[Record]:
    for one in provisions(contract):
        clause = library.clauses.get(one.id)
        summary = clause.summary.get(words.language.code) if clause is not None else None
        if not summary:
            continue
        found: dict[str, Item] = {"title": leaf(text_of(one.heading)), "summary": leaf(summary)}
        if one.label:
            found["label"] = leaf(one.label.rstrip(".–- "))
        figures = list(dict.fromkeys(teller.figures(one)))
        if figures:
            rows = (Record({"what": leaf(what), "figure": leaf(figure)}) for what, figure in figures)
            found["figures"] = Items(tuple(rows))
        yield Record(found)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the figures that a provision prints, each with what it is."""

    names: Record
    vocabulary: Vocabulary
    words: Words

    def figures(self, provision: Provision) -> Iterator[tuple[str, str]]:
        """What it is, and the figure, each once, in the order of the text."""
        seen: set[str] = set()
        for value in _values(provision):
            path = _INDEX.sub("[]", value.key)
            field = self.vocabulary.lookup(path)
            if value.key in seen or field is None or field.type not in _FIGURES or path.startswith(_APART):
                continue
            seen.add(value.key)
            label = self._name(value.key) if "[" in value.key else self._label(field)
            item = self.names.get(value.key)
            if label and isinstance(item, Leaf):
                yield label, self._printed(item.value)

    def _label(self, field: Field) -> str:
        """What a figure is, by the branch of the spec that it stands in."""
        told: Mapping[str, str] = field.description
        for path, code, description in field.variants:
            item = self.names.get(path)
            if isinstance(item, Leaf) and getattr(item.value, "code", item.value) == code:
                told = description
        first = _FIRST.match(told.get(self.words.language.code, ""))
        return _small(first[0].strip()) if first else ""

    def _name(self, key: str) -> str:
        """The name of the list's member that a figure is of; "" where it has none."""
        record, _, name = key.rpartition(".")
        member = self.names.get(record)
        known = member.value("name") if isinstance(member, Record) else None
        return self.words.said(known) if name in _NAMED else ""

    def _printed(self, value: Scalar) -> str:
        printer = Printer(self.words.language, self.words.lexicon, lambda key: OpenPoint(key, key))
        try:
            return generated(value, printer, ("figures",))
        except Fault:
            return generated(value, printer)


def _values(provision: Provision) -> Iterator[Value]:
    rows = (row for block in blocks(provision.body) for row in rows_of_inlines(block))
    return (one for row in rows for one in inlines(row) if isinstance(one, Value))


def _small(text: str) -> str:
    """A label within a sentence: with a small letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
