"""The namespace of a document's texts: the spec, defaults of parameters, what is computed, the law's data."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from vadocs.compose.amounts import with_amounts
from vadocs.compose.charges import most_in_month
from vadocs.compose.charts.offers import offers
from vadocs.compose.evaluate import NO_VOCABULARY
from vadocs.compose.packages import with_packages
from vadocs.compose.parameters import put, with_defaults
from vadocs.compose.paymentplan import calendar_names, schedule_names
from vadocs.compose.records import country_of, parties_of
from vadocs.compose.scalars import print_leaf
from vadocs.compose.taxtable import Words, tax_names
from vadocs.language import language
from vadocs.law.data import data_of, law_names
from vadocs.model.clause import Clause
from vadocs.model.engagement import Choice, Engagement, Item, Items, Leaf, Record, leaves
from vadocs.model.lexicon import Lexicon
from vadocs.model.library import Library
from vadocs.model.plan import Placement, Plan
from vadocs.model.vocabulary import Vocabulary

__all__ = ["cover_values", "namespace", "print_leaf", "values"]

INTERNAL = ("internal", "accept", "confirmed", "schema")
"""Top-level names that no text may see."""


def values(
    engagement: Engagement,
    library: Library,
    plan: Plan,
    vocabulary: Vocabulary = NO_VOCABULARY,
    beside: Sequence[Placement] = (),
) -> Record:
    """Every name that the plan's texts may use, each leaf with its origin.

    The spec's own names; the placed clauses' parameters with defaults; `document.*`, `deposit.total`,
    `fees.milestones[].amount|percent`, `proposal.compared|several`, `taxes.*`, `law.*`, what each package comes to.
    `vocabulary` types the defaults that clauses give to names of the schema: without it those defaults are left out.
    `beside`: the clauses of the contract that the document goes with, whose defaults hold for it too.
    """
    placed = [(p.clause, p.parameters) for p in (*beside, *plan.placements)]
    return _with_document(namespace(engagement, library, placed, vocabulary), library, plan)


def _with_document(root: Record, library: Library, plan: Plan) -> Record:
    """`document.*`: what is printed of the document as a whole."""
    words = language(plan.language)
    lexicon = library.lexicon(words.code, plan.law)
    title = lexicon.frame.get(f"title.{plan.document}") if lexicon else None
    document = {name: root.fields[name] for name in ("number", "version", "date") if name in root.fields}
    if title is not None:
        document["title"] = Leaf(title, None, "computed")
    return put(root, ["document"], Record(document))


def cover_values(names: Record, library: Library, plan: Plan, titles: Sequence[str]) -> Record:
    """The names of what a packet opens with: those of a document in it, and `packet.documents`, all their titles."""
    leaves = tuple(Leaf(title, None, "computed") for title in titles)
    return put(_with_document(names, library, plan), ["packet", "documents"], Items(leaves))


def printable(engagement: Engagement) -> dict[str, Leaf]:
    """The leaves that a document may print, by dotted path."""
    return {path: leaf for path, leaf in leaves(engagement.root) if path.split(".")[0] not in INTERNAL}


def namespace(
    engagement: Engagement,
    library: Library,
    clauses: Iterable[tuple[Clause, Mapping[str, str]]],
    vocabulary: Vocabulary = NO_VOCABULARY,
) -> Record:
    """The names before there is a plan: with the defaults of any `clauses`, each beside its niches' defaults."""
    root = engagement.root
    root = Record({k: v for k, v in root.fields.items() if k not in INTERNAL}, root.span, root.kind)
    currency = _code(root, "fees.currency")
    root = with_defaults(root, clauses, vocabulary, currency)
    root = _with_most_in_month(with_amounts(root))
    root = _with_place_of_work(root)
    if offers(root):
        root = put(root, ["proposal", "compared"], Leaf(True, None, "computed"))
    options = root.get("proposal.options")
    if isinstance(options, Items) and len(options.items) > 1:
        root = put(root, ["proposal", "several"], Leaf(True, None, "computed"))
    root = _with_schedule(_with_taxes(root, library), library)
    root = with_packages(root, library.law, _words(root, library))
    day, law = root.value("date"), _code(root, "governing_law")
    if isinstance(day, date):
        root = put(root, ["law"], law_names(data_of(law, library.law), day))
    return root


def _code(root: Record, path: str) -> str:
    value = root.value(path)
    return value.code if isinstance(value, Choice) else value if isinstance(value, str) else ""


def _with_most_in_month(root: Record) -> Record:
    """`fees.most_in_month`: what the hours up to the month's cap come to; absent where the fee is no hourly one."""
    most = most_in_month(root) if _code(root, "fees.model") == "hourly" else None
    return root if most is None else put(root, ["fees", "most_in_month"], Leaf(most, None, "computed"))


def _with_place_of_work(root: Record) -> Record:
    """`performed_in_client_country`: whether work is done where a client is; absent if no places are told."""
    places = root.get("performed_in")
    if not isinstance(places, Items):
        return root
    countries = {country_of(party) for party in parties_of(root, "client")} - {""}
    done = {leaf.value.code for leaf in places.items if isinstance(leaf, Leaf) and isinstance(leaf.value, Choice)}
    return put(root, ["performed_in_client_country"], Leaf(bool(countries & done), None, "computed"))


def _with_taxes(root: Record, library: Library) -> Record:
    """`taxes`: what the law makes of the engagement, and of each invoice on its day."""
    return put(root, ["taxes"], tax_names(root, library.law, _words(root, library), _fee_name(root, library)))


def _with_schedule(root: Record, library: Library) -> Record:
    """`invoicing_calendar` where invoices are known beforehand; `schedule` where the contract lists them."""
    lexicon = _lexicon(root, library)
    if lexicon is None:
        return root
    calendar = calendar_names(root, library.law, language(_code(root, "language") or "es"), lexicon)
    if calendar is None:
        return root
    names = schedule_names(root, calendar)
    root = put(root, ["invoicing_calendar"], calendar)
    return root if names is None else put(root, ["schedule"], names)


def _words(root: Record, library: Library) -> Words | None:
    """The language of the documents with its lexicon; None where the library has none."""
    lexicon = _lexicon(root, library)
    return (language(_code(root, "language") or "es"), lexicon) if lexicon else None


def _lexicon(root: Record, library: Library) -> Lexicon | None:
    tag = _code(root, "language") or "es"
    return library.lexicon(tag.split("-")[0], _code(root, "governing_law"))


def _fee_name(root: Record, library: Library) -> Item | None:
    """What the fee is called: the country's word for it, else the title of its clause."""
    model, tag = _code(root, "fees.model"), _code(root, "language") or "es"
    lexicon = _lexicon(root, library)
    noun = lexicon.nouns.get("package" if model == "hours-package" else model) if lexicon else None
    if noun is not None:
        return Leaf(noun.singular[:1].upper() + noun.singular[1:], None, "computed")
    clause = library.clauses.get(f"fees-{model}")
    title = clause.title.get(tag.split("-")[0]) if clause else None
    return None if title is None else Leaf(title, None, "computed")
