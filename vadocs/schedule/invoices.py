"""The invoices of an engagement: what each is for, when it is issued and due, and what it comes to before taxes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from vadocs.model.money import Money
from vadocs.schedule.periods import Period, after, months, on_or_before
from vadocs.schedule.terms import RateChange, Terms

Kind = Literal["deposit", "fee", "part"]
OPEN_ENDED = 12
"""Months shown of a term that has no end."""


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice, or one receipt of a guarantee-free advance.

    `period` is what a monthly fee pays for, None for parts and deposits; `name` is that of a part. `issued`
    and `due` are None where the contract gives no day. `base` is before taxes, after the `credit` of an
    advance (positive) was taken off it: `base + credit` is the fee.
    """

    kind: Kind
    issued: date | None
    due: date | None
    base: Money
    credit: Money | None = None
    period: Period | None = None
    name: str = ""

    @property
    def fee(self) -> Money:
        """What is charged before an advance is credited."""
        return self.base + self.credit if self.credit is not None else self.base


def invoices(terms: Terms, limit: int = OPEN_ENDED) -> tuple[Invoice, ...]:
    """Every invoice of the term in order, without the deposit; the first `limit` months of an open-ended one."""
    if terms.model == "retainer":
        periods = months(terms.start, terms.end)
        found = periods if terms.end is not None else islice(periods, limit)
        return tuple(_monthly(terms, period) for period in found)
    if terms.parts:
        return tuple(
            Invoice("part", part.due, _due(part.due, terms), part.amount, name=part.name) for part in terms.parts
        )
    issued = terms.signed or terms.start
    return (Invoice("fee", issued, _due(issued, terms), terms.amount),)


def _monthly(terms: Terms, period: Period) -> Invoice:
    """The invoice of a month: in advance on the last billing day up to its first day, else on the next after it."""
    if terms.in_advance:
        issued = max(on_or_before(period.first, terms.billing_day), terms.start)
    else:
        issued = after(period.last, terms.billing_day)
    return Invoice("fee", issued, _due(issued, terms), fee_of(terms, period), period=period)


def fee_of(terms: Terms, period: Period) -> Money:
    """The fee of a period by its days: each day costs its fee's part of the calendar month, rounded once.

    A change of rate within the month counts from its day on.
    """
    changes: Sequence[RateChange] = [c for c in terms.changes if period.first < c.start <= period.last]
    if not changes:
        return _share(terms.fee_on(period.first), period)
    starts = [period.first, *(change.start for change in changes)]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), period.last]
    exact = [
        terms.fee_on(first).amount * Period(first, last).days / period.days_of_month
        for first, last in zip(starts, ends, strict=True)
    ]
    return Money(sum(exact, exact[0] * 0), terms.amount.currency).rounded()


def _share(fee: Money, period: Period) -> Money:
    if period.whole:
        return fee
    return Money(fee.amount * period.days / period.days_of_month, fee.currency).rounded()


def _due(issued: date | None, terms: Terms) -> date | None:
    return None if issued is None else issued + timedelta(days=terms.payment_days)
