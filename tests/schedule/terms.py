"""Terms of engagements, written short, for the tests of schedules."""

from datetime import date
from decimal import Decimal
from typing import Any

from vadocs.model.money import Money
from vadocs.schedule.terms import Deposit, Terms


def euros(amount: str | int) -> Money:
    """So many euros, with cents."""
    return Money(Decimal(str(amount)).quantize(Decimal("0.01")), "EUR")


def day(text: str) -> date:
    """A day as ISO text."""
    return date.fromisoformat(text)


def retainer(start: str, end: str | None = None, **more: Any) -> Terms:
    """A retainer of 560 a month, in advance on the first, five days to pay, unless told otherwise."""
    given: dict[str, Any] = {"amount": euros(560), "billing_day": 1, "in_advance": True, "payment_days": 5}
    return Terms("retainer", start=day(start), end=day(end) if end else None, **{**given, **more})


def advance(total: str | int, applied_to: str, **more: Any) -> Deposit:
    """An advance credited as told, to be returned within fifteen days."""
    return Deposit(euros(total), "advance", applied_to, **{"refund_days": 15, **more})
