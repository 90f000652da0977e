"""The letter on the end of a term: the days that follow from the contract's clause on renewal."""

from collections.abc import Mapping
from datetime import date, timedelta

from vadocs.compose.feeterms import changes_of, day_of
from vadocs.compose.letters.matter import Matter
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import hint
from vadocs.model.engagement import Item, Quantity, Record
from vadocs.model.money import Money
from vadocs.schedule.periods import end_of_term

_DAY = timedelta(days=1)


def renewal_names(matter: Matter) -> Mapping[str, Item]:
    """`renewal`: the end of the period, the last day to speak, the next period, the fee agreed for it.

    E656 where the contract has no renewal; E658 for a day on which no period ends; W651 where the letter is too late.
    """
    root = matter.root
    end, months = day_of(root, "term.end"), _count(root, "renewal.period_months")
    notice = _count(root, "renewal.opt_out_days")
    if "renewal" not in matter.clauses or end is None or not months or notice is None:
        matter.report.add("E656", matter.place("letters.renewal", "documents"), hints=[hint("H657.renewal")])
        return {}
    asked = day_of(root, "letters.renewal.ends_on")
    ends = asked or end
    while asked is not None and end < asked:
        end = _next_end(end, months)
    if ends != end:
        matter.report.add("E658", matter.place("letters.renewal.ends_on"), text=ends, end=end)
        return {}
    last_day, written = ends - timedelta(days=notice), day_of(root, "letters.date")
    if written is not None and written > last_day:
        place = matter.place("letters.date")
        matter.report.add("W651", place, text=written, until=last_day, hints=[hint("H651.late")])
    fields: dict[str, Item] = {
        "ends_on": leaf(ends),
        "last_day": leaf(last_day),
        "next_start": leaf(ends + _DAY),
        "next_end": leaf(_next_end(ends, months)),
    }
    fee = fee_on(root, ends + _DAY)
    return {"renewal": Record(fields | ({"amount": leaf(fee)} if fee is not None else {}))}


def _next_end(end: date, months: int) -> date:
    """The last day of the period of so many months that begins the day after."""
    return end_of_term(end + _DAY, months)


def fee_on(root: Record, day: date) -> Money | None:
    """The monthly fee agreed for a day; None where the fee is no monthly one."""
    amount = root.value("fees.amount")
    if not isinstance(amount, Money) or root.value("fees.billing_day") is None:
        return None
    return next((change.amount for change in reversed(changes_of(root)) if change.start <= day), amount)


def _count(root: Record, path: str) -> int | None:
    value = root.value(path)
    return int(value.amount) if isinstance(value, Quantity) else None
