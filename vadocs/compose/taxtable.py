"""The names under `taxes.`: what the law makes of the engagement, and each invoice as its own day taxes it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from vadocs.compose.feeterms import day_of, terms_of
from vadocs.compose.paymentplan import Payment, payment_names, payments
from vadocs.compose.taxfacts import Law, asked, ruled, taxing
from vadocs.compose.taxnames import data_used, gross, leaf, levied, line_names, names_of
from vadocs.language import Language
from vadocs.law.ruling import Levy, sum_of
from vadocs.model.engagement import Choice, Item, Items, Leaf, Record
from vadocs.model.lexicon import Lexicon
from vadocs.model.money import Money
from vadocs.schedule.invoices import OPEN_ENDED
from vadocs.schedule.periods import Period, months
from vadocs.schedule.terms import Terms

LAST_INVOICE = timedelta(days=31)
"""How long after the end of a term its last invoice may be issued: rates that begin later are none of its."""

Words = tuple[Language, Lexicon]
"""The language of a document and its country's words."""


def tax_names(root: Record, law: Law, words: Words | None, fee: Item | None) -> Record:
    """The record under `taxes.`: what the spec says there, and what is computed. `fee` is what the fee is called.

    Without `words`, the language of the document and its lexicon, invoices have no names and there is no table.

    The rule is told as of the first invoice whose day is known, else as of the spec's date. A spec without a date has
    no taxes yet: the treatment is unknown and the date is asked for. Without fees, as no package is chosen yet, it is
    unknown too, and nothing is asked for.
    """
    own = root.get("taxes")
    given = own.fields if isinstance(own, Record) else {}
    if "override" in given:
        return Record({**given, "treatment": leaf(Choice("override", "treatment"))})
    if root.get("fees.model") is None:
        return Record({**given, "treatment": leaf(Choice("unknown", "treatment"))})
    day = day_of(root, "date")
    if day is None:
        missing = Items((leaf("date"),))
        return Record({**given, "treatment": leaf(Choice("unknown", "treatment")), "missing": missing})
    terms = terms_of(root)
    found = payments(root, law, _shown(terms))
    found_on = next((one.invoice.issued for one in found if one.invoice.issued is not None), day)
    rule = ruled(root, law, found_on)
    end = day_of(root, "term.end")
    fields = names_of(rule, end + LAST_INVOICE if end is not None else None)
    if rule.ruling is not None and terms is not None and words is not None:
        shown = _steps(root, law, terms, found) if terms.model == "retainer" else found
        fields |= _table(root, terms, shown, fee, words)
        untold = [one.invoice for one in shown if one.taxes is None and one.invoice.issued is not None]
        keys = dict.fromkeys(key for one in untold if one.issued for key in asked(root, law, one.issued, one.base))
        fields |= {"missing": Items(tuple(leaf(key) for key in keys))} if keys else {}
    answers = [rule, *(one.taxes for one in found if one.taxes is not None)]
    return Record({**given, **fields, **data_used(answers)})


def _shown(terms: Terms | None) -> int:
    """The months of an open-ended term to look at: the usual ones, and as far as changes of the fee are agreed."""
    last = max((change.start for change in terms.changes), default=None) if terms else None
    if terms is None or last is None:
        return OPEN_ENDED
    return max(OPEN_ENDED, sum(1 for _ in months(terms.start, last)) + 1)


def _table(root: Record, terms: Terms, found: Sequence[Payment], fee: Item | None, words: Words) -> dict[str, Item]:
    """The invoices of the table: each payment of a price that is paid in several; else what a fee comes to."""
    if terms.model == "retainer":
        several = len(found) > 1
        named = [(one, _dated(fee, one.invoice.issued, words) if several else fee) for one in found]
        flags = {"by_date": several, "whole_months": any(not month.whole for month in _months(terms))}
    else:
        named = list(zip(found, _names(root, found, words) if len(found) > 1 else [fee], strict=True))
        flags = {"listed": len(found) > 1}
    lines = tuple(_line(one, name or leaf("")) for one, name in named)
    flags["untold"] = any(one.taxes is None for one, _ in named)
    fields: dict[str, Item] = {name: leaf(True) for name, holds in flags.items() if holds}
    if len(named) == 1 or terms.model != "retainer":
        fields["totals"] = _totals([one for one, _ in named])
    return fields | {"invoices": Items(lines)}


def _names(root: Record, found: Sequence[Payment], words: Words) -> list[Item]:
    """What each payment is for: the user's own name of a milestone, else as the calendar names it."""
    stones = root.get("fees.milestones")
    members = stones.items if isinstance(stones, Items) else ()
    own = iter([stone.get("name") for stone in members if isinstance(stone, Record) and stone.value("amount")])
    names = zip(found, payment_names(found, *words), strict=True)
    return [
        (next(own, None) if one.invoice.kind == "part" else None) or leaf(name[:1].upper() + name[1:])
        for one, name in names
    ]


def _steps(root: Record, law: Law, terms: Terms, found: Sequence[Payment]) -> list[Payment]:
    """Of a monthly fee, the first payment of each result: a whole month's fee, before any advance, taxed on its day.

    A contract without a whole month shows what it has.
    """
    fees = [one.invoice for one in found if one.invoice.kind == "fee"]
    plain = [one for one in fees if one.period and one.period.whole and one.fee == terms.fee_on(one.period.first)]
    taxed = taxing(root, law)
    steps: list[Payment] = []
    for one in plain or fees:
        step = Payment(replace(one, base=one.fee, credit=None), taxed(one.issued, one.fee))
        if not steps or (step.invoice.base, step.line) != (steps[-1].invoice.base, steps[-1].line):
            steps.append(step)
    return steps


def _months(terms: Terms) -> Iterator[Period]:
    """The months of a term; of one without end the first, as those after it are whole."""
    return months(terms.start, terms.end) if terms.end is not None else islice(months(terms.start, None), 1)


def _dated(fee: Item | None, day: date | None, words: Words) -> Item:
    speech, lexicon = words
    what = fee.value if isinstance(fee, Leaf) else ""
    frame = lexicon.frame.get("invoiced_from", "").replace("{what}", str(what))
    return leaf(frame.replace("{day}", speech.date(day) if day else ""))


def _line(payment: Payment, name: Item) -> Record:
    """A row; of a payment of which the law cannot be told, only its name and base."""
    if payment.taxes is None or payment.line is None:
        return Record({"name": name, "base": leaf(payment.invoice.base)})
    return line_names(payment.line, _levies(payment), name)


def _levies(payment: Payment) -> tuple[Levy, ...]:
    ruling = payment.taxes.ruling if payment.taxes else None
    return ruling.withholdings if ruling else ()


def _totals(found: Sequence[Payment]) -> Record:
    """The sums of what is printed; without taxes where they cannot be told of one, and without what no line has."""
    sums = {"base": sum_of([one.invoice.base for one in found])}
    lines = [one.line for one in found if one.line is not None]
    levies: dict[tuple[str, Decimal], tuple[Levy, Money]] = {}
    if len(lines) == len(found):
        sums["vat"] = sum_of([line.vat for line in lines if line.vat is not None])
        sums["withholding"] = sum_of([line.withholding for line in lines if line.withholding is not None])
        sums["gross"] = sum_of([gross(line) for line in lines])
        sums["net"] = sum_of([line.net for line in lines])
        for one, line in zip(found, lines, strict=True):
            for levy, amount in zip(_levies(one), line.withheld, strict=True):
                if amount is not None:
                    key = str(levy.name), levy.rate
                    levies[key] = levy, levies[key][1] + amount if key in levies else amount
    fields: dict[str, Item] = {name: leaf(amount) for name, amount in sums.items() if amount is not None}
    own = tuple(levied(levy, amount) for levy, amount in levies.values())
    return Record(fields | ({"withholdings": Items(own)} if own else {}))
