"""The ledger of hours: granted, carried over, used oldest first, lapsed; by month, or by package bought."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from vadocs.schedule.periods import add_months

Policy = Literal["none", "cap", "all"]


@dataclass(frozen=True, slots=True)
class Row:
    """One period, in hours. `carried_in + granted = used_of_hours + lapsed + carried_out`; `extra` is beyond them.

    `lapsed` are hours that ended with this period unused; `used` is `used_of_hours + extra`.
    """

    granted: Decimal
    carried_in: Decimal
    used: Decimal
    extra: Decimal
    lapsed: Decimal
    carried_out: Decimal


@dataclass(frozen=True, slots=True)
class Rollover:
    """What becomes of unused hours: lost ("none"), passed on up to `cap_hours` ("cap"), or all passed on ("all").

    `expires_after_months` counts periods after the one in which hours were granted; None: they do not expire.
    """

    policy: Policy
    cap_hours: Decimal | None = None
    expires_after_months: int | None = None


def ledger(granted: Sequence[Decimal], used: Sequence[Decimal], rollover: Rollover) -> tuple[Row, ...]:
    """A row for each period: `granted` hours of each, `used` hours of each, the oldest hours used first.

    At the end of a period hours past their expiry lapse first; of the rest no more than the cap passes on, the
    oldest lapsing first.
    """
    lots: list[tuple[int, Decimal]] = []
    rows = []
    for period, (grant, use) in enumerate(zip(granted, used, strict=True)):
        carried_in = _sum(lots)
        lots = [*lots, (period, grant)]
        lots, extra = _take(lots, use)
        kept = [(born, hours) for born, hours in lots if _passes(period, born, rollover)]
        if rollover.policy == "cap" and rollover.cap_hours is not None:
            over = _sum(kept) - rollover.cap_hours
            kept = _take(kept, over)[0] if over > 0 else kept
        rows.append(Row(grant, carried_in, use, extra, _sum(lots) - _sum(kept), _sum(kept)))
        lots = kept
    return tuple(rows)


def _passes(period: int, born: int, rollover: Rollover) -> bool:
    """Whether hours granted in period `born` are still good in the one after `period`."""
    if rollover.policy == "none":
        return False
    months = rollover.expires_after_months
    return months is None or period + 1 - born <= months


def _take(lots: Sequence[tuple[int, Decimal]], wanted: Decimal) -> tuple[list[tuple[int, Decimal]], Decimal]:
    """The lots after `wanted` hours were taken, oldest first, and what they could not give."""
    left = []
    for born, hours in lots:
        taken = min(hours, wanted)
        wanted -= taken
        if hours > taken:
            left.append((born, hours - taken))
    return left, wanted


def _sum(lots: Sequence[tuple[int, Decimal]]) -> Decimal:
    return sum((hours for _, hours in lots), Decimal(0))


# --- hours bought together -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bought:
    """A package: the day it was paid, and the hours used from then until the next one, or until now."""

    paid_on: date
    used: Decimal


@dataclass(frozen=True, slots=True)
class _Lot:
    """Hours left of a package, good until `until`; `passed`: to another package, once its own days were over."""

    hours: Decimal
    until: date
    passed: bool = False


def last_day(paid_on: date, validity_days: int) -> date:
    """The last day on which the hours of a package may be used for what it is: so many days after its payment."""
    return paid_on + timedelta(days=validity_days)


def package_ledger(
    bought: Sequence[Bought], hours: Decimal, validity_days: int, rollover: Rollover, on: date | None
) -> tuple[Row, ...]:
    """A row for each package of so many `hours`, in the order of payment, the oldest hours used first.

    A row ends where the next package is paid, the last one on the day `on` (None: it has not ended, and nothing of it
    lapses). Hours whose days are over by then lapse or pass on as `rollover` says; those that pass lapse so many months
    after the last day of their own package. Within a row nothing lapses: what was used before that day and what after
    is not told, and the doubt is decided for whoever bought the hours.
    """
    ends: list[date | None] = [one.paid_on for one in bought[1:]]
    lots: list[_Lot] = []
    rows = []
    for one, end in zip(bought, [*ends, on], strict=True):
        carried_in = _left(lots)
        lots = [*lots, _Lot(hours, last_day(one.paid_on, validity_days))]
        lots, extra = _use(lots, one.used)
        kept = lots if end is None else _settled(lots, end, rollover)
        rows.append(Row(hours, carried_in, one.used, extra, _left(lots) - _left(kept), _left(kept)))
        lots = kept
    return tuple(rows)


def _settled(lots: Sequence[_Lot], day: date, rollover: Rollover) -> list[_Lot]:
    """The lots that are still good on a day; those whose days are over pass on as far as the terms let them."""
    own = [lot for lot in lots if not lot.passed and lot.until >= day]
    over = [lot if lot.passed else _passed(lot, rollover) for lot in lots if lot not in own]
    good = [lot for lot in over if lot.until >= day] if rollover.policy != "none" else []
    excess = _left(good) - rollover.cap_hours if rollover.policy == "cap" and rollover.cap_hours is not None else 0
    return [*(_use(good, Decimal(excess))[0] if excess > 0 else good), *own]


def _passed(lot: _Lot, rollover: Rollover) -> _Lot:
    months = rollover.expires_after_months
    return replace(lot, until=add_months(lot.until, months) if months is not None else date.max, passed=True)


def _use(lots: Sequence[_Lot], wanted: Decimal) -> tuple[list[_Lot], Decimal]:
    """The lots after `wanted` hours were taken, the first ones first, and what they could not give."""
    left, extra = _take([(n, lot.hours) for n, lot in enumerate(lots)], wanted)
    return [replace(lots[n], hours=hours) for n, hours in left], extra


def _left(lots: Sequence[_Lot]) -> Decimal:
    return sum((lot.hours for lot in lots), Decimal(0))
