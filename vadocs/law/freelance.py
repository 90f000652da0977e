"""The acts that protect freelance work in some states of the United States: which contracts fall under them.

New York: General Business Law, article 44-A. Illinois and California: their Freelance Worker Protection Acts. The
figures are data of the state: `freelance_from`, and `freelance_aggregation_days` where only what lies within so many
days is added up.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from vadocs.law.facts import PartyFacts
from vadocs.model.engagement import Quantity
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

_UNINCORPORATED = ("us-sole-proprietor", "us-disregarded-llc", "us-partnership")
"""Regimes of those who have no corporation, though they may be no person."""

Payments = Sequence[tuple[date | None, Money]]
"""Day of the invoice (None: not known) and amount."""


def covered(law: Mapping[str, LawDatum], provider: PartyFacts, payments: Payments | None) -> bool:
    """Whether a contract falls, or may fall, under an act of the governing law; False where that law has none.

    `law`: the data by name that hold on the day. `payments` None, or in another currency: what the contract comes to
    cannot be told, so that it may.
    """
    if "freelance_law" not in law:
        return False
    only = law.get("freelance_unincorporated_only")
    incorporated = provider.kind == "company" and provider.regime not in _UNINCORPORATED
    if only is not None and only.value is True and incorporated:
        return False
    datum = law.get("freelance_from")
    limit = datum.value if datum is not None else None
    if not isinstance(limit, Money) or not payments or any(one.currency != limit.currency for _, one in payments):
        return True
    window = law.get("freelance_aggregation_days")
    days = int(window.value.amount) if window is not None and isinstance(window.value, Quantity) else None
    return most_within(payments, days) >= limit.amount


def most_within(payments: Payments, days: int | None) -> Decimal:
    """The most that falls within so many days in a row (None: all of it). What has no day may fall in any of them."""
    undated = sum((money.amount for day, money in payments if day is None), Decimal(0))
    dated = [(day, money.amount) for day, money in payments if day is not None]
    if days is None:
        return undated + sum((amount for _, amount in dated), Decimal(0))
    span = timedelta(days=days - 1)
    sums = [sum((a for day, a in dated if first <= day <= first + span), Decimal(0)) for first, _ in dated]
    return undated + max(sums, default=Decimal(0))
