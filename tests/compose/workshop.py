"""A small library of the specimen clauses, Marta's spec, and values made by hand, for the tests of compose."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from vadocs.compose.assemble import assemble
from vadocs.compose.number import number
from vadocs.compose.resolve import resolve
from vadocs.compose.select import select
from vadocs.compose.setting import Setting
from vadocs.compose.terms import terms_of
from vadocs.compose.values import values
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.model.clause import Clause, Parameter
from vadocs.model.document import Document
from vadocs.model.engagement import Choice, Engagement, Item, Items, Leaf, Quantity, Record, Scalar
from vadocs.model.expression import Expression
from vadocs.model.lexicon import Lexicon
from vadocs.model.library import Library
from vadocs.model.money import Money
from vadocs.model.plan import Plan
from vadocs.model.vocabulary import Vocabulary
from vadocs.readers.clausetext import compile_text
from vadocs.readers.engagement import read_engagement
from vadocs.readers.expression import parse_expression
from vadocs.readers.library import load_library
from vadocs.readers.place import Place
from vadocs.readers.vocabulary import vocabulary

DATA = Path(__file__).parent / "data"
MARTA = DATA / "marta.vadocs.yaml"


@cache
def library() -> Library:
    """The specimen clauses with their sets, words and law."""
    report = Report()
    found = load_library((DATA / "library",), report)
    assert not messages(report), messages(report)
    return found


def parameters(one: Library) -> Mapping[str, Mapping[str, Parameter]]:
    """The parameters of a library's clauses by namespace."""
    found: dict[str, dict[str, Parameter]] = {}
    for clause in one.clauses.values():
        found.setdefault(clause.namespace, {}).update(clause.parameters)
    return found


@cache
def names() -> Vocabulary:
    """Every name that the specimen's texts may use."""
    return vocabulary(parameters(library()))


def read(path: Path) -> Engagement:
    """A spec as read, without any finding."""
    report = Report()
    found = read_engagement(path, parameters(library()), report, practice=False)
    assert found is not None and not messages(report), messages(report)
    return found


@cache
def marta() -> Engagement:
    """Marta's engagement: bookkeeping for Cerámicas Levante, Spain."""
    return read(MARTA)


def changed(engagement: Engagement, **leaves: Item | None) -> Engagement:
    """The engagement with items put at dotted paths written with `__`; None takes one away."""
    root = engagement.root
    for path, item in leaves.items():
        root = put(root, path.split("__"), item)
    return Engagement(root, engagement.files)


def put(record: Record, steps: list[str], item: Item | None) -> Record:
    """The record with one item set or taken away."""
    first, *rest = steps
    fields = dict(record.fields)
    if rest:
        inner = fields.get(first, Record({}))
        assert isinstance(inner, Record)
        fields[first] = put(inner, rest, item)
    elif item is None:
        fields.pop(first, None)
    else:
        fields[first] = item
    return replace(record, fields=fields)


def composed(engagement: Engagement, one: Library | None = None, report: Report | None = None) -> tuple[Plan, Document]:
    """Plan and document of the contract; findings go to `report`, or there must be none."""
    one, own = one or library(), Report() if report is None else report
    plan = select(engagement, one, "contract", own, names())
    assert plan is not None, messages(own)
    words = language(plan.language)
    root = values(engagement, one, plan, names())
    document = number(assemble(plan, root, one, words, own, names()), words)
    document = resolve(document, words, plan, own)
    assert report is not None or not messages(own), messages(own)
    return plan, document


def messages(report: Report) -> list[str]:
    """The findings as "E350 text", in Spanish."""
    return [f"{d.code} {d.message('es')}" for d in report]


def codes(report: Report) -> list[str]:
    """The codes of the findings."""
    return [d.code for d in report]


# --- by hand ---------------------------------------------------------------------------------------


def leaf(value: Scalar) -> Leaf:
    """A leaf without a place."""
    return Leaf(value)


def euros(amount: str) -> Leaf:
    """An amount in euros."""
    return Leaf(Money(Decimal(amount), "EUR"))


def count(amount: str, unit: str) -> Leaf:
    """So many of a unit."""
    return Leaf(Quantity(Decimal(amount), unit))


def code(text: str, list_name: str) -> Leaf:
    """A code of a list."""
    return Leaf(Choice(text, list_name))


def record(**fields: Item) -> Record:
    """A record of named items."""
    return Record(fields)


def items(*members: Item) -> Items:
    """A list."""
    return Items(members)


def expression(text: str) -> Expression:
    """An expression as written in a text."""
    report = Report()
    found = parse_expression(text, Place("test", 1, 1), report, filters=True)
    assert found is not None, messages(report)
    return found


def setting(root: Record, tag: str = "es-ES", lexicon: Lexicon | None = None, **more: Vocabulary) -> Setting:
    """The setting of a text that is evaluated alone, with the specimen's words and terms."""
    words = language(tag)
    found = lexicon or library().lexicon(words.code, words.region)
    assert found is not None
    terms = terms_of(library().clauses.values(), words.code)
    return Setting(root, words, found, terms, Report(), frozenset(terms.definers), **more)


def with_text(id: str, text: str, tag: str = "es", **facts: object) -> Clause:
    """A clause of one text, or the specimen's clause of that id with this text."""
    report = Report()
    terms = {"Servicios": "services", "Services": "services"}
    compiled = compile_text(text, f"{id}/{tag}.md", tag, terms, report)
    assert not messages(report), messages(report)
    base = library().clauses.get(id) or Clause(id, 1, {}, {}, "body", {}, id.replace("-", "_"))
    return replace(base, texts={**base.texts, tag: compiled}, **facts)  # type: ignore[arg-type]


def with_clauses(*clauses: Clause) -> Library:
    """The specimen library with these clauses in it."""
    return replace(library(), clauses={**library().clauses, **{c.id: c for c in clauses}})
