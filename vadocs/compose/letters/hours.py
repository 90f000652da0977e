"""The ledger of hours of a monthly fee: agreed, carried over, used, lapsed, extra."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from vadocs.compose.feeterms import day_of, rollover_of
from vadocs.compose.letters.matter import Matter
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import hint
from vadocs.model.engagement import Item, Items, Leaf, Quantity, Record
from vadocs.model.money import Money
from vadocs.schedule.ledger import Row, ledger
from vadocs.schedule.periods import add_months

_ASKED = "letters.hours"


def hours_names(matter: Matter) -> Mapping[str, Item]:
    """`ledger`: a row for each month, and totals.

    E972 where no free hours are agreed by the month; E973 where months do not follow one another from the start, or
    the first is not a whole one and its hours are not told.
    """
    root, entries = matter.root, _entries(matter.root)
    agreed, rollover, start = root.value("fees.hours"), rollover_of(root), day_of(root, "term.start")
    by_month = matter.code("fees.model") == "retainer" and isinstance(agreed, Quantity)
    if not entries:
        return {}
    if not by_month or not isinstance(agreed, Quantity) or rollover is None or start is None:
        matter.report.add("E972", matter.place(_ASKED), hints=[hint("H972")])
        return {}
    months = [add_months(start.replace(day=1), n) for n in range(len(entries))]
    if not _in_order(matter, entries, months) or _partly(matter, start, entries[0]):
        return {}
    granted = [_hours(entry, "agreed", agreed.amount) for entry in entries]
    used = [_hours(entry, "used", Decimal(0)) for entry in entries]
    return {"ledger": _names(matter, months, ledger(granted, used, rollover))}


def _entries(root: Record) -> list[Record]:
    items = root.get(_ASKED)
    return [one for one in items.items if isinstance(one, Record)] if isinstance(items, Items) else []


def _in_order(matter: Matter, entries: Sequence[Record], months: Sequence[date]) -> bool:
    for entry, month in zip(entries, months, strict=True):
        told = entry.get("month")
        if isinstance(told, Leaf) and told.value != f"{month:%Y-%m}":
            matter.report.add("E973", told.span, text=told.value, month=f"{month:%Y-%m}", hints=[hint("H973")])
            return False
    return True


def _partly(matter: Matter, start: date, first: Record) -> bool:
    """Whether the first month is not a whole one and nobody tells its hours."""
    if start.day == 1 or first.get("agreed") is not None:
        return False
    month = first.get("month")
    matter.report.add("E974", month.span if isinstance(month, Leaf) else None, start=start, hints=[hint("H974")])
    return True


def _hours(entry: Record, name: str, otherwise: Decimal) -> Decimal:
    value = entry.value(name)
    return value.amount if isinstance(value, Quantity) else otherwise


def _names(matter: Matter, months: Sequence[date], found: Sequence[Row]) -> Record:
    rows = [
        Record({
            "month": leaf(matter.language.capitalise(matter.language.month_of(month))),
            **{name: _quantity(getattr(row, name)) for name in
               ("granted", "carried_in", "used", "lapsed", "carried_out", "extra")},
        })
        for month, row in zip(months, found, strict=True)
    ]  # fmt: skip
    extra = sum((row.extra for row in found), Decimal(0))
    fields: dict[str, Item] = {
        "rows": Items(tuple(rows)),
        "used": _quantity(sum((row.used for row in found), Decimal(0))),
        "lapsed": _quantity(sum((row.lapsed for row in found), Decimal(0))),
        "left": _quantity(found[-1].carried_out),
    }
    price = matter.root.value("fees.extra_hour")
    if extra:
        fields["extra"] = _quantity(extra)
    if extra and isinstance(price, Money):
        fields["extra_amount"] = leaf(price.times(extra))
    return Record(fields)


def _quantity(hours: Decimal) -> Leaf:
    return leaf(Quantity(hours, "hour"))
