"""When money comes: terms of payment, interest, deposit."""

from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta

from vadocs.diagnostics import Edit, hint
from vadocs.lint.rules.facts import Facts, Found, figure, found
from vadocs.model.engagement import Leaf
from vadocs.model.money import Money
from vadocs.schedule.periods import months

PERIOD = 30
"""Days after which a month billed at its beginning is over, but for the longest months."""


def beyond_limit(facts: Facts) -> Iterator[Found]:
    """More days to pay than the law lets the parties agree on."""
    days, limit = facts.number("payment.days"), facts.datum("payment_limit_days")
    if days is not None and limit is not None and days > limit:
        place = facts.span("payment.days")
        edit = Edit(place, figure(limit)) if place else None
        yield found(place, hint("H820", edit, limit=figure(limit)), days=figure(days), limit=figure(limit))


def advance_too_late(facts: Facts) -> Iterator[Found]:
    """Billed in advance, and due when the month that it pays for is over."""
    days = facts.number("payment.days")
    advance = facts.code("fees.model") == "retainer" and facts.flag("fees.in_advance")
    if advance and days is not None and days >= PERIOD:
        yield found(facts.span("payment.days"), hint("H821"), days=figure(days))


def below_statute(facts: Facts) -> Iterator[Found]:
    """An agreed interest lower than that which the law would give: it takes its place."""
    rate, statutory = facts.number("late_payment.rate_percent_year"), facts.datum("late_interest_rate")
    if rate is not None and statutory is not None and rate < statutory:
        place = facts.span("late_payment.rate_percent_year")
        yield found(place, hint("H822"), rate=figure(rate), limit=figure(statutory))


def interest_unverified(facts: Facts) -> Iterator[Found]:
    """An agreed interest that our data cannot set beside the law's: its ceiling changes, or its figure is not known."""
    rate = facts.number("late_payment.rate_percent_year")
    ceiling = "late_interest_limit_factor" in facts.law
    # Where an agreed rate stands in place of the law's, it is set beside the law's points: see united_kingdom.
    unknown = facts.datum("late_interest_rate") is None and "late_interest_displaced" not in facts.law
    if rate is not None and (ceiling or unknown):
        yield found(facts.span("late_payment.rate_percent_year"), hint("H823"), rate=figure(rate))


def deposit_before_signature(facts: Facts) -> Iterator[Found]:
    """The deposit falls due before the contract has its date."""
    start, date, days = facts.day("term.start"), facts.day("date"), facts.number("deposit.due_days")
    if start is not None and date is not None and days is not None:
        due = start - timedelta(days=int(days))
        if due < date:
            yield found(facts.span("deposit.due_days"), hint("H824"), due=due.isoformat(), date=date.isoformat())


def no_late_payment(facts: Facts) -> Iterator[Found]:
    """Nothing says what follows from paying late."""
    if "late-payment-suspension" not in facts.placed:
        yield found(facts.span("late_payment", "payment.days"), hint("H825"))


def cash(facts: Facts) -> Iterator[Found]:
    """Payment in cash above the amount from which the law wants a bank."""
    fee, limit = facts.money("fees.amount"), facts.law.get("bank_payment_from")
    bound = facts.datum("bank_payment_from")
    methods = {getattr(leaf, "value", None) for leaf in getattr(facts.get("payment.methods"), "items", ())}
    if fee is None or limit is None or bound is None or getattr(limit.value, "currency", "") != fee.currency:
        return
    if any(getattr(method, "code", "") == "cash" for method in methods) and fee.amount >= bound:
        yield found(facts.span("payment.methods"), hint("H826"), limit=f"{bound} {fee.currency}")


def deposit_beyond_price(facts: Facts) -> Iterator[Found]:
    """The deposit is an advance of more than there will be to charge."""
    total, fee = facts.money("deposit.total"), facts.money("fees.amount")
    if total is None or fee is None or facts.code("deposit.kind") != "advance" or total.currency != fee.currency:
        return
    if facts.code("fees.model") == "retainer":
        start, end = facts.day("term.start"), facts.day("term.end")
        if start is None or end is None:
            return
        steps = [value for one in facts.records("fees.changes") if isinstance(value := one.value("amount"), Money)]
        fee = max(fee, *steps, key=lambda one: one.amount) if steps else fee
        fee = fee.times(sum(1 for _ in months(start, end)))
    if total.amount > fee.amount:
        place = facts.span("deposit.amount", "deposit.months", "deposit.percent")
        paid, most = total.rounded().amount, fee.rounded().amount
        yield found(place, hint("H827"), deposit=paid, price=most, currency=fee.currency)


def notice_not_yet_received(facts: Facts) -> Iterator[Found]:
    """A declaration is told as received on a day that the contract's date has not reached: taxes leave it out."""
    date = facts.day("date")
    for side in ("provider", "client"):
        for one in facts.records(f"{side}.tax.declarations"):
            item, day = one.get("received_on"), one.value("received_on")
            if date is not None and isinstance(day, Date) and day > date:
                place = item.span if isinstance(item, Leaf) else None
                yield found(place, hint("H828"), received=day.isoformat(), date=date.isoformat())


def change_outside_term(facts: Facts) -> Iterator[Found]:
    """A change of the fee begins with the term or before it, or after its end: the fee it follows is never charged."""
    start, end = facts.day("term.start"), facts.day("term.end")
    for one in facts.records("fees.changes"):
        item, day = one.get("from"), one.value("from")
        if isinstance(day, Date) and ((start and day <= start) or (end and day > end)):
            yield found(item.span if isinstance(item, Leaf) else None, hint("H829"), day=day.isoformat())
