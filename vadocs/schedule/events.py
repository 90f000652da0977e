"""The days of an engagement that someone has to keep in mind, as values with a kind and a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from vadocs.model.money import Money
from vadocs.schedule.invoices import OPEN_ENDED, Invoice
from vadocs.schedule.ledger import Rollover
from vadocs.schedule.periods import Period, add_months, after, end_of_term, months
from vadocs.schedule.terms import Terms


@dataclass(frozen=True, slots=True)
class Event:
    """A day and what is to be done on it: `kind` is the catalogue entry `schedule.<kind>`.

    `amount` is what is paid, None where nothing is or where it is not known; `name` what it is about, `month`
    the first day of the month it is about.
    """

    day: date
    kind: str
    amount: Money | None = None
    name: str = ""
    month: date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """Dates of the contract beside its invoices. None: the contract does not have it.

    `opt_out_days` before the end a renewal must be refused, `period_months` is its length if it renews by
    itself; `freeze_months` after the start prices may be reviewed, told `review_notice_days` before;
    `validity_days` of a package's hours; `statement_day` of work by the hour, or `by_unit`; `minimum_months` of a
    retainer; `rate_until` the last day of a withholding rate.
    """

    automatic_renewal: bool = False
    opt_out_days: int | None = None
    period_months: int | None = None
    freeze_months: int | None = None
    review_notice_days: int = 0
    validity_days: int | None = None
    statement_day: int | None = None
    by_unit: bool = False
    minimum_months: int | None = None
    trial_days: int | None = None
    rate_until: date | None = None
    rollover: Rollover | None = None
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What events are computed from: `terms` is None for hourly and unit fees, whose invoices are not known."""

    start: date
    end: date | None
    life: Life
    terms: Terms | None = None
    paid: Sequence[Invoice] = field(default=())
    """Deposit and invoices, with what is to be paid as `base` before taxes."""


def events(plan: Plan) -> tuple[Event, ...]:
    """Every event in order of day, then of kind."""
    found = [*_term(plan), *_payments(plan), *_review(plan), *_hours(plan)]
    return tuple(sorted(found, key=lambda event: (event.day, event.kind, event.name)))


def _term(plan: Plan) -> Iterator[Event]:
    """Start, end, last day to refuse a renewal, renewal, least stay, end of the pilot, change of a rate."""
    life = plan.life
    yield Event(plan.start, "start")
    if life.trial_days is not None:
        yield Event(plan.start + timedelta(days=life.trial_days - 1), "trial-end")
    if life.minimum_months is not None:
        yield Event(end_of_term(plan.start, life.minimum_months), "minimum-end")
    if plan.end is not None:
        yield Event(plan.end, "end")
        if life.automatic_renewal:
            yield Event(plan.end + timedelta(days=1), "renewal")
            if life.opt_out_days is not None:
                yield Event(plan.end - timedelta(days=life.opt_out_days), "renewal-opt-out")
    if life.rate_until is not None and (plan.end is None or life.rate_until < plan.end):
        yield Event(life.rate_until, "withholding-change")


def _payments(plan: Plan) -> Iterator[Event]:
    """Each invoice and each due date; the guarantee and what is returned of a deposit; statements of hours."""
    for invoice in plan.paid:
        if invoice.issued is not None and invoice.base.amount:
            yield Event(invoice.issued, f"{invoice.kind}-invoice", invoice.base, invoice.name)
        if invoice.due is not None and invoice.base.amount:
            yield Event(invoice.due, f"{invoice.kind}-due", invoice.base, invoice.name)
    deposit = plan.terms.deposit if plan.terms else None
    if deposit is not None and deposit.kind == "guarantee":
        yield Event(plan.start - timedelta(days=deposit.due_days or 0), "guarantee-due", deposit.total)
        if plan.end is not None:
            yield Event(plan.end + timedelta(days=deposit.refund_days), "guarantee-return", deposit.total)
    if plan.life.statement_day is not None:
        kind = "unit-statement" if plan.life.by_unit else "statement"
        yield from (Event(after(p.last, plan.life.statement_day), kind) for p in _months(plan))


def _review(plan: Plan) -> Iterator[Event]:
    """The first day on which prices may change, and the last to announce it for that day."""
    life = plan.life
    if life.freeze_months is None:
        return
    day = end_of_term(plan.start, life.freeze_months) + timedelta(days=1)
    if plan.end is not None and day > plan.end and not life.automatic_renewal:
        return
    yield Event(day, "price-review")
    if life.review_notice_days:
        yield Event(day - timedelta(days=life.review_notice_days), "price-review-notice")


def _hours(plan: Plan) -> Iterator[Event]:
    """The last day of a package's hours; the days on which a month's unused hours lapse."""
    life = plan.life
    if life.validity_days is not None and plan.paid:
        paid = next((i.issued for i in plan.paid if i.kind != "deposit" and i.issued is not None), plan.start)
        yield Event(max(paid, plan.start) + timedelta(days=life.validity_days), "hours-expire")
    rollover = life.rollover
    if rollover is None or rollover.policy == "none" or rollover.expires_after_months is None:
        return
    for period in _months(plan):
        following = add_months(period.last.replace(day=1), rollover.expires_after_months + 1)
        yield Event(following - timedelta(days=1), "hours-lapse", month=period.first)


def _months(plan: Plan) -> Iterator[Period]:
    """The months of the term; the first twelve of an open-ended one."""
    for index, period in enumerate(months(plan.start, plan.end)):
        if plan.end is None and index == OPEN_ENDED:
            return
        yield period
