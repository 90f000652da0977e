"""The values of clause parameters that a spec leaves out: a niche's default, else the clause's own."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from vadocs.model.clause import Clause, Parameter
from vadocs.model.engagement import Choice, ClockTime, Item, Items, Leaf, Origin, Quantity, Record, Scalar
from vadocs.model.money import Money
from vadocs.model.vocabulary import Vocabulary


def with_defaults(
    root: Record, clauses: Iterable[tuple[Clause, Mapping[str, str]]], vocabulary: Vocabulary, currency: str
) -> Record:
    """`root` with the defaults of these clauses, each beside the defaults that niches set for it.

    What the spec gives stays. A parameter whose type the clause does not tell is a name of the schema:
    the vocabulary tells it. A default of unknown type is left out, as `clauses lint` finds it.
    """
    for clause, by_niche in clauses:
        for name in dict.fromkeys((*clause.parameters, *by_niche)):
            parameter = clause.parameters.get(name) or Parameter(name, "")
            text = by_niche.get(name, parameter.default)
            path = clause.path_of(name)
            if text is None or root.get(path) is not None:
                continue
            item = typed(text, parameter, path, vocabulary, currency, "niche" if name in by_niche else "default")
            if item is not None:
                root = put(root, path.split("."), item)
    return root


def put(record: Record, steps: list[str], item: Item) -> Record:
    """The record with an item at a path; records on the way are made where they lack."""
    first, *rest = steps
    inner = record.fields.get(first)
    if rest:
        if inner is not None and not isinstance(inner, Record):
            return record
        item = put(inner or Record({}), rest, item)
    return Record({**record.fields, first: item}, record.span, record.kind)


def typed(
    text: str, parameter: Parameter, path: str, vocabulary: Vocabulary, currency: str, origin: Origin = "default"
) -> Item | None:
    """The text of a default as a value of the parameter's type; None where it is none of that type."""
    known = vocabulary.lookup(path)
    kind = parameter.type or (known.type if known else "")
    unit = parameter.unit or (known.unit if known else "")
    list_name = known.list_name if known and known.list_name else path
    if kind == "list":
        return Items(tuple(Leaf(part.strip(), None, origin) for part in text.split(",") if part.strip()))
    try:
        value = _scalar(text.strip(), kind, unit, list_name, currency)
    except (InvalidOperation, ValueError):
        return None
    return None if value is None else Leaf(value, None, origin)


def _scalar(text: str, kind: str, unit: str, list_name: str, currency: str) -> Scalar | None:
    match kind:
        case "text" | "prose":
            return text
        case "code" | "country" | "language":
            return Choice(text, list_name if kind == "code" else kind)
        case "money":
            return Money(Decimal(text), currency)
        case "quantity":
            return Quantity(Decimal(text), unit)
        case "integer":
            return int(text)
        case "number":
            return Decimal(text)
        case "boolean":
            return {"true": True, "false": False}.get(text)
        case "date":
            return date.fromisoformat(text)
        case "time":
            hour, minute = text.split(":")
            return ClockTime(int(hour), int(minute))
        case _:
            return None
