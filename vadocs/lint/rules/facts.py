"""What a rule looks at: the engagement as read and as completed, its plans and documents, the library, the day."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from vadocs.diagnostics import Hint, Related, Span
from vadocs.law.data import data_of, valid_on
from vadocs.lint.rules.words import Corpus, FreeText, corpus, words_of
from vadocs.model.document import Document
from vadocs.model.engagement import Choice, Engagement, Item, Items, Leaf, Localised, Quantity, Record, leaves
from vadocs.model.library import LawDatum, Library
from vadocs.model.money import Money
from vadocs.model.plan import Plan
from vadocs.model.walk import blocks, provisions, rows_of_inlines, text_of

_NO_PROSE = (
    "schema", "id", "number", "version", "status", "date", "language", "governing_law", "clause_set", "niches",
    "documents", "client", "courts", "arbitration", "signing", "accept", "internal", "clauses", "amends",
)  # fmt: skip
"""Top-level names under which nothing stands that a rule would read as a promise: names, codes, own notes."""
_PROVIDER_PROSE = ("label", "trade_name", "workspace", "team", "evidence", "references", "memberships")
"""What of the provider is read: who they are and where they live is no promise."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: its place, hints, related places, and the arguments of its message."""

    span: Span | None
    hints: tuple[Hint, ...] = ()
    related: tuple[Related, ...] = ()
    args: Mapping[str, object] = field(default_factory=dict)


def found(span: Span | None, *hints: Hint, related: tuple[Related, ...] = (), **args: object) -> Found:
    """A `Found` with the arguments of its message written as keywords."""
    return Found(span, hints, related, args)


@dataclass(frozen=True, slots=True)
class Facts:
    """An engagement before its rules.

    `record` is the spec with its internal part; `names` what texts may use, defaults and computed values included;
    `law` the data of the governing law that hold on the engagement's date, by name (none of low confidence);
    `today` the day on which it is looked at; `texts` the spec's own words and those of the workspace's clauses;
    `hidden` the names, in small letters without accents, that its texts are not to tell.
    """

    record: Record
    names: Record
    plans: tuple[Plan, ...]
    documents: tuple[Document, ...]
    library: Library
    law: Mapping[str, LawDatum]
    texts: Corpus
    today: date
    hidden: tuple[str, ...] = ()

    @property
    def placed(self) -> frozenset[str]:
        """The ids of the clauses that stand in any of the documents, and of those that one there stands for."""
        ids = (placement.clause.id for plan in self.plans for placement in plan.placements)
        return frozenset((*ids, *(id for plan in self.plans for id in plan.instead)))

    @property
    def country(self) -> str:
        """The country of the governing law as ISO code, "" if none is given."""
        return self.code("governing_law").split("-")[0]

    def get(self, path: str) -> Item | None:
        """The item at a dotted path of `names`, or None."""
        return self.names.get(path)

    def code(self, path: str) -> str:
        """The code or text at a path; "" where there is none."""
        value = self.names.value(path)
        return value.code if isinstance(value, Choice) else value if isinstance(value, str) else ""

    def flag(self, path: str) -> bool | None:
        """The yes or no at a path; None where the spec does not say."""
        value = self.names.value(path)
        return value if isinstance(value, bool) else None

    def number(self, path: str) -> Decimal | None:
        """The number at a path without its unit; None where there is none."""
        return number_of(self.names.get(path))

    def money(self, path: str) -> Money | None:
        """The amount at a path; None where there is none."""
        value = self.names.value(path)
        return value if isinstance(value, Money) else None

    def day(self, path: str) -> date | None:
        """The date at a path; None where there is none."""
        value = self.names.value(path)
        return value if isinstance(value, date) else None

    def records(self, path: str) -> tuple[Record, ...]:
        """The records of the list at a path; none where there is no list."""
        return records_of(self.names.get(path))

    def datum(self, name: str) -> Decimal | None:
        """The number of a datum of the governing law, without its unit; None where the data do not tell."""
        datum = self.law.get(name)
        if datum is None or isinstance(datum.value, Mapping):
            return None
        return number_of(Leaf(datum.value))

    def in_term(self, name: str) -> tuple[LawDatum, ...]:
        """The data of that name in the governing law that hold on any day from the contract's date to its end."""
        first, last = self.day("date"), self.day("term.end")
        return tuple(
            one
            for one in data_of(self.code("governing_law"), self.library.law)
            if one.name == name and one.confidence != "low" and first is not None
            and (one.valid_to is None or one.valid_to >= first)
            and (last is None or one.valid_from is None or one.valid_from <= last)
        )  # fmt: skip

    def span(self, *paths: str) -> Span | None:
        """The place of the first of `paths` that stands in a file, else that of the spec as a whole."""
        for path in paths:
            item = self.names.get(path)
            if item is not None and item.span is not None:
                return item.span
        name = self.names.get("id")
        return name.span if name is not None else self.record.span


def gather(
    engagement: Engagement,
    names: Record,
    plans: tuple[Plan, ...],
    documents: tuple[Document, ...],
    library: Library,
    today: date,
    own: Collection[str] = (),
) -> Facts:
    """The facts of an engagement. `own`: ids of the clauses whose texts are the workspace's, not the library's."""
    day = names.value("date")
    value = names.value("governing_law")
    code = value.code if isinstance(value, Choice) else str(value or "")
    law = valid_on(data_of(code, library.law), day) if isinstance(day, date) else {}
    texts = corpus((*_of_spec(engagement.root), *_of_clauses(documents, library, own)))
    return Facts(engagement.root, names, plans, documents, library, law, texts, today)


def figure(number: Decimal) -> str:
    """A number as it is typed in a spec: no exponent, no zeros after the decimal point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_of(item: Item | None) -> Decimal | None:
    """The number that a leaf holds, without its unit; None for anything else."""
    value = item.value if isinstance(item, Leaf) else None
    if isinstance(value, Quantity | Money):
        return value.amount
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def records_of(item: Item | None) -> tuple[Record, ...]:
    """The records of a list; none for anything else."""
    return tuple(one for one in item.items if isinstance(one, Record)) if isinstance(item, Items) else ()


def code_of(item: Item | None) -> str:
    """The code or text that a leaf holds; "" for anything else."""
    value = item.value if isinstance(item, Leaf) else None
    return value.code if isinstance(value, Choice) else value if isinstance(value, str) else ""


def _of_spec(root: Record) -> Iterator[FreeText]:
    """The texts that the spec itself says, each with its place."""
    for name, item in root.fields.items():
        if name in _NO_PROSE:
            continue
        for path, leaf in leaves(item, name):
            if name == "provider" and path.split(".")[1].split("[")[0] not in _PROVIDER_PROSE:
                continue
            if isinstance(leaf.value, Localised):
                for language, text in leaf.value.texts.items():
                    yield FreeText(path, words_of(text), leaf.value.spans.get(language, leaf.span))
            elif isinstance(leaf.value, str):
                yield FreeText(path, words_of(leaf.value), leaf.span)


def _of_clauses(documents: tuple[Document, ...], library: Library, own: Collection[str]) -> Iterator[FreeText]:
    """The paragraphs of the workspace's own clauses as they are printed, at the place of their clause."""
    for document in documents if own else ():
        for provision in provisions(document):
            if provision.id in own:
                place = library.clauses[provision.id].span
                for block in blocks(provision.body):
                    for row in rows_of_inlines(block):
                        yield FreeText(f"clause {provision.id}", words_of(text_of(row)), place)
