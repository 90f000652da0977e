"""The ledger of hours: granted, carried over, used oldest first, lapsed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

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
