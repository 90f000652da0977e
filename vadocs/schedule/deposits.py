"""A deposit: when it is paid, which invoices an advance is credited to, and what becomes of it at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from vadocs.model.money import Money
from vadocs.schedule.invoices import OPEN_ENDED, Invoice, invoices
from vadocs.schedule.terms import Deposit, Terms, percent_parts


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a deposit ends: `kept` for what was owed, `refund` to the client by `refund_by`, `owed` by the client
    beyond the deposit. `refund_by` is None where nothing is returned."""

    kept: Money
    refund: Money
    owed: Money
    refund_by: date | None


def due_on(deposit: Deposit, start: date) -> date:
    """The last day on which the deposit is paid: `due_days` before the start, else the start itself."""
    return start - timedelta(days=deposit.due_days or 0)


def deposit_invoice(terms: Terms) -> Invoice | None:
    """The invoice of an advance; None for a guarantee, which is no price, and where there is no deposit."""
    deposit = terms.deposit
    if deposit is None or deposit.kind != "advance":
        return None
    due = due_on(deposit, terms.start)
    return Invoice("deposit", min(terms.signed or due, due), due, deposit.total)


def planned(terms: Terms, limit: int = OPEN_ENDED) -> tuple[Invoice, ...]:
    """The deposit, if it is invoiced, and every invoice of the term; the first `limit` months of an open-ended one."""
    first = deposit_invoice(terms)
    return ((first,) if first else ()) + credited(invoices(terms, limit), terms)


def credited(found: Sequence[Invoice], terms: Terms) -> tuple[Invoice, ...]:
    """The invoices with the advance taken off: of the first ones, of the last ones, or of all in equal parts.

    No invoice goes below zero: what one cannot take passes to the next (to the one before, where it is credited
    to the last). Of an open-ended term neither the last invoice nor the number of parts is known: nothing is
    credited, `settle` does it at the end.
    """
    deposit = terms.deposit
    if deposit is None or deposit.kind != "advance" or not found:
        return tuple(found)
    if deposit.applied_to != "first-invoice" and terms.model == "retainer" and terms.end is None:
        return tuple(found)
    if deposit.applied_to == "pro-rata":
        wanted = list(percent_parts(deposit.total, len(found)))
        return tuple(_spread(found, wanted))
    backwards = deposit.applied_to == "last-invoice"
    wanted = [deposit.total, *[_zero(deposit.total)] * (len(found) - 1)]
    taken = list(_spread(list(reversed(found)) if backwards else found, wanted))
    return tuple(reversed(taken) if backwards else taken)


def _spread(found: Sequence[Invoice], wanted: Sequence[Money]) -> list[Invoice]:
    """Each invoice less what is wanted of it and what the ones before could not take."""
    rest = _zero(wanted[0])
    made = []
    for invoice, part in zip(found, wanted, strict=True):
        rest = rest + part
        taken = rest if rest.amount <= invoice.base.amount else invoice.base
        rest = rest - taken
        made.append(replace(invoice, base=invoice.base - taken, credit=taken) if taken.amount else invoice)
    return made


def settle(deposit: Deposit, paid: Money, credited_before: Money, owed: Money, ended: date) -> Settlement:
    """What becomes of a deposit when the engagement ends on `ended`, early or not.

    `paid` is what the client did pay of it (zero: it never arrived), `credited_before` what invoices have
    already taken, `owed` what is due for services rendered. The rest is returned within `refund_days`.
    """
    held = paid - credited_before
    if held.amount < 0:
        raise ValueError("more was credited than was paid")
    kept = held if held.amount <= owed.amount else owed
    refund = held - kept
    by = ended + timedelta(days=deposit.refund_days) if refund.amount else None
    return Settlement(kept, refund, owed - kept, by)


def _zero(like: Money) -> Money:
    return Money(Decimal(0).scaleb(-like.minor_digits), like.currency)
