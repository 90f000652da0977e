"""What a schedule is computed from: the fees, the deposit and the dates of an engagement, as plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vadocs.model.money import Money

Model = Literal["retainer", "project", "hours-package"]
"""The fee models whose invoices are known beforehand; hourly and unit fees depend on the work."""


@dataclass(frozen=True, slots=True)
class RateChange:
    """From the first day of a month, or of the period that begins on `start`, the fee is `amount`."""

    start: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a price with a name and a day of its own: a milestone or an instalment; its share is an amount."""

    name: str
    amount: Money
    due: date | None


@dataclass(frozen=True, slots=True)
class Deposit:
    """What is paid before the start.

    `kind` "advance" is price and credited to invoices as `applied_to` says ("first-invoice",
    "last-invoice", "pro-rata"); "guarantee" is returned. `due_days` before the start (None: on the start);
    `refund_days` after the end for what is left.
    """

    total: Money
    kind: Literal["advance", "guarantee"]
    applied_to: str = ""
    due_days: int | None = None
    refund_days: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an engagement that its invoices follow from.

    `amount` is the fee of a month, or the price. `billing_day` 1 to 28 and `in_advance` are a retainer's;
    `parts` the milestones of a project or the instalments of a package, () for a price paid at once.
    `end` None: open-ended. `payment_days` run from the invoice. `changes` in order of date. `signed`: the
    day of the contract, on which a package is invoiced.
    """

    model: Model
    amount: Money
    start: date
    end: date | None = None
    signed: date | None = None
    billing_day: int = 1
    in_advance: bool = True
    payment_days: int = 0
    changes: tuple[RateChange, ...] = ()
    parts: tuple[Part, ...] = ()
    deposit: Deposit | None = None

    def fee_on(self, day: date) -> Money:
        """The monthly fee in force on a day, after the changes agreed."""
        fee = self.amount
        for change in self.changes:
            if change.start <= day:
                fee = change.amount
        return fee


def percent_parts(total: Money, count: int) -> tuple[Money, ...]:
    """`total` in `count` equal parts, rounded; the last takes what rounding left over."""
    each = Money(total.amount / Decimal(count), total.currency).rounded()
    return (*[each] * (count - 1), total - each.times(count - 1))
