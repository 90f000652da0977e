"""Amounts that a spec gives in part: the whole of a deposit, the money of each milestone."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from vadocs.model.money import Money


def deposit_total(
    fee: Money | None,
    *,
    months: Decimal | None = None,
    percent: Decimal | None = None,
    amount: Money | None = None,
) -> Money | None:
    """What a deposit comes to: an `amount`, so many monthly fees, or a share of the fee, rounded.

    `fee` is the fee of a month, of the project or of the package; None where there is none to take a
    share of (by the hour): then only an amount is known, else the result is None.
    """
    if amount is not None:
        return amount
    if fee is None:
        return None
    if months is not None:
        return fee.times(months)
    return fee.percent(percent) if percent is not None else None


def milestone_amounts(total: Money, percents: Sequence[Decimal]) -> tuple[Money, ...]:
    """The money of each milestone. Where the shares make 100, the last takes what rounding left over."""
    parts = [total.percent(share) for share in percents]
    if parts and sum(percents) == 100:
        rest = total
        for part in parts[:-1]:
            rest = rest - part
        parts[-1] = rest
    return tuple(parts)


def milestone_percents(total: Money, amounts: Sequence[Money]) -> tuple[Decimal, ...]:
    """The share of each milestone, to two decimals; the last takes the rest if the amounts make the total.

    A total of zero has no shares: all are zero.
    """
    if not total.amount:
        return tuple(Decimal(0) for _ in amounts)
    shares = [(part.amount * 100 / total.amount).quantize(Decimal("0.01"), ROUND_HALF_UP) for part in amounts]
    if shares and sum((part.amount for part in amounts), Decimal(0)) == total.amount:
        shares[-1] = 100 - sum(shares[:-1], Decimal(0))
    return tuple(shares)
