"""The provider's own sums, which nobody else sees; and caps beside each other."""

from collections.abc import Iterator
from decimal import Decimal

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, found
from vadocs.model.engagement import Leaf, Record, leaves
from vadocs.model.money import Money


def below_floor(facts: Facts) -> Iterator[Found]:
    """An hour is paid with less than the provider's own costs of it."""
    rate, floor = hourly_rate(facts), floor_of(facts)
    if rate is not None and floor is not None and rate < floor:
        told = Money(rate, "").rounded().amount
        bound = Money(floor, "").rounded().amount
        currency = facts.code("fees.currency")
        yield found(facts.span("fees.rate", "fees.amount"), hint("H870"), rate=told, floor=bound, currency=currency)


def extra_below_price(facts: Facts) -> Iterator[Found]:
    """An extra hour costs the client less than an hour of those included."""
    rate, extra = hourly_rate(facts), facts.money("fees.extra_hour")
    if rate is not None and extra is not None and extra.amount < rate:
        told = Money(rate, "").rounded().amount
        yield found(facts.span("fees.extra_hour"), hint("H871"), extra=extra.amount, rate=told)


def cap_below_insurance(facts: Facts) -> Iterator[Found]:
    """The insurance pays more than the contract lets the provider owe, or the other way round."""
    cap, limit = liability_cap(facts), facts.money("insurance.limit")
    if cap is not None and limit is not None and cap.amount != limit.amount:
        advice = "H872" if cap.amount < limit.amount else "rules.cap_above"
        yield found(
            facts.span("liability.cap_amount", "insurance.limit"), hint(advice), cap=cap.amount, limit=limit.amount,
            currency=cap.currency,
        )  # fmt: skip


def proposal_expired(facts: Facts) -> Iterator[Found]:
    """The day until which the proposal holds has gone by, and no package was chosen before."""
    day = facts.day("proposal.valid_until")
    if day is not None and day < facts.today and facts.get("proposal.chosen") is None:
        yield found(facts.span("proposal.valid_until"), hint("H873"), day=day.isoformat())


def hourly_rate(facts: Facts) -> Decimal | None:
    """What an hour comes to: the rate, or the amount by the hours that it pays for; None where that is not told."""
    rate, amount, hours = facts.money("fees.rate"), facts.money("fees.amount"), facts.number("fees.hours")
    if rate is not None:
        return rate.amount
    if amount is None or not hours or facts.code("fees.model") not in ("retainer", "hours-package"):
        return None
    return amount.amount / hours


def floor_of(facts: Facts) -> Decimal | None:
    """The least an hour must bring: `internal.rate_floor`, else the month's costs by the hours that can be billed."""
    own = _number(facts.record.get("internal.rate_floor"))
    if own is not None:
        return own
    costs, hours = facts.record.get("internal.costs"), _number(facts.record.get("internal.billable_hours"))
    if not isinstance(costs, Record) or not hours:
        return None
    parts = [_number(leaf) for _, leaf in leaves(costs)]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) / hours if known and len(known) == len(parts) else None


def liability_cap(facts: Facts) -> Money | None:
    """What the provider may owe at most: the amount, else the price, else the fees of so many months."""
    own, fee = facts.money("liability.cap_amount"), facts.money("fees.amount")
    months = facts.number("liability.cap_months")
    if "liability-cap" not in facts.placed or own is not None:
        return own
    if fee is None or facts.code("fees.model") not in ("project", "retainer"):
        return None
    times = 1 if facts.code("fees.model") == "project" else months
    return None if times is None else Money(fee.amount * times, fee.currency)


def _number(item: object) -> Decimal | None:
    """A number among the provider's own notes, which are texts; None where it is none."""
    value = item.value if isinstance(item, Leaf) else None
    plain = value if isinstance(value, str) and value.isascii() else ""
    return Decimal(plain) if plain.replace(".", "", 1).isdecimal() else None
