"""What each package that the client may choose comes to: its amounts, taxes and price of an hour."""

from collections.abc import Iterator

from vadocs.compose.amounts import with_amounts
from vadocs.compose.charges import most_in_month
from vadocs.compose.parameters import put
from vadocs.compose.taxfacts import Law
from vadocs.compose.taxtable import Words, tax_names
from vadocs.diagnostics import Report, hint
from vadocs.model.engagement import Choice, Engagement, Item, Items, Leaf, Quantity, Record, Scalar
from vadocs.model.money import Money

_PLANNED = ("fees", "deposit", "services", "exclusions", "service_levels", "communications", "clause_set", "clauses")
"""What of a package decides about the contract's clauses."""
_PRICED = ("fees", "deposit", "services")
"""What of a package its price and taxes depend on."""


def with_packages(root: Record, law: Law, words: Words | None) -> Record:
    """The names with what each of `proposal.options` comes to, as the contract would have it if it were chosen.

    `words`: as for `tax_names`.
    """
    options = root.get("proposal.options")
    if not isinstance(options, Items):
        return root
    made = (priced(option, root, law, words) if isinstance(option, Record) else option for option in options.items)
    return put(root, ["proposal", "options"], Items(tuple(made), options.span))


def priced(option: Record, root: Record, law: Law, words: Words | None) -> Record:
    """A package, or no change of `root` at all, with what it comes to.

    That is `taxes.*`, `monthly` or `one_off`, `at_most`, `pays`, `effective_rate`, `deposit.total`.
    """
    seen = _as_chosen(option, root)
    taxes = _first_month(tax_names(seen, law, words, None), seen)
    found = {name: seen.fields[name] for name in ("fees", "deposit") if name in seen.fields}
    found |= {"taxes": taxes, **_totals(seen)}
    base, vat = taxes.value("totals.base"), taxes.value("totals.vat")
    if isinstance(base, Money) and taxes.get("totals.net") is not None:
        found["pays"] = _leaf(base + vat if isinstance(vat, Money) else base)
    rate = _hourly(seen)
    if rate is not None:
        found["effective_rate"] = _leaf(rate)
    return Record({**option.fields, **found}, option.span, option.kind)


def _first_month(taxes: Record, seen: Record) -> Record:
    """The taxes with totals where those of a monthly fee change with time: as they are in the first whole month."""
    first = taxes.get("invoices[0]")
    if _model(seen) != "retainer" or taxes.get("totals") is not None or not isinstance(first, Record):
        return taxes
    totals = {name: item for name, item in first.fields.items() if name != "name"}
    return Record({**taxes.fields, "totals": Record(totals)}, taxes.span, taxes.kind)


def _totals(seen: Record) -> dict[str, Item]:
    """What is paid each month, or once, before taxes; nothing where the work alone will tell."""
    price, model = seen.value("fees.amount"), _model(seen)
    if model == "hourly":
        most = most_in_month(seen)
        return {} if most is None else {"monthly": _leaf(most), "at_most": _leaf(True)}
    if not isinstance(price, Money):
        return {}
    return {"monthly" if model == "retainer" else "one_off": _leaf(price)}


def _as_chosen(option: Record, root: Record) -> Record:
    """The names as they would be with this package, as far as its price depends on them.

    A deposit in months of a fee that is not monthly is left out: reading refuses it once the package is chosen.
    """
    fields = {**root.fields, **{name: option.fields[name] for name in _PRICED if name in option.fields}}
    seen = Record(fields, root.span, root.kind)
    if _model(seen) != "retainer" and seen.get("deposit.months") is not None:
        seen = Record({name: item for name, item in fields.items() if name != "deposit"}, root.span, root.kind)
    deposit = seen.get("deposit")
    if isinstance(deposit, Record):
        kept = {name: item for name, item in deposit.fields.items() if name != "total"}
        seen = put(seen, ["deposit"], Record(kept, deposit.span, deposit.kind))
    return with_amounts(seen)


def _hourly(seen: Record) -> Money | None:
    """What an hour comes to: its rate, or the price by the hours that it pays for; None where that is not told."""
    rate, amount, hours = (seen.value(f"fees.{name}") for name in ("rate", "amount", "hours"))
    if isinstance(rate, Money):
        return rate
    if not (isinstance(amount, Money) and isinstance(hours, Quantity) and hours.amount):
        return None
    return Money(amount.amount / hours.amount, amount.currency).rounded()


def _model(seen: Record) -> str:
    value = seen.value("fees.model")
    return value.code if isinstance(value, Choice) else ""


def _leaf(value: Scalar) -> Leaf:
    return Leaf(value, None, "computed")


def as_chosen(engagement: Engagement) -> Iterator[tuple[Record, Engagement]]:
    """Each package to choose from, with the engagement as its clauses would be planned if it were chosen.

    None once one is chosen: what that one gives stands in place of the spec's own, and others would be read over it.
    """
    options = engagement.get("proposal.options")
    if engagement.get("proposal.chosen") is not None:
        return
    for option in options.items if isinstance(options, Items) else ():
        if isinstance(option, Record):
            given = {name: option.fields[name] for name in _PLANNED if name in option.fields}
            root = engagement.root
            yield option, Engagement(Record({**root.fields, **given}, root.span, root.kind), engagement.files)


def something_agreed(engagement: Engagement) -> bool:
    """Whether the spec tells what a contract is made of; before that only a few documents can be made."""
    priced = engagement.get("fees") is not None or engagement.get("proposal.options") is not None
    return priced and all(engagement.get(name) is not None for name in ("clause_set", "services", "payment", "term"))


def tell_undecided(engagement: Engagement, report: Report) -> bool:
    """Whether nothing says what is paid, as no package is chosen yet: then there is no contract to be made (E053)."""
    if engagement.get("fees") is not None:
        return False
    options = engagement.get("proposal.options")
    members = options.items if isinstance(options, Items) else ()
    names = [str(one.value("id")) for one in members if isinstance(one, Record)]
    hints = [hint("H053.chosen", known=", ".join(names)), hint("H053", keys="fees: …")]
    report.add("E053", engagement.root.span, keys="`fees`", hints=hints)
    return True
