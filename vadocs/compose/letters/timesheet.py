"""The hours of work by the hour, month by month: what they cost, and what is beyond the cap agreed."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from vadocs.compose.feeterms import day_of
from vadocs.compose.letters.matter import Matter
from vadocs.compose.letters.spells import hours_of, in_hours
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import hint
from vadocs.model.engagement import Item, Items, Leaf, Quantity, Record
from vadocs.model.money import Money

_HOUR = 60
"""Minutes of an hour."""


def timesheet_names(matter: Matter, entries: Sequence[Record]) -> Mapping[str, Item]:
    """`timesheet`: hours and price of each month, those beyond the cap apart, and the sums of what is within it.

    E983 where months are out of order or before the start; W980 for hours that no whole fractions agreed on make up.
    """
    rate, cap = matter.root.value("fees.rate"), matter.root.value("fees.monthly_cap_hours")
    if not isinstance(rate, Money) or not _in_order(matter, entries):
        return {}
    _check_fractions(matter, entries)
    most = cap.amount if isinstance(cap, Quantity) else None
    rows = [_row(matter, entry, rate, most) for entry in entries]
    totals = [[_number(row, name) for row in rows] for name in ("used", "beyond")]
    used, beyond = (sum(column, Decimal(0)) for column in totals)
    fields: dict[str, Item] = {
        "rows": Items(tuple(rows)), "used": in_hours(used), "amount": leaf(rate.times(used - beyond)),
    }  # fmt: skip
    return {"timesheet": Record(fields | ({"beyond": in_hours(beyond)} if beyond else {}))}


def _row(matter: Matter, entry: Record, rate: Money, most: Decimal | None) -> Record:
    used = hours_of(entry, "used")
    beyond = max(used - most, Decimal(0)) if most is not None else Decimal(0)
    month = date.fromisoformat(f"{entry.value('month')}-01")
    return Record({
        "month": leaf(matter.language.capitalise(matter.language.month_of(month))),
        "used": in_hours(used), "beyond": in_hours(beyond), "amount": leaf(rate.times(used - beyond)),
    })  # fmt: skip


def _number(row: Record, name: str) -> Decimal:
    value = row.value(name)
    return value.amount if isinstance(value, Quantity) else Decimal(0)


def _in_order(matter: Matter, entries: Sequence[Record]) -> bool:
    """Whether each month comes after the one before it, and none before the contract's first."""
    start = day_of(matter.root, "term.start")
    first = f"{start:%Y-%m}" if start is not None else ""
    months = [str(entry.value("month") or "") for entry in entries]
    for n, (before, month) in enumerate(pairwise([first, *months])):
        if month < before or (n > 0 and month == before):
            place = item.span if isinstance(item := entries[n].get("month"), Leaf) else None
            matter.report.add("E983", place, text=month, month=before)
            return False
    return True


def _check_fractions(matter: Matter, entries: Sequence[Record]) -> None:
    step = matter.root.value("fees.increment_minutes")
    for entry in entries:
        if isinstance(step, Quantity) and step.amount and hours_of(entry, "used") * _HOUR % step.amount:
            used = entry.get("used")
            place = used.span if isinstance(used, Leaf) else None
            matter.report.add("W980", place, minutes=f"{step.amount:f}", hints=[hint("H980")])
