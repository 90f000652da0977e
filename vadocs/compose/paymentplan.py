"""What is paid and when: the invoices of an engagement with their taxes, and the table of them in the contract."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vadocs.compose.feeterms import day_of, life_of, terms_of
from vadocs.compose.parameters import put
from vadocs.compose.taxfacts import Law, taxing
from vadocs.language import Language
from vadocs.law.ruling import Line, Taxes
from vadocs.model.engagement import Item, Items, Leaf, Record, Scalar
from vadocs.model.lexicon import Lexicon
from vadocs.model.money import Money
from vadocs.schedule.deposits import Settlement, planned, settle
from vadocs.schedule.events import Plan
from vadocs.schedule.invoices import OPEN_ENDED, Invoice
from vadocs.schedule.terms import Terms


@dataclass(frozen=True, slots=True)
class Payment:
    """An invoice with the taxes of its day; `taxes` is None where they cannot be told."""

    invoice: Invoice
    taxes: Taxes | None

    @property
    def line(self) -> Line | None:
        """Base, taxes and net; None where they cannot be told."""
        return self.taxes.lines[0] if self.taxes else None

    @property
    def to_pay(self) -> Money:
        """What is to be paid: after taxes where they are known, else before them."""
        return self.line.net if self.line else self.invoice.base


def payments(root: Record, law: Law, limit: int = OPEN_ENDED) -> tuple[Payment, ...]:
    """The deposit, if it is invoiced, and every invoice of the term, each taxed on its own day.

    Of a term without an end, the first `limit` months. Empty for hourly and unit fees, and where the fee or the start
    is not given.
    """
    terms = terms_of(root)
    found = planned(terms, limit) if terms is not None else ()
    taxed = taxing(root, law)
    return tuple(Payment(invoice, taxed(invoice.issued, invoice.base)) for invoice in found)


def within(root: Record, day: date) -> bool:
    """Whether a day lies in the term, both ends included."""
    start, end = day_of(root, "term.start"), day_of(root, "term.end")
    return start is not None and start <= day and (end is None or day <= end)


def ended_on(root: Record, day: date) -> Record:
    """The names as they would be if the engagement ended on `day`, early or, of an open-ended one, at last."""
    return put(root, ["term", "end"], _leaf(day))


def settlement(root: Record, found: Sequence[Payment]) -> Settlement | None:
    """What becomes of the deposit at the end, if it was paid and so is all else; None without an end or a deposit.

    An advance is kept as far as invoices took it, a guarantee is returned whole.
    """
    terms = terms_of(root)
    if terms is None or terms.end is None or terms.deposit is None:
        return None
    nothing = terms.deposit.total - terms.deposit.total
    taken = sum((one.invoice.credit for one in found if one.invoice.credit is not None), nothing)
    return settle(terms.deposit, terms.deposit.total, taken, nothing, terms.end)


def plan_of(root: Record, found: tuple[Payment, ...], names: Sequence[str]) -> Plan | None:
    """What events are computed from, payments by their `names`; None without a first day."""
    start = day_of(root, "term.start")
    if start is None:
        return None
    paid = [
        replace(payment.invoice, base=payment.to_pay, credit=None, name=name)
        for payment, name in zip(found, names, strict=True)
    ]
    return Plan(start, day_of(root, "term.end"), life_of(root), terms_of(root), paid)


def schedule_names(root: Record, calendar: Record) -> Record | None:
    """The record under `schedule.` for the table in the contract, from its `calendar`; None where it needs no table.

    It has one where invoices are known to the last and no other clause lists what is to be paid of each: a
    retainer with an end, a package paid in instalments, a project with an advance.
    """
    terms = terms_of(root)
    if terms is None or not _needs_table(terms):
        return None
    return Record({name: item for name, item in calendar.fields.items() if name != "open_ended"})


def calendar_names(root: Record, law: Law, words: Language, lexicon: Lexicon | None) -> Record | None:
    """The record under `invoicing_calendar.`: every invoice known beforehand, the first twelve of a term without end.

    None by the hour or unit, where none is known, and where the fee or the start is not given.
    """
    terms = terms_of(root)
    if terms is None:
        return None
    found = payments(root, law)
    rows = [row_of(payment, name) for payment, name in zip(found, payment_names(found, words, lexicon), strict=True)]
    fields: dict[str, Item] = {"payments": Items(tuple(rows)), "totals": _totals(found)}
    fields["open_ended"] = _leaf(terms.model == "retainer" and terms.end is None)
    if any(payment.invoice.credit for payment in found):
        fields["credited"] = _leaf(True)
    return Record(fields)


def _needs_table(terms: Terms) -> bool:
    advance = terms.deposit is not None and terms.deposit.kind == "advance"
    match terms.model:
        case "retainer":
            return terms.end is not None
        case "project":
            return advance
        case _:
            return bool(terms.parts)


def row_of(payment: Payment, name: str) -> Record:
    """The names of one payment: what it is for, its days where they are known, its amount before and after taxes."""
    invoice = payment.invoice
    # A milestone's name is the user's own: it stays letter for letter.
    shown = name if invoice.kind == "part" and invoice.name else name[:1].upper() + name[1:]
    fields: dict[str, Item] = {"name": _leaf(shown), "base": _leaf(invoice.base)}
    for name, day in (("issued", invoice.issued), ("due", invoice.due)):
        if day is not None:
            fields[name] = _leaf(day)
    if payment.line is not None:
        fields["net"] = _leaf(payment.line.net)
    return Record(fields)


def _totals(found: tuple[Payment, ...]) -> Record:
    fields: dict[str, Item] = {"base": _leaf(_sum([payment.invoice.base for payment in found]))}
    nets = [payment.line.net for payment in found if payment.line]
    if len(nets) == len(found):
        fields["net"] = _leaf(_sum(nets))
    return Record(fields)


def payment_names(found: Sequence[Payment], words: Language, lexicon: Lexicon | None) -> tuple[str, ...]:
    """What each payment is for: a month, with its days if not whole; a milestone; an instalment; the deposit."""
    parts = [payment.invoice for payment in found if payment.invoice.kind == "part"]
    return tuple(_name_of(payment.invoice, parts, words, lexicon) for payment in found)


def _name_of(invoice: Invoice, parts: Sequence[Invoice], words: Language, lexicon: Lexicon | None) -> str:
    if invoice.kind == "deposit":
        noun = lexicon.nouns.get("deposit") if lexicon else None
        return noun.singular if noun else ""
    if invoice.kind == "part" and not invoice.name:
        frame = lexicon.frame.get("instalment", "") if lexicon else ""
        return frame.replace("{n}", str(parts.index(invoice) + 1)).replace("{count}", str(len(parts)))
    if invoice.kind == "fee" and invoice.period is None:
        noun = lexicon.nouns.get("package") if lexicon else None
        return noun.singular if noun else ""
    if invoice.period is None:
        return invoice.name
    return words.month_of(invoice.period.first, None if invoice.period.whole else invoice.period.last)


def _sum(amounts: list[Money]) -> Money:
    total = amounts[0]
    for amount in amounts[1:]:
        total = total + amount
    return total


def _leaf(value: Scalar) -> Leaf:
    return Leaf(value, None, "computed")
